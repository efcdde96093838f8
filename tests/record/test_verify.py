import copy
import json
import random
from pathlib import Path

import pytest

from summarize import Article, summarize
from summarize.record.schema import summary_digest
from summarize.record.verify import verify

SEEDS = [
    Article(path.read_text("utf-8"), id=path.name)
    for path in sorted(Path(__file__).parents[2].glob("seeds/*.txt"))
]
SUMMARY = summarize(SEEDS).to_dict()


def leaves(value, path=()):
    """Every string, number and null of a JSON value, by its path."""
    if isinstance(value, dict):
        return [leaf for key in value for leaf in leaves(value[key], (*path, key))]
    if isinstance(value, list):
        return [
            leaf for index in range(len(value)) for leaf in leaves(value[index], (*path, index))
        ]
    return [path]


def changed(value):
    if isinstance(value, str):
        return f"{value}x"
    return 7 if value is None else value + 1


def put(data, path, change):
    data = copy.deepcopy(data)
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = change(place[path[-1]])
    return data


def test_a_valid_summary_is_verified_in_any_order_of_its_articles():
    assert verify(SUMMARY, SEEDS) == []
    assert verify(json.loads(json.dumps(SUMMARY)), SEEDS[::-1]) == []


@pytest.mark.parametrize("path", leaves(SUMMARY), ids=str)
def test_any_changed_value_is_detected(path):
    assert verify(put(SUMMARY, path, changed), SEEDS)


@pytest.mark.parametrize("seed", range(100))
def test_any_changed_character_of_an_article_is_detected(seed):
    generator = random.Random(seed)  # noqa: S311 - no secret
    articles = list(SEEDS)
    index = generator.randrange(len(articles))
    text = articles[index].text
    at = generator.randrange(len(text))
    articles[index] = Article(text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :])
    assert verify(SUMMARY, articles)


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        (("sentences", 0, "start"), "sentence 1 does not match its span in article"),
        (("sentences", 0, "text"), "the text does not match the sentences"),
        (("sentences", 0, "citations", 0, "start"), "a citation of sentence 1 does not match"),
        (("headline", "end"), "the headline does not match its span in article 1"),
        (
            ("differences", 0, "values", 0, "places", 0, "start"),
            "a place of 'Li Chenggang' does not match",
        ),
        (("differences", 0, "values", 0, "value"), "'Li Chenggangs' is at none"),
    ],
)
def test_a_forged_digest_does_not_hide_a_false_span(path, problem):
    def far(value):
        return value + "s" if isinstance(value, str) else value + 10**6

    forged = put(SUMMARY, path, far)
    forged["digest"] = summary_digest(forged)
    assert any(line.startswith(problem) for line in verify(forged, SEEDS))


FIRST = SUMMARY["sentences"][0]
FALSE = {"text": "The moon is cheese.", "document": 99, "start": 0, "end": 5}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            {"sentences": [SUMMARY["sentences"][0] | FALSE], "text": FALSE["text"]},
            "sentence 1 names",
        ),
        ({"documents": []}, "sentence 1 names article"),
        ({"documents": SUMMARY["documents"] * 2}, "article 1 is listed twice"),
        ({"headline": FALSE | {"start": None, "document": 1}}, "the headline is not the title"),
        ({"sentences": {}}, "the summary is incomplete or malformed"),
        ({"warnings": ""}, "the summary is incomplete or malformed"),
    ],
    ids=["unlisted", "no documents", "twice", "headline", "sentences", "warnings"],
)
def test_no_forgery_passes_with_a_new_digest(change, problem):
    forged = SUMMARY | change
    forged["digest"] = summary_digest(forged)
    assert any(line.startswith(problem) for line in verify(forged, SEEDS))


@pytest.mark.parametrize("missing", ["digest", "text", "sentences", "documents"])
def test_an_incomplete_summary_is_a_problem_and_not_a_crash(missing):
    data = {key: value for key, value in SUMMARY.items() if key != missing}
    assert verify(data, SEEDS)[0].startswith("the summary is incomplete or malformed")


def test_a_missing_article_is_named():
    (problem,) = verify(SUMMARY, SEEDS[1:])
    assert "000_4a588cfea0da092a.txt) is missing or was modified" in problem


def test_the_library_verifies_its_own():
    assert summarize(SEEDS).verify(SEEDS) == []
    assert summarize(SEEDS).verify([])


def test_a_value_that_articles_write_in_two_ways_is_verified():
    text = "The storm killed {} people in the harbour town of Lunde on Monday."
    articles = [text.format(n) + more for n, more in ((12, " Boats sank."), (30, " Roofs fell."))]
    articles += [text.format("thirty") + " Trees broke.", text.format("at least 20") + " It ended."]
    summary = summarize(articles)
    told = {value.value: len(value.places) for value in summary.differences[0].values}
    assert sorted(told.values()) == [1, 2]
    assert summary.verify(articles) == []
