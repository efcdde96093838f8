"""Events, as data and as text."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from summarize.mcp import results
from summarize.mcp.listed import documents, skipped
from summarize.model import squeeze
from summarize.render.facts import count
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from summarize.grouping.grouped import Event, Grouping
    from summarize.mcp.articles import Given
    from summarize.model import Article

_OPENING = 120  # characters


def of_grouping(grouping: Grouping, read: Given) -> results.Groups:
    """Return events as data; documents keep the order in which the articles were given."""
    numbers: dict[Article, deque[int]] = {}
    for number, article in enumerate(read.articles, start=1):
        numbers.setdefault(article, deque()).append(number)

    def taken(event: Event) -> list[int]:
        return [numbers[member.article].popleft() for member in event.members]

    events = [(event, taken(event)) for event in grouping.events]
    singles = [(event, taken(event)) for event in grouping.singles]
    held = {event.id: own for event, own in reversed([*events, *singles])}
    return results.Groups(
        events=[_event(event, own) for event, own in events],
        singles=[number for _, own in singles for number in own],
        nearly_joined=[
            results.Nearly(
                first=held[each.first],
                second=held[each.second],
                score=round(each.score, 4),
                needed=round(each.needed, 4),
                terms=list(each.terms),
            )
            for each in grouping.nearly_joined
        ],
        documents=documents(read.articles),
        **skipped(read),
    )


def groups_text(found: results.Groups) -> str:
    """Write an event a line."""
    known = [f"{count(len(found.events), 'event')}, {count(len(found.singles), 'single article')}"]
    for event in found.events:
        own = ", ".join(map(str, event.documents))
        known.append(f"{event.title or event.opening} [{own}]")
    titles = {each.number: each.title or each.path or each.resource for each in found.documents}
    known += [f"single: {titles[number]} [{number}]" for number in found.singles]
    return "\n".join(map(clean_text, known))


def _event(event: Event, own: list[int]) -> results.Event:
    return results.Event(
        id=event.id,
        title=next((each.title for each in event.articles if each.title), None),
        opening=squeeze(event.articles[0].text[: 2 * _OPENING])[:_OPENING],
        documents=own,
        n_origins=event.n_origins,
        weight=round(event.weight, 4),
        members=[
            results.Member(
                document=own[index],
                origin=own[member.origin],
                nearest=[
                    results.Like(
                        document=own[like.member],
                        cosine=round(like.cosine, 4),
                        terms=list(like.terms),
                    )
                    for like in member.nearest
                ],
            )
            for index, member in enumerate(event.members)
        ],
    )
