"""Read a batch: a JSONL file with one event per line, streamed.

::

    {"id": ..., "documents": [{"id", "title", "source", "url", "published" or "date", "text"}],
     "focus" or "query": ...}

Other keys are ignored, null and "" mean that a field is absent, and a document may be just its
text. Lines are read one at a time, so memory does not grow with the batch. A broken line does not
stop the next. Lines without documents, but with a text of their own, are articles: together they
are one event, and are in memory together.
"""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from summarize.errors import InputError
from summarize.fields import choose, listed
from summarize.inputs.decode import check_article, decode
from summarize.inputs.given import (
    MAX_BYTES,
    TOO_BIG,
    Input,
    display,
    open_input,
    read_failure,
)
from summarize.inputs.header import read_header
from summarize.inputs.readers.record import article_of, kind_of
from summarize.inputs.records import Event, Skipped
from summarize.model import Article, Cluster
from summarize.reading.days import iso_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.options import LoadOptions

LINES = (".jsonl", ".ndjson")  # suffixes
MOST_VALUES = 1_000_000  # in one line, of which each takes far more memory than it is long
_AMONG_ARTICLES = "is an event, among articles; put it into a file of its own"
_MIXED = 'is an article, among events with "documents"; put it into a file of its own'
_VALUE = re.compile(r'"(?>[^"\\]+|\\.)*"?|[,\[{]', re.DOTALL)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def read_events(
    path: str,
    options: LoadOptions,
    stdin: BinaryIO | None = None,
) -> Iterator[Event | Skipped]:
    """Yield the events of a JSONL file in order, and records of what could not be used.

    Each line that is not blank yields exactly one `Event` or one `Skipped` that `is_event`. Lines
    that are articles are kept, and together are one event at the end, unless a line is an event:
    then each of them is a `Skipped`.
    """
    n_lines = 0
    flat = _Flat(path, options)
    try:
        with open_input(path, stdin) as handle:
            for number, size, line in _lines(handle):
                n_lines += 1
                for found in _event(line, number, options.encoding, flat):
                    is_event = isinstance(found, Event) or found.is_event
                    yield replace(found, size=size) if is_event else found
            yield from flat.event()
    except InputError as error:
        yield Skipped(display(path), str(error))
    except OSError as error:
        yield Skipped(display(path), read_failure(error), is_unreadable=True)
    else:
        if not n_lines:
            yield Skipped(display(path), "is empty; a batch has one event per line")


def is_flat(path: str) -> bool:
    """Return whether a path names a JSONL file of articles, by its first line."""
    if not path.lower().endswith(LINES):
        return False
    try:
        if not Path(path).is_file():  # a pipe can be read only once
            return False
        with open_input(path) as handle:
            _, _, line = next(_lines(handle))
        if line is None or b'"documents"' in line:  # an event may be long
            return False
        record = _parse(line, None)
    except (InputError, OSError, ValueError, StopIteration):
        return False
    return record.get("documents") is None and "text" in choose(record)


def read_flat(path: str, options: LoadOptions) -> Iterator[Article | Skipped]:
    """Yield the articles of a JSONL file of articles, and records of the other lines."""
    for found in read_events(path, options):
        if isinstance(found, Skipped):
            yield replace(found, is_event=False, size=0)
        elif found.where == display(path):
            yield from found.cluster.articles
        else:
            yield Skipped(found.where, _AMONG_ARTICLES)


def _lines(handle: BinaryIO) -> Iterator[tuple[int, int, bytes | None]]:
    """Yield the number (from 1), size in bytes and content of each line that is not blank.

    The content is None for a line larger than 50 MB, which is never in memory as a whole.
    """
    number = 0
    while line := handle.readline(MAX_BYTES + 1):
        number += 1
        if number == 1 and _is_wide(line):
            raise InputError("is not UTF-8, as a batch must be; convert it first")
        size = len(line)
        if size > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = handle.readline(1 << 20)
                size += len(line)
            yield number, size, None
        elif not line.isspace():
            yield number, size, line


def _is_wide(line: bytes) -> bool:
    """Return whether a file that begins with this line is in UTF-16 or UTF-32."""
    head = line[:8]
    halves = (head[::2], head[1::2]) if len(head) == 8 else ()
    return line.startswith(_WIDE_MARKS) or any(not any(half) for half in halves)


