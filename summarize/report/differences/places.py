"""Where values stand, and how they are set side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.model import Difference, DifferentValue, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarize.model import Sentence


def place_of(sentence: Sentence, span: tuple[int, int], texts: Sequence[str]) -> Place:
    """Give a span of the sentence's text as one of its article's."""
    raw = texts[sentence.document][sentence.start : sentence.end]
    kept = [i for i, sign in enumerate(raw) if not sign.isspace() or not raw[i - 1].isspace()]
    start, end = kept[span[0]], kept[span[1] - 1] + 1
    return Place(sentence.document, sentence.start + start, sentence.start + end)


def difference(kind: str, told: Mapping[str, Iterable[Place]]) -> Difference:
    """Set values side by side, those that more documents carry first."""
    values = [DifferentValue(value, tuple(sorted(set(places)))) for value, places in told.items()]
    values.sort(key=lambda value: (-len(value.places), value.places))
    return Difference(kind, tuple(values))
