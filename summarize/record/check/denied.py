"""Whether one of two sentences denies what the other says: it negates what both have."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarize import languages
from summarize.choice.disagree import negates
from summarize.record.check.forms import form
from summarize.words import word_pattern

if TYPE_CHECKING:
    from summarize.languages import Language

_CLAUSES = re.compile(r"[,;:()—–]")
_WORD = word_pattern("<letters>")


def denies(first: str, second: str, language: Language) -> bool:
    """Return whether one of two sentences that are alike negates what both say.

    It does not if the other has the word that negates in another form, or if a clause of the other
    has words of a clause that negates and of one that does not: what it says is not clear then.

    >>> from summarize.languages import load
    >>> text = "The plan was not approved by the council, but the mayor liked it."
    >>> denies("The plan was approved by the council, but the mayor liked it.", text, load())
    True
    >>> denies("The plan was approved by the mayor.", text, load())
    False
    """
    if negates(first, language) == negates(second, language):
        return False
    plain, negated = (second, first) if negates(first, language) else (first, second)
    negating = {form(word, language.name) for word in _negations(negated, language)}
    forms = {form(word, language.name) for word in _WORD.findall(plain)}
    return not (negating and negating <= forms) and not _is_mixed(plain, negated, language)


def _negations(text: str, language: Language) -> list[str]:
    """Return the words of a text each of which negates alone."""
    return [word for word in _WORD.findall(text) if negates(word, language)]


def _is_mixed(plain: str, negated: str, language: Language) -> bool:
    """Return whether a clause has words of one that negates and of one that does not."""
    denied: set[str] = set()
    said: set[str] = set()
    for clause, forms in _clauses(negated, language.name):
        (denied if negates(clause, language) else said).update(forms)
    return any(
        forms & (denied - said) and forms & (said - denied)
        for _, forms in _clauses(plain, language.name)
    )


@lru_cache(maxsize=1024)  # many sentences of a draft may be like one of an article
def _clauses(text: str, name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the clauses of a sentence, with the forms of their content words."""
    stop_words = languages.load(name).stop_words
    return tuple(
        (
            clause,
            frozenset(
                form(word, name) for word in _WORD.findall(clause) if word.lower() not in stop_words
            ),
        )
        for clause in _CLAUSES.split(text)
    )
