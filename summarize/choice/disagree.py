"""When two texts disagree: one negates and the other does not, or their figures differ."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from summarize import languages
from summarize.reading.figures import DENSE, instances, numbers
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.languages import Language
    from summarize.reading.figures import Figure

_WORD = word_pattern("<letters>")


def disagree(first: str, second: str, language: Language) -> bool:
    """Return whether one of two texts negates and the other does not, or their figures differ.

    Figures differ if the texts share no value, and both have one in digits or of the same unit; or
    if each has one figure of a unit and these are not the same, or they number the same thing
    differently, whatever else they share. In a language whose negations are not known, they differ
    if the texts have not the same ones.

    >>> from summarize.languages import load
    >>> disagree("Wreckage was found.", "No wreckage was found.", load())
    True
    >>> disagree("The quake had a magnitude of 5.6.", "Its magnitude was 6.9.", load())
    True
    >>> disagree("It cost 1.5 million.", "It cost 1,500,000.", load())
    False
    >>> disagree("Six people died.", "Eight people died.", load())
    True
    >>> disagree("He won stage 13 in 2007.", "He won stage 15 in 2007.", load())
    True
    """
    if negates(first, language) != negates(second, language):
        return True
    if _name_others(first, second, language):
        return True
    own, others = (list(numbers(text, language)) for text in (first, second))
    values, other_values = ({figure.value for figure in some} for some in (own, others))
    if not language.negations:
        return bool(values and other_values and values != other_values)
    if values & other_values:
        return _count_others(own, others)
    in_digits = [any(not figure.is_spelled for figure in some) for some in (own, others)]
    units = [{figure.unit for figure in some if figure.unit} for some in (own, others)]
    return all(in_digits) or bool(units[0] & units[1])


def _count_others(own: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Return whether each gives one figure of a unit, and these differ."""
    by_unit: list[dict[str, set[float]]] = []
    for figures in (own, others):
        found: dict[str, set[float]] = defaultdict(set)
        for figure in figures:
            if figure.unit and not figure.is_vague:
                found[figure.unit].add(figure.value)
        by_unit.append(found)
    return any(
        len(by_unit[0][unit]) == len(by_unit[1][unit]) == 1 and by_unit[0][unit] != by_unit[1][unit]
        for unit in by_unit[0].keys() & by_unit[1].keys()
    )


def _name_others(first: str, second: str, language: Language) -> bool:
    """Return whether the texts number the same kind of thing and share none: two flights."""
    own, others = (set(instances(text, language)) for text in (first, second))
    shared = {word for word, _ in own} & {word for word, _ in others}
    same = {word for word, _ in own & others}
    return not shared <= same


def negates(text: str, language: Language) -> bool:
    """Return whether a text has a negation."""
    low = text.lower().replace("’", "'")
    words, phrases, endings, numbered = _negations(language.name)
    if language.script in DENSE:  # the words of its list are runs of letters
        return any(word in low for word in words)
    if numbered:
        low = numbered.sub("", low)
    found = _WORD.findall(low)
    if not words.isdisjoint(found):
        return True
    if phrases and any(f" {phrase} " in f" {' '.join(found)} " for phrase in phrases):
        return True
    return endings is not None and endings.search(low) is not None


@cache
def _negations(
    name: str,
) -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return the words, phrases and endings that negate, and which words also mean "number"."""
    language = languages.load(name)
    endings = "|".join(re.escape(word[1:]) for word in language.negations if word[0] == "-")
    numbered = "|".join(
        re.escape(word)
        for word, follower in language.collocations
        if follower == "##number##" and word in language.negations
    )
    return (
        language.negations,
        tuple(sorted(word for word in language.negations if " " in word)),
        re.compile(rf"(?:{endings})(?![^\W\d_])") if endings else None,
        re.compile(rf"\b(?:{numbered})\.(?=\s?\d)") if numbered else None,
    )
