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
    generator = random.Random(seed)
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


COUNCIL = [
    Article(
        "The council of Lunde approved the new bridge on Monday after talks, the mayor said.\n\n"
        "Its costs of 4 million crowns are shared with the county, which had waited for years.",
        title="Lunde Gets a Bridge",
        source="Lunde Post",
        url="https://post.example/bridge",
        published="2025-06-10",
    ),
    Article(
        "A new bridge was approved on Monday by the council of Lunde after long talks.\n\n"
        "Shops near the river hope for more visitors as soon as the bridge is open to cars.",
        source="County News",
        published="2025-06-10",
    ),
]
BRIDGE = summarize([*COUNCIL, Article(f"  {COUNCIL[0].text}", source="Reprint")]).to_dict()
SHORT = BRIDGE["sentences"][0]["text"].removesuffix(" after long talks.")


def with_sentence(**changes):
    return {"sentences": [BRIDGE["sentences"][0] | changes, *BRIDGE["sentences"][1:]]}


def with_document(number, **changes):
    return {"documents": [d | changes if d["number"] == number else d for d in BRIDGE["documents"]]}


def cut():
    first, *rest = BRIDGE["sentences"]
    text = " ".join([SHORT, *(sentence["text"] for sentence in rest)])
    changed = with_sentence(text=SHORT, end=first["start"] + len(SHORT))
    return changed | {"text": text, "n_words": len(text.split())}


EMPTIED = {"sentences": [], "text": "", "n_words": 0}
CITED = BRIDGE["sentences"][0]["citations"][0]
FORGED = {
    "a citation left out": (with_sentence(citations=[]), "the citations of sentence 1"),
    "a citation more": (with_sentence(citations=[CITED, CITED]), "the citations of sentence 1"),
    "a part of a sentence": (
        with_sentence(citations=[CITED | {"end": CITED["end"] - 9}]),
        "the citations of sentence 1",
    ),
    "a confidence": (
        with_sentence(citations=[CITED | {"confidence": 0.99}]),
        "the citations of sentence 1",
    ),
    "no number": (
        with_sentence(citations=[CITED | {"confidence": float("nan")}]),
        "the citations of sentence 1",
    ),
    "corroboration": (with_sentence(corroboration=99), "the corroboration of sentence 1"),
    "a time": (
        with_sentence(times=[BRIDGE["sentences"][0]["times"][0] | {"date": "2024-01-01"}]),
        "the times of sentence 1",
    ),
    "a time left out": (with_sentence(times=[]), "the times of sentence 1"),
    "position": (with_sentence(position=7), "sentence 1 is not a whole sentence of article"),
    "a cut sentence": (cut(), "sentence 1 is not a whole sentence of article"),
    "a number that is true": (with_sentence(start=True), "the summary is incomplete"),
    "words": ({"n_words": 7}, "n_words is not the number of words"),
    "no sentences": (EMPTIED, "the summary has no sentence, but its articles have"),
    "nothing": (
        EMPTIED | {"documents": [], "headline": None, "differences": []},
        "the summary lists",
    ),
    "a headline": (
        {"headline": {"text": "FORGED", "document": 1, "start": None, "end": None}}
        | with_document(1, title="FORGED"),
        "the title of article 1",
    ),
    "a place of the headline": (
        {"headline": BRIDGE["headline"] | {"start": 0, "end": 3, "text": "The"}},
        "the headline is not the title of article 1",
    ),
    "a source": (with_document(2, source="Reuters"), "the source of article 2"),
    "an address": (with_document(1, url="javascript:alert(1)"), "the url of article 1"),
    "a date": (with_document(1, published="2024-01-01"), "the published of article 1"),
    "an origin": (with_document(2, origin=1), "the origin of article 2"),
    "sentences": (with_document(2, n_sentences=9), "the n_sentences of article 2"),
    "skipped": (with_document(2, skipped="no sentence found"), "the skipped of article 2"),
    "a copy": (with_document(2, copy_of=1), "the list of articles is not that of these"),
    "another version": ({"version": "0.0.9"}, "the summary was written by summarize 0.0.9, and"),
}


