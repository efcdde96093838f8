"""Relevance by corroboration: a sentence matters if many of the articles say what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.choice.rank.centroid import centroid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.evidence.measure import Evidence
    from summarize.weights import Weights


def factors(evidence: Evidence, weights: Weights) -> dict[str, NDArray[np.float64]]:
    """Average the weights of a sentence's bigrams; more if it is central, early, to the point.

    Notes
    -----
    ::

        Σ_b w_b / n_bigrams · centroid^centroid_power
            · exp(lead_weight / (1 + position) + title_weight · title) · form

    `w_b` is what `weigh` gives a bigram, `centroid` the cosine to the mean of the articles,
    `title` that to the mean of their titles, and `form` what the sentence's form is worth.
    O(nonzeros).
    """
    n_bigrams = np.maximum(np.diff(evidence.weights.indptr), 1)
    title = evidence.titles.sum(axis=0)
    length = np.sqrt((title * title).sum())  # not by BLAS: its sums depend on the number of threads
    n_words = np.array([sentence.n_words for sentence in evidence.sentences], float)
    full = np.minimum(n_words / weights.full_words, 1)
    to_the_point = evidence.rows @ (title / length if length else title)
    return {
        "corroboration": evidence.weights.sum(axis=1) / n_bigrams,
        "centroid": centroid(evidence) ** weights.centroid_power,
        "lead": np.exp(weights.lead_weight / (1 + evidence.position)),
        "title": np.exp(weights.title_weight * to_the_point),
        "length": full**weights.short_power,
        "form": evidence.form,
    }
