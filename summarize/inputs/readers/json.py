"""Read a JSON file of articles: a list of them, an object that has such a list, or one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.errors import InputError
from summarize.inputs.given import display
from summarize.inputs.jsonl import LINES, ExtraDataError, documents_of, kind_of, load_json
from summarize.inputs.own import refuse_output
from summarize.inputs.readers import lines
from summarize.inputs.readers.record import article_of, read_records
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found

# The keys under which the interfaces of news services have their articles, and wrap these.
_LISTS = ("results", "data", "items", "news", "posts", "docs")
_WRAPPERS = ("response", "data", "articles")


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the articles of a JSON file, and records of what could not be used.

    Raises
    ------
    InputError
        If it is larger than 50 MB, not JSON, or has no article.
    OSError
        If it cannot be opened or read.
    """
    if given.suffix in LINES:
        yield from lines.read(given, options)
        return
    try:
        value = load_json(given.decoded(options.encoding), "the file")
    except ExtraDataError:
        yield from lines.read(given, options)
        return
    found = value
    if isinstance(value, dict):
        refuse_output(value)
        found = _listed(value)
        if found is None:
            found = [value]
            article = None if options.group_by else article_of(value, given, None, options)
            if article is not None:
                yield article
                return
    if not isinstance(found, list):
        raise InputError(f"is JSON, but {kind_of(found)}; give a list of articles")
    if not found:
        raise InputError("is an empty list; give at least one article")
    records = ((n, _record(each, given, n)) for n, each in enumerate(found, start=1))
    yield from read_records(records, given, options, "articles")


def _listed(value: dict[str, Any]) -> list[Any] | None:
    """Return the list of articles in an object; None if there is none."""
    documents = documents_of(value)
    if isinstance(documents, list):
        return documents
    for key in _LISTS:
        if isinstance(inner := value.get(key), list):
            return inner
    for key in _WRAPPERS:
        if isinstance(inner := value.get(key), dict) and (found := _listed(inner)):
            return found
    return None


def _record(value: object, given: Input, number: int) -> dict[str, Any] | Skipped:
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict):
        return value
    reason = f"is {kind_of(value)}; give an object or a string"
    return Skipped(f"{display(given.path)}:{number}", reason)
