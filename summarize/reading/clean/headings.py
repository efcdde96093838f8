"""Which line is the title.

Pages print headlines several times and in variants, and set menus, kickers and captions like
headlines. One line at most is the title; every other line is boilerplate, or a repeat. A title
that the article's data do not give has a word of the body, which "3 min read" has not.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summarize.model import Kind
from summarize.reading.clean.marks import holds_body, is_headline, n_words, reads_as_sentence
from summarize.reading.signs import EMOJI, visible
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.languages import Language
    from summarize.reading.clean.marks import Mark

_FEWEST_WORDS, _MOST_WORDS = 3, 30  # fewer is a menu or a kicker, more is a caption
_LONGEST_TITLE = 400  # characters
_WORD = word_pattern(r"<letter>{2,}|\d{2,}")
_STEMS = 3, 4  # letters: "wars" and "war", "strikes" and "striking" begin alike
_FEWEST_BODY_WORDS = 20  # a shorter body may have no word of its title
_PICTURE = re.compile(rf"[{EMOJI}]\Z")
_LOWER = bytes(range(256)).lower()
_ALPHANUMERIC = word_pattern("<sign>+")
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())


def normal(text: str) -> str:
    """Fold case and drop all but letters and digits: equal if a reader would call it the same.

    >>> normal("Talks “resume” ...") == normal("TALKS RESUME")
    True
    """
    if text.isascii():  # several times faster
        return text.encode().translate(_LOWER, _SIGNS).decode()
    return "".join(_ALPHANUMERIC.findall(text.casefold()))


def settle_headings(
    text: str, paragraphs: Sequence[list[Mark]], title: str | None, language: Language
) -> None:
    """Keep the mark TITLE, in place, for the article's title alone, and mark its standfirst.

    Where the article's data give a title, it is the only one. Else it is, in this order: a line
    that is printed again before the body is under way; the last line before the body that is
    set as a headline, for a page's own variants come first; the first line before the body.
    """
    if title:
        _take_out(text, paragraphs, title)
    lines = [
        (i, j)
        for i, marks in enumerate(paragraphs)
        for j, (_, _, kind, _) in enumerate(marks)
        if kind is Kind.TITLE
    ]
    if not lines:
        return
    chosen, why = _choose(text, paragraphs, lines, title, language)
    printed: set[str] = set()
    for i, j in lines:
        start, end, _, _ = paragraphs[i][j]
        words = normal(text[start:end])
        if (i, j) == chosen:
            paragraphs[i][j] = (start, end, Kind.TITLE, why)
        elif words in printed:
            paragraphs[i][j] = (start, end, Kind.REPEAT, "repeat")
        else:
            paragraphs[i][j] = (start, end, Kind.BOILERPLATE, "line")
        printed.add(words)
    if chosen:
        _mark_standfirst(paragraphs, chosen[0])


def _mark_standfirst(paragraphs: Sequence[list[Mark]], title_at: int) -> None:
    """Mark what is above the title as standfirst, if the article is below it."""

    def n_body(some: Sequence[list[Mark]]) -> int:
        return sum(
            end - start for marks in some for start, end, kind, _ in marks if kind is Kind.BODY
        )

    above, below = paragraphs[:title_at], paragraphs[title_at:]
    if n_body(above) < n_body(below):
        for marks in above:
            marks[:] = [
                (start, end, Kind.STANDFIRST, "above the title") if kind is Kind.BODY else mark
                for mark in marks
                for start, end, kind, _ in [mark]
            ]


def _take_out(text: str, paragraphs: Sequence[list[Mark]], title: str) -> None:
    """Mark the known title where the body begins with it, finished like a sentence or not."""
    words = title[:_LONGEST_TITLE].split()
    if not words or len(title) > _LONGEST_TITLE:
        return
    bodies = _bodies(paragraphs)
    for i in bodies[:1]:
        start, end, kind, _ = paragraphs[i][0]
        if kind is not Kind.BODY or not _may_begin(text[start:end], words):
            continue
        known = r"\s+".join(map(re.escape, words)) + r"[.:|]?(?:\s+(?=\S)|\Z)"
        match = re.compile(known, re.IGNORECASE).match(text, start, end)
        if match is None:
            continue
        heading = (start, start + len(match[0].rstrip()), Kind.TITLE, "line")
        if match.end() < end and not text[match.end()].islower():
            paragraphs[i][:1] = [heading, (match.end(), end, Kind.BODY, None)]
        elif match.end() == end and _n_sentences(paragraphs) > 1:
            paragraphs[i][:1] = [heading]


def _may_begin(line: str, words: list[str]) -> bool:
    """Return whether a line may begin with these words; a pattern that makes sure is slow."""
    found = line.split(None, len(words))
    return all(
        other.lower().startswith(word.lower())
        for word, other in zip(words, found, strict=False)
        if word.isascii() and other.isascii()
    )


def _choose(
    text: str,
    paragraphs: Sequence[list[Mark]],
    lines: list[tuple[int, int]],
    title: str | None,
    language: Language,
) -> tuple[tuple[int, int] | None, str | None]:
    """Return the line that is the title, if there is one, and the rule by which it is."""
    bodies = [*_bodies(paragraphs), len(paragraphs), len(paragraphs)]
    words: dict[tuple[int, int], str] = {}
    for i, j in lines:
        start, end, _, _ = paragraphs[i][j]
        if i < bodies[1] and end - start <= _LONGEST_TITLE:
            words[i, j] = normal(text[start:end])
    fit = [
        at for at in words if _FEWEST_WORDS <= n_words(_line(text, paragraphs, at)) <= _MOST_WORDS
    ]
    if title and title.strip():
        known = normal(title)
        return next((at for at in words if words[at] == known), None), "the title that is given"
    is_named = _is_about(text, paragraphs, language)
    for at in filter(is_named, _printed_again(words, fit)):
        return at, "printed twice"
    before = [at for at in fit if at[0] < bodies[0]]
    for at in filter(is_named, reversed(before)):
        if is_headline(_line(text, paragraphs, at), language):
            return at, "set as a headline"
    return next(filter(is_named, before), None), "the first line"


def _is_about(
    text: str, paragraphs: Sequence[list[Mark]], language: Language
) -> Callable[[tuple[int, int]], bool]:
    """Return a function that says whether a line may be the title of the body.

    One of its words, other than stop words, is in the body, or begins like one there; where the
    words are not set apart by spaces, or the body is very short, nothing is asked. A sentence that
    only lacks its full stop is not a title: it ends in a picture.
    """

    @cache
    def body() -> tuple[int, set[str]]:
        spans = (text[a:b] for marks in paragraphs for a, b, kind, _ in marks if kind is Kind.BODY)
        words = _WORD.findall(" ".join(spans).lower())
        return len(words), {word[:length] for word in words for length in _STEMS}

    def is_about(at: tuple[int, int]) -> bool:
        line = visible(_line(text, paragraphs, at))
        if _PICTURE.search(line) and reads_as_sentence(line, language):
            return False
        if n_words(line) != len(line.split()):
            return True
        n_body_words, stems = body()
        words = (word for word in _WORD.findall(line.lower()) if word not in language.stop_words)
        return n_body_words < _FEWEST_BODY_WORDS or any(
            word[: _STEMS[1]] in stems for word in words
        )

    return is_about


def _printed_again(
    words: dict[tuple[int, int], str], fit: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the lines that a later line repeats, alone or followed by a photo credit."""
    openings = sorted((line, at) for at, line in words.items())
    found = []
    for (line, at), (following, other) in pairwise(openings):
        if following.startswith(line):
            found.append(min(at, other) if line == following else at)
    return sorted(set(found) & set(fit))


def _bodies(paragraphs: Sequence[list[Mark]]) -> list[int]:
    return [i for i, marks in enumerate(paragraphs) if holds_body(marks)]


def _n_sentences(paragraphs: Sequence[list[Mark]]) -> int:
    return sum(kind is Kind.BODY for marks in paragraphs for _, _, kind, _ in marks)


def _line(text: str, paragraphs: Sequence[list[Mark]], at: tuple[int, int]) -> str:
    start, end, _, _ = paragraphs[at[0]][at[1]]
    return text[start:end]
