"""Batches: a line of JSON becomes an event, or a record that says why not."""

import codecs
import io
import json

import pytest
from loading import batch, load, write

from summarize.errors import OptionError
from summarize.inputs import jsonl
from summarize.inputs.events import events, is_batch
from summarize.inputs.records import Skipped
from summarize.model import Article, Cluster


def test_a_batch_gives_one_event_a_line(tmp_path):
    document = {
        "id": 7,
        "title": "T",
        "source": "S",
        "url": "http://x.org",
        "published": "June 11, 2025",
        "text": " Body.\r\n",
        "ignored": [1.5, None],
    }
    first, second, third = batch(
        tmp_path,
        {"id": "e1", "documents": [document, {"text": "B", "date": "2025-06-12"}], "focus": "f"},
        {"documents": ["Just text."], "query": "q", "references": float("nan")},
        {"id": 3, "documents": ["x"], "focus": "", "query": "q"},
    )
    assert first == Cluster(
        (
            Article(
                " Body.\r\n",
                title="T",
                source="S",
                url="http://x.org",
                published="2025-06-11",
                id="7",
            ),
            Article("B", published="2025-06-12"),
        ),
        id="e1",
        focus="f",
    )
    assert second == Cluster((Article("Just text."),), focus="q")
    assert third == Cluster((Article("x"),), id="3", focus="q")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'{"documents": [', "is not JSON: Expecting value at column 16"),
        (b"{'documents': []}", "is not JSON: Expecting property name"),
        (b'{"documents": ["caf\xe9"]}', "is not utf-8 text (byte 0xE9 at offset 19); give its"),
        (b'{"documents": ["\0"]}', "is not JSON: Invalid control character at column 17; fix"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"x":' * 100_000, "is nested too deeply"),
        (
            b'{"x": ' + b"1" * 5000 + b"}",
            "has a number with thousands of digits; write it as a string",
        ),
        (["text"], 'is a list; an event must be an object with "documents"'),
        (None, "is null; an event"),
        (True, "is true or false; an event"),
        (1.5, "is a number; an event"),
        ("text", "is a string; an event"),
        ({"articles": 12}, 'has no "documents"'),
        ({"documents": None}, 'has no "documents"'),
        ({"documents": "text"}, 'has a string as "documents"; give a list'),
        ({"documents": []}, 'has an empty list of "documents"'),
        ({"documents": ["a"], "id": ["x"]}, 'has a list as "id"; give a string'),
        ({"documents": ["a"], "id": True}, 'has true or false as "id"'),
        ({"documents": ["a"], "focus": 5}, 'has a number as "focus"'),
        ({"documents": ["a"], "query": {}}, 'has an object as "query"'),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_broken_line_is_a_lost_event_with_file_and_line_and_the_next_one_counts(
    tmp_path, line, words
):
    good = {"documents": ["Good."]}
    before, lost, after = batch(tmp_path, good, b" \t", line, good)
    assert isinstance(before, Cluster)
    assert isinstance(after, Cluster)
    assert lost.is_event
    assert lost.where == str(tmp_path / "b.jsonl") + ":3"
    assert words in lost.reason


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("", "document 2 is empty"),
        ("<!doctype html>", "document 2 is HTML"),
        (5, "document 2 is a number; give an object or a string"),
        (None, "document 2 is null; give"),
        ({"title": "T"}, 'document 2 has no "text"'),
        ({"text": None}, 'document 2 has no "text"'),
        ({"text": " \n"}, "document 2 is empty"),
        ({"text": ["a"]}, 'document 2 has a list as "text"; give a string'),
        ({"text": "a", "title": 5}, 'document 2 has a number as "title"'),
        ({"text": "a", "source": {}}, 'document 2 has an object as "source"'),
        ({"text": "a", "url": False}, 'document 2 has true or false as "url"'),
        ({"text": "a", "published": 2025}, 'document 2 has a number as "published"'),
        ({"text": "a", "date": 2025}, 'document 2 has a number as "date"'),
        ({"text": "a", "id": []}, 'document 2 has a list as "id"'),
    ],
)
def test_a_document_that_cannot_be_used_is_named_and_the_others_count(tmp_path, document, words):
    skipped, cluster = batch(tmp_path, {"documents": ["Good.", document, "Too."]})
    assert skipped.where == str(tmp_path / "b.jsonl") + ":1"
    assert words in skipped.reason
    assert not skipped.is_event
    assert [article.text for article in cluster.articles] == ["Good.", "Too."]


