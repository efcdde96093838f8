"""What "Tuesday" or "last month" in a sentence means, given the day when its article was published.

A wrong date is worse than none: what may lie ahead, or may be another week's day, has no date.
"""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarize import languages
from summarize.reading.figures import DENSE
from summarize.reading.plain import spans_of
from summarize.reading.quotations import quotations
from summarize.result import When
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.languages import Language
    from summarize.model import Sentence
    from summarize.words import WordPattern

_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"([^\W\d_]+)\s+\Z")  # the word before


class Time(NamedTuple):
    """A span of a text that means a day, a month or a year in ISO 8601: "2025-06-10", "2025-06"."""

    start: int
    end: int
    date: str


def times(text: str, published: float, language: Language) -> Iterator[Time]:
    """Find the words of a sentence that name a time by its distance from the day of publication.

    Parameters
    ----------
    text
        A sentence.
    published
        The day when its article was published, as `days.day` counts; it must be known.
    language
        Its weekdays, words for days, and what shows that something lies ahead; without these, no
        weekday is resolved.

    Notes
    -----
    News reports name the weekday of what has just happened: it is the last such day, that of
    publication included. Where a word of the sentence shows that something lies ahead, and in
    quotations, which may be older, nothing is resolved.

    >>> friday = date(2025, 6, 13).toordinal()
    >>> [each.date for each in times("He left Tuesday, as last year.", friday, languages.load())]
    ['2025-06-10', '2024']
    >>> list(times("He will leave on Tuesday.", friday, languages.load()))
    []
    """
    low = text.lower()
    if not language.ahead.isdisjoint(_WORD.findall(low)):
        return
    today = date.fromordinal(int(published))
    quoted = quotations(text).spans
    for match in _pattern(language.name).finditer(text):
        start, end = match.span()
        if any(a <= start < b for a, b in quoted) or _date(language.name).match(text, end):
            continue
        word = match[0].lower()
        if match["weekday"]:
            if not language.ahead:  # a day that lies ahead would be taken for one that is past
                continue
            before = _BEFORE.search(low[:start])
            if before is None or before[1] in language.before_other_days:
                continue
            back = (today.weekday() - language.weekdays.index(word)) % 7
            yield Time(start, end, (today - timedelta(days=back)).isoformat())
        elif word in dict(language.days):
            back = dict(language.days)[word]
            yield Time(start, end, (today + timedelta(days=back)).isoformat())
        else:
            unit = dict(language.last_times)[word]
            if not unit:
                continue
            year = today.year - (unit == "year" or today.month == 1)
            month = f"-{(today.month - 2) % 12 + 1:02}" if unit == "month" else ""
            yield Time(start, end, f"{year}{month}")


def resolve(
    sentence: Sentence, published: float, texts: Sequence[str], language: Language
) -> tuple[When, ...]:
    """Resolve the words for times in a sentence; none if the day of its article is not known.

    Parameters
    ----------
    sentence
        Its document is one of those that `texts` are the plain texts of.
    published
        The day of its article, as `days.day` counts; NaN if it is not known.
    """
    if math.isnan(published):
        return ()
    found = list(times(sentence.text, published, language))
    spans = spans_of(sentence, [(each.start, each.end) for each in found], texts)
    return tuple(
        When(sentence.text[each.start : each.end], span.start, span.end, each.date)
        for each, span in zip(found, spans, strict=True)
    )


@cache
def _date(name: str) -> re.Pattern[str]:
    """Return the pattern of a date after a weekday: ", June 3", ", the 3rd"."""
    words = "|".join(map(re.escape, sorted(languages.load(name).definite))) or "(?!)"
    return re.compile(rf",?\s+\(?(?:(?:{words})\s+)?(?:[^\W\d_]{{3,9}}\.?\s+)?\d")


@cache
def _pattern(name: str) -> WordPattern:
    """Return the pattern of all words for times of a language, in one."""
    language = languages.load(name)
    days = [day.capitalize() for day in language.weekdays]
    if not language.weekdays_capitalised:
        days += language.weekdays
    weekdays = "|".join(map(re.escape, days)) or "(?!)"
    others = [word for word, _ in (*language.days, *language.last_times)]
    others.sort(key=len, reverse=True)  # "a day before yesterday" is not "yesterday"
    words = "|".join(re.escape(word) for word in others) or "(?!)"
    first, last = ("", "") if language.script in DENSE else ("(?<!<sign>)", "(?!<sign>)")
    return word_pattern(rf"{first}(?:(?P<weekday>{weekdays})|(?i:{words})){last}(?!['’]s)")
