"""Datelines: where a report was written, when, for which agency.

Some languages have forms of their own (`Phrases.dateline`); the usual one comes before the first
sentence of a report: ``LONDON (Reuters) -``, ``PARIS, Nov. 3
--``, ``(CNN)``, ``Oslo, Norway --``. It is bounded, and what follows it starts a sentence; so
"Apple -- the maker of ..." and "NASA: the final frontier" are not datelines. Only the first
sentence of the body may have one that is neither set in capitals nor tied to an agency, or has
no sign after it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarize import languages
from summarize.reading.clean.patterns import names_agency, patterns
from summarize.reading.signs import OPENERS

if TYPE_CHECKING:
    from summarize.languages import Language

_LONGEST = 90  # characters; the longest real ones name a place, a region, a date and an agency
_AGENCY_MARK = re.compile(
    r"(?P<place>[^()]{0,70}?)(?:\((?P<agency>[^()]{2,40})\)|(?<=\s)/(?P<wire>[^()/]{2,40})/)"
    r"\s*(?P<dash>--+|>>|\.[-–—]|[-–—_|:])?\s*"
)
_PLACE_MARK = re.compile(
    r"(?P<place>(?:[^()–—_|:>]|:(?=\d)){3,60}?)"
    r"(?P<gap>\s*)(?P<dash>--+|>>|[–—_|]|:(?!\d)|-(?=\s|\Z))\s*"
)
_WORD = re.compile(r"\S+")
_DASH = re.compile(r"\s(?:--+|[–—-])\s")
_MOST_WORDS = 3  # of a place in small letters, up to a comma
_LEAST_CAPITALS = 4  # letters in capitals that may be a place without a sign after it: not "WHO"
_SIGN = re.compile(r"[(–—_|:>-](?:(?<!-)|(?=[\s-]|\Z))")  # occurs in both patterns


@cache
def _day(name: str) -> re.Pattern[str]:
    """Return the pattern of "Tuesday, July 7, 2009" with the report right after it."""
    days = "|".join(day.capitalize() for day in languages.load(name).weekdays) or "(?!)"
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
    own = patterns(language.name).dateline
    if found := _day(language.name).match(head) or (own and own.match(head)):
        return start + found.end()
    if _SIGN.search(head) is not None:
        match = _AGENCY_MARK.match(head)
        if match is None or not _is_agency_mark(match, language, is_first=is_first):
            match = _PLACE_MARK.match(head)
            if match and not _is_place_mark(match, language, is_first=is_first):
                opens = is_first and _is_town_mark(match, text[start:end], language)
                match = match if opens else None
        if match:
            after = start + match.end()
            rest = text[after : after + 3].lstrip(OPENERS)
            return start if rest[:1].islower() else after
    if not is_first:
        return start
    return start + (_bare_place(head, language) or _town_in_text(head, text, language))


def _is_agency_mark(match: re.Match[str], language: Language, *, is_first: bool) -> bool:
    place, dash = match["place"].strip(" ,"), match["dash"]
    agency = match["agency"] or match["wire"]
    if not _is_place(place, language):
        return False
    if names_agency(agency, language):
        return True
    is_capital = _is_capital(place) or (is_first and agency.isalpha() and agency.isupper())
    return dash is not None and agency[0].isupper() and is_capital


def _is_place_mark(match: re.Match[str], language: Language, *, is_first: bool) -> bool:
    place = match["place"]
    if not _is_capital(place) or not _is_place(place, language):
        return False
    return match["dash"] != ":" or (is_first and len(place.split()) <= 3 and place.isupper())


def _is_town_mark(match: re.Match[str], line: str, language: Language) -> bool:
    """Return whether a name and a dash before the body are its dateline: "Oslo -- The talks".

    A second dash would make what is between them an aside.
    """
    town = match["place"].split(",", 1)[0].split()
    return (
        match["gap"] != ""
        and _DASH.fullmatch(match["gap"][-1] + match[0][match.end("gap") :]) is not None
        and 0 < len(town) <= _MOST_WORDS
        and town[0][0].isupper()
        and town[0].lower() not in language.stop_words
        and _is_place(match["place"], language)
        and _DASH.search(line, match.end()) is None
    )


def _bare_place(head: str, language: Language) -> int:
    """Return where the sentence starts after a place in capitals without a sign; 0 if none does.

    >>> english = languages.load("en")
    >>> _bare_place("OSLO, Norway A ferry", english), _bare_place("OSLO talks", english)
    (13, 0)
    """
    if patterns(language.name).label.match(head):
        return 0
    words = [(word[0], word.start()) for word in _WORD.finditer(head)]
    for (before, _), (word, start), (after, _) in zip(words, words[1:], words[2:], strict=False):
        if word.lower() in language.sentence_starters and not before.endswith(","):
            place = head[:start].rstrip()
            town = place.split(",", 1)[0]
            is_town = (
                town.isupper()
                and sum(map(str.isalpha, town)) >= _LEAST_CAPITALS
                and len(town.split()) <= _MOST_WORDS
                and before.lower() not in language.stop_words
            )
            starts = word.istitle() and not after.isupper()
            return start if is_town and starts and _is_place(place, language) else 0
        if word[0].islower():
            break
    return 0


def _town_in_text(head: str, text: str, language: Language) -> int:
    """Return where the sentence starts after a town in capitals that the text has in small letters.

    "LUNDE Fishing is ..." opens a report from Lunde, but "NASA Mission ..." one about NASA. 0 if
    it is no town.

    >>> english = languages.load("en")
    >>> _town_in_text("OSLO Fishing is banned.", "The mayor of Oslo left.", english)
    5
    >>> _town_in_text("NASA Missions are banned.", "The head of NASA left.", english)
    0
    """
    if patterns(language.name).label.match(head):
        return 0
    words = [(word[0], word.start()) for word in _WORD.finditer(head)]
    for place, (word, start) in enumerate(words[: _MOST_WORDS + 1]):
        if not (word.isalpha() and word.isupper()):
            town = head[:start].rstrip()
            is_name = place > 0 and word[0].isalpha() and word.istitle()
            if not is_name or sum(map(str.isalpha, town)) < _LEAST_CAPITALS:
                return 0
            return start if re.search(rf"\b{re.escape(town.title())}\b", text) else 0
    return 0


def _is_place(place: str, language: Language) -> bool:
    """Return whether all words are names, numbers, "p.m." or small words between them.

    A month is one, in full or cut short: "Madrid, 11 jun".
    """
    words = place.replace(",", " ").split()
    return len(words) <= 12 and all(
        not word[0].islower()
        or word.casefold() in language.particles
        or "." in word[:-1]
        or _is_month(word, language)
        for word in words
    )


def _is_month(word: str, language: Language) -> bool:
    """Return whether a word is the name of a month, or its first three letters or more."""
    name = word.rstrip(".").casefold()
    return len(name) >= 3 and any(month.startswith(name) for month in language.months)


def _is_capital(place: str) -> bool:
    """Return whether the first name is in capitals, as agencies write the town."""
    first = place.split(",", 1)[0]
    return first.isupper() and sum(map(str.isalpha, first)) >= 3
