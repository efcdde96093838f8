"""What a paragraph's neighbours say about it.

Some lines are finished like prose but are not prose: a word between menus, a question in a list of
links, the half of a sentence that a page break left behind. And in an article without any
finished sentence, a line that reads as one is its body.

A time before one paragraph may be part of its sentence; where several paragraphs begin with one,
it is a stamp, as in a live blog. The same is true of a number: those of a list follow one another.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summarize import languages
from summarize.model import Kind
from summarize.reading.clean.lines import is_abbreviation, is_finished
from summarize.reading.clean.marks import holds_body, n_words, reads_as_sentence
from summarize.reading.names import LONGEST_NAME, begins_with_name, is_small
from summarize.reading.signs import OPENERS, QUESTIONS
from summarize.words import is_capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.languages import Language
    from summarize.reading.clean.marks import Mark

_ALONE_WORDS = 3  # "He died." is prose beside prose, "Thank you." between menus is not

# Before an item of a list: "1. ", "2) ", "(3) ", "#4: ".
_NUMBER = re.compile(r"(?:[(\[]?(?P<n>\d{1,2})[.)\]]{1,2}|#(?P<m>\d{1,2})[.:)]?)\s+(?=\S)")
_SPEAKER = re.compile(r"[^\W\d_][^:\n]{1,40}:\s+(?=\S)")  # "ANN RAY, HOST: "; in capitals
_FOLLOWING = 40  # characters


@cache
def _stamp(name: str) -> re.Pattern[str]:
    """Return the pattern of the time before an entry: "16:15 ", "11.05am: ", "[00:00:04] "."""
    halves = "|".join(rf"{half[0]}\.?{half[1]}\.?" for half in languages.load(name).half_days)
    time = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?"
    half = rf"(?:\s?(?:{halves or '(?!)'}))"
    zone = r"(?-i:\s(?:GMT|UTC|[A-Z]{1,4}T)\b)?"
    plain = rf"(?:{time}{half}?|\d{{1,2}}{half}|\d{{1,3}}(?:\+\d{{1,2}})?['’]){zone}"
    return re.compile(
        rf"(?:(?P<brackets>[\[(]{time}{half}?{zone}[\])])|{plain})\s?[:–—|-]{{0,2}}\s+(?=\S)",
        re.IGNORECASE,
    )


def settle_company(text: str, paragraphs: Sequence[list[Mark]], language: Language) -> None:
    """Take the mark BODY off what only looks like prose, in place; set it in a note."""
    _take_off(paragraphs, "time stamp", _stamps(text, paragraphs, language))
    _take_off(paragraphs, "number of an item", _numbers(text, paragraphs, language))
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
        elif (
            i > 0 and _is_torn(text, paragraphs[i - 1][-1], start, language) and not is_small(text)
        ):
            rule = "half a sentence"
        if rule:
            marks[0] = (start, end, Kind.BOILERPLATE, rule)
    if not any(has_body):
        _find_note(text, paragraphs, language)


def _take_off(paragraphs: Sequence[list[Mark]], rule: str, ends: dict[int, int]) -> None:
    """Give what comes before the body of some paragraphs a mark of its own, up to some places."""
    for i, end in ends.items():
        start, stop, kind, why = paragraphs[i][0]
        if kind is Kind.BODY:
            label = (start, end, Kind.BOILERPLATE, rule)
            paragraphs[i][:1] = [label, (end, stop, kind, why)]


def _numbered(text: str, paragraphs: Sequence[list[Mark]]) -> Iterator[tuple[int, list[Mark]]]:
    """Yield the paragraphs, with their indices, that may begin with a time or a number."""
    for i, marks in enumerate(paragraphs):
        first = text[marks[0][0]]
        if first in "([#" or first.isdigit():
            yield i, marks


def _stamps(text: str, paragraphs: Sequence[list[Mark]], language: Language) -> dict[int, int]:
    """Find where the entries of a live blog or transcript begin after their times and speakers."""
    ends: dict[int, int] = {}
    in_brackets = []
    for i, marks in _numbered(text, paragraphs):
        (start, _, kind, _), end = marks[0], marks[-1][1]
        may_begin = kind in {Kind.BODY, Kind.BYLINE}  # "16:15 --" looks like a dateline
        match = _stamp(language.name).match(text, start, end) if may_begin else None
        if match is None or not _begins_sentence(text, match.end(), end):
            continue
        speaker = _SPEAKER.match(text, match.end(), end)
        ends[i] = (speaker if speaker and is_capitalised(speaker[0]) else match).end()
        if match["brackets"]:
            in_brackets.append(i)
    return ends if len(ends) > 1 else {i: ends[i] for i in in_brackets}


def _numbers(text: str, paragraphs: Sequence[list[Mark]], language: Language) -> dict[int, int]:
    """Find where the items of lists that count from 1, or down to it, begin after their numbers."""
    found: list[tuple[int, int, int]] = []
    for i, marks in _numbered(text, paragraphs):
        start, end, _, _ = marks[0]
        match = _NUMBER.match(text, start, end)
        if match and _begins_sentence(text, match.end(), end):
            found.append((int(match["n"] or match["m"]), i, match.end()))
    runs: list[list[tuple[int, int, int]]] = []
    for (n, *_), item in pairwise([(0, 0, 0), *found]):
        if runs and abs(item[0] - n) == 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    ends: dict[int, int] = {}
    for run in runs:
        words = {text[end : end + _FOLLOWING].split(None, 1)[0].lower() for _, _, end in run}
        is_date = len(words) == 1 and words.isdisjoint(language.stop_words)  # "1. Juni"
        if len(run) > 1 and not is_date and 1 in {run[0][0], run[-1][0]}:
            ends |= {i: end for _, i, end in run}
    return ends


def _begins_sentence(text: str, start: int, end: int) -> bool:
    """Return whether what follows a label begins as a sentence does."""
    first = text[start : min(start + _FOLLOWING, end)].lstrip(OPENERS)[:1]
    return first.isalpha() and not first.islower()


def _is_link(text: str, end: int, language: Language) -> bool:
    """Return whether a line between lines may be a headline, finished as it looks."""
    return text[end - 1] in QUESTIONS or is_abbreviation(text, end - 1, language)


def _is_torn(text: str, before: Mark, start: int, language: Language) -> bool:
    """Return whether a paragraph begins in the middle of a sentence."""
    if text[start].isupper() or begins_with_name(text[start : start + LONGEST_NAME], language):
        return False
    first = text[start : start + 20].split(None, 1)[0]
    return first.isalpha() and first.islower() and not is_finished(text, *before[:2])


def _find_note(text: str, paragraphs: Sequence[list[Mark]], language: Language) -> None:
    """Mark as body the unfinished lines that read as sentences."""
    for marks in paragraphs:
        for j, (start, end, kind, _) in enumerate(marks):
            if kind is Kind.TITLE and reads_as_sentence(text[start:end], language):
                marks[j] = (start, end, Kind.BODY, None)
