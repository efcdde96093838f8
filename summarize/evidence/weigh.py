"""What each bigram is worth: more, the more articles contain it and the earlier they do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.weights import Weights


def weigh(
    bigrams: csr_array,
    origin: NDArray[np.int64],
    position: NDArray[np.int64],
    weights: Weights,
) -> csr_array:
    """Weight bigrams by how many origins contain them and how early.

    Parameters
    ----------
    bigrams : csr_array of shape (n, m)
        Which of the n sentences contains which of the m bigrams.
    origin, position : ndarray of shape (n,)
        The origin of each sentence's document, and its index in that document. A passage that is
        copied counts once.
    weights
        `early_weight` and `early_scale`.

    Returns
    -------
    csr_array of shape (n, m)
        The weight of each bigram in every sentence that contains it.

    Notes
    -----
    ::

        df / N · exp(early_weight · early · min(3 / N, 3 / 2))

    df of the N origins contain the bigram, and `early` is the mean of
    exp(−first position / early_scale) over them. Document frequency as the weight of a concept
    follows Gillick and Favre (2009), ILP-NLP. O(nonzeros).
    """
    order = np.lexsort((position, origin))
    sorted_bigrams, sorted_origins = bigrams[order], origin[order]
    n_bigrams = bigrams.shape[1]
    df, early = np.zeros(n_bigrams), np.zeros(n_bigrams)
    nearness = np.repeat(
        np.exp(-position[order] / weights.early_scale), np.diff(sorted_bigrams.indptr)
    )
    first = np.empty(n_bigrams, np.int64)
    firsts = np.flatnonzero(np.diff(sorted_origins, prepend=-1))
    for start, end in pairwise([*sorted_bigrams.indptr[firsts].tolist(), bigrams.nnz]):
        held, entries = sorted_bigrams.indices[start:end], np.arange(start, end)
        first[held[::-1]] = entries[::-1]  # the earliest is written last
        is_first = first[held] == entries
        df[held[is_first]] += 1
        early[held[is_first]] += nearness[entries[is_first]]
    df, n = np.maximum(df, 1), max(firsts.size, 1)
    worth = df / n * np.exp(weights.early_weight * early / df * min(3 / n, 1.5))
    return csr_array((worth[bigrams.indices], bigrams.indices, bigrams.indptr), shape=bigrams.shape)
