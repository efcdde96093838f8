"""Why these sentences: the factors of their relevance, what each beat, and why that lost."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from summarize.model import Explanation, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from summarize.model import Pick, Rival, Sentence


def explain(
    picks: Sequence[Pick],
    reading_order: Sequence[int],
    sentences: Sequence[Sentence],
    rows: csr_array,
    factors: Mapping[str, NDArray[np.float64]],
) -> dict[int, Explanation]:
    """Explain every pick.

    Parameters
    ----------
    picks
        In the order in which they were chosen.
    reading_order
        Their indices as the reader meets them.
    sentences
        All n sentences.
    rows : csr_array of shape (n, d)
        Unit TF-IDF rows.
    factors
        What relevance is the product of, each of shape (n,), before it is scaled.

    Returns
    -------
    dict of int to Explanation
        By the index of the pick.
    """
    places = {index: place for place, index in enumerate(reading_order, start=1)}

    def beaten(rival: Rival) -> RunnerUp:
        sentence = sentences[rival.index]
        same_as = rival.same_as
        return RunnerUp(
            document=sentence.document,
            position=sentence.position,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            gain=rival.gain,
            fate=rival.fate,
            like=None if same_as is None else places[same_as],
            similarity=(
                None if same_as is None else _similarity(rows[[rival.index]], rows[[same_as]])
            ),
        )

    return {
        pick.index: Explanation(
            tuple((name, float(values[pick.index])) for name, values in factors.items()),
            beaten(pick.rival) if pick.rival else None,
        )
        for pick in picks
    }


def _similarity(first: csr_array, second: csr_array) -> float:
    """Give the higher cosine of two unit rows: with their weights, or as sets of words."""
    weighted = float((first @ second.T).sum())
    n_common = np.intersect1d(first.indices, second.indices).size
    return min(max(weighted, n_common / sqrt(max(first.nnz * second.nnz, 1))), 1.0)