def test_an_event_whose_documents_all_fail_is_lost_under_its_id(tmp_path):
    *skipped, lost = batch(tmp_path, {"id": "e", "documents": ["", 5]})
    assert [record.is_event for record in skipped] == [False, False]
    assert (lost.is_event, lost.id) == (True, "e")
    assert lost.reason.startswith("has no usable document; ")


def test_an_event_whose_only_document_fails_is_lost_for_that_reason(tmp_path):
    (lost,) = batch(tmp_path, {"id": "e", "documents": [5]})
    assert (lost.is_event, lost.id) == (True, "e")
    assert lost.reason.startswith("document 1 is a number")


def test_an_event_comes_with_its_place(tmp_path):
    path = write(tmp_path / "b.jsonl", '\n{"documents": ["a"]}\n')
    assert [event.where for event in events([path])] == [f"{path}:2"]
    path = write(tmp_path / "a.txt")
    assert [event.where for event in events([path], each=True)] == [path]
    assert [event.where for event in events([path])] == [""]


def test_a_nul_in_the_first_line_costs_only_that_line(tmp_path):
    lost, cluster = batch(tmp_path, b'{"documents": ["\0"]}', {"documents": ["Good."]})
    assert (lost.where, lost.is_event) == (str(tmp_path / "b.jsonl") + ":1", True)
    assert cluster.articles[0].text == "Good."


def test_a_mark_at_the_start_and_windows_line_ends_are_read(tmp_path):
    lines = (codecs.BOM_UTF8 + b'{"documents": ["a"]}\r', b'{"documents": ["b"]}\r')
    first, second = batch(tmp_path, *lines)
    assert (first.articles[0].text, second.articles[0].text) == ("a", "b")


def test_the_encoding_of_a_batch_can_be_given(tmp_path):
    (cluster,) = batch(tmp_path, '{"documents": ["船"]}'.encode("euc_jp"), encoding="euc_jp")
    assert cluster.articles[0].text == "船"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be"])
def test_a_batch_in_utf16_is_refused_once_for_the_whole_file(tmp_path, encoding):
    data = ('{"documents": ["a"]}\n' * 3).encode(encoding)
    (skipped,) = load([write(tmp_path / "b.jsonl", data)])
    assert "is not UTF-8, as a batch must be" in skipped.reason


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_an_empty_batch_says_so(tmp_path, data):
    (skipped,) = load([write(tmp_path / "b.jsonl", data)])
    assert "is empty; a batch has one event per line" in skipped.reason
    assert not skipped.is_event


def test_the_last_of_equal_keys_counts_as_in_any_json(tmp_path):
    (cluster,) = batch(tmp_path, b'{"documents": ["a"], "documents": ["b"]}')
    assert cluster.articles[0].text == "b"


def test_a_line_over_50_mb_is_lost_without_being_kept_and_the_next_one_counts(monkeypatch):
    monkeypatch.setattr("summarize.inputs.jsonl.MAX_BYTES", 100)
    stdin = io.BytesIO(b'"' + b"a" * 3_000_000 + b'"\n{"documents": ["b"]}\n')
    lost, cluster = load(["-"], jsonl=True, stdin=stdin)
    assert (lost.where, lost.is_event) == ("standard input:1", True)
    assert "is larger than 50 MB" in lost.reason
    assert cluster.articles[0].text == "b"


def test_a_batch_is_streamed():
    class Lines(io.BytesIO):
        """Refuses to be read any further than to the second line."""

        n_lines = 0

        def readline(self, _size=-1):
            self.n_lines += 1
            assert self.n_lines <= 2
            return b'{"documents": ["a"]}\n'

    events = load(["-"], jsonl=True, stdin=Lines())
    assert isinstance(next(events), Cluster)
    assert isinstance(next(events), Cluster)


def test_several_batches_follow_one_another_and_a_missing_one_stops_none(tmp_path):
    paths = [write(tmp_path / f"{n}.JSONL", f'{{"id": {n}, "documents": ["x"]}}') for n in (2, 1)]
    missing = str(tmp_path / "missing.jsonl")
    first, skipped, second = load([paths[0], missing, paths[1]], each=True)
    assert (first.id, second.id) == ("2", "1")
    assert skipped == Skipped(missing, "does not exist; check the path", is_unreadable=True)


