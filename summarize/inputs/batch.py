"""Read a batch of events: JSONL with one event a line, streamed, or a JSON file with a list.

::

    {"id": ..., "documents": [{"id", "title", "source", "url", "published" or "date", "text"}],
     "focus" or "query": ...}

Other keys are ignored, null and "" mean that a field is absent, and a document may be just its
text. `jsonl.documents_of` says what else is an event. Lines are read one at a time, so memory does
not grow with the batch. A broken line does not stop the next.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO

from summarize.errors import InputError
from summarize.fields import choose, listed
from summarize.inputs.decode import check_article, decode
from summarize.inputs.given import Input, display, open_input, read_failure
from summarize.inputs.header import read_header
from summarize.inputs.jsonl import documents_of, kind_of, lines, load_json, parse
from summarize.inputs.own import refuse_output
from summarize.inputs.packed import plain_path
from summarize.inputs.readers.record import fields_of
from summarize.inputs.records import Event, Skipped
from summarize.model import Article, Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.options import LoadOptions

_ARTICLE = (
    'is an article, not an event with "documents"; put articles into a file of their own, and give '
    "it without --input"
)


def read_events(
    path: str, options: LoadOptions, stdin: BinaryIO | None = None
) -> Iterator[Event | Skipped]:
    """Yield the events of a batch in order, and records of what could not be used.

    Each line that is not blank, or each object of a list, yields exactly one `Event` or one
    `Skipped` that `is_event`.
    """
    n_records = 0
    try:
        for number, size, record in _records(path, options, stdin):
            n_records += 1
            for found in _event(record, f"{display(path)}:{number}", options):
                is_event = isinstance(found, Event) or found.is_event
                yield replace(found, size=size) if is_event else found
    except InputError as error:
        yield Skipped(display(path), str(error))
    except OSError as error:
        yield Skipped(display(path), read_failure(error), is_unreadable=True)
    else:
        if not n_records:
            yield Skipped(display(path), "is empty; a batch has one event per line")


def _records(
    path: str, options: LoadOptions, stdin: BinaryIO | None
) -> Iterator[tuple[int, int, dict[str, Any] | InputError]]:
    """Yield the number and size of each event, and its object or why it cannot be read."""
    if plain_path(path).lower().endswith(".json"):
        every = _listed(path, options.encoding)
        if every is not None:
            for number, record in enumerate(every, start=1):
                wrong = InputError(f"is {kind_of(record)}; give an object")
                yield number, 1, record if isinstance(record, dict) else wrong
            return
    with open_input(path, stdin) as handle:
        for number, size, line in lines(handle):
            record = None
            try:
                record = parse(line, options.encoding)
            except InputError as error:
                yield number, size, error
                continue
            refuse_output(record)
            yield number, size, record


def _listed(path: str, encoding: str | None) -> list[Any] | None:
    """Return the list in a JSON file; None if it has an object in each line."""
    given = Input(path)
    if given.head().lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return None
    value = load_json(decode(given.read(), encoding), "the file")
    if not isinstance(value, list):
        raise InputError(f"is {kind_of(value)}; give a list of events")
    return value


def _event(
    record: dict[str, Any] | InputError, where: str, options: LoadOptions
) -> Iterator[Event | Skipped]:
    """Yield an event, after records of its documents that could not be used."""
    name = None
    try:
        if isinstance(record, InputError):
            raise record
        name = _name(record)
        focus = _string(record, "focus") or _string(record, "query")
        documents = _documents(record, options)
    except InputError as error:
        yield Skipped(where, str(error), is_event=True, id=name)
        return
    articles = []
    for number, document in enumerate(documents, start=1):
        try:
            articles.append(_article(document, options))
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


def _documents(record: dict[str, Any], options: LoadOptions) -> list[Any]:
    """Return an event's list of documents."""
    documents = documents_of(record)
    if documents is None:
        name, text = choose(record).get("text", ("", None))
        if name == "document":  # an event of one article, in Multi-News
            return [text]
        if fields_of(record, options) is not None:
            raise InputError(_ARTICLE)
        raise InputError(
            'has no "documents" and no text of its own; give one, or name the text with '
            f"--text-column; its keys are {listed(record)}"
        )
    if not isinstance(documents, list):
        raise InputError(f'has {kind_of(documents)} as "documents"; give a list')
    if not documents:
        raise InputError('has an empty list of "documents"; give at least one')
    return documents


def _article(document: object, options: LoadOptions) -> Article:
    """Make an article from a JSON object, or from a string, which is its text."""
    if isinstance(document, str):
        return Article(check_article(document), **read_header(document))
    if not isinstance(document, dict):
        raise InputError(f"is {kind_of(document)}; give an object or a string")
    known = fields_of(document, options)
    if known is None:
        raise InputError('has no "text"; give the text of the article')
    return Article(**known)


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
