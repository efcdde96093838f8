"""Fetch pages side by side, and return them in the order of their links."""

from __future__ import annotations

from collections import deque
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarize.errors import InputError
from summarize.inputs.given import Input
from summarize.inputs.records import Skipped
from summarize.inputs.web.address import NEEDS_EXTRA, normal, shown
from summarize.inputs.web.cache import Cache, Page, cache_folder
from summarize.inputs.web.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Link
    from summarize.inputs.web.pages import Pages

_NOT_KEPT = (
    "is not in the cache of pages, and the links of a summary are not fetched; give it as a PATH"
)
_WAITED_FOR = InputError("is being fetched")
_LIMITS = Limits()
Result = Page | Exception | None  # None: it is in the cache


def fetch(
    links: Sequence[Link], options: LoadOptions, limits: Limits = _LIMITS
) -> Iterator[tuple[Link, Input | Skipped]]:
    """Yield each link with its page, or with the record of why it could not be fetched.

    Links to the same page are one, with what is known from any of them. Pages that are in the cache
    are not fetched. The order is that of the links, whichever page arrives first.
    """
    merged: dict[str, Link] = {}
    results: dict[str, Result] = {}
    for link in links:
        try:
            url = normal(link.url)
        except InputError as error:
            url = link.url
            results[url] = error
        merged[url] = _joined(merged[url], link) if url in merged else link
    cache = Cache(cache_folder())
    valid = [url for url in merged if url not in results]
    is_anew = options.refresh and not options.cached_only
    work = _Work(cache, options, limits, results)
    work.start([url for url in valid if is_anew or cache.read(url) is None])
    try:
        for url, link in merged.items():
            try:
                page = work.page(url)
            except InputError as error:
                lost = Skipped(shown(link.url), str(error), is_unreadable=not link.where)
                yield link, lost
            else:
                yield link, Input(url, page.body, page.url, page.media, page.charset)
    finally:
        work.end()


def _joined(first: Link, other: Link) -> Link:
    """Join two links to a page: the one that the user gave, with what a feed says of it."""
    named = first if not first.where or other.where else other
    return named._replace(article=first.article or other.article)


class _Work:
    """The fetching of pages by threads, which end with the process.

    Parameters
    ----------
    cache
        Where pages are kept, so that few are in memory.
    options, limits
        How they are fetched.
    results
        What is known already, by the address.
    """

    def __init__(
        self, cache: Cache, options: LoadOptions, limits: Limits, results: dict[str, Result]
    ) -> None:
        self._cache = cache
        self._options = options
        self._limits = limits
        self._results = results
        self._hosts: SimpleQueue[deque[str]] = SimpleQueue()  # the pages that are left of each
        self._arrived: SimpleQueue[tuple[str, Result]] = SimpleQueue()
        self._pages: Pages | None = None
        self._n = self._n_arrived = 0
        self._seconds = self._deadline = 0.0

    def start(self, urls: Sequence[str]) -> None:
        """Begin to fetch pages, in turn from each host."""
        if self._options.cached_only or not all(map(find_spec, ("urllib3", "idna"))):
            reason = _NOT_KEPT if self._options.cached_only else NEEDS_EXTRA
            self._results.update(dict.fromkeys(urls, InputError(reason)))
        elif urls:
            from summarize.inputs.web.pages import Pages

            self._pages = Pages(self._limits, allow_private=self._options.allow_private)
            self._n = len(urls)
            self._seconds = self._limits.seconds + self._limits.seconds_a_page * self._n
            self._deadline = monotonic() + self._seconds
            self._results.update(dict.fromkeys(urls, _WAITED_FOR))
            hosts: dict[str, deque[str]] = {}
            for url in urls:
                hosts.setdefault(urlsplit(url).hostname or "", deque()).append(url)
            for left in hosts.values():
                self._hosts.put(left)
            for _ in range(min(self._limits.n_threads, len(hosts))):
                Thread(target=self._run, args=(self._pages,), daemon=True).start()
            self._show(0)

    def page(self, url: str) -> Page:
        """Return a page when it has arrived.

        Raises
        ------
        InputError
            If it could not be fetched, or not in time.
        """
        while self._results.get(url) is _WAITED_FOR:
            try:
                arrived, result = self._arrived.get(timeout=max(self._deadline - monotonic(), 0))
            except Empty:
                raise InputError(
                    f"was not fetched in {self._seconds:g} seconds, the limit for all pages; run "
                    "again: those that were fetched are in the cache"
                ) from None
            self._results[arrived] = result
            self._n_arrived += 1
            self._show(self._n_arrived)
        result = self._results.pop(url, None)
        if isinstance(result, Exception):
            raise result
        page = result or self._cache.read(url)
        if page is None:
            raise InputError("is no longer in the cache of pages; run again")
        return page

    def end(self) -> None:
        """Fetch no more pages."""
        if self._pages is not None:
            self._pages.is_over.set()
            if self._n_arrived < self._n:
                self._show(self._n)

    def _show(self, n_arrived: int) -> None:
        if self._options.progress is not None:
            self._options.progress(n_arrived, self._n)

    def _run(self, pages: Pages) -> None:
        """Fetch pages until none is left, one of each host before the next of any."""
        while not pages.is_over.is_set():
            try:
                urls = self._hosts.get_nowait()
            except Empty:
                return
            url = urls.popleft()
            self._arrived.put((url, self._get(url, pages)))
            if urls:
                self._hosts.put(urls)

    def _get(self, url: str, pages: Pages) -> Result:
        """Return a page, why it could not be fetched, or None if it is in the cache now."""
        try:
            page = pages.get(url)
        except Exception as error:  # noqa: BLE001 - the other thread raises it
            return error
        return None if self._cache.write(url, page) else page
