"""From numbers to events: the articles of each, their order, and why they are together."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarize.grouping.explain import nearest, nearly
from summarize.grouping.grouped import (
    ID_LENGTH,
    Event,
    Grouping,
    Likeness,
    Member,
    NearlyJoined,
)
from summarize.reading.days import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.grouping.explain import Likest, Space
    from summarize.model import Article


def assemble(
    articles: Sequence[Article], copies: Sequence[tuple[Article, int]], space: Space, cut: float
) -> Grouping:
    """Put the articles of each event together.

    Parameters
    ----------
    articles
        In canonical order.
    copies
        Exact copies, each with the index of its original.
    space
        How the articles were grouped.
    cut
        How alike two events must be to be joined.
    """
    ids = [article.sha256[:ID_LENGTH] for article in articles]
    likest = nearest(space)
    first, origin, is_empty = (
        values.tolist() for values in (space.first, space.origin, space.is_empty)
    )
    held: dict[int, list[tuple[Article, int]]] = {}
    for index, article in enumerate(articles):
        held.setdefault(first[index], []).append((article, index))
    alone = []
    for article, index in copies:
        if is_empty[index]:  # a page without news is no copy of news
            alone.append(_event(ids[index], [(article, index)], origin, likest))
        else:
            held[first[index]].append((article, index))
    found = [_event(ids[key], own, origin, likest) for key, own in held.items()]
    near = (
        NearlyJoined(ids[one], ids[other], score, cut, terms)
        for one, other, score, terms in nearly(space, cut)
    )
    return Grouping(
        tuple(event for event in found if len(event.members) > 1),
        (*(event for event in found if len(event.members) == 1), *alone),
        tuple(near),
    )


def joined(parts: Iterable[Grouping]) -> Grouping:
    """Join the events of all languages, in order of weight."""
    known = list(parts)
    events = [event for part in known for event in part.events]
    near = [pair for part in known for pair in part.nearly_joined]
    return Grouping(
        tuple(sorted(events, key=by_weight)),
        tuple(event for part in known for event in part.singles),
        tuple(sorted(near, key=lambda pair: -pair.score)),
    )


def by_weight(event: Event) -> tuple[float, int, int, float, str]:
    """Return what the events are sorted by; where all else is the same, the text decides."""
    days = [day(article.published) for article in event.articles]
    latest = max((one for one in days if not math.isnan(one)), default=0.0)
    return -event.weight, -event.n_origins, -len(event.members), -latest, event.articles[0].text


def _event(
    name: str,
    held: Sequence[tuple[Article, int]],
    origin: Sequence[int],
    likest: dict[int, list[Likest]],
) -> Event:
    """Number the articles of an event; of several copies, the first is the original."""
    member: dict[int, int] = {}
    for at, (_, index) in enumerate(held):
        member.setdefault(index, at)
    members = []
    for article, index in held:
        own = origin[index]
        found = tuple(
            Likeness(member[other], cosine, terms) for other, cosine, terms in likest.get(own, ())
        )
        members.append(Member(article, member[own], found))
    return Event(name, tuple(members))
