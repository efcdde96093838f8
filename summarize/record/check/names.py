"""Names of a sentence that no article has: capitalised words, seen word by word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.reading.introduce import key
from summarize.reading.names import is_name
from summarize.record.check.forms import ordinary
from summarize.words import is_capitalised, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.languages import Language

_WORD = word_pattern(r"<letters>(?:\.<letter>\b)*")
_BEGINS = re.compile(r"[.:;!?“”\"(\[*>•-]\s*\Z")


def new_names(text: str, known: set[str], language: Language) -> Iterator[tuple[str, int, int]]:
    """Find names with a word that no article has; a date's words are figures.

    The first word of a sentence is a name only if a capitalised word or a verb of speech follows.
    In a language that capitalises all nouns, it takes a capitalised word before it.
    """
    words = list(_WORD.finditer(text))
    ignored = ordinary(language.name)
    for i, match in enumerate(words):
        word = match[0]
        low = word.lower().replace(".", "")
        is_old = (
            key(low) in known
            or low in known
            or low in ignored
            or known.issuperset(map(key, word.split(".")))
        )
        if not is_capitalised(word) or len(word) == 1 or is_old:
            continue
        before = text[max(0, match.start() - 3) : match.start()]
        if (i == 0 or _BEGINS.search(before)) and not is_name(word):
            following = words[i + 1][0] if i + 1 < len(words) else ""
            is_next = is_capitalised(following) or following in language.speech_verbs
            if not is_next or low in language.calendar:
                continue
        if language.nouns_capitalised and not (is_name(word) or _is_second(words, i, text)):
            continue
        kind = "figure" if low in language.calendar else "name"
        yield kind, match.start(), match.end()


def _is_second(words: Sequence[re.Match[str]], i: int, text: str) -> bool:
    """Return whether a capitalised word inside the sentence is right before a word."""
    is_inside = i > 1 and text[words[i - 1].end() : words[i].start()] == " "
    return is_inside and is_capitalised(words[i - 1][0])
