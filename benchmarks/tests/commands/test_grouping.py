import json

import numpy as np
import pytest
from stories import EVENTS, told

from benchmarks.__main__ import main
from benchmarks.systems import grouping as systems

COSINE = np.array(
    [[1.0, 0.6, 0.3, 0.0], [0.6, 1.0, 0.5, 0.1], [0.3, 0.5, 1.0, 0.0], [0.0, 0.1, 0.0, 1.0]]
)


@pytest.mark.parametrize(
    ("name", "cut", "groups"),
    [
        ("average linkage", 0.45, [{0, 1}, {2}, {3}]),
        ("average linkage", 0.35, [{0, 1, 2}, {3}]),
        ("single linkage", 0.45, [{0, 1, 2}, {3}]),
        ("DBSCAN", 0.45, [{0, 1, 2}, {3}]),
        ("one pass", 0.45, [{0, 1}, {2}, {3}]),
        ("one pass", 0.35, [{0, 1, 2}, {3}]),
    ],
)
def test_a_baseline_cuts_where_it_should(name, cut, groups):
    label = np.asarray(systems.BASELINES[name](COSINE.copy(), cut))
    found = {frozenset(np.flatnonzero(label == one).tolist()) for one in label}
    assert found == set(map(frozenset, groups))


@pytest.fixture
def data(tmp_path):
    lines = [
        {
            "id": str(k),
            "documents": [{"text": article.text} for article in told(facts, 4)],
            "references": ["A summary."],
        }
        for k, facts in enumerate(EVENTS)
    ]
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.md"
    marks = ("whole", "hard", "growth")
    path.write_text("\n".join(f"<!-- {mark} -->\n<!-- /{mark} -->" for mark in marks))
    return path


def test_the_tables_have_ours_and_each_baseline(data, page, capsys):
    args = ["grouping", "--data", str(data), "--n", "2", "--page", str(page)]
    assert main(args) == 0
    printed = capsys.readouterr().out
    for name in ("summarize", *systems.BASELINES):
        assert printed.count(f"| stories | {name} |") == 2
    assert "| stories | summarize | the one | 1.000 | 1.000 | 1.000 (1.000 to 1.000) |" in printed
    assert printed.split("\n\n")[0] in page.read_text()


def test_the_growth_has_a_row_for_each_size(data, capsys):
    assert main(["grouping", "--data", str(data), "--growth", "--sizes", "20,60"]) == 0
    rows = [line.split("|")[1].strip() for line in capsys.readouterr().out.splitlines()]
    assert rows == ["articles", "---", "20", "60", "exponent"]
