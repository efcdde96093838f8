"""How inputs are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOptions:
    """How inputs are read.

    Parameters
    ----------
    encoding
        Overrides the byte-order mark, UTF-8 and Windows-1252.
    text_column
        The name of the text, in tables and JSON whose names do not say which it is.
    group_by
        The name of the column whose values divide the articles of a table into events.
    since
        Articles that were published before this time are left out: in days, as
        `reading.days.day` counts, with a fraction unless a whole day is meant.
    limit
        The most entries that are read of each feed or list, the newest of them; by default all
        entries with their text, and 100 of those whose page must be fetched.
    refresh
        Fetch pages again that are in the cache.
    cached_only
        Take pages from the cache only, and fetch none.
    offline
        Neither fetch pages nor take them from the cache.
    allow_private
        Fetch from private and loopback addresses too.
    jobs
        Processes that read pages and documents.
    progress
        Called with the numbers of pages that were fetched and that are to be fetched; last with two
        equal numbers.

    Raises
    ------
    OptionError
        If `limit` or `jobs` is not a whole number above 0.
    """

    encoding: str | None = None
    text_column: str | None = None
    group_by: str | None = None
    since: float | None = None
    limit: int | None = None
    refresh: bool = False
    cached_only: bool = False
    offline: bool = False
    allow_private: bool = False
    jobs: int = 1
    progress: Callable[[int, int], None] | None = None

    def __post_init__(self) -> None:
        limit = 1 if self.limit is None else self.limit
        for name, value in (("limit", limit), ("jobs", self.jobs)):
            is_whole = isinstance(value, int) and not isinstance(value, bool)
            if not (is_whole and value >= 1):
                raise OptionError(f"{name} is {value!r}; give a whole number of at least 1")
