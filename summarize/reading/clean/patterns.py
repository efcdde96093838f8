"""Match a language's phrases: what a page says about itself, and who is credited.

Patterns are matched against sentences in lower case, so that none needs flags; only a label in
capitals and a signature are looked for in the sentence as it is printed. Nearly all sentences are
plain news, so "no" has to be quick: patterns that cannot match a text or a sentence are ruled out
before any is tried.
"""

from __future__ import annotations

import re
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from summarize import languages
from summarize.languages.phrases import NEVER, phrases
from summarize.reading.signs import BULLETS
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.languages import Language

_BEFORE = BULLETS + "|- "
_SPACES = [sign for sign in map(chr, range(0x3001)) if sign.isspace() and sign != " "]
_CREDIT_TAIL = 240  # characters
_STOPS = frozenset(".!?")
_SIGNATURE = word_pattern(
    r"(?<=[.!?\"”’])\s*(?:--?|[–—])\s?(?:<capital>[\w.'’-]{0,20}+[ ,]*+){1,5}\Z"
)
# What ends a note in brackets, or is left open after one: the ends of a language's credits.
_CLOSED = re.compile(r"[)\]](?:\W*+|[\w\s,.:]*+)\Z")
_NOTE_SIGN = re.compile(r"[)\]–—-](?:(?<!-)|(?<=[\s.!?\"”’']-))")  # in all closing notes


class Detector:
    """Finds what a page says about itself, and its picture credits, span by span.

    Words of `Phrases.anywhere` that are nowhere in the text are not looked for.

    >>> text = "Sign up for our daily briefing. Voters sign up for the draft."
    >>> detector = Detector(text, languages.load("en"))
    >>> detector.page_rule(0, 31), detector.page_rule(32, len(text))
    ('page: furniture', None)
    """

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._patterns = patterns(language.name)
        low = text.lower()
        self._betrayed = [
            (rule, word, pattern)
            for rule, word, sign, pattern in self._patterns.anywhere
            if sign in low and word in low
        ]
        low = low.replace("’", "'")
        for space in _SPACES:
            low = low.replace(space, " ")
        self._low = low if len(low) == len(text) else None  # "İ" is two characters in lower case

    def page_rule(self, start: int, end: int) -> str | None:
        """Return the rule by which this sentence is about the page itself, or None."""
        low = self._plain(start, end)
        compiled = self._patterns.compiled
        for rule, word, pattern in self._betrayed:
            if word in low and compiled(pattern).search(low):
                return rule
        low = low.lstrip(_BEFORE)
        if self._patterns.start.match(low):
            starts = self._patterns.starts
            return next(rule for rule, pattern in starts if compiled(pattern).match(low))
        if self._text.startswith("|", start):
            return "page: a menu"
        if self._patterns.label.match(self._text, start, end):
            return "page: a label"
        return None

    def credit_rule(self, start: int, end: int) -> str | None:
        """Return the rule by which a paragraph ends in a credit of a picture or post, or None."""
        start = max(start, end - _CREDIT_TAIL)
        if not self._may_end_in_credit(self._text[start:end]):
            return None
        tail = self._plain(start, end)
        return "caption" if self._patterns.credit.search(tail) else None

    def _may_end_in_credit(self, tail: str) -> bool:
        """Return whether any of the credits may end like this; a plain sentence does not."""
        return (
            _STOPS.isdisjoint(tail[-2:])
            or ((")" in tail or "]" in tail) and _CLOSED.search(tail) is not None)
            or tail[-20:].lower().endswith(self._patterns.dotted_agencies)
        )

    def _plain(self, start: int, end: int) -> str:
        """Give a span the form that the patterns are written for."""
        if self._low is None:
            return _plain(self._text[start:end])
        low = self._low[start:end]
        return " ".join(low.split()) if "  " in low else low


def _plain(sentence: str) -> str:
    return " ".join(sentence.lower().replace("’", "'").split())


