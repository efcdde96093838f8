"""`python -m benchmarks drafts`."""

import json
import re

import pytest

from benchmarks.__main__ import main
from benchmarks.data.sets import seed_articles
from benchmarks.scores import drafts


@pytest.fixture
def data(tmp_path):
    documents = [{"id": article.id, "text": article.text} for article in seed_articles()]
    reference = "The talks in London ended with a framework for trade, Howard Lutnick said."
    lines = [{"id": name, "documents": documents, "references": [reference]} for name in "ab"]
    path = tmp_path / "seeds.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return path


@pytest.fixture
def gold(tmp_path, data):
    first, second = json.loads(data.read_text("utf-8").splitlines()[0])["documents"][:2]
    start = first["text"].index("US Commerce")
    graded = {
        "set": "seeds",
        "cluster": "a",
        "half": "test",
        "weight": 1.0,
        "a": [first["id"], start, first["text"].index("commence.") + 9],
        "article": second["id"],
        "grade": 2,
        "candidates": [{"span": [second["id"], 769, 891], "grade": 1}],
    }
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"pairs": [graded, graded | {"cluster": "other"}]}), "utf-8")
    return path


def test_made_errors_and_graded_sentences_are_measured(data, gold, capsys):
    assert main(["drafts", "--data", str(data), "--gold", str(gold)]) == 0
    out = capsys.readouterr().out
    assert "| en, sentences of articles |  | 1 clusters | 1 clusters |" in out
    assert re.search(r"\| nothing \|  \| 0 of 8: 0.000 .* \| 0 of 8: 0.000", out)
    assert re.search(r"\| name \| of the cluster \| (\d+) of \1: 1.000", out)
    assert re.search(r"\| an ordinary word \| of the cluster \| [1-8] of [1-8]: ", out)
    assert "| words listed, of a sentence that is found | 0.00 of 8 | 0.00 of 8 |" in out
    assert re.search(r"\| test, p ≥ 0.5 \| 1 \| 1.00 .* \| 1.00 .* \| 1.00 .* \| 0 of 1", out)


def test_a_set_without_graded_pairs_has_no_table_of_them(data, capsys):
    assert main(["drafts", "--data", str(data), "--limit", "1"]) == 0
    assert "graded" not in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, "{", '{"pairs": [{"set": "a"}]}'])
def test_a_file_that_has_no_graded_pairs_is_named(data, tmp_path, capsys, content):
    path = tmp_path / "bad.json"
    if content is not None:
        path.write_text(content)
    assert main(["drafts", "--data", str(data), "--limit", "1", "--gold", str(path)]) == 2
    assert f"{path}: " in capsys.readouterr().err


def test_rates_have_exact_intervals():
    assert drafts.rate([False] * 300) == "0 of 300: 0.000 (0.000 to 0.012)"
    assert drafts.rate([True, False]) == "1 of 2: 0.500 (0.013 to 0.987)"
    assert drafts.rate([]) == "none"
