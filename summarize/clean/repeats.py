"""What stands in the article before, word for word: pages print a body twice, or pull quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.clean.headings import normal
from summarize.model import Block, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST_LETTERS = 25  # "He did not say." may be said twice; a longer sentence is a copy


def mark_repeats(text: str, paragraphs: Sequence[list[Block]]) -> None:
    """Give the mark REPEAT, in place, to the body's sentences that stand in the text before.

    A run of such sentences is a copy if one of them is long. One hash a sentence: linear.
    """
    seen: set[str] = set()
    run: list[tuple[list[Block], int]] = []
    has_long = False
    for blocks in [*paragraphs, [Block(0, 0, Kind.BODY)]]:  # the last one ends the last run
        for j, block in enumerate(blocks):
            if block.kind is not Kind.BODY:
                continue
            words = normal(text[block.start : block.end])
            if words and words in seen:
                run.append((blocks, j))
                has_long = has_long or len(words) >= _FEWEST_LETTERS
                continue
            for copies, k in run if has_long else ():
                copies[k] = Block(copies[k].start, copies[k].end, Kind.REPEAT)
            run, has_long = [], False
            seen.add(words)


def join_neighbours(blocks: list[Block]) -> list[Block]:
    """Join the neighbours of one kind in a paragraph."""
    joined = blocks[:1]
    for block in blocks[1:]:
        if block.kind is joined[-1].kind:
            joined[-1] = Block(joined[-1].start, block.end, block.kind)
        else:
            joined.append(block)
    return joined
