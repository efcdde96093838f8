import json

import pytest

from benchmarks.scores import citations
from benchmarks.scores.citations import Pair

PAIRS = [
    Pair("a", "test", is_same=True, cosine=0.5, margin=0.2),
    Pair("a", "test", is_same=False, cosine=0.4, margin=-1.0),
    Pair("a", "test", is_same=True, cosine=0.1, margin=-0.1),
]


def test_precision_and_recall_by_hand():
    assert citations.measure(PAIRS, "cosine", 0.3) == (0.5, 0.5, 2)
    assert citations.measure(PAIRS, "margin", 0.0) == (1.0, 0.5, 1)


def test_every_graded_span_is_a_sentence_of_its_article():
    graded = json.loads(citations.PAIRS.read_text("utf-8"))["pairs"]
    seeds = [pair for pair in graded if pair["cluster"] == "seeds"]
    assert len([pair for pair in citations.load() if pair.cluster == "seeds"]) == len(seeds)


def test_no_sentence_has_pairs_in_both_halves():
    graded = json.loads(citations.PAIRS.read_text("utf-8"))["pairs"]
    halves = {}
    for pair in graded:
        halves.setdefault((pair["cluster"], *pair["a"]), set()).add(pair["half"])
    assert all(len(half) == 1 for half in halves.values())


@pytest.mark.parametrize(
    ("half", "precision", "recall"), [("tune", 0.85, 0.3), ("test", 0.75, 0.3)]
)
def test_citations_of_the_seeds_keep_their_floor(half, precision, recall):
    pairs = [p for p in citations.load() if p.cluster == "seeds" and p.half == half]
    measured = citations.measure(pairs, "margin", 0.0)
    assert measured[0] >= precision
    assert measured[1] >= recall


def test_our_rule_is_better_than_the_cosine_alone():
    """At the same recall it cites fewer that do not say the same, where there is any data."""
    pairs = citations.load()
    precision, recall, n = citations.measure(pairs, "margin", 0.0)
    best = sorted(pairs, key=lambda pair: -pair.cosine)[:n]
    assert precision > sum(pair.is_same for pair in best) / n - 0.02
    assert recall > 0
