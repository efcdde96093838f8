"""The dates in a sentence that name a month and a day, in the order of any language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarize import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.languages import Language

_MONTHS, LAST_DAY = 12, 31
_END = r"(?![\w\u0300-\u036f\u0900-\u0963])"  # of a word; \b takes vowel signs for its end
_YEAR, _MONTH, _DAY = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
# "11.06.2025" has the day first wherever points are used; "6月11日" has it last.
_IN_DIGITS = re.compile(
    rf"(?<![\d.]){_DAY}\.\s?{_MONTH}\.\s?{_YEAR}(?!\d)"
    rf"|(?:{_YEAR.replace('year', 'y')}\s?[年년]\s?)?{_MONTH.replace('month', 'm')}\s?[月월]\s?"
    rf"{_DAY.replace('day', 'd')}\s?[日号號일]"
)


def days_of_months(text: str, language: Language) -> Iterator[tuple[int, int, int, int]]:
    """Yield the month and the day of each date, and its span, in text order.

    >>> from summarize.languages import load
    >>> list(days_of_months("June 11, 2025, or 2025年6月11日", load()))
    [(6, 11, 0, 7), (6, 11, 18, 28)]
    """
    found: list[tuple[int, int, int, int]] = []
    for match in _pattern(language.name).finditer(text):
        month = language.months.index((match["before"] or match["after"]).lower()) + 1
        found.append((*match.span(), month, int(match["d1"] or match["d2"])))
    for match in _IN_DIGITS.finditer(text):
        parts = match["month"] or match["m"], match["day"] or match["d"]
        found.append((*match.span(), int(parts[0]), int(parts[1])))
    for start, end, month, day in sorted(found):
        if 1 <= month <= _MONTHS and 1 <= day <= LAST_DAY:
            yield month, day, start, end


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a day beside a month of a language."""
    language = languages.load(name)
    names = "|".join(
        rf"{re.escape(month)}|{re.escape(month.capitalize())}"
        for month in sorted(language.months, key=len, reverse=True)
    )
    names = names or "(?!)"
    first = names if language.month_first else "(?!)"
    links = "|".join(map(re.escape, language.date_links)) or "(?!)"
    return re.compile(
        rf"\b(?P<before>{first}) (?P<d1>\d{{1,2}})\b(?!\d)"
        rf"|\b(?P<d2>\d{{1,2}})\.? (?:(?:{links}) )?(?P<after>{names}){_END}"
    )
