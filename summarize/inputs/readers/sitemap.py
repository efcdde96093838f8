"""Read a sitemap, or an index of sitemaps: the links to pages that a site lists for searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.given import display
from summarize.inputs.readers.elements import Element, elements, encoded
from summarize.inputs.readers.entries import Entry, first, select, web_address
from summarize.inputs.readers.markup import plain_line
from summarize.inputs.records import Link, Skipped
from summarize.reading.days import iso_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found

_NEWS = {"news:title": "title", "news:name": "source", "news:publication_date": "published"}
_NAMES = frozenset(["loc", "lastmod", "url", "sitemap", *_NEWS])


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the links of a sitemap, and records of what was left out.

    The title, the name and the date of a news sitemap are used if the page does not say. When a
    page was last changed decides what is newest and older than ``--since``, but is not the date of
    its article.

    Raises
    ------
    InputError
        If it is larger than 50 MB, or has no link.
    OSError
        If it cannot be opened or read.
    """
    found, fault = elements(*encoded(given, options), _NAMES)
    name = display(given.path)
    entries, sitemaps = _entries(found, given)
    if not entries and not sitemaps:
        why = f"cannot be read ({fault}); fix its XML" if fault else "has no link to a page"
        raise InputError(f"is a sitemap that {why}")
    yield from first(sitemaps, given, options)
    yield from select(entries, given, options)
    if fault:
        yield Skipped(name, f"cannot be read to its end ({fault}); fix its XML")


def _entries(found: Sequence[Element], given: Input) -> tuple[list[Entry], list[Link]]:
    """Return the entries of a sitemap, and the links of an index, from newest to oldest."""
    entries: list[Entry] = []
    sitemaps: list[tuple[str, Link]] = []
    name = display(given.path)
    values: dict[str, str] = {}
    for element in found:
        if element.name not in ("url", "sitemap"):
            is_own = element.parent in ("url", "sitemap")
            if is_own or element.name in _NEWS:
                values[element.name] = element.text
            continue
        url = web_address(values.get("loc"), given.url)
        changed = iso_date(values.get("lastmod", "")) or ""
        if url and element.name == "sitemap":
            sitemaps.append((changed, Link(url, name)))
        elif url:
            entries.append(_entry(url, changed, values, given, len(entries) + 1))
        values = {}
    sitemaps.sort(key=lambda pair: pair[0], reverse=True)
    return entries, [link for _, link in sitemaps]


def _entry(url: str, changed: str, values: dict[str, str], given: Input, number: int) -> Entry:
    known = {_NEWS[key]: plain_line(value) for key, value in values.items() if key in _NEWS}
    known["published"] = iso_date(known.get("published") or "")
    article = given.article("", known | {"url": url}, number)
    return Entry(Link(url, display(given.path), article), known["published"] or changed or None)
