"""Read PATHs as events: all of them one, each one of its own, or the lines of a batch."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import InputError, OptionError
from summarize.inputs.articles import read_articles
from summarize.inputs.batch import read_events
from summarize.inputs.decode import check_encoding
from summarize.inputs.find import find, is_link
from summarize.inputs.formats import as_text
from summarize.inputs.given import STDIN, Input, display
from summarize.inputs.jsonl import LINES, STORIES, is_flat
from summarize.inputs.kinds import is_events
from summarize.inputs.options import LoadOptions
from summarize.inputs.packed import plain_path
from summarize.inputs.records import Event, Row, Skipped
from summarize.inputs.since import recent
from summarize.model import Article, Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_DEFAULT = LoadOptions()


def events(
    paths: Sequence[str],
    options: LoadOptions = _DEFAULT,
    *,
    each: bool = False,
    jsonl: bool = False,
    stdin: BinaryIO | None = None,
) -> Iterator[Event | Skipped]:
    """Read the articles that `paths` name.

    Parameters
    ----------
    paths
        Files, folders, links and ``-``. Together they are one event, unless they are batches.
    options
        How they are read; with `group_by`, the values of a column make an event each.
    each
        Make every path an event of its own, with the path as its id.
    jsonl
        Read every path as JSONL, whatever its name.
    stdin
        What ``-`` reads from; by default the standard input of the process.

    Returns
    -------
    iterator of Event or Skipped
        Lazy. One event yields its records of skipped inputs, then itself if any article is left.
        A batch yields, for each line in turn, either its event or a record that `is_event`; with
        `each`, so does each path.

    Raises
    ------
    OptionError
        Immediately, if batches are mixed with articles or divided by a column, or the encoding is
        unknown or unsuitable.
    """
    batches = [path for path in paths if jsonl or is_batch(path, options.text_column)]
    if options.encoding is not None:
        check_encoding(options.encoding, for_lines=bool(batches))
    if batches and len(batches) < len(paths):
        article = next(path for path in paths if path not in batches)
        raise OptionError(
            f"a batch and articles cannot be mixed: {batches[0]!r} is JSONL, {article!r} is not; "
            "summarise them separately"
        )
    if options.group_by is not None and (batches or each):
        given = f"{batches[0]!r} is a batch of events" if batches else "--each makes events"
        raise OptionError(f"{given}, which --group-by cannot divide; omit one of them")
    if batches:
        return chain.from_iterable(read_events(path, options, stdin) for path in batches)
    if options.group_by is not None:
        return _grouped(paths, options, stdin)
    if each:
        return chain.from_iterable(_one_event(path, options, stdin) for path in paths)
    return _event(paths, None, options, stdin)


def is_batch(path: str, text_column: str | None = None) -> bool:
    """Return whether a path names a file of events, by its suffix and content.

    It is one of lines, unless the first is an article, or a JSON file with a list of events.

    >>> is_batch("events.JSONL"), is_batch("article.txt")
    (True, False)
    """
    name = plain_path(path).lower()
    if name.endswith(".json"):
        return not is_link(path) and _is_list_of_events(path)
    is_lines = name.endswith((*LINES, *STORIES)) and not is_link(path)
    return is_lines and not Path(path).is_dir() and not is_flat(path, text_column)


def _is_list_of_events(path: str) -> bool:
    """Return whether a JSON file has several events, by its first bytes."""
    try:
        return Path(path).is_file() and is_events(as_text(Input(path).head()))
    except (InputError, OSError):
        return False


def total_size(paths: Sequence[str]) -> int | None:
    """Return the total bytes of the events in some files; None if it is not known."""
    if any(plain_path(path) != path or path.lower().endswith(".json") for path in paths):
        return None  # compressed, or not read line by line
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


def _one_event(
    path: str, options: LoadOptions, stdin: BinaryIO | None
) -> Iterator[Event | Skipped]:
    """Read one path as an event of a batch; if it is lost, record that exactly once."""
    found = [*_event([path], path, options, stdin)]
    *skipped, last = found or [Skipped(display(path), "has no article")]
    yield from skipped
    if isinstance(last, Skipped) and skipped:
        yield last
        last = Skipped(path, "has no usable article; give one with complete sentences")
    yield last if isinstance(last, Event) else replace(last, is_event=True, id=path, size=1)


def _event(
    paths: Sequence[str], name: str | None, options: LoadOptions, stdin: BinaryIO | None
) -> Iterator[Event | Skipped]:
    """Read all paths as one event."""
    articles: list[Article] = []
    for item in recent(read_articles(paths, options, stdin), options.since):
        if isinstance(item, Skipped):
            yield item
        elif isinstance(item, Article):
            articles.append(item)
    if articles:
        where = "" if name is None else display(name)
        yield Event(Cluster(tuple(articles), id=name), where)


def _grouped(
    paths: Sequence[str], options: LoadOptions, stdin: BinaryIO | None
) -> Iterator[Event | Skipped]:
    """Read all paths, and divide their articles into events in the order of first appearance."""
    groups: dict[str, list[Article]] = {}
    for item in recent(read_articles(paths, options, stdin), options.since):
        if isinstance(item, Skipped):
            yield item
        elif isinstance(item, Row):
            groups.setdefault(item.group, []).append(item.article)
    for group, articles in groups.items():
        yield Event(Cluster(tuple(articles), id=group), group)
