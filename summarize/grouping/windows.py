"""Very many articles: grouped by windows of days, which need nothing of one another.

Windows overlap, so an event that goes on over the border of two has articles in both, and these
say that it is one event. What is further apart than a window is not compared.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarize.grouping.assemble import by_weight
from summarize.grouping.group import group
from summarize.grouping.grouped import (
    ID_LENGTH,
    Event,
    Grouping,
    Likeness,
    Member,
    NearlyJoined,
)
from summarize.reading.days import day
from summarize.reading.gather import as_cluster, canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarize.model import Article
    from summarize.reading.gather import Given

    Key = tuple[Article, int]  # an article, and which of several equal ones it is
    Work = Callable[[list[Article]], Grouping]
    Apply = Callable[[Work, Iterable[list[Article]]], Iterable[Grouping]]

MOST = 50_000  # articles that are grouped at once
DAYS, OVERLAP = 7, 3  # of a window, and of two windows that follow one another


def group_all(articles: Iterable[Given], apply: Apply = map) -> Grouping:
    """Find the events in a mix of any size: as `group` does, or by windows if there are many.

    Parameters
    ----------
    articles
        As for `group`.
    apply
        Applies a function to each window, in order, such as `map` or that of an executor. It does
        not change the result.
    """
    given = as_cluster(articles).articles
    if len(given) <= MOST:
        return group(given)
    days = [day(article.published) for article in given]
    parts = ([given[index] for index in window] for window in windows(days))
    return merged(list(apply(group, parts)))


def windows(days: Sequence[float]) -> list[list[int]]:
    """Return the indices of the articles in each window; those without a date are one window.

    >>> windows([1.0, 2.0, 5.0, 9.0, math.nan])
    [[0, 1, 2], [2, 3], [4]]
    """
    dated = sorted((known, index) for index, known in enumerate(days) if not math.isnan(known))
    found: list[list[int]] = []
    start = dated[0][0] if dated else 0.0
    while dated and (not found or start + OVERLAP <= dated[-1][0]):
        first, last = (bisect_left(dated, (limit,)) for limit in (start, start + DAYS))
        if first < last:
            found.append(sorted(index for _, index in dated[first:last]))
        start += DAYS - OVERLAP
    undated = [index for index, known in enumerate(days) if math.isnan(known)]
    return found + [undated] * bool(undated)


class _Known(NamedTuple):
    """What one window says of an article: its own member, and the keys of its event's members."""

    member: Member
    keys: Sequence[Key]


def merged(parts: Sequence[Grouping]) -> Grouping:
    """Join the events of windows that share an article."""
    held: defaultdict[Key, list[_Known]] = defaultdict(list)
    parent: dict[Key, Key] = {}
    for part in parts:
        seen: Counter[Article] = Counter()
        for event in (*part.events, *part.singles):
            keys = _keys(event.articles, seen)
            for key, member in zip(keys, event.members, strict=True):
                held[key].append(_Known(member, keys))
                one, other = _root(parent, keys[0]), _root(parent, key)
                parent[other] = one
    groups: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in held:
        groups[_root(parent, key)].append(key)
    events = [_event(keys, held) for keys in groups.values()]
    name = {
        key: event.id for keys, event in zip(groups.values(), events, strict=True) for key in keys
    }
    return Grouping(
        tuple(sorted((event for event in events if len(event.members) > 1), key=by_weight)),
        tuple(event for event in events if len(event.members) == 1),
        tuple(_nearly_joined(parts, name)),
    )


def _root(parent: dict[Key, Key], key: Key) -> Key:
    """Return the key that represents the event of a key, and shorten the way to it."""
    parent.setdefault(key, key)
    while parent[key] != key:
        parent[key] = key = parent[parent[key]]
    return key


def _nearly_joined(parts: Sequence[Grouping], name: dict[Key, str]) -> Iterator[NearlyJoined]:
    """Yield the pairs that were nearly joined in a window and are still two, each once."""
    found: dict[frozenset[str], NearlyJoined] = {}
    for part in parts:
        name_of = {each.id: name[each.articles[0], 0] for each in (*part.events, *part.singles)}
        for pair in part.nearly_joined:
            first, second = name_of[pair.first], name_of[pair.second]
            if first != second:
                found.setdefault(
                    frozenset((first, second)), replace(pair, first=first, second=second)
                )
    yield from sorted(found.values(), key=lambda pair: -pair.score)


def _keys(articles: Sequence[Article], seen: Counter[Article]) -> list[Key]:
    """Tell equal articles apart by their number, and count them in `seen`."""
    keys = []
    for article in articles:
        keys.append((article, seen[article]))
        seen[article] += 1
    return keys


def _event(keys: Sequence[Key], held: dict[Key, list[_Known]]) -> Event:
    """Put the articles of an event together, with the nearest that any window knows."""
    originals, copies = canonical(article for article, _ in keys)
    ordered = _keys([*originals, *(copy for copy, _ in copies)], Counter())
    place = {key: index for index, key in enumerate(ordered)}
    members = []
    for key in ordered:
        member, others = max(held[key], key=_cosine)
        nearest = tuple(
            Likeness(place[others[one.member]], one.cosine, one.terms) for one in member.nearest
        )
        members.append(Member(member.article, place[others[member.origin]], nearest))
    return Event(ordered[0][0].sha256[:ID_LENGTH], tuple(members))


def _cosine(known: _Known) -> float:
    return known.member.nearest[0].cosine if known.member.nearest else 0.0
