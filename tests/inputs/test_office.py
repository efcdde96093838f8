"""Word documents, EPUB books and ZIP archives become articles."""

import io
import sys
import zipfile
from datetime import UTC, datetime

import pytest
from documents import CAPTAIN, FERRY, LONG, docx, epub, lines, mail, pdf, zipped
from hypothesis import given
from hypothesis import strategies as st
from loading import TEXT, one, reason, write

from summarize.inputs.readers import unzip as unzipping

ABOUT = {"author": "Ann Berg", "created": datetime(2025, 6, 11, tzinfo=UTC)}
CHAPTER = "<html><head><title>x</title></head><body><h2>{}</h2><p>{}</p></body></html>"


def test_a_word_document_is_an_article_with_its_properties(tmp_path):
    data = docx(FERRY, "", CAPTAIN, title="Ferry runs aground", **ABOUT)
    (found,), skipped = one([write(tmp_path / "a.docx", data)])
    assert skipped == []
    assert found.text == f"{FERRY.strip()}\n\n{CAPTAIN.strip()}"
    assert (found.title, found.author) == ("Ferry runs aground", "Ann Berg")
    assert found.published.startswith("2025-06-11T00:00:00")
    assert found.extractor.startswith("python-docx ")


@pytest.mark.parametrize(("minute", "date"), [(15, None), (16, "2013-12-23T23:16:00+00:00")])
def test_the_date_of_the_template_is_not_that_of_a_document(tmp_path, minute, date):
    made = datetime(2013, 12, 23, 23, minute, tzinfo=UTC)
    data = docx(FERRY, CAPTAIN, author="Ann Berg", created=made)
    (found,), _ = one([write(tmp_path / "a.docx", data)])
    assert (found.author, found.published) == ("Ann Berg", date)


def test_the_title_may_be_a_paragraph_in_that_style(tmp_path):
    data = docx(
        "By Ann", ("Ferry runs aground", "Title"), FERRY, title="Microsoft Word - a b", **ABOUT
    )
    (found,), _ = one([write(tmp_path / "a.docx", data)])
    assert found.title == "Ferry runs aground"
    (found,), _ = one([write(tmp_path / "b.docx", docx("No title here", FERRY))])
    assert (found.title, found.author, found.published) == (None, None, None)


def test_the_text_of_tables_is_read_once_row_by_row(tmp_path):
    import docx as package

    document = package.Document()
    document.add_paragraph("Before")
    table = document.add_table(2, 2)
    for n, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {n}"
    table.cell(1, 0).merge(table.cell(1, 1))
    document.add_paragraph("After")
    target = io.BytesIO()
    document.save(target)
    (found,), _ = one([write(tmp_path / "a.docx", target.getvalue())])
    assert found.text.split("\n\n") == ["Before", "cell 0", "cell 1", "cell 2", "cell 3", "After"]


def test_each_chapter_of_a_book_is_an_article_in_the_order_of_the_spine(tmp_path):
    chapters = [
        CHAPTER.format("Cover", "Lunde Post"),
        CHAPTER.format("Ferry <i>aground</i>", LONG),
        f"<html><body><p>{LONG}</p></body></html>",
    ]
    articles, skipped = one([write(tmp_path / "a.epub", epub(*chapters))])
    assert skipped == []
    assert [article.title for article in articles] == ["Ferry aground", "Lunde Post"]
    assert [article.id for article in articles] == ["a.epub:1", "a.epub:2"]
    assert articles[0].text == f"Ferry aground\n\n{LONG.strip()}"
    assert {article.source for article in articles} == {"Lunde Post"}  # the publisher is a program
    assert {article.published for article in articles} == {"2025-06-11"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (epub(CHAPTER.format("Cover", "x")), "has no chapter of 80 words"),
        (epub(package="<package/>"), "has no chapter"),
        (epub(package="not XML"), "is a broken EPUB"),
        (zipped({"mimetype": "application/epub+zip"}), "is a broken"),
        (
            epub(more={"META-INF/encryption.xml": "", "META-INF/rights.xml": ""}.items()),
            "a locked EPUB",
        ),
        (docx(), "has no text"),
        (
            zipped({"[Content_Types].xml": "", "word/document.xml": "<a/>"}),
            "is a broken Word document",
        ),
        (zipped({"a": "", "word/document.xml": ""}), "is a Word document of a kind"),
        (zipped({"a": "", "xl/workbook.xml": ""}), "is a workbook; save the sheet"),
        (zipped({"mimetype": "x", "content.xml": ""}), "is an OpenDocument file; save it as .docx"),
        (zipped({}), "contains no file that can be read"),
        (zipped({"a.exe": "x", "b/": ""}), "contains no file that can be read"),
        (b"PK\x03\x04 and no more", "is a broken ZIP archive"),
        (zipped({"a.txt": bytes(60_000_000)}), "unpacks from 0.1 MB to 60 MB; unpack it"),
        (zipped({f"{n}.txt": "x" for n in range(10_001)}), "has 10,001 files, more than 10,000"),
    ],
)
def test_an_archive_that_cannot_be_used_is_named_with_what_to_do(data, words):
    assert words in reason(data)


