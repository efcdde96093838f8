"""Take the events of a run in order: skip the finished, write and count the outcomes of others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from summarize import __version__
from summarize.command.console import say
from summarize.command.digest import Front, Grouped
from summarize.command.events import Outcome, View, carry_out, give_up
from summarize.command.output import Folder, Output
from summarize.command.part import Part
from summarize.command.read_back import read_back
from summarize.errors import OptionError, SummarizeError
from summarize.inputs.records import Event, Skipped
from summarize.render import FORMATS
from summarize.render.facts import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from summarize.command.signals import Signals
    from summarize.summarizer import Summarizer

    Item = tuple[int, Event | Skipped]  # with the number of the event

_GIVE = "give at least one article with a complete sentence"
_OTHER = "use the same input and options, or another file for -o"


@dataclass(slots=True)
class Run:
    """One run of the command: what does its work, and what has happened so far."""

    summarizer: Summarizer
    view: View
    output: Output | Folder | Front | Part
    work: Callable[..., Iterator[Outcome]]
    signals: Signals
    is_strict: bool
    n_written: int = 0
    n_skipped: int = 0
    n_unreadable: int = 0
    empty_reason: str = ""

    def run(self, inputs: Iterable[Event | Skipped], progress: Callable[[int], None]) -> int:
        """Write the outcome of each event, in order, and return the exit code."""
        do = partial(carry_out, summarizer=self.summarizer, view=self.view)
        lost = partial(give_up, view=self.view)
        items = self._skip_finished(_numbered(inputs), progress)
        try:
            for outcome in self.work(do, items, size=_size, lost=lost):
                self.signals.check()  # an event that was interrupted did not fail
                self._take(outcome)
                progress(outcome.size)
        except BrokenPipeError:  # the reader stopped early, as in `summarize ... | head -1`
            if not isinstance(self.output, Output | Front):
                raise
            return 2 if self.n_unreadable else 0
        except BaseException:
            if isinstance(self.output, Part) and self.output.is_kept():
                events = count(self.output.count_kept(), "event")
                say(f"{events} finished and saved in {self.output.path}; continue with --resume")
            raise
        self.output.is_wanted = self.n_written > 0
        if self.n_unreadable:
            return 2
        if not self.n_written:
            if isinstance(inputs, Grouped):
                self.empty_reason = inputs.empty_reason
            reason = f": {self.empty_reason}" if self.empty_reason else f"; {_GIVE}"
            say(f"nothing could be summarised{reason}")
            return 1
        return 3 if self.n_skipped and self.is_strict else 0

    def _skip_finished(
        self, items: Iterator[Item], progress: Callable[[int], None]
    ) -> Iterator[Item]:
        """Skip the events that an earlier run has finished."""
        if not isinstance(self.output, Part):
            return items
        notes: list[Item] = []
        for line in self.output.finished():
            for item in items:
                if isinstance(item[1], Event) or item[1].is_event:
                    break
                notes.append(item)
            else:
                for note in notes:
                    self._take(carry_out(note, self.summarizer, self.view))
                raise OptionError(f"{self.output.path} has more events than the input; {_OTHER}")
            outcome = read_back(line, item, self.summarizer, self.view)
            if outcome is None:
                raise OptionError(
                    f"line {self.output.n_lines} of {self.output.path} was not made from "
                    f"{item[1].where} with these options; {_OTHER}"
                )
            if outcome.is_again:
                say(
                    f"line {self.output.n_lines} of {self.output.path} is not what "
                    f"{item[1].where} gives; continuing from that event"
                )
                self.output.cut()
                return chain(notes, [item], items)
            self._take(outcome)
            progress(outcome.size)
        return chain(notes, items)

    def _take(self, outcome: Outcome) -> None:
        """Report and write the outcome of one event."""
        if outcome.version != __version__:
            raise SummarizeError(
                f"a worker runs summarize {outcome.version}; install {__version__} on all workers"
            )
        for message in outcome.messages:
            say(message)
        self.n_skipped += outcome.n_skipped
        self.n_unreadable += outcome.n_unreadable
        self.n_written += outcome.is_summary
        self.empty_reason = outcome.empty_reason or self.empty_reason
        if isinstance(self.output, Front) and outcome.event and outcome.is_summary:
            self.output.add(outcome.event)
        if not outcome.text:
            return
        if isinstance(self.output, Folder):
            self.output.add(outcome.text, outcome.title, outcome.contents)
        elif not isinstance(self.output, Front):
            is_apart = self.n_written > 1 and FORMATS[self.view.format].batch != "lines"
            self.output.write(f"\n{outcome.text}" if is_apart else outcome.text)


def _numbered(inputs: Iterable[Event | Skipped]) -> Iterator[Item]:
    """Number the events from 1; what comes before an event gets its number."""
    number = 1
    for item in inputs:
        yield number, item
        number += isinstance(item, Event) or item.is_event


def _size(item: Item) -> int:
    """Return the size of an event's articles, in characters."""
    event = item[1]
    return 0 if isinstance(event, Skipped) else sum(len(a.text) for a in event.cluster.articles)
