"""Compare what a pick and the sentences that say the same tell: counts and dates."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from summarize.reading.plain import spans_of
from summarize.report.differences.in_place import rivals
from summarize.report.differences.told import Told, clear, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarize.choice.same import Same
    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.reading.plain import Span
    from summarize.report.differences.in_place import Placed
    from summarize.report.differences.told import Unit

# Chosen by reading what is shown on half of the development clusters.
SLACK = 0.5  # log-odds of sentences that are compared; different figures make them less alike
ALIKE = 0.5  # likeness to the pick from which a sentence says nearly nothing else
SAME_PLACE = 0.6  # likeness from which the words beside a figure show what it is
MOST_OF_ONE_UNIT = 2  # values of an article that reports one event

MOST_SENTENCES = 200  # that are compared with a pick, the most alike
MOST_VALUES = 20  # of one unit

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """What some sentences tell alike: the first of them, how it writes it, and where all do.

    `is_alike` says whether the first one is nearly the same as the pick.
    """

    told: Told
    text: str
    spans: list[Span]
    is_alike: bool

    @property
    def documents(self) -> set[int]:
        """The documents that give it."""
        return {span.document for span in self.spans}


class Comparison:
    """Compares the sentences of a cluster.

    Parameters
    ----------
    same
        Finds the sentences that may say what a pick does.
    evidence
        The n `sentences`.
    texts
        The texts of the documents.
    language
        Words for counts and bounds, names of months, numbers in words.
    """

    def __init__(
        self, same: Same, evidence: Evidence, texts: Sequence[str], language: Language
    ) -> None:
        self._evidence, self._texts, self._language = evidence, texts, language
        self._same = same
        self._told_in = cache(self._read)

    def differ(self, pick: int) -> Iterator[list[Value]]:
        """Yield groups of values that a pick and other articles tell differently.

        Compared are the sentences that `Same` takes to say the same, or would if their figures
        agreed; with the pick, and with one another. Where they are nearly the same as the pick,
        figures in the same place are compared too, whatever they count.
        """
        near = self._same.near(pick, slack=SLACK)
        likeness = self._same.likeness(pick)
        by_unit: dict[tuple[Unit, frozenset[str]], list[Value]] = defaultdict(list)
        near.sort(key=lambda index: -likeness[index])
        for index in (pick, *near[:MOST_SENTENCES]):
            sentence, is_alike = self._evidence.sentences[index], bool(likeness[index] >= ALIKE)
            years = frozenset(_YEAR.findall(sentence.text))  # "In 1999" begins another story
            for unit, each in clear(sentence.text, self._language).items():
                span = (each.start, each.end)
                spans = spans_of(sentence, [span], self._texts)
                by_unit[unit, years].append(
                    Value(each, sentence.text[slice(*span)], spans, is_alike)
                )
        groups = [group for values in by_unit.values() for group in self._groups(_distinct(values))]
        yield from groups
        shown = [span for group in groups for value in group for span in value.spans]
        close = [index for index in near if likeness[index] >= SAME_PLACE]
        yield from self._in_place(pick, close, shown)

    def _in_place(
        self, pick: int, near: Sequence[int], shown: Sequence[Span]
    ) -> Iterator[list[Value]]:
        """Yield the figures of a pick that others give differently in the same place."""
        sentences = self._evidence.sentences
        found: dict[Placed, list[Value]] = {}
        by_document = groupby(sorted(near), key=lambda index: sentences[index].document)
        for _, group in by_document:
            indices = list(group)
            texts = [sentences[index].text for index in indices]
            for own, at, other in rivals(sentences[pick].text, texts, self._language):
                values = found.setdefault(own, [self._placed(pick, own)])
                values.append(self._placed(indices[at], other))
        for values in found.values():
            (own_span,) = values[0].spans
            if not any(
                span.document == own_span.document
                and span.start < own_span.end
                and own_span.start < span.end
                for span in shown
            ):
                yield _distinct(values)

    def _placed(self, index: int, figure: Placed) -> Value:
        sentence = self._evidence.sentences[index]
        value, span = figure.value, (figure.start, figure.end)
        known = Told(("", figure.beside[1]), value, value, value, frozenset(), *span)
        text = sentence.text[slice(*span)]
        return Value(known, text, spans_of(sentence, [span], self._texts), is_alike=True)

    def _groups(self, values: list[Value]) -> Iterator[list[Value]]:
        """Yield groups of values that are all rivals of one another."""
        groups: list[list[Value]] = []
        for value in values:
            rivals = (g for g in groups if all(self._are_rivals(each, value) for each in g))
            group = next(rivals, None)
            if group is None:
                groups.append([value])
            else:
                group.append(value)
        return (group for group in groups if len(group) > 1)

    def _are_rivals(self, first: Value, second: Value) -> bool:
        """Return whether two values are of one thing, and contradict.

        An article that gives both, or several values of the unit, tells of several things.
        """
        is_alike = first.is_alike and second.is_alike
        if not first.told.is_rival(second.told, is_alike=is_alike):
            return False
        if not first.documents.isdisjoint(second.documents):
            return False
        return is_alike or not (
            self._tells_of_both(first, second) or self._tells_of_both(second, first)
        )

    def _tells_of_both(self, value: Value, other: Value) -> bool:
        for document in value.documents:
            listed = [each for each in self._told_in(document) if each.unit == value.told.unit]
            if any(each.is_exact and each.agrees(other.told) for each in listed):
                return True
            if len({each.value for each in listed if each.is_exact}) > MOST_OF_ONE_UNIT:
                return True
        return False

    def _read(self, document: int) -> list[Told]:
        """Read all that a document tells."""
        first, end = self._evidence.document.searchsorted([document, document + 1]).tolist()
        sentences = self._evidence.sentences[first:end]
        return [each for sentence in sentences for each in told(sentence.text, self._language)]


def _distinct(listed: Iterable[Value]) -> list[Value]:
    """Join the values that agree; a bound that agrees with a figure goes."""
    found: list[Value] = []
    for value in sorted(listed, key=lambda value: not value.told.is_exact):
        like = next((each for each in found if each.told.agrees(value.told)), None)
        if like is None and len(found) < MOST_VALUES:
            found.append(value)
        elif like is not None and value.told.is_exact:
            like.spans.extend(value.spans)
    return found
