"""Why these sentences: the factors of their relevance, what each beat, and why that lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from sklearn.preprocessing import normalize

from summarize.model import Explanation, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from summarize.model import Pick, Sentence

# Cosine, of TF-IDF rows or of sets of words, from which a runner-up is said to have lost because it
# says the same: the least that `select` asks for.
SAME = 0.3


def explain(
    picks: Sequence[Pick],
    reading_order: Sequence[int],
    sentences: Sequence[Sentence],
    rows: csr_array,
    costs: Sequence[int],
    factors: Mapping[str, NDArray[np.float64]],
    budget: int,
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
    costs
        Length of each sentence.
    factors
        What relevance is the product of, each of shape (n,), before it is scaled.
    budget
        Most that the costs may sum to.

    Returns
    -------
    dict of int to Explanation
        By the index of the pick.
    """
    explained = {}
    plain = csr_array(normalize(rows.astype(np.bool_).astype(np.float64)))
    spent = 0
    for pick in picks:
        spent += costs[pick.index]
        loser = None
        if pick.runner_up >= 0:
            place = sentences[pick.runner_up]
            similarity = np.maximum(
                *((v[list(reading_order)] @ v[[pick.runner_up]].T).toarray() for v in (rows, plain))
            )
            if pick.runner_up in reading_order:
                fate = "chosen"
            elif similarity.max() >= SAME:
                fate = "same"
            else:
                fate = "long" if spent + costs[pick.runner_up] > budget else "beaten"
            loser = RunnerUp(
                document=place.document,
                position=place.position,
                start=place.start,
                end=place.end,
                text=place.text,
                gain=pick.runner_up_gain,
                fate=fate,
                like=int(similarity.argmax()) + 1,
                similarity=min(float(similarity.max()), 1.0),
            )
        parts = tuple((name, float(values[pick.index])) for name, values in factors.items())
        explained[pick.index] = Explanation(parts, loser)
    return explained
