r"""Plain text: an article as it is read, without marks that are not shown, place for place.

Markdown, the marks of notes (``.[1]``, ``[citation needed]``) and signs without width are in the
text of an article, but not in what a reader reads of it. Here each of their characters is replaced
by `HIDDEN`, or by white space beside white space, so that every span of the plain text is one of
the article's text. All other characters stay.

Each kind of mark is known by its own form, whatever the name of the file: ``[text](target)`` and
``**text**`` mean the same in all texts. A mark that is alone is text: in "5 * 3", "s***", "run[s]".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarize.model import HIDDEN, NOT_SHOWN, shown
from summarize.reading.signs import CLOSERS, OPENERS, STOPS, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.model import Sentence

# Every repeat is bounded, and ends at its own sign: the time is linear in the length of the text.
# Each pattern begins with its sign, for `re` searches one quickly, and then looks behind it.
_IN_LINES = r"\n(?![^\S\n]{0,200}\n)"  # a mark may run over lines, not over a blank one
_TARGET = r"""
    \((?: <[^<>\n]{0,2000}>
        | (?=[^\s()]{0,2000}[/.#]) [^\s()]{1,2000} (?:\([^\s()]{0,200}\)[^\s()]{0,200})?
    ) (?:\s[\"'(][^\n\"]{0,300}[\"')])?\)
"""
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,300}}\]{_TARGET} | !\[\[[^\[\]\n]{{1,300}}\]\]", re.VERBOSE)
_LINK = re.compile(
    rf"(?<!\\)\[(?P<text>(?:[^\[\]\n]|{_IN_LINES}|\[[^\[\]\n]{{0,100}}\]){{0,300}})\]{_TARGET}",
    re.VERBOSE,
)
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?(?P<text>[^\[\]|\n]{1,300})\]\]")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[[^\[\]\n]{1,60}\]:[ \t]+\S{0,2000}[/.]\S{0,2000}.{0,300}$", re.MULTILINE
)
_REFERENCE = re.compile(
    rf"(?<![\w{re.escape(STOPS + CLOSERS)}])"
    rf"\[(?P<text>(?:[^\[\]\n]|{_IN_LINES}){{1,300}})\][ ]?\[[^\[\]\n]{{0,60}}\]"
)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+|[ \t]#{1,6}[ \t]*$", re.MULTILINE)
_QUOTED_LINE = re.compile(r"^[ ]{0,3}(?:>[ ]?){1,5}(?=\S)", re.MULTILINE)
_HIGHLIGHT = re.compile(r"(==|~~)(?=[^\s=~])(?P<text>[^=~\n]{1,500})(?<=\S)\1")
_STRONG = re.compile(
    rf"(\*(?<![\w*\\]\*)\*\*?)(?=[^\s*])(?P<text>(?:[^*\n]|{_IN_LINES}|\*(?!\*)){{1,2000}}?)"
    r"(?<=[^\s*\\])\1(?![\w*])"
)
_EMPHASIS = re.compile(
    rf"\*(?<![\w*\\]\*)(?=[^\s*])(?P<text>(?:[^*\n]|{_IN_LINES}){{1,1000}})(?<=[^\s\\])\*(?![\w*])"
)
_UNDERSCORES = re.compile(
    rf"(_(?<![\w@/\\]_)_?)(?=[^\s_])(?P<text>(?:[^_\n]|{_IN_LINES}){{1,1000}})(?<=[^\s\\])\1(?!\w)"
)
_ESCAPE = re.compile(r"\\(?=[*_\[\]#`~|<>])")

# Notes: "[3]", "[3, 4]:14", "[^a]", "[who?]", "[note 1]" anywhere; after a sign "[a]" and
# "[citation needed]" too, for "run[s]" and "he[r mother]" are parts of a sentence.
_NUMBER = r"""
    \^?\d{1,3} (?:[ ]?[,–-][ ]?\d{1,3}){0,5} | \^[\w-]{1,30}
    | [^\W\d_]{1,20}\? | [^\W\d_]{1,20}[ ]\d{1,3}
"""
_REMARK = r"[^\W\d_] | [^\W\d_]{1,20} (?:[ ][\w-]{1,20}){1,3} \??"
_PAGE = r"(?: :[ ]?\d{1,4}(?:[-–]\d{1,4})? )?"
_NOTE = re.compile(
    rf"""
    \[ (?: (?<=[{STOPS}]\[) [^\[\]\n]{{1,30}}
          | (?<=[,;:”’»){HIDDEN}]\[) (?:{_NUMBER}|{_REMARK})
          | (?: (?<=\w\[) | (?<=\S[\"']\[) ) (?:{_NUMBER})
          | (?<=[{STOPS}”’»)\"'][ \xa0]\[) \d{{1,3}}(?=\](?:[ ][^\W\d_a-z]|\s*\Z|\n))
        ) \] {_PAGE}
    (?: ,?\[(?:{_NUMBER}|{_REMARK})\] {_PAGE} ){{0,20}} (?![a-z\d])
    """,
    re.VERBOSE,
)
# What else marks a note right after a sentence: "ended.¹", "ended.†", "ended.(1)", "ended.*".
_RAISED, _DAGGERS = "⁰¹²³⁴⁵⁶⁷⁸⁹", "*†‡§"
_SIGN_OF_NOTE = re.compile(
    rf"(?<=[{STOPS}])(?:[{_RAISED}]{{1,4}}|[{_DAGGERS}]{{1,3}}|\(\d{{1,2}}\))(?!\S)"
)
_SIGNS_OF_NOTES = (".(", "?(", "!(", *_RAISED, *_DAGGERS)  # one of them is in each

# The time before an entry of a running report that lost its line ends: "left.3:40 p.m.Police say".
_GLUED_STAMP = re.compile(
    rf"[{STOPS}:)](?<!\d.)"
    r"(?:\d{1,2}[:.]\d\d(?:[ ]?[APap]\.?[Mm]\.?)?|\d{1,2}[ ]?[APap]\.?[Mm]\.?)"
    r"(?:[ ]?[A-Z]{1,4}T\b|[ ]?GMT)?(?=[ ]?[^\W\d_a-z][^\W\d_]*[ ])",
)

_WITHOUT_WIDTH = "\u00ad\u2060\ufeff"
_HYPHENATED = re.compile(r"\u00ad[^\S\n]{0,9}\n[^\S\n]{0,9}(?=\w)")  # a word at a line end
_SIGNS = re.compile(rf"[{HIDDEN}{_WITHOUT_WIDTH}]")
# Beside white space and at the ends; and where a sentence ends and another one follows.
_BESIDE_SPACE = re.compile(rf"(?<!\S){HIDDEN}++|(?<!{HIDDEN}){HIDDEN}++(?!\S)")
_BETWEEN_SENTENCES = re.compile(
    rf"(?:(?<=[{STOPS}])|(?<=[{STOPS}]{one_of(CLOSERS)})){HIDDEN}++"
    rf"(?={one_of(OPENERS)}{{0,5}}(?P<first>\w))"
)

# In this order, each with a sign that it has.
_MARKS = (
    (">", _QUOTED_LINE),
    ("==", _HIGHLIGHT),
    ("~~", _HIGHLIGHT),
    ("#", _HEADING),
    ("*", _STRONG),
    ("*", _EMPHASIS),
    ("_", _UNDERSCORES),
    ("[", _NOTE),
    ("\\", _ESCAPE),
)


def plain(text: str) -> str:
    r"""Return the text without what is not shown, each character in its place.

    Notes
    -----
    O(n) in the length of the text. The same object is returned if all of it is shown.

    >>> plain("The [bridge](https://a.example) *is* open.[1]").split()
    ['The', 'bridge', 'is', 'open.']
    >>> plain("a load of s***, for 5 * 3 * 2 dollars [sic]")
    'a load of s***, for 5 * 3 * 2 dollars [sic]'
    """
    hidden = text
    if not text.isascii() and any(sign in text for sign in HIDDEN + _WITHOUT_WIDTH):
        hidden = _SIGNS.sub(HIDDEN, _HYPHENATED.sub(_hide, hidden))
    if "[" in text:
        hidden = _without_links(hidden)
    for sign, mark in _MARKS:
        if sign in text:
            hidden = mark.sub(_keep_text, hidden)
    if any(sign in text for sign in _SIGNS_OF_NOTES):
        hidden = _SIGN_OF_NOTE.sub(_hide, hidden)
    hidden = _GLUED_STAMP.sub(_new_paragraph, hidden)
    if HIDDEN in hidden:
        hidden = _BESIDE_SPACE.sub(_space, _BETWEEN_SENTENCES.sub(_space_between, hidden))
    return hidden


def quoted(text: str, start: int, end: int) -> str:
    r"""Return what is shown of a span of an article's text, as in every summary.

    Where a text has no marks and no broken words, it is ``" ".join(text[start:end].split())``.

    Parameters
    ----------
    text
        The whole text of the article: a mark may be opened before the span.
    start, end
        The half-open span, in code points.

    Examples
    --------
    >>> quoted("**Note.** The *bridge* is\nopen.[1]", 10, 35)
    'The bridge is open.'
    """
    return shown(plain(text)[start:end])


class Span(NamedTuple):
    """A span of the document of this index."""

    document: int
    start: int
    end: int


def spans_of(
    sentence: Sentence, spans: Iterable[tuple[int, int]], texts: Sequence[str]
) -> list[Span]:
    """Convert spans of the sentence's text to spans of its document."""
    raw = texts[sentence.document][sentence.start : sentence.end]
    dropped = {i for match in NOT_SHOWN.finditer(raw) for i in range(*match.span())}
    kept = [i for i in range(sentence.start, sentence.end) if i - sentence.start not in dropped]
    return [Span(sentence.document, kept[start], kept[end - 1] + 1) for start, end in spans]


def _without_links(text: str) -> str:
    """Hide images, the marks and targets of links, and the definitions of such targets."""
    if "](" in text or "![[" in text:
        text = _LINK.sub(_keep_text, _IMAGE.sub(_hide, text))
    if "]:" in text and _DEFINITION.search(text):
        text = _REFERENCE.sub(_keep_text, _DEFINITION.sub(_hide, text))
    return _WIKI.sub(_keep_text, text) if "[[" in text else text


def _hide(match: re.Match[str]) -> str:
    return HIDDEN * len(match[0])


def _keep_text(match: re.Match[str]) -> str:
    """Hide a match but for its group "text", if it has one."""
    if "text" not in match.re.groupindex:
        return _hide(match)
    start, end = match.span("text")
    return HIDDEN * (start - match.start()) + match["text"] + HIDDEN * (match.end() - end)


def _space(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _new_paragraph(match: re.Match[str]) -> str:
    return f"{match[0][0]}\n\n".ljust(len(match[0]))


def _space_between(match: re.Match[str]) -> str:
    return (" " if match["first"].isupper() else HIDDEN) * len(match[0])
