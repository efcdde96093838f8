"""Which sentences lean on the one before: they cannot be understood without it.

Surface rules over words; there is no parser, so a pronoun that its own sentence explains later
counts as leaning.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summarize import languages
from summarize.reading.figures import NUMBER
from summarize.reading.names import is_name
from summarize.reading.quotations import quotations
from summarize.reading.signs import OPENERS
from summarize.words import is_capitalised, is_spaceless, word_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.languages import Language

WORD = word_pattern(rf"{NUMBER}<sign>*+|<word>(?:['’]<word>)?")
_CLAUSE = word_pattern(r"[,\"]\s+(<letters>)")
_MOST_OPENING = 12  # words that may show that a sentence leans on another


def find_words(text: str, language: Language) -> list[str]:
    """Find the words of a text; those that lost their vowel are apart: "l'", "homme".

    >>> from summarize.languages import load
    >>> find_words("It's 1.5 m from l'Ile.", load())
    ["It's", '1.5', 'm', 'from', "l'Ile"]
    """
    words: list[str] = WORD.findall(text)
    if not language.elisions:
        return words
    found = []
    for word in words:
        elided, sign, rest = word.replace("’", "'").partition("'")
        found += [elided + sign, rest] if elided.lower() in language.elisions and rest else [word]
    return found


def leans(text: str, language: Language, words: Sequence[str] | None = None) -> bool:
    """Return whether the text needs the sentence before it to be understood.

    Its words outside quotation marks may be given.

    >>> from summarize.languages import load
    >>> leans("He said it would rain.", load())
    True
    >>> leans("The mayor said it would rain.", load())
    False
    """
    words = find_words(unquoted(text), language) if words is None else words
    if words and is_spaceless(words[0]):  # these words are single letters
        opening = text.lstrip(OPENERS + " ")
        return opening.startswith((*language.connectives, *language.pronouns))
    lower = [word.lower().replace("’", "'") for word in words[:_MOST_OPENING]]
    for n in range(1, _longest(language.name) + 1):
        opening = " ".join(lower[:n]).replace("' ", "'")  # an elision is a word of its own
        if opening in language.connectives or (n > 1 and opening in language.pronouns):
            return True
    for index, (word, folded) in enumerate(zip(words, lower, strict=False)):
        is_time = (
            folded in language.time_pronouns
            and lower[index + 1 : index + 2]
            and not language.time_words.isdisjoint({lower[index + 1], lower[index + 1].rstrip("s")})
        )
        if folded.partition("'")[0] in language.pronouns and not is_time and not is_name(word):
            return True
        if folded not in language.stop_words or is_name(word):
            return _has_unnamed_subject(text, language)
    return True


@cache
def _longest(name: str) -> int:
    """Return the most words of a connective or pronoun, where an elision counts as one."""
    language = languages.load(name)
    phrases = language.connectives | language.pronouns
    return max((len(find_words(each, language)) for each in phrases), default=0)


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
                is_capitalised(word) and word.lower() not in language.calendar for word in before
            )
    return False


def unquoted(text: str, instead: str = " ") -> str:
    """Replace what is in quotation marks; return the same object if there are none."""
    spans = quotations(text).spans
    if not spans:
        return text
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    return instead.join(text[a:b] for a, b in zip(starts, ends, strict=True))
