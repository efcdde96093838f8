"""The loading edge: files, folders, standard input and JSONL become clusters of articles.

`load` is the door. What cannot be used is handed on as a `Skipped` record, so that one bad
input never stops the others; only an option that is wrong in itself raises. Nothing is printed
here and nothing fetched: a PATH is a local path.
"""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import InputError, OptionError
from summarize.load.decode import check_encoding
from summarize.load.files import STDIN, display, find, read_article, why
from summarize.load.jsonl import read_events
from summarize.load.skipped import Skipped
from summarize.model import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Skipped", "display", "is_batch", "load", "would_read"]


def load(
    paths: Sequence[str],
    *,
    encoding: str | None = None,
    each: bool = False,
    jsonl: bool = False,
    stdin: BinaryIO | None = None,
) -> Iterator[Cluster | Skipped]:
    """Read the articles that `paths` name.

    Parameters
    ----------
    paths
        Files, folders and ``-``. They are one event together, unless they are JSONL batches.
    encoding
        Overrides the byte-order mark, UTF-8 and Windows-1252.
    each
        Make every path an event of its own, with the path as its id.
    jsonl
        Read every path as JSONL, whatever its name.
    stdin
        Where ``-`` reads from; the process's standard input by default.

    Returns
    -------
    iterator of Cluster or Skipped
        Lazy. One event yields its records of skipped inputs, then its cluster if any article is
        left. A batch yields, for each line in turn, either its cluster or a record that
        `is_event`, and so does `each` for each path.

    Raises
    ------
    OptionError
        At once, if batches are mixed with articles, or `encoding` is unknown or does not serve.
    """
    batches = [path for path in paths if jsonl or is_batch(path)]
    if encoding is not None:
        check_encoding(encoding, for_lines=bool(batches))
    if batches and len(batches) < len(paths):
        article = next(path for path in paths if path not in batches)
        raise OptionError(
            f"a batch and articles cannot be mixed: {batches[0]!r} is JSONL, {article!r} is not; "
            "summarise them one after the other"
        )
    if batches:
        return chain.from_iterable(
            read_events(path, encoding=encoding, stdin=stdin) for path in batches
        )
    if each:
        return chain.from_iterable(_one_event(path, encoding, stdin) for path in paths)
    return _event(paths, None, encoding, stdin)


def is_batch(path: str) -> bool:
    """Tell whether a path names a JSONL file, by its suffix.

    >>> is_batch("events.JSONL"), is_batch("article.txt")
    (True, False)
    """
    return path.lower().endswith(".jsonl") and not Path(path).is_dir()


def would_read(paths: Sequence[str], target: str) -> bool:
    """Tell whether loading `paths` would read the file `target`, under whatever name."""
    try:
        written = Path(target).stat()
    except OSError:
        return False
    names = (name for path in paths if path != STDIN for name in find(path))
    return any(
        isinstance(name, str) and os.path.samestat(Path(name).stat(), written) for name in names
    )


def _event(
    paths: Sequence[str], name: str | None, encoding: str | None, stdin: BinaryIO | None
) -> Iterator[Cluster | Skipped]:
    """Read all paths as one event."""
    files: dict[str, str] = {}
    for path in paths:
        for found in find(path):
            if isinstance(found, Skipped):
                yield found
            else:  # a file that is named twice is read once, under the same name in any order
                key = path if path == STDIN else os.path.realpath(found)
                files[key] = min(found, files.get(key, found))
    articles = []
    for file in files.values():
        try:
            articles.append(read_article(file, encoding=encoding, stdin=stdin))
        except InputError as error:
            yield Skipped(display(file), str(error))
        except OSError as error:
            is_named = file in paths
            yield Skipped(display(file), why(error), is_unreadable=is_named)
    if articles:
        yield Cluster(tuple(articles), id=name)


def _one_event(
    path: str, encoding: str | None, stdin: BinaryIO | None
) -> Iterator[Cluster | Skipped]:
    """Read one path as an event of a batch, whose loss is recorded exactly once."""
    *skipped, last = _event([path], path, encoding, stdin)
    yield from skipped
    if isinstance(last, Skipped) and skipped:
        yield last
        last = Skipped(path, "has no article that can be used")
    yield last if isinstance(last, Cluster) else replace(last, is_event=True, id=path)
