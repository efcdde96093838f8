"""Where values are, and how they are compared side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.result import Difference, DifferentValue, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summarize.reading.plain import Span
    from summarize.result import Number


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
