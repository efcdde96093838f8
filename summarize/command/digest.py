"""``summarize --group``: the events of a mix of articles, and the digest that is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarize.digest import Digest, DigestEvent, Single
from summarize.grouping.earlier import as_earlier_events
from summarize.inputs.records import Event, Skipped
from summarize.render import render_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Self

    from summarize.command.output import Output
    from summarize.grouping.earlier import EarlierEvent
    from summarize.grouping.plan import Plan
    from summarize.grouping.windows import Apply
    from summarize.model import Article


DIGEST_WORDS = 70  # of an event, if no length is given: two or three sentences


@dataclass(slots=True)
class Grouped:
    """The inputs of a run, with all their articles divided into events once they are read.

    Parameters
    ----------
    inputs
        As `summarize.inputs.events.events` gives them.
    seen
        The data of an earlier digest; empty if there is none.
    min_origins, top, is_explained, apply
        As for `summarize.grouping.plan.plan`.
    """

    inputs: Iterable[Event | Skipped]
    seen: Mapping[str, Any]
    min_origins: int
    top: int | None
    is_explained: bool = False
    apply: Apply = map
    earlier: tuple[EarlierEvent, ...] = field(init=False)
    plan: Plan | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Read the earlier digest, so that nothing else is read if it is not one."""
        self.earlier = as_earlier_events(self.seen) if self.seen else ()

    def __iter__(self) -> Iterator[Event | Skipped]:
        from summarize.grouping.plan import plan  # imports scikit-learn

        articles: list[Article] = []
        for item in self.inputs:
            if isinstance(item, Event):
                articles += item.cluster.articles
            else:  # the event that a line would have been is not one of those found here
                yield Skipped(item.where, item.reason, item.is_unreadable)
        if not articles:
            return
        self.plan = plan(
            articles,
            earlier=self.earlier,
            min_origins=self.min_origins,
            top=self.top,
            explain=self.is_explained,
            apply=self.apply,
        )
        for number, told in enumerate(self.plan.told, start=1):
            where = f"event {number:,}"
            yield Event(told.cluster, where, seen=told.seen, is_new=told.is_new, why=told.why)

    @property
    def empty_reason(self) -> str:
        """Why no event was found to be told; empty if there is another reason."""
        if self.plan is None:
            return ""
        if self.plan.left_out:
            return "; ".join(self.plan.left_out)
        n = len(self.plan.singles)
        alone = (
            "only 1 article was given" if n == 1 else f"no two of {n:,} articles report the same"
        )
        return alone if n and not self.plan.told else ""


class Front:
    """A context manager that collects the events of a digest and writes it at the end.

    Parameters
    ----------
    output
        Where the digest goes.
    finish
        Writes the digest of events as text.
    """

    def __init__(self, output: Output, finish: Callable[[tuple[DigestEvent, ...]], str]) -> None:
        self.encoding = output.encoding
        self.is_wanted = False
        self._output = output
        self._finish = finish
        self._events: list[DigestEvent] = []

    def __enter__(self) -> Self:
        self._output.__enter__()
        return self

    def add(self, event: DigestEvent) -> None:
        """Add the next event."""
        self._events.append(event)

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            if kind is None and (text := self._finish(tuple(self._events))):
                self._output.write(text)
                self._output.is_wanted = True
        finally:
            self._output.__exit__(kind, *rest)


def finish(
    events: tuple[DigestEvent, ...], *, inputs: object, format_name: str, look: Mapping[str, Any]
) -> str:
    """Write the digest of events, with what belongs to none if they were found in a mix."""
    digest = Digest(events)
    if isinstance(inputs, Grouped) and inputs.plan is not None:
        singles = tuple(map(Single.of, inputs.plan.singles))
        digest = Digest(events, singles, inputs.plan.notes(len(events)))
    return render_digest(digest, format_name, **look) if events or digest.singles else ""


def size_of(articles: list[Article]) -> int:
    """Return the number of characters of some articles."""
    return sum(len(article.text) for article in articles)
