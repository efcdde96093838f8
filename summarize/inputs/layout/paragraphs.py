"""Find paragraphs, join their lines, and the two parts of a word that a line end divides."""

from __future__ import annotations

import re
from collections import Counter
from functools import reduce
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING

from summarize.inputs.layout.line import Line, is_alike
from summarize.reading.signs import CLOSERS, STOPS, one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = 1.25  # the least distance between paragraphs, in distances between lines
_INDENT = 0.6  # heights of a line
_MOST_INDENT = 4.0  # likewise; a line further in is centred, or beside something
_SHORT = 0.8  # of the width of a column; a shorter line that ends a sentence is a paragraph's last
_HYPHENS = ("-", "\u2010", "\u00ad")
_DASHES = (*_HYPHENS, "\u2013", "\u2014")
_AT_END = re.compile(rf"(?:\[\d{{1,3}}\]|{one_of(CLOSERS)}|\s)+\Z")  # quotation marks, notes
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_BEFORE = re.compile(r"[^\W\d_]+(?=[-\u2010\u00ad]\Z)")
_AFTER = re.compile(r"[^\W\d_]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_HYPHENATED = 0.02  # the least share of lines that end with a hyphen, in a text that divides words


def paragraphs(columns: Sequence[Sequence[Line]]) -> list[list[str]]:
    """Return the lines of each paragraph, of columns that are in reading order.

    A paragraph begins after a gap, at an indented line, where the size of the letters changes, and
    after a short line that ends a sentence. At the top of a column it does if the column before
    ends with the end of a sentence.
    """
    distance = _distances(columns)
    found: list[list[str]] = []
    last: Line | None = None
    for column in columns:
        edges = _edges(column)
        for number, line in enumerate(column):
            if last is None or (
                _begins(line, last, edges, distance)
                if number
                else _ends_sentence(last.text) or not is_alike(line, last)
            ):
                found.append([line.text])
            else:
                found[-1].append(line.text)
            last = line
    return found


def joined(found: Sequence[Sequence[str]]) -> str:
    """Return the text of a document, its paragraphs separated by blank lines."""
    join = Joiner([line for lines in found for line in lines])
    return "\n\n".join(reduce(join, lines) for lines in found)


def _distances(columns: Sequence[Sequence[Line]]) -> dict[int, float]:
    """Return the usual distance between lines of each height, from top to top."""
    every: dict[int, list[float]] = {}
    for column in columns:
        for last, line in pairwise(column):
            if is_alike(last, line) and line.top > last.top:
                every.setdefault(round(line.size), []).append(line.top - last.top)
    return {size: median_low(found) for size, found in every.items()}


def _edges(column: Sequence[Line]) -> tuple[float, float]:
    """Return where most lines of a column begin, and where the longest ends."""
    starts = Counter(round(line.left) for line in column)
    most = max(starts.values(), default=0)
    left = min((start for start, n in starts.items() if n == most), default=0)
    return left, max((line.right for line in column), default=0)


def _begins(line: Line, last: Line, edges: tuple[float, float], distance: dict[int, float]) -> bool:
    """Return whether a line begins a paragraph, after the line above it."""
    left, right = edges
    usual = min(distance.get(round(line.size), 0) or 2 * line.size, 2 * line.size)
    if not is_alike(line, last) or line.top - last.top > _GAP * usual:
        return True
    is_indented = _INDENT * line.size < line.left - left < _MOST_INDENT * line.size
    if is_indented and last.left - left < _INDENT * line.size:
        return True
    is_short = last.right - left < _SHORT * (right - left)
    return is_short and _ends_sentence(last.text)


def _ends_sentence(text: str) -> bool:
    return _AT_END.sub("", text[-60:]).endswith(tuple(STOPS))


class Joiner:
    """Joins the lines of one document, whose words decide about hyphens at line ends.

    A hyphen goes if the word is in the document without it. It stays if the word is in the document
    with it, if the part after it is a word of the document, or if the document, which ends few
    lines with a hyphen, does not divide words at all.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        words: set[str] = set()
        for last, line in pairwise(["", *lines]):
            whole = _AFTER.sub("", line, count=1) if last.endswith(_HYPHENS) else line
            words.update(word.lower() for word in _WORD.findall(_BEFORE.sub("", whole)))
        self._words = words
        n_divided = sum(line.endswith(_HYPHENS) for line in lines)
        self._divides = n_divided >= max(2, _HYPHENATED * len(lines))

    def __call__(self, text: str, line: str) -> str:
        """Join a text and the line that continues it."""
        before, after = _BEFORE.search(text[-100:]), _AFTER.match(line)
        if before and after:
            return text[:-1] + line if self._is_divided(text, before[0], after[0]) else text + line
        is_joint = text[-1:] in _DASHES and text[-2:-1].isalnum() and line[:1].isalnum()
        is_wide = _WIDE.fullmatch(text[-1:]) and _WIDE.match(line)
        return text + line if is_joint or is_wide else f"{text} {line}"

    def _is_divided(self, text: str, before: str, after: str) -> bool:
        """Return whether the hyphen at the end of a text only divides the word."""
        if text.endswith("\u00ad"):
            return True
        if not after[0].islower():
            return False
        before, after = before.lower(), after.lower()
        if before + after in self._words:
            return True
        is_compound = f"{before}-{after}" in self._words or after in self._words
        return self._divides and not is_compound
