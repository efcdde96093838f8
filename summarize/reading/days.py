"""When an article was published: the one parser of dates, in all forms that are understood."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from functools import cache, lru_cache
from unicodedata import decimal

from summarize import languages
from summarize.words import word_pattern

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY_FIRST = re.compile(rf"{_DAY}\s{_MONTH},?\s(?P<year>\d{{4}})", re.ASCII)
_MONTH_FIRST = re.compile(rf"{_MONTH}\s{_DAY},?\s(?P<year>\d{{4}})", re.ASCII)
# "11.06.2025" and "11. 6. 2025" have the day first wherever they are used; "2025年6月11日" has it
# last. "11.6.2025" is not certain.
_IN_DIGITS = re.compile(
    r"(?=\d\d\.\d\d\.\d|\d\d?\.\s\d)(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?(?P<year>\d{4})"
    r"|(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日号號일]",
)
# "mercredi 11 juin 2025", "11. června 2025", "11 de junio de 2025", "11 июня 2025 г."
_DAY_FIRST_ANYWHERE = word_pattern(
    r"(?:<letters>,?\s)?(?P<day>\d{1,2})\.?\s(?:<letter>{2}\s)?(?P<month><letters>)\.?,?\s"
    r"(?:<letter>{2}\s)?(?P<year>\d{4})(?:\s<letter>{1,4}\.?)?"
)
_FEWEST_LETTERS = 3  # of the short name of a month
_MAIL = re.compile(
    r"\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)?(?: (?:[+-]\d{4}|[a-z]{1,4}))?", re.ASCII
)


@lru_cache(maxsize=4096)
def day(published: str | None) -> float:
    """Return the day of a date as a number that counts days; NaN if it is not certain.

    >>> day("11 June 2025") - day("2025-06-02T23:30:00Z"), day("last week")
    (9.0, nan)
    """
    iso = iso_date(published or "")
    return math.nan if iso is None else float(date.fromisoformat(iso[:10]).toordinal())


def iso_date(value: str) -> str | None:
    """Convert a date to ISO 8601, or return None if the day is not certain.

    ISO 8601 itself, a day with the name of its month, with points or Chinese signs, in the digits
    of any script, and the dates of e-mail and RSS are understood. ``06/11/2025`` is not: it is in
    June in one country and in November in another.

    >>> iso_date("Wednesday, June 11, 2025"), iso_date("11 Jun 2025"), iso_date("06/11/2025")
    ('2025-06-11', '2025-06-11', None)
    >>> iso_date("11 juin 2025"), iso_date("11.06.2025"), iso_date("2025年6月11日")
    ('2025-06-11', '2025-06-11', '2025-06-11')
    >>> iso_date("2025-06-11T10:00Z"), iso_date("Wed, 11 Jun 2025 10:00:00 GMT")
    ('2025-06-11T10:00:00+00:00', '2025-06-11T10:00:00+00:00')
    """
    value = _ascii_digits(" ".join(value[:100].split()))
    try:
        if re.match(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return _iso_date(value)
        return _named_date(_weekday().sub("", value.lower(), count=1))
    except ValueError:
        return None


def _iso_date(value: str) -> str:
    """Normalise an ISO date, or date and time; raise ValueError if it is not one."""
    day = date.fromisoformat(value[:10]).isoformat()
    if len(value) == len(day):
        return day
    try:
        return datetime.fromisoformat(value).isoformat()
    except ValueError:
        if value[len(day)] not in " Tt":
            raise
        return day  # the time of day is not ISO 8601, but the day is certain


def _named_date(value: str) -> str | None:
    """Parse a date in lower case, without weekday; raise ValueError if there is no such day."""
    match = _DAY_FIRST.fullmatch(value) or _MONTH_FIRST.fullmatch(value)
    if match:
        names = enumerate(languages.load().months, start=1)
        months = [n for n, name in names if name.startswith(match["month"])]
        if months:
            return date(int(match["year"]), months[0], int(match["day"])).isoformat()
    if _MAIL.fullmatch(value):
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(value).isoformat()
    if match := _IN_DIGITS.fullmatch(value):
        parts = (match[name] or match[name[0]] for name in ("year", "month", "day"))
        return date(*map(int, parts)).isoformat()
    return _named_elsewhere(value)


def _named_elsewhere(value: str) -> str | None:
    """Parse a date with the name of its month in any language; None if it may be two months."""
    match = _DAY_FIRST_ANYWHERE.fullmatch(value)
    if match is None:
        return None
    name = match["month"]
    found = {n for month, n in _months() if month == name} or {
        n for month, n in _months() if month.startswith(name) and len(name) >= _FEWEST_LETTERS
    }
    if len(found) != 1:
        return None
    return date(int(match["year"]), found.pop(), int(match["day"])).isoformat()


@cache
def _months() -> tuple[tuple[str, int], ...]:
    """Return the names of the months in all languages, with their numbers."""
    each = (languages.load(code).months for code in languages.codes())
    return tuple((name, n) for months in each for n, name in enumerate(months, start=1))


def _ascii_digits(value: str) -> str:
    """Write digits of another script as those of ASCII; a mixture of both is no date."""
    if any("0" <= sign <= "9" for sign in value):
        return value
    return "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in value)


@cache
def _weekday() -> re.Pattern[str]:
    """Compile the pattern of a weekday before a date, in full or shortened."""
    starts = "|".join(name[:3] for name in languages.load().weekdays)
    return re.compile(rf"(?:{starts})[a-z]{{0,6}}\.?,?\s")
