"""Find a quotation in articles: to the character, or else what is nearest to it.

Compared is what is shown of an article (`reading.plain`), with single spaces; what is returned is a
span of its text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from difflib import SequenceMatcher
from math import ceil, log
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from summarize.model import NOT_SHOWN, shown, squeeze
from summarize.reading.plain import plain
from summarize.words import is_spaceless, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.model import Article

MOST_CONTEXT = 200  # characters on each side
NEAR = 0.5  # share of the quotation's words, by weight, that a passage must have in order
_MOST_CANDIDATES = 20  # articles whose best passage is compared word by word
_MOST_CUT = 100_000  # places within words, after which no whole one is sought
_WORD = word_pattern("<word>")
_SIGN = word_pattern("<sign>")
_SPACE = re.compile(r"\s")
_IN_FIGURES = ".,:/"  # between digits
_MINUS = "-−"  # before a figure, after no word
_APOSTROPHES = "'’"

Match = Literal["verbatim", "cut", "words", "near", "none"]
Word = tuple[int, int, str]  # its span, and itself without case


class Passage(NamedTuple):
    """A span of the article of this index, what is shown of it, and what is around it."""

    article: int
    start: int
    end: int
    text: str
    before: str
    after: str


class Found(NamedTuple):
    """Where a quotation is.

    `match` is ``"verbatim"``, or ``"cut"`` if it is there but ends within a word or figure, or
    ``"words"`` if its words are there with another case or other signs. Each has one passage an
    article. ``"near"`` has the one passage that is nearest, and `changes`: what the quotation says,
    and what the article says instead. ``"none"`` has neither.
    """

    match: Match
    passages: tuple[Passage, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()


class _Shown:
    """What is shown of an article, and where each character of it is in the text."""

    def __init__(self, article: Article) -> None:
        text = plain(article.text)
        self._at, self._from = [0], [0]  # where pieces begin: in what is shown, and in the text
        pieces, last, length = [], 0, 0
        for match in NOT_SHOWN.finditer(text):
            pieces.append(text[last : match.start()])
            length += match.start() - last
            last = match.end()
            self._at.append(length)
            self._from.append(last)
        pieces.append(text[last:])
        self.text = _SPACE.sub(" ", "".join(pieces))

    def passage(self, index: int, start: int, end: int) -> Passage:
        """Return a span of what is shown as one of the article of this index."""
        before = self.text[max(start - MOST_CONTEXT, 0) : start]
        after = self.text[end : end + MOST_CONTEXT]
        places = self._place(start), self._place(end - 1) + 1
        return Passage(index, *places, self.text[start:end], before.strip(), after.strip())

    def words(self) -> list[Word]:
        """Return its words without case, each with its span."""
        return [(*m.span(), m[0].casefold()) for m in _WORD.finditer(self.text)]

    def _place(self, at: int) -> int:
        piece = bisect_right(self._at, at) - 1
        return self._from[piece] + at - self._at[piece]


def find_quotation(quotation: str, articles: Sequence[Article]) -> Found:
    """Find a quotation in articles, to the character, or else what is nearest to it.

    Notes
    -----
    O(n) in the length of the articles, and O(m²) in that of the quotation.

    >>> from summarize.model import Article
    >>> find_quotation("ran aground", [Article("The ferry ran aground.")]).passages[0][:4]
    (0, 10, 21, 'ran aground')
    >>> find_quotation("ferry ran on a rock", [Article("The ferry ran aground.")]).match
    'none'
    """
    every = [_Shown(article) for article in articles]
    sought = squeeze(quotation)
    found = _characters(sought, every) or _characters(shown(plain(quotation)), every)
    if found:
        return found
    wanted = [(*m.span(), m[0].casefold()) for m in _WORD.finditer(sought)]
    if not wanted:
        return Found("none")
    words = [each.words() for each in every]
    same = [
        each.passage(index, *span)
        for index, each in enumerate(every)
        if (span := _same_words(words[index], wanted))
    ]
    return Found("words", tuple(same)) if same else _nearest(sought, wanted, every, words)


def _characters(sought: str, every: Sequence[_Shown]) -> Found | None:
    """Find the same characters."""
    whole: list[Passage] = []
    cut: list[Passage] = []
    for index, each in enumerate(every):
        if span := _span(each.text, sought):
            is_whole = span[1] - span[0] == len(sought)
            (whole if is_whole else cut).append(each.passage(index, *span))
    if whole:
        return Found("verbatim", tuple(whole))
    return Found("cut", tuple(cut)) if cut else None


def _span(text: str, sought: str) -> tuple[int, int] | None:
    """Return the first span of a string that ends at words, else the first with whole words.

    A word or figure goes on for at most `MOST_CONTEXT` characters on each side.
    """
    at, n_cut, cut = -1, 0, None
    while sought and n_cut < _MOST_CUT and (at := text.find(sought, at + 1)) >= 0:
        start, end = at, at + len(sought)
        if not _is_within(text, start) and not _goes_on(text, end):
            return start, end
        cut = cut or (start, end)
        n_cut += 1
    if cut is None:
        return None
    start, end = cut
    first, last = start - MOST_CONTEXT, end + MOST_CONTEXT
    while start > first and _is_within(text, start):
        start -= 1
    while end < last and _goes_on(text, end):
        end += 1
    return start, end


def _is_within(text: str, at: int) -> bool:
    """Return whether a place is within a word or figure.

    >>> [_is_within("rose 5.3%, can't", at) for at in (5, 6, 7, 8, 14)]
    [False, True, True, False, True]
    >>> [_is_within("-5 or 1/2", at) for at in (0, 1, 2, 7, 8)]
    [False, True, False, True, True]
    """
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if is_spaceless(left) or is_spaceless(right):
        return False
    if _SIGN.match(left) and _SIGN.match(right):
        return True
    if right in _IN_FIGURES or right in _APOSTROPHES:
        kind = str.isalpha if right in _APOSTROPHES else str.isdigit
        return kind(left) and kind(text[at + 1 : at + 2])
    before = text[at - 2 : at - 1]
    is_minus = left in _MINUS and not _SIGN.match(before)
    return right.isdigit() and (is_minus or (left in _IN_FIGURES and before.isdigit()))


def _goes_on(text: str, at: int) -> bool:
    """Return whether a word or figure goes on after a place, for "can" and "can't" differ."""
    is_after = 1 < at < len(text) and text[at - 1] in _APOSTROPHES
    return _is_within(text, at) or (is_after and text[at - 2].isalpha() and text[at].isalpha())


def _same_words(words: Sequence[Word], wanted: Sequence[Word]) -> tuple[int, int] | None:
    """Return the span of the first run of the same words."""
    joined = f" {' '.join(word for *_, word in words)} "
    at = joined.find(f" {' '.join(word for *_, word in wanted)} ")
    if at < 0:
        return None
    first = joined.count(" ", 0, at + 1) - 1
    return words[first][0], words[first + len(wanted) - 1][1]


def _nearest(
    sought: str,
    wanted: Sequence[Word],
    every: Sequence[_Shown],
    words: Sequence[Sequence[Word]],
) -> Found:
    """Find the passage that has most of the quotation's words in their order, by weight."""
    weight = _weights([word for *_, word in wanted], words)
    width = ceil(1.25 * len(wanted)) + 2
    windows = [
        (*_window([weight.get(word, 0.0) for *_, word in own], width), index)
        for index, own in enumerate(words)
        if own
    ]
    windows.sort(key=lambda each: (-each[0], each[2]))
    aligned = (
        (*_aligned(wanted, words[index], slice(first, first + width), weight), index)
        for _, first, index in windows[:_MOST_CANDIDATES]
    )
    best = max(aligned, key=lambda each: each[0], default=None)
    if best is None or best[0] < NEAR * sum(weight[word] for *_, word in wanted):
        return Found("none")
    _, start, end, index = best
    own = words[index][start:end]
    passage = every[index].passage(index, own[0][0], own[-1][1])
    return Found("near", (passage,), tuple(_changes(sought, wanted, every[index].text, own)))


