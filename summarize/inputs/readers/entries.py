"""The entries of a feed or list: which of them are read.

Each entry is read once. Those that are older than ``--since`` are left out, and those beyond
``--limit``; without it at most 100 pages of one list are fetched, for a list may name any number.
One line says how many were left out.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from summarize.inputs.given import display
from summarize.inputs.records import Link, Skipped
from summarize.inputs.since import is_before, moment, older

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found
    from summarize.model import Article

MOST_PAGES = 100  # of one list that are fetched, unless `limit` says otherwise
_LONGEST = 4_000  # characters of an address


class Entry(NamedTuple):
    """One entry: an article, or the link to its page.

    Parameters
    ----------
    found
        What it gives.
    published
        When it was published or last changed, in a form that `reading.days` reads.
    id
        Its name in the feed.
    """

    found: Article | Link
    published: str | None = None
    id: str | None = None


def select(entries: Iterable[Entry], given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield what is read of the entries of one input, in their order, then what was left out."""
    every = _once(entries)
    new = [entry for entry in every if not is_before(entry.published, options.since)]
    pages = [entry for entry in new if isinstance(entry.found, Link)]
    if options.limit is None:
        read = _newest(pages, MOST_PAGES)
        read |= {id(entry) for entry in new if not isinstance(entry.found, Link)}
    else:
        read = _newest(new, options.limit)
    yield from (entry.found for entry in new if id(entry) in read)
    name = display(given.path)
    if n_old := len(every) - len(new):
        yield Skipped(_share(n_old, len(every), name), older(n_old, options.since), is_asked=True)
    if n_more := len(new) - len(read):
        where = _share(n_more, len(every), name)
        verb = "is" if n_more == 1 else "are"
        if options.limit is None:
            which = f"only the {_which(pages)} {MOST_PAGES} are"
            yield Skipped(where, f"{verb} not fetched, {which}; for more, give --limit N")
        else:
            which = f"only the {_which(new)} {options.limit:,} are"
            yield Skipped(where, f"{verb} not read, {which} (--limit)", is_asked=True)


def first(links: Sequence[Link], given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the first of the links to feeds and sitemaps, whose own entries are limited.

    There may be 100 of them, or as many as `limit` says if that is more.
    """
    every = _once(map(Entry, links))
    most = max(MOST_PAGES, options.limit or 0)
    yield from (entry.found for entry in every[:most])
    if len(every) > most:
        where = _share(len(every) - most, len(every), display(given.path))
        yield Skipped(where, f"are not fetched, only the first {most:,} are; for more, split it")


def web_address(link: object, base: str | None = None) -> str | None:
    """Return the address of a page that a link in a document leads to; None if it leads to none.

    >>> web_address("/ferry", "https://courier.example/news.xml")
    'https://courier.example/ferry'
    >>> web_address("javascript:alert(1)"), web_address("file:///etc/passwd"), web_address("/ferry")
    (None, None, None)
    """
    if not isinstance(link, str) or len(link) > _LONGEST:
        return None
    try:
        address = urljoin(base or "", link.strip()).replace(" ", "%20")
        parts = urlsplit(address)
        is_page = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # a broken host or port
        return None
    return address if is_page and address.isprintable() else None


def without_fragment(url: str) -> str:
    """Return an address without what only a browser reads of it: ``#comments``."""
    return urldefrag(url).url


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries without those whose id, page or text came before."""
    seen: set[object] = set()
    every = []
    for entry in entries:
        found = entry.found
        is_link = isinstance(found, Link)
        what = without_fragment(found.url) if isinstance(found, Link) else (found.url, found.text)
        names = {("page" if is_link else "text", what), ("id", entry.id or what)}
        if seen.isdisjoint(names):
            every.append(entry)
        seen |= names
    return every


def _newest(entries: Sequence[Entry], most: int) -> set[int]:
    """Return the identities of the newest entries; those without a date are last, in order."""
    times = [moment(entry.published) for entry in entries]
    order = sorted(
        range(len(entries)), key=lambda n: math.inf if times[n] != times[n] else -times[n]
    )
    return {id(entries[n]) for n in order[:most]}


def _which(entries: Sequence[Entry]) -> str:
    return "newest" if any(entry.published for entry in entries) else "first"


def _share(n: int, n_all: int, name: str) -> str:
    return f"{n:,} of the {n_all:,} entries of {name}"
