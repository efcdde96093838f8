"""Read a PDF: its text in reading order, by pypdfium2.

PDFium is not safe in threads: a process must not read two at a time.
"""

from __future__ import annotations

import unicodedata
from importlib.metadata import version
from itertools import takewhile
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarize.errors import InputError
from summarize.inputs.given import display
from summarize.inputs.layout.columns import in_order
from summarize.inputs.layout.heads import printed_from, without_edges, without_heads
from summarize.inputs.layout.line import is_alike
from summarize.inputs.layout.page import Page, read_page
from summarize.inputs.layout.paragraphs import joined, paragraphs
from summarize.inputs.readers import nexis
from summarize.inputs.readers.downloads import is_download
from summarize.inputs.readers.properties import pdf_date, sane_author, sane_date, sane_title
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument

    from summarize.inputs.given import Input
    from summarize.inputs.layout.line import Line
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article

MOST_PAGES = 500
_FEWEST_LETTERS = 20  # of a page on average; with fewer it is a picture with a stamp
_MOST_UNKNOWN = 0.2  # of the characters; fonts may not say which characters their signs are
_HEADLINE = 1.2  # the least size, in sizes of most text
_TOP = 0.6  # of the height of the first page, where its headline begins
_OCR = "it needs OCR, for example with ocrmypdf"


def read(given: Input, options: LoadOptions) -> Iterator[Article | Skipped]:  # noqa: ARG001
    """Yield the article of a PDF, or those of a download of Nexis or Factiva.

    If it has more than 500 pages, a record says so.

    Raises
    ------
    InputError
        If it is larger than 50 MB, broken, encrypted or without text.
    OSError
        If it cannot be opened or read.
    """
    document = _open(given.read())
    try:
        n_pages = len(document)
        pages = [page for n in range(min(n_pages, MOST_PAGES)) if (page := _page(document, n))]
        properties = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    if not pages:
        raise InputError("has no page that can be read; save it again")
    bodies, heights = [page.pieces for page in pages], [page.height for page in pages]
    address = printed_from(bodies, heights)
    if address:
        bodies = without_edges(bodies, heights)
    bodies = without_heads(bodies, heights)
    ordered = [in_order(body) for body in bodies]
    found = paragraphs([column for columns in ordered for column in columns])
    text = joined(found)
    _check(text, len(pages))
    extractor = f"pypdfium2 {version('pypdfium2')}"
    known = {
        "title": sane_title(properties.get("Title")) or _headline(ordered[0], pages[0].height),
        "author": sane_author(properties.get("Author")),
        "published": None if address else sane_date(pdf_date(properties.get("CreationDate", ""))),
        **_site(address),
        "extractor": extractor,
    }
    if is_download(lines := "\n\n".join(map("\n".join, found))):
        yield from nexis.articles(lines, given, extractor)
    else:
        yield given.article(text, known)
    if n_pages > MOST_PAGES:
        reason = f"has {n_pages:,} pages, of which the first {MOST_PAGES} were read; split it"
        yield Skipped(display(given.path), reason)


def _site(address: str | None) -> dict[str, str | None]:
    """Return the address of a page that a browser printed, if it is whole, and its host."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return {}
    is_whole = address is not None and not address.endswith(("…", "..."))
    return {"source": (host or "").removeprefix("www.") or None} | (
        {"url": address} if is_whole else {}
    )


def _open(data: bytes) -> PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY}:
            raise InputError("is an encrypted PDF; save it without its password") from None
        raise InputError("is a broken PDF; download it or save it again") from None


def _page(document: PdfDocument, number: int) -> Page | None:
    """Return the text of a page; None if the page is broken."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    try:
        return read_page(page)
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def _check(text: str, n_pages: int) -> None:
    """Check that the text of a PDF can be read."""
    n_letters = sum(map(str.isalpha, text))
    n_unknown = sum(sign == "\ufffd" or unicodedata.category(sign) in {"Co", "Cn"} for sign in text)
    if n_unknown > _MOST_UNKNOWN * max(len(text.split()) + n_letters, 1):
        raise InputError(f"has text in fonts that do not say which letters they have; {_OCR}")
    if not n_letters:
        raise InputError(f"has no text; {_OCR}")
    if n_letters < _FEWEST_LETTERS * n_pages:
        raise InputError(f"has hardly any text; {_OCR}")


def _headline(columns: list[list[Line]], height: float) -> str | None:
    """Return the largest text at the top of the first page, if it is larger than most text."""
    every = [line for column in columns for line in column]
    if not every:
        return None
    usual = median(line.size for line in every for _ in range(len(line.text)))
    large = [line for line in every if line.size >= _HEADLINE * usual]
    large = [line for line in large if line.top < _TOP * height and sane_title(line.text)]
    if not large:
        return None
    first = max(large, key=lambda line: line.size)
    column = next(column for column in columns if first in column)
    lines = column[column.index(first) :]
    parts = [line.text for line in takewhile(lambda line: is_alike(line, first), lines)]
    return sane_title(joined([parts]))
