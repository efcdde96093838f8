"""What the formats of a digest have in common: counts, dates and the names of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.render import facts

if TYPE_CHECKING:
    from summarize.digest import Digest, DigestEvent

MOST_NAMES = 6  # sources of an event that are named
_NO_EVENT = "No event: no two of these articles report the same."


def title(event: DigestEvent) -> str:
    """Return the headline of an event, or the title of its first article."""
    summary = event.summary
    if summary.headline:
        return summary.headline.text
    return facts.name(summary.documents[0]) if summary.documents else facts.UNTITLED


def about(digest: Digest) -> list[str]:
    """Write how many events and articles there are, and the days that they are from."""
    n_articles = sum(len(event.summary.documents) for event in digest.events)
    parts = [
        facts.count(len(digest.events), "event"),
        facts.count(n_articles + len(digest.singles), "article"),
    ]
    days = sorted(filter(None, map(day, digest.events)))
    if days:
        parts.append(days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}")
    return parts


def day(event: DigestEvent) -> str | None:
    """Return the latest day on which an article of an event was published, if one is dated."""
    return max(filter(None, map(facts.date, event.summary.documents)), default=None)


def counts(event: DigestEvent) -> str:
    """Write how many articles and independent origins an event has."""
    summary = event.summary
    n_articles = facts.count(len(summary.documents), "article")
    return f"{n_articles}, {facts.n_origins(summary):,} independent"


def sources(event: DigestEvent) -> str:
    """Name the publishers of an event's articles, each once, in the order of the articles."""
    names = [document.source for document in event.summary.documents if document.source]
    names = list(dict.fromkeys(names))
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")


def no_event(digest: Digest) -> str:
    """Say why a digest is empty, if its notes do not."""
    return "No event." if digest.notes else _NO_EVENT


def continued(event: DigestEvent) -> str:
    """Return a mark for an event that an earlier digest has; empty for a new one."""
    return "" if event.is_new else "continued"


def rest(digest: Digest) -> str:
    """Write how many articles belong to no event; empty if none does."""
    n = len(digest.singles)
    return f"{facts.count(n, 'article')} in no event" if n else ""
