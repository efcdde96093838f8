"""Stored results: JSON lines that are written as they are finished.

`quality.jsonl` has a header and one row for each (set, cluster, system), always in that order and
without times, so that an interrupted run that is resumed ends with the same bytes as an
uninterrupted one. Times are in `seconds.jsonl`. The content of a row is decided elsewhere.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmarks import Row

ROWS, SECONDS, SPEED = "quality.jsonl", "seconds.jsonl", "speed.jsonl"

Key = tuple[str, str, str]


class Results:
    """The rows of a run of `quality`, and their times; with a folder, they are also written there.

    `header` is everything that decides the rows, `keys` are (set, cluster, system) of all of them,
    in order. `resume` continues existing files; an incomplete last line is dropped.

    Raises
    ------
    BenchmarkError
        Results already exist and `resume` is not set; they were made with another header; they are
        not the beginning of this run; the folder cannot be written to.
    """

    def __init__(
        self, folder: Path | None, header: Row, keys: Sequence[Key], *, resume: bool
    ) -> None:
        self.rows: list[Row] = []
        self.seconds: dict[Key, float | None] = {}
        self._folder = folder
        if folder is None:
            return
        with writable(folder):
            stored = _stored(folder / ROWS, header, keys, resume=resume)
            self.rows = stored[1:]
            times = {key_of(row): row for row in parse(folder / SECONDS)}
            (folder / SECONDS).unlink(missing_ok=True)
            for key in map(key_of, self.rows):
                if row := times.get(key):
                    self.seconds[key] = row.get("cpu")
                    append(folder / SECONDS, row)
            if not stored:
                append(folder / ROWS, header)

    def add(self, row: Row, cpu: float | None) -> None:
        """Add one row, and the CPU seconds it took."""
        row = rounded(row)
        key = key_of(row)
        self.rows.append(row)
        self.seconds[key] = rounded(cpu)
        if self._folder:
            place = dict(zip(("set", "cluster", "system"), key, strict=True))
            append(self._folder / SECONDS, place | {"cpu": self.seconds[key]})
            append(self._folder / ROWS, row)


@contextmanager
def writable(folder: Path) -> Iterator[None]:
    """Create a folder; raise `BenchmarkError` if it cannot be written to, now or in the block."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        message = f"{folder}: {error.strerror}; give --out a folder that can be written to"
        raise BenchmarkError(message) from None


def append(path: Path, row: Row) -> None:
    """Append a line to a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, separators=(",", ":")) + "\n")


def rounded(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Round all numbers to the six decimals that are stored."""
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(part) for part in value]
    return round(value, 6) if isinstance(value, float) else value


def read(path: Path) -> tuple[Row, list[Row]]:
    """Read the header and the rows of a stored file; an incomplete last line is left out.

    Raises
    ------
    BenchmarkError
        The file is missing, has no complete line, or has a broken one.
    """
    records = parse(path)
    if not records:
        raise BenchmarkError(f"{path}: contains no results; run python -m benchmarks quality first")
    return records[0], records[1:]


def key_of(row: Row) -> Key:
    """Return the key of a row."""
    return row.get("set", ""), row.get("cluster", ""), row.get("system", "")


def grouped(rows: Sequence[Row], key: Callable[[Row], Any]) -> dict[Any, list[Row]]:
    """Group rows by a key, in the order of its first appearance."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def parse(path: Path) -> list[Row]:
    """Read the JSON objects of the complete lines of a file; none if there is no such file."""
    records = []
    for number, line in enumerate(_whole_lines(path).splitlines(), 1):
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict):
            message = f"{path}, line {number}: is not a JSON object; delete the file and run again"
            raise BenchmarkError(message)
        records.append(record)
    return records


def _whole_lines(path: Path) -> bytes:
    """Return the content of the file up to its last line end."""
    content = path.read_bytes() if path.exists() else b""
    return content[: content.rfind(b"\n") + 1]


def _stored(path: Path, header: Row, keys: Sequence[Key], *, resume: bool) -> list[Row]:
    """Read the stored header and rows; check that they are the beginning of this run."""
    if not path.exists():
        return []
    if not resume:
        raise BenchmarkError(f"{path}: already exists; add --resume or give another --out")
    stored = parse(path)
    os.truncate(path, len(_whole_lines(path)))
    for name in sorted({*header, *stored[0]} if stored else ()):
        if stored[0].get(name) != header.get(name):
            raise BenchmarkError(
                f"{path}: cannot be resumed: its settings differ in {name}; give another --out"
            )
    if [key_of(row) for row in stored[1:]] != list(keys[: max(0, len(stored) - 1)]):
        raise BenchmarkError(f"{path}: its rows are not those of this run; give another --out")
    return stored
