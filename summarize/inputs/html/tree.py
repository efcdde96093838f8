"""Parse HTML into a tree, within limits: what is larger than any page is refused at once."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from summarize.errors import InputError
from summarize.fields import language_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

# The largest of 1,171 real pages has 1.6 MB, 10,106 elements, and 51 of them in one another. The
# parser reads no text of more than 10 MB, and cuts off what is deeper than 255.
MOST_BYTES = 10_000_000
MOST_ELEMENTS = 50_000
MOST_DEPTH = 200
LONGEST_VALUE = 10_000  # of an attribute, in characters
LONGEST_TITLE = 1_000
MOST_BROKEN = 20_000  # characters of metadata that are not JSON, on which patterns are slow
_PICTURE = re.compile(r"data:[a-z]{1,20}/[\w.+-]{1,100};(?:[\w=-]{1,50};)?base64,[A-Za-z0-9+/=%]+")
_XML = "http://www.w3.org/XML/1998/namespace"
_DECLARE = frozenset(["og:locale", "content-language"])  # what a <meta> may say it in
_ADVICE = "save the text of its article as plain text"
TOO_BIG = f"is larger than any article: {{}}; {_ADVICE}"
_PAGE = re.compile(r"<(?:!doctype\s++html|(?:html|head|body)[\s>])", re.IGNORECASE)


def is_page(html: str) -> bool:
    """Return whether HTML is a whole page, not a piece of one.

    >>> is_page("<!doctype html><title>Ferry</title>"), is_page("<p>The body of a ship.</p>")
    (True, False)
    """
    return _PAGE.search(html[:100_000]) is not None


def parse(html: str) -> HtmlElement:
    """Parse a page, or a piece of one, into a tree of HTML.

    Pictures in its text, and attributes of more than 10,000 characters, are left out.

    Raises
    ------
    InputError
        If there are no elements in it, or it is larger than any article.
    """
    from trafilatura import load_html

    if ";base64," in html:
        html = _PICTURE.sub("", html)
    data = html.replace("\0", " ").encode("utf-8", "replace")
    if len(data) > MOST_BYTES:
        raise InputError(TOO_BIG.format("it has more than 10 MB"))
    html = data.decode("utf-8")
    # A piece of a page needs an element around it, or only its first one counts.
    tree = load_html(html if is_page(html) else f"<html><body>{html}</body></html>")
    if tree is None:
        raise InputError("is not HTML; save the page again")
    n_elements, is_deep, *_ = _paths()
    if n_elements(tree) > MOST_ELEMENTS:
        raise InputError(TOO_BIG.format("it has more than 50,000 elements"))
    if is_deep(tree):
        raise InputError(TOO_BIG.format("its elements are nested more than 200 deep"))
    _shorten(tree)
    return tree


def language_of(tree: HtmlElement) -> str | None:
    """Return the language that a page declares for all of it; None if it names no single one.

    >>> language_of(parse('<html lang="pt-BR"><p>A balsa encalhou.'))
    'pt-BR'
    """
    root = tree.getroottree().getroot()
    said = (
        *(root.get(name) for name in ("lang", "xml:lang", f"{{{_XML}}}lang")),
        *(
            element.get("content")
            for element in root.iter("meta")
            if (element.get("property") or element.get("http-equiv") or "").lower() in _DECLARE
        ),
    )
    return next(filter(None, map(language_tag, said)), None)


def _shorten(tree: HtmlElement) -> None:
    """Shorten the parts of a tree on which the patterns of a library may take quadratic time."""
    *_, long_values, titles, scripts = _paths()
    for value in long_values(tree):
        del value.getparent().attrib[value.attrname]
    for title in titles(tree):
        title.text = (title.text or "")[:LONGEST_TITLE]
    left = MOST_BROKEN
    for script in scripts(tree):
        try:
            json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            left -= len(script.text or "")
            script.text = script.text if left > 0 else ""


@cache
def _paths() -> tuple[Callable[[HtmlElement], Any], ...]:
    """Compile what is asked of each tree, in C: trees are large."""
    from lxml.etree import XPath

    return (
        XPath("count(//*)"),
        XPath(f"boolean({'/*' * MOST_DEPTH})"),
        XPath(f"//@*[string-length() > {LONGEST_VALUE}]"),
        XPath(f"//title[string-length() > {LONGEST_TITLE}]"),
        XPath("//script[contains(@type, 'json')]"),
    )
