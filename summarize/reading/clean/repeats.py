"""What was printed before, word for word: pages print a body twice, or pull quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.model import Kind
from summarize.reading.clean.headings import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.reading.clean.marks import Mark

_FEWEST_LETTERS = 25  # "He did not say." may be said twice; a longer sentence is a copy


def mark_repeats(text: str, paragraphs: Sequence[list[Mark]]) -> None:
    """Mark as REPEAT, in place, the body's sentences that occur earlier in the text.

    A run of such sentences is a copy if one of them is long. One hash a sentence: linear.
    """
    seen: set[str] = set()
    run: list[tuple[list[Mark], int]] = []
    has_long = False
    last: list[Mark] = [(0, 0, Kind.BODY, None)]  # it ends the last run
    for marks in [*paragraphs, last]:
        for j, (start, end, kind, _) in enumerate(marks):
            if kind is not Kind.BODY:
                continue
            words = normal(text[start:end])
            if words and words in seen:
                run.append((marks, j))
                has_long = has_long or len(words) >= _FEWEST_LETTERS
                continue
            for copies, k in run if has_long else ():
                copies[k] = (*copies[k][:2], Kind.REPEAT, "repeat")
            run, has_long = [], False
            seen.add(words)