class _Flat:
    """The lines of a file that are articles, and not events."""

    def __init__(self, path: str, options: LoadOptions) -> None:
        self.path = path
        self.options = options
        self.articles: list[Article] = []
        self.numbers: list[int] = []
        self.has_events = False

    def add(self, record: dict[str, Any], number: int) -> bool:
        """Keep the article of a line, and return whether it is one."""
        if record.get("documents") is not None:
            return False
        article = article_of(record, Input(self.path), number, self.options)
        if article is not None:
            self.numbers.append(number)
            self.articles.append(article)
        return article is not None

    def lost(self) -> Iterator[Skipped]:
        """Yield the records of the lines that are articles in a file that has events."""
        for number in self.numbers:
            yield Skipped(f"{display(self.path)}:{number}", _MIXED, is_event=True)
        self.numbers.clear()
        self.articles.clear()

    def event(self) -> Iterator[Event]:
        """Yield the event of all articles, if there are any."""
        if self.articles:
            yield Event(Cluster(tuple(self.articles)), display(self.path))


def _event(
    line: bytes | None, row: int, encoding: str | None, flat: _Flat
) -> Iterator[Event | Skipped]:
    """Yield the event of one line, after records of its documents that could not be used."""
    name = None
    where = f"{display(flat.path)}:{row}"
    try:
        record = _parse(line, encoding)
        if flat.add(record, row):
            if flat.has_events:
                yield from flat.lost()
            return
        name = _name(record)
        focus = _string(record, "focus") or _string(record, "query")
        documents = _documents(record)
        flat.has_events = True
        yield from flat.lost()
    except InputError as error:
        yield Skipped(where, str(error), is_event=True, id=name)
        return
    articles = []
    for number, document in enumerate(documents, start=1):
        try:
            articles.append(_article(document))
        except InputError as error:
            reason = f"document {number} {error}"
            if len(documents) == 1:  # the event is lost with it
                yield Skipped(where, reason, is_event=True, id=name)
                return
            yield Skipped(where, reason, id=name)
    if articles:
        yield Event(Cluster(tuple(articles), id=name, focus=focus), where)
    else:
        reason = "has no usable document; give one with complete sentences"
        yield Skipped(where, reason, is_event=True, id=name)


def _parse(line: bytes | None, encoding: str | None) -> dict[str, Any]:
    """Parse one line as a JSON object."""
    if line is None:
        raise InputError(TOO_BIG)
    try:
        text = decode(line.rstrip(b"\r\n"), encoding or "utf-8")
        if _has_too_many_values(text):
            raise InputError(f"has over {MOST_VALUES:,} values; split the event")
        record = json.loads(text)
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")
        raise InputError(f"is not JSON: {what} at column {error.colno}; fix the line") from None
    except RecursionError:
        raise InputError("is nested too deeply for an event; fix the line") from None
    except ValueError:  # Python does not parse so many digits
        raise InputError("has a number with thousands of digits; write it as a string") from None
    if not isinstance(record, dict):
        raise InputError(f'is {kind_of(record)}; an event must be an object with "documents"')
    return record


def _has_too_many_values(text: str) -> bool:
    """Return whether a JSON text has more than `MOST_VALUES` commas and brackets outside strings.

    Linear; the strings are only looked for where the text has so many signs at all.
    """
    if sum(map(text.count, ",[{")) <= MOST_VALUES:
        return False
    signs = (match for match in _VALUE.finditer(text) if match[0][0] != '"')
    return next(islice(signs, MOST_VALUES, None), None) is not None


def _documents(record: dict[str, Any]) -> list[Any]:
    """Return an event's list of documents."""
    documents = record.get("documents")
    if documents is None:
        raise InputError(
            'has no "documents" and no text of its own; give one, or name the text with '
            f"--text-column; its keys are {listed(record)}"
        )
    if not isinstance(documents, list):
        raise InputError(f'has {kind_of(documents)} as "documents"; give a list')
    if not documents:
        raise InputError('has an empty list of "documents"; give at least one')
    return documents


def _article(document: object) -> Article:
    """Make an article from a JSON object, or from a string, which is its text.

    What the object does not say of the article is read from the header of the text, if it has one.
    """
    if isinstance(document, str):
        return Article(check_article(document), **read_header(document))
    if not isinstance(document, dict):
        raise InputError(f"is {kind_of(document)}; give an object or a string")
    text = _string(document, "text")
    if text is None:
        raise InputError('has no "text"; give the text of the article')
    published = _string(document, "published") or _string(document, "date")
    given = {
        "title": _string(document, "title"),
        "source": _string(document, "source"),
        "url": _string(document, "url"),
        "published": iso_date(published) if published else None,
    }
    known = {name: value for name, value in given.items() if value}
    return Article(check_article(text), id=_name(document), **read_header(text) | known)


def _string(record: dict[str, Any], key: str) -> str | None:
    """Return a string field, or None if it is absent, null or empty."""
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f'has {kind_of(value)} as "{key}"; give a string')
    return value or None


def _name(record: dict[str, Any]) -> str | None:
    """Return the id, which may be a whole number."""
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(record, "id")