def test_entities_of_a_book_are_not_expanded():
    entities = "".join(f"<!ENTITY e{n + 1} '{f'&e{n};' * 10}'>" for n in range(12))
    package = f"<!DOCTYPE p [<!ENTITY e0 'ha'>{entities}]><package><a>&e12;</a></package>"
    assert "has no chapter" in reason(epub(package=package))
    outside = '<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/hostname">]><p><title>&e;</title></p>'
    assert "has no chapter" in reason(epub(package=outside))


def test_a_file_that_says_that_it_is_small_is_not_unpacked_beyond_that():
    data = bytearray(zipped({"a.txt": b"\0" * 10_000_000}))
    for place in (22, data.rindex(b"PK\x01\x02") + 24):  # where the two headers have its size
        data[place : place + 4] = (100).to_bytes(4, "little")
    archive = unzipping.unzip(bytes(data))
    with pytest.raises(Exception, match="is a broken ZIP archive"):
        unzipping.unpack(archive, "a.txt")
    archive.close()


def test_the_articles_of_an_archive_are_read_and_its_other_files_are_named(tmp_path):
    files = {
        "news/a.txt": f"Title: Ferry aground\n\n{TEXT}",
        "news/b.pdf": pdf(lines(FERRY)),
        "c.docx": docx(CAPTAIN),
        "d.eml": mail(LONG),
        "e.epub": epub(CHAPTER.format("Ferry", LONG)),
        "f.txt": zipped({"a.txt": TEXT}),
        "g.zip": zipped({"a.txt": TEXT}),
        "h.png": b"\x89PNG",
        "i.pdf": b"%PDF-1.4",
        "../../j.txt": TEXT + TEXT,
        "k.jsonl": '{"text": "x"}',
        ".hidden.txt": TEXT,
        "__MACOSX/a.txt": TEXT,
        "l/": "",
    }
    path = write(tmp_path / "all.zip", zipped(files))
    articles, skipped = one([path])
    assert [article.id for article in articles] == [
        *("all.zip:news/a.txt", "all.zip:news/b.pdf", "all.zip:c.docx", "all.zip:d.eml"),
        *("all.zip:e.epub:1", "all.zip:../../j.txt"),
    ]
    assert {article.path for article in articles} == {path}
    assert articles[0].title == "Ferry aground"
    assert [(record.where, record.reason.split(";")[0]) for record in skipped] == [
        (f"{path}:f.txt", "is a ZIP archive, in an archive"),
        (f"{path}:i.pdf", "is a broken PDF"),
        (f"3 of the files in {path}", "cannot be read"),
    ]
    assert "1 .zip, 1 .png, 1 .jsonl" in skipped[-1].reason


def test_an_encrypted_file_in_an_archive_is_named(tmp_path):
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    articles, (skipped,) = one([write(tmp_path / "a.zip", bytes(data))])
    assert [article.id for article in articles] == ["a.zip:b.txt"]
    assert skipped.where.endswith("a.zip:a.txt")
    assert skipped.reason == "is encrypted; unpack it, and give what is in it"


WHOLE = {
    "docx": docx(FERRY, CAPTAIN, title="Ferry runs aground"),
    "epub": epub(CHAPTER.format("Ferry", LONG)),
    "zip": zipped({"a.txt": TEXT, "b.txt": FERRY}),
}


@pytest.mark.parametrize("kind", WHOLE)
@given(data=st.data())
def test_an_archive_with_any_damage_is_read_or_named(kind, data):
    whole = WHOLE[kind]
    place = data.draw(st.integers(0, len(whole)))
    damage = data.draw(st.binary(min_size=1, max_size=8))
    broken = whole[:place] + damage + whole[place + len(damage) :]
    articles, skipped = one(["-"], stdin=io.BytesIO(broken))
    assert articles or skipped
    articles, skipped = one(["-"], stdin=io.BytesIO(whole[:place]))
    assert articles or skipped


@pytest.mark.parametrize(
    ("name", "package", "words"),
    [
        ("a.docx", "docx", "is a Word document; to read it: pip install 'summarize[docx]'"),
        ("a.epub", "trafilatura", "is an EPUB book; to read it: pip install 'summarize[web]'"),
    ],
)
def test_without_the_extra_a_document_is_named_with_it(tmp_path, monkeypatch, name, package, words):
    path = write(tmp_path / name, WHOLE[name[2:]])
    monkeypatch.setitem(sys.modules, package, None)
    assert one([path])[1][0].reason == words


def test_an_archive_of_texts_needs_no_extra(tmp_path, monkeypatch):
    for package in ("docx", "lxml", "pypdfium2", "trafilatura", "warcio"):
        monkeypatch.setitem(sys.modules, package, None)
    assert len(one([write(tmp_path / "a.zip", WHOLE["zip"])])[0]) == 2


def test_a_member_in_a_method_that_python_lacks_is_named():
    data = bytearray(WHOLE["zip"])
    data[8:10] = b"\x63\0"
    data[data.index(b"PK\x01\x02") + 10] = 0x63
    articles, (skipped,) = one(["-"], stdin=io.BytesIO(bytes(data)))
    assert len(articles) == 1
    assert "is a broken ZIP archive" in skipped.reason
    assert zipfile.is_zipfile(io.BytesIO(bytes(data)))
