"""Stored results of `quality`: JSON lines that are written as they come and can be gone on with.

`quality.jsonl` holds a header and one row a (set, cluster, system), always in that order and
without times, so that a broken run that is resumed ends with the same bytes as an unbroken one.
Times stand in `seconds.jsonl`. What a row holds is decided elsewhere.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Any, Self

from benchmarks.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

ROWS, SECONDS = "quality.jsonl", "seconds.jsonl"

Row = dict[str, Any]
Key = tuple[str, str, str]


class Results:
    """The two files of a run, open for writing; without a folder, rows are only kept in mind.

    Parameters
    ----------
    folder
        Where the files stand; it is made if need be.
    header
        All that decides the rows.
    keys
        (set, cluster, system) of every row of the whole run, in order.
    resume
        Go on with the files that are there. A torn last line is dropped.

    Raises
    ------
    BenchmarkError
        There are results already and `resume` is not set; they were made with another header;
        they are not the beginning of this run; the folder cannot be written to.
    """

    def __init__(
        self, folder: Path | None, header: Row, keys: Sequence[Key], *, resume: bool
    ) -> None:
        self.rows: list[Row] = []
        self.seconds: dict[Key, float | None] = {}
        self._files: dict[str, IO[str]] = {}
        self._stack = ExitStack()
        if folder is None:
            return
        try:
            self._open(folder, header, keys, resume=resume)
        except OSError as error:
            self._stack.close()
            message = f"{folder}: {error.strerror}; give --out a folder that can be written to"
            raise BenchmarkError(message) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stack.close()

    def add(self, row: Row, cpu: float | None) -> None:
        """Write one row, and the CPU seconds it took."""
        key = key_of(row)
        self.rows.append(row)
        self.seconds[key] = cpu
        if self._files:
            place = dict(zip(("set", "cluster", "system"), key, strict=True))
            self._write(SECONDS, {**place, "cpu": cpu})
            self._write(ROWS, row)

    def _open(self, folder: Path, header: Row, keys: Sequence[Key], *, resume: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / ROWS
        if path.exists() and not resume:
            raise BenchmarkError(f"{path}: is there already; add --resume or give another --out")
        stored = parse(path)
        if stored:
            _check(path, stored, header, keys)
            self.rows = stored[1:]
        known = set(keys[: len(self.rows)])
        times = [row for row in parse(folder / SECONDS) if key_of(row) in known]
        self.seconds = {key_of(row): row.get("cpu") for row in times}
        self._files = {
            SECONDS: self._stack.enter_context((folder / SECONDS).open("w", encoding="utf-8")),
            ROWS: self._stack.enter_context(path.open("a", encoding="utf-8")),
        }
        for row in times:
            self._write(SECONDS, row)
        self._files[ROWS].truncate(len(_whole_lines(path)))
        if not stored:
            self._write(ROWS, header)

    def _write(self, name: str, record: Row) -> None:
        """Write a line, and hand it to the operating system at once."""
        file = self._files[name]
        file.write(json.dumps(record, separators=(",", ":")) + "\n")
        file.flush()


def read(path: Path) -> tuple[Row, list[Row]]:
    """Read the header and the rows of a stored file; a torn last line is left out.

    Raises
    ------
    BenchmarkError
        The file is missing, has no whole line, or has a broken one.
    """
    records = parse(path)
    if not records:
        raise BenchmarkError(f"{path}: holds no results; run python -m benchmarks quality first")
    return records[0], records[1:]


def key_of(row: Row) -> Key:
    """Say which row it is."""
    return row.get("set", ""), row.get("cluster", ""), row.get("system", "")


def parse(path: Path) -> list[Row]:
    """Read the JSON objects of the whole lines of a file; none where there is no such file."""
    records = []
    for number, line in enumerate(_whole_lines(path).splitlines(), 1):
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict):
            message = f"{path}, line {number}: is no JSON object; delete the file and run again"
            raise BenchmarkError(message)
        records.append(record)
    return records


def _whole_lines(path: Path) -> bytes:
    """Give what the file holds up to its last line end."""
    content = path.read_bytes() if path.exists() else b""
    return content[: content.rfind(b"\n") + 1]


def _check(path: Path, stored: list[Row], header: Row, keys: Sequence[Key]) -> None:
    """Make sure that what is stored is the beginning of this run."""
    for name in sorted({*stored[0], *header}):
        if stored[0].get(name) != header.get(name):
            raise BenchmarkError(
                f"{path}: cannot be resumed: it was made with other {name}; give another --out"
            )
    for number, (row, key) in enumerate(zip(stored[1:], keys, strict=False), 2):
        if key_of(row) != key:
            raise BenchmarkError(f"{path}, line {number}: is not the row that belongs there")
    if len(stored) - 1 > len(keys):
        raise BenchmarkError(f"{path}: has more rows than this run; give another --out")
