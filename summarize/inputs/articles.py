"""Read the articles of PATHs: those of files, then the pages that links lead to, round by round."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

from summarize.errors import InputError
from summarize.inputs.files import read_files
from summarize.inputs.find import find, is_link
from summarize.inputs.given import STDIN, Input, read_failure
from summarize.inputs.readers import read
from summarize.inputs.records import Found, Link, Row, Skipped
from summarize.inputs.web.address import name_of, shown
from summarize.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.inputs.options import LoadOptions

_OFFLINE = "is a link, and no link is fetched here; give the text of the page"
_ROUNDS = 3  # of links: a list of feeds, the feeds, their pages


def read_articles(
    paths: Sequence[str], options: LoadOptions, stdin: BinaryIO | None
) -> Iterator[Article | Row | Skipped]:
    """Yield the articles of all paths, those of links after those of files.

    With `options.group_by` they are rows, and what has no column to divide it is skipped.
    """
    for item in _read_articles(paths, options, stdin):
        if options.group_by is not None and isinstance(item, Article):
            name = item.path or item.id or "an article"
            yield Skipped(name, f'has no column "{options.group_by}"; give it without --group-by')
        else:
            yield item


def _read_articles(
    paths: Sequence[str], options: LoadOptions, stdin: BinaryIO | None
) -> Iterator[Article | Row | Skipped]:
    """Yield the articles of files, then those of links, round by round."""
    files, links, lost = _inputs(paths)
    yield from lost
    for item in read_files(files, options, stdin, named=paths):
        if isinstance(item, Link):
            links.append(item)
        else:
            yield item
    seen: set[str] = set()  # a feed may name itself
    for _ in range(_ROUNDS):
        if not links:
            return
        further: list[Link] = []
        yield from _read_pages(links, options, further)
        seen.update(name_of(link.url) for link in links)
        links = [link for link in further if name_of(link.url) not in seen]
    for where, n in Counter(link.where for link in links).items():
        yield Skipped(where, f"is a list in a list in a list ({n:,} links); give it as a PATH")


def _read_pages(
    links: Sequence[Link], options: LoadOptions, further: list[Link]
) -> Iterator[Article | Row | Skipped]:
    """Yield the articles of pages; links that are found in them are added to `further`."""
    from summarize.inputs.web.fetch import fetch

    pages = _not_fetched(links) if options.offline else fetch(links, options)
    for link, given in pages:
        found: list[Found] = []
        found += [given] if isinstance(given, Skipped) else _read_page(given, options)
        told = link.article
        if link.where and told is not None and any(isinstance(item, Link) for item in found):
            found = [Skipped(link.url, "is a list of links, not an article; give it as a PATH")]
        if told is not None and told.text and all(isinstance(item, Skipped) for item in found):
            found.append(told)  # what the feed gives of it
        for item in found:
            if isinstance(item, Link):
                further.append(item)
            elif isinstance(item, Article) and told is not None:
                yield _joined(item, told)
            else:
                yield item


def _not_fetched(links: Sequence[Link]) -> Iterator[tuple[Link, Skipped]]:
    for link in links:
        yield link, Skipped(shown(link.url), _OFFLINE)


def _joined(page: Article, told: Article) -> Article:
    """Return the article of a page, with what a feed says of it where the page does not.

    The host of its address, which is what a page without a name of its publisher has, is less than
    the title of the feed.
    """
    names = ("title", "author", "source", "published", "language")
    known: dict[str, Any] = {name: getattr(page, name) or getattr(told, name) for name in names}
    host = urlsplit(page.url or "").netloc.lower().removeprefix("www.")
    if told.source and page.source in (host, host.partition(":")[0]):
        known["source"] = told.source
    return replace(page, **known)


def _read_page(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield what is in a page, or the record of why it cannot be read."""
    try:
        yield from read(given, options)
    except InputError as error:
        yield Skipped(shown(given.path), str(error))
    except OSError as error:
        yield Skipped(shown(given.path), read_failure(error))


def _inputs(paths: Sequence[str]) -> tuple[list[str], list[Link], list[Skipped]]:
    """Return the files and the links that paths name, each once, and what cannot be read."""
    files: dict[str, str] = {}
    links: dict[str, Link] = {}
    lost = []
    for path in paths:
        for found in find(path):
            if isinstance(found, Skipped):
                lost.append(found)
            elif is_link(found):
                links[found] = Link(found)
            else:  # a file given twice is read once, under the same name in any order
                key = path if path == STDIN else os.path.realpath(found)
                files[key] = min(found, files.get(key, found))
    return list(files.values()), list(links.values()), lost
