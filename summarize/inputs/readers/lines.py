"""Read JSONL of articles: one article a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.inputs.jsonl import read_flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Skipped
    from summarize.model import Article


def read(given: Input, options: LoadOptions) -> Iterator[Article | Skipped]:
    """Yield the articles of the lines, and records of the other lines."""
    yield from read_flat(given.path, options)
