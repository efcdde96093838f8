"""A piece of text at a place on a page."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line of text on a page, or a piece of one.

    `left`, `top`, `right` and `bottom` are the sides of its box, in points from the left and the
    top of the page as it is seen. Its height is that of the font, not of its letters.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """The height, in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


def is_alike(one: Line, other: Line) -> bool:
    """Return whether two lines may be in fonts of the same size."""
    return max(one.size, other.size) <= 1.15 * min(one.size, other.size)
