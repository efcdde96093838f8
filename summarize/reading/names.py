"""Names, by how they are written."""

from __future__ import annotations

import re
from itertools import dropwhile, groupby
from typing import TYPE_CHECKING

from summarize.words import is_capitalised, word_pattern

if TYPE_CHECKING:
    from summarize.languages import Language

LONGEST_NAME = 60  # characters that are looked at
_SAMPLE = 1_000  # characters

_WORD = word_pattern(r"<letters>|[.,;:!?“”\"()]")
_PREFIX = re.compile(r"[^\W\d_]+[-'’](?=\w)")


def is_name(word: str) -> bool:
    """Return whether a word is written in capitals: "US" is not a pronoun, but "I" is one."""
    return word.isupper() and len(word) > 1


def is_small(text: str) -> bool:
    """Return whether a text is written without capitals: fewer than one word in 20 has one.

    In English prose one in seven has; a text without capitals may have a title, or "NATO". Only the
    beginning is read.
    """
    words = text[:_SAMPLE].split()
    n_capitals = sum(1 for word in words if not word.islower() and is_capitalised(word))
    n_small = sum(1 for word in words if word.islower())
    return 20 * n_capitals < n_capitals + n_small


def begins_with_name(text: str, language: Language) -> bool:
    """Return whether a text begins with a name that begins with a small letter.

    >>> from summarize.languages import load
    >>> [begins_with_name(text, load()) for text in ("eBay", "von der Leyen", "and Leyen")]
    [True, True, False]
    """
    first, *rest = text[:LONGEST_NAME].split()
    if first != first.lower():  # al-Shabab, d'Estaing; pre-Brexit is not a name
        prefix = _PREFIX.match(first)
        return prefix is None or prefix[0].replace("’", "'") in language.name_prefixes
    for word in (first, *rest):
        if word not in language.name_prefixes:
            return word is not first and is_capitalised(word)
    return False


def name_words(text: str, language: Language) -> tuple[set[str], set[str]]:
    """Find the last words of names given in full, and single capitalised words.

    In a language that capitalises all nouns, there are none.

    >>> from summarize.languages import load
    >>> name_words("But Lutnick met Xi Jinping.", load())
    ({'Jinping'}, {'Lutnick'})
    """
    full: set[str] = set()
    alone: set[str] = set()
    if language.nouns_capitalised:
        return full, alone
    for is_name, run in groupby(_WORD.findall(text), key=is_capitalised):
        words = list(dropwhile(lambda word: word.lower() in language.stop_words, run))
        if is_name and words:
            (full if len(words) > 1 else alone).add(words[-1])
    return full, alone
