"""Read a web page that was saved or fetched: its article, by trafilatura."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.header import read_header
from summarize.inputs.html.article import Extracted, extract, saved_from
from summarize.inputs.html.charset import decode_page
from summarize.inputs.html.tree import is_page, language_of, parse
from summarize.inputs.own import is_output_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article

__all__ = ["Extracted", "extract_html", "read"]

MISSING = "is HTML; to read it: pip install 'summarize[web]'"


def read(given: Input, options: LoadOptions) -> Iterator[Article]:
    """Yield the article of a page, or all the text of a piece of HTML.

    Raises
    ------
    InputError
        If it is too large, is not text, or has no article.
    OSError
        If it cannot be opened or read.
    """
    data = given.read()
    if is_output_text(data):
        raise InputError("is a summary that was written with -f html; give its articles")
    html = decode_page(data, options.encoding, given.charset)
    known: dict[str, str | None] = {}
    is_fragment = not is_page(html)
    if is_fragment:
        top, _, rest = html.lstrip().partition("\n\n")
        if header := read_header(f"{top}\n\n"):
            html, known = rest, dict(header)
    found = extract_html(html, given.url, fragment=is_fragment)
    yield given.article(found.text, fields(found) | known)


def fields(found: Extracted) -> dict[str, str | None]:
    """Return what is known of an article besides its text, for `Input.article`."""
    names = ("title", "author", "source", "published", "url", "extractor", "language")
    return {name: value for name in names if (value := getattr(found, name))}


def extract_html(html: str, url: str | None = None, *, fragment: bool = False) -> Extracted:
    """Return the article of a web page, or all the text of a piece of HTML.

    Parameters
    ----------
    html
        A whole page, or a piece of one.
    url
        Its address, if that is known.
    fragment
        Whether all of it is the article, as in a feed, a message or a book, so that no main text
        is searched for.

    Raises
    ------
    InputError
        If there is no article in it, or the extra ``web`` is not installed.
    """
    if not find_spec("trafilatura"):
        raise InputError(MISSING)
    tree = parse(html)
    if not fragment:
        return extract(tree, url or saved_from(html))
    from lxml.etree import __version__ as version

    from summarize.inputs.html.fragment import paragraphs

    language = language_of(tree)
    text = paragraphs(tree)
    if not text:
        raise InputError("has tags of HTML, but no text; there is nothing to summarise")
    return Extracted(text, url=url, extractor=f"lxml {version}", language=language)
