"""Put the pieces of text of a page in reading order: column by column, and line by line.

A gutter is a stripe that no line crosses, between lines that are side by side. Lines that do cross
it, such as a headline above two columns, divide the page into bands, which are read one after the
other: in each, what is left of the gutter comes before what is right of it. Each side may have a
gutter of its own.
"""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from summarize.inputs.layout.line import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_PIECES = 1500  # on a page; with more it is a plan or a map
# Rows that a gutter divides, if neither side, one, or both are prose: a table, figures beside a
# text, columns.
_FEWEST_ROWS = (math.inf, 8, 4)
_LONG = 15  # characters of a line in a column; cells of tables and labels have fewer
_GUTTER = 0.6  # the least width, in heights of a line
_MOST_CROSSING = 0.5  # lines that cross a gutter among those that it divides
_DROP_CAP = 1.8  # the least height, in heights of a line


def in_order(pieces: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a page, column by column in reading order, each from top to bottom.

    Quadratic in the number of pieces.
    """
    pieces = _with_drop_caps(pieces)
    return _bands(sorted(pieces, key=lambda piece: (piece.top, piece.left)))


def _bands(pieces: list[Line]) -> list[list[Line]]:
    gutter = _gutter(pieces)
    if gutter is None:
        return [rows] if (rows := _rows(pieces)) else []
    left, right = gutter
    found: list[list[Line]] = []
    sides: tuple[list[Line], ...] = ([], [], [])  # left of the gutter, right of it, across it
    for piece in pieces:
        side = 0 if piece.right <= left else 1 if piece.left >= right else 2
        if side == 2 and (sides[0] or sides[1]):
            found += [*_rest(sides[2]), *_bands(sides[0]), *_bands(sides[1])]
            sides = ([], [], [])
        sides[side].append(piece)
    return [*found, *_rest(sides[2]), *_bands(sides[0]), *_bands(sides[1])]


def _rest(pieces: list[Line]) -> list[list[Line]]:
    return [_rows(pieces)] if pieces else []


def _gutter(pieces: list[Line]) -> tuple[float, float] | None:
    """Return the left and right of the gutter that divides most lines; None if there is none."""
    if not 2 * min(_FEWEST_ROWS) <= len(pieces) <= _MOST_PIECES:
        return None
    places = np.array([piece[1:] for piece in pieces])
    start, top, end, bottom = places.T
    width = _GUTTER * float(np.median(bottom - top))
    rights = np.unique(np.round(start, 0)) + 0.5  # candidates: just right of where lines begin
    is_left = end[:, None] <= rights - 1 - width
    is_right = start[:, None] >= rights - 1
    shared = np.minimum(bottom[:, None], bottom) - np.maximum(top[:, None], top)
    beside = (shared > 0.3 * np.minimum(bottom - top, (bottom - top)[:, None])).astype(np.float32)
    has_left = is_right & (beside @ is_left.astype(np.float32) > 0)
    has_right = is_left & (beside @ is_right.astype(np.float32) > 0)
    n_rows = np.minimum(has_left.sum(axis=0), has_right.sum(axis=0))
    for best in np.argsort(-n_rows, kind="stable"):
        if n_rows[best] < min(_FEWEST_ROWS):
            return None
        paired = has_left[:, best] | has_right[:, best]
        is_across = ~(is_left[:, best] | is_right[:, best])
        within = (top >= top[paired].min()) & (bottom <= bottom[paired].max())
        is_clear = (is_across & within).sum() <= _MOST_CROSSING * n_rows[best]
        n_prose = sum(_is_prose(pieces, side[:, best]) for side in (has_left, has_right))
        if is_clear and n_rows[best] >= _FEWEST_ROWS[n_prose]:
            return float(rights[best]) - 1 - width, float(rights[best]) - 1
    return None


def _is_prose(pieces: list[Line], chosen: np.ndarray) -> bool:
    """Return whether most of the text of the chosen pieces is in lines as long as in prose."""
    lengths = [len(piece.text) for piece, is_in in zip(pieces, chosen, strict=True) if is_in]
    long = [length for length in lengths if length >= _LONG]
    return len(long) >= min(_FEWEST_ROWS) and 2 * sum(long) >= sum(lengths)


def _rows(pieces: list[Line]) -> list[Line]:
    """Join the pieces that are side by side, from top to bottom."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.left)):
        last = rows[-1][0] if rows else None
        if (
            last
            and (last.top < piece.middle < last.bottom)
            and (piece.top < last.middle < piece.bottom)
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(row) for row in rows]


def _joined(row: list[Line]) -> Line:
    """Join the pieces of a row; the longest gives the height."""
    row.sort(key=lambda piece: piece.left)
    main = max(row, key=lambda piece: len(piece.text))
    text = " ".join(piece.text for piece in row)
    return Line(text, row[0].left, main.top, max(piece.right for piece in row), main.bottom)


def _with_drop_caps(pieces: Sequence[Line]) -> list[Line]:
    """Put each large first letter before the line whose top is beside it."""
    if not pieces:
        return []
    usual = median(piece.size for piece in pieces)
    caps = [piece for piece in pieces if len(piece.text) == 1 and piece.size >= _DROP_CAP * usual]
    rest = [piece for piece in pieces if piece not in caps]
    for cap in caps:
        beside = [
            n
            for n, piece in enumerate(rest)
            if cap.left < piece.left <= cap.right + cap.size
            and piece.size < cap.size / 1.5
            and cap.top - piece.size <= piece.middle < cap.bottom
        ]
        if cap.text.isalpha() and beside:
            first = min(beside, key=lambda n: rest[n].top)
            rest[first] = rest[first]._replace(text=cap.text + rest[first].text, left=cap.left)
        else:
            rest.append(cap)
    return rest
