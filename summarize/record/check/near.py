"""Names whose words articles have, but never near one another: "Howard Greer" of two people."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from summarize.reading.names import is_name
from summarize.record.check.forms import form, ordinary
from summarize.words import is_capitalised, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.languages import Language

_APART = 5  # words; "the president, a former general, Pervez Musharraf"
_SHORTEST = 3  # letters

_WORD = word_pattern("<letters>")


class Near:
    """The places of all words of some texts in one language."""

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        self._language = language
        self._places: dict[str, list[int]] = defaultdict(list)
        self._small: set[str] = set()
        self._found: dict[tuple[str, str], bool] = {}
        at = 0
        for text in texts:
            for word in _WORD.findall(text):
                self._places[form(word, language.name)].append(at)
                if word.islower():
                    self._small.add(word)
                at += 1
            at += _APART

    def has(self, word: str) -> bool:
        """Return whether the texts have a word, in any form."""
        return form(word, self._language.name) in self._places

    def strangers(self, text: str) -> Iterator[tuple[int, int]]:
        """Find two words of a name, both in the texts, that are nowhere near one another.

        The first word of a sentence is one of a name if the texts never have it in small letters.
        """
        language = self._language
        if language.nouns_capitalised:
            return
        ignored = ordinary(language.name) | language.calendar | language.speech_verbs
        words = [
            match
            for i, match in enumerate(_WORD.finditer(text))
            if is_capitalised(match[0])
            and len(match[0]) >= _SHORTEST
            and match[0].lower() not in ignored
            and (i or match[0].lower() not in self._small)
            and not is_name(match[0])
        ]
        for first, second in pairwise(words):
            is_one = text[first.end() : second.start()] == " "
            pair = form(first[0], language.name), form(second[0], language.name)
            if is_one and pair not in self._found:  # a draft repeats its names
                self._found[pair] = self._are_near(*pair)
            if is_one and not self._found[pair]:
                yield first.start(), second.end()

    def _are_near(self, first: str, second: str) -> bool:
        """Return whether two words are near one another somewhere, or one is nowhere."""
        few, many = sorted((self._places.get(each, []) for each in (first, second)), key=len)
        if not few:
            return True
        for place in few:
            nearest = bisect_left(many, place - _APART)
            if nearest < len(many) and many[nearest] <= place + _APART:
                return True
        return False
