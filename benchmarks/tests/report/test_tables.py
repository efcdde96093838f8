import io

import pytest
from rich.console import Console

from benchmarks.report import page, tables


def row(system, cluster, value, status="ok"):
    good = status == "ok"
    scores = {name: dict.fromkeys("prf", value) for name in tables.ROUGE}
    return {
        "set": "news",
        "cluster": cluster,
        "system": system,
        "status": status,
        "error": None if good else "bad luck",
        "scores": scores if good else None,
        "beyond": dict.fromkeys(tables.MEASURES, value) if good else None,
    }


ROWS = [
    row("base", "a", 0.1),
    row("new", "a", 0.3),
    row("base", "b", 0.2),
    row("new", "b", 0.0, "timeout"),
    row("none", "a", 0.0, "missing"),
]


def test_means_are_over_good_rows_and_differences_over_shared_clusters():
    seconds = {("news", "a", "base"): 1.0, ("news", "b", "base"): 2.0}
    base, new, none = tables.lines(ROWS, seconds, metric="recall", baseline="base")
    assert base["rouge"]["rouge2"] == pytest.approx(0.15)
    assert (base["difference"], base["p"], base["cpu"]) == (None, None, 1.5)
    assert new["difference"] == pytest.approx(0.2)
    assert (new["n_good"], new["n_rows"], new["error"]) == (1, 2, "timeout: bad luck")
    assert (none["rouge"], none["interval"], none["difference"], none["cpu"]) == (
        {},
        None,
        None,
        None,
    )


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_fits_its_terminal_and_names_its_rows_in_each_part(width):
    found = tables.lines(ROWS, {}, metric="recall", baseline="base")
    console = Console(file=io.StringIO(), width=width)
    page.show(tables.quality_table(found), console)
    text = console.file.getvalue()
    assert max(map(len, text.splitlines())) <= width
    n_parts = text.count("system")
    assert n_parts == {40: 7, 80: 2, 200: 1}[width]
    assert text.count("base") == n_parts
    assert "15.00" in text
