"""The nouns of grouping: events, what belongs to none, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.model import Cluster

if TYPE_CHECKING:
    from summarize.model import Article

ID_LENGTH = 12  # hexadecimal digits of the hash that names an event


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another article of the event, by its index in it, and what the two have in common.

    `cosine` is that of their words; `terms` are the shared words that add most to it.
    """

    member: int
    cosine: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An article of an event.

    Attributes
    ----------
    article
        As it was given.
    origin
        The index in the event of the article that it copies; its own if it copies none.
    nearest
        The articles of the event that are most like it, the nearest first; those of its origin if
        it is a copy. Empty if the event has no other origin.
    """

    article: Article
    origin: int
    nearest: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Articles about one event, in canonical order.

    `id` follows from the first of them.
    """

    id: str
    members: tuple[Member, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """Its articles, copies too."""
        return tuple(member.article for member in self.members)

    @property
    def n_origins(self) -> int:
        """How many of the articles are independent of one another."""
        return len({member.origin for member in self.members})

    @property
    def weight(self) -> float:
        """How much news it is: the number of origins, each by how well another one bears it out.

        The sum, over the origins, of the squared cosine to the nearest one. Articles that only
        share a topic weigh little, however many they are.
        """
        likest = (
            member.nearest[0].cosine
            for index, member in enumerate(self.members)
            if member.origin == index and member.nearest
        )
        return round(sum(cosine**2 for cosine in likest), 6)

    @property
    def cluster(self) -> Cluster:
        """What `summarize` takes."""
        return Cluster(self.articles, id=self.id)


@dataclass(frozen=True, slots=True)
class NearlyJoined:
    """Two events, or an event and a single article, that were nearly one.

    Attributes
    ----------
    first, second
        Their ids.
    score
        How alike they are; `needed` is what would have joined them.
    terms
        The shared words that add most to it.
    """

    first: str
    second: str
    score: float
    needed: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The events of a mix of articles.

    Attributes
    ----------
    events
        Each of two or more articles, in order of weight; then most independent origins first, then
        most articles, then the latest.
    singles
        What belongs to no event, each by itself, in canonical order.
    nearly_joined
        Pairs of events or singles that were nearly joined, the nearest first.
    """

    events: tuple[Event, ...]
    singles: tuple[Event, ...]
    nearly_joined: tuple[NearlyJoined, ...]

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The events as `summarize_many` takes them."""
        return tuple(event.cluster for event in self.events)
