"""A stand-in for the reader of pages: every paragraph of a piece of HTML."""

from __future__ import annotations

import re
from typing import NamedTuple

_BLOCKS = re.compile(
    "p|div|br|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|pre|table|tr|td|th|section|article|figure|hr"
    "|figcaption|header|footer|main|aside|nav|form|body|html"
)
_UNSEEN = frozenset(["script", "style", "noscript", "template", "iframe", "object", "svg", "head"])


class Extracted(NamedTuple):
    """What is in a piece of HTML."""

    text: str | None


def extract_html(content: str, url: str | None = None, *, fragment: bool = False) -> Extracted:
    """Return the paragraphs of a piece of HTML."""
    from lxml import etree, html

    del url, fragment
    try:
        root = html.document_fromstring(f"<body>{content}", parser=html.HTMLParser(huge_tree=True))
    except (etree.ParserError, ValueError):
        return Extracted(re.sub(r"<[^<>]*>|[<>&]", " ", content))
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append(element.tail or "")
            continue
        is_block = _BLOCKS.fullmatch(element.tag) is not None
        if event == "start":
            parts.append("\n\n" * is_block)
            if not any(a.tag in _UNSEEN for a in (element, *element.iterancestors())):
                parts.append(re.sub(r"\s+", " ", element.text or ""))
        else:
            parts.append("\n\n" * is_block)
            if not any(a.tag in _UNSEEN for a in element.iterancestors()):
                parts.append(re.sub(r"\s+", " ", element.tail or ""))
    return Extracted("".join(parts))
