"""Read Parquet, as data sets are published: one article a row, by pyarrow, a few rows at a time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, BinaryIO

from summarize.errors import InputError
from summarize.fields import NAMES, bare
from summarize.inputs.given import display
from summarize.inputs.readers.record import check_names, read_records
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found

_ROWS = 64  # that are in memory at a time; a text may be long
_MOST_BYTES = 2_000_000_000  # of the columns of a row group, decompressed
_KNOWN = {name for names in NAMES.values() for name in names}
_LISTS = frozenset([*NAMES["author"], "documents", "articles"])  # columns that may be nested
_BROKEN = "is broken or cut off, and cannot be read as Parquet; get it again"


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the articles of the rows, and records of the columns and rows that were not used.

    Only the columns that are needed are read.

    Raises
    ------
    InputError
        If it is broken, or has no column of text.
    OSError
        If it cannot be opened or read.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    with given.open() as handle:
        try:
            file = pq.ParquetFile(_seekable(handle, given))
            names = list(file.schema_arrow.names)
        except (pa.ArrowException, OSError, ValueError):
            raise InputError(_BROKEN) from None
        check_names(names, options, "rows")
        columns, nested = _columns(file.schema_arrow, options)
        for name, kind in nested:
            reason = f"is nested ({kind}) and not read; write it as a string"
            yield Skipped(f'column "{name}" of {display(given.path)}', reason)
        if options.text_column is None:
            check_names(columns, options, "rows")
        _check_size(file, columns)
        yield from read_records(_rows(file, columns), given, options, "rows")


def _seekable(handle: BinaryIO, given: Input) -> BinaryIO:
    """Return what pyarrow can read from any place: a file that is compressed goes into memory."""
    return handle if handle.seekable() else io.BytesIO(given.read())


def _columns(schema: Any, options: LoadOptions) -> tuple[list[str], list[tuple[str, str]]]:  # noqa: ANN401 - pyarrow has no types
    """Return the names of the columns to read, and names and types of those that are nested."""
    import pyarrow as pa

    asked = {bare(name) for name in (options.text_column, options.group_by) if name is not None}
    wanted: list[str] = []
    nested: list[tuple[str, str]] = []
    for field in schema:
        name = bare(field.name)
        if name not in _KNOWN | asked | _LISTS:
            continue
        is_named = pa.types.is_struct(field.type) and any(
            each.name == "name" for each in field.type
        )
        if pa.types.is_nested(field.type) and not (is_named or name in _LISTS):
            nested.append((field.name, str(field.type)[:60]))
        else:
            wanted.append(field.name)
    return wanted, nested


def _check_size(file: Any, columns: Sequence[str]) -> None:  # noqa: ANN401
    """Check that no group of rows is too large for memory."""
    for number in range(file.metadata.num_row_groups):
        group = file.metadata.row_group(number)
        parts = (group.column(index) for index in range(group.num_columns))
        size = sum(
            part.total_uncompressed_size
            for part in parts
            if part.path_in_schema.partition(".")[0] in columns
        )
        if size > _MOST_BYTES:
            raise InputError("has a row group larger than 2 GB; write it in smaller row groups")


def _rows(file: Any, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, Any]]]:  # noqa: ANN401
    """Yield the number of each row, from 1, and its values."""
    import pyarrow as pa

    number = 0
    try:
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield number, row
    except (pa.ArrowException, OSError, ValueError):
        raise InputError(f"{_BROKEN} (it fails after row {number:,})") from None
