"""Datelines: where a report was written, when, for which agency.

A dateline comes before the first sentence of a report: ``LONDON (Reuters) -``, ``PARIS, Nov. 3
--``, ``(CNN)``. It is bounded, set in capitals or tied to an agency, and what follows it starts
a sentence; so "Apple -- the maker of ..." and "NASA: the final frontier" are none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarize import languages
from summarize.reading.clean.patterns import names_agency
from summarize.reading.signs import OPENERS

if TYPE_CHECKING:
    from summarize.languages import Language

_LONGEST = 90  # characters; the longest real ones name a place, a region, a date and an agency
_AGENCY_MARK = re.compile(
    r"(?P<place>[^()]{0,70}?)\((?P<agency>[^()]{2,40})\)\s*(?P<dash>--+|>>|[-–—_|:])?\s*"
)
_PLACE_MARK = re.compile(r"(?P<place>[^()–—_|:>]{3,60}?)\s*(?P<dash>--+|>>|[–—_|:]|-(?=\s|\Z))\s*")
_SIGN = re.compile(r"[(–—_|:>-](?:(?<!-)|(?=[\s-]|\Z))")  # in each of the two


@cache
def _day(name: str) -> re.Pattern[str]:
    """Return the pattern of "Tuesday, July 7, 2009" with the report right after it."""
    days = "|".join(day.capitalize() for day in languages.load(name).weekdays)
    return re.compile(rf"(?:{days}), [A-Z][a-z]{{2,8}} \d{{1,2}}, \d{{4}}\s*")


def dateline(text: str, start: int, end: int, language: Language, *, is_first: bool) -> int:
    """Return where the sentence starts that follows a dateline; `start` if there is none.

    Parameters
    ----------
    text, start, end
        A paragraph, as a span.
    language
        Agencies, days of the week, small words in names.
    is_first
        Whether it opens the article's body: only there is ``LONDON:`` a dateline. Elsewhere
        it names a speaker.

    >>> text = "LONDON, June 11 (Reuters) - The talks go on."
    >>> text[dateline(text, 0, len(text), languages.load("en"), is_first=True) :]
    'The talks go on.'
    """
    head = text[start : min(end, start + _LONGEST)]
    if day := _day(language.name).match(head):
        return start + day.end()
    if _SIGN.search(head) is None:
        return start
    match = _AGENCY_MARK.match(head)
    if match is None or not _is_agency_mark(match, language):
        match = _PLACE_MARK.match(head)
        if match is None or not _is_place_mark(match, language, is_first=is_first):
            return start
    after = start + match.end()
    rest = text[after : after + 3].lstrip(OPENERS)
    return start if rest[:1].islower() else after


def _is_agency_mark(match: re.Match[str], language: Language) -> bool:
    place, agency, dash = match["place"].strip(" ,"), match["agency"], match["dash"]
    if not _is_place(place, language):
        return False
    known = names_agency(agency, language)
    return known or (dash is not None and agency[0].isupper() and _is_capital(place))


def _is_place_mark(match: re.Match[str], language: Language, *, is_first: bool) -> bool:
    place = match["place"]
    if not _is_capital(place) or not _is_place(place, language):
        return False
    return match["dash"] != ":" or (is_first and len(place.split()) <= 3 and place.isupper())


def _is_place(place: str, language: Language) -> bool:
    """Return whether all words are names, numbers or small words between them."""
    words = place.replace(",", " ").split()
    return len(words) <= 12 and all(
        not word[0].islower() or word.casefold() in language.particles for word in words
    )


def _is_capital(place: str) -> bool:
    """Return whether the first name is set in capitals, as agencies set the town."""
    first = place.split(",", 1)[0]
    return first.isupper() and sum(map(str.isalpha, first)) >= 3
