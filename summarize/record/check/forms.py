"""The form under which words of names are compared: case endings do not make another name."""

from __future__ import annotations

from functools import lru_cache

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
