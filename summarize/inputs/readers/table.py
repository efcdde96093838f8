"""Read a table of articles: a CSV or TSV file with one article a row and a row of names above.

The columns are recognised by the names in `summarize.fields`. A table is read whole.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.fields import NAMES, listed
from summarize.inputs.decode import decode
from summarize.inputs.given import MAX_BYTES, display
from summarize.inputs.readers.record import article_of
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article

_DELIMITERS = ",;|\t"
_NO_TEXT = "have no text; fill the column of text, or delete them"
_TOO_MANY = "have more cells than the table has columns; put cells with a delimiter in quotes"


def read(given: Input, options: LoadOptions) -> Iterator[Article | Skipped]:
    """Yield the articles of a table in order, and records of the rows that could not be used.

    Rows are numbered as a spreadsheet shows them: that of the names is 1. Those without a text are
    one record, and so are those with too many cells.

    Raises
    ------
    InputError
        If it is larger than 50 MB, not text, or has no column of text.
    OSError
        If it cannot be opened or read.
    """
    name = display(given.path)
    rows = _rows(_text(given, options.encoding), is_tabbed=given.suffix == ".tsv")
    names = [name.strip() for name in next(rows)[1]]
    _check_columns(names, options.text_column)
    n_rows = 0
    n_lost: Counter[str] = Counter()
    try:
        for number, cells in rows:
            n_rows += 1
            found = _article(names, cells, given, number, options)
            if isinstance(found, str):
                n_lost[found] += 1
            else:
                yield found
    except InputError as error:
        yield Skipped(name, str(error))
    else:
        if not n_rows:
            yield Skipped(name, "has no rows below the names of its columns; add them")
    for reason, n in n_lost.items():
        yield Skipped(f"{n:,} of the {n_rows:,} rows of {name}", reason)


def _text(given: Input, encoding: str | None) -> str:
    """Return the text of a table."""
    data = given.read()
    text = decode(data, encoding)
    if "\0" in text:
        raise InputError("looks like a binary file; export it as CSV first")
    if not text.strip(" \t\r\n,;|"):
        raise InputError("is empty; a table has a row of names and one article a row")
    return text


def _rows(text: str, *, is_tabbed: bool) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and cells of each row that is not blank.

    The delimiter is the one that the first line has most of.
    """
    csv.field_size_limit(MAX_BYTES)  # by default a cell has at most 131,072 characters
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = "\t" if is_tabbed else max(_DELIMITERS, key=first.count)
    reading = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reading, start=1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        raise InputError(
            f"cannot be read from row {number + 1:,} on ({error}); close its quotation marks"
        ) from None


def _article(
    names: Sequence[str], cells: Sequence[str], given: Input, number: int, options: LoadOptions
) -> Article | Skipped | str:
    """Return the article of a row, the record of why it is not one, or the reason to count."""
    if any(cell.strip() for cell in cells[len(names) :]):
        return _TOO_MANY
    pairs = [*zip(names, map(_cell, cells), strict=False)]
    try:  # of two columns with one name the first counts
        return article_of(dict(reversed(pairs)), given, number, options) or _NO_TEXT
    except InputError as error:
        return Skipped(f"{display(given.path)}:{number}", str(error))


def _cell(cell: str) -> str:
    """Return a cell as it is; empty if it is only white space, or NaN as pandas writes it."""
    return "" if cell.strip() in {"", "NaN", "nan"} else cell


def _check_columns(names: Sequence[str], text_column: str | None) -> None:
    """Check that a table has a column of text."""
    lowered = {name.lower() for name in names}
    if text_column is not None and text_column.strip().lower() not in lowered:
        raise InputError(f'has no column "{text_column}"; its columns are {listed(names)}')
    if text_column is None and lowered.isdisjoint(NAMES["text"]):
        raise InputError(
            f"has no column of text; name it with --text-column; its columns are {listed(names)}"
        )
