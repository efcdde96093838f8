"""The command: reads inputs, asks the pipeline for summaries, writes them, and says what happened.

This is the only place that prints messages and decides on exit codes. What a summary is, how it
looks and what a file holds are decided elsewhere.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from summarize.arguments import USAGE, parse
from summarize.errors import OptionError, SummarizeError
from summarize.load import Skipped, display, is_batch, load, would_read
from summarize.load.summaries import paths_of, read_summary
from summarize.output import Folder, Output, let_go
from summarize.render import clean_text, error_line, render
from summarize.render.facts import count
from summarize.render.html import to_index
from summarize.summarizer import Summarizer
from summarize.verify import verify

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence

    from summarize.load import Event
    from summarize.model import Article
    from summarize.summary import Summary

_SUFFIXES = {".md": "markdown", ".html": "html", ".json": "json", ".jsonl": "jsonl"}
_NO_SENTENCE = "no article holds a sentence that can be used; give one in whole sentences"
_MOST_PROBLEMS = 10  # that are named
_FRAME = "●○·…│"  # what a terminal must be able to show, or the frame is ASCII


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Parameters
    ----------
    argv
        The arguments after the command's name; those of the process by default.

    Returns
    -------
    int
        0 a summary was written; 1 nothing could be summarised; 2 wrong usage, or an input or
        output that cannot be opened; 3 inputs were skipped under ``--strict``; 4 a summary does
        not hold under ``--verify``; 130 interrupted.
    """
    try:
        options = parse(argv)
        if isinstance(options, str):
            with Output(None) as output:
                output.write(options)
            return 0
        return _run(options)
    except BrokenPipeError:  # nobody reads the help to its end
        return 0
    except SummarizeError as error:
        _say(str(error))
        return 2
    except KeyboardInterrupt:
        _say("interrupted")
        return 130


def _run(options: Namespace) -> int:
    """Check all that can be checked beforehand, then do the work."""
    if options.verify is not None:
        return _verify(options)
    if not options.paths:
        raise OptionError(
            f"no PATH is given; usage: {USAGE}, where a PATH is a file, a folder, or - for "
            "standard input; see summarize --help"
        )
    names = ("words", "sentences", "chars", "percent", "rank", "mmr_lambda", "focus", "min_origins")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    seen = read_summary(options.seen) if options.seen is not None else None
    summarizer = Summarizer(**given, seen=seen, explain=options.explain)
    form = _form(options)
    inputs = load(
        options.paths,
        encoding=options.encoding,
        each=options.each,
        jsonl=options.input == "jsonl",
    )
    read = [*options.paths, *([options.seen] if options.seen is not None else [])]
    if options.output is not None and would_read(read, options.output):
        raise OptionError(f"{options.output} is an input; give -o another file")
    if form == "html" and _is_batch(options):
        if options.output is None:
            raise OptionError("pages of a batch need a folder; give -o DIR")
        with Folder(options.output, to_index) as folder:
            return _Run(options, form, summarizer, folder).run(inputs)
    encoding = "utf-8" if form.startswith(("json", "html")) else None  # whatever the locale
    with Output(options.output, encoding=encoding) as output:
        return _Run(options, form, summarizer, output).run(inputs)


def _verify(options: Namespace) -> int:
    """Check a summary against its articles and say what does not hold."""
    summary = read_summary(options.verify)
    articles: list[Article] = []
    is_unreadable = False
    for path in options.paths or paths_of(summary):
        is_jsonl = options.input == "jsonl"
        for item in load([path], encoding=options.encoding, jsonl=is_jsonl):
            if isinstance(item, Skipped):
                is_unreadable |= item.is_unreadable
                _say(f"cannot use {item.where}: {item.reason}")
            else:
                articles += item.cluster.articles
    problems = verify(summary, articles)
    for problem in problems[:_MOST_PROBLEMS]:
        _say(f"{display(options.verify)}: {problem}")
    if len(problems) > _MOST_PROBLEMS:
        _say(f"{display(options.verify)}: and {len(problems) - _MOST_PROBLEMS:,} more problems")
    if is_unreadable and options.paths:
        return 2
    if problems:
        return 4
    with Output(None) as output:
        sentences = count(len(summary["sentences"]), "sentence")
        output.write(f"{sentences} of {count(len(summary['documents']), 'article')}: all holds\n")
    return 0


