"""Read a web page that was saved or fetched: its article, by trafilatura."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarize.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article

MISSING = "is HTML; to read it: pip install 'summarize[web]'"
NO_ARTICLE = "has no article; give the page of one"


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in HTML; all but the text may be missing.

    Parameters
    ----------
    text
        Its paragraphs, separated by blank lines.
    title, author, source, published, url
        As those of `Article`.
    extractor
        The library that extracted the text, and its version.
    """

    text: str
    title: str | None = None
    author: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    extractor: str | None = None


def read(given: Input, options: LoadOptions) -> Iterator[Article]:
    """Yield the article of a page."""
    raise NotImplementedError


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
    import trafilatura
    from lxml.etree import __version__ as version
    from lxml.html import HTMLParser, fromstring

    from summarize.inputs.readers.fragment import paragraphs

    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    tree: HtmlElement = fromstring(f"<div>{html}</div>".encode("utf-8", "replace"), parser=parser)
    extractor = f"trafilatura {trafilatura.__version__}"
    if fragment:
        text = paragraphs(tree)
        if not text:
            raise InputError(NO_ARTICLE)
        return Extracted(text, url=url, extractor=f"lxml {version}")
    found = trafilatura.bare_extraction(
        html, url, favor_precision=True, include_comments=False, with_metadata=True
    )
    if found is None or not found.text:
        raise InputError(NO_ARTICLE)
    text = re.sub(r"\n+", "\n\n", found.text)
    host = urlsplit(found.url or "").hostname
    source = found.sitename or (host or "").removeprefix("www.") or None
    return Extracted(text, found.title, found.author, source, found.date, found.url, extractor)