class Patterns:
    """The phrases of a language with its names in them; compiled when they are first needed.

    Attributes
    ----------
    anywhere : list of (str, str, str, str)
        Rule, a word to look for first, a sign of it that is looked for before the word, pattern.
    starts : list of (str, str)
        Rule, pattern of how a sentence begins.
    start : Pattern
        All of `starts` in one, for nearly all sentences fit none of them.
    label : Pattern
        A button's label in front of a caption.
    dateline : Pattern or None
        A dateline of a form that only this language has.
    credit : Pattern
        The ends of paragraphs that credit somebody.
    dotted_agencies : tuple of str
        Names of agencies that end in a full stop, in lower case.
    """

    def __init__(self, language: Language) -> None:
        own = phrases(language.name)
        agencies = [name.lower() for name, _ in language.agencies]
        self._names = {
            "<month>": rf"{_any_of(month[:3] for month in language.months)}[^\W\d_]*\.?",
            "<day>": _any_of(language.weekdays),
            "<agency>": _any_of(agencies),
            **own.words,
        }
        self.anywhere: list[tuple[str, str, str, str]] = [
            # A sign in the word that is not a letter: a single sign is found much faster.
            (f"page: {group}", word, word.strip(ascii_lowercase + " ")[:1] or word, pattern)
            for group, found in own.anywhere.items()
            for word, pattern in found.items()
        ]
        self.starts = [
            (f"page: {group}", lines.strip().replace("\n", "|"))
            for group, lines in own.starts.items()
        ]
        self.start = self._compile("|".join(pattern for _, pattern in self.starts) or NEVER)
        self.credit = self._compile("|".join((own.credit_note, *own.credit_tails)))
        self.agency_note = own.agency_note
        self.newsroom = own.newsroom
        self.byline = own.byline
        self.label = self._compile(own.label)
        self.dateline = (
            None
            if own.dateline == NEVER
            else re.compile(self.spelled_out(own.dateline), re.IGNORECASE)
        )
        self.dotted_agencies = tuple(name for name in agencies if name.endswith("."))
        self.compiled = cache(self._compile)

    def spelled_out(self, pattern: str) -> str:
        """Replace each placeholder by its names."""
        for name, words in self._names.items():
            pattern = pattern.replace(name, words)
        return pattern

    def _compile(self, pattern: str) -> re.Pattern[str]:
        return re.compile(self.spelled_out(pattern), re.DOTALL)


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words)) or '(?!)'})"


@cache
def patterns(name: str) -> Patterns:
    """Return the patterns of a language by its name, made once a process."""
    return Patterns(languages.load(name))


def closing_note(paragraph: str, language: Language) -> int:
    """Return how many characters at the end are the mark of an agency or a signature.

    >>> closing_note("The talks go on. (Reuters)", languages.load("en"))
    9
    """
    tail = paragraph[-60:]
    if _NOTE_SIGN.search(tail) is None:
        return 0
    signature = _SIGNATURE.search(tail)
    if signature:
        return len(signature[0].lstrip())
    low = tail.lower()
    if len(low) != len(tail):
        return 0
    own = patterns(language.name)
    match = own.compiled(own.agency_note).search(low)
    return len(match[0].lstrip()) if match else 0


def names_agency(words: str, language: Language) -> bool:
    """Return whether this is what the brackets of a dateline hold.

    >>> english = languages.load("en")
    >>> [names_agency(words, english) for words in ("Reuters", "HealthDay News", "NYSE: ACME")]
    [True, True, False]
    """
    own = patterns(language.name)
    return own.compiled(own.newsroom).match(_plain(words)) is not None


def is_byline(line: str, language: Language) -> bool:
    """Return whether a line without full stop names its author.

    >>> english = languages.load("en")
    >>> is_byline("By Jane Doe, Associated Press Writer", english)
    True
    >>> is_byline("By Monday the river rose", english)
    False
    """
    own = patterns(language.name)
    if own.compiled(own.byline).match(line) is None:
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    small = sum(word[0].islower() and word not in language.particles for word in words[1:])
    return 4 * small <= len(words)