def _weights(wanted: Sequence[str], words: Sequence[Sequence[Word]]) -> dict[str, float]:
    """Weigh the words of a quotation: those that are rarer in the articles say more."""
    counts = Counter(word for own in words for *_, word in own)
    n = sum(counts.values())
    return {word: log((n + 1) / (counts[word] + 0.5)) for word in wanted}


def _window(weights: Sequence[float], width: int) -> tuple[float, int]:
    """Return the highest sum of a run of `width` weights, and where it begins."""
    sums = np.concatenate([[0.0], np.cumsum(weights)])
    ends = np.minimum(np.arange(len(weights)) + width, len(weights))
    runs = sums[ends] - sums[:-1]
    first = int(runs.argmax())
    return float(runs[first]), first


def _aligned(
    wanted: Sequence[Word], own: Sequence[Word], window: slice, weight: Mapping[str, float]
) -> tuple[float, int, int]:
    """Align a quotation with a window: the weight in common, and the run of words in its place."""
    sought = [word for *_, word in wanted]
    blocks = _matcher(wanted, own[window]).get_matching_blocks()[:-1]
    if not blocks:
        return 0.0, 0, 1
    common = sum(weight[word] for block in blocks for word in sought[block.a :][: block.size])
    first, last = blocks[0], blocks[-1]
    start = window.start + first.b - first.a
    end = window.start + last.b + len(sought) - last.a
    return common, max(start, 0), min(end, len(own))


def _changes(
    sought: str, wanted: Sequence[Word], text: str, own: Sequence[Word]
) -> Iterator[tuple[str, str]]:
    """Yield the runs of words that differ, as both write them."""
    for name, a, b, c, d in _matcher(wanted, own).get_opcodes():
        if name != "equal":
            yield _written(sought, wanted[a:b]), _written(text, own[c:d])


def _matcher(one: Sequence[Word], other: Sequence[Word]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [w for *_, w in one], [w for *_, w in other], autojunk=False)


def _written(text: str, words: Sequence[Word]) -> str:
    return text[words[0][0] : words[-1][1]] if words else ""
