import json

import pytest

from benchmarks.commands.citations import GOLD
from benchmarks.data.sets import seed_articles
from benchmarks.errors import BenchmarkError
from benchmarks.scores import citations
from benchmarks.scores.citations import Cited, Pair
from summarize import Article


def pair(score, *, is_same, is_right, weight=1.0, cluster="a"):
    cited = Cited(score, is_right)
    return Pair("all", cluster, weight, is_same, cited, cited, (score, 0.0, 0.0, 0.0))


PAIRS = [
    pair(0.9, is_same=True, is_right=True),
    pair(0.8, is_same=True, is_right=False, cluster="b"),
    pair(0.6, is_same=False, is_right=None, weight=2.0),
    pair(0.1, is_same=True, is_right=True, weight=4.0, cluster="b"),
]


def test_precision_and_recall_by_hand():
    found = citations.rates(PAIRS, lambda pair: pair.ours, 0.5)
    assert found == (2 / 4, 2 / 6, 1 / 4, 2 / 4)


def test_the_interval_holds_the_rates():
    low, high = citations.interval(PAIRS, lambda pair: pair.ours, 0.5)
    found = citations.rates(PAIRS, lambda pair: pair.ours, 0.5)
    assert all(a <= x <= b for a, x, b in zip(low, found, high, strict=True))


def test_another_rule_cites_as_many():
    share = citations.share_cited(PAIRS, lambda pair: pair.ours, 0.5)
    assert share == 0.5
    assert citations.least_for(PAIRS, lambda pair: pair.ours, share) == 0.6


def write(path, **changes):
    first, second = seed_articles()[:2]
    start = first.text.index("US Commerce") if "US Commerce" in first.text else 200
    graded = {
        "set": "seeds",
        "cluster": "seeds",
        "a": [first.id, start, start + 100],
        "article": second.id,
        "grade": 2,
        "candidates": [{"span": [second.id, 300, 400], "grade": 1}],
    }
    path.write_text(json.dumps({"pairs": [graded | changes]}), "utf-8")
    return path


def test_a_pair_is_read_from_a_file(tmp_path):
    clusters = {"seeds": seed_articles()}
    (found,) = citations.load(write(tmp_path / "gold.json"), clusters)
    assert found.is_same
    assert found.weight == 1
    assert citations.load(write(tmp_path / "gold.json", cluster="other"), clusters) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{}", "not a set of graded pairs"),
        ("[", "not a set of graded pairs"),
        (None, "No such file"),
    ],
)
def test_what_is_no_set_of_pairs_is_named(tmp_path, content, message):
    path = tmp_path / "gold.json"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(BenchmarkError, match=message):
        citations.load(path, {})


@pytest.mark.parametrize(
    "changes",
    [{"article": "none"}, {"a": ["none", 0, 9]}, {"a": [seed_articles()[0].id, 10**6, 10**6 + 9]}],
)
def test_a_place_that_is_not_in_the_data_is_an_error(tmp_path, changes):
    with pytest.raises(BenchmarkError, match="not a set"):
        citations.load(write(tmp_path / "gold.json", **changes), {"seeds": seed_articles()})


def test_what_is_cited_of_an_article_without_a_sentence_is_nothing(tmp_path):
    """It counts as one that says the same and is not found."""
    empty = Article("12", id="empty")
    path = write(tmp_path / "gold.json", article="empty", candidates=[])
    (found,) = citations.load(path, {"seeds": [*seed_articles(), empty]})
    assert found.is_same
    assert found.ours == found.cosine == Cited(0.0, None)


def test_a_cluster_is_known_by_its_set_where_two_share_an_id(tmp_path):
    path = write(tmp_path / "gold.json")
    (found,) = citations.load(path, {"seeds": [], "seeds/seeds": seed_articles()})
    assert found.cosine.score > 0


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_no_cluster_is_in_two_halves(path):
    halves = {}
    for graded in json.loads(path.read_text("utf-8"))["pairs"]:
        halves.setdefault((graded["set"], graded["cluster"]), set()).add(graded["half"])
    assert all(len(half) == 1 for half in halves.values())


def seeds():
    (path,) = GOLD.glob("multiling.json")
    return citations.load(path, {"seeds": seed_articles()})


def test_every_graded_sentence_of_the_seeds_is_found():
    assert len(seeds()) == 217


def test_our_citations_of_the_seeds_are_better_than_as_many_by_cosine():
    ours, cosine = (lambda pair: pair.ours), (lambda pair: pair.cosine)
    found = citations.rates(seeds(), ours, 0.7)
    least = citations.least_for(seeds(), cosine, citations.share_cited(seeds(), ours, 0.7))
    assert found.precision > citations.rates(seeds(), cosine, least).precision
