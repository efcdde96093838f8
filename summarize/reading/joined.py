"""What a figure counts in scripts that join it to what it counts: 12人死亡, 12명이 숨졌다.

There are no words to compare, so the text right beside the figure is: a word for people, links, and
a word for a kind of count.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarize import languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.languages import Language
    from summarize.reading.figures import Figure

_REACH = 16  # characters on either side of a figure that are looked at
_LINKS = 3  # between the figure and the word for its kind


def joined_kind(text: str, figure: Figure, language: Language) -> tuple[str, str, int, int] | None:
    """Find the kind of a count, and the span from the figure to the word for it.

    Returns
    -------
    tuple or None
        The kind, an empty noun, for only people are counted, and the span.

    >>> from summarize.reading.figures import numbers
    >>> chinese, text = languages.load("zh"), "造成12人死亡，30人受伤"
    >>> [joined_kind(text, figure, chinese) for figure in numbers(text, chinese)]
    [('dead', '', 2, 7), ('injured', '', 8, 13)]
    """
    opening = text[max(0, figure.start - _REACH) : figure.start]
    if not language.counted or opening.rstrip().endswith(tuple(language.rest)):
        return None
    before, after = _patterns(language.name)
    kinds = dict(language.counted)
    if match := after.match(text, figure.stop, figure.stop + _REACH):
        if match["other"]:  # "killed or wounded"
            return None
        return kinds[match["kind"]], "", figure.start, match.end("kind")
    if match := before.search(opening):
        people = _people(language.name).match(text, figure.stop)
        end = people.end() if people else figure.stop
        if people or not text[end : end + 1].isalpha():  # else it counts something: 6月, 12일
            return kinds[match["kind"]], "", figure.start - len(match[0]), end
    return None


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a kind before a figure, and of one after it."""
    language = languages.load(name)
    kinds = _any_of(word for word, _ in language.counted)
    bounds = language.lower_bounds | language.upper_bounds | language.vague
    links = rf"(?: ?{_any_of(language.count_links)}){{0,{_LINKS}}}+ ?"
    people = rf"(?: ?{_any_of(language.people)}){{0,2}}+"
    ors = _any_of(language.connectives | language.stop_words)
    before = rf"(?P<kind>{kinds}){links}(?:{_any_of(bounds)} ?)?$"
    after = rf"{people}{links}(?P<kind>{kinds})(?P<other> ?{ors} ?{kinds})?"
    return re.compile(before), re.compile(after)


@cache
def _people(name: str) -> re.Pattern[str]:
    return re.compile(_any_of(languages.load(name).people))


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})"
