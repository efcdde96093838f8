"""Read lines of JSON: what is common to batches of events and files of articles."""

from __future__ import annotations

import codecs
import json
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from summarize.errors import InputError
from summarize.fields import bare, choose
from summarize.inputs.decode import decode
from summarize.inputs.given import MAX_BYTES, TOO_BIG, open_input
from summarize.inputs.packed import plain_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LINES = (".jsonl", ".ndjson")  # suffixes
STORIES = (".src", ".src.cleaned")  # of the lines of Multi-News
MOST_VALUES = 1_000_000  # in one line, of which each takes far more memory than it is long
_LOOKED_AT = 10  # lines that decide what a file is
_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
_VALUE = re.compile(r'"(?>[^"\\]+|\\.)*"?|[,\[{]', re.DOTALL)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
# Between the articles of an event in Multi-News.
_SEPARATOR = re.compile(r"\|{5}|\bstory_separator_special_tag\b")
_LINE_END = "NEWLINE_CHAR"  # as Multi-News writes one


class ExtraDataError(InputError):
    """After a value of JSON comes another."""


def lines(handle: BinaryIO) -> Iterator[tuple[int, int, bytes | None]]:
    """Yield the number (from 1), size in bytes and content of each line that is not blank.

    The content is None for a line larger than 50 MB, which is never in memory as a whole.

    Raises
    ------
    InputError
        If it is in UTF-16 or UTF-32.
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


def is_flat(path: str, text_column: str | None = None) -> bool:
    """Return whether a path names a JSONL file of articles, by its first line that is JSON."""
    if not plain_path(path).lower().endswith(LINES):
        return False
    try:
        if not Path(path).is_file():  # a pipe can be read only once
            return False
        with open_input(path) as handle:
            for _, _, line in islice(lines(handle), _LOOKED_AT):
                if line is None or b'"documents"' in line:  # an event may be long
                    return False
                try:
                    record = parse(line, None)
                except InputError:
                    continue
                names = {bare(name) for name in record}
                has_text = "text" in choose(record) or bare(text_column or "") in names
                return documents_of(record) is None and has_text
    except (InputError, OSError, ValueError):
        return False
    return False


def parse(line: bytes | None, encoding: str | None) -> dict[str, Any]:
    """Parse one line as a JSON object, or as an event of Multi-News.

    Raises
    ------
    InputError
        If it is neither.
    """
    if line is None:
        raise InputError(TOO_BIG)
    text = decode(line.rstrip(b"\r\n"), encoding or "utf-8")
    if text.lstrip()[:1] not in tuple('{["') and _SEPARATOR.search(text):
        return {"document": text}
    record = load_json(text, "the line")
    if not isinstance(record, dict):
        raise InputError(f'is {kind_of(record)}; an event must be an object with "documents"')
    return record


def load_json(text: str, what: str) -> object:
    """Parse JSON.

    Parameters
    ----------
    text
        The JSON.
    what
        What is to be fixed, such as ``"the line"``.

    Raises
    ------
    ExtraDataError
        If there is something after the first value.
    InputError
        If it is not JSON, or takes too much memory.
    """
    try:
        if _has_too_many_values(text):
            parts = "the event" if what == "the line" else what
            raise InputError(f"has over {MOST_VALUES:,} values; split {parts}")
        return json.loads(text)
    except json.JSONDecodeError as error:
        kind = ExtraDataError if error.msg.startswith("Extra data") else InputError
        line = f"line {error.lineno:,}, " if "\n" in text else ""
        reason = error.msg.removesuffix(" at")
        raise kind(f"is not JSON: {reason} at {line}column {error.colno}; fix {what}") from None
    except RecursionError:
        raise InputError(f"is nested too deeply; fix {what}") from None
    except ValueError:  # Python does not parse so many digits
        raise InputError("has a number with thousands of digits; write it as a string") from None


def _has_too_many_values(text: str) -> bool:
    """Return whether a JSON text has more than `MOST_VALUES` commas and brackets outside strings.

    Linear; the strings are only looked for where the text has so many signs at all.
    """
    if sum(map(text.count, ",[{")) <= MOST_VALUES:
        return False
    signs = (match for match in _VALUE.finditer(text) if match[0][0] != '"')
    return next(islice(signs, MOST_VALUES, None), None) is not None


def documents_of(record: Mapping[str, object]) -> object:
    """Return what an event has as its documents, which should be a list; None if it has none.

    They are its ``documents``, a list of ``articles``, as WCEP and the interfaces of news services
    have it, or the parts of its ``document``, as Multi-News has it.

    >>> documents_of({"document": "The ferry ... ||||| A ferry ...", "summary": "..."})
    ['The ferry ...', 'A ferry ...']
    """
    if (documents := record.get("documents")) is not None:
        return documents
    articles, stories = record.get("articles"), record.get("document")
    if isinstance(articles, list):
        return articles
    if isinstance(stories, str) and _SEPARATOR.search(stories):
        parts = _SEPARATOR.split(stories.replace(_LINE_END, "\n"))
        return [part.strip() for part in parts if part.strip()]
    return None


def kind_of(value: object) -> str:
    """Name the type of a JSON value.

    >>> kind_of(None), kind_of([]), kind_of(1.5)
    ('null', 'a list', 'a number')
    """
    return "null" if value is None else _KINDS.get(type(value), "a number")
