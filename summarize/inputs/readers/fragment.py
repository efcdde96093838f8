"""Turn all the paragraphs of a piece of HTML into text: a feed's entry, a chapter, a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "audio button canvas embed head iframe input math noscript object script select style svg"
    " template textarea title video".split()
)
_NO_DISPLAY = re.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", re.IGNORECASE)
_BREAK = "\x00"  # which HTML cannot contain
_LINE = "\x01"
_BLANK_LINE = re.compile(r"\n[ \t\r]*+\n")


def paragraphs(tree: HtmlElement) -> str:
    """Return the text that a tree shows, its paragraphs separated by blank lines.

    Without a tag that sets paragraphs apart, blank lines do.
    """
    pieces = [*_pieces(tree)]
    if _LINE not in pieces and pieces.count(_BREAK) <= 4:  # html and body, which the parser adds
        pieces = [_BLANK_LINE.sub(_BREAK, piece) for piece in pieces]
    found = re.split(rf"(?:{_BREAK}|{_LINE}\s*{_LINE})[\s{_BREAK}{_LINE}]*", "".join(pieces))
    lines = ("\n".join(map(_squeeze, text.split(_LINE))).strip() for text in found)
    return "\n\n".join(filter(None, lines))


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """Yield the pieces of text with the breaks between paragraphs and lines, not recursively."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = element.tag
        if event in {"comment", "pi"}:
            yield element.tail or ""
            continue
        is_block = name in _BLOCKS
        if event == "start":
            if _is_unseen(element):
                walk.skip_subtree()
                element.clear(keep_tail=True)
                continue
            yield _LINE if name == "br" else _BREAK if is_block else ""
            yield element.text or ""
        else:
            yield _BREAK if is_block else ""
            yield element.tail or "" if element is not tree else ""


def _is_unseen(element: HtmlElement) -> bool:
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or _NO_DISPLAY.search(element.get("style", "")) is not None
    )
