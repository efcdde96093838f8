"""Read PATHs as events: all of them one, each one of its own, or the lines of a batch."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from summarize.errors import InputError, OptionError
from summarize.inputs.decode import check_encoding
from summarize.inputs.files import read_files
from summarize.inputs.find import find, is_link
from summarize.inputs.given import STDIN, display
from summarize.inputs.jsonl import LINES, is_flat, read_events
from summarize.inputs.options import LoadOptions
from summarize.inputs.readers import read
from summarize.inputs.records import Event, Link, Row, Skipped
from summarize.model import Article, Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.inputs.records import Found

_ROUNDS = 3  # of links: a list of feeds, the feeds, their pages
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
        Files, folders, links and ``-``. Together they are one event, unless they are JSONL batches.
    options
        How they are read.
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
        Immediately, if batches are mixed with articles, or the encoding is unknown or unsuitable.
    """
    batches = [path for path in paths if jsonl or is_batch(path)]
    if options.encoding is not None:
        check_encoding(options.encoding, for_lines=bool(batches))
    if batches and len(batches) < len(paths):
        article = next(path for path in paths if path not in batches)
        raise OptionError(
            f"a batch and articles cannot be mixed: {batches[0]!r} is JSONL, {article!r} is not; "
            "summarise them separately"
        )
    if batches:
        return chain.from_iterable(read_events(path, options, stdin) for path in batches)
    if each:
        return chain.from_iterable(_one_event(path, options, stdin) for path in paths)
    return _event(paths, None, options, stdin)


def is_batch(path: str) -> bool:
    """Return whether a path names a JSONL file of events, by its suffix and first line.

    >>> is_batch("events.JSONL"), is_batch("article.txt")
    (True, False)
    """
    is_lines = path.lower().endswith(LINES) and not is_link(path)
    return is_lines and not Path(path).is_dir() and not is_flat(path)


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


def _one_event(
    path: str, options: LoadOptions, stdin: BinaryIO | None
) -> Iterator[Event | Skipped]:
    """Read one path as an event of a batch; if it is lost, record that exactly once."""
    *skipped, last = _event([path], path, options, stdin)
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
    for item in _articles(paths, options, stdin):
        if isinstance(item, Skipped):
            yield item
        else:
            articles.append(item)
    if articles:
        where = "" if name is None else display(name)
        yield Event(Cluster(tuple(articles), id=name), where)


def _articles(
    paths: Sequence[str], options: LoadOptions, stdin: BinaryIO | None
) -> Iterator[Article | Skipped]:
    """Yield the articles of all paths, those of links after those of files."""
    files, links, lost = _inputs(paths)
    yield from lost
    for item in read_files(files, options, stdin, named=paths):
        if isinstance(item, Link):
            links.append(item)
        elif not isinstance(item, Row):
            yield item
    for _ in range(_ROUNDS):
        if not links:
            return
        further: list[Link] = []
        yield from _read_pages(links, options, further)
        links = further
    for link in links:
        yield Skipped(link.url, f"is a list in a list in a list ({link.where}); give it as a PATH")


def _read_pages(
    links: Sequence[Link], options: LoadOptions, further: list[Link]
) -> Iterator[Article | Skipped]:
    """Yield the articles of pages; links that are found in them are added to `further`."""
    from summarize.inputs.web.fetch import fetch

    for link, given in fetch(links, options):
        try:
            found: list[Found] = [given] if isinstance(given, Skipped) else [*read(given, options)]
        except InputError as error:
            found = [Skipped(link.url, str(error))]
        told = link.article
        if told is not None and told.text and all(isinstance(item, Skipped) for item in found):
            found.append(told)  # what the feed gives of it
        for item in found:
            if isinstance(item, Link):
                further.append(item)
            elif isinstance(item, Skipped):
                yield item
            elif isinstance(item, Article):
                names = ("title", "author", "source", "published")
                known: dict[str, Any] = {
                    name: getattr(item, name) or getattr(told, name, None) for name in names
                }
                yield replace(item, **known)


def _inputs(paths: Sequence[str]) -> tuple[list[str], list[Link], list[Skipped]]:
    """Return the files and the links that paths name, each once, and what cannot be read."""
    files: dict[str, str] = {}
    links: dict[str, Link] = {}
    lost = []
    for path in paths:
        for found in find(path):
            if isinstance(found, Skipped):
                lost.append(found)
            elif is_link(found):
                links[found] = Link(found)
            else:  # a file given twice is read once, under the same name in any order
                key = path if path == STDIN else os.path.realpath(found)
                files[key] = min(found, files.get(key, found))
    return list(files.values()), list(links.values()), lost
