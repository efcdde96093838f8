"""What happens to one event of a run: it is summarised and rendered, in whatever process.

`carry_out` takes an item of `load` and returns what to write and what to report, as plain values,
so that another process or machine can do it. It writes and prints nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarize import __version__
from summarize.digest import DigestEvent
from summarize.errors import SummarizeError
from summarize.grouping.grouped import ID_LENGTH
from summarize.inputs.given import display
from summarize.inputs.records import Event, Skipped
from summarize.render import FORMATS, clean_text, error_line, render
from summarize.render.facts import count

if TYPE_CHECKING:
    from summarize.summarizer import Summarizer
    from summarize.summary import Summary

_NO_SENTENCE = "no article has a usable sentence; give one with complete sentences"
_DEADLY = ("WorkerDiedError", "KilledWorker")  # ours, and that of Dask, which may not be installed
FAILED = "could not be summarised"
CRASHED = ("it crashed ", "Attempted to run task ")  # how the messages of `_DEADLY` begin
_LONGEST_REASON = 200  # characters of an unexpected error


@dataclass(frozen=True, slots=True)
class View:
    """How summaries are shown, and what is reported with them."""

    format: str
    width: int
    color: bool
    ascii_only: bool
    is_batch: bool
    is_jsonl: bool  # events are read from lines
    is_quiet: bool
    is_verbose: bool
    is_digest: bool = False  # summaries are collected, and written at the end


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an event, or of an input that could not be used.

    `text` is what to write: a summary if `is_summary`, otherwise an error line or nothing. `title`
    and `contents` are for an index. `messages` are for the user. `size` is `Event.size`.
    `empty_reason` says why no sentence was left, if the options are the reason. `is_again` says
    that the line of an earlier run cannot be kept. `version` is that of this package where the work
    was done. `event` is for a digest.
    """

    messages: tuple[str, ...] = ()
    text: str = ""
    is_summary: bool = False
    title: str = ""
    contents: str = ""
    n_skipped: int = 0
    n_unreadable: int = 0
    size: int = 0
    empty_reason: str = ""
    is_again: bool = False
    version: str = __version__
    event: DigestEvent | None = None


def carry_out(item: tuple[int, Event | Skipped], summarizer: Summarizer, view: View) -> Outcome:
    """Summarise and render an event, or report an input that could not be used.

    Parameters
    ----------
    item
        With the number of the event, which keeps the footnotes of a batch apart.
    summarizer
        The options.
    view
        What to show.

    Returns
    -------
    Outcome
        In a batch, an event that fails is an outcome too, and raises nothing.

    Raises
    ------
    SummarizeError
        If a module cannot be imported.
    """
    number, event = item
    if isinstance(event, Skipped):
        return _skip(event, view)
    try:
        chosen = summarizer if event.seen is None else replace(summarizer, seen=event.seen)
        summary = chosen.summarize(event.cluster)
        prefix = f"{_label(event.where, summary.id)}: " if view.is_batch else ""
        if prefix and not summary.sentences:
            return _lose(event, _empty_reason(summary), view, _what_was_read(summary, prefix, view))
        return _show(summary, event, number, prefix, view)
    except ImportError as error:  # every other event would fail as well
        raise SummarizeError(
            f"cannot import what is needed: {error}; reinstall summarize"
        ) from None
    except Exception as error:
        if not view.is_batch:
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON]
        return _lose(event, f"{FAILED}: {reason}", view)


def give_up(item: tuple[int, Event | Skipped], error: Exception, view: View) -> Outcome:
    """Report an event that crashed its workers.

    Raises
    ------
    SummarizeError
        If the workers failed for another reason, since other events would be lost as well.
    """
    if type(error).__name__ not in _DEADLY:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON]
        raise SummarizeError(f"the workers failed: {reason}; see their logs") from None
    _, event = item
    return _lose(event, f"{FAILED}: {error}", view)


def _lose(
    event: Event | Skipped, reason: str, view: View, messages: tuple[str, ...] = ()
) -> Outcome:
    """Report an event of a batch that has no summary."""
    name = event.cluster.id if isinstance(event, Event) else event.id
    lost = Skipped(event.where, reason, is_event=True, id=name, size=event.size)
    return _skip(lost, view, messages)


