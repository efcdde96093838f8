"""JSON: the whole summary for programs, as `docs/guide/json.md` and its schema describe it.

The strings are the original data, never cleaned; what could harm a terminal is escaped.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from summarize import __version__
from summarize.record.schema import SCHEMA, summary_digest
from summarize.render.safe import escape_json

if TYPE_CHECKING:
    from summarize.summary import Summary


def to_dict(summary: Summary) -> dict[str, Any]:
    """Convert the summary to dictionaries, lists, strings and numbers, with keys in fixed order.

    Floats are rounded to four decimals; `digest` covers everything else.
    """
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "version": __version__,
        "signature": summary.signature,
        "id": summary.id,
        "language": summary.language,
        "headline": _plain(summary.headline),
        "text": summary.text,
        "n_words": summary.n_words,
        "sentences": _plain(summary.sentences),
        "documents": _plain(summary.documents),
        "differences": _plain(summary.differences),
        "warnings": [
            {"code": warning.code, "document": warning.document, "message": warning.message}
            for warning in summary.warnings
        ],
    }
    if summary.left_out:
        data["left_out"] = _plain(summary.left_out)
    for document in data["documents"]:
        if document["declared_language"] is None:
            del document["declared_language"]
    for sentence in data["sentences"]:
        if sentence["explanation"] is None:
            del sentence["explanation"]
        else:
            sentence["explanation"]["factors"] = dict(sentence["explanation"]["factors"])
    return data | {"digest": summary_digest(data)}


def to_json(summary: Summary) -> str:
    """Write one JSON object over many lines, indented by two."""
    return dump(to_dict(summary), indent=2)


def to_jsonl(summary: Summary) -> str:
    """Write one JSON object on one line."""
    return to_line(to_dict(summary))


def to_line(data: dict[str, Any]) -> str:
    """Write the dictionary of a summary on one line; the only line that has exactly this data."""
    return dump(data, indent=None)


def error_line(id: str | None, message: str) -> str:  # noqa: A002 - the name of the key
    r"""Write the line of an event of a batch that failed.

    >>> error_line("e7", "no article has a text")
    '{"schema": "summarize/1", "id": "e7", "error": "no article has a text"}\n'
    """
    return dump({"schema": SCHEMA, "id": id, "error": message}, indent=None)


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON has no one type
    if isinstance(value, float):
        return round(float(value), 4) + 0.0  # adding zero turns -0.0 into 0.0
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def dump(data: dict[str, Any], indent: int | None) -> str:
    """Write a dictionary as JSON, with what could harm a terminal escaped."""
    # JSON has no NaN: it would be our bug, and must raise.
    return escape_json(json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)) + "\n"
