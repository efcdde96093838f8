"""Which sentences may be in a summary, alone or with the one that they lean on.

Surface rules over words and punctuation; there is no parser, so a fragment that looks like a
sentence passes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarize.reading.lean import find_words, leans, unquoted
from summarize.reading.names import LONGEST_NAME, begins_with_name, is_name, is_small
from summarize.reading.quotations import quotations
from summarize.reading.signs import (
    BULLETS,
    CLOSERS,
    EMOJI,
    OPENERS,
    QUESTIONS,
    STOPS,
    one_of,
    visible,
)
from summarize.words import is_capitalised, is_spaceless, is_without_stops, width, word_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarize.languages import Language
    from summarize.model import Sentence

_SAMPLE = 30  # sentences that show how an article is written
MOST_WORDS = 80
LONGEST = 4_000  # characters; what is longer is not a sentence, even if there is nothing else

_STATEMENT = "".join(sign for sign in STOPS if sign not in QUESTIONS + "…")
_DIGIT = re.compile(r"\d")
# A sentence that trails off in dots was cut.
_CLOSERS = rf"(?:{one_of(CLOSERS)}|[ \xa0\u202f]»)*"
_ENDS = re.compile(rf"(?<!\.\.){one_of(_STATEMENT)}{_CLOSERS}$")
_ASKS = re.compile(rf"{one_of(QUESTIONS)}{_CLOSERS}$")
# What may follow the last sign: raised figures and signs of notes, and pictures.
_AFTER = re.compile(
    rf"(?<={one_of(STOPS + CLOSERS)})(?>\s?(?:[⁰¹²³⁴-⁹]{{1,4}}|[*†‡§]{{1,3}}|[{EMOJI}]))+$"
)
_LAST = frozenset(STOPS + "\"”’'")
# An aside in brackets, or what is left of one.
_ASIDE = re.compile(r"\([^()]*(?:\)[.!”\"]*)?$")
_NUMERALS = frozenset("ivxlcdm")  # a pronoun that looks like a Roman numeral may be one
# "MAYOR: We will", "Risk Factor: Smoking": who speaks in an interview, or what is listed.
_LABEL = word_pattern(r"[\W_]*(?:<capital>[\w.&’'-]*\s?){1,2}:\s+[\"“]?<capital>")
_OPENING = OPENERS + BULLETS + "-–— "


class Verdict(NamedTuple):
    """Whether a sentence may be in a summary, the index of the one it leans on or -1, and why not.

    `reason` names the rule that refuses the sentence; None where it is usable.
    """

    is_usable: bool
    need: int
    reason: str | None = None


def judge(sentences: Sequence[Sentence], language: Language) -> Callable[[int], Verdict]:
    """Return a function that judges sentences, to be called only for those that matter.

    Parameters
    ----------
    sentences
        The n sentences, by document and position.
    language
        Pronouns, connectives and stop words.

    Returns
    -------
    callable
        Returns the `Verdict` on the sentence of an index, and caches it: few of a cluster's
        sentences are candidates for its summary, so few are ever judged.

    Notes
    -----
    A usable sentence is a complete statement of a reasonable length, not a question, fragment,
    heading or list. One that opens with a connective or pronoun, or quotes someone without naming
    the speaker, needs the one before it to be understood: it is usable if that one is, and not if
    none comes before it. If no sentence at all is usable, all but the giants are: an odd text
    still gets its best sentence.
    """
    known: dict[int, Verdict] = {}

    @cache
    def is_small_article(first: int) -> bool:
        some = sentences[first : first + _SAMPLE]
        return is_small(" ".join(s.text for s in some if s.document == some[0].document))

    def verdict(index: int) -> Verdict:
        leaning: list[int] = []
        while index not in known:
            sentence = sentences[index]
            is_small = sentence.text[:1].islower() and is_small_article(index - sentence.position)
            reason, leans_on_another = _judge(sentence.text, language, is_small=is_small)
            if reason is None and leans_on_another and sentence.position:
                leaning.append(index)
                index -= 1
                continue
            if reason is None and leans_on_another:
                reason = "leans on a sentence that is not there"
            known[index] = Verdict(reason is None, -1, reason)
        found = known[index]
        for each in reversed(leaning):
            reason = None if found.is_usable else "leans on a sentence that is not usable"
            found = known[each] = Verdict(reason is None, each - 1, reason)
        return found

    def anything(index: int) -> Verdict:
        reason = "too long" if len(sentences[index].text) > LONGEST else None
        return Verdict(reason is None, -1, reason)

    return verdict if any(verdict(i).is_usable for i in range(len(sentences))) else anything


def _judge(text: str, language: Language, *, is_small: bool) -> tuple[str | None, bool]:
    """Return the rule that refuses a sentence; if none does, whether it leans on another."""
    text = visible(text)
    if text[-1:] not in _LAST:  # nearly all are
        text = _AFTER.sub("", text)
    words = find_words(text, language)
    if reason := fault(text, language, words, is_small=is_small):
        return reason, False
    lower = [word.lower() for word in words]
    said = unquoted(text)
    said_words = words if said is text else find_words(said, language)
    said_lower = lower if said is text else [word.lower() for word in said_words]
    if not _has_content(words, lower, language):
        return "says nothing", False
    if reason := _comment(said_words, said_lower, language):
        return reason, False
    return None, leans(text, language, said_words)


def fault(
    text: str, language: Language, words: Sequence[str] | None = None, *, is_small: bool = False
) -> str | None:
    """Return why a text is not a complete statement; None if it is.

    Parameters
    ----------
    text, words
        The text; its words may be given.
    language
        What names in small letters begin with.
    is_small
        Whether its article has no capital letters.

    >>> from summarize.languages import load
    >>> fault("Read more: the plan for the bridge in ten pictures", load())
    'no full stop'
    >>> fault("The council approved the plan on Monday.", load()) is None
    True
    """
    words = find_words(text, language) if words is None else words
    return next(_faults(text, words, language, is_small=is_small), None)


def _faults(
    text: str, words: Sequence[str], language: Language, *, is_small: bool
) -> Iterator[str]:
    """Yield the rules that refuse a sentence for its form; each is tried only when needed."""
    n_words = width(text) if is_spaceless(text) else len(words)
    if n_words < language.fewest_words:
        yield "too short"
    if n_words > MOST_WORDS:
        yield "too long"
    if not _ENDS.search(text) and not is_without_stops(text):
        yield "a question" if _ASKS.search(text) else "no full stop"
    if quotations(text).is_torn:
        yield "half a quotation"
    yield from _wrong_beginnings(text, words, language, is_small=is_small)
    if sum(1 for word in words if not word.isalpha() and _DIGIT.search(word)) > 0.4 * len(words):
        yield "a table"
    if sum(1 for word in words if is_capitalised(word)) > 0.7 * len(words):
        yield "set as a headline"


def _wrong_beginnings(
    text: str, words: Sequence[str], language: Language, *, is_small: bool
) -> Iterator[str]:
    """Yield the rules that refuse a sentence for the way it begins."""
    opening = text.lstrip(_OPENING)[:LONGEST_NAME]
    if opening[:1].islower() and not is_small and not begins_with_name(opening, language):
        yield "begins in the middle"
    if _ASIDE.match(text):
        yield "an aside in brackets"
    if _LABEL.match(text):
        yield "begins with a label"
    if words[:1] and words[0].lower() in language.headings and not _has_clause(words, language):
        yield "set as a heading"


def _has_clause(words: Sequence[str], language: Language) -> bool:
    """Return whether a sentence has an auxiliary verb: "How it began" has none."""
    return not language.sentence_words.isdisjoint(word.lower() for word in words[1:])


def _comment(words: Sequence[str], lower: Sequence[str], language: Language) -> str | None:
    """Return a reason if the writer speaks of herself or to the reader, or only comments.

    `words` are those outside quotation marks: a person who is quoted may do so.
    """
    parts = {word.replace("’", "'").partition("'")[0] for word in lower}
    pointing = language.personal & parts
    if pointing - _NUMERALS or any(_says(pronoun, words) for pronoun in pointing):
        return "speaks of the writer or to the reader"
    if _longest_words(language.comments).isdisjoint(parts):
        return None
    joined = f" {' '.join(lower)} ".replace("’", "'")
    is_comment = any(f" {phrase} " in joined for phrase in language.comments)
    return "comments on the news" if is_comment else None


@cache
def _longest_words(phrases: frozenset[str]) -> frozenset[str]:
    """Return the longest word of each phrase, up to an apostrophe: without it, no phrase fits."""
    return frozenset(max(phrase.split(), key=len).partition("'")[0] for phrase in phrases)


def _says(pronoun: str, words: Sequence[str]) -> bool:
    """Return whether an "I" is a person: not that of "World War I", "Elizabeth I" or "I-95".

    >>> _says("i", ["As", "I", "said"]), _says("i", ["World", "War", "I", "ended"])
    (True, False)
    """
    capital = pronoun.upper()
    for index, word in enumerate(words):
        if word[:2] in {capital, capital + "'", capital + "’"}:
            is_numeral = index > 1 and is_capitalised(words[index - 1])
            is_road = index + 1 < len(words) and words[index + 1][0].isdigit()
            if not is_numeral and not is_road:
                return True
    return False


def _has_content(words: Sequence[str], lower: Sequence[str], language: Language) -> bool:
    """Return whether a word says something: "It was not what they had been." does not."""
    return any(
        folded not in language.stop_words or is_name(word)
        for word, folded in zip(words, lower, strict=True)
    )
