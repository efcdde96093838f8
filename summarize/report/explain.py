"""Why these sentences, and why not the others.

A sentence of the summary is explained by the factors of its relevance and by the runner-up; every
other stretch of the articles, by what became of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.choice.same import similarity
from summarize.evidence.foreign import REASON
from summarize.model import Kind
from summarize.result import Explanation, LeftOut, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from summarize.evidence.measure import Evidence
    from summarize.model import Document, Fate, Pick, Rival
    from summarize.result import Number


def explain(
    picks: Sequence[Pick],
    evidence: Evidence,
    factors: Mapping[str, NDArray[np.float64]],
    numbers: Mapping[int, Number],
) -> dict[int, Explanation]:
    """Explain every pick.

    Parameters
    ----------
    picks
        In reading order.
    evidence
        The n `sentences` and their `rows`.
    factors
        The factors of relevance, each of shape (n,), before it is scaled.
    numbers
        The number of each document, by its index.

    Returns
    -------
    dict of int to Explanation
        By the index of the pick.
    """
    place_of = {pick.index: place for place, pick in enumerate(picks, start=1)}
    return {
        pick.index: Explanation(
            tuple((name, float(values[pick.index])) for name, values in factors.items()),
            _runner_up(pick.rival, place_of, evidence, numbers) if pick.rival else None,
        )
        for pick in picks
    }


def _runner_up(
    rival: Rival,
    place_of: Mapping[int, int],
    evidence: Evidence,
    numbers: Mapping[int, Number],
) -> RunnerUp:
    sentence, same_as, rows = evidence.sentences[rival.index], rival.fate.same_as, evidence.rows
    return RunnerUp(
        document=numbers[sentence.document],
        position=sentence.position,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        gain=rival.gain,
        fate=rival.fate.name,
        like=None if same_as is None else place_of[same_as],
        similarity=None if same_as is None else similarity(rows[[rival.index]], rows[[same_as]]),
    )


def left_out(
    fate: Callable[[int], Fate],
    picks: Sequence[Pick],
    evidence: Evidence,
    relevance: NDArray[np.float64],
    documents: Sequence[Document],
    numbers: Mapping[int, Number],
) -> tuple[LeftOut, ...]:
    """List everything that is not in the summary, and why, by document and place.

    Parameters
    ----------
    fate
        Returns what became of the sentence of an index.
    picks
        In reading order.
    evidence
        The n `sentences`.
    relevance : ndarray of shape (n,)
        That of each sentence.
    documents, numbers
        The documents, and the number of each by its index.
    """
    place_of = {pick.index: place for place, pick in enumerate(picks, start=1)}
    found = []
    for index, sentence in enumerate(evidence.sentences):
        if index not in place_of:
            name, same_as, rule = fate(index)
            like = None if same_as is None else place_of[same_as]
            span = numbers[sentence.document], sentence.start, sentence.end
            found.append(LeftOut(*span, name, rule, like, float(relevance[index])))
    for sentence in evidence.aside:
        span = numbers[sentence.document], sentence.start, sentence.end
        found.append(LeftOut(*span, "removed", f"its article {REASON}"))
    for index, number in numbers.items():
        for block in documents[index].blocks:
            if block.kind not in (Kind.BODY, Kind.TITLE):
                rule = block.rule or block.kind.value
                found.append(LeftOut(number, block.start, block.end, "removed", rule))
    return tuple(sorted(found, key=lambda each: (each.document, each.start)))
