"""Read a table of articles: a CSV or TSV file with one article a row and a row of names above.

The columns are recognised by the names in `summarize.fields`. A table is read whole.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.given import MAX_BYTES, display
from summarize.inputs.readers.record import check_names, read_records
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Row
    from summarize.model import Article

_DELIMITERS = ",;|\t"
_TOO_MANY = "more cells than the table has columns; put cells with a delimiter in quotes"


def read(given: Input, options: LoadOptions) -> Iterator[Article | Row | Skipped]:
    """Yield the articles of a table in order, and records of the rows that could not be used.

    Rows are numbered as a spreadsheet shows them: that of the names is 1. Those without a text are
    one record, and so are those with too many cells, and those without a group.

    Raises
    ------
    InputError
        If it is larger than 50 MB, not text, or has no column of text.
    OSError
        If it cannot be opened or read.
    """
    rows = _rows(_text(given, options.encoding), is_tabbed=given.suffix == ".tsv")
    names = [name.strip() for name in next(rows)[1]]
    check_names(names, options, "rows")
    yield from read_records(_records(names, rows, given), given, options, "rows")


def _records(
    names: Sequence[str], rows: Iterator[tuple[int, list[str]]], given: Input
) -> Iterator[tuple[int, dict[str, str] | Skipped | str]]:
    """Yield the rows as records, to the first that is broken."""
    number = 1
    try:
        for number, cells in rows:
            if any(cell.strip() for cell in cells[len(names) :]):
                yield number, _TOO_MANY
            else:  # of two columns with one name the first counts
                pairs = [*zip(names, map(_cell, cells), strict=False)]
                yield number, dict(reversed(pairs))
    except InputError as error:
        yield number + 1, Skipped(display(given.path), str(error))


def _text(given: Input, encoding: str | None) -> str:
    """Return the text of a table."""
    text = given.decoded(encoding)
    if "\0" in text:
        raise InputError("looks like a binary file; export it as CSV first")
    if not text.strip(" \t\r\n,;|"):
        raise InputError("is empty; a table has a row of names and one article a row")
    return text


def _rows(text: str, *, is_tabbed: bool) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and cells of each row that is not blank.

    The delimiter is the one that the first line has most of. Between tabs, quotation marks may be
    part of the cells.
    """
    csv.field_size_limit(MAX_BYTES)  # by default a cell has at most 131,072 characters
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = "\t" if is_tabbed else max(_DELIMITERS, key=first.count)
    reading: Iterator[list[str]] = _reading(text, delimiter)
    if delimiter == "\t" and not _is_whole(_reading(text, delimiter)):
        reading = (
            line.rstrip("\n").split("\t") for line in io.StringIO(text.replace("\r\n", "\n"))
        )
    number = 0
    try:
        for number, cells in enumerate(reading, start=1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        raise InputError(
            f"cannot be read from row {number + 1:,} on ({error}); close its quotation marks"
        ) from None


def _reading(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _is_whole(reading: Iterator[list[str]]) -> bool:
    """Return whether a table can be read to its end."""
    try:
        deque(reading, maxlen=0)
    except csv.Error:
        return False
    return True


def _cell(cell: str) -> str:
    """Return a cell as it is; empty if it is only white space, or NaN as pandas writes it."""
    return "" if cell.strip() in {"", "NaN", "nan"} else cell
