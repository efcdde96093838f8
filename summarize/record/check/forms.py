"""The form under which words are compared, and the words that are no part of a name."""

from __future__ import annotations

from functools import cache, lru_cache

from summarize import languages
from summarize.evidence.embed import stems
from summarize.reading.introduce import key


@lru_cache(maxsize=65_536)
def form(word: str, name: str) -> str:
    """Return the stem of a word in the language of a name such as ``"cs"``.

    >>> form("Britanie", "cs") == form("Británii", "cs"), form("Islamic", "en")
    (False, 'islam')
    >>> form("Švédska", "cs") == form("Švédsko", "cs")
    True
    """
    return stems([key(word)], languages.load(name))[0]


@cache
def ordinary(name: str) -> frozenset[str]:
    """Return the words of a language that are no part of a name, though they may have a capital.

    >>> {"the", "mr"} <= ordinary("en"), "london" in ordinary("en")
    (True, False)
    """
    language = languages.load(name)
    return language.stop_words | language.sentence_starters | language.titles
