"""Which sentences may stand in a summary, which lean on the one before, what their form is worth.

Surface rules over words and punctuation; there is no parser, so a fragment that looks like a
sentence passes, and a pronoun that its own sentence explains later counts as leaning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.languages import Language
    from summarize.model import Sentence

FEWEST_WORDS, MOST_WORDS = 6, 80
# What a sentence is worth more for a figure, and less where it tells what somebody said.
FIGURE, SPEECH = 1.1, 0.9
LONGEST = 4_000  # characters; what is longer is no sentence, even where nothing else is there

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»]?")
# How a sentence ends in the scripts of the world, with what may close behind it. What trails off
# in dots was cut.
_ENDS = re.compile(r"(?:(?<!\.\.)[.!]|[。！｡।։።۔])[\"'”’»)\]]*$")
# An aside in brackets, or what is left of one.
_ASIDE = re.compile(r"\([^()]*(?:\)[.!”\"]*)?$")
_CLAUSE = re.compile(r"[,”\"»]\s+([^\W\d_]+)")
_SPOKEN = re.compile(r"‘[^‘]{2,}[,.?!]’")  # quotation in single marks, not a word in them
# Words that may speak of a person: no numeral ("World War I", "I-95") and no name in capitals.
_PERSON = re.compile(r"(?<![A-Z]\w )(?<!\w[a-z] )\bI(?![-.\w])|\b(?!I\b)[^\W\d_]+(?:'[^\W_]+)?")
_OPENING = "\"'“‘«„([-–—• "


def judge(
    sentences: Sequence[Sentence], language: Language
) -> tuple[list[bool], list[int], list[float]]:
    """Tell whether each sentence is usable, which one it leans on, and what its form is worth.

    Parameters
    ----------
    sentences
        The n sentences.
    language
        Pronouns, connectives and stop words.

    Returns
    -------
    usable : list of bool
        A complete statement of a reasonable length; no question, fragment, heading or list.
        Where none is, all are but giants: an odd text still gets its best sentence.
    needs : list of int
        Index of the sentence before, where this one opens with a connective or pronoun or quotes
        someone without naming the speaker, so that only its predecessor says what is meant; -1
        where it stands alone. A sentence that leans with none before it is not usable.
    forms : list of float
        Factors for relevance: `FIGURE` where there is a figure, `SPEECH` where someone is said
        to have said it.
    """
    usable = [
        is_usable(sentence.text)
        and _has_content(sentence.text, language)
        and not _is_personal(sentence.text, language)
        for sentence in sentences
    ]
    needs = [-1] * len(sentences)
    for index, sentence in enumerate(sentences):
        if usable[index] and leans(sentence.text, language):
            needs[index] = index - 1 if sentence.position else -1
            usable[index] = sentence.position > 0 and usable[index - 1]
    forms = [_form(sentence.text, language) for sentence in sentences]
    if any(usable):
        return usable, needs, forms
    return [len(s.text) <= LONGEST for s in sentences], [-1] * len(sentences), forms


def is_usable(text: str) -> bool:
    """Tell whether the text is a complete statement.

    >>> is_usable("The council approved the plan on Monday.")
    True
    >>> is_usable("Read more: the plan in ten pictures")
    False
    """
    words = _WORD.findall(text)
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or not _ENDS.search(text):
        return False
    if text.lstrip(_OPENING)[:1].islower() or _ASIDE.match(text):
        return False
    n_figures = sum(_DIGIT.search(word) is not None for word in words if not word.isalpha())
    n_capital = sum(word[0].isupper() for word in words)
    return n_figures <= len(words) / 3 and n_capital <= 0.7 * len(words)


def leans(text: str, language: Language) -> bool:
    """Tell whether the text needs the sentence before it to be understood.

    >>> from summarize.languages import load
    >>> leans("He said it would rain.", load())
    True
    >>> leans("The mayor said it would rain.", load())
    False
    """
    words = _WORD.findall(_QUOTED.sub(" ", text).replace("’", "'"))
    lower = [word.lower() for word in words]
    for n in (1, 2, 3):
        if " ".join(lower[:n]) in language.connectives:
            return True
    for index, (word, folded) in enumerate(zip(words, lower, strict=True)):
        is_time = (
            folded in {"this", "these"}
            and lower[index + 1 : index + 2]
            and (lower[index + 1].rstrip("s") in language.time_words)
        )
        if folded.partition("'")[0] in language.pronouns and not is_time and not _is_name(word):
            return True
        if folded not in language.stop_words or _is_name(word):
            return _has_unnamed_subject(text, language)
    return True


def _has_unnamed_subject(text: str, language: Language) -> bool:
    """Tell whether a clause inside the text opens with "he" or "she" before anyone is named.

    >>> from summarize.languages import load
    >>> _has_unnamed_subject("Most cases are hereditary, he said.", load())
    True
    """
    plain = _QUOTED.sub('"', text)
    for clause in _CLAUSE.finditer(plain):
        if clause.group(1).lower() in language.persons:
            before = _WORD.findall(plain, 0, clause.start())[1:]
            return not any(
                word[0].isupper() and word.lower() not in language.calendar for word in before
            )
    return False


def _is_personal(text: str, language: Language) -> bool:
    """Tell whether a writer speaks of herself or to the reader, or only comments on the news.

    Inside quotation marks that is for the one who is quoted to do.
    """
    plain = _SPOKEN.sub(" ", _QUOTED.sub(" ", text)).replace("’", "'")
    words = f" {' '.join(_WORD.findall(plain)).lower()} "
    if any(f" {phrase} " in words for phrase in language.comments):
        return True
    return any(
        word.partition("'")[0].lower() in language.personal for word in _PERSON.findall(plain)
    )


def _form(text: str, language: Language) -> float:
    """Give what the form of a sentence is worth, as a factor."""
    is_speech = any(word.lower() in language.speech_verbs for word in _WORD.findall(text))
    return (FIGURE if _DIGIT.search(text) else 1.0) * (SPEECH if is_speech else 1.0)


def _has_content(text: str, language: Language) -> bool:
    """Tell whether a word says something: "It was not what they had been." does not."""
    return any(
        word.lower() not in language.stop_words or _is_name(word) for word in _WORD.findall(text)
    )


def _is_name(word: str) -> bool:
    """Tell whether a word is written in capitals: "US" is no pronoun, "I" is one."""
    return word.isupper() and len(word) > 1
