"""What comes in: every kind of input becomes articles, or a record that says why not."""

from __future__ import annotations

import codecs
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import InputError, OptionError
from summarize.load import Event, Skipped, is_batch, would_read
from summarize.load import load as load_events
from summarize.load.decode import check_encoding, decode, decode_article
from summarize.load.files import MAX_BYTES
from summarize.load.header import iso_date, read_header
from summarize.model import Article, Cluster

TEXT = "The ferry ran aground off Lunde on Monday. Nobody was hurt.\n"


def write(path, data=TEXT):
    """Write an article and return its path as a user would type it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def load(*args, **options):
    """Load as the command does, but without the places of events."""
    items = load_events(*args, **options)
    return (item.cluster if isinstance(item, Event) else item for item in items)


def one(paths, **options):
    """Load one event: its articles and the skipped inputs."""
    items = list(load(paths, **options))
    clusters = [item for item in items if isinstance(item, Cluster)]
    assert len(clusters) <= 1
    articles = clusters[0].articles if clusters else ()
    return articles, [item for item in items if isinstance(item, Skipped)]


def reason(data, **options):
    """Load a single file that cannot be used and return why."""
    articles, (skipped,) = one(["-"], stdin=io.BytesIO(data), **options)
    assert articles == ()
    return skipped.reason


def batch(tmp_path, *lines, **options):
    """Load a batch of these lines; what is no bytes is written as JSON."""
    data = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
    )
    return list(load([write(tmp_path / "b.jsonl", data)], **options))


# Decoding


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café".encode(), "Café"),
        (codecs.BOM_UTF8 + "Café".encode(), "Café"),
        (codecs.BOM_UTF16_LE + "Café".encode("utf-16-le"), "Café"),
        (codecs.BOM_UTF16_BE + "Café".encode("utf-16-be"), "Café"),
        (codecs.BOM_UTF32_LE + "Café".encode("utf-32-le"), "Café"),
        (codecs.BOM_UTF32_BE + "Café".encode("utf-32-be"), "Café"),
        (b"Caf\xe9 \x93quoted\x94", "Café “quoted”"),
        (b"one\r\ntwo\rthree\nfour\x0bfive", "one\r\ntwo\rthree\nfour\x0bfive"),
        ("a\ufeffb".encode(), "a\ufeffb"),
    ],
)
def test_a_mark_then_utf8_then_windows_1252_decide_the_encoding(data, text):
    assert decode_article(data) == text


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("shift_jis", "船が座礁した".encode("shift_jis")),
        ("utf-16-le", "船".encode("utf-16-le")),
        ("utf-16-le", codecs.BOM_UTF16_LE + "船".encode("utf-16-le")),
        ("utf-8", codecs.BOM_UTF8 + "船".encode()),
    ],
)
def test_the_encoding_that_is_given_comes_before_all_marks_and_leaves_none(encoding, data):
    text = decode_article(data, encoding)
    assert text in ("船", "船が座礁した")


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_utf8_is_never_changed(text):
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_with_advice(data):
    text = advice = ""
    try:
        text = decode_article(data)
    except InputError as error:
        advice = str(error)
    assert text or "; " in advice
    assert "\n" not in advice


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Undefined in Windows-1252: \x81", "byte 0x81 at offset 27); give its encoding"),
        (codecs.BOM_UTF16_LE + b"odd", "is not utf-16 text"),
        (codecs.BOM_UTF8 + b"caf\xe9", "is not utf-8 text (byte 0xE9 at offset"),
        (b"caf\xe9 \x01\x02", "binary file (it contains control characters); convert it to text"),
        (b"%!PS-Adobe-3.0", "binary file (a PostScript document)"),
        (b"Rar!\x1a\x07", "binary file (a RAR archive)"),
        (b"7z\xbc\xaf\x27\x1c", "binary file (a 7z archive)"),
        (b'{\n "documents": [\n', "is JSON; put each event on one line, and name the file .jsonl"),
        (b"text with \0 in it", "binary file (it contains NUL bytes)"),
        (b"%PDF-1.7 text", "binary file (a PDF)"),
        (b"PK\x03\x04 text", "binary file (a ZIP archive or an office document)"),
        (b"\x89PNG text", "binary file (an image)"),
        (b"\x7fELF text", "binary file (a program)"),
        (b"\x1f\x8b text", "binary file (a gzip archive)"),
        (b"{\\rtf1 text}", "binary file (an RTF document)"),
        (b"", "is empty"),
        (b" \r\n\t\xc2\xa0\n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (b"<!DOCTYPE html><title>x", "is HTML; convert it to plain text first"),
        (b"\n <HTML lang=en>", "is HTML"),
        (b"<?xml version='1.0'?>\n<!doctype  html>", "is HTML"),
        (b"<!-- saved -->\n<html>", "is HTML"),
    ],
)
def test_what_is_no_article_is_skipped_and_the_reason_says_what_to_do(data, words):
    assert words in reason(data)


@pytest.mark.parametrize(
    "text", ["BMW recalls cars.", "<htmlish> is no tag", "He wrote <html> by hand.", "%PDF"]
)
def test_words_about_html_and_pdf_are_no_html_and_no_pdf(text):
    assert decode_article(text.encode()) == text


def test_bytes_that_the_given_encoding_lacks_are_refused():
    assert "is not ascii text (byte 0xC3" in reason("Café".encode(), encoding="ascii")
    assert "is not idna text (" in reason(b"xn--a-ecp.ru", encoding="idna")


@pytest.mark.parametrize("name", ["no-such-encoding", "rot13", "hex", "undefined", "a\0b", ""])
def test_an_unknown_encoding_is_an_option_error_before_anything_is_read(name):
    with pytest.raises(OptionError, match="give one that Python supports"):
        load(["no-such-file"], encoding=name)


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "cp037"])
def test_lines_cannot_be_cut_in_an_encoding_unlike_ascii(name):
    check_encoding(name)
    with pytest.raises(OptionError, match="convert the file to UTF-8"):
        load(["b.jsonl"], encoding=name)


# What an article says about itself


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Title: A\nSource: B\n\nBody", {"title": "A", "source": "B"}),
        ("TITLE : A \r\npublisher:\tB\r\rBody", {"title": "A", "source": "B"}),
        (
            "Date: 2025-06-11\nURL: http://x.org/a?b:c",
            {"published": "2025-06-11", "url": "http://x.org/a?b:c"},
        ),
        (
            "Published: 11 June 2025\nLink: http://x.org\nBody",
            {"published": "2025-06-11", "url": "http://x.org"},
        ),
        ("Title: A\nTitle: B", {"title": "A"}),
        ("Title: A\nBody\nSource: B", {"title": "A"}),
        ("Date: yesterday\nTitle: A", {"title": "A"}),
        ("Title:\nSource: B", {}),
        ("Body\nTitle: A", {}),
        ("\nTitle: A", {}),
        ("Titles: A", {}),
        ("Author: A\nTitle: B", {}),
        ("Title: " + "a" * 2000, {}),
        ("Title A", {}),
        ("", {}),
    ],
)
def test_only_a_block_at_the_very_top_is_a_header(text, fields):
    assert read_header(text) == fields


def test_a_header_is_at_most_ten_lines_long():
    assert read_header("Title: A\n" * 9 + "Source: B") == {"title": "A", "source": "B"}
    assert read_header("Title: A\n" * 10 + "Source: B") == {"title": "A"}


def test_a_header_is_read_and_stays_in_the_text(tmp_path):
    text = "Title: Ferry aground\r\nSource: Lunde Post\r\nDate: June 11, 2025\r\n\r\nThe ferry.\r\n"
    path = write(tmp_path / "a.txt", codecs.BOM_UTF8 + text.encode())
    (article,), _ = one([path])
    assert article == Article(
        text,
        title="Ferry aground",
        source="Lunde Post",
        published="2025-06-11",
        id="a.txt",
        path=path,
    )


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2025-06-11", "2025-06-11"),
        ("2025-06-11T10:00:00Z", "2025-06-11T10:00:00+00:00"),
        ("2025-06-11 10:00", "2025-06-11T10:00:00"),
        ("2025-06-11 10:00:00 UTC", "2025-06-11"),
        ("June 11, 2025", "2025-06-11"),
        ("Jun. 11 2025", "2025-06-11"),
        ("JUNE 11th, 2025", "2025-06-11"),
        ("11  June\t2025", "2025-06-11"),
        ("1st Sept. 2025", "2025-09-01"),
        ("Wednesday, 11 June 2025", "2025-06-11"),
        ("Wed Jun 11 2025", "2025-06-11"),
        ("Wed, 11 Jun 2025 10:00:00 GMT", "2025-06-11T10:00:00+00:00"),
        ("11 Jun 2025 10:00:00 -0500", "2025-06-11T10:00:00-05:00"),
        ("06/11/2025", None),
        ("11.6.2025", None),
        ("June 2025", None),
        ("June 31, 2025", None),
        ("2025-02-30", None),
        ("2025-06-11/2025-06-13", None),
        ("2025-06-1", None),
        ("20250611", None),
        ("Marching 11, 2025", None),
        ("11 Jun 2025 25:00:00 GMT", None),
        ("11 Jun 2025 10:00:00 +9999", None),
        ("\u0662025-06-11", None),
        ("yesterday", None),
        ("", None),
        ("9" * 100_000, None),
    ],
)
def test_dates_become_iso_or_nothing_and_are_never_guessed(value, iso):
    assert iso_date(value) == iso


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_dates_and_headers(text):
    assert iso_date(text) is None or iso_date(text) == iso_date(iso_date(text))
    read_header(f"Date: {text}")


# Files and folders


def test_all_paths_together_are_one_event(tmp_path):
    paths = [write(tmp_path / name, f"{name} {TEXT}") for name in ("b.txt", "a.md", "c")]
    articles, skipped = one(paths)
    assert [article.path for article in articles] == paths
    assert [article.id for article in articles] == ["b.txt", "a.md", "c"]
    assert skipped == []


def test_a_path_stays_as_it_was_typed(tmp_path, monkeypatch):
    write(tmp_path / "sub" / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert [a.path for a in one(["./sub/../sub/a.txt"])[0]] == ["./sub/../sub/a.txt"]
    assert [a.path for a in one(["sub/"])[0]] == ["sub/a.txt"]
    assert [a.path for a in one(["."])[0]] == ["./sub/a.txt"]


def test_a_folder_is_searched_recursively_in_sorted_order(tmp_path):
    for name in ("b.txt", "a.TXT", "c.md", "d.text", "z/a.txt", "y/a.txt", "y/x/a.txt"):
        write(tmp_path / name, f"{name} {TEXT}")
    for name in (".hidden.txt", ".git/a.txt", "e.pdf", "f.jsonl", "g", "txt", "h.txt.bak"):
        write(tmp_path / name)
    articles, skipped = one([str(tmp_path)])
    found = [os.path.relpath(article.path, tmp_path) for article in articles]
    assert found == ["a.TXT", "b.txt", "c.md", "d.text", "y/a.txt", "y/x/a.txt", "z/a.txt"]
    assert skipped == []


def test_links_to_folders_are_not_followed_and_links_to_files_are(tmp_path):
    write(tmp_path / "elsewhere" / "a.txt")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "loop").symlink_to(folder)
    (folder / "loop.txt").symlink_to(folder)
    (folder / "a.txt").symlink_to(tmp_path / "elsewhere" / "a.txt")
    articles, skipped = one([str(folder)])
    assert [article.path for article in articles] == [str(folder / "a.txt")]
    assert [record.where for record in skipped] == [str(folder / "loop.txt")]


def test_what_is_no_regular_file_in_a_folder_is_named_and_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    articles, skipped = one([str(tmp_path)])
    assert articles == ()
    names = [Path(record.where).name for record in skipped]
    assert names == ["gone.txt", "pipe.txt", "self.txt"]
    assert all("is not a regular file" in record.reason for record in skipped)
    assert not any(record.is_unreadable for record in skipped)


def test_folders_may_be_nested_more_deeply_than_the_stack(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    deep = Path("d/" * 1200)
    for level in (*reversed(deep.parents), deep):
        level.mkdir(exist_ok=True)
    path = write(deep / "a.txt")
    articles, _ = one(["."])
    Path(path).unlink()
    os.removedirs(deep)  # now, for what removes the folder of the test may use the stack
    assert [article.id for article in articles] == ["a.txt"]


def test_a_folder_without_articles_says_so(tmp_path):
    write(tmp_path / "a.jsonl")
    _, (skipped,) = one([str(tmp_path)])
    assert skipped.where == str(tmp_path)
    assert "contains no .txt, .text or .md file" in skipped.reason
    assert not skipped.is_unreadable


def test_a_file_that_is_named_twice_is_read_once_under_one_name(tmp_path, monkeypatch):
    write(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    for paths in (["a.txt", "."], [".", "a.txt"], ["a.txt", ".", "a.txt"]):
        assert [article.path for article in one(paths)[0]] == ["./a.txt"]


def test_copies_of_a_file_are_articles_of_their_own(tmp_path):
    for name in "abc":
        write(tmp_path / f"{name}.txt")
    os.link(tmp_path / "a.txt", tmp_path / "d.txt")
    assert len(one([str(tmp_path)])[0]) == 4


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nowhere.txt", "does not exist; check the path"),
        ("", "does not exist; check the path"),
        ("a.txt/b", "could not be opened: Not a directory"),
        ("loop", "could not be opened: Too many levels of symbolic links"),
        ("n" * 5000, "could not be opened: File name too long"),
        ("nul\0.txt", "embedded null"),
    ],
)
def test_a_path_that_cannot_be_opened_is_unreadable_and_the_others_count(
    tmp_path, monkeypatch, path, words
):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to("loop")
    articles, (skipped,) = one(["a.txt", path])
    assert len(articles) == 1
    assert skipped.where == (path or "''")
    assert words in skipped.reason
    assert skipped.is_unreadable


def test_a_file_without_permission_is_unreadable_only_if_it_was_named(tmp_path, monkeypatch):
    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path / "a.txt")
    monkeypatch.setattr("pathlib.Path.open", refuse)
    for paths, is_unreadable in ([path], True), ([str(tmp_path)], False):
        _, (skipped,) = one(paths)
        assert skipped == Skipped(
            path, "is not readable; check its permissions", is_unreadable=is_unreadable
        )


def test_a_folder_without_permission_is_unreadable_only_if_it_was_named(tmp_path, monkeypatch):
    def scandir(path, scandir=os.scandir):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    write(tmp_path / "a.txt")
    write(tmp_path / "closed" / "b.txt")
    monkeypatch.setattr("os.scandir", scandir)
    articles, (skipped,) = one([str(tmp_path)])
    assert len(articles) == 1
    assert skipped.where == str(tmp_path / "closed")
    assert not skipped.is_unreadable
    _, records = one([str(tmp_path / "closed")])
    assert [record.is_unreadable for record in records] == [True]


def test_a_file_over_50_mb_is_skipped_without_being_read(tmp_path, monkeypatch):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with path.open("rb") as handle:
        handle.read = pytest.fail
        monkeypatch.setattr("pathlib.Path.open", lambda *_: handle)
        _, (skipped,) = one([str(path)])
    assert "is larger than 50 MB" in skipped.reason


class Endless(io.RawIOBase):
    """A stream that never ends, such as /dev/zero, and counts what was taken from it."""

    n_taken = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        self.n_taken += len(buffer)
        buffer[:] = b"a" * len(buffer)
        return len(buffer)


def test_a_stream_over_50_mb_is_skipped_and_not_read_to_its_end():
    endless = Endless()
    _, (skipped,) = one(["-"], stdin=io.BufferedReader(endless))
    assert skipped.where == "standard input"
    assert "is larger than 50 MB" in skipped.reason
    assert endless.n_taken < 2 * MAX_BYTES


def test_a_pipe_that_is_named_is_read():
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as file:
        file.write(TEXT.encode())
    try:
        (article,), skipped = one([f"/dev/fd/{reader}"])
    finally:
        os.close(reader)
    assert (article.text, skipped) == (TEXT, [])


def test_standard_input_is_one_article_without_a_path():
    (article,), _ = one(["-", "-"], stdin=io.BytesIO(b"Title: A\n\nBody."))
    assert article == Article("Title: A\n\nBody.", title="A", id="-")


def test_standard_input_of_the_process_is_the_default(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert [article.text for article in one(["-"])[0]] == [TEXT]


def test_a_closed_standard_input_is_unreadable(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    _, (skipped,) = one(["-"])
    assert skipped.is_unreadable
    assert "is closed" in skipped.reason


def test_a_standard_input_that_fails_is_unreadable():
    class Broken(io.BytesIO):
        def read(self, _size):
            raise IsADirectoryError(21, "Is a directory")

    _, (skipped,) = one(["-"], stdin=Broken())
    assert (skipped.is_unreadable, skipped.reason) == (True, "is a folder; give a file")


# Each path an event


def test_each_makes_every_path_an_event_named_by_it(tmp_path):
    a = write(tmp_path / "a.txt")
    folder = tmp_path / "folder"
    write(folder / "b.txt", f"b {TEXT}")
    write(folder / "c.txt", f"c {TEXT}")
    first, second = load([a, str(folder)], each=True)
    assert (first.id, [article.id for article in first.articles]) == (a, ["a.txt"])
    assert (second.id, [article.id for article in second.articles]) == (
        str(folder),
        ["b.txt", "c.txt"],
    )


def test_with_each_a_path_that_fails_is_exactly_one_lost_event(tmp_path):
    empty = write(tmp_path / "empty.txt", "")
    folder = tmp_path / "folder"
    write(folder / "x.txt", "")
    write(folder / "y.txt", "")
    items = list(load(["nowhere", empty, str(folder), "-"], each=True, stdin=io.BytesIO(b"x")))
    lost = [item for item in items if isinstance(item, Skipped) and item.is_event]
    assert [item.id for item in lost] == ["nowhere", empty, str(folder)]
    assert [item.is_unreadable for item in lost] == [True, False, False]
    assert lost[2].reason.startswith("has no usable article; ")
    assert [item.where for item in items if item not in lost and isinstance(item, Skipped)] == [
        str(folder / "x.txt"),
        str(folder / "y.txt"),
    ]
    assert isinstance(items[-1], Cluster)


# Batches


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
        ({"articles": ["text"]}, 'has no "documents"'),
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
    assert [event.where for event in load_events([path])] == [f"{path}:2"]
    path = write(tmp_path / "a.txt")
    assert [event.where for event in load_events([path], each=True)] == [path]
    assert [event.where for event in load_events([path])] == [""]


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
    monkeypatch.setattr("summarize.load.jsonl.MAX_BYTES", 100)
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


def test_input_that_is_said_to_be_jsonl_is_read_so_under_any_name(tmp_path):
    path = write(tmp_path / "events.txt", '{"documents": ["x"]}')
    assert next(load([path], jsonl=True)).articles[0].text == "x"
    (skipped,) = load([str(tmp_path)], jsonl=True)
    assert (skipped.reason, skipped.is_unreadable) == ("is a folder; give a file", True)


def test_batches_and_articles_are_not_mixed(tmp_path):
    with pytest.raises(OptionError, match=r"'b.jsonl' is JSONL, 'a.txt' is not"):
        load(["a.txt", "b.jsonl"])
    (tmp_path / "folder.jsonl").mkdir()
    assert not is_batch(str(tmp_path / "folder.jsonl"))


# Outputs


def test_an_input_is_recognised_under_another_name(tmp_path, monkeypatch):
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "b.html")
    (tmp_path / "link.txt").symlink_to("in/a.txt")
    monkeypatch.chdir(tmp_path)
    for target in ("in/a.txt", "./in/../in/a.txt", "link.txt"):
        assert would_read(["in"], target)
        assert would_read(["missing", "in/a.txt"], target)
    assert not would_read(["in"], "in/b.html")
    assert not would_read(["in"], "in/new.txt")
    assert not would_read(["-"], "in/a.txt")


def test_standard_input_is_recognised_if_it_is_the_output(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt")
    with Path(path).open() as file:
        monkeypatch.setattr("sys.stdin", file)
        assert would_read(["-"], path)
        assert not would_read(["-"], write(tmp_path / "b.txt"))
    assert not would_read(["-"], path)  # it is closed now
    monkeypatch.setattr("sys.stdin", None)
    assert not would_read(["-"], path)


def test_a_device_may_be_both_input_and_output():
    assert not would_read([os.devnull], os.devnull)


def test_what_cannot_be_looked_at_is_not_taken_for_the_output(tmp_path, monkeypatch):
    target = write(tmp_path / "out.txt")
    write(tmp_path / "closed" / "a.txt")
    original = Path.stat

    def stat(path, **options):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return original(path, **options)

    monkeypatch.setattr("pathlib.Path.stat", stat)
    assert not would_read([str(tmp_path / "closed")], target)
