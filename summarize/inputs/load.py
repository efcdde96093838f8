"""Read articles in Python: the call `load`."""

from __future__ import annotations

import warnings
from os import PathLike, fspath
from typing import TYPE_CHECKING

from summarize.errors import InputError, OptionError, SkippedWarning
from summarize.inputs.events import events, is_batch
from summarize.inputs.options import LoadOptions
from summarize.inputs.records import Event
from summarize.inputs.since import first_day

if TYPE_CHECKING:
    from datetime import date

    from summarize.model import Article


def load(
    *paths: str | PathLike[str],
    encoding: str | None = None,
    text_column: str | None = None,
    since: str | date | None = None,
    limit: int | None = None,
    refresh: bool = False,
    allow_private: bool = False,
    jobs: int = 1,
) -> tuple[Article, ...]:
    """Read articles from files, folders and links, of all kinds that the command reads.

    Parameters
    ----------
    *paths
        Files, folders and links.
    encoding
        That of all files; by default their byte-order mark, UTF-8, then Windows-1252.
    text_column
        The name of the text, in tables and JSON whose names do not say which it is.
    since
        A date, or 24h, or 7d; articles that were published before it are left out.
    limit
        The most entries that are read of each feed or list, the newest of them.
    refresh
        Fetch pages again that are in the cache.
    allow_private
        Fetch from private and loopback addresses too.
    jobs
        Processes that read pages and documents. A script that asks for several needs
        ``if __name__ == "__main__":`` around what it does, as with `multiprocessing`.

    Returns
    -------
    tuple of Article
        At least one, for `summarize`.

    Raises
    ------
    InputError
        If no article could be read.
    OptionError
        If an option is invalid, or a path is a batch of events.

    Warns
    -----
    SkippedWarning
        For each input that could not be used.
    """
    names = [fspath(path) for path in paths]
    if not names:
        raise InputError("no path was given")
    if batch := next((name for name in names if is_batch(name, text_column)), None):
        raise OptionError(f"{batch} is a batch of events, each of which has its own articles")
    options = LoadOptions(
        encoding=encoding,
        text_column=text_column,
        since=first_day(since),
        limit=limit,
        refresh=refresh,
        allow_private=allow_private,
        jobs=jobs,
    )
    articles: tuple[Article, ...] = ()
    reasons = []
    for item in events(names, options):
        if isinstance(item, Event):
            articles = item.cluster.articles
        elif not item.is_own:
            reasons.append(f"{item.where} {item.reason}")
    if not articles:
        raise InputError(reasons[0] if reasons else f"no article in {', '.join(names)}")
    for reason in reasons:
        warnings.warn(reason, SkippedWarning, stacklevel=2)
    return articles
