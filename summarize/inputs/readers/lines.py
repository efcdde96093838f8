"""Read JSONL of articles: one article a line, streamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.given import MAX_BYTES, TOO_BIG, display
from summarize.inputs.jsonl import lines, parse
from summarize.inputs.own import refuse_output
from summarize.inputs.readers.record import read_records
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the articles of the lines, and records of the other lines.

    Raises
    ------
    InputError
        If no line has a text, or they are events.
    OSError
        If it cannot be opened or read.
    """
    if given.data is not None and len(given.data) > MAX_BYTES:  # a pipe, read no further
        raise InputError(TOO_BIG)
    yield from read_records(_records(given, options), given, options, "lines")


def _records(given: Input, options: LoadOptions) -> Iterator[tuple[int, dict[str, Any] | Skipped]]:
    """Yield the number of each line, and its object or the record of why it has none."""
    with given.open() as handle:
        for number, _, line in lines(handle):
            try:
                record = parse(line, options.encoding or given.charset)
            except InputError as error:
                yield number, Skipped(f"{display(given.path)}:{number}", str(error))
                continue
            refuse_output(record)
            yield number, record
