"""Read OPML: the feeds that a reader of feeds exports, as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.given import display
from summarize.inputs.readers.elements import elements, encoded
from summarize.inputs.readers.entries import first, web_address
from summarize.inputs.records import Link, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found

_LINKS = frozenset(["link", "include"])


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the links to the feeds, and records of what is not one.

    Raises
    ------
    InputError
        If it is larger than 50 MB, or has no link to a feed.
    OSError
        If it cannot be opened or read.
    """
    outlines, fault = elements(*encoded(given, options), {"outline"})
    named = [
        outline.attributes.get("xmlurl") or outline.attributes.get("url")
        for outline in outlines
        if "xmlurl" in outline.attributes or outline.attributes.get("type", "").lower() in _LINKS
    ]
    urls = [web_address(url, given.url) for url in named]
    name = display(given.path)
    links = [Link(url, name) for url in urls if url]
    if not links:
        why = f"cannot be read ({fault}); export it again" if fault else "has no link to a feed"
        raise InputError(f"is OPML that {why}")
    yield from first(links, given, options)
    if n_lost := len(urls) - len(links):
        where = f"{n_lost:,} of the {len(urls):,} feeds of {name}"
        verb = "has" if n_lost == 1 else "have"
        yield Skipped(where, f"{verb} no http or https address; correct it")
    if fault:
        yield Skipped(name, f"cannot be read to its end ({fault}); export it again")
