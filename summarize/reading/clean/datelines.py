"""By-lines and datelines: who wrote it, where, for which agency.

A dateline stands before the first sentence of a report: ``LONDON (Reuters) -``, ``PARIS, Nov. 3
--``, ``(CNN)``. It is bounded, set in capitals or tied to an agency, and what follows it starts
a sentence; so "Apple -- the maker of ..." and "NASA: the final frontier" are none.
"""

# ruff: noqa: SIM905 - words read best as words; dashes that look like others are what this is about

from __future__ import annotations

import re

from summarize.reading.clean.patterns import names_agency
from summarize.reading.signs import OPENERS

_LONGEST = 90  # characters; the longest real ones name a place, a region, a date and an agency
_AGENCY_MARK = re.compile(
    r"(?P<place>[^()]{0,70}?)\((?P<agency>[^()]{2,40})\)\s*(?P<dash>--+|>>|[-–—_|:])?\s*"
)
_PLACE_MARK = re.compile(r"(?P<place>[^()–—_|:>]{3,60}?)\s*(?P<dash>--+|>>|[–—_|:]|-(?=\s|\Z))\s*")
_SIGN = re.compile(r"[(–—_|:>-](?:(?<!-)|(?=[\s-]|\Z))")  # in each of the two
_DAY = re.compile(  # "Tuesday, July 7, 2009" with the report right behind it
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8} \d{1,2}, \d{4}\s*"
)
_SMALL = frozenset("of the de la le del al and on in by du da do el an am for near".split())

_NAME = r"(?:[^\W\d_a-z][\w.'’-]*+)"
_BYLINE = re.compile(
    rf"(?:(?:[Ss]tory |[Ww]ords )?(?:[Bb]y|BY|From)[: ]\s*{_NAME}.{{0,100}}"
    rf"|{_NAME}(?:[ ]{_NAME}){{1,3}}(?:,| [|/]|  ).{{0,40}}"
    r"\b(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ss]taff|News|Press)\b.{0,40}"
    r"|[/|]?\s*(?:Source|Author)s?:? .{1,80}|by)\Z",
    re.DOTALL,
)


def is_byline(line: str) -> bool:
    """Tell whether a line without full stop names its author.

    >>> is_byline("By Jane Doe, Associated Press Writer"), is_byline("By Monday the river rose")
    (True, False)
    """
    if _BYLINE.match(line) is None:
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    small = sum(word[0].islower() and word not in _SMALL for word in words[1:])
    return 4 * small <= len(words)


def dateline(text: str, start: int, end: int, *, is_first: bool) -> int:
    """Return where the sentence starts that follows a dateline; `start` if there is none.

    Parameters
    ----------
    text, start, end
        A paragraph, as a span.
    is_first
        Whether it opens the article's body: only there is ``LONDON:`` a dateline. Elsewhere
        it names a speaker.

    >>> text = "LONDON, June 11 (Reuters) - The talks go on."
    >>> text[dateline(text, 0, len(text), is_first=True) :]
    'The talks go on.'
    """
    head = text[start : min(end, start + _LONGEST)]
    if day := _DAY.match(head):
        return start + day.end()
    if _SIGN.search(head) is None:
        return start
    match = _AGENCY_MARK.match(head)
    if match is None or not _is_agency_mark(match):
        match = _PLACE_MARK.match(head)
        if match is None or not _is_place_mark(match, is_first=is_first):
            return start
    after = start + match.end()
    rest = text[after : after + 3].lstrip(OPENERS)
    return start if rest[:1].islower() else after


def _is_agency_mark(match: re.Match[str]) -> bool:
    place, agency, dash = match["place"].strip(" ,"), match["agency"], match["dash"]
    if not _is_place(place):
        return False
    known = names_agency(agency)
    return known or (dash is not None and agency[0].isupper() and _is_capital(place))


def _is_place_mark(match: re.Match[str], *, is_first: bool) -> bool:
    place = match["place"]
    if not _is_capital(place) or not _is_place(place):
        return False
    return match["dash"] != ":" or (is_first and len(place.split()) <= 3 and place.isupper())


def _is_place(place: str) -> bool:
    """Tell whether all words are names, numbers or small words between them."""
    words = place.replace(",", " ").split()
    return len(words) <= 12 and all(
        not word[0].islower() or word.casefold() in _SMALL for word in words
    )


def _is_capital(place: str) -> bool:
    """Tell whether the first name is set in capitals, as agencies set the town."""
    first = place.split(",", 1)[0]
    return first.isupper() and sum(map(str.isalpha, first)) >= 3
