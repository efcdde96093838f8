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
from summarize.record.earlier import Earlier
from summarize.render.facts import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarize.grouping.earlier import EarlierEvent
    from summarize.grouping.grouped import Event, Grouping
    from summarize.grouping.windows import Apply
    from summarize.model import Article
    from summarize.reading.gather import Given

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
    """What a digest is made of.

    Parameters
    ----------
    told
        The events to tell, in order of weight.
    singles
        The articles that belong to none.
    left_out
        Which events are not told, and why, one note for each reason.
    nearly
        Which events were nearly joined, one note each; empty without `explain`.
    """

    told: tuple[Told, ...]
    singles: tuple[Article, ...]
    left_out: tuple[str, ...]
    nearly: tuple[str, ...] = ()

    def notes(self, n_told: int) -> tuple[str, ...]:
        """Return all notes for a digest in which so many events have a sentence."""
        silent = _note(len(self.told) - n_told, "without a sentence to tell")
        return (*self.left_out, *filter(None, [silent]), *self.nearly)


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
        The least number of independent origins that an event must have, unless it goes on.
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
        seen = Earlier.joined(each.seen for each in before)
        if before and all(article.sha256 in seen.articles for article in own):
            n_ended += len(before)
        elif before:
            cluster = Cluster(own, id=before[0].id)
            told.append(Told(cluster, seen, is_new=False, why=_why(event) if explain else ()))
        elif len(own) < 2:
            singles += own
        elif event.n_origins < min_origins:
            n_weak += 1
            singles += own
        else:
            told.append(Told(event.cluster, why=_why(event) if explain else ()))
    n_more = 0 if top is None else max(0, len(told) - top)
    left_out = (
        _note(n_ended, "of the earlier digest: nothing new"),
        _note(n_weak, f"left out: fewer than {count(min_origins, 'independent origin')}"),
        _note(n_more, f"left out: after the first {top}"),
    )
    nearly = tuple(_nearly(grouping)) if explain else ()
    return Plan(tuple(told[:top]), tuple(singles), tuple(filter(None, left_out)), nearly)


def _why(event: Event) -> tuple[str, ...]:
    """Write for each article which other one is most like it, and the words that they share."""
    lines = []
    for member in event.members:
        for one in member.nearest[:1]:
            other = event.members[one.member].article
            words = ", ".join(one.terms)
            lines.append(
                f"{_name(member.article)}: like {_name(other)} ({one.cosine:.2f}; {words})"
            )
    return tuple(lines)


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
    return f"{count(n, 'event')} {what}" if n else ""
