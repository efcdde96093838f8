"""Where articles differ: spellings of a name, and figures and dates in similar sentences.

Precision comes first: values are compared only between similar wordings, and values that agree
within rounding, or come after "at least", do not differ. It does not decide which one is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarize.reading.figures import dates, figures
from summarize.reading.plain import spans_of
from summarize.report.differences.names import names
from summarize.report.differences.places import difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Document, Match, Pick, Sentence
    from summarize.reading.figures import Figure
    from summarize.reading.plain import Span
    from summarize.result import Difference, Number

    _Reader = Callable[[str, Language], Iterator[Figure]]

ROUNDING = 0.05  # figures that differ by less than this share of the larger one agree


class _Told(NamedTuple):
    """A figure of a sentence, as it is written, and where."""

    figure: Figure
    text: str
    span: Span


def differences(
    picks: Iterable[Pick],
    citations: Mapping[int, Sequence[Match]],
    evidence: Evidence,
    documents: Sequence[Document],
    numbers: Mapping[int, Number],
    language: Language,
) -> list[Difference]:
    """Find what the articles report differently.

    Parameters
    ----------
    picks
        In reading order.
    citations
        For the index of each pick, the sentences of other documents that say the same.
    evidence
        The n `sentences` and their `tokens`.
    documents
        The documents that the sentences index.
    numbers
        The number of each document, by its index.
    language
        Names of months, numbers in words, words that make a figure vague.

    Returns
    -------
    list of Difference
        Names first. Of each, the values that more documents give come first, then those of
        earlier documents.

    Notes
    -----
    Two names are spellings of one if they differ in one of two words, by at most two letters inside
    it, and no article has both. Figures and dates are compared between a pick and a similar
    sentence, if each has exactly one of that unit.
    """
    texts = [document.text for document in documents]
    found = [difference("name", told, numbers) for told in names(evidence, texts, language)]
    for pick in picks:
        cited = (pick.index, *(match.index for match in citations[pick.index]))
        listed = [evidence.sentences[index] for index in cited]
        for kind, read, rounding in (("number", figures, ROUNDING), ("date", dates, 0.0)):
            read_by_unit = [_by_unit(sentence, read, texts, language) for sentence in listed]
            differ = _differ(read_by_unit, rounding)
            found += [difference(kind, told, numbers) for told in differ]
    return found


def _by_unit(
    sentence: Sentence, read: _Reader, texts: Sequence[str], language: Language
) -> dict[str, _Told]:
    """Read the figures of a sentence that are its only ones of their unit."""
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for figure in read(sentence.text, language):
        if figure.unit:
            by_unit[figure.unit].append(figure)
    return {
        unit: _Told(figure, sentence.text[slice(*span)], *spans_of(sentence, [span], texts))
        for unit, (figure, *others) in by_unit.items()
        if not others and (span := (figure.start, figure.end))
    }


def _differ(alike: Sequence[dict[str, _Told]], rounding: float) -> Iterator[dict[str, list[Span]]]:
    """Compare the figures of a pick, the first, with those of similar sentences.

    A bound or an estimate agrees with any value, so it is left out.
    """
    own, *others = alike
    for unit, first in own.items():
        if first.figure.is_vague:
            continue
        groups = [[first]]
        for other in (told[unit] for told in others if unit in told):
            if other.figure.is_vague:
                continue
            same = (group for group in groups if _agree(group[0].figure, other.figure, rounding))
            group = next(same, None)
            if group is None:
                groups.append([other])
            else:
                group.append(other)
        if len(groups) > 1:
            yield {group[0].text: [told.span for told in group] for group in groups}


def _agree(first: Figure, second: Figure, rounding: float) -> bool:
    """Return whether two figures are equal up to rounding."""
    return abs(first.value - second.value) <= rounding * max(first.value, second.value)
