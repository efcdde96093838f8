r"""From text to paragraphs and from paragraphs to rough sentences: spans only, nothing is judged.

A blank line ends a paragraph, and so does a line end, unless the text is hard-wrapped there. The
sentences are rough on purpose (`split` makes the real ones): where a full stop may belong to an
abbreviation they stay uncut, so that a span that is taken out of a paragraph never ends inside a
sentence.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarize import languages
from summarize.reading.signs import BULLETS, CLOSERS, EMOJI, OPENERS, STOPS, one_of
from summarize.reading.stops import is_sure, stops_within
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.languages import Language
    from summarize.reading.stops import Stop

    Span = tuple[int, int]  # half-open, in code points

WIDEST_WRAP = 100  # mail and wire copy are wrapped at 60 to 80; longer lines are paragraphs
_WRAPPED_WORD = 12  # a word longer than this says nothing about where a line had to end
_CASELESS_WRAP = 20  # in a script without capitals, shorter lines are headings, not wrapped prose

_BREAKS = "\f\u2029"  # as good as a blank line
_LIST_ITEM = word_pattern(rf"{one_of(BULLETS)}|\||<capital>\w{{1,11}}:\s")

_STOPS = frozenset(STOPS)
_CLOSING = CLOSERS + "“‘ \t\n\r\xa0\u202f"
_AFTER = re.compile(rf"(?>[{EMOJI}][\s;,]*+)+\Z")
_LETTER = re.compile(r"[^\W\d_]")
_OPENING = 40  # what has no letter in this many characters ("...", "18,236.") is not a sentence


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


def paragraphs(text: str) -> list[Span]:
    r"""Cut a text into paragraphs, reading hard-wrapped lines as one.

    >>> text = "Council votes\n\nThe council said on Monday that it\nwould vote. It did."
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['Council votes', 'The council said on Monday that it\nwould vote. It did.']
    """
    runs = list(_runs(text))
    width = max((_wrapped_width(text, run) for run in runs if len(run) > 1), default=0)
    return [
        span
        for run in runs
        for span in (_unwrap(text, run, width) if len(run) > 1 else [run[0][:2]])
    ]


def _runs(text: str) -> Iterator[list[_Line]]:
    """Yield the lines of the text, white space at their ends left out, cut at blank lines."""
    run: list[_Line] = []
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line.rstrip())
        if run and (end == at or text[at - 1] in _BREAKS):
            yield run
            run = []
        if end > at:
            indent = len(line) - len(line.lstrip())
            run.append(_Line(at + indent, end, indent))
        at += len(line)
    if run:
        yield run


def _wrapped_width(text: str, run: list[_Line]) -> int:
    """Return the width that a run of lines is wrapped at; 0 if it shows none.

    A sentence that runs across the end of a line shows it, if its next word would not have fitted.
    """
    lengths = [line.end - line.start for line in run if line.end - line.start <= WIDEST_WRAP]
    width = max(lengths, default=0)
    shows = any(_runs_on(text, a, b) and _is_full(text, a, b, width) for a, b in pairwise(run))
    return width if shows else 0


def _unwrap(text: str, run: list[_Line], width: int) -> list[Span]:
    """Join the lines of a run that are one paragraph, in a text wrapped at `width` (0: nowhere).

    A line continues the one before if it starts in the middle of a sentence, or if its first word
    would not have fitted there.
    """
    start, end, _ = run[0]
    joined = [(start, end)]
    for a, b in pairwise(run):
        is_deeper = b.indent > a.indent + 1 and not text[b.start].islower()  # or it hangs
        is_new = is_deeper or _LIST_ITEM.match(text, b.start, b.end)
        longest = max(a.end - a.start, b.end - b.start)
        continues = (longest <= WIDEST_WRAP and _runs_on(text, a, b)) or (
            longest <= width and _is_full(text, a, b, width)
        )
        start = joined.pop()[0] if continues and not is_new else b.start
        joined.append((start, b.end))
    return joined


def _runs_on(text: str, a: _Line, b: _Line) -> bool:
    """Return whether line `b` continues a sentence that line `a` leaves unfinished."""
    first = text[b.start]
    if not first.isalpha() or first.isupper() or is_finished(text, a.start, a.end):
        return False
    return first.islower() or a.end - a.start >= _CASELESS_WRAP


def _is_full(text: str, a: _Line, b: _Line, width: int) -> bool:
    """Return whether the first word of line `b` would not have fitted on line `a`."""
    head = text[b.start : min(b.end, b.start + _WRAPPED_WORD)].split(None, 1)[0]
    return a.end - a.start + 1 + len(head) > width


def is_finished(text: str, start: int, end: int) -> bool:
    """Return whether a span ends as a sentence does: a full stop, then quotes, pictures."""
    if start < end and text[end - 1] in _STOPS:  # nearly all
        return True
    tail = text[max(start, end - 60) : end]
    if not tail.isascii():
        tail = _AFTER.sub("", tail)
    return tail.rstrip(_CLOSING)[-1:] in _STOPS


def rough_sentences(
    text: str, start: int, end: int, stops: list[Stop], language: Language
) -> list[Span]:
    """Cut a paragraph where a sentence surely ends, at some of the text's `stops`.

    >>> from summarize.languages import load
    >>> from summarize.reading.stops import find_stops
    >>> text = 'Mr. Hale left. "Why?" she asked.Nobody knew.'
    >>> cuts = rough_sentences(text, 0, len(text), find_stops(text), load())
    >>> [text[start:end] for start, end in cuts]
    ['Mr. Hale left.', '"Why?" she asked.', 'Nobody knew.']
    """
    sentences: list[Span] = []
    asked = start
    has_letter = False
    for stop in stops_within(stops, start, end):
        if not _is_boundary(text, stop, language):
            continue
        after = stop.follower
        has_letter = has_letter or _has_letter(text, asked, stop.start)
        asked = after
        if has_letter and _has_letter(text, after, min(after + _OPENING, end)):
            sentences.append((start, stop.end))
            start, has_letter = after, False
    sentences.append((start, end))
    return sentences


def _has_letter(text: str, start: int, end: int) -> bool:
    """Return whether a span holds a letter; nearly always its first character is one."""
    return text[start].isalpha() or _LETTER.search(text, start, end) is not None


def _is_boundary(text: str, stop: Stop, language: Language) -> bool:
    """Return whether a sentence surely ends at a stop."""
    if is_sure(text, stop):
        return True
    at, after = stop.start, stop.follower
    if after == stop.end:  # "killed.Then": the page's line end was lost
        word, joint = text[max(at - 3, 0) : at], text[after : after + 2]
        is_joint = word.isalpha() and word.islower() and joint.istitle() and len(joint) == 2
        return is_joint and "@" not in text[after : after + _OPENING].split(None, 1)[0]
    first = text[stop.word]
    if first.islower() or first in CLOSERS:
        return False
    return text[at] != "." or stop.close - at > 1 or not is_abbreviation(text, at, language)


def is_abbreviation(text: str, dot: int, language: Language) -> bool:
    """Return whether the word before a full stop may be an abbreviation."""
    words = text[max(dot - 12, 0) : dot].rsplit(None, 1)
    word = words[-1].lstrip(OPENERS) if words else ""
    low = word.casefold()
    return (
        len(word) == 1
        or "." in word
        or low in language.abbreviations
        or word in language.abbreviations
        or low in _first_words(language.name)
    )


@cache
def _first_words(name: str) -> frozenset[str]:
    """Return the first words of a language's collocations, as "No" in "No. 5"."""
    return frozenset(first for first, _ in languages.load(name).collocations)
