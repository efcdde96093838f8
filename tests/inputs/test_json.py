"""JSON files: a list of articles, an object that has one, one article, or events."""

import io
import json

import pytest
from loading import TEXT, batch, load, one, reason, write

from summarize.inputs.events import is_batch
from summarize.model import Article, Cluster

NEWS = {
    "status": "ok",
    "totalResults": 2,
    "articles": [
        {
            "source": {"id": None, "name": "Lunde Post"},
            "author": "Ann Aas",
            "title": "Ferry aground",
            "description": "A ferry.",
            "url": "https://post.example/1",
            "publishedAt": "2025-06-11T10:00:00Z",
            "content": TEXT,
        },
        {"source": {"id": None, "name": None}, "author": None, "content": f"More. {TEXT}"},
    ],
}


def articles_of(value):
    """Read JSON from a pipe: its articles, and the records."""
    return one(["-"], stdin=io.BytesIO(json.dumps(value).encode()))


def test_what_a_news_service_answers_is_articles(tmp_path):
    (first, second), skipped = one([path := write(tmp_path / "news.json", json.dumps(NEWS))])
    assert skipped == []
    assert first == Article(
        TEXT,
        "Ferry aground",
        "Lunde Post",
        "https://post.example/1",
        "2025-06-11T10:00:00+00:00",
        "news.json:1",
        path,
        "Ann Aas",
    )
    assert (second.source, second.author, second.id) == (None, None, "news.json:2")


@pytest.mark.parametrize(
    "value",
    [
        [{"text": TEXT}],
        [TEXT],
        {"documents": [TEXT]},
        {"documents": [{"body": TEXT}], "focus": "ferry"},
        {"articles": [{"article_body": TEXT}]},
        {"results": [{"full_text": TEXT}]},
        {"response": {"docs": [{"Main-Text": TEXT}]}},
        {"data": {"items": [{"story": TEXT}]}},
        {"title": "A", "text": TEXT},
        {"document": TEXT},
    ],
    ids=json.dumps,
)
def test_a_text_is_found_in_all_that_people_have(value):
    articles, skipped = articles_of(value)
    assert ([article.text for article in articles], skipped) == ([TEXT], [])


def test_one_article_is_named_by_its_file(tmp_path):
    path = write(tmp_path / "a.json", json.dumps({"headline": "A", "text": TEXT}))
    assert one([path])[0] == (Article(TEXT, "A", id="a.json", path=path),)


