"""Which sentences: greedy maximal marginal relevance within a budget.

What is chosen and why is all that is decided here; reading order comes later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.linalg import norm
from scipy.sparse import csr_array

from summarize.model import SAME, Pick




if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csc_array


def select(
    relevance: NDArray[np.float64],
    weights: csr_array,
    rows: csr_array,
    costs: NDArray[np.int64],
    is_usable: NDArray[np.bool_],
    needs: NDArray[np.int64],
    *,
    budget: int,
    mmr_lambda: float,
) -> tuple[Pick, ...]:
    """Choose sentences greedily by maximal marginal relevance.

    Parameters
    ----------
    relevance : ndarray of shape (n,)
        Salience in [0, 1].
    weights : csr_array of shape (n, m)
        What each sentence says: its bigrams with their weights.
    rows : csr_array of shape (n, d)
        Unit TF-IDF rows.
    costs : ndarray of shape (n,)
        Length of each sentence, at least 1.
    is_usable : ndarray of shape (n,)
        Which sentences may be chosen at all.
    needs : ndarray of shape (n,)
        Index of the sentence that must be chosen before this one may be, or -1.
    budget
        Most that the costs may sum to.
    mmr_lambda
        1 counts relevance only, 0 novelty only.

    Returns
    -------
    tuple of Pick
        In order of choice; their costs sum to at most `budget`. Only where not one usable
        sentence fits, the cheapest is given alone.

    Notes
    -----
    Each time, the sentence with the highest gain among those that fit is taken::

        gain       = λ · relevance − (1 − λ) · redundancy
        redundancy = relevance · (weight that the picks already say) / (weight of the sentence)

    which for λ = 1 / (2 − c) is the marginal cover of weighted bigrams in which one that was
    said before still counts c. Ties go to the earlier sentence. Whatever
    its gain, a sentence is out that says the same as a pick, by a cosine of `SAME` or more, or
    the same as the mean of all that do: two sentences that differ in their words can both be
    near a third.

    Redundancy never falls as picks are added, so it is kept: each bigram is added to the
    sentences that hold it once, when it is first said. O(nonzeros + n_picks · n) in all.

    References
    ----------
    Carbonell and Goldstein (1998), SIGIR, equation 1, with the redundancy to the whole set of
    picks instead of the highest to one; Lin and Bilmes (2011), ACL, for cover.
    """
    holders, terms = weights.tocsc(), rows.tocsc()
    totals = np.maximum(weights.sum(axis=1), np.finfo(float).tiny)
    said = np.zeros(len(relevance))
    is_said = np.zeros(weights.shape[1], np.bool_)
    is_open = is_usable.copy()
    picks: list[Pick] = []
    chosen = np.zeros(len(relevance) + 1, np.bool_)
    chosen[-1] = True  # where `needs` is -1
    while True:
        redundancy = relevance * np.minimum(said / totals, 1.0)
        gain = mmr_lambda * relevance - (1 - mmr_lambda) * redundancy
        gain[~(is_open & chosen[needs] & (costs <= budget))] = -np.inf
        best = int(np.argmax(gain)) if gain.size else -1
        if best < 0 or gain[best] == -np.inf:
            break
        picks.append(Pick(best, float(relevance[best]), float(redundancy[best]), float(gain[best])))
        chosen[best], is_open[best] = True, False
        budget -= int(costs[best])
        bigrams = _columns_of(weights, best)
        new = bigrams[~is_said[bigrams]]
        is_said[new] = True
        said += holders[:, new].sum(axis=1)
        theme = _similarity(terms, rows[[best]]) >= SAME
        theme[best] = True
        mean = rows[theme].sum(axis=0)[None, :]
        is_open &= ~theme & (_similarity(terms, csr_array(mean / norm(mean))) < SAME)
    return tuple(picks or _cheapest(relevance, costs, is_usable & (needs < 0), mmr_lambda))


def _cheapest(
    relevance: NDArray[np.float64],
    costs: NDArray[np.int64],
    is_usable: NDArray[np.bool_],
    mmr_lambda: float,
) -> list[Pick]:
    """Give the cheapest usable sentence; the most relevant of equally cheap ones."""
    usable = np.flatnonzero(is_usable)
    if not usable.size:
        return []
    best = int(usable[np.lexsort((-relevance[usable], costs[usable]))[0]])
    score = float(relevance[best])
    return [Pick(best, score, 0.0, mmr_lambda * score)]


def _columns_of(matrix: csr_array, row: int) -> NDArray[np.int64]:
    columns: NDArray[np.int64] = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]
    return columns


def _similarity(terms: csc_array, row: csr_array) -> NDArray[np.float64]:
    """Cosine of every sentence to a unit row; only the columns that it uses are touched."""
    similarity: NDArray[np.float64] = terms[:, row.indices] @ row.data
    return similarity
