"""Sentences of scripts that set no sign at their end, as Thai and Lao: a space is all there is.

A space may also be inside a sentence. So a piece ends at the first space after `FEWEST_WORDS` that
is not beside a figure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.words import NARROW_A_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST_WORDS = 12
_SPACE = re.compile(r"\s(?<!\d\s)\s*+(?!\d)")


def between_spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of a stretch without white space at its ends; the last may be shorter.

    >>> text = "ก" * 60 + " " + "ข" * 20 + " " + "ค" * 40
    >>> list(between_spaces(text, 0, len(text)))
    [(0, 60), (61, 122)]
    >>> text = "ก" * 60 + " 35 " + "ข" * 60
    >>> list(between_spaces(text, 0, len(text)))
    [(0, 124)]
    """
    for space in _SPACE.finditer(text, start, end):
        if space.start() - start >= FEWEST_WORDS * NARROW_A_WORD:
            yield start, space.start()
            start = space.end()
    if start < end:
        yield start, end