def test_authors_may_be_a_list_and_named_objects_and_dates_numbers():
    ((article,), _) = articles_of(
        {"text": TEXT, "authors": ["Ann Aas", {"name": "Bo"}, None], "time": 1749600000000}
    )
    assert (article.author, article.published) == ("Ann Aas, Bo", "2025-06-11T00:00:00+00:00")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([], "is an empty list; give at least one article"),
        ({}, "has no text; add it"),
        ([1], "is a number; give an object or a string"),
        ({"a": 1, "b": TEXT}, "has no key of text; name it with --text-column; its keys are a, b"),
        ([{"a": TEXT}, {"c": TEXT}], "name it with --text-column; its keys are a, c"),
        ([{"text": {"en": TEXT}}], 'has an object as "text"; give a string'),
        ({"schema": "summarize/1", "documents": []}, "is a summary that was saved as JSON; give"),
        ({"schema": "summarize-digest/1"}, "is a digest that was saved as JSON; give"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_cannot_be_used_is_one_line(tmp_path, value, words):
    _, (skipped,) = one([write(tmp_path / "a.json", json.dumps(value))])
    assert words in skipped.reason


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"text": "The ferry', "is not JSON: Unterminated string starting at column 10; fix"),
        (b'[{"text": ' + b"[" * 100_000, "is nested too deeply"),
        (b'[{"text": 1' + b"0" * 5000 + b"}]", "thousands of digits"),
        (b'[{"text": [' + b"0," * 1_000_001 + b"0]}]", "has over 1,000,000 values; split the file"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_json_that_is_broken_or_too_much_is_one_line(data, words):
    assert words in reason(data)


def test_articles_that_cannot_be_used_are_named_and_the_others_count():
    articles, skipped = articles_of(
        [{"text": TEXT}, {"title": "A"}, 5, {"text": "<!doctype html>"}]
    )
    assert [article.text for article in articles] == [TEXT]
    assert {record.where: record.reason.split(";")[0] for record in skipped} == {
        "standard input:2": "has no text",
        "standard input:3": "is a number",
        "standard input:4": "is HTML",
    }
    _, skipped = articles_of([{"text": TEXT}, *([{"title": "A"}] * 4)])
    assert [record.where for record in skipped] == ["4 of the 5 articles of standard input"]


def test_a_list_of_events_is_a_batch(tmp_path):
    values = [{"id": "a", "documents": [TEXT]}, 5, {"articles": [{"text": TEXT}], "focus": "f"}]
    path = write(tmp_path / "events.json", json.dumps(values))
    assert is_batch(path)
    first, lost, second = load([path])
    assert (first.id, second.focus) == ("a", "f")
    assert (lost.where, lost.is_event) == (f"{path}:2", True)
    assert reason(json.dumps(values).encode()).startswith("is a batch of events; give it as a PATH")
    assert not is_batch(write(tmp_path / "articles.json", json.dumps([{"text": TEXT}])))
    assert not is_batch(write(tmp_path / "event.json", json.dumps(values[0])))
    assert not is_batch(str(tmp_path / "missing.json"))


def test_lines_in_a_json_file_are_read_as_lines(tmp_path):
    flat = json.dumps({"text": TEXT}) + "\n"
    assert len(one([write(tmp_path / "flat.json", flat * 2)])[0]) == 2
    events = json.dumps({"documents": [TEXT]}) + "\n"
    assert len(list(load([write(tmp_path / "events.json", events * 2)]))) == 2


def test_lines_on_standard_input_are_read_by_their_content():
    lines = [{"text": TEXT}, {"title": "A"}, [], {"documents": [TEXT]}, {"body": "More."}]
    data = "".join(json.dumps(line) + "\n" for line in lines).encode()
    articles, skipped = one(["-"], stdin=io.BytesIO(data))
    assert [article.text for article in articles] == [TEXT, "More."]
    assert sorted(record.where[-2:] for record in skipped) == [":2", ":3", ":4"]
    assert "is a batch of events" in reason(EVENTS)


EVENTS = (json.dumps({"documents": [TEXT]}) + "\n").encode() * 2


@pytest.mark.parametrize("separator", ["|||||", " ||||| ", " story_separator_special_tag "])
def test_the_lines_of_multi_news_are_events(tmp_path, separator):
    story = f"First story. NEWLINE_CHAR More of it.{separator}Second story.{separator}"
    expected = ["First story. \n More of it.", "Second story."]
    (cluster,) = batch(tmp_path, {"document": story, "summary": "S."})
    assert [article.text for article in cluster.articles] == expected
    (cluster, again) = load([write(tmp_path / "train.src", f"{story}\n{story}\n")])
    assert [article.text for article in cluster.articles] == expected
    assert again == cluster
    (alone,) = load(["-"], jsonl=True, stdin=io.BytesIO(story.encode()))
    assert alone == cluster


def test_an_event_of_one_story_among_those_of_several_is_an_event(tmp_path):
    several = {"document": f"{TEXT} ||||| {TEXT}"}
    first, second = batch(tmp_path, several, {"document": TEXT})
    assert [len(first.articles), len(second.articles)] == [2, 1]


def test_the_lines_of_wcep_are_events(tmp_path):
    article = {"title": "A", "text": TEXT, "url": "https://a.example/1", "time": "2019-01-02 00:00"}
    (cluster,) = batch(tmp_path, {"articles": [article], "summary": "S.", "id": 5})
    expected = Article(TEXT, "A", None, "https://a.example/1", "2019-01-02T00:00:00")
    assert cluster == Cluster((expected,), id="5")


def test_the_lines_of_a_saved_batch_are_refused_once(tmp_path):
    line = json.dumps({"schema": "summarize/1", "documents": [{"title": "A"}]}) + "\n"
    (skipped,) = load([write(tmp_path / "out.jsonl", line * 3)])
    assert skipped.reason.startswith("is a summary that was saved as JSON; ")
    assert not skipped.is_event
