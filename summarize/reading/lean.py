"""Which sentences lean on the one before: they cannot be understood without it.

Surface rules over words; there is no parser, so a pronoun that its own sentence explains later
counts as leaning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.reading.figures import NUMBER
from summarize.reading.names import is_name
from summarize.reading.quotations import quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.languages import Language

WORD = re.compile(rf"{NUMBER}(?:[^\W_]+)?|[^\W_]+(?:['’][^\W_]+)?")
_CLAUSE = re.compile(r"[,\"]\s+([^\W\d_]+)")
_MOST_OPENING = 12  # words that may show that a sentence leans on another


def leans(text: str, language: Language, words: Sequence[str] | None = None) -> bool:
    """Return whether the text needs the sentence before it to be understood.

    Its words outside quotation marks may be given.

    >>> from summarize.languages import load
    >>> leans("He said it would rain.", load())
    True
    >>> leans("The mayor said it would rain.", load())
    False
    """
    words = WORD.findall(unquoted(text)) if words is None else words
    lower = [word.lower().replace("’", "'") for word in words[:_MOST_OPENING]]
    for n in (1, 2, 3):
        if " ".join(lower[:n]) in language.connectives:
            return True
    for index, (word, folded) in enumerate(zip(words, lower, strict=False)):
        is_time = (
            folded in language.time_pronouns
            and lower[index + 1 : index + 2]
            and (lower[index + 1].rstrip("s") in language.time_words)
        )
        if folded.partition("'")[0] in language.pronouns and not is_time and not is_name(word):
            return True
        if folded not in language.stop_words or is_name(word):
            return _has_unnamed_subject(text, language)
    return True


def _has_unnamed_subject(text: str, language: Language) -> bool:
    """Return whether a clause inside the text opens with "he" or "she" before anyone is named.

    >>> from summarize.languages import load
    >>> _has_unnamed_subject("Most cases are hereditary, he said.", load())
    True
    """
    low = text.lower()
    if not any(f" {person} " in low for person in language.persons):
        return False
    plain = unquoted(text, '"')
    for clause in _CLAUSE.finditer(plain):
        if clause.group(1).lower() in language.persons:
            verb = WORD.match(plain, clause.end() + 1)
            if verb and verb[0].lower() in language.speech_verbs:
                return True  # who speaks is hardly ever named in what is said
            before = WORD.findall(plain, 0, clause.start())[1:]
            return not any(
                word[0].isupper() and word.lower() not in language.calendar for word in before
            )
    return False


def unquoted(text: str, instead: str = " ") -> str:
    """Replace what is in quotation marks; return the same object if there are none."""
    spans = quotations(text).spans
    if not spans:
        return text
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    return instead.join(text[a:b] for a, b in zip(starts, ends, strict=True))
