"""The questions that are asked of the table: does a page say this of itself, who is credited.

Sentences are lowered before they are asked about, so that no pattern needs flags; only a label
in capitals and a signature are looked for in the sentence as it stands. Nearly all sentences are
plain news, so each question is put so that "no" is quick: which patterns a text or a sentence
cannot fit is found out before any is tried.
"""

from __future__ import annotations

import re
from functools import cache
from string import ascii_lowercase

from summarize.reading.clean import openings
from summarize.reading.clean.table import ANYWHERE, STARTS, WORDS
from summarize.reading.signs import BULLETS

_BEFORE = BULLETS + "|- "
_SPACES = [sign for sign in map(chr, range(0x3001)) if sign.isspace() and sign != " "]
_CREDIT_TAIL = 240  # characters
_STOPS = frozenset(".!?")
# A button's label in capitals before a caption: "CLOSE A ship burns off the coast."
_LABEL = re.compile(
    r"\||(?:CLOSE|EMBED|WATCH(?: LIVE)?|LISTEN|READ|MORE|PHOTOS?|VIDEO|GALLERY|RELATED)\s+[A-Z“\"]"
)
_SIGNATURE = re.compile(r"(?<=[.!?\"”’])\s*(?:--?|[–—])\s?(?:[A-Z][\w.'’-]{0,20}+[ ,]*+){1,5}\Z")
_CREDIT_NOTE = (  # in brackets: "(Photo: Ana Lopes, Daily Star)", "(Associated Press)"
    r"[(\[](?:[^()\[\]]{0,80}[\s/,])?(?:<picture>|<agency>|getty(?: images)?|courtesy|credit|"
    r"handout|file|staff photographer|youtube|facebook|twitter)\b[^()\[\]]{0,80}[)\]]\W{0,3}$"
)
_CREDIT_TAILS = (
    r"(?:<picture> ?(?::|by |courtesy |credit)|credit ?:|courtesy (?:of )?)[^.!?]{2,80}$",
    r"(?:/|via )<agency>$|(?:getty images|wikimedia commons|full size image|all photos)$",
    r"[—–-] [^.!?]{2,60}\(@\w{1,20}\)[\w ,.:]{0,30}$",  # who posted it on a network, and when
    r"[.?!\"”…] (?:usa today|reuters|getty)$",
)
# What ends a note in brackets, or is left open behind one: the ends of the patterns above.
_CLOSED = re.compile(r"[)\]](?:\W*+|[\w\s,.:]*+)\Z")
_NOTE_SIGN = re.compile(r"[)\]–—-](?:(?<!-)|(?<=[\s.!?\"”’']-))")  # in all closing notes
_AGENCY_NOTE = r"(?<=[.!?\"”’'])\s*(?:[(\[]<agency>[)\]]|(?:--?|[–—])\s?<agency>)\.?$"


class Detector:
    """What one text's page says about itself, and whose pictures it shows; asked span by span.

    Of the words in `ANYWHERE` only those that the text holds at all are looked for.

    >>> text = "Sign up for our daily briefing. Voters sign up for the draft."
    >>> detector = Detector(text)
    >>> detector.is_boilerplate(0, 31), detector.is_boilerplate(32, len(text))
    (True, False)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        low = text.lower()
        self._betrayed = [
            (word, pattern)
            for word, pattern in ANYWHERE.items()
            if _RARE[word] in low and word in low
        ]
        low = low.replace("’", "'")
        for space in _SPACES:
            low = low.replace(space, " ")
        self._low = low if len(low) == len(text) else None  # "İ" is two characters in lower case

    def is_boilerplate(self, start: int, end: int) -> bool:
        """Tell whether a page says this sentence of itself."""
        low = self._plain(start, end)
        for word, pattern in self._betrayed:
            if word in low and _compiled(pattern).search(low):
                return True
        low = low.lstrip(_BEFORE)
        starts = _starts()
        own = starts.get(low[: openings.LENGTH])
        return (
            _compiled(starts[""]).match(low) is not None
            or (own is not None and _compiled(own).match(low) is not None)
            or _LABEL.match(self._text, start, end) is not None
        )

    def has_credit(self, start: int, end: int) -> bool:
        """Tell whether a paragraph ends in the credit of a picture or of an embedded post."""
        start = max(start, end - _CREDIT_TAIL)
        if not _may_end_in_credit(self._text[start:end]):
            return False
        tail = self._plain(start, end)
        return any(_compiled(pattern).search(tail) for pattern in (_CREDIT_NOTE, *_CREDIT_TAILS))

    def _plain(self, start: int, end: int) -> str:
        """Give a span the form that the patterns are written for."""
        if self._low is None:
            return _plain(self._text[start:end])
        low = self._low[start:end]
        return " ".join(low.split()) if "  " in low else low


# A sign in the word that is no letter, if it holds one: a single sign is found much sooner.
_RARE = {word: word.strip(ascii_lowercase + " ")[:1] or word for word in ANYWHERE}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_spelled_out(pattern))


def _spelled_out(pattern: str) -> str:
    for name, words in WORDS.items():
        pattern = pattern.replace(name, words)
    return pattern


@cache
def _starts() -> dict[str, str]:
    lines = (line for group in STARTS.values() for line in group.split("\n") if line)
    return openings.by_opening(map(_spelled_out, lines))


def _may_end_in_credit(tail: str) -> bool:
    """Tell whether any of the patterns of credits may end like this; a plain sentence does not."""
    return (
        _STOPS.isdisjoint(tail[-2:])
        or ((")" in tail or "]" in tail) and _CLOSED.search(tail) is not None)
        or tail[-4:].lower() == "a.p."
    )


def _plain(sentence: str) -> str:
    return " ".join(sentence.lower().replace("’", "'").split())


def closing_note(paragraph: str) -> int:
    """Return how many characters at the end are the mark of an agency or a signature.

    >>> closing_note("The talks go on. (Reuters)")
    9
    """
    tail = paragraph[-60:]
    if _NOTE_SIGN.search(tail) is None:
        return 0
    signature = _SIGNATURE.search(tail)
    if signature:
        return len(signature[0].lstrip())
    low = tail.lower()
    match = _compiled(_AGENCY_NOTE).search(low) if len(low) == len(tail) else None
    return len(match[0].lstrip()) if match else 0


def names_agency(words: str) -> bool:
    """Tell whether this is what stands in the brackets of a dateline.

    >>> names_agency("Reuters"), names_agency("HealthDay News"), names_agency("NYSE: ACME")
    (True, True, False)
    """
    low = _plain(words)
    known = _compiled(r"<agency>\b|.{0,30}\b(?:news|press|agency|service|times|post)\b")
    return known.match(low) is not None
