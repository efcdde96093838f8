"""Which events of a mix of articles are told, and which are continued from an earlier digest.

An earlier event takes part in the grouping as one article: what the digest said of it. The event
that this article falls into goes on under the earlier id, by the same rule that joins articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.grouping.group import group
from summarize.model import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.grouping.earlier import EarlierEvent
    from summarize.grouping.grouped import Event
    from summarize.model import Article
    from summarize.reading.gather import Given
    from summarize.record.earlier import Earlier


@dataclass(frozen=True, slots=True)
class Told:
    """An event to summarise.

    Parameters
    ----------
    cluster
        Its articles, under its id.
    seen
        What the reader has read of it.
    is_new
        Whether no earlier digest has it.
    """

    cluster: Cluster
    seen: Earlier | None = None
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """The events to tell, in order of weight; the articles that belong to none; and notes."""

    told: tuple[Told, ...]
    singles: tuple[Article, ...]
    notes: tuple[str, ...]


def plan(
    articles: Iterable[Given],
    *,
    earlier: Sequence[EarlierEvent] = (),
    min_origins: int = 1,
    top: int | None = None,
) -> Plan:
    """Decide which events of a mix of articles are told.

    Parameters
    ----------
    articles
        As for `group`.
    earlier
        The events of an earlier digest.
    min_origins
        The least number of independent origins that an event must have.
    top
        The most events that are told, the weightiest.
    """
    told_before = {_key(index): each for index, each in enumerate(earlier)}
    stands_in = [each.as_article(_key(index)) for index, each in enumerate(earlier)]
    grouping = group([*articles, *stands_in])
    told: list[Told] = []
    singles: list[Article] = []
    n_weak = n_ended = 0
    for event in (*grouping.events, *grouping.singles):
        before = [told_before[a.path] for a in event.articles if a.path in told_before]
        own = tuple(a for a in event.articles if a.path not in told_before)
        is_over = before and all(a.sha256 in before[0].seen.articles for a in own)
        if is_over:
            n_ended += 1
        elif len(own) < 2 and not before:
            singles += own
        elif event.n_origins - len(before) < min_origins and not before:
            n_weak += 1
            singles += own
        else:
            told.append(_told(event, own, before))
    n_more = 0 if top is None else max(0, len(told) - top)
    notes = (
        _note(n_ended, "of the earlier digest: nothing new"),
        _note(n_weak, f"left out: fewer than {min_origins} independent origins"),
        _note(n_more, f"left out: only the first {top} are told"),
    )
    return Plan(tuple(told[:top]), tuple(singles), tuple(filter(None, notes)))


def _told(event: Event, own: tuple[Article, ...], before: Sequence[EarlierEvent]) -> Told:
    """Return an event under the id that it has, or had, without what stands in for the earlier."""
    if not before:
        return Told(event.cluster)
    return Told(Cluster(own, id=before[0].id), before[0].seen, is_new=False)


def _key(index: int) -> str:
    """Return what marks the article that is made of an earlier event: no path has a NUL."""
    return f"\0{index}"


def _note(n: int, what: str) -> str:
    return f"{n:,} {'event' if n == 1 else 'events'} {what}" if n else ""
