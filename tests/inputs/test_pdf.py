"""A PDF becomes an article: its text in reading order, its title and its date."""

import io
import sys

import pytest
from documents import CAPTAIN, FERRY, LONG, lines, pdf
from loading import one, reason, write

from summarize.inputs.readers import pdf as reader
from summarize.inputs.readers.properties import sane_author, sane_title


def article(tmp_path, *pages, **options):
    """Read a PDF of these pages."""
    (found,), skipped = one([write(tmp_path / "a.pdf", pdf(*pages, **options))])
    assert skipped == []
    return found


def test_a_column_becomes_paragraphs(tmp_path):
    found = article(tmp_path, lines(FERRY) + lines(CAPTAIN, top=150))
    assert found.text == f"{FERRY.strip()}\n\n{CAPTAIN.strip()}"
    assert found.extractor.startswith("pypdfium2 ")
    assert found.path == str(tmp_path / "a.pdf")
    assert (found.title, found.author, found.published) == (None, None, None)


def test_two_columns_are_read_one_after_the_other_below_the_headline(tmp_path):
    left, right = (lines(t, left=x, width=36) for t, x in [(FERRY, 72), (CAPTAIN, 320)])
    rows = [piece for pair in zip(left, right, strict=False) for piece in pair]
    rows += left[len(right) :] + right[len(left) :]
    found = article(tmp_path, [(72, 30, 24, "Ferry runs aground off Lunde"), *rows])
    assert found.title == "Ferry runs aground off Lunde"
    assert found.text == f"{found.title}\n\n{FERRY.strip()}\n\n{CAPTAIN.strip()}"


def test_running_heads_and_page_numbers_are_not_in_the_text(tmp_path):
    pages = [
        [(72, 20, 8, "THE LUNDE POST"), *lines(text), (300, 760, 8, f"Page {n} of 2")]
        for n, text in enumerate([FERRY, CAPTAIN], start=1)
    ]
    assert article(tmp_path, *pages).text == f"{FERRY.strip()}\n\n{CAPTAIN.strip()}"


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://www.lunde.example/ferry", "https://www.lunde.example/ferry"),
        ("https://www.lunde.example/fer…", None),
    ],
)
def test_what_a_browser_prints_around_a_page_gives_its_address(tmp_path, address, url):
    around = [(30, 15, 8, "6/11/25, 10:02 AM"), (200, 15, 8, "Ferry aground - Lunde Post")]
    around += [(30, 770, 8, address), (560, 770, 8, "1/1")]
    info = "/CreationDate (D:20250613103000Z)"  # when it was printed
    found = article(tmp_path, [*around, *lines(FERRY)], info=info)
    assert found.text == FERRY.strip()
    assert (found.url, found.source, found.published) == (url, "lunde.example", None)


def test_an_address_in_the_text_is_not_that_of_the_page(tmp_path):
    found = article(tmp_path, [*lines(FERRY), (72, 300, 10, "https://lunde.example/ferry")])
    assert found.text.endswith("https://lunde.example/ferry")
    assert (found.url, found.source) == (None, None)


def test_a_sentence_goes_on_over_the_page_and_a_divided_word_is_joined(tmp_path):
    first = ["The govern-", "ment and the coun-", "cil met, and the govern-"]
    pages = [
        [(72, 72 + 12 * n, 10, text) for n, text in enumerate(first)],
        [(72, 72, 10, "ment said that council and government agree.")],
    ]
    assert article(tmp_path, *pages).text == (
        "The government and the council met, and the government said that council and government "
        "agree."
    )


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_is_read_the_way_its_text_is_set(tmp_path, rotate):
    assert article(tmp_path, lines(FERRY), rotate=rotate).text == FERRY.strip()


def test_title_author_and_date_are_read_from_the_metadata(tmp_path):
    info = "/Title (Ferry  runs aground) /Author (Ann Berg) /CreationDate (D:20250611103000+02'00')"
    found = article(tmp_path, lines(FERRY), info=info)
    assert (found.title, found.author) == ("Ferry runs aground", "Ann Berg")
    assert found.published == "2025-06-11T10:30:00+02:00"


@pytest.mark.parametrize(
    "date", ["D:19700101000000Z", "D:99991231235959Z", "D:20251301", "D:2025", "June 2025", ""]
)
def test_a_date_that_is_not_sane_is_left_out(tmp_path, date):
    assert article(tmp_path, lines(FERRY), info=f"/CreationDate ({date})").published is None


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Microsoft Word - Ferry at Lunde.docx",
            "Untitled 1 draft",
            "ferry at lunde.indd",
            "Layout 1",
        ),
        *("untitled", "about:blank page", "https://lunde.example/ferry at", "", "Ferry " * 90),
        *("Microsoft Word Document", "Print - ferry at lunde", "C:\\texts\\ferry at lunde"),
    ],
)
def test_a_title_that_a_program_gave_is_not_one(title):
    assert sane_title(title) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Words - and what they mean", "Words - and what they mean"),
        ("Printing starts again", "Printing starts again"),
        ("渡船在伦德附近搁浅", "渡船在伦德附近搁浅"),
        (None, None),
    ],
)
def test_another_title_is_one(title, expected):
    assert sane_title(title) == expected


def test_an_author_is_a_name_of_several_words():
    assert [sane_author(name) for name in ("Ann Berg", "aberg", "", None)] == [
        *("Ann Berg", None, None, None)
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf(lines(FERRY), encrypt=True), "is an encrypted PDF; save it without its password"),
        (pdf([]), "has no text; it needs OCR, for example with ocrmypdf"),
        (pdf([(72, 700, 8, "12 June")]), "has hardly any text; it needs OCR"),
        (b"%PDF-1.4\nnothing else", "is a broken PDF; download it or save it again"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 40, "is a broken PDF"),
    ],
)
def test_a_pdf_that_cannot_be_used_is_named_with_what_to_do(data, words):
    assert words in reason(data)


def test_a_pdf_that_is_cut_anywhere_is_read_or_named():
    data = pdf(lines(FERRY), lines(CAPTAIN))
    for end in range(5, len(data), 97):
        articles, skipped = one(["-"], stdin=io.BytesIO(data[:end]))
        assert len(articles) + len(skipped) == 1


def test_pages_beyond_the_limit_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_PAGES", 2)
    path = write(tmp_path / "a.pdf", pdf(lines(FERRY), lines(CAPTAIN), lines(LONG)))
    (found,), (skipped,) = one([path])
    assert LONG not in found.text
    assert skipped.where == path
    assert skipped.reason == "has 3 pages, of which the first 2 were read; split it"


def test_without_the_extra_a_pdf_is_named_with_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    path = write(tmp_path / "a.pdf", pdf(lines(FERRY)))
    assert one([path])[1][0].reason == "is a PDF; to read it: pip install 'summarize[pdf]'"
