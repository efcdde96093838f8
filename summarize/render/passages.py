"""The articles beside a summary: their paragraphs, cut at what is cited, differs or is left out."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from summarize.model import Kind
from summarize.render import facts, reasons
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from summarize.model import Document
    from summarize.result import SummaryDocument
    from summarize.summary import Summary

    Span = tuple[int, int]

OUT = (Kind.BOILERPLATE, Kind.REPEAT, Kind.BYLINE)


def anchor(number: int, start: int, prefix: str = "") -> str:
    """Return the id of the place where a span of an article begins, on a page of one event or more.

    >>> anchor(2, 118), anchor(2, 118, "e7-")
    ('a2-118', 'e7-a2-118')
    """
    return f"{prefix}a{number}-{start}"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows in each article, by its number, gathered once for all.

    `cited` are the spans of sentences, citations and headline, `differing` those of values that
    differ, `left_out` the texts that are not in the summary, each with its reason.
    `prefix` begins all ids.
    """

    cited: Mapping[int, set[Span]]
    differing: Mapping[int, set[Span]]
    left_out: Mapping[int, list[tuple[str, str]]]
    prefix: str = ""


def shown_in(summary: Summary, prefix: str = "") -> Shown:
    """Gather what a summary cites, what differs, and what is left out, by article."""
    cited: defaultdict[int, set[Span]] = defaultdict(set)
    differing: defaultdict[int, set[Span]] = defaultdict(set)
    left_out: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for sentence in summary.sentences:
        cited[sentence.document].add((sentence.start, sentence.end))
        for citation in sentence.citations:
            cited[citation.document].add((citation.start, citation.end))
    headline = summary.headline
    if headline and headline.start is not None:
        cited[headline.document].add((headline.start, headline.end or headline.start))
    for difference in summary.differences:
        for value in difference.values:
            for spot in value.places:
                differing[spot.document].add((spot.start, spot.end))
    for number, text, reason in reasons.left_out(summary):
        left_out[number].append((text, reason))
    return Shown(cited, differing, left_out, prefix)


def article(document: SummaryDocument, source: Document | None, shown: Shown) -> dict[str, Any]:
    """Describe an article for the template of the page."""
    details = [document.source, facts.date(document)]
    if document.origin != document.number:
        details.append(f"copies much of article {document.origin}")
    return {
        "number": document.number,
        "language": document.language,
        "title": facts.name(document),
        "url": document.url if facts.is_web(document.url) else None,
        "details": " · ".join(part for part in details if part),
        "blocks": list(_blocks(document.number, source, shown)) if source else [],
        "left_out": shown.left_out[document.number],
    }


def _blocks(number: int, source: Document, shown: Shown) -> Iterator[dict[str, Any]]:
    """Yield the paragraphs of an article, cut into what the summary cites and what it does not."""
    spans, differing = shown.cited[number], shown.differing[number]
    outer = sorted(spans)
    inner = sorted(one for one in differing if _is_inside(one, outer))
    outer = sorted(spans | differing.difference(inner))
    text, name = source.article.text, partial(anchor, number, prefix=shown.prefix)
    for block in source.blocks:
        own = _between(outer, block.start, block.end)
        yield {
            "rule": block.rule or block.kind.value if block.kind in OUT else None,
            "pieces": [
                {
                    "anchor": place,
                    "text": piece,
                    "parts": [
                        {"anchor": inside, "text": part}
                        for inside, part, _ in _cut(text, *span, _between(inner, *span), name)
                    ],
                }
                for place, piece, span in _cut(text, block.start, block.end, own, name)
            ],
        }


def _between(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Return those of sorted spans that begin in a stretch."""
    return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]


def _is_inside(span: Span, spans: Sequence[Span]) -> bool:
    """Return whether one of sorted spans that do not overlap contains a span."""
    before = bisect_right(spans, (span[0], sys.maxsize)) - 1
    return before >= 0 and span[1] <= spans[before][1]


def _cut(
    text: str, start: int, end: int, spans: Iterable[Span], name: Callable[[int], str]
) -> Iterator[tuple[str | None, str, Span]]:
    """Cut a stretch of text at sorted spans: yield each piece's anchor, text and span."""
    at = start
    for first, last in spans:
        if first < at or last > end:  # outside, or it overlaps the previous span
            continue
        if first > at:
            yield None, clean_text(text[at:first]), (at, first)
        yield name(first), clean_text(text[first:last]), (first, last)
        at = last
    if at < end:
        yield None, clean_text(text[at:end]), (at, end)
