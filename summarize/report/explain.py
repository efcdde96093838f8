"""Why these sentences: the factors of their relevance, the runner-up of each, and why that lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.choice.same import similarity
from summarize.model import Explanation, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from summarize.evidence.measure import Evidence
    from summarize.model import Number, Pick, Rival


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
        What relevance is the product of, each of shape (n,), before it is scaled.
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
    sentence, same_as, rows = evidence.sentences[rival.index], rival.same_as, evidence.rows
    return RunnerUp(
        document=numbers[sentence.document],
        position=sentence.position,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        gain=rival.gain,
        fate=rival.fate,
        like=None if same_as is None else place_of[same_as],
        similarity=None if same_as is None else similarity(rows[[rival.index]], rows[[same_as]]),
    )
