"""Read a book in EPUB: each chapter of 80 words or more is an article."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from summarize.errors import InputError
from summarize.fields import language_tag
from summarize.inputs.decode import decode
from summarize.inputs.given import MAX_BYTES
from summarize.inputs.readers.page import Extracted, extract_html
from summarize.inputs.readers.unzip import unpack, unzip
from summarize.model import squeeze
from summarize.reading.days import iso_date
from summarize.words import n_words

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml.etree import _Element

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article

_FEWEST_WORDS = 80  # of a chapter; what is shorter is a cover, a list or a note
_HTML = frozenset(["application/xhtml+xml", "text/html", "application/xml"])
_PROGRAM = "calibre"  # which puts its name in place of the publisher of a newspaper
_BROKEN = "is a broken EPUB; download it or save it again"


def read(given: Input, options: LoadOptions) -> Iterator[Article]:
    """Yield the chapters of a book in their order.

    Raises
    ------
    InputError
        If it is larger than 50 MB, broken or locked, or has no chapter with enough text.
    OSError
        If it cannot be opened or read.
    """
    with unzip(given.read()) as book:
        if (
            "META-INF/encryption.xml" in book.namelist()
            and "META-INF/rights.xml" in book.namelist()
        ):
            raise InputError("is a locked EPUB; give one without DRM")
        path, package = _package(book)
        known = _known(package)
        number = 0
        for name in _chapters(path, package):
            if name not in book.NameToInfo or book.getinfo(name).file_size > MAX_BYTES:
                continue
            html = decode(unpack(book, name), options.encoding)
            found = _text(html)
            if found and n_words(found.text) >= _FEWEST_WORDS:
                number += 1
                own = {
                    "title": _heading(html) or known["title"],
                    "extractor": found.extractor,
                    "language": found.language or known["language"],
                }
                yield given.article(found.text, known | own, number)
    if not number:
        raise InputError(f"has no chapter of {_FEWEST_WORDS} words; it may be a book of pictures")


def _text(html: str) -> Extracted | None:
    try:
        return extract_html(html, fragment=True)
    except InputError:  # a page of pictures
        return None


def _parse(data: bytes) -> _Element:
    """Parse XML without its entities."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise InputError(_BROKEN)
    return root


def _package(book: zipfile.ZipFile) -> tuple[str, _Element]:
    """Return the document that lists what is in a book, and its path."""
    container = _parse(unpack(book, "META-INF/container.xml"))
    paths = [path for path in container.xpath("//@full-path") if path in book.NameToInfo]
    if not paths:
        raise InputError(_BROKEN)
    return paths[0], _parse(unpack(book, paths[0]))


def _known(package: _Element) -> dict[str, str | None]:
    """Return what a book says of itself."""
    title, creator, publisher, date, language = (
        squeeze("".join(package.xpath(f"string((//*[local-name()='{name}'])[1])")))
        for name in ("title", "creator", "publisher", "date", "language")
    )
    return {
        "title": title or None,
        "author": creator or None,
        "source": (publisher if publisher.lower() != _PROGRAM else title) or None,
        "published": iso_date(date),
        "language": language_tag(language),
    }


def _chapters(path: str, package: _Element) -> Iterator[str]:
    """Yield the names of the chapters' files in the archive, in the order of reading."""
    files = {
        item.get("id"): item.get("href")
        for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")
        if item.get("media-type", "").lower() in _HTML and "nav" not in item.get("properties", "")
    }
    listed = package.xpath("//*[local-name()='spine']/*[local-name()='itemref']/@idref")
    for name in dict.fromkeys(listed):
        if href := files.get(name):
            try:
                relative = unquote(urlsplit(href).path)
            except ValueError:
                continue
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))


def _heading(html: str) -> str | None:
    """Return the first heading of a chapter."""
    from lxml import etree
    from lxml import html as parser

    try:
        tree = parser.fromstring(
            html.encode("utf-8", "replace"), parser=parser.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError):
        return None
    found = tree.xpath("string((//h1|//h2|//h3)[normalize-space()][1])")
    return squeeze(found) or None
