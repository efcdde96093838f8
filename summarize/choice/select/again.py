"""Which candidates tell again what the picks have told, in other words."""

from __future__ import annotations

from functools import cache, cached_property
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from summarize.choice.same import days_apart
from summarize.reading.figures import figures
from summarize.reading.introduce import key, keys
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy.sparse import csc_array, csr_array

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Match

# Chosen by reading pairs of picks of 40 development clusters, at the least loss of ROUGE-2.
OPENS = 1  # the last position of the sentences that tell the news itself
SAME_DAYS = 3  # days within which two articles report one state of the event
ALIKE = 0.2  # cosine of sets of words from which two sentences may tell the same
OPENINGS_LEAST = 0.1  # the same for two openings
OPENINGS_ALIKE = 0.25  # and for two openings of which the later one adds something

MOST_COMPARED = 50  # picks, the first; a summary of more tells more than the news

_WORD = word_pattern("<word>")
_NAME = word_pattern(r"(?<=[\w,;:] )<capital>[\w'’]*")  # not the first word of a sentence


class Repeat(NamedTuple):
    """The index of a pick that a candidate tells again; `adds` if it has something new as well."""

    pick: int
    adds: bool


class Told:
    """What the picks have told: figures, names, and the bigrams that several origins carry."""

    def __init__(self, evidence: Evidence, language: Language) -> None:
        self._evidence, self._language = evidence, language
        self._bigrams: set[int] = set()
        self._figures: set[float] = set()
        self._names: set[str] = set()
        self._cited: list[tuple[int, set[int]]] = []
        self._doubted: set[int] = set()
        self._content = cache(self._read)

    def add(self, index: int, citations: Sequence[Match]) -> None:
        """Count a pick and what it cites as told."""
        bigrams, values, names = self._content(index)
        self._bigrams |= bigrams
        self._figures |= values
        self._names |= names
        self._cited.append((index, {index, *(match.index for match in citations)}))

    def repeat(self, index: int, citations: Sequence[Match]) -> Repeat | None:
        """Find the pick that a candidate tells again; None if it tells something else.

        Each candidate is doubted once: when it is the best in spite of that, it is None.

        Sentences of different articles of the same days may tell the same if they are cited for one
        another or for a third, or if they share words: a few are enough where both open their
        articles. They do if the later one has no figure, no name, and no bigram that several
        origins carry, that is new; and two openings that are very alike do in any case.
        """
        if index in self._doubted:
            return None
        own = {index, *(match.index for match in citations)}
        adds = self._adds(index)
        for pick, cited in self._cited[:MOST_COMPARED]:
            if not self._is_other_report(index, pick):
                continue
            both_open = max(self._evidence.position[[pick, index]]) <= OPENS
            alike = self._alike(index, pick)
            if both_open and alike >= OPENINGS_ALIKE:
                self._doubted.add(index)
                return Repeat(pick, adds)
            least = OPENINGS_LEAST if both_open else ALIKE
            if not adds and (alike >= least or own & cited):
                return Repeat(pick, adds)
        return None

    def is_overtaken(self, index: int, citations: Sequence[Match]) -> bool:
        """Return whether a candidate expects what a later article reports; once for each.

        It has a word for what lies ahead, and one that is cited for it, of a later day, has none.
        """
        evidence = self._evidence
        if index in self._doubted or not self._looks_ahead(index):
            return False
        later = [m.index for m in citations if evidence.day[m.index] > evidence.day[index]]
        if all(map(self._looks_ahead, later)):
            return False
        self._doubted.add(index)
        return True

    def is_fuller(self, index: int, pick: int) -> bool:
        """Return whether a sentence has what another has, and a figure or a name that is new.

        What it must have are the figures and the names; a name may be its first word.
        """
        _, values, names = self._content(index)
        _, others, their_names = self._content(pick)
        known = names | keys([self._evidence.sentences[index].text])
        adds = values - others - self._figures or names - their_names - self._names
        return bool(adds) and others <= values and their_names <= known

    def _looks_ahead(self, index: int) -> bool:
        words = _WORD.findall(self._evidence.sentences[index].text.lower())
        return not self._language.ahead.isdisjoint(words)

    def _is_other_report(self, index: int, pick: int) -> bool:
        evidence = self._evidence
        return bool(
            evidence.document[pick] != evidence.document[index]
            and days_apart(evidence.day[[pick]], evidence.day[index])[0] <= SAME_DAYS
        )

    def _alike(self, index: int, pick: int) -> float:
        words, others = (_columns(self._evidence.rows, each) for each in (index, pick))
        return len(words & others) / sqrt(max(len(words) * len(others), 1))

    def _adds(self, index: int) -> bool:
        bigrams, values, names = self._content(index)
        return bool(
            values - self._figures
            or names - self._names
            or any(self._n_origins(bigram) > 1 for bigram in bigrams - self._bigrams)
        )

    def _read(self, index: int) -> tuple[set[int], set[float], set[str]]:
        text = self._evidence.sentences[index].text
        calendar = self._language.calendar
        capitals = [] if self._language.nouns_capitalised else _NAME.findall(text)
        names = {key(word) for word in capitals if word.lower() not in calendar}
        values = {figure.value for figure in figures(text, self._language)}
        return _columns(self._evidence.weights, index), values, names

    @cached_property
    def _holders(self) -> csc_array:
        return self._evidence.weights.tocsc()

    def _n_origins(self, bigram: int) -> int:
        start, end = self._holders.indptr[[bigram, bigram + 1]]
        return len(set(self._evidence.origin[self._holders.indices[start:end]].tolist()))


def _columns(matrix: csr_array, row: int) -> set[int]:
    """Return the columns of a row that are not zero."""
    start, end = matrix.indptr[[row, row + 1]]
    return set(matrix.indices[start:end].tolist())
