"""Figures that nearly the same sentences give differently in the same place."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarize import languages
from summarize.reading.counts import half_a_unit
from summarize.reading.figures import numbers
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.languages import Language

_WORD = word_pattern("<word>")


class Placed(NamedTuple):
    """A figure, the words right before and after it, and its span with the word after it."""

    value: float
    beside: tuple[str, str]
    start: int
    end: int

    def differs(self, other: Placed) -> bool:
        """Return whether neither figure is the other one rounded.

        >>> [Placed(212, ("", ""), 0, 0).differs(Placed(n, ("", ""), 0, 0)) for n in (214, 200)]
        [True, False]
        """
        units = (half_a_unit(each.value) for each in (self, other))
        return abs(self.value - other.value) > max(units)


class Rival(NamedTuple):
    """A figure, and the index of a sentence that has another one in its place."""

    own: Placed
    at: int
    other: Placed


def rivals(text: str, others: Sequence[str], language: Language) -> Iterator[Rival]:
    """Find what sentences of one article have in the place of a figure that none of them has.

    >>> from summarize.languages import load
    >>> [(own, at, other)] = rivals("I saw 212 people.", ["I saw 214 people."], load())
    >>> own.value, at, other.value
    (212.0, 0, 214.0)
    """
    own = _placed(text, language.name)
    listed = [(i, each) for i, other in enumerate(others) for each in _placed(other, language.name)]
    for figure in own:
        if not all(figure.differs(other) for _, other in listed):
            continue
        in_place = [
            (i, other)
            for i, other in listed
            if other.beside == figure.beside and all(other.differs(each) for each in own)
        ]
        if len({other.value for _, other in in_place}) == 1:
            yield Rival(figure, *in_place[0])


@lru_cache(maxsize=1024)  # a pick is compared with many sentences
def _placed(text: str, name: str) -> tuple[Placed, ...]:
    """Read the figures that count or measure something, and are no bounds, estimates or times."""
    words = list(_WORD.finditer(text))
    found = []
    language = languages.load(name)
    for figure in numbers(text, language):
        is_time = figure.unit in language.time_words  # "two days ago" is of its article's day
        if figure.is_vague or is_time:
            continue
        before = [word[0].lower() for word in words if word.end() <= figure.start]
        after = [word for word in words if word.start() >= figure.stop]
        beside = (before[-1] if before else "", after[0][0].lower() if after else "")
        is_noun = bool(after) and beside[1] not in language.stop_words
        end = after[0].end() if is_noun else figure.stop
        found.append(Placed(figure.value, beside, figure.start, end))
    return tuple(found)
