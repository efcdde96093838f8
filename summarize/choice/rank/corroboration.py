"""Relevance by corroboration: a sentence matters as much as the articles carry what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.choice.rank.centroid import centroid

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

# Fitted by `python -m benchmarks ranking --fit`; see docs/method/ranking.md.
CENTROID_POWER = 0.7
LEAD_WEIGHT = 0.4
TITLE_WEIGHT = 1.5


def corroboration(
    rows: csr_array,
    weights: csr_array,
    documents: NDArray[np.int64],
    positions: NDArray[np.int64],
    titles: csr_array,
    forms: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Average what a sentence's bigrams weigh; more where it is central, early, to the point.

    Notes
    -----
    ::

        Σ_b w_b / n_bigrams · centroid^CENTROID_POWER
            · exp(LEAD_WEIGHT / (1 + position) + TITLE_WEIGHT · title) · form

    `w_b` is what `weigh` gives a bigram, `centroid` the cosine to the mean of the articles,
    `title` that to the mean of their titles, and `form` what `judge` says the sentence's form is
    worth. O(nonzeros).
    """
    relevance = np.ones(rows.shape[0])
    for factor in factors(rows, weights, documents, positions, titles, forms).values():
        relevance *= factor
    return relevance


def factors(
    rows: csr_array,
    weights: csr_array,
    documents: NDArray[np.int64],
    positions: NDArray[np.int64],
    titles: csr_array,
    forms: NDArray[np.float64],
) -> dict[str, NDArray[np.float64]]:
    """Give the factors of the product by name, each of shape (n,)."""
    n_bigrams = np.maximum(np.diff(weights.indptr), 1)
    title = titles.sum(axis=0)
    length = np.sqrt((title * title).sum())  # not by BLAS: its sums depend on the number of threads
    to_the_point = rows @ (title / length if length else title)
    return {
        "corroboration": weights.sum(axis=1) / n_bigrams,
        "centroid": centroid(rows, weights, documents) ** CENTROID_POWER,
        "lead": np.exp(LEAD_WEIGHT / (1 + positions)),
        "title": np.exp(TITLE_WEIGHT * to_the_point),
        "form": forms,
    }
