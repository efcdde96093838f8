"""Where articles differ: counts and dates in sentences that say the same, and spellings of names.

Precision comes first: figures are compared only if they count the same thing, and those that may
both be true, such as "at least 10" and 12, do not differ. It does not decide which one is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.report.differences.compare import Comparison
from summarize.report.differences.names import names
from summarize.report.differences.places import difference
from summarize.report.differences.told import DATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarize.choice.same import Same
    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Document, Pick
    from summarize.report.differences.told import Unit
    from summarize.result import Difference, Number


def differences(
    picks: Iterable[Pick],
    same: Same,
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
    same
        Finds the sentences that may say what a pick does.
    evidence
        The n `sentences`, their `day` and `tokens`.
    documents
        The documents that the sentences index.
    numbers
        The number of each document, by its index.
    language
        Words for counts and bounds, names of months, numbers in words.

    Returns
    -------
    list of Difference
        Counts of a kind, such as the dead, come first, then other figures, dates, and names. Of
        each, the values that more documents give come first, then those of earlier documents.
    """
    texts = [document.text for document in documents]
    comparison = Comparison(same, evidence, texts, language)
    found: list[tuple[int, Difference]] = []
    seen: set[tuple[Unit, float]] = set()
    for pick in picks:
        for values in comparison.differ(pick.index):
            told = {(value.told.unit, value.told.value) for value in values}
            if told.isdisjoint(seen):  # otherwise another pick has shown it
                rank, kind = _kind(values[0].told.unit)
                listed = {value.text: value.spans for value in values}
                found.append((rank, difference(kind, listed, numbers)))
            seen |= told
    found.sort(key=lambda item: item[0])
    spelled = (difference("name", spans, numbers) for spans in names(evidence, texts, language))
    return [*(each for _, each in found), *spelled]


def _kind(unit: Unit) -> tuple[int, str]:
    """Return the rank of a unit, and the kind of its differences."""
    if unit == DATE:
        return 2, "date"
    return (0 if unit[0] else 1), "number"
