"""What a paragraph's neighbours say about it.

Some lines are finished like prose and are none: a word between menus, a question in a list of
links, the half of a sentence that a page break left behind. And in an article without any
finished sentence, a line that reads as one is its body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.model import Kind
from summarize.reading.clean.lines import is_abbreviation, is_finished
from summarize.reading.clean.marks import holds_body, is_headline, n_words
from summarize.reading.signs import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.languages import Language
    from summarize.reading.clean.marks import Mark

_ALONE_WORDS = 3  # "He died." is prose beside prose, "Thank you." between menus is not
_NOTE_WORDS = 5  # a shorter line is no sentence, full stop or not


def settle_company(text: str, paragraphs: Sequence[list[Mark]], language: Language) -> None:
    """Take the mark BODY, in place, from what only looks like prose, or give it to a note."""
    has_body = list(map(holds_body, paragraphs))
    is_line = [marks[0][2] is Kind.TITLE for marks in paragraphs]
    for i, marks in enumerate(paragraphs):
        start, end, kind, _ = marks[0]
        if kind is not Kind.BODY:
            continue
        is_under_line = i > 0 and is_line[i - 1]
        beside = has_body[max(i - 1, 0) : i + 2]
        is_alone = len(marks) == 1 and sum(beside) == 1
        rule = None
        if is_alone and n_words(text[start:end]) <= _ALONE_WORDS:
            rule = "a few words alone"
        elif is_alone and is_under_line and i > 1 and _is_link(text, end, language):
            rule = "a line in a list of links"
        elif i > 0 and _is_torn(text, paragraphs[i - 1][-1], start):
            rule = "half a sentence"
        if rule:
            marks[0] = (start, end, Kind.BOILERPLATE, rule)
    if not any(has_body):
        _find_note(text, paragraphs, language)


def _is_link(text: str, end: int, language: Language) -> bool:
    """Return whether a line between lines may be a headline, finished as it looks."""
    return text[end - 1] in QUESTIONS or is_abbreviation(text, end - 1, language)


def _is_torn(text: str, before: Mark, start: int) -> bool:
    """Return whether a paragraph begins in the middle of a sentence."""
    if text[start].isupper():
        return False
    first = text[start : start + 20].split(None, 1)[0]
    return first.isalpha() and first.islower() and not is_finished(text, *before[:2])


def _find_note(text: str, paragraphs: Sequence[list[Mark]], language: Language) -> None:
    """Mark as body the unfinished lines that read as sentences."""
    for marks in paragraphs:
        for j, (start, end, kind, _) in enumerate(marks):
            if kind is Kind.TITLE and _reads_as_sentence(text[start:end], language):
                marks[j] = (start, end, Kind.BODY, None)


def _reads_as_sentence(line: str, language: Language) -> bool:
    """Return whether a line has two words that headlines leave out, or one in seven words."""
    words = line.casefold().split()
    signs = sum(word in language.sentence_words for word in words)
    enough = signs >= 2 or 7 * signs >= len(words) > 0
    return n_words(line) >= _NOTE_WORDS and enough and not is_headline(line, language)
