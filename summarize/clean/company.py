"""What a paragraph's neighbours say about it.

Some lines are finished like prose and are none: a word between menus, a question in a list of
links, the half of a sentence that a page break left behind. And in an article without any
finished sentence, a line that reads as one is its body.
"""

# ruff: noqa: SIM905 - words read best as words; marks that look like others are what this is about

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.clean.lines import Span, is_abbreviation, is_finished
from summarize.clean.marks import is_headline, n_words
from summarize.model import Block, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALONE_WORDS = 3  # "He died." is prose beside prose, "Thank you." between menus is not
_NOTE_WORDS = 5  # a shorter line is no sentence, full stop or not
# Headlines leave these out; a line with two of them, or one in seven words, is a sentence.
_SENTENCE_WORDS = frozenset(
    "the a an is are was were has have had will would been be said says that".split()
)


def settle_company(text: str, paragraphs: Sequence[list[Block]]) -> None:
    """Take the mark BODY, in place, from what only looks like prose, or give it to a note."""
    is_body = [any(block.kind is Kind.BODY for block in blocks) for blocks in paragraphs]
    is_line = [blocks[0].kind is Kind.TITLE for blocks in paragraphs]
    for i, blocks in enumerate(paragraphs):
        first = blocks[0]
        if first.kind is not Kind.BODY:
            continue
        is_under_line = i > 0 and is_line[i - 1]
        is_alone = len(blocks) == 1 and not any(is_body[max(i - 1, 0) : i] + is_body[i + 1 : i + 2])
        if (
            (is_alone and n_words(text, Span(first.start, first.end)) <= _ALONE_WORDS)
            or (is_alone and is_under_line and i > 1 and _is_link(text, first))
            or (i > 0 and _is_torn(text, paragraphs[i - 1][-1], first))
        ):
            blocks[0] = Block(first.start, first.end, Kind.BOILERPLATE)
    if not any(is_body):
        _find_note(text, paragraphs)


def _is_link(text: str, block: Block) -> bool:
    """Tell whether a line between lines may be a headline, finished as it looks."""
    return text[block.end - 1] in "?？" or is_abbreviation(text, block.end - 1)


def _is_torn(text: str, before: Block, block: Block) -> bool:
    """Tell whether a paragraph begins in the middle of a sentence."""
    first = text[block.start : block.start + 20].split(None, 1)[0]
    return (
        first.isalpha()
        and first.islower()
        and not is_finished(text, Span(before.start, before.end))
    )


def _find_note(text: str, paragraphs: Sequence[list[Block]]) -> None:
    """Mark as body the unfinished lines that read as sentences."""
    for blocks in paragraphs:
        for j, block in enumerate(blocks):
            if block.kind is Kind.TITLE and _reads_as_sentence(text, Span(block.start, block.end)):
                blocks[j] = Block(block.start, block.end, Kind.BODY)


def _reads_as_sentence(text: str, span: Span) -> bool:
    line = text[span.start : span.end]
    words = line.casefold().split()
    signs = sum(word in _SENTENCE_WORDS for word in words)
    enough = signs >= 2 or 7 * signs >= len(words) > 0
    return n_words(text, span) >= _NOTE_WORDS and enough and not is_headline(line)
