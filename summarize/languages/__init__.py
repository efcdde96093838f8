"""What the steps must know about a language: plain lists, read from one JSON file a language.

A leaf tool: any room may use it. It holds words, not rules; what a list does is said by the room
that reads it. The JSON may hold more keys than one reader needs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Language:
    """The lists of one language; words are in lower case where not said otherwise.

    Parameters
    ----------
    name
        Its code, such as ``"en"``, and the name of its file.
    abbreviations
        Words that a full stop may follow inside a sentence, without that stop; one with a capital
        (``Ill``) is an abbreviation only when written so.
    titles
        Those abbreviations that never end a sentence: they stand before a name, or link words.
    collocations
        Pairs of words with a full stop between them that belong together; ``##number##`` is any
        number.
    sentence_starters
        Words that are capitalised only where a sentence begins.
    speech_verbs
        Verbs that name the speaker behind a quotation.
    stop_words
        Function words, with the pieces that contractions leave (``s``, ``t``, ``ll``).
    pronouns
        Words that point at something said before.
    connectives
        Words and phrases that tie a sentence to the one before it.
    negations
        Words that turn what is said into its opposite.
    persons
        Pronouns that stand for people as the subject of a clause.
    personal
        Pronouns by which a writer points at herself or at the reader.
    calendar
        Names of days and months: written like names, and nobody's.
    months
        In their order.
    numbers
        Pairs of a number word and its value.
    vague
        Words before a figure that make it a bound or a guess.
    comments
        Phrases of sentences that comment on the news instead of telling it.
    time_words
        Nouns that make "this" a time and no pointer: "this week".
    aliases
        Pairs of a long name and the short one that news uses instead.
    stemmer
        Name of the Snowball stemmer.
    """

    name: str
    abbreviations: frozenset[str]
    titles: frozenset[str]
    collocations: frozenset[tuple[str, str]]
    sentence_starters: frozenset[str]
    speech_verbs: frozenset[str]
    stop_words: frozenset[str]
    pronouns: frozenset[str]
    connectives: frozenset[str]
    negations: frozenset[str]
    persons: frozenset[str]
    personal: frozenset[str]
    calendar: frozenset[str]
    months: tuple[str, ...]
    numbers: tuple[tuple[str, float], ...]
    vague: frozenset[str]
    comments: frozenset[str]
    time_words: frozenset[str]
    aliases: tuple[tuple[str, str], ...]
    stemmer: str


@cache
def load(name: str = "en") -> Language:
    """Read the lists of a language, once a process.

    Raises
    ------
    FileNotFoundError
        If there is no such language.

    Examples
    --------
    >>> "the" in load("en").stop_words
    True
    """
    file = resources.files(__name__).joinpath(f"{name}.json")
    lists = json.loads(file.read_text(encoding="utf-8"))
    return Language(
        name=name,
        abbreviations=frozenset(lists["abbreviations"]),
        titles=frozenset(lists["titles"]),
        collocations=frozenset((first, second) for first, second in lists["collocations"]),
        sentence_starters=frozenset(lists["sentence_starters"]),
        speech_verbs=frozenset(lists["speech_verbs"]),
        stop_words=frozenset(lists["stop_words"]),
        pronouns=frozenset(lists["pronouns"]),
        connectives=frozenset(lists["connectives"]),
        negations=frozenset(lists["negations"]),
        persons=frozenset(lists["persons"]),
        personal=frozenset(lists["personal"]),
        calendar=frozenset(lists["calendar"] + lists["months"]),
        months=tuple(lists["months"]),
        numbers=tuple(lists["numbers"].items()),
        vague=frozenset(lists["vague"]),
        comments=frozenset(lists["comments"]),
        time_words=frozenset(lists["time_words"]),
        aliases=tuple(lists["aliases"].items()),
        stemmer=lists["stemmer"],
    )
