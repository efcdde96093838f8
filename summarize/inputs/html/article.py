"""Extract the article of a web page: its main text by trafilatura, and what is known of it."""

from __future__ import annotations

import logging
import re
import warnings
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarize.errors import InputError
from summarize.inputs.html import title, walls
from summarize.inputs.html.tree import language_of
from summarize.model import squeeze
from summarize.reading.days import iso_date
from summarize.words import n_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST = 25  # words; if there are fewer, more is searched for
_LONGEST_SITE = 80  # characters
_LONGEST_FIELD = 500
_LONGEST_URL = 2_000
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
# The comments of browsers (`saved from url=(0029)`), and of SingleFile.
_SAVED = re.compile(
    r"<!--\s*+(?:saved from url=\(\d{1,5}\)|Page saved with SingleFile\s+url:)\s*+(\S+)"
)
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")


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
    language
        What the page declares, such as ``"pt-BR"``.
    """

    text: str
    title: str | None = None
    author: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    extractor: str | None = None
    language: str | None = None


def saved_from(html: str) -> str | None:
    """Return the address that a browser noted when it saved a page.

    >>> saved_from("<!-- saved from url=(0021)https://post.example/ -->")
    'https://post.example/'
    """
    found = _SAVED.search(html[:10_000])
    return _address(found[1]) if found else None


def extract(tree: HtmlElement, url: str | None) -> Extracted:
    """Return the article of a page.

    Parameters
    ----------
    tree
        The page.
    url
        Its address, if that is known.

    Raises
    ------
    InputError
        If the page is in place of an article, or has none.
    """
    language = language_of(tree)
    found = _search(tree, url)
    text = "" if found is None else re.sub(r"\s*\n\s*", "\n\n", found.text or "").strip()
    if reason := walls.wall(tree, text):
        raise InputError(reason)
    if found is None:
        raise InputError("has no article")
    links = tree.xpath("//link[translate(@rel,'CANONIL','canonil')='canonical']/@href")
    address = next(filter(None, map(_address, [url, *links[:3], found.url])), None)
    site = _site(found.sitename, found.url)
    host = (urlsplit(address or "").hostname or "").removeprefix("www.")
    return Extracted(
        text,
        title=title.choose(tree, site) or found.title,
        author=squeeze((found.author or "").replace(";", ","))[:_LONGEST_FIELD] or None,
        source=site or host or None,
        published=iso_date(found.date or ""),
        url=address,
        extractor=extractor(),
        language=language,
    )


@cache
def extractor() -> str:
    """Return the name of the library that extracts, and its version."""
    from trafilatura import __version__

    return f"trafilatura {__version__}"


# What a page shows only while the pointer is over a word, in the middle of a sentence. The word is
# the link, or what is around such an element.
_POPUP = "@role='tooltip' or " + " or ".join(
    f"contains(@class, '{name}')" for name in ("tooltip", "rollover", "popover", "hovercard")
)
_POPUPS = f"//*[not(self::a)][{_POPUP}][not(.//*[not(self::a)][{_POPUP}])]"


def _search(tree: HtmlElement, url: str | None) -> Any:  # noqa: ANN401 - no type without the extra
    """Search for the main text, precisely and, if hardly any is found, in more places."""
    from trafilatura import bare_extraction

    _silence()
    best, most = None, 0
    for is_precise in (True, False):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found: Any = bare_extraction(
                    tree,
                    url,
                    favor_precision=is_precise,
                    include_comments=False,
                    prune_xpath=_POPUPS,
                    with_metadata=True,
                )
        except Exception:  # noqa: BLE001 - whatever a page makes a library raise, others are read
            found = None
        text = "" if found is None else found.text or ""
        n = n_words(text[: walls.ENOUGH])
        # Where more is found it may be a menu, which has few words in each line.
        is_menu = not is_precise and all(n_words(x) < walls.LEAST for x in text.splitlines())
        if n > most and not is_menu:
            best, most = found, n
        if most >= _LEAST:
            break
    return best


@cache
def _silence() -> None:
    """Keep what the libraries log from standard error."""
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())


def _address(text: str | None) -> str | None:
    """Return an address of the web; None if it is something else, or not one that can be parsed."""
    text = (text or "").strip()
    if len(text) > _LONGEST_URL or not _ADDRESS.fullmatch(text):
        return None
    try:
        return text if urlsplit(text).hostname else None
    except ValueError:
        return None


def _site(name: str | None, url: str | None) -> str | None:
    """Return the name of a publisher; None if it is part of an address, or a sentence."""
    name = squeeze(name or "")
    is_name = name and len(name) <= _LONGEST_SITE and "/" not in name
    return name if is_name and not ("." in name and name in (url or "")) else None
