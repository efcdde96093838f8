"""Where values are, and how they are compared side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarize.model import NOT_SHOWN
from summarize.result import Difference, DifferentValue, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarize.model import Sentence
    from summarize.result import Number


class Span(NamedTuple):
    """A span of the document of this index."""

    document: int
    start: int
    end: int


def spans_of(
    sentence: Sentence, spans: Iterable[tuple[int, int]], texts: Sequence[str]
) -> list[Span]:
    """Convert spans of the sentence's text to spans of its document."""
    raw = texts[sentence.document][sentence.start : sentence.end]
    dropped = {i for match in NOT_SHOWN.finditer(raw) for i in range(*match.span())}
    kept = [i for i in range(sentence.start, sentence.end) if i - sentence.start not in dropped]
    return [Span(sentence.document, kept[start], kept[end - 1] + 1) for start, end in spans]


def difference(
    kind: str, values: Mapping[str, Iterable[Span]], numbers: Mapping[int, Number]
) -> Difference:
    """List values side by side, those that more documents give first."""
    listed = [(value, sorted(set(spans))) for value, spans in values.items()]
    listed.sort(key=lambda item: (-len(item[1]), item[1]))
    return Difference(
        kind,
        tuple(
            DifferentValue(
                value,
                tuple(sorted(Place(numbers[span.document], *span[1:]) for span in spans)),
            )
            for value, spans in listed
        ),
    )
