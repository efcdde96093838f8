"""Turn all the paragraphs of a piece of HTML into text: a feed's entry, a chapter, a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.model import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_BLOCKS = re.compile(
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure"
    "|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th"
    "|thead|tr|ul"
)
_UNSEEN = re.compile(
    "audio|button|canvas|embed|head|iframe|input|math|noscript|object|script|select|style|svg"
    "|template|textarea|title|video"
)
_NOT_SHOWN = re.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", re.IGNORECASE)
_BREAK, _LINE = "\x00", "\x01"  # between paragraphs, and between lines; HTML cannot contain them
_BREAKS = re.compile(rf"(?:{_BREAK}|{_LINE}\s*+{_LINE})[\s{_BREAK}{_LINE}]*+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*+\n")


def paragraphs(tree: HtmlElement) -> str:
    """Return the text that a tree shows, its paragraphs separated by blank lines.

    If no tag sets paragraphs or lines apart, blank lines do.
    """
    text = "".join(_pieces(tree))
    if _BREAK not in text and _LINE not in text:
        text = _BLANK_LINE.sub(_BREAK, text)
    found = ("\n".join(map(squeeze, part.split(_LINE))).strip() for part in _BREAKS.split(text))
    return "\n\n".join(filter(None, found))


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """Yield the pieces of text, with what is between paragraphs and lines; not recursive."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        is_block = _BLOCKS.fullmatch(element.tag) is not None
        if event == "end":
            yield _BREAK if is_block else ""
            yield (element.tail or "") if element is not tree else ""
        elif _is_unseen(element):
            walk.skip_subtree()
        else:
            yield _LINE if element.tag == "br" else _BREAK if is_block else ""
            yield element.text or ""


def _is_unseen(element: HtmlElement) -> bool:
    return (
        _UNSEEN.fullmatch(element.tag) is not None
        or element.get("hidden") is not None
        or _NOT_SHOWN.search(element.get("style", "")) is not None
    )
