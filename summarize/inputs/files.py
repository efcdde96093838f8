"""Read files one after another, or pages and documents in several processes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from summarize.errors import InputError, WorkerDiedError
from summarize.inputs.given import MAX_BYTES, STDIN, Input, display, open_input, read_failure
from summarize.inputs.readers import read, reader_of
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found

LEAST = 8  # pages and documents; workers take longer to start than to read fewer


class _Task(NamedTuple):
    """A file to read: its path, how, and whether the user named it."""

    path: str
    options: LoadOptions
    is_named: bool


def read_files(
    files: Sequence[str],
    options: LoadOptions,
    stdin: BinaryIO | None,
    named: Collection[str],
) -> Iterator[Found]:
    """Yield what is in files, in their order.

    Parameters
    ----------
    files
        Their paths, or ``-``.
    options
        With `jobs`, what an extra reads is read in so many processes; text is read faster here.
    stdin
        What ``-`` reads from.
    named
        The files that the user named, which must be readable.
    """
    own = replace(options, jobs=1, progress=None)
    tasks = [_Task(file, own, file in named) for file in files if _is_slow(file)]
    if options.jobs == 1 or len(tasks) < LEAST:
        for file in files:
            yield from read_file(file, options, stdin, is_named=file in named)
        return
    from summarize.batch.many import Backend, in_order
    from summarize.batch.workers import PER_THREAD, Workers

    slow = {task.path for task in tasks}
    readers = (reader_of(path) for path in slow)
    packages = sorted({package for reader in readers if reader for package in reader.packages})
    with Workers(options.jobs, preload=packages) as executor:
        backend = Backend(executor, PER_THREAD * options.jobs)
        results = in_order(_read_all, tasks, backend, size=_size, lost=_lost)
        for file in files:
            if file in slow:
                yield from next(results)
            else:
                yield from read_file(file, options, stdin, is_named=file in named)


def read_file(
    path: str, options: LoadOptions, stdin: BinaryIO | None = None, *, is_named: bool = False
) -> Iterator[Found]:
    """Yield what is in a file, or the record of why it cannot be read."""
    try:
        data = None
        if path == STDIN or not Path(path).is_file():  # a pipe can be read only once
            with open_input(path, stdin) as handle:
                data = handle.read(MAX_BYTES + 1)
        yield from read(Input(path, data), options)
    except InputError as error:
        yield Skipped(display(path), str(error))
    except OSError as error:
        yield Skipped(display(path), read_failure(error), is_unreadable=is_named)


def _is_slow(path: str) -> bool:
    """Return whether a path is a file that an extra reads."""
    reader = reader_of(path)
    return reader is not None and reader.extra is not None and Path(path).is_file()


def _read_all(task: _Task) -> list[Found]:
    return [*read_file(task.path, task.options, is_named=task.is_named)]


def _size(task: _Task) -> int:
    try:
        return os.stat(task.path).st_size  # noqa: PTH116 - a path may be any string
    except OSError:
        return 0


def _lost(task: _Task, error: Exception) -> list[Found]:
    """Record a file that crashed the processes that read it; raise any other error."""
    if not isinstance(error, WorkerDiedError):
        raise error
    return [Skipped(display(task.path), f"cannot be read: {error}; save its text as plain text")]
