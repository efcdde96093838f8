"""Turn what a feed gives as HTML, escaped once or more often, into text without markup."""

from __future__ import annotations

import html
import re

from summarize.errors import InputError
from summarize.model import squeeze

_TAG = re.compile(
    r"</?[a-z][a-z0-9:-]{0,40}(?P<attributes>\s[^<>]*+)?/?>|<!--|<!\[CDATA\[|<!doctype\b|\]\]>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#x[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_ESCAPED_AGAIN = re.compile(r"&(?:amp;)+(?=#?\w{1,32};)", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n")
_ROUNDS = 3  # of HTML that is escaped within HTML
_LONGEST_LINE = 1_000  # characters of a title


def has_markup(text: str) -> bool:
    """Return whether a text has a tag or an entity of HTML.

    >>> has_markup("5 &lt; 6"), has_markup("<p>Storm"), has_markup("5 < 6 & 7 > 6; AT&T; <3")
    (True, True, False)
    """
    if "<" not in text and "&" not in text and "]]>" not in text:
        return False
    entities = (match[0] for match in _ENTITY.finditer(text))
    return _has_tag(text) or any(html.unescape(found) != found for found in entities)


def plain(content: str, *, is_html: bool = True) -> str:
    """Return the text of HTML, or of text that may be HTML, with paragraphs set apart.

    HTML that is escaped within HTML is read as HTML too, as feeds often have it by mistake.
    """
    text = _ESCAPED_AGAIN.sub("&", content)
    for number in range(_ROUNDS):
        if not has_markup(text) and not (is_html and number == 0 and "<" in text):
            break
        text = _ESCAPED_AGAIN.sub("&", _text_of(text))
    if has_markup(text):
        text = re.sub(r"[<>&]", " ", text)
    paragraphs = ("\n".join(map(squeeze, part.split("\n"))) for part in _BLANK_LINE.split(text))
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())


def plain_line(content: object) -> str | None:
    """Return a title or name on one line; None if there is none.

    >>> plain_line("Storm &amp;amp; flood in <b>Vik</b>"), plain_line(" "), plain_line(7)
    ('Storm & flood in Vik', None, None)
    """
    if not isinstance(content, str):
        return None
    text = content[: 20 * _LONGEST_LINE]
    for _ in range(_ROUNDS):
        text = _ESCAPED_AGAIN.sub("&", text)
        if not has_markup(text):
            break
        text = html.unescape(_ANY_TAG.sub(" ", text) if _has_tag(text) else text)
    if has_markup(text):
        text = re.sub(r"[<>&]", " ", text)
    return squeeze(text)[:_LONGEST_LINE] or None


def _has_tag(text: str) -> bool:
    """Return whether a text has a tag, which is not ``<b and c>``."""
    found = ((match["attributes"] or "").strip("/ \t\r\n") for match in _TAG.finditer(text))
    return any(not attributes or "=" in attributes for attributes in found)


def _text_of(content: str) -> str:
    """Return the text that the reader of pages finds in a piece of HTML."""
    from summarize.inputs.readers.page import extract_html

    try:
        return extract_html(content, url=None, fragment=True).text or ""
    except InputError:  # there is nothing but tags
        return ""
