"""The loading edge: turns files, folders, tables and JSONL into clusters of articles.

`load` is the entry point. What cannot be used is yielded as a `Skipped` record, so that one bad
input never stops the others; only an invalid option raises. Nothing is printed and nothing is
downloaded: a PATH is a local path.
"""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import InputError, OptionError
from summarize.load.decode import check_encoding
from summarize.load.files import STDIN, display, find, read_article, read_failure
from summarize.load.jsonl import LINES, is_flat, read_events, read_flat
from summarize.load.records import Event, Skipped
from summarize.load.tables import is_table, read_table
from summarize.model import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.model import Article

__all__ = ["Event", "Skipped", "display", "is_batch", "load", "total_size", "would_read"]


def load(
    paths: Sequence[str],
    *,
    encoding: str | None = None,
    each: bool = False,
    jsonl: bool = False,
    stdin: BinaryIO | None = None,
    text_column: str | None = None,
) -> Iterator[Event | Skipped]:
    """Read the articles that `paths` name.

    Parameters
    ----------
    paths
        Files, folders and ``-``. Together they are one event, unless they are JSONL batches.
    encoding
        Overrides the byte-order mark, UTF-8 and Windows-1252.
    each
        Make every path an event of its own, with the path as its id.
    jsonl
        Read every path as JSONL, whatever its name.
    stdin
        What ``-`` reads from; by default the standard input of the process.
    text_column
        The name of the text, in tables and JSONL whose names do not say which it is.

    Returns
    -------
    iterator of Event or Skipped
        Lazy. One event yields its records of skipped inputs, then itself if any article is left.
        A batch yields, for each line in turn, either its event or a record that `is_event`; with
        `each`, so does each path.

    Raises
    ------
    OptionError
        Immediately, if batches are mixed with articles, or `encoding` is unknown or unsuitable.
    """
    batches = [path for path in paths if jsonl or is_batch(path)]
    if encoding is not None:
        check_encoding(encoding, for_lines=bool(batches))
    if batches and len(batches) < len(paths):
        article = next(path for path in paths if path not in batches)
        raise OptionError(
            f"a batch and articles cannot be mixed: {batches[0]!r} is JSONL, {article!r} is not; "
            "summarise them separately"
        )
    if batches:
        return chain.from_iterable(
            read_events(path, encoding=encoding, stdin=stdin, text_column=text_column)
            for path in batches
        )
    if each:
        return chain.from_iterable(_one_event(path, encoding, stdin, text_column) for path in paths)
    return _event(paths, None, encoding, stdin, text_column)


def is_batch(path: str) -> bool:
    """Return whether a path names a JSONL file of events, by its suffix and first line.

    >>> is_batch("events.JSONL"), is_batch("article.txt")
    (True, False)
    """
    return path.lower().endswith(LINES) and not Path(path).is_dir() and not is_flat(path)


def total_size(paths: Sequence[str]) -> int | None:
    """Return the total bytes of some files; None if one is not a regular file."""
    try:
        found = [Path(path).stat() for path in paths]
    except (OSError, ValueError):
        return None
    return sum(f.st_size for f in found) if all(stat.S_ISREG(f.st_mode) for f in found) else None


def would_read(paths: Sequence[str], *targets: str) -> str | None:
    """Return the first of the files `targets` that loading `paths` would read, under any name."""
    written = {file: target for target in targets if (file := _regular_file(target))}
    if not written:
        return None
    names = (name for path in paths for name in find(path) if isinstance(name, str))
    return next((written[file] for file in map(_regular_file, names) if file in written), None)


def _regular_file(path: str) -> tuple[int, int] | None:
    """Return what identifies the file at `path`; None if it is not a regular file."""
    try:
        if path == STDIN:
            found = None if sys.stdin is None else os.fstat(sys.stdin.fileno())
        else:
            found = Path(path).stat()
    except (OSError, ValueError):  # ValueError: standard input is closed or is not a file
        return None
    return (found.st_dev, found.st_ino) if found and stat.S_ISREG(found.st_mode) else None


def _event(
    paths: Sequence[str],
    name: str | None,
    encoding: str | None,
    stdin: BinaryIO | None,
    text_column: str | None,
) -> Iterator[Event | Skipped]:
    """Read all paths as one event."""
    files, lost = _files(paths)
    yield from lost
    articles: list[Article] = []
    for file in files:
        try:
            found: Iterator[Article | Skipped]
            if is_table(file):
                found = read_table(file, encoding=encoding, text_column=text_column)
            elif is_flat(file):
                found = read_flat(file, encoding=encoding, text_column=text_column)
            else:
                found = iter([read_article(file, encoding=encoding, stdin=stdin)])
            for item in found:
                if isinstance(item, Skipped):
                    yield item
                else:
                    articles.append(item)
        except InputError as error:
            yield Skipped(display(file), str(error))
        except OSError as error:
            is_named = file in paths
            yield Skipped(display(file), read_failure(error), is_unreadable=is_named)
    if articles:
        where = "" if name is None else display(name)
        yield Event(Cluster(tuple(articles), id=name), where)


def _files(paths: Sequence[str]) -> tuple[list[str], list[Skipped]]:
    """Return the files that paths name, each once, and the records of what cannot be read."""
    files: dict[str, str] = {}
    lost = []
    for path in paths:
        for found in find(path):
            if isinstance(found, Skipped):
                lost.append(found)
            else:  # a file given twice is read once, under the same name in any order
                key = path if path == STDIN else os.path.realpath(found)
                files[key] = min(found, files.get(key, found))
    return list(files.values()), lost


def _one_event(
    path: str, encoding: str | None, stdin: BinaryIO | None, text_column: str | None
) -> Iterator[Event | Skipped]:
    """Read one path as an event of a batch; if it is lost, record that exactly once."""
    *skipped, last = _event([path], path, encoding, stdin, text_column)
    yield from skipped
    if isinstance(last, Skipped) and skipped:
        yield last
        last = Skipped(path, "has no usable article; give one with complete sentences")
    yield last if isinstance(last, Event) else replace(last, is_event=True, id=path, size=1)
