"""What a sentence tells that another may tell differently: counts and dates, with their context."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarize.reading.counts import counts
from summarize.reading.dates import LAST_DAY
from summarize.reading.figures import dates
from summarize.reading.introduce import key
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.languages import Language

    Unit = tuple[str, str]  # kind and noun

# Chosen by reading what is shown on half of the development clusters.
MOST_TIMES = 2.0  # what the larger of two figures for one thing is of the smaller, at most
DAYS_APART = LAST_DAY  # the most between two dates for one thing

_NEAREST = 2  # content words before a figure that say what it is about
_BEFORE_DATE = 8  # and before a date
_REACH = 200  # characters that are looked at

_WORD = word_pattern("<letter>{2,}")


class Told(NamedTuple):
    """A count or a date.

    Attributes
    ----------
    unit
        What is counted, as (kind, noun); ``("date", "")`` for dates. Others are not compared.
    value
        The figure, or the day of the year with 31 days in every month.
    least, most
        What it may mean.
    about
        The keys of the content words before it that say what it is about; None where the unit
        does.
    start, end
        Its span in the sentence.
    """

    unit: Unit
    value: float
    least: float
    most: float
    about: frozenset[str] | None
    start: int
    end: int

    @property
    def is_exact(self) -> bool:
        """Whether it is neither a bound nor an estimate."""
        return self.most <= self.value * 1.1 and self.least > 0

    def agrees(self, other: Told) -> bool:
        """Return whether both may be true."""
        return self.least <= other.most and other.least <= self.most

    def is_rival(self, other: Told, *, is_alike: bool) -> bool:
        """Return whether both tell the same thing, and only one can be true.

        Figures that are far apart mostly count different things, but not if the sentences are
        nearly the same.
        """
        if self.agrees(other) or self.unit != other.unit:
            return False
        if self.unit == DATE:
            is_near = abs(self.value - other.value) <= DAYS_APART
            return is_near and not (self.about or set()).isdisjoint(other.about or ())
        small, large = sorted((self.value, other.value))
        is_near = large <= MOST_TIMES * small
        return (is_near or is_alike) and self.about == other.about != frozenset()


DATE = ("date", "")


def clear(text: str, language: Language) -> dict[Unit, Told]:
    """Read what a sentence tells, by unit; what it tells twice of one unit is left out."""
    by_unit: dict[Unit, list[Told]] = defaultdict(list)
    for each in told(text, language):
        by_unit[each.unit].append(each)
    return {unit: only for unit, (only, *others) in by_unit.items() if not others}


def told(text: str, language: Language) -> Iterator[Told]:
    """Read all counts and dates of a sentence."""
    for count in counts(text, language):
        before = _content(text, count.start, language)[-_NEAREST:]
        about = None if count.kind else frozenset(key(word) for word in before)
        unit = (count.kind, count.noun)
        yield Told(unit, count.value, count.least, count.most, about, count.start, count.end)
    for date in dates(text, language):
        before = _content(text, date.start, language)[-_BEFORE_DATE:]
        words = frozenset(key(word) for word in before if word.islower())
        yield Told(DATE, date.value, date.value, date.value, words, date.start, date.end)


def _content(text: str, end: int, language: Language) -> list[str]:
    """Return the words before a place: no function words, verbs of speech, or words of bounds."""
    ignored = language.stop_words | language.vague | language.calendar | language.speech_verbs
    return [
        word
        for word in _WORD.findall(text, max(0, end - _REACH), end)
        if word.lower() not in ignored
    ]
