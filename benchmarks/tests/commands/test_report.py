import json
import re
from argparse import Namespace
from pathlib import Path

import pytest

from benchmarks.commands import report
from benchmarks.errors import BenchmarkError
from benchmarks.report import page, timings

ROOT = Path(__file__).parents[3]
STORED = ROOT / "docs" / "benchmarks" / "report.json"


def test_the_readme_shows_what_is_stored():
    """Tables are made by `report`, never typed."""
    readme = (ROOT / "README.md").read_text("utf-8")
    blocks = report.blocks(json.loads(STORED.read_text("utf-8")), "docs/benchmarks")
    assert set(blocks) == {"quality", "quality-plot", "speed", "speed-plot"}
    assert page.fill(readme, blocks) == readme
    for name in re.findall(r"docs/benchmarks/(\w+\.svg)", readme):
        assert (STORED.parent / name).stat().st_size > 1000


ROW = {
    "set": "toy",
    "status": "ok",
    "error": None,
    "n_words": 9,
    "scores": {n: {"p": 0.5, "r": 0.25, "f": 0.3} for n in ("rouge1", "rouge2", "rougeL")},
    "beyond": {
        "verbatim": 1.0,
        "repeated": 0,
        "dangling": 0.0,
        "junk": 0.0,
        "sources": 2,
        "budget_used": 0.9,
    },
}
LOST = {**ROW, "status": "timeout", "error": "over 60 s", "scores": None, "beyond": None}
HEADER = {
    "kind": "quality",
    "schema": 1,
    "signature": "rouge:2|stem:porter",
    "sets": [
        {
            "name": "toy",
            "sha256": "0",
            "n_clusters": 2,
            "words": 100,
            "metric": "recall",
            "signature": "rouge:2|stem:porter",
        }
    ],
    "systems": ["summarize", "lead-first", "a|b<script>"],
    "seed": 1,
    "versions": {"summarize": "0.1.0", "python": "3.11"},
}
SPEED = [
    {"kind": "speed", "schema": 1, "machine": {"cores": 2}, "versions": {"python": "3.11"}},
    *[
        {
            "kind": "size",
            "system": "summarize",
            "n_articles": n,
            "status": "ok",
            "cpu": n / 100,
            "wall": n / 90,
            "peak_mb": 200.5,
        }
        for n in (5, 30, 100)
    ],
    {"kind": "size", "system": "summa", "n_articles": 5, "status": "ok", "cpu": 0.1, "peak_mb": 90},
    {"kind": "size", "system": "summa", "n_articles": 30, "status": "timeout", "cpu": None},
    {"kind": "fit", "system": "summarize", "exponent": 1.02, "from": 30, "to": 100},
    {"kind": "start", "what": "summarize seeds/", "cpu": 1.5, "wall": 1.6},
    {"kind": "step", "step": "clean", "cpu": 0.5, "share": 0.5},
    {"kind": "floor", "what": "Punkt + TF-IDF", "cpu": 0.5, "ratio": 2.1},
]


@pytest.fixture
def results(tmp_path):
    rows = [
        {**(LOST if system.startswith("a|b") else ROW), "cluster": cluster, "system": system}
        for cluster in ("one", "two")
        for system in HEADER["systems"]
    ]
    lines = "".join(json.dumps(row) + "\n" for row in [HEADER, *rows])
    (tmp_path / "quality.jsonl").write_text(lines)
    seconds = [
        {"set": "toy", "cluster": row["cluster"], "system": row["system"], "cpu": 0.5}
        for row in rows
    ]
    (tmp_path / "seconds.jsonl").write_text("".join(json.dumps(row) + "\n" for row in seconds))
    (tmp_path / "speed.jsonl").write_text("".join(json.dumps(row) + "\n" for row in SPEED))
    return tmp_path


def made(folder, readme=None):
    pytest.importorskip("matplotlib", reason="plots need the extra benchmarks")
    assert report.run(Namespace(folder=folder, out=folder / "out", readme=readme)) == 0
    return folder / "out"


def test_the_report_has_all_parts_twice_the_same(results):
    out = made(results)
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert set(first) == {
        "report.json",
        "report.md",
        "report.html",
        "frontier.svg",
        "growth.svg",
        "intervals-toy.svg",
    }
    assert {path.name: path.read_bytes() for path in made(results).iterdir()} == first


def test_the_page_asks_no_network_and_escapes_what_it_shows(results):
    html = (made(results) / "report.html").read_text("utf-8")
    assert "a|b&lt;script&gt;" in html
    assert "<script" not in html
    links = set(re.findall(r"""(?:src|href|xmlns(?::\w+)?)=["']([^"']*)""", html))
    assert all(link.startswith(("http://www.w3.org/", "#")) for link in links)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_a_system_that_was_lost_says_how(results):
    markdown = (made(results) / "report.md").read_text("utf-8")
    assert r"| a\|b<script> | timeout: over 60 s |" in markdown
    assert "| summa | 0.1 | timeout |  |  |" in markdown


def test_the_readme_is_filled_between_its_marks(results, tmp_path):
    readme = tmp_path / "README.md"
    marks = "".join(f"<!-- {n} -->old<!-- /{n} -->\n" for n in ("quality", "quality-plot"))
    readme.write_text(marks + marks.replace("quality", "speed"))
    made(results, readme)
    text = readme.read_text()
    assert "| **summarize** | **25.0** (25.0–25.0) |" in text
    assert "![Time against the number of articles](out/growth.svg)" in text
    assert "old" not in text


def test_a_readme_without_marks_is_an_error(results, tmp_path):
    (tmp_path / "README.md").write_text("nothing")
    with pytest.raises(BenchmarkError, match="has no <!-- quality -->"):
        made(results, tmp_path / "README.md")


def test_a_folder_without_results_is_an_error(tmp_path):
    with pytest.raises(BenchmarkError, match=r"holds no results; run python -m benchmarks"):
        report.collect(tmp_path)


def test_one_part_alone_makes_a_report(results):
    (results / "quality.jsonl").unlink()
    assert "Growth" not in (made(results) / "report.md").read_text("utf-8")
    assert not (results / "out" / "frontier.svg").exists()


NEW = [
    SPEED[0],
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


def test_tables_without_rows_are_left_out_and_the_plot_stands_with_the_first():
    figure = page.Figure("growth", "<svg/>")
    found = list(timings.sections(NEW, figure))
    assert [section.figure for section in found] == [figure, *[None] * (len(found) - 1)]
    assert "fitted from 10 articles on" in found[0].text
    assert [section.title for section in timings.sections(NEW[:2])] == ["Start-up"]
