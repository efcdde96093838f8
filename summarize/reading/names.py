"""Names, by how they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarize.languages import Language

LONGEST_NAME = 60  # characters that are looked at

_PREFIX = re.compile(r"[^\W\d_]+[-'’](?=\w)")


def is_name(word: str) -> bool:
    """Return whether a word is written in capitals: "US" is not a pronoun, but "I" is one."""
    return word.isupper() and len(word) > 1


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
            return word is not first and word[0].isupper()
    return False
