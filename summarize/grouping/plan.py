"""Which events of a mix of articles are told, and which are continued from an earlier digest.

An earlier event takes part in the grouping as one article: what the digest said of it. The event
that this article falls into goes on under the earlier id, by the same rule that joins articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from summarize.grouping.windows import group_all
from summarize.model import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarize.grouping.earlier import EarlierEvent
    from summarize.grouping.grouped import Event, Grouping
    from summarize.grouping.windows import Apply
    from summarize.model import Article
    from summarize.reading.gather import Given
    from summarize.record.earlier import Earlier

MOST_NEARLY_JOINED = 10  # pairs that are named
LONGEST_NAME = 70  # characters of an article's name


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
    why
        Why each of its articles is in it, one line each; empty without `explain`.
    """

    cluster: Cluster
    seen: Earlier | None = None
    is_new: bool = True
    why: tuple[str, ...] = ()


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
    explain: bool = False,
    apply: Apply = map,
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
    explain
        Say why articles are in an event, and what was nearly joined.
    apply
        As for `group_all`.
    """
    told_before = {_key(index): each for index, each in enumerate(earlier)}
    retold = [each.as_article(_key(index)) for index, each in enumerate(earlier)]
    grouping = group_all([*articles, *retold], apply)
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
            told.append(_told(event, own, before, explain=explain))
    n_more = 0 if top is None else max(0, len(told) - top)
    notes = (
        _note(n_ended, "of the earlier digest: nothing new"),
        _note(n_weak, f"left out: fewer than {min_origins} independent origins"),
        _note(n_more, f"left out: only the first {top} are told"),
    )
    nearly = _nearly(grouping) if explain else ()
    return Plan(tuple(told[:top]), tuple(singles), (*filter(None, notes), *nearly))


def _told(
    event: Event, own: tuple[Article, ...], before: Sequence[EarlierEvent], *, explain: bool
) -> Told:
    """Return an event under the id that it has, or had, without what retells the earlier one."""
    why = tuple(_why(event)) if explain else ()
    if not before:
        return Told(event.cluster, why=why)
    return Told(Cluster(own, id=before[0].id), before[0].seen, is_new=False, why=why)


def _why(event: Event) -> Iterator[str]:
    """Write for each article which other one is most like it, and the words that they share."""
    for member in event.members:
        for one in member.nearest[:1]:
            other = event.members[one.member].article
            words = ", ".join(one.terms)
            yield f"{_name(member.article)}: like {_name(other)} ({one.cosine:.2f}; {words})"


def _nearly(grouping: Grouping) -> Iterator[str]:
    """Write which events were nearly joined."""
    first = {each.id: each.articles[0] for each in (*grouping.events, *grouping.singles)}
    for pair in grouping.nearly_joined[:MOST_NEARLY_JOINED]:
        one, other = _name(first[pair.first]), _name(first[pair.second])
        words = ", ".join(pair.terms)
        score = f"{pair.score:.2f} of {pair.needed:.2f}"
        yield f"nearly one event: {one} and {other} ({score}; {words})"


def _name(article: Article) -> str:
    if article.path is not None and article.path.startswith("\0"):
        return f"the earlier digest's {article.title or 'event'}"
    name = article.title or article.url or article.path or article.id or article.text
    return shorten(name, LONGEST_NAME, placeholder=" …")


def _key(index: int) -> str:
    """Return what marks the article that is made of an earlier event: no path has a NUL."""
    return f"\0{index}"


def _note(n: int, what: str) -> str:
    return f"{n:,} {'event' if n == 1 else 'events'} {what}" if n else ""
