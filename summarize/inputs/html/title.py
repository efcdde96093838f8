"""Choose the title of a page among its headings and what it says that its title is.

Sites add their name, a section or a claim to `<title>`, and use `<h1>` for their logo. A heading
that is also part of the title is the headline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.model import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SEPARATOR = re.compile(r"\s[–•·—|⁄*⋆~‹«<›»>:-]+\s|\s?[|»]\s?")
_WORD = re.compile(r"\w+")
_SHARED = ("og:title", "twitter:title")
_LONGEST = 500  # characters
_MOST = 20  # headings


def choose(tree: HtmlElement, site: str | None) -> str | None:
    """Return the title of a page.

    Parameters
    ----------
    tree
        The page.
    site
        The name of its publisher, which is not a title.
    """
    site_key = _key(site or "")
    metas = {
        element.get("property") or element.get("name"): element for element in tree.iter("meta")
    }
    shared = [squeeze(metas[name].get("content", "")) for name in _SHARED if name in metas]
    names = [name[:_LONGEST] for name in (*shared, _text(tree.find(".//title"))) if name]
    keys = [_key(name) for name in names]

    def headings(tag: str, least: int) -> list[str]:
        """Return headings that are part of a name, and have enough words."""
        found = (text for text in _headings(tree, tag) if _key(text) != site_key)
        return [
            text
            for text in found
            if len(_WORD.findall(text)) >= least and any(_key(text) in key for key in keys)
        ]

    if found := headings("h1", 2):
        return max(found, key=len)
    main = [text for text in _headings(tree, "h1") if _key(text) != site_key]
    for heading in main:  # which may add a section
        for name in names:
            if len(_WORD.findall(name)) > 2 and _key(name) in _key(heading):
                return name
    if found := headings("h2", 3):
        return max(found, key=len)
    if len(main) == 1:
        return main[0]
    if names:
        parts = [part for part in _SEPARATOR.split(names[0]) if _key(part) not in {"", site_key}]
        return squeeze(max(parts, key=len, default=names[0]))
    return next(iter(main), None)


def _headings(tree: HtmlElement, tag: str) -> list[str]:
    """Return the first headings of a level, without the empty ones."""
    found = (_text(element) for element, _ in zip(tree.iter(tag), range(_MOST), strict=False))
    return [text for text in found if text]


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else squeeze(str(element.text_content()))[:_LONGEST]


def _key(text: str) -> str:
    """Return the words of a text, by which it is compared."""
    return " ".join(_WORD.findall(text.casefold()))
