"""Summaries as rows and as data frames, and articles from them."""

import json
import sys
from dataclasses import replace

import pytest
from summaries import ALL, EMPTY, FERRY, NOTHING_AT_ALL, document, sentence

from summarize import Article, OptionError, SummarizeError, rows, summaries_frame, summarize
from summarize.table import COLUMNS

ARTICLES = [
    {
        "headline": "Bridge approved",
        "body": "The council of Ruhnau approved the new bridge over the river on Monday.",
        "publisher": "Ruhnau Post",
        "date": "2025-06-09",
    },
    {
        "headline": "Council votes for bridge",
        "body": "The council of Ruhnau has approved a new bridge over the river on Monday.",
        "publisher": None,
        "date": "2025-06-10",
    },
]
SUMMARY = summarize(ARTICLES, sentences=1)
# As many without citations as Polars looks at by default, then one with them.
MANY = [summarize(["The ferry Hilda was towed to Lunde."], sentences=1)] * 120 + [SUMMARY]


def test_a_row_has_the_sentence_its_article_and_its_citations():
    first = rows(FERRY)[0]
    own = FERRY.sentences[0]
    assert tuple(first) == COLUMNS
    assert (first["event"], first["sentence"], first["text"]) == ("ferry", 1, own.text)
    assert (first["document"], first["source"]) == (1, "Velm Courier")
    assert (first["published"], first["url"][:20]) == (
        "2025-03-04T07:10:00Z",
        "https://courier.exam",
    )
    assert (first["position"], first["start"], first["end"]) == (2, 132, 132 + len(own.text))
    assert (first["corroboration"], first["n_origins"]) == (3, 4)
    assert (first["also_in"], first["similar"]) == ([2, 3], [4])
    assert (first["n_words"], first["headline"]) == (28, FERRY.headline.text)
    assert first["signature"] == FERRY.signature
    assert first["citations"][1] == {
        "document": 3,
        "source": "Radio Velm",
        "title": "Aurora Stranded",
        "url": None,
        "position": 0,
        "start": 0,
        "end": 40,
        "confidence": 0.71234567,
        "is_confident": True,
    }


@pytest.mark.parametrize("name", ALL)
def test_there_is_one_row_a_sentence_in_order(name):
    found = rows([ALL[name], ALL[name]])
    texts = [sentence.text for sentence in ALL[name].sentences]
    places = list(range(1, len(texts) + 1))
    assert [row["text"] for row in found] == texts * 2
    assert [row["sentence"] for row in found] == places * 2


@pytest.mark.parametrize("name", ALL)
def test_rows_are_plain_data_with_the_same_keys(name):
    for row in rows(ALL[name]):
        assert tuple(row) == COLUMNS
        assert json.loads(json.dumps(row)) == row


def test_a_span_of_a_row_is_the_sentence_in_its_article():
    [row] = rows(SUMMARY)
    texts = {article["headline"]: article["body"] for article in ARTICLES}
    assert texts[row["title"]][row["start"] : row["end"]] == row["text"]
    [cited] = row["citations"]
    assert texts[cited["title"]][cited["start"] : cited["end"]] == texts[cited["title"]]


def test_times_are_dicts():
    [row] = rows(summarize([ARTICLES[0]]))
    assert row["times"] == [{"text": "Monday", "start": 64, "end": 70, "date": "2025-06-09"}]


def test_one_summary_and_any_iterable_of_them_are_taken():
    assert rows(FERRY) == rows([FERRY]) == rows(iter((FERRY,)))
    assert rows([]) == rows(EMPTY) == rows([NOTHING_AT_ALL]) == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (7, "summaries is a int; give a list of summaries"),
        ([FERRY, "text"], "one of the summaries is a str; give what summarize returns"),
        ([FERRY.to_dict()], "one of the summaries is a dict; give what summarize returns"),
    ],
)
def test_anything_else_is_named(given, message):
    for function in (rows, summaries_frame):
        with pytest.raises(OptionError, match=f"^{message}$"):
            function(given)


def test_a_frame_has_a_row_a_sentence():
    frame = summaries_frame([FERRY, EMPTY, SUMMARY])
    assert list(frame.columns) == list(COLUMNS)
    numbers = ["sentence", "document", "start", "end", "relevance", "also_in", "citations"]
    found = rows([FERRY, SUMMARY])
    assert frame[numbers].to_dict("records") == [
        {key: row[key] for key in numbers} for row in found
    ]
    assert frame.explode("citations")["citations"].map(type).tolist().count(dict) == 5


def test_a_frame_without_a_sentence_has_the_same_columns():
    assert list(summaries_frame(EMPTY).columns) == list(COLUMNS)
    assert len(summaries_frame([])) == 0


def test_a_frame_without_pandas_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(SummarizeError, match="needs pandas; install it with: pip install pandas"):
        summaries_frame(FERRY)
    assert rows(FERRY)


def test_what_articles_say_stays_as_it_is():
    hostile = "=cmd|' /C calc'!A0 \x1b[31m <b>$x^2$</b>"
    summary = replace(
        FERRY, sentences=(sentence(hostile),), documents=(document(1, hostile),), headline=None
    )
    [row] = rows(summary)
    assert (row["text"], row["title"]) == (hostile, hostile)


def test_articles_come_from_a_frame_of_pandas():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(ARTICLES)
    assert summarize(frame, sentences=1) == summarize(frame.to_dict("records"), sentences=1)
    assert summarize(frame, sentences=1) == SUMMARY


def test_articles_come_from_polars_and_rows_go_there():
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(ARTICLES)
    assert summarize(frame.to_dicts(), sentences=1) == SUMMARY
    assert summarize(frame, sentences=1) == SUMMARY
    table = polars.DataFrame(rows(MANY), infer_schema_length=None)
    assert table.to_dicts() == rows(MANY)
    cited = table.explode("citations").select(polars.col("citations").struct.field("confidence"))
    assert cited["confidence"].drop_nulls().to_list() == confidence(SUMMARY)


def test_articles_come_from_datasets_and_rows_go_there():
    datasets = pytest.importorskip("datasets")
    dataset = datasets.Dataset.from_list(ARTICLES)
    assert summarize(dataset.to_list(), sentences=1) == SUMMARY
    assert summarize(dataset, sentences=1) == SUMMARY
    table = datasets.Dataset.from_list(rows(MANY))
    assert table.to_list() == rows(MANY)
    assert [each["confidence"] for each in table[120]["citations"]] == confidence(SUMMARY)


def confidence(summary):
    return [each.confidence for sentence in summary.sentences for each in sentence.citations]


def test_something_with_columns_that_is_no_table_is_refused():
    with pytest.raises(OptionError, match="articles is a Article"):
        summarize(Article("The dam held."))
