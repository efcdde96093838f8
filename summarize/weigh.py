"""What each bigram is worth: the more articles carry it, and the earlier they do, the more."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

# How many sentences make an early mention count a third of one in the first sentence.
EARLY_SCALE = 10

# What a mention at the very start adds to the logarithm of a weight where three articles are
# given: few articles corroborate little, and what they begin with says more.
EARLY_WEIGHT = 0.8


def weigh(
    bigrams: csr_array, documents: NDArray[np.int64], positions: NDArray[np.int64]
) -> csr_array:
    """Weigh bigrams by how many documents carry them and how early.

    Parameters
    ----------
    bigrams : csr_array of shape (n, m)
        Which of the n sentences, in the order of their documents and positions, holds which of
        the m bigrams.
    documents, positions : ndarray of shape (n,)
        The document of each sentence and its place in it, from 0.

    Returns
    -------
    csr_array of shape (n, m)
        The weight of each bigram in every sentence that holds it.

    Notes
    -----
    ::

        df / N · exp(EARLY_WEIGHT · early · min(3 / N, 3 / 2))

    df of the N documents carry the bigram, and `early` is the mean of
    exp(−first position / EARLY_SCALE) over them. Document frequency as the weight of a concept is
    that of Gillick and Favre (2009), ILP-NLP. O(nonzeros).
    """
    n_bigrams, n_documents = bigrams.shape[1], np.unique(documents).size
    df, early = np.zeros(n_bigrams), np.zeros(n_bigrams)
    nearness = np.repeat(np.exp(-positions / EARLY_SCALE), np.diff(bigrams.indptr))
    first = np.empty(n_bigrams, np.int64)
    firsts = np.flatnonzero(np.diff(documents, prepend=-1))
    for start, end in pairwise([*bigrams.indptr[firsts].tolist(), bigrams.nnz]):
        held, entries = bigrams.indices[start:end], np.arange(start, end)
        first[held[::-1]] = entries[::-1]  # the earliest is written last
        is_first = first[held] == entries
        df[held[is_first]] += 1
        early[held[is_first]] += nearness[entries[is_first]]
    df, n = np.maximum(df, 1), max(n_documents, 1)
    worth = df / n * np.exp(EARLY_WEIGHT * early / df * min(3 / n, 1.5))
    return csr_array((worth[bigrams.indices], bigrams.indices, bigrams.indptr), shape=bigrams.shape)
