"""Which line is the title.

Pages print headlines several times and in variants, and set menus, kickers and captions like
headlines. One line at most is the title; every other line is boilerplate, or a repeat.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarize.clean.lines import Span
from summarize.clean.marks import is_headline, n_words
from summarize.model import Block, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST_WORDS, _MOST_WORDS = 3, 30  # less is a menu or a kicker, more is a caption
_LONGEST_TITLE = 400  # characters


def normal(text: str) -> str:
    """Fold case and drop all but letters and digits: equal if a reader would call it the same.

    >>> normal("Talks “resume” ...") == normal("TALKS RESUME")
    True
    """
    return "".join(filter(str.isalnum, text.casefold()))


def settle_headings(text: str, paragraphs: Sequence[list[Block]], title: str | None) -> None:
    """Keep the mark TITLE, in place, for the article's title alone, and mark its standfirst.

    Where the article's data give a title, it is the only one. Else it is, in this order: a line
    that is printed again before the body is under way; the last line before the body that is
    set as a headline, for a page's own variants come first; the first line before the body.
    """
    if title:
        _take_out(text, paragraphs, title)
    lines = [
        (i, j)
        for i, blocks in enumerate(paragraphs)
        for j, block in enumerate(blocks)
        if block.kind is Kind.TITLE
    ]
    chosen = _choose(text, paragraphs, lines, title)
    seen: set[str] = set()
    for i, j in lines:
        block = paragraphs[i][j]
        words = normal(text[block.start : block.end])
        if (i, j) != chosen:
            kind = Kind.REPEAT if words in seen else Kind.BOILERPLATE
            paragraphs[i][j] = Block(block.start, block.end, kind)
        seen.add(words)
    if chosen:
        _mark_standfirst(paragraphs, chosen[0])


def _mark_standfirst(paragraphs: Sequence[list[Block]], title_at: int) -> None:
    """Take what stands above the title out of the body, where the article is below it."""

    def n_body(some: Sequence[list[Block]]) -> int:
        return sum(b.end - b.start for blocks in some for b in blocks if b.kind is Kind.BODY)

    above, below = paragraphs[:title_at], paragraphs[title_at:]
    if n_body(above) < n_body(below):
        for blocks in above:
            blocks[:] = [
                Block(b.start, b.end, Kind.STANDFIRST) if b.kind is Kind.BODY else b for b in blocks
            ]


def _take_out(text: str, paragraphs: Sequence[list[Block]], title: str) -> None:
    """Mark the known title where the body begins with it, finished like a sentence or not."""
    words = title[:_LONGEST_TITLE].split()
    if not words or len(title) > _LONGEST_TITLE:
        return
    known = re.compile(
        r"\s+".join(map(re.escape, words)) + r"[.:|]?(?:\s+(?=\S)|\Z)", re.IGNORECASE
    )
    bodies = _bodies(paragraphs)
    n_sentences = sum(block.kind is Kind.BODY for blocks in paragraphs for block in blocks)
    for i in bodies[:1]:
        block = paragraphs[i][0]
        match = known.match(text, block.start, block.end)
        if block.kind is not Kind.BODY or match is None:
            continue
        heading = Block(block.start, block.start + len(match[0].rstrip()), Kind.TITLE)
        if match.end() < block.end and not text[match.end()].islower():
            paragraphs[i][:1] = [heading, Block(match.end(), block.end, Kind.BODY)]
        elif match.end() == block.end and n_sentences > 1:
            paragraphs[i][:1] = [heading]


def _choose(
    text: str, paragraphs: Sequence[list[Block]], lines: list[tuple[int, int]], title: str | None
) -> tuple[int, int] | None:
    bodies = [*_bodies(paragraphs), len(paragraphs), len(paragraphs)]
    words: dict[tuple[int, int], str] = {}
    for i, j in lines:
        block = paragraphs[i][j]
        if i < bodies[1] and block.end - block.start <= _LONGEST_TITLE:
            words[i, j] = normal(text[block.start : block.end])
    fit = [at for at in words if _FEWEST_WORDS <= _count(text, paragraphs, at) <= _MOST_WORDS]
    given = [at for at in words if words[at] == normal(title or "")]
    if title and title.strip():
        return next(iter(given), None)
    again = _printed_again(words, fit)
    before = [at for at in fit if at[0] < bodies[0]]
    set_as_headline = [at for at in before if is_headline(_line(text, paragraphs, at))]
    return next(iter([*again, *set_as_headline[-1:], *before]), None)


def _printed_again(
    words: dict[tuple[int, int], str], fit: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the lines that a later line repeats, alone or with a photo credit behind."""
    openings = sorted((line, at) for at, line in words.items())
    found = []
    for (line, at), (following, other) in pairwise(openings):
        if following.startswith(line):
            found.append(min(at, other) if line == following else at)
    return sorted(set(found) & set(fit))


def _bodies(paragraphs: Sequence[list[Block]]) -> list[int]:
    return [i for i, blocks in enumerate(paragraphs) if any(b.kind is Kind.BODY for b in blocks)]


def _line(text: str, paragraphs: Sequence[list[Block]], at: tuple[int, int]) -> str:
    block = paragraphs[at[0]][at[1]]
    return text[block.start : block.end]


def _count(text: str, paragraphs: Sequence[list[Block]], at: tuple[int, int]) -> int:
    block = paragraphs[at[0]][at[1]]
    return n_words(text, Span(block.start, block.end))
