"""Stops: the places of a text where a sentence may end, found in one pass.

Cleaning keeps those where one surely ends, splitting decides each of them; neither looks for more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter
from typing import NamedTuple

from summarize.reading.signs import CLOSERS, EMOJI, OPENERS, STOPS, STOPS_AFTER, SURE, one_of

# Signs, their closing quotes and brackets, white space, the next word; none reaches across a blank
# line, for a paragraph does not. Every repeat is possessive
# or bounded and a run of signs is entered at its head only, so a text is scanned once, whatever it
# holds. (Atomic where a group repeats: a possessive group is wrong in Python before 3.11.5.)
_OTHERS = "".join(STOPS_AFTER)
_AFTER_LETTER = "|".join(
    rf"(?<={letters}{sign})|(?<={letters}»{sign})" for sign, letters in STOPS_AFTER.items()
)
_STOP = re.compile(
    rf"""
    [{STOPS}{_OTHERS}] (?: (?<![{_OTHERS}]) | {_AFTER_LETTER} ) (?<![{STOPS}].) [{STOPS}]*+
    ( (?>(?: {one_of(CLOSERS)} | “(?=\s) | [ \xa0\u202f]»(?!\w) | [ \xa0]?[{EMOJI}] )*) )
    [^\S\n]*+ \n? [^\S\n]*+
    ( (?>(?: {one_of(OPENERS)} (?:(?<=«)[ \xa0\u202f])? | (?<=\s)(?:”(?=\w)|’(?=\w\s)) ){{0,5}}) )
    (?= [^\s.?!…,;:)\]}}”’»%/\\=&_~^№] )
    """,
    re.VERBOSE,
)
_SURE = frozenset(SURE)


class Stop(NamedTuple):
    """A place where a sentence may end; its parts are places in the text.

    Attributes
    ----------
    start, close
        The span of the signs that may end it.
    end
        Where it would end: after the quotes and brackets that close after the signs.
    follower
        Where the next one would start: after white space, if there is any.
    word
        Where the first word of the next one starts: after the quotes and brackets that open it.
    """

    start: int
    close: int
    end: int
    follower: int
    word: int


_WORD = itemgetter(Stop._fields.index("word"))


def find_stops(text: str) -> list[Stop]:
    """Find the places where a sentence may end and another one follows, in text order.

    Notes
    -----
    O(n) in the length of the text.

    >>> text = 'He left. "Why?" she asked.'
    >>> [(text[s.start : s.end], text[s.follower : s.word]) for s in find_stops(text)]
    [('.', '"'), ('?"', '')]
    """
    found = []
    for match in _STOP.finditer(text):
        (start, word), (close, end), (follower, _) = match.regs
        found.append(Stop(start, close, end, follower, word))
    return found


def is_sure(text: str, stop: Stop) -> bool:
    """Return whether one of the signs at a stop means nothing else than the end of a sentence."""
    return not _SURE.isdisjoint(text[stop.start : stop.close])


def stops_within(stops: list[Stop], start: int, end: int) -> list[Stop]:
    """Return the stops inside a span that the next sentence begins in as well."""
    first = bisect_left(stops, (start,))
    return stops[first : bisect_left(stops, end, lo=first, key=_WORD)]
