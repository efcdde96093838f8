"""Read the header of a plain-text article: title, source, address and date.

Only a block of ``Key: value`` lines at the very top counts; no title is searched for in the text
below, and no date is guessed. The block stays in the text, which is never changed.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_FIELDS = {
    "title": "title",
    "source": "source",
    "publisher": "source",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
}
_LINE = re.compile(r"\s{0,9}(\w{3,9})[ \t]{0,9}:\s++(\S.{0,999})", re.ASCII)
_MAX_LINES = 10
_MAX_CHARACTERS = 12_000

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY_FIRST = re.compile(rf"{_DAY}\s{_MONTH},?\s(?P<year>\d{{4}})", re.ASCII)
_MONTH_FIRST = re.compile(rf"{_MONTH}\s{_DAY},?\s(?P<year>\d{{4}})", re.ASCII)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s")
_MAIL = re.compile(
    r"\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)?(?: (?:[+-]\d{4}|[a-z]{1,4}))?", re.ASCII
)


def read_header(text: str) -> dict[str, str]:
    r"""Return the fields at the top of the text of an article.

    Parameters
    ----------
    text
        The whole text; only its first lines are read.

    Returns
    -------
    dict
        Any of ``title``, ``source``, ``url`` and ``published``, named as `Article` names them.
        If a field is given twice, the first counts; a date that is not understood is left out.

    Examples
    --------
    >>> read_header("Title: Ferry runs aground\nDate: June 11, 2025\n\nThe ferry ...")
    {'title': 'Ferry runs aground', 'published': '2025-06-11'}
    >>> read_header("The ferry ran aground.\nDate: June 11, 2025")
    {}
    """
    fields: dict[str, str] = {}
    for line in text[:_MAX_CHARACTERS].splitlines()[:_MAX_LINES]:
        match = _LINE.fullmatch(line)
        field = _FIELDS.get(match[1].lower()) if match else None
        if match is None or field is None:
            break
        value = iso_date(match[2]) if field == "published" else match[2].strip()
        if value:
            fields.setdefault(field, value)
    return fields


def iso_date(value: str) -> str | None:
    """Convert a date to ISO 8601, or return None if the day is not certain.

    ISO 8601 itself, a day with the English name of its month, and the dates of e-mail and RSS are
    understood. ``06/11/2025`` is not: it is in June in one country and in November in another.

    >>> iso_date("Wednesday, June 11, 2025"), iso_date("11 Jun 2025"), iso_date("06/11/2025")
    ('2025-06-11', '2025-06-11', None)
    >>> iso_date("2025-06-11T10:00Z"), iso_date("Wed, 11 Jun 2025 10:00:00 GMT")
    ('2025-06-11T10:00:00+00:00', '2025-06-11T10:00:00+00:00')
    """
    value = " ".join(value[:100].split())
    try:
        if re.match(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return _iso_date(value)
        return _english_date(_WEEKDAY.sub("", value.lower(), count=1))
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


def _english_date(value: str) -> str | None:
    """Parse a date in lower case, without weekday; raise ValueError if there is no such day."""
    match = _DAY_FIRST.fullmatch(value) or _MONTH_FIRST.fullmatch(value)
    if match:
        months = [n for n, month in enumerate(_MONTHS, start=1) if month.startswith(match["month"])]
        if not months:
            return None
        return date(int(match["year"]), months[0], int(match["day"])).isoformat()
    if _MAIL.fullmatch(value):
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(value).isoformat()
    return None
