"""What became of an event in an earlier run, from the line that was written then."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarize.command.events import CRASHED, FAILED, Outcome, View, carry_out
from summarize.inputs.records import Event, Skipped
from summarize.record.schema import summary_digest
from summarize.render import clean_text, error_line
from summarize.render.data import to_line

if TYPE_CHECKING:
    from summarize.model import Article
    from summarize.summarizer import Summarizer

_DATA = ("sha256", "id", "author", "source", "url", "published", "extractor")


def read_back(
    line: bytes, item: tuple[int, Event | Skipped], summarizer: Summarizer, view: View
) -> Outcome | None:
    """Return what became of an event in an earlier run, from the line that was written then.

    A summary is not regenerated: the hashes and data of the articles, and the signature, decide
    whether the line belongs to this event with these options, and its digest whether it is as it
    was written. An error is reproduced, unless the event crashed its workers. None if the line
    belongs to another event.
    """
    _, event = item
    try:
        record = json.loads(line)
        if "error" in record:
            return _read_error(line, record, item, summarizer, view)
        if isinstance(event, Skipped) or not _is_of(record, event):
            return None
        is_same = (
            record["signature"] == summarizer.focused(event.cluster.focus).signature
            and sorted(map(repr, map(_data, record["documents"])))
            == sorted(repr(_data(_as_record(article))) for article in event.cluster.articles)
            and all(("explanation" in s) == summarizer.explain for s in record["sentences"])
        )
        n_lost = sum(
            not d["n_sentences"] and d["origin"] == d["number"] for d in record["documents"]
        )
        is_whole = summary_digest(record) == record["digest"] and to_line(record).encode() == line
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if not is_same:
        return None
    is_again = not is_whole
    return Outcome(is_summary=True, n_skipped=n_lost, size=event.size, is_again=is_again)


def _read_error(
    line: bytes,
    record: dict[str, Any],
    item: tuple[int, Event | Skipped],
    summarizer: Summarizer,
    view: View,
) -> Outcome | None:
    """Return what became of an event that failed; see `read_back`."""
    _, event = item
    failed = clean_text(f"{event.where}: {FAILED}: ")
    has_failed = record["error"].startswith(failed)
    if has_failed and not (isinstance(event, Event) and _is_of(record, event)):
        return None
    if has_failed and record["error"].removeprefix(failed).startswith(CRASHED):
        is_same = error_line(record["id"], record["error"]).encode() == line
    else:
        is_same = carry_out(item, summarizer, view).text.encode() == line
    if not is_same and not has_failed:
        return None
    return Outcome(n_skipped=1, size=event.size, is_again=not is_same)


def _is_of(record: dict[str, Any], event: Event) -> bool:
    return bool(record["id"] == event.cluster.id)


def _as_record(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in _DATA} | {
        "declared_language": article.language
    }


def _data(document: dict[str, Any]) -> tuple[Any, ...]:
    """Return what identifies an article, except its title, which may come from the text."""
    return (*(document[name] for name in _DATA), document.get("declared_language"))
