"""Which sentences: greedy maximal marginal relevance within a budget.

What is chosen and why is all that is decided here; reading order comes later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from summarize.model import Pick

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csc_array

# Cosine from which a sentence says the same as another, or as the summary so far.
SAME = 0.3

# Of what a sentence says, less than this share may have been said before.
MOST_COVERED = 0.5

# Likeness to all that was said so far from which a sentence counts as wholly redundant.
WHOLLY_REDUNDANT = 0.7

# A summary that fills this share of its budget is not filled up with what is less relevant than
# this: a shorter summary reads better than one that ends in a trifle.
FULL_ENOUGH, TRIFLE = 0.85, 0.25


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
    Each time, the sentence with the highest gain among those that fit is taken; ties go to the
    earlier one::

        gain       = λ · relevance − (1 − λ) · redundancy
        redundancy = relevance · max(cover, likeness / WHOLLY_REDUNDANT), at most relevance

    `cover` is the share of the sentence's bigram weight that the picks already said; alone, with
    λ = 1 / (2 − c), it would make the gain the marginal cover of weighted bigrams in which one
    that was said before still counts c. `likeness` is the cosine to the mean of the picks'
    themes; a pick's theme is the mean of all sentences that say the same as it.

    Whatever its gain, a sentence is out if its cover is `MOST_COVERED` or more, or if it says the
    same as a pick, or as the themes of all picks together, by a cosine of `SAME`: two sentences
    that differ in their words can both be near a third.

    All is kept up to date from pick to pick: O(n_picks · nonzeros).

    References
    ----------
    Carbonell and Goldstein (1998), SIGIR, equation 1, with the redundancy to the whole set of
    picks instead of the highest to one; Lin and Bilmes (2011), ACL, for cover.
    """
    n, d = rows.shape
    holders, terms = weights.tocsc(), rows.tocsc()
    totals = np.maximum(weights.sum(axis=1), np.finfo(float).tiny)
    covered, is_said = np.zeros(n), np.zeros(weights.shape[1], np.bool_)
    likeness, likeness_sum, themes = np.zeros(n), np.zeros(n), np.zeros(d)
    is_open = is_usable.copy()
    chosen = np.append(np.zeros(n, np.bool_), True)  # the last for a need of -1
    spent = 0
    picks: list[Pick] = []
    while True:
        share = np.maximum(covered / totals, likeness / WHOLLY_REDUNDANT)
        redundancy = relevance * np.minimum(share, 1.0)
        gain = mmr_lambda * relevance - (1 - mmr_lambda) * redundancy
        if spent >= FULL_ENOUGH * budget:
            is_open &= relevance >= TRIFLE
        gain[~(is_open & chosen[needs] & (costs <= budget - spent))] = -np.inf
        best = int(np.argmax(gain)) if n else -1
        if best < 0 or gain[best] == -np.inf:
            break
        picks.append(Pick(best, *(float(x[best]) for x in (relevance, redundancy, gain))))
        chosen[best], is_open[best] = True, False
        spent += int(costs[best])

        bigrams = weights.indices[weights.indptr[best] : weights.indptr[best + 1]]
        new = bigrams[~is_said[bigrams]]
        is_said[new] = True
        covered += holders[:, new].sum(axis=1)

        is_same = _cosine(terms, rows[[best]]) >= SAME
        theme = _unit(rows[is_same].sum(axis=0))
        themes += theme
        likeness_sum += _cosine(terms, csr_array(theme[None, :]))
        likeness = likeness_sum / max(_length(themes), 1.0)
        is_open &= ~is_same & (likeness < SAME) & (covered < MOST_COVERED * totals)
    return tuple(picks or _cheapest(relevance, costs, is_usable & (needs < 0), mmr_lambda))


def _cosine(terms: csc_array, row: csr_array) -> NDArray[np.float64]:
    """Cosine of every sentence to a unit row; only the columns that it uses are touched."""
    cosine: NDArray[np.float64] = terms[:, row.indices] @ row.data
    return cosine


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    length = _length(vector)
    return vector / length if length else vector


def _length(vector: NDArray[np.float64]) -> float:
    """Euclidean; not by BLAS, whose sums depend on the number of threads."""
    return float(np.sqrt((vector * vector).sum()))


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
