"""Whether a span that a rule quotes is one that was graded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OVERLAP = 0.5  # share of two spans together from which one has the grade of the other


def is_right(span: tuple[int, int], graded: Mapping[tuple[int, int], bool]) -> bool | None:
    """Return the grade of the graded span that is mostly the same; None if there is none."""
    nearest = max(graded, key=lambda other: overlap(span, other), default=None)
    if nearest is None or overlap(span, nearest) < OVERLAP:
        return None
    return graded[nearest]


def overlap(first: Sequence[int], second: Sequence[int]) -> float:
    """Return the share of two spans together that both have.

    >>> overlap((0, 10), (5, 15))
    0.3333333333333333
    """
    common = min(first[1], second[1]) - max(first[0], second[0])
    return max(common, 0) / (max(first[1], second[1]) - min(first[0], second[0]))