def test_input_declared_as_jsonl_is_read_as_such_under_any_name(tmp_path):
    path = write(tmp_path / "events.txt", '{"documents": ["x"]}')
    assert next(load([path], jsonl=True)).articles[0].text == "x"
    (skipped,) = load([str(tmp_path)], jsonl=True)
    assert (skipped.reason, skipped.is_unreadable) == ("is a folder; give a file", True)


def test_batches_and_articles_are_not_mixed(tmp_path):
    with pytest.raises(OptionError, match=r"'b.jsonl' is JSONL, 'a.txt' is not"):
        load(["a.txt", "b.jsonl"])
    (tmp_path / "folder.jsonl").mkdir()
    assert not is_batch(str(tmp_path / "folder.jsonl"))


@pytest.mark.parametrize(
    "line",
    [
        '{"documents": [' + "[]," * jsonl.MOST_VALUES + "[]]}",
        '{"documents": ["The ferry ran aground."], "x": [' + "0," * jsonl.MOST_VALUES + "0]}",
        '{"documents": ["' + '\\"' * 9 + "]" + '", ' + '"",' * jsonl.MOST_VALUES + '""]}',
    ],
    ids=["lists", "numbers", "strings"],
)
def test_a_line_of_a_million_values_is_not_parsed(tmp_path, monkeypatch, line):
    monkeypatch.setattr("json.loads", lambda *_: pytest.fail("it was parsed"))
    path = write(tmp_path / "in.jsonl", line + "\n")
    (skipped,) = events([path])
    assert skipped.is_event
    assert skipped.reason == "has over 1,000,000 values; split the event"


@pytest.mark.parametrize("sign", [",", "[", "{", '\\\\",\\\\"', '\\"[', "\\\\", "\\n,"])
def test_signs_in_a_text_are_not_values(tmp_path, sign):
    text = "The ferry ran aground. " + sign * (jsonl.MOST_VALUES + 9)
    (event,) = events([write(tmp_path / "in.jsonl", json.dumps({"documents": [text]}))])
    assert event.cluster.articles[0].text == text


def test_the_header_of_a_text_gives_what_the_document_does_not(tmp_path):
    header = "---\ntitle: In the text\ndate: 2025-06-11\nsource: Lunde Post\n---\n\n"
    text = f"{header}The ferry ran aground near Lunde on Tuesday."
    documents = [{"text": text, "title": "Given", "url": "https://a.example"}, text]
    (cluster,) = batch(tmp_path, {"documents": documents})
    first, second = cluster.articles
    assert (first.title, first.published, first.source) == ("Given", "2025-06-11", "Lunde Post")
    assert (first.url, second.url) == ("https://a.example", None)
    assert second.title == "In the text"


def test_a_file_of_articles_is_one_event_under_any_names(tmp_path):
    path = write(
        tmp_path / "b.NDJSON",
        '{"headline": "T", "BODY": "One.", "date": "2025-06-11"}\n{"id": 5, "text": "Two."}\n',
    )
    (event,) = events([path])
    assert event.cluster == Cluster(
        (
            Article("One.", title="T", published="2025-06-11", id="b.NDJSON:1", path=path),
            Article("Two.", id="5", path=path),
        )
    )


def test_an_article_among_events_is_a_record_wherever_it_is(tmp_path):
    flat, event = {"text": "Flat."}, {"documents": ["Good."]}
    good, lost = batch(tmp_path, event, flat)
    assert isinstance(good, Cluster)
    assert lost.is_event
    assert lost.where.endswith(":2")
    assert "put articles into a file" in lost.reason
    (skipped, cluster) = batch(tmp_path, flat, event, flat)
    assert (skipped.where[-2:], skipped.is_event) == (":2", False)
    assert skipped.reason.startswith("is an event, among articles; put it into a file")
    assert [article.text for article in cluster.articles] == ["Flat.", "Flat."]


def test_the_text_of_a_line_can_be_named(tmp_path):
    (lost,) = batch(tmp_path, {"tale": "One.", "n": 1})
    assert lost.reason.endswith("name the text with --text-column; its keys are tale, n")
    (cluster,) = batch(tmp_path, {"tale": "One."}, text_column="Tale")
    assert cluster.articles[0].text == "One."
    (nested,) = batch(tmp_path, {"text": {"en": "One."}})
    assert nested.reason == 'has an object as "text"; give a string'
