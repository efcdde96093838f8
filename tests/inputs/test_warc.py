"""The pages of a WARC archive become articles."""

import io
import sys

import pytest
from documents import CAPTAIN, FERRY, squeezed, warc
from loading import TEXT, one, write

from summarize.inputs import readers
from summarize.inputs.readers import warc as reader
from summarize.model import Article

HTML = [("Content-Type", "text/html; charset=ISO-8859-1")]
HOST = "https://lunde.example"


def page(body):
    return f"<html><body><p>{body}</p></body></html>".encode("latin-1")


@pytest.fixture(autouse=True)
def pages(monkeypatch):
    """Read pages as the reader of pages would, which has tests of its own."""
    read = []

    def read_as(kind, given, _):
        read.append((kind.name, given))
        text = given.data.decode(given.charset or "utf-8")
        if "<p>" not in text:
            raise readers.InputError("has no article; give the page of one")
        yield Article(text.partition("<p>")[2].partition("</p>")[0], url=given.url, id=given.path)

    monkeypatch.setattr(reader, "read_as", read_as)
    return read


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.bin"])
def test_each_page_is_an_article(tmp_path, pages, compressed, name):
    data = warc(
        (f"{HOST}/a", "200 OK", HTML, page(FERRY + "é")),
        (f"{HOST}/b.png", "200 OK", [("Content-Type", "image/png")], b"\x89PNG"),
        (f"{HOST}/c", "404 Not Found", HTML, page("Not here")),
        (f"{HOST}/a", "200 OK", HTML, page(FERRY)),
        (f"{HOST}/d", "200 OK", [*HTML, ("Content-Encoding", "gzip")], squeezed(page(CAPTAIN))),
        compressed=compressed,
    )
    articles, skipped = one([write(tmp_path / name, data)])
    assert skipped == []
    assert [article.text for article in articles] == [FERRY + "é", CAPTAIN]
    assert [article.url for article in articles] == [f"{HOST}/a", f"{HOST}/d"]
    assert {article.path for article in articles} == {str(tmp_path / name)}
    assert [(given.media, given.charset) for _, given in pages] == [("text/html", "iso-8859-1")] * 2


def test_pages_that_cannot_be_used_are_named_or_counted(tmp_path, monkeypatch):
    records = [(f"{HOST}/{n}", "200 OK", HTML, b"<html>") for n in range(5)]
    path = write(tmp_path / "a.warc", warc(*records, (HOST, "200 OK", HTML, page(FERRY))))
    articles, (skipped,) = one([path])
    assert len(articles) == 1
    assert skipped.where == f"5 of the pages in {path}"
    assert skipped.reason == "has no article; give the page of one"
    path = write(tmp_path / "b.warc", warc(*records[:1], (HOST, "200 OK", HTML, page(FERRY))))
    assert one([path])[1][0].where == f"{path}:{HOST}/0"
    monkeypatch.setattr(reader, "MOST_BYTES", 100)
    assert "is larger than 10 MB" in one([path])[1][-1].reason


def test_pages_beyond_the_limit_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_PAGES", 2)
    records = [(f"{HOST}/{n}", "200 OK", HTML, page(FERRY)) for n in range(5)]
    articles, (skipped,) = one([write(tmp_path / "a.warc", warc(*records))])
    assert len(articles) == 2
    assert "at most 2 are read; split the archive" in skipped.reason


@pytest.mark.parametrize("compressed", [True, False])
def test_an_archive_that_is_cut_or_damaged_anywhere_is_read_as_far_as_it_is_whole(
    compressed, capsys
):
    whole = warc(
        (f"{HOST}/a", "200 OK", HTML, page(FERRY)),
        (f"{HOST}/b", "200 OK", HTML, page(CAPTAIN)),
        compressed=compressed,
    )
    for end in range(12, len(whole), 37):
        for data in (whole[:end], whole[:end] + b"\0\xff\0" + whole[end + 3 :]):
            articles, skipped = one(["-"], stdin=io.BytesIO(data))
            assert articles or skipped
    assert capsys.readouterr().err == ""


def test_where_an_archive_is_broken_is_named():
    records = [(f"{HOST}/{n}", "200 OK", HTML, page(FERRY)) for n in range(2)]
    whole = warc(*records, compressed=False)
    second = whole.rindex(b"WARC/1.0")
    broken = whole[:second] + b"JUNK" + whole[second + 4 :]
    (article,), (skipped,) = one(["-"], stdin=io.BytesIO(broken))
    assert article.url == f"{HOST}/0"
    assert skipped.reason == "is broken after page 1; download it again"
    _, (skipped,) = one(["-"], stdin=io.BytesIO(warc(*records)[:80] + b"\xff" * 99))
    assert skipped.reason.startswith("is broken or cut off")


def test_an_archive_without_a_page_is_named(tmp_path):
    _, (skipped,) = one([write(tmp_path / "a.warc", warc((HOST, "404 No", HTML, page("x"))))])
    assert skipped.reason == "contains no page; give an archive with answers in HTML"


def test_without_the_extra_an_archive_is_named_with_it(tmp_path, monkeypatch):
    path = write(tmp_path / "a.warc.gz", warc((HOST, "200 OK", HTML, page(TEXT))))
    monkeypatch.setitem(sys.modules, "warcio", None)
    words = "is a WARC archive; to read it: pip install 'summarize[web]'"
    assert one([path])[1][0].reason == words
