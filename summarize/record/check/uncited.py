"""Words of a sentence that none of the passages cited for it has.

One word may turn the meaning of a sentence, "dead" for "safe", and leave it as like as before.
Which words do is not known, so all of them are listed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarize import languages
from summarize.choice.disagree import negates
from summarize.reading.figures import figures, numbers
from summarize.record.check.forms import form
from summarize.record.check.spelled import begin, with_digits
from summarize.words import is_spaceless, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarize.languages import Language

_WORD = word_pattern(r"(?:<letter>\.){2,}|<word>(?>(?:[.,:]\d+|['’]<letters>)*)")
_APOSTROPHE = re.compile("['’]")


class _Passage(NamedTuple):
    """The forms of the words of a passage, and the values of its figures."""

    forms: frozenset[str]
    values: frozenset[float]


def uncited_words(text: str, passages: Iterable[str], language: Language) -> tuple[str, ...]:
    """Find the words of a sentence that no passage has in any form, in text order.

    Stop words are left out, but for a negation where no passage negates; figures are compared by
    value. Nothing is found in scripts without spaces between words.

    >>> from summarize.languages import load
    >>> uncited_words("All 212 people are dead.", ["The 212 people are safe."], load())
    ('dead',)
    """
    if is_spaceless(text):
        return ()
    listed = tuple(passages)
    cited = [_read(passage, language.name) for passage in listed]
    forms = frozenset[str]().union(*(each.forms for each in cited))
    values = frozenset[float]().union(*(each.values for each in cited))
    known = [span for span, value in _figures(text, language) if value in values]
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        parts = [part for part in _parts(word) if form(part, language.name) not in forms]
        if not parts or any(start <= match.start() < end for start, end in known):
            continue
        if all(map(language.stop_words.__contains__, map(str.lower, parts))):
            is_small = not word.isupper()  # "US" is not "us"
            if is_small and not _is_new_negation(word, listed, language):
                continue
        found.setdefault(" ".join(form(part, language.name) for part in parts), word)
    return tuple(found.values())


def _is_new_negation(word: str, passages: Iterable[str], language: Language) -> bool:
    return negates(word, language) and not any(negates(each, language) for each in passages)


@lru_cache(maxsize=1024)  # many sentences of a draft may cite one passage
def _read(passage: str, name: str) -> _Passage:
    language = languages.load(name)
    words = [part for word in _WORD.findall(passage) for part in _parts(word)]
    for long, short in language.aliases:
        if long in passage:
            words.append(short)
        if short in words:
            words += long.split()
    values = frozenset(value for _, value in _figures(passage, language))
    return _Passage(frozenset(form(word, name) for word in words), values)


def _figures(text: str, language: Language) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the span and the value of each figure."""
    text = with_digits(text, language)
    for each in (*figures(text, language), *numbers(text, language)):
        yield (begin(text, each.start), each.stop), each.value


def _parts(word: str) -> list[str]:
    """Return the parts of a word that are longer than a letter: "accord" of "l'accord"."""
    if not word[0].isdigit():
        word = word.replace(".", "")
    return [part for part in _APOSTROPHE.split(word) if len(part) > 1 or part.isdigit()]
