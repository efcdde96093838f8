"""What ``--since`` means."""

from __future__ import annotations

import math
import re
import time

from summarize.errors import OptionError
from summarize.reading.days import day

_AGO = re.compile(r"(\d{1,6})([hd])")
_UNIX_EPOCH = 719_163  # the day 1 January 1970, as `day` counts


def first_day(since: str | None) -> float | None:
    """Return the time that a date, or a number of hours or days ago, means, in days.

    Raises
    ------
    OptionError
        If it is neither.

    Examples
    --------
    >>> first_day("2025-06-11")
    739413.0
    """
    if since is None:
        return None
    if match := _AGO.fullmatch(since.strip().lower()):
        ago = int(match[1]) / (24 if match[2] == "h" else 1)
        return _UNIX_EPOCH + time.time() / 86_400 - ago
    found = day(since)
    if math.isnan(found):
        raise OptionError(f"since is {since!r}; give a date such as 2025-06-11, or 24h, or 7d")
    return found
