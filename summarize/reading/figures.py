"""The quantities of a text: figures in digits and in words, with their scale and unit, and dates.

This is the one parser of figures, for what is one word (`judge`), what contradicts (`same`) and
what differs (`differences`). It takes the word after a figure for what it counts, and no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarize import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.languages import Language

# Digits that are one word: with separators of thousands, decimals, minutes, or points of a score.
NUMBER = r"\d+(?:[.,:–-]\d+)*"

LAST_DAY = 31
_VAGUE_BEFORE, _VAGUE_WORDS = 20, 3  # characters and words before a figure that may make it vague

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"[0-9]")
_SPELLED = re.compile(r"(?<![\w-])([^\W\d_]+)(?= ([^\W\d_]{3,}))")  # a number, maybe, and its noun
_DATE = re.compile(r"\b([A-Z][a-z]{2,8}) (\d{1,2})\b(?!\d)|\b(\d{1,2}) ([A-Z][a-z]{2,8})\b")


class Figure(NamedTuple):
    """A quantity that a text gives.

    Attributes
    ----------
    value
        With its scale: "1.5 million" and "1,500,000" have one value.
    unit
        A sign of currency, ``"%"``, or the noun after it in lower case without its "s"; empty if
        there is none.
    start, end
        Its span in the text, with its unit.
    is_spelled
        Whether it is spelled out in words.
    is_vague
        Whether the words before it make it a bound or an estimate, as "at least" does.
    """

    value: float
    unit: str
    start: int
    end: int
    is_spelled: bool = False
    is_vague: bool = False


def figures(text: str, language: Language) -> Iterator[Figure]:
    """Read the quantities of a text, those in words first.

    Digits that are part of a word, a range or a longer number ("COVID-19", "10-15", "1.000.000")
    are not read, nor is a number word without a noun. Four plain digits may be a year: they have
    no unit.

    >>> from summarize.languages import load
    >>> for figure in figures("Twelve firms lost $1.5 million, 30% of it in 2025.", load()):
    ...     print(figure.value, figure.unit or "-")
    12 firm
    1500000.0 $
    30.0 %
    2025.0 -
    """
    return iter(_read(text, language.name))


@lru_cache(maxsize=1024)  # a pick is compared with many sentences
def _read(text: str, name: str) -> tuple[Figure, ...]:
    language, lists = languages.load(name), _lists(name)
    found = []
    if not lists.numbers.keys().isdisjoint(_WORD.findall(text.lower())):
        for match in _SPELLED.finditer(text):
            value, noun = lists.numbers.get(match[1].lower()), match[2].lower()
            if value is not None and noun not in language.stop_words:
                start, end = match.start(), match.end(2)
                is_vague = _is_vague(text, start, language)
                found.append(
                    Figure(value, noun.rstrip("s"), start, end, is_spelled=True, is_vague=is_vague)
                )
    for match in lists.digits.finditer(text) if _DIGIT.search(text) else ():
        scale = lists.scales.get(match["suffix"] or match["scale"] or "", 1)
        noun = (match["noun"] or "").lower().rstrip("s")
        unit = match["sign"] or ("%" if match["percent"] else lists.unit(noun))
        if match["digits"].isdigit() and len(match["digits"]) == len("2025"):
            unit = ""
        start, end = match.start(), match.end("noun" if unit and unit == noun else "figure")
        value = float(match["digits"].replace(",", "")) * scale
        found.append(Figure(value, unit, start, end, is_vague=_is_vague(text, start, language)))
    return tuple(found)


def dates(text: str, language: Language) -> Iterator[Figure]:
    """Read the dates that name a month and a day; their values count 31 days in every month."""
    for match in _DATE.finditer(text):
        month, day = (match[1] or match[4]).lower(), int(match[2] or match[3])
        if month in language.months and 1 <= day <= LAST_DAY:
            yield Figure(language.months.index(month) * LAST_DAY + day, "date", *match.span())


def _is_vague(text: str, start: int, language: Language) -> bool:
    before = text[max(0, start - _VAGUE_BEFORE) : start].lower().split()
    return not language.vague.isdisjoint(before[-_VAGUE_WORDS:])


@dataclass(frozen=True, slots=True)
class _Lists:
    """What a language knows of figures, ready for use."""

    numbers: dict[str, float]
    scales: dict[str, float]
    ordinary: frozenset[str]
    digits: re.Pattern[str]  # a figure in digits, with the word after it

    def unit(self, noun: str) -> str:
        """Give a noun as a unit; a function word, a month or a day is not one."""
        return "" if noun in self.ordinary else noun


@cache
def _lists(name: str) -> _Lists:
    language = languages.load(name)
    scales = "|".join(scale for scale, _ in language.scales) or "(?!)"
    suffixes = "|".join(suffix for suffix, _ in language.suffixes) or "(?!)"
    percents = "|".join(language.percents) or "(?!)"
    digits = re.compile(
        r"(?P<figure>(?<![\w.,-])(?P<sign>[$€£])?"
        r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,15}(?:\.[0-9]{1,2})?)"
        rf"(?:(?P<suffix>{suffixes})\b)?(?![.,]?\w|[-–]\d)"
        rf"(?:[ -](?P<scale>{scales})\b)?(?P<percent> ?%| (?:{percents})\b)?)"
        r"(?: (?P<noun>[^\W\d_]{3,}))?"
    )
    scale_of = dict(language.scales + language.suffixes)
    ordinary = language.stop_words | language.calendar
    return _Lists(dict(language.numbers), scale_of, ordinary, digits)
