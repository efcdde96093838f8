import json
import os
import re
from argparse import Namespace
from pathlib import Path

import pytest

from benchmarks.commands import report
from benchmarks.errors import BenchmarkError
from benchmarks.report import page

ROOT = Path(__file__).parents[3]
STORED = ROOT / "docs" / "benchmarks" / "report.json"


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("README.md", {"comparison"}),
        ("docs/method/benchmarks.md", {"quality", "quality-plot", "speed", "speed-plot"}),
    ],
)
def test_the_pages_show_what_is_stored(path, names):
    """Tables are made by `report`, never typed."""
    text = (ROOT / path).read_text("utf-8")
    plots_at = os.path.relpath(STORED.parent, (ROOT / path).parent)
    blocks = report.blocks(json.loads(STORED.read_text("utf-8")), plots_at)
    assert names == {name for name in blocks if f"<!-- {name} -->" in text}
    assert page.fill(text, blocks) == text
    for name in re.findall(r"benchmarks/([\w-]+\.svg)", text):
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


def made(folder, *pages):
    pytest.importorskip("matplotlib", reason="plots need the extra benchmarks")
    assert report.run(Namespace(folder=folder, out=folder / "out", page=pages)) == 0
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


def test_pages_are_filled_between_their_marks(results, tmp_path):
    short, full = tmp_path / "README.md", tmp_path / "benchmarks.md"
    short.write_text("<!-- comparison -->old<!-- /comparison -->\n")
    marks = "".join(f"<!-- {n} -->old<!-- /{n} -->\n" for n in ("quality", "quality-plot"))
    full.write_text(marks + marks.replace("quality", "speed"))
    made(results, short, full)
    assert (
        "| toy: ROUGE-2 recall × 100 | **25.0** (25.0–25.0) | none finished | 25.0 lead-first |"
        in (short.read_text())
    )
    assert "| 100 articles: CPU s | **1** |  |  |" in short.read_text()
    text = full.read_text()
    assert "| **summarize** | **25.0** (25.0–25.0) |" in text
    assert "![Time against the number of articles](out/growth.svg)" in text
    assert "old" not in text + short.read_text()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nothing", "has no <!-- comparison --> or <!-- quality --> or"),
        ("<!-- speed --> <!-- /quality -->", "has <!-- speed -->, but no <!-- /speed --> after it"),
    ],
)
def test_a_page_without_marks_is_an_error(results, tmp_path, text, message):
    (tmp_path / "README.md").write_text(text)
    with pytest.raises(BenchmarkError, match=message):
        made(results, tmp_path / "README.md")


def test_a_folder_without_results_is_an_error(tmp_path):
    with pytest.raises(BenchmarkError, match=r"contains no results; run python -m benchmarks"):
        report.collect(tmp_path)


def test_one_part_alone_makes_a_report(results):
    (results / "quality.jsonl").unlink()
    assert "Growth" not in (made(results) / "report.md").read_text("utf-8")
    assert not (results / "out" / "frontier.svg").exists()
