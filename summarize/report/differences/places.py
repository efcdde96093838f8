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


def span_of(sentence: Sentence, span: tuple[int, int], texts: Sequence[str]) -> Span:
    """Convert a span of the sentence's text to one of its document."""
    raw = texts[sentence.document][sentence.start : sentence.end]
    dropped = {i for match in NOT_SHOWN.finditer(raw) for i in range(*match.span())}
    kept = [i for i in range(len(raw)) if i not in dropped]
    start, end = kept[span[0]], kept[span[1] - 1] + 1
    return Span(sentence.document, sentence.start + start, sentence.start + end)


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
