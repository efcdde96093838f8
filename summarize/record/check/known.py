"""What articles have, word for word: their words, names, figures and days."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from summarize.model import HIDDEN
from summarize.reading.counts import half_a_unit
from summarize.reading.days import day
from summarize.reading.figures import NUMBER, dates, figures, numbers
from summarize.reading.introduce import key, keys
from summarize.reading.signs import STOPS
from summarize.record.check.counted import Counts
from summarize.record.check.near import Near
from summarize.record.check.spelled import begin, with_digits
from summarize.result import Number, Place
from summarize.words import is_capitalised, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.languages import Language
    from summarize.model import Document
    from summarize.reading.figures import Figure

_SHORT_MONTHS = 3, 4  # letters

_WORD = re.compile(rf"[^\W_]+(?:{HIDDEN}+[^\W_]+)*")
_CUT = re.compile(r"\[[^\]]*\]|\.\.\.|…")  # what a quotation leaves out or puts in
_NUMBER = re.compile(NUMBER)
_BOUNDARY = re.compile(rf"[{re.escape(STOPS)}]|\n\s*\n")
_LETTERS = word_pattern("<letters>")


class Words:
    """The words of a document, in a form in which a sequence of words is found quickly."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._spans = [match.span() for match in _WORD.finditer(document.text)]
        texts = [document.text[start:end].replace(HIDDEN, "") for start, end in self._spans]
        self._starts: list[int] = []
        at = 0
        for text in map(str.casefold, texts):
            self._starts.append(at)
            at += len(text) + 1
        self._joined = f" {' '.join(map(str.casefold, texts))} "
        self._edges = {block.start for block in document.blocks} | {0}

    def has(self, text: str) -> bool:
        """Return whether the document has a quotation, part for part where words are left out."""
        at = 0
        for part in filter(None, map(_phrase, _CUT.split(text))):
            at = self._joined.find(part, at)
            if at < 0:
                return False
            at += len(part) - 1
        return True

    def sentence(self, text: str) -> tuple[int, int] | None:
        """Find a whole sentence, word for word, and return its span."""
        phrase, at = _phrase(text), -1
        while phrase and (at := self._joined.find(phrase, at + 1)) >= 0:
            first = bisect_right(self._starts, at) - 1
            last = bisect_right(self._starts, at + len(phrase) - 2) - 1
            if self._is_edge(first) and self._is_edge(last + 1):
                return self._spans[first][0], self._spans[last][1]
        return None

    def _is_edge(self, index: int) -> bool:
        """Return whether a sentence or block may end before the word of this index."""
        if index in (0, len(self._spans)):
            return True
        start, end = self._spans[index - 1][1], self._spans[index][0]
        between = self._document.text[start:end]
        is_block = any(at in self._edges for at in range(start, end + 1))
        return is_block or _BOUNDARY.search(between) is not None


class Known:
    """What k articles have."""

    def __init__(self, documents: Sequence[Document], language: Language) -> None:
        self._language = language
        self._words = [Words(document) for document in documents]
        texts = [
            f"{document.text}\n{document.article.title or ''}".replace(HIDDEN, "")
            for document in documents
        ]
        self.words = keys(texts)
        self.near = Near(texts, language)
        for long, short in language.aliases:
            if any(long in text for text in texts):
                self.words.add(short.lower())
            if any(re.search(rf"\b{re.escape(short)}\b", text) for text in texts):
                self.words |= keys([long])
        self.words |= {name for text in texts for name in _initials(text)}
        self._read(texts)
        self._publish(documents)
        for month in language.months:  # "Feb." is February
            if not self.words.isdisjoint(forms := {month, *(month[:n] for n in _SHORT_MONTHS)}):
                self.words |= forms

    def _read(self, texts: Sequence[str]) -> None:
        texts = [with_digits(text, self._language) for text in texts]
        self._tokens = {token for text in texts for token in _NUMBER.findall(text)}
        found = [each for text in texts for each in _every(text, self._language)]
        self._values = {(each.value, each.unit == "%") for each in found}
        self._dates = {each.value for text in texts for each in dates(text, self._language)}
        self._counts = Counts(texts, self._language)

    def _publish(self, documents: Sequence[Document]) -> None:
        """Add the days of publication, and the days before, which articles may not name."""
        days = (day(document.article.published) for document in documents)
        for number in {int(each) for each in days if not math.isnan(each)}:
            for when in map(date.fromordinal, {max(number - 1, 1), number}):
                self._tokens |= {str(when.year), str(when.day)}
                if not self._language.months:  # nothing is known of the language
                    continue
                month = self._language.months[when.month - 1]
                self.words |= {self._language.weekdays[when.weekday()], month}
                named = f"{month.capitalize()} {when.day}"
                self._dates |= {each.value for each in dates(named, self._language)}

    def has_quotation(self, text: str) -> bool:
        """Return whether one article has a quotation word for word."""
        return any(words.has(text) for words in self._words)

    def verbatim(self, text: str) -> Iterator[Place]:
        """Find a sentence of the same words in each article."""
        for number, words in enumerate(self._words, start=1):
            if span := words.sentence(text):
                yield Place(Number(number), *span)

    def new_figures(self, text: str) -> Iterator[tuple[int, int]]:
        """Find the figures of a sentence that no article has."""
        text = with_digits(text, self._language)
        found = list(_every(text, self._language))
        is_new = [(each.start, each.stop) for each in found if not self._has(each, text)]
        is_read = bytearray(len(text))
        for each in found:
            is_read[each.start : each.stop] = b"1" * (each.stop - each.start)
        for match in _NUMBER.finditer(text):
            is_time = ":" in match[0]  # of which only the hour is read
            if (is_time or not is_read[match.start()]) and match[0] not in self._tokens:
                is_new.append(match.span())
        is_new += [
            (each.start, each.end)
            for each in dates(text, self._language)
            if each.value not in self._dates
        ]
        yield from ((begin(text, start), end) for start, end in _outermost(is_new))

    def other_counts(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Find what articles count, but never so many; and what they write instead."""
        yield from self._counts.others(with_digits(text, self._language))

    def _has(self, figure: Figure, text: str) -> bool:
        """Return whether an article has a figure, or what it is rounded from."""
        is_rate = figure.unit == "%"
        written = text[figure.start : figure.stop]
        if (figure.value, is_rate) in self._values or written in self._tokens:
            return True
        if not figure.is_vague and not any(map(str.isalpha, written)):
            return False
        slack = half_a_unit(figure.value)
        return any(
            abs(value - figure.value) <= slack and rate == is_rate for value, rate in self._values
        )


def _every(text: str, language: Language) -> Iterator[Figure]:
    yield from dict.fromkeys((*figures(text, language), *numbers(text, language)))


def _outermost(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = -1
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if end > last:
            yield start, end
            last = end


def _phrase(text: str) -> str:
    words = [word.replace(HIDDEN, "").casefold() for word in _WORD.findall(text)]
    return f" {' '.join(words)} " if words else ""


def _initials(text: str) -> Iterator[str]:
    """Yield the initials of names of several words, which a draft may use instead."""
    for is_name, run in groupby(_LETTERS.findall(text), key=is_capitalised):
        letters = "".join(word[0] for word in run) if is_name else ""
        if 2 < len(letters) < len("ABCDEFG"):
            yield key(letters)
