"""Remove running heads, running feet and page numbers from the pages of a document.

So too what browsers print above and below a page, which names its address.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.inputs.layout.line import Line

_ZONE = 0.15  # of the height of a page, at its top and at its bottom
_SHARE = 0.3  # of the pages; left and right pages often have heads of their own
_MANY = 5  # pages; chapters have heads of their own
_EDGE = 0.06  # of the height of a page; the margins of browsers
_ADDRESS = re.compile(r"https?://\S{4,}", re.IGNORECASE)
_STEP = 4.0  # points; what is repeated may move by as much
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[\W_]*(?:\d{1,4}|[ivxl]{1,6})(?:\s?/\s?\d{1,4})?[\W_]*", re.IGNORECASE)


def without_heads(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Leave out what is at the same place at the top or bottom of several pages.

    Parameters
    ----------
    pages
        The pieces of text of each page.
    heights
        Those of the pages, in points.

    Returns
    -------
    list of list of Line
        The pieces of each page without those that are repeated, but for their digits, on at least
        two pages and 30 % of all, or five; and without the numbers of pages and of lines.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for page, height in zip(pages, heights, strict=True):
        seen.update({key for piece in page for key in _keys(piece, height)})
    fewest = max(2, min(_SHARE * len(pages), _MANY))
    return [
        [
            piece
            for piece in page
            if not any(seen[key] >= fewest for key in _keys(piece, height))
            and not _is_page_number(piece, page, height)
        ]
        for page, height in zip(pages, heights, strict=True)
    ]


def _keys(piece: Line, height: float) -> tuple[tuple[str, int], ...]:
    """Return what a repeated piece has in common: its text and, on two overlapping grids, place."""
    if _is_in_zone(piece, height):
        text = _DIGITS.sub("#", piece.text)
    elif piece.text.isdigit():  # the number of a line
        text = piece.text
    else:
        return ()
    first, second = piece.top // _STEP, (piece.top + _STEP / 2) // _STEP
    return (text, 2 * int(first)), (text, 2 * int(second) + 1)


def _is_in_zone(piece: Line, height: float) -> bool:
    return piece.middle < _ZONE * height or piece.middle > (1 - _ZONE) * height


def _is_page_number(piece: Line, page: Sequence[Line], height: float) -> bool:
    """Return whether a piece is a number above or below all others."""
    if not (_is_in_zone(piece, height) and _NUMBER.fullmatch(piece.text)):
        return False
    others = [other for other in page if other is not piece]
    is_first = all(other.top >= piece.bottom for other in others)
    return is_first or all(other.bottom <= piece.top for other in others)


def printed_from(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> str | None:
    """Return the address that a browser printed above or below the first page; None without one.

    It ends with a sign of omission if it was too long for the browser.
    """
    for page, height in zip(pages[:1], heights, strict=False):
        for piece in page:
            if _ADDRESS.fullmatch(piece.text) and _is_at_edge(piece, page, height):
                return piece.text
    return None


def without_edges(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Leave out what a browser printed above and below each page: title, address, time, number."""
    return [
        [piece for piece in page if not _is_at_edge(piece, page, height)]
        for page, height in zip(pages, heights, strict=True)
    ]


def _is_at_edge(piece: Line, page: Sequence[Line], height: float) -> bool:
    """Return whether a piece is in the first or the last row, close to the edge of the page."""
    if _EDGE * height < piece.middle < (1 - _EDGE) * height:
        return False
    beyond = [other for other in page if not piece.top < other.middle < piece.bottom]
    is_first = all(other.middle > piece.middle for other in beyond)
    return is_first or all(other.middle < piece.middle for other in beyond)
