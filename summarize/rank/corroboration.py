"""Relevance by corroboration: a sentence matters as much as the articles carry what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.rank.centroid import centroid

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

LENGTH_POWER = 0.85
LEAD_WEIGHT = 0.5


def corroboration(
    rows: csr_array,
    weights: csr_array,
    documents: NDArray[np.int64],
    positions: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Sum what a sentence's bigrams weigh, per length; more where it is early and central.

    Notes
    -----
    ::

        Σ_b w_b / n_bigrams^LENGTH_POWER · (1 + LEAD_WEIGHT / (1 + position)) · centroid

    A bigram's weight is the share of the articles that carry it, after the document frequency
    of concepts in Gillick & Favre (2009), but counted over articles; O(nonzeros).
    """
    n_bigrams = np.maximum(np.diff(weights.indptr), 1)
    early = 1 + LEAD_WEIGHT / (1 + positions)
    carried: NDArray[np.float64] = weights.sum(axis=1) / n_bigrams**LENGTH_POWER
    return carried * early * centroid(rows, weights, documents, positions)
