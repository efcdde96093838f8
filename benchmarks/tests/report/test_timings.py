import pytest

from benchmarks.report import page, timings

NEW = [
    {"kind": "speed", "schema": 1, "versions": {"python": "3.11"}},
    {"kind": "start", "what": "bare", "status": "ok", "cpu": 1.0, "wall": 0.9, "ratio": 1.0},
    {"kind": "start", "what": "--help", "status": "ok", "cpu": 0.1, "wall": 0.1, "ratio": 0.1},
    {"kind": "start", "what": "peer", "status": "missing", "error": None, "cpu": None},
    {"kind": "step", "step": "clean", "n_articles": 10, "cpu": 0.5, "share": 0.5},
    {"kind": "step", "step": "clean", "n_articles": 2000, "cpu": 100.0, "share": 0.25},
    {"kind": "floor", "n_articles": 10, "n_clusters": 40, "what": "f", "cpu": 0.5, "ratio": 2.1},
    {"kind": "many", "workers": 2, "clusters_s": 84.2, "ratio": 1.9, "counting": 2.0},
    {"kind": "lost", "what": "many clusters", "status": "failed", "error": "exit code 1"},
    {"kind": "hostile", "what": "one word", "n": 1000, "cpu": 1.0, "n_large": 4000}
    | {"cpu_large": 4.0, "exponent": 1.0, "peak_mb": 200.4, "status": "ok", "error": None},
    *[
        {"kind": "size", "system": system, "n_articles": n, "n_sentences": 19 * n}
        | {"n_bytes": 3000 * n, "status": status, "cpu": cpu, "peak_mb": 1234.5}
        for system, n, status, cpu in (
            ("summarize", 10, "ok", 0.02),
            ("summarize", 100_000, "ok", 200.0),
            ("summarize", 300_000, "timeout", None),
            ("lead-first", 10, "ok", 0.5),
        )
    ],
    {"kind": "fit", "system": "summarize", "exponent": 1.02, "from": 10, "to": 100_000},
]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Time and size of the cluster", "| summarize | 0.02 | 200 | timeout | 1.02 |"),
        ("Our own growth", "| 100,000 | 1,900,000 | 300 | 200 | 2.00 | 1,234 |"),
        ("Our own growth", "| 300,000 | 5,700,000 | 900 | timeout |  | 1,234 |"),
        ("Peak memory", "| summarize | 1,234 | 1,234 | timeout |"),
        ("Start-up", "| what | CPU s | s on the clock | ratio | status |"),
        ("Start-up", "| --help | 0.1 | 0.1 | 0.1 | ok |"),
        ("Start-up", "| peer |  |  |  | missing |"),
        ("Our own time by step", "| step | 10 articles | share | 2,000 articles | share |"),
        ("Our own time by step", "| clean | 0.5 | 50.0% | 100 | 25.0% |"),
        ("Floors", "| 10 | 40 | f | 0.5 | 2.1 |"),
        ("Many clusters", "| 2 | 84.2 | 1.9 | 2 |"),
        ("Not measured", "| many clusters | failed | exit code 1 |"),
        ("Hostile inputs", "| one word | 1,000 | 1 | 4,000 | 4 | 1 | 200 | ok |"),
    ],
)
def test_each_table_of_speed_shows_its_rows(title, line):
    found = {section.title: page.table(section.table) for section in timings.sections(NEW)}
    assert line in found[title]


def test_tables_without_rows_are_left_out_and_the_plot_is_with_the_first():
    figure = page.Figure("growth", "<svg/>")
    found = list(timings.sections(NEW, figure))
    assert [section.figure for section in found] == [figure, *[None] * (len(found) - 1)]
    assert "fitted from 10 articles on" in found[0].text
    assert [section.title for section in timings.sections(NEW[:2])] == ["Start-up"]
