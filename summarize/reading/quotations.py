"""Quotations: what of a sentence is in quotation marks, and which of the marks have no partner.

Where the shape of a mark leaves a doubt, its place decides: a mark that opens is before a word, one
that closes is after one. Of quotations inside one another only the outermost is read. It does not
decide what is one sentence: `split` looks for the quotations of a paragraph, to keep them whole.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarize.reading.signs import OPENERS, QUOTATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Mark = tuple[str, int, int]  # a sign and its span

# Not inside a word: an apostrophe, or the sign of a Hebrew abbreviation.
_MARK = re.compile(r"``|''|‘‘|’’|[“”„«»「」『』‹›]|(?<!\w)[‘’'\"]|[‘’'\"](?!\w)")
_INSIDE = re.compile(r"\w\"\w")
_SINGLE = frozenset("‘’'")
# Besides those of `QUOTATIONS`: ”Swedish” and »German« marks, and what is typed for a missing sign.
_ALSO = {"‹": ["›"], "”": ["”"], "»": ["«", "»"], "''": ["''"], "‘‘": ["’’"]}
_INSTEAD = {"“": ["“", '"', "''", "’’"], '"': ["”"], "``": ['"', "”"]}
# Letters left out at the beginning: "'98", "'em", "'n'", "'t Hooft"; and signs that no word needs.
_ELISION = re.compile(r"\d\ds?\b|[^\W\d_]{1,2}\b|t(?:il|is|was)\b|(?:cause|bout|round|neath)\b|s-")
_WORD = re.compile(r"[^\W_]|\[[^\W\d_]")
_WORD_BEFORE = re.compile(r"[^\W\d_]{4,}\Z")
_APOSTROPHES = frozenset("sxzn")  # "the Lees' coach", "goin' home"
_LONGEST_WORD = 60  # characters
_ENDS_CLAUSE = frozenset(",.?!…")
_BEFORE = OPENERS + "-–—/:"


class Quotations(NamedTuple):
    """The spans of a text's quotations, marks included, and whether a mark has no partner.

    A double mark that is not closed opens a quotation that ends where the text ends.
    """

    spans: tuple[tuple[int, int], ...]
    is_torn: bool


@lru_cache(maxsize=16)  # a sentence is asked about several times in a row
def quotations(text: str) -> Quotations:
    """Find the quotations of a sentence.

    Notes
    -----
    O(n) in the length of the text.

    >>> text = "'We won,' said the Lees' coach, who called it a “triumph”."
    >>> found = quotations(text)
    >>> [text[start:end] for start, end in found.spans], found.is_torn
    (["'We won,'", '“triumph”'], False)
    >>> quotations("The pier went,' said the Lees' neighbour.").is_torn
    True
    """
    marks = [(match[0], *match.span()) for match in _MARK.finditer(text)]
    last = {sign: index for index, (sign, _, _) in enumerate(marks)}
    spans: list[tuple[int, int]] = []
    is_torn = False
    may_be_inside = _INSIDE.search(text) is not None  # a Hebrew prefix is joined to a quotation
    at = 0
    while at < len(marks):
        sign, start, _ = marks[at]
        is_single = sign in _SINGLE
        opens = _may_open(text, marks[at])
        close = -1
        if opens:
            close = _close_single(text, marks, at) if is_single else _close(text, marks, at, last)
        if close >= 0:
            spans.append((start, marks[close][2]))
            at = close
        elif is_single:
            is_torn = is_torn or _has_lost_partner(text, marks[at], opens=opens)
        elif sign == '"' and may_be_inside:
            pass
        elif opens:
            spans.append((start, len(text)))
            is_torn, at = True, len(marks)
        elif not text[max(start - 1, 0) : start].isdigit():  # else the sign of inches
            is_torn = True
        at += 1
    return Quotations(tuple(spans), is_torn)


def _may_open(text: str, mark: Mark) -> bool:
    sign, start, end = mark
    before, after = text[max(start - 1, 0) : start] or " ", text[end : end + 1] or " "
    begins = before.isspace() or before in _BEFORE
    if sign in "”»’›":
        return sign in "”»" and begins and after.isalnum()
    if sign in {'"', "''", "'"}:  # with a space on both sides it opens what was cut into words
        return begins or (sign == '"' and after.isalnum() and not before.isalnum())
    return True


def _close(text: str, marks: Sequence[Mark], at: int, last: Mapping[str, int]) -> int:
    """Return the index of the mark that closes a double one; -1 if there is none.

    `last` is the last index of each sign: what is not there is not sought again and again.
    """
    opened = marks[at][0]
    closers = QUOTATIONS.get(opened, "")
    for signs in (_ALSO.get(opened) or [closers, *closers], _INSTEAD.get(opened, [])):
        for index in range(at + 1, max((last.get(sign, 0) for sign in signs), default=0) + 1):
            sign, start, end = marks[index]
            if sign == opened and text[start - 1].isspace() and text[end : end + 1].isalnum():
                return -1  # opened again before it was closed
            if sign in signs:
                return index
    return -1


def _close_single(text: str, marks: Sequence[Mark], at: int) -> int:
    """Return the index of the mark that closes a single one; -1 if there is none.

    It is sought up to the next that may open: after a comma or stop, for without one it may as well
    be the apostrophe of "the Lees' coach"; else the first after a word.
    """
    plain = -1
    for index in range(at + 1, len(marks)):
        sign, start, _ = marks[index]
        if sign not in _SINGLE:
            continue
        if sign != "’" and _may_open(text, marks[index]) and text[start + 1 : start + 2] != " ":
            break
        if sign != "‘" and _sign_before(text, start) in _ENDS_CLAUSE:
            return index
        if sign != "‘" and plain < 0:
            plain = index
    return plain


def _has_lost_partner(text: str, mark: Mark, *, opens: bool) -> bool:
    """Return whether a single mark without partner is one, and not an apostrophe."""
    sign, start, end = mark
    before = _sign_before(text, start)
    if opens:
        if _ELISION.match(text, end):
            return False
        return text[end : end + 1].isupper() or _WORD.match(text, end) is not None
    if sign == "‘":
        return False
    word = _WORD_BEFORE.search(text, max(start - _LONGEST_WORD, 0), start)
    is_cut = text.startswith((" s ", " t "), end)  # "China' s"
    ends_word = word is not None and word[0][-1] not in _APOSTROPHES and not is_cut
    return before in {*",?!…"} or (before == "." and end == len(text)) or ends_word


def _sign_before(text: str, at: int) -> str:
    """Return the sign before a place and a space; nothing at the beginning of the text."""
    return text[max(at - 2, 0) : at].rstrip()[-1:]