@pytest.mark.parametrize(("change", "problem"), FORGED.values(), ids=FORGED)
def test_what_articles_decide_is_computed_again(change, problem):
    forged = BRIDGE | change
    forged["digest"] = summary_digest(forged)
    articles = [*COUNCIL, Article(f"  {COUNCIL[0].text}", source="Reprint")]
    assert verify(BRIDGE, articles) == []
    problems = verify(forged, articles)
    assert any(line.startswith(problem) for line in problems), problems


def test_a_sentence_cannot_be_given_twice():
    text = f"{BRIDGE['text']} {BRIDGE['sentences'][0]['text']}"
    forged = BRIDGE | {"sentences": [*BRIDGE["sentences"], BRIDGE["sentences"][0]], "text": text}
    forged |= {"n_words": len(text.split())}
    forged["digest"] = summary_digest(forged)
    assert [line for line in verify(forged, COUNCIL) if line.endswith("is given twice")]


@pytest.mark.parametrize(
    "options",
    [
        {"min_origins": 2},
        {"min_origins": 9},
        {"focus": "the river|seen:"},
        {"focus": "the river|encoder:x"},
        {"rank": "lead", "percent": 30},
        {"explain": True, "sentences": 1},
        {"seen": BRIDGE},
    ],
    ids=str,
)
@pytest.mark.parametrize("articles", [COUNCIL, SEEDS, [], ["What?"], [*COUNCIL, *COUNCIL]], ids=len)
def test_whatever_the_options_a_summary_holds(options, articles):
    assert summarize(articles, **options).verify(articles[::-1]) == []


def test_deep_nesting_is_a_problem_and_not_a_crash():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    assert verify(SUMMARY | {"version": deep}, SEEDS) == ["the summary is incomplete or malformed"]


@pytest.mark.parametrize("missing", ["digest", "text", "sentences", "documents"])
def test_an_incomplete_summary_is_a_problem_and_not_a_crash(missing):
    data = {key: value for key, value in SUMMARY.items() if key != missing}
    assert verify(data, SEEDS)[0].startswith("the summary is incomplete or malformed")


@pytest.mark.parametrize("titles", [[None, "\u200c"], ["’", None], ["Mill", "Mill burns", None]])
def test_copies_with_titles_of_their_own_hold(titles):
    for text in ("", "Mill burns down\n\nThe old mill burned down on Sunday night in Lunde."):
        articles = [Article(text, title=title) for title in titles]
        assert summarize(articles).verify(articles[::-1]) == []


def test_a_missing_article_is_named():
    (problem,) = verify(SUMMARY, SEEDS[1:])
    assert "000_4a588cfea0da092a.txt) is missing or was modified" in problem


def test_the_library_verifies_its_own():
    assert summarize(SEEDS).verify(SEEDS) == []
    assert summarize(SEEDS).verify([])


def test_a_value_that_articles_write_in_two_ways_is_verified():
    text = "The storm killed {} people in the harbour town of Lunde on Monday, and sank a ferry."
    articles = [text.format(n) + more for n, more in ((12, " Boats sank."), (30, " Roofs fell."))]
    articles += [text.format("thirty") + " Trees broke.", text.format("at least 20") + " It ended."]
    summary = summarize(articles)
    told = {value.value: len(value.places) for value in summary.differences[0].values}
    assert sorted(told.values()) == [1, 2]
    assert summary.verify(articles) == []


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (
            "trafilatura 9.1",
            "was extracted by trafilatura 9.0, and here by trafilatura 9.1; install",
        ),
        ("trafilatura 9.0", "is missing or was modified"),
        (None, "is missing or was modified"),
    ],
)
def test_an_article_that_another_version_extracted_says_so(now, words):
    texts = [article.text for article in SEEDS]
    pages = [
        Article(text, path=f"{n}.html", extractor="trafilatura 9.0") for n, text in enumerate(texts)
    ]
    summary = summarize(pages).to_dict()
    assert verify(summary, pages) == []
    again = [
        Article(f"{text} More.", path=f"{n}.html", extractor=now) for n, text in enumerate(texts)
    ]
    problems = verify(summary, again)
    assert sum(words in problem for problem in problems) == len(pages)