def _skip(item: Skipped, view: View, messages: tuple[str, ...] = ()) -> Outcome:
    """Report an input that could not be used."""
    if item.is_own:
        note = f"{_label(item.where, item.id)} {item.reason}"
        return Outcome(messages=(note,) if view.is_verbose else ())
    if item.is_unreadable:
        messages = (*messages, f"cannot read {item.where}: {item.reason}")
    elif not view.is_quiet:
        messages = (*messages, f"skipped {_label(item.where, item.id)}: {item.reason}")
    is_line = item.is_event and view.is_batch and FORMATS[view.format].batch == "lines"
    return Outcome(
        messages=messages,
        text=error_line(item.id, clean_text(f"{item.where}: {item.reason}")) if is_line else "",
        n_skipped=int(not (item.is_unreadable or item.is_asked)),
        n_unreadable=int(item.is_unreadable),
        size=item.size,
    )


def _show(summary: Summary, event: Event, number: int, prefix: str, view: View) -> Outcome:
    """Render a summary and its notes; an empty summary is only reported."""
    notes = [] if view.is_quiet else _notes(summary, prefix, view)
    text = ""
    if summary.sentences and not view.is_digest:
        text = render(
            summary,
            view.format,
            width=view.width,
            color=view.color,
            ascii_only=view.ascii_only,
            event=number if view.is_batch else None,
        )
    title = summary.headline.text if summary.headline else ""
    articles, words = count(len(summary.documents), "article"), count(summary.n_words, "word")
    return Outcome(
        messages=(*_what_was_read(summary, prefix, view), *notes),
        text=text,
        is_summary=bool(summary.sentences),
        title=title or summary.id or event.where,
        contents=f"{articles}, {words}",
        n_skipped=sum(document.is_lost for document in summary.documents),
        size=event.size,
        empty_reason=_empty_reason(summary, ""),
        event=_for_digest(summary, event) if view.is_digest else None,
    )


def _for_digest(summary: Summary, event: Event) -> DigestEvent:
    name = summary.id or summary.documents[0].sha256[:ID_LENGTH]
    return DigestEvent(name, summary, event.is_new, event.why)


def _notes(summary: Summary, prefix: str, view: View) -> list[str]:
    """Write what the reader of a summary should know."""
    notes = []
    lost = {document.number for document in summary.documents if not document.n_sentences}
    for document in summary.documents:
        if document.is_lost:
            name = document.path or document.id or document.title
            if name and not view.is_jsonl:
                name = display(name)
            name = name or f"article {document.number}"
            notes.append(f"{prefix}skipped {name}: {document.skipped}; give its full text")
    for warning in summary.warnings:
        is_reported = warning.code in ("no_sentence", "empty") or warning.document in lost
        is_reported_elsewhere = (
            warning.code == "one_origin" if prefix else warning.code == "nothing_left"
        )
        if not is_reported and not is_reported_elsewhere:
            notes.append(f"{prefix}{warning.message}")
    return notes


def _what_was_read(summary: Summary, prefix: str, view: View) -> tuple[str, ...]:
    if not view.is_verbose:
        return ()
    n_sentences = sum(document.n_sentences for document in summary.documents)
    n_articles, signature = len(summary.documents), summary.signature
    return (
        f"{prefix}articles: {n_articles:,}, sentences: {n_sentences:,}, signature: {signature}",
    )


def _label(where: str, name: str | None) -> str:
    """Name an event: by where it was read, and by its id if that says more.

    >>> _label("events.jsonl:21", "lunde-7"), _label("mon/", "mon/")
    ('events.jsonl:21 (lunde-7)', 'mon/')
    """
    return where if not name or display(name) == where else f"{where} ({name})"


def _empty_reason(summary: Summary, otherwise: str = _NO_SENTENCE) -> str:
    """Write why there is no sentence, and what to do."""
    return next((w.message for w in summary.warnings if w.code == "nothing_left"), otherwise)
