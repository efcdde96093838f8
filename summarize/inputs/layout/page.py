"""The pieces of text of a page of a PDF, by pypdfium2, which is not safe in threads."""

from __future__ import annotations

import math
import sys
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from summarize.inputs.layout.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pypdfium2 import PdfPage, PdfTextPage

_GAP = 0.8  # heights of a line; words that are further apart are not one piece
_MARKS = "\x02\ufffe"  # what PDFium puts for a hyphen at the end of a line
_MOST_CHARACTERS = 200_000  # of a page; a page of a newspaper has at most about 60,000
_FARTHEST = 100_000.0  # points from the corner of a page; PDF allows 14,400
_TILT = 0.05  # quarters of a turn; more is a stamp


class Page(NamedTuple):
    """The text of a page: its pieces in the order of the file, and its height in points."""

    pieces: list[Line]
    height: float


def read_page(page: PdfPage) -> Page:
    """Return the pieces of text of a page, as it is seen if its text is to be upright.

    Words that are set in another direction than most are left out: stamps, and labels of axes.
    """
    text = page.get_textpage()
    try:
        words = list(_words(text))
    finally:
        text.close()
    lengths: Counter[int] = Counter()
    for turn, word in words:
        lengths[turn] += len(word.text)
    turned = max(lengths, key=lambda turn: (lengths[turn], -turn), default=0)
    left, low, right, high = page.get_bbox()
    width, height = right - left, high - low
    moved = (
        Line(word.text, word.left - left, word.top - low, word.right - left, word.bottom - low)
        for turn, word in words
        if turn == turned
    )
    upright = (_turned(word, turned, width, height) for word in moved)
    return Page(_pieces(upright), width if turned in {90, 270} else height)


def _turned(word: Line, turned: int, width: float, height: float) -> Line:
    """Return a word on a page that is turned, with its box from the left and the top."""
    text, left, low, right, high = word
    match turned:
        case 90:
            return Line(text, low, left, high, right)
        case 180:
            return Line(text, width - right, low, width - left, high)
        case 270:
            return Line(text, height - high, width - right, height - low, width - left)
        case _:
            return Line(text, left, height - high, right, height - low)


def _pieces(words: Iterable[Line]) -> list[Line]:
    """Join words that follow one another on a line; the longest gives the height."""
    pieces: list[Line] = []
    longest = 0
    for word in words:
        last = pieces[-1] if pieces else None
        if last is None or not _follows(word, last):
            pieces.append(word)
            longest = len(word.text)
            continue
        main = word if len(word.text) > longest else last
        longest = max(longest, len(word.text))
        right = max(last.right, word.right)
        pieces[-1] = Line(f"{last.text} {word.text}", last.left, main.top, right, main.bottom)
    return pieces


def _follows(word: Line, last: Line) -> bool:
    """Return whether a word is right of a piece, on the same line and close to it."""
    size = max(word.size, last.size)
    is_level = last.top < word.middle < last.bottom or word.top < last.middle < word.bottom
    return is_level and -0.2 * size <= word.left - last.right <= _GAP * size


def _words(text: PdfTextPage) -> Iterator[tuple[int, Line]]:
    """Yield the words of a page in the order of the file, with boxes from its left and bottom.

    Before each is by how many degrees the page is to be turned clockwise for it to be upright.
    """
    from pypdfium2 import raw

    signs: list[str] = []
    first = last = 0
    n_signs = min(text.count_chars(), _MOST_CHARACTERS)
    for index in range(n_signs + 1):
        sign = _sign(raw.FPDFText_GetUnicode(text, index)) if index < n_signs else " "
        is_mark = sign in _MARKS and bool(signs)
        if is_mark or not (sign.isspace() or sign < " " or sign in _MARKS):
            first = first if signs else index
            last = index
            signs.append("-" if is_mark else sign)
        if signs and (is_mark or last != index):
            written = "".join(signs).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            yield from _word(text, written, first, last)
            signs = []


def _word(text: PdfTextPage, written: str, first: int, last: int) -> Iterator[tuple[int, Line]]:
    """Yield a word if it is somewhere, and not tilted."""
    from pypdfium2 import raw

    start, end = raw.FS_RECTF(), raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, first, start):
        return
    if not raw.FPDFText_GetLooseCharBox(text, last, end):
        end = start
    quarters = raw.FPDFText_GetCharAngle(text, first) / (math.pi / 2)
    if abs(quarters - round(quarters)) > _TILT:
        return
    is_upright = round(quarters) % 2 == 0  # the height is that of the first sign; a note may follow
    across = (start.left, start.right, *((end.left, end.right) if is_upright else ()))
    along = (start.top, start.bottom, *(() if is_upright else (end.top, end.bottom)))
    box = (min(across), min(along), max(across), max(along))
    if all(abs(side) < _FARTHEST for side in box):  # which NaN is not
        yield -90 * round(quarters) % 360, Line(written, *box)


def _sign(code: int) -> str:
    return chr(code) if code <= sys.maxunicode else "\ufffd"
