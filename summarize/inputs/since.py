"""What ``--since`` means, and which articles it leaves out."""

from __future__ import annotations

import math
import re
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeVar

from summarize.errors import OptionError
from summarize.inputs.records import Row, Skipped
from summarize.model import Article
from summarize.reading.days import day, iso_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Found = TypeVar("Found")
_AGO = re.compile(r"(\d{1,6})([hd])")
_UNIX_EPOCH = 719_163  # the day 1 January 1970, as `day` counts
_SECONDS = 86_400  # of a day


def first_day(since: str | date | None) -> float | None:
    """Return the time that a date, or a number of hours or days ago, means, in days.

    Raises
    ------
    OptionError
        If it is neither.

    Examples
    --------
    >>> first_day("2025-06-11"), first_day("2025-06-11T12:00Z")
    (739413.0, 739413.5)
    """
    if since is None:
        return None
    if isinstance(since, date):  # as Python code may have it
        since = since.isoformat()
    if not isinstance(since, str):
        raise OptionError(f"since is {since!r}; give a date such as 2025-06-11, or 24h, or 7d")
    if match := _AGO.fullmatch(since.strip().lower()):
        ago = int(match[1]) / (24 if match[2] == "h" else 1)
        return _UNIX_EPOCH + time.time() / _SECONDS - ago
    found = moment(since)
    if math.isnan(found):
        raise OptionError(f"since is {since!r}; give a date such as 2025-06-11, or 24h, or 7d")
    return found


def moment(published: str | None) -> float:
    """Return when something was published, in days as `day` counts them; NaN if it is unknown.

    A time of day is a fraction, in UTC; without a zone it is taken as UTC. A date alone is a whole
    number: the beginning of that day.

    >>> moment("2025-06-11T20:00:00+02:00") - moment("2025-06-11"), moment("last week")
    (0.75, nan)
    """
    iso = iso_date(published or "")
    if iso is None or len(iso) == len("2025-06-11"):
        return day(published)
    found = datetime.fromisoformat(iso)
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return _UNIX_EPOCH + (found - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() / _SECONDS


def is_before(published: str | None, since: float | None) -> bool:
    """Return whether something was certainly published before a time.

    If the time is a whole day, the day that `published` names decides, whatever its zone. If it is
    not, a date without a time is before it only if the whole day is.

    >>> is_before("2025-06-10", 739412.5), is_before("2025-06-10T11:59Z", 739412.5)
    (False, True)
    >>> is_before("2025-06-11T00:30:00+02:00", 739413.0), is_before(None, 739413.0)
    (False, False)
    """
    if since is None or not published:
        return False
    if since == int(since):
        return day(published) < since
    has_time = "T" in (iso_date(published) or "")
    return moment(published) < since if has_time else day(published) + 1 <= since


def older(n: int, since: float | None) -> str:
    """Say that a number of articles are older than a time, as the rest of a sentence.

    >>> older(1, 739413.0), older(2, 739413.5)
    ('is older than --since, 2025-06-11', 'are older than --since, 2025-06-11 12:00 UTC')
    """
    days, part = divmod(max(since or 0, 1), 1)  # the calendar begins with day 1
    on = date.fromordinal(min(int(days), date.max.toordinal())).isoformat()
    minutes = int(part * 24 * 60)
    at = f" {minutes // 60:02}:{minutes % 60:02} UTC" if part else ""
    return f"{'is' if n == 1 else 'are'} older than --since, {on}{at}"


def recent(items: Iterable[Found], since: float | None) -> Iterator[Found | Skipped]:
    """Yield what was not published before a time, and one record of how many articles were."""
    n_older = 0
    for item in items:
        article = item.article if isinstance(item, Row) else item
        if isinstance(article, Article) and is_before(article.published, since):
            n_older += 1
        else:
            yield item
    if n_older:
        what = "1 article" if n_older == 1 else f"{n_older:,} articles"
        yield Skipped(what, older(n_older, since), is_asked=True)