@dataclass(slots=True)
class _Run:
    """One run of the command: what it works with, and what has happened so far."""

    options: Namespace
    form: str
    summarizer: Summarizer
    output: Output | Folder
    n_written: int = 0
    n_skipped: int = 0
    n_unreadable: int = 0

    def run(self, inputs: Iterable[Event | Skipped]) -> int:
        """Summarise each event as it comes, and return the exit code."""
        try:
            for item in inputs:
                if isinstance(item, Skipped):
                    self._skip(item)
                else:
                    self._summarize(item)
        except BrokenPipeError:  # the reader has seen enough, as in `summarize ... | head -1`
            return 2 if self.n_unreadable else 0
        self.output.is_wanted = self.n_written > 0
        if self.n_unreadable:
            return 2
        if not self.n_written:
            _say("nothing could be summarised; give at least one article with a whole sentence")
            return 1
        return 3 if self.n_skipped and self.options.strict else 0

    def _skip(self, item: Skipped) -> None:
        """Report an input that could not be used."""
        if item.is_unreadable:
            self.n_unreadable += 1
            _say(f"cannot read {item.where}: {item.reason}")
        else:
            self.n_skipped += 1
            self._note(f"skipped {_label(item.where, item.id)}: {item.reason}")
        if item.is_event:
            self._write_error(item.id, f"{item.where}: {item.reason}")

    def _summarize(self, event: Event) -> None:
        """Summarise one event and write what came of it."""
        summary = self.summarizer.summarize(event.cluster)
        about = ""
        if _is_batch(self.options):
            about = f"{_label(event.where, summary.id)}: "
        if self.options.verbose:
            _say(f"{about}{_what_was_read(summary)}")
        if about and not summary.sentences:
            reason = _why_empty(summary)
            self._skip(Skipped(event.where, reason, is_event=True, id=summary.id))
            return
        self._report(summary, about)
        if not summary.sentences:
            return
        text = render(
            summary,
            self.form,
            width=self.options.width or shutil.get_terminal_size().columns,
            color=_wants_color(self.options),
            ascii_only=not _can_show(_FRAME, self.output.encoding),
            event=self.n_written + 1 if _is_batch(self.options) else None,
        )
        self.n_written += 1
        if isinstance(self.output, Folder):
            title = summary.headline.text if summary.headline else ""
            about = f"{len(summary.documents):,} articles, {summary.n_words:,} words"
            self.output.add(text, title or summary.id or event.where, about)
            return
        is_apart = self.n_written > 1 and self.form != "jsonl"
        self.output.write(f"\n{text}" if is_apart else text)

    def _report(self, summary: Summary, about: str) -> None:
        """Say on standard error what the reader of a summary should know."""
        lost = {document.number for document in summary.documents if not document.n_sentences}
        for document in summary.documents:
            if document.number in lost and document.origin == document.number:  # no copies
                self.n_skipped += 1
                name = document.path or document.id or document.title
                if name and not _is_jsonl(self.options):
                    name = display(name)
                name = name or f"article {document.number}"
                self._note(f"{about}skipped {name}: {document.skipped}; give its full text")
        for warning in summary.warnings:
            is_said = warning.code in ("no_sentence", "empty") or warning.document in lost
            if warning.code == "empty" and _why_empty(summary) != _NO_SENTENCE:
                is_said = False
            if not is_said and not (about and warning.code == "one_origin"):
                self._note(f"{about}{warning.message}")

    def _write_error(self, name: str | None, message: str) -> None:
        """Put an error in a failed event's place, so that a batch's lines match its events."""
        if isinstance(self.output, Output) and self.form == "jsonl" and _is_batch(self.options):
            self.output.write(error_line(name, clean_text(message)))

    def _note(self, message: str) -> None:
        if not self.options.quiet:
            _say(message)


def _is_batch(options: Namespace) -> bool:
    """Tell whether there may be more than one event."""
    return _is_jsonl(options) or (options.each and len(options.paths) > 1)


def _is_jsonl(options: Namespace) -> bool:
    """Tell whether events are read from lines."""
    return options.input == "jsonl" or any(is_batch(path) for path in options.paths)


def _label(where: str, name: str | None) -> str:
    """Say which event is meant: its place, and its id where that says more.

    >>> _label("events.jsonl:21", "lunde-7"), _label("mon/", "mon/")
    ('events.jsonl:21 (lunde-7)', 'mon/')
    """
    return where if not name or display(name) == where else f"{where} ({name})"


def _why_empty(summary: Summary) -> str:
    """Say why there is no sentence, and what to do."""
    message = next((w.message for w in summary.warnings if w.code == "empty"), "")
    return message if message.startswith("nothing is new") else _NO_SENTENCE


def _what_was_read(summary: Summary) -> str:
    n_sentences = sum(document.n_sentences for document in summary.documents)
    return (
        f"articles: {len(summary.documents):,}, sentences: {n_sentences:,}, "
        f"signature: {summary.signature}"
    )


def _form(options: Namespace) -> str:
    """Choose the format: as asked, by the output's suffix, or by where it goes."""
    if options.format:
        form = str(options.format)
    elif options.output is not None:
        form = _SUFFIXES.get(PurePath(options.output).suffix.lower(), "text")
    else:
        form = "terminal" if options.color == "always" or _is_terminal() else "text"
    if form == "json" and _is_batch(options):
        raise OptionError("the format json holds one event; use -f jsonl for a batch")
    return form


def _can_show(text: str, encoding: str) -> bool:
    """Tell whether an encoding has all characters of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _wants_color(options: Namespace) -> bool:
    """Heed --color, then NO_COLOR, then FORCE_COLOR, then the terminal."""
    if options.color != "auto":
        return bool(options.color == "always")
    if options.output is not None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return _is_terminal() and os.environ.get("TERM") != "dumb"


def _is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def _say(message: str) -> None:
    """Print one line on standard error, without what would command a terminal."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"summarize: {clean_text(message)}\n")
            sys.stderr.flush()
        except OSError:  # nobody can be told
            let_go(sys.stderr)
