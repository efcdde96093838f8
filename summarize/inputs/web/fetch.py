"""Fetch pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Link


def fetch(links: Sequence[Link], options: LoadOptions) -> Iterator[tuple[Link, Input | Skipped]]:
    """Yield each link with its page, or with the record of why it could not be fetched."""
    for link in links if options else ():
        yield link, Skipped(link.url, "cannot be fetched", is_unreadable=not link.where)
