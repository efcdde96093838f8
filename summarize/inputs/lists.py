"""Recognise feeds and lists of links by their first bytes."""

from __future__ import annotations

import re

from summarize.inputs.formats import FEEDS, root_of
from summarize.inputs.given import HEAD

_SITEMAPS = frozenset(["urlset", "sitemapindex"])
_JSON_FEED = re.compile(r'"version"\s*+:\s*+"https?:\\?/\\?/jsonfeed\.org\\?/version')
_BOOKMARKS = re.compile(r"\s*+<!DOCTYPE NETSCAPE-Bookmark-file", re.IGNORECASE)

_MARK = r"(?:[-*+]|\d{1,4}[.)])"  # of an item in a list
_TARGET = r"[a-z][a-z0-9+.-]{0,20}:(?!\s)[^\s<>]+|www\.[^\s<>]+"
_LINK = re.compile(
    rf"(?>(?:{_MARK}\s++)?)(?:\[(?P<title>[^\n]{{0,500}}?)\]\((?P<titled>{_TARGET})\)"
    rf"|<(?P<pointed>{_TARGET})>|(?P<plain>{_TARGET}))",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"https?://(?:\Z|[^\s<>]+\s[^\s<>]+\Z)", re.IGNORECASE)


def link_in(line: str) -> str | None:
    """Return the address on a line of a list of links; None if the line is anything else.

    >>> link_in("- <https://courier.example/ferry>"), link_in("See https://courier.example/ferry")
    ('https://courier.example/ferry', None)
    >>> link_in("* [Ferry runs aground](https://courier.example/ferry)")
    'https://courier.example/ferry'
    """
    match = _LINK.fullmatch(line.strip()[:10_000])
    return match and (match["titled"] or match["pointed"] or match["plain"])


def _is_broken(line: str) -> bool:
    """Return whether a line is an address with a space in it or without a host, not a sentence.

    >>> _is_broken("https://courier example/ferry"), _is_broken("https://courier.example says so.")
    (True, False)
    """
    line = line.strip()
    return _BROKEN.match(line) is not None and line[-1] not in ".!?"


def is_comment(line: str) -> bool:
    """Return whether a line of a list of links is blank or a comment."""
    stripped = line.strip()
    return not stripped or stripped.startswith("#")


def is_links(head: bytes, text: str) -> bool:
    r"""Return whether every line is a link, broken or not, or a comment, and one leads to a page.

    >>> is_links(b"", "# Ferry\nhttps://courier.example/ferry\n")
    True
    >>> is_links(b"", "Read more:\nhttps://courier.example/ferry\n")
    False
    """
    lines = text.splitlines()
    if len(head) == HEAD:  # the last line may be cut
        del lines[-1:]
    has_page = False
    for line in lines:
        link = link_in(line)
        if link is None and not is_comment(line) and not _is_broken(line):
            return False
        has_page |= link is not None and link.lower().startswith(("http://", "https://"))
    return has_page


def is_bookmarks(_: bytes, text: str) -> bool:
    """Return whether it is the file of bookmarks that browsers export."""
    return _BOOKMARKS.match(text) is not None


def is_feed(_: bytes, text: str) -> bool:
    """Return whether it begins with the root element of RSS, Atom or RDF."""
    root = root_of(text)
    return root in FEEDS or (root is not None and root.endswith(":feed"))


def is_json_feed(_: bytes, text: str) -> bool:
    """Return whether it is a JSON object that says that it is a JSON Feed."""
    return text.lstrip()[:1] == "{" and _JSON_FEED.search(text) is not None


def is_opml(_: bytes, text: str) -> bool:
    """Return whether it begins with the root element of OPML."""
    return root_of(text) == "opml"


def is_sitemap(_: bytes, text: str) -> bool:
    """Return whether it begins with the root element of a sitemap, or of an index of them."""
    return (root_of(text) or "").rpartition(":")[2] in _SITEMAPS
