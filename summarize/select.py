"""Which sentences: greedy maximal marginal relevance within a budget.

What is chosen and why is all that is decided here; reading order comes later.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from summarize.model import Pick, Rival

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from scipy.sparse import csc_array

# Cosine of TF-IDF rows from which two sentences say the same.
SAME = 0.45

# Cosine of their sets of words from which sentences of two articles do: one for articles of about
# the same day, whose shared words tell the same news, one for others, which tell what came next.
SAME_NEWS, SAME_LATER, N_DAYS = 0.3, 0.45, 2

# A summary that fills this share of its budget is not filled up with what is less relevant than
# this: a shorter summary reads better than one that ends in a trifle.
FULL_ENOUGH, TRIFLE = 0.9, 0.15

OPEN, REFUSED = -1, -2  # what is no index of the pick that says the same

# Likeness to all that was said so far from which a sentence counts as wholly redundant.
WHOLLY_REDUNDANT = 0.7


def select(
    relevance: NDArray[np.float64],
    weights: csr_array,
    rows: csr_array,
    costs: NDArray[np.int64],
    is_usable: NDArray[np.bool_],
    needs: NDArray[np.int64],
    documents: NDArray[np.int64],
    days: NDArray[np.float64],
    *,
    seen: csr_array,
    accept: Callable[[int], bool] = lambda _: True,
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
    documents : ndarray of shape (n,)
        A number for each sentence's article.
    days : ndarray of shape (n,)
        The day of it as a number, not a number where it has no date.
    seen : csr_array of shape (k, d)
        Unit TF-IDF rows of what the reader knows already; it counts as said.
    accept
        Asked of each sentence before it is chosen; one that is refused is out.
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
    that was said before still counts c. `likeness` is the cosine to the sum of the picks' rows.

    Whatever its gain, a sentence is out if it says the same as a pick: if their cosine is `SAME`
    or more, or they stand in two articles and the cosine of their sets of words is `SAME_NEWS` or
    more, `SAME_LATER` where the articles are known to be more than `N_DAYS` days apart.

    All is kept up to date from pick to pick: O(n_picks · nonzeros).

    References
    ----------
    Carbonell and Goldstein (1998), SIGIR, equation 1, with the redundancy to the whole set of
    picks instead of the highest to one; Lin and Bilmes (2011), ACL, for cover.
    """
    n, d = rows.shape
    plain = _plain(rows)
    holders, terms, words = weights.tocsc(), rows.tocsc(), plain.tocsc()
    totals = np.maximum(weights.sum(axis=1), np.finfo(float).tiny)
    covered, is_said = np.zeros(n), np.zeros(weights.shape[1], np.bool_)
    likeness, told = np.zeros(n), np.zeros(d)
    is_open = is_usable.copy()
    chosen = np.append(np.zeros(n, np.bool_), True)  # the last for a need of -1
    closed_by = np.full(n, OPEN)
    spent = 0
    picks: list[Pick] = []
    beaten: list[tuple[int, float]] = []  # by each pick: the runner-up and its gain

    def tell(row: csr_array, plain_row: csr_array) -> NDArray[np.float64]:
        """Count a row as said; give how much each sentence shares of its words."""
        nonlocal likeness
        cosine = _cosine(terms, row)
        told[row.indices] += row.data
        likeness = likeness + cosine
        is_open[cosine >= SAME] = False
        return _cosine(words, plain_row)

    for index in range(seen.shape[0]):
        is_open &= tell(seen[[index]], _plain(seen[[index]])) < SAME_LATER
    is_new = is_open.copy()
    while True:
        like = likeness / max(_length(told), 1.0) / WHOLLY_REDUNDANT
        redundancy = relevance * np.minimum(np.maximum(covered / totals, like), 1.0)
        gain = mmr_lambda * relevance - (1 - mmr_lambda) * redundancy
        if spent >= FULL_ENOUGH * budget:
            is_open &= relevance >= TRIFLE
        gain[~(is_open & chosen[needs] & (costs <= budget - spent))] = -np.inf
        best = int(np.argmax(gain)) if n else -1
        if best < 0 or gain[best] == -np.inf:
            break
        if not accept(best):
            is_open[best], closed_by[best] = False, REFUSED
            continue
        picks.append(_pick(best, relevance, redundancy, gain))
        gain[best], chosen[best] = -np.inf, True
        beaten.append((int(np.argmax(gain)), float(np.max(gain))))
        spent += int(costs[best])

        bigrams = weights[[best]].indices
        new = bigrams[~is_said[bigrams]]
        is_said[new] = True
        covered += holders[:, new].sum(axis=1)

        was_open = is_open.copy()
        shared = tell(rows[[best]], plain[[best]])
        same_from = np.where(np.abs(days - days[best]) > N_DAYS, SAME_LATER, SAME_NEWS)
        is_open &= (shared < same_from) | (documents == documents[best])
        closed_by[was_open & ~is_open] = best
        is_open[best] = False
    if not picks:
        return tuple(_cheapest(relevance, costs, is_new & (needs < 0), accept, mmr_lambda))

    return tuple(
        replace(pick, rival=_rival(index, value, chosen, closed_by, costs <= budget - spent))
        for pick, (index, value) in zip(picks, beaten, strict=True)
    )


def _pick(
    index: int,
    relevance: NDArray[np.float64],
    redundancy: NDArray[np.float64],
    gain: NDArray[np.float64],
) -> Pick:
    """Keep the numbers by which a sentence was chosen."""
    return Pick(index, float(relevance[index]), float(redundancy[index]), float(gain[index]))


def _rival(
    index: int,
    gain: float,
    chosen: NDArray[np.bool_],
    closed_by: NDArray[np.int64],
    fits: NDArray[np.bool_],
) -> Rival | None:
    """Tell what became of a runner-up, now that all is chosen."""
    if gain == -np.inf:
        return None
    same_as = int(closed_by[index])
    if chosen[index]:
        return Rival(index, gain, "chosen", None)
    if same_as >= 0:
        return Rival(index, gain, "same", same_as)
    if same_as == REFUSED:
        return Rival(index, gain, "refused", None)
    return Rival(index, gain, "trifle" if fits[index] else "long", None)


def _plain(rows: csr_array) -> csr_array:
    """Give unit rows in which every word counts the same."""
    n_words = np.diff(rows.indptr)
    values = np.repeat(1 / np.sqrt(np.maximum(n_words, 1)), n_words)
    return csr_array((values, rows.indices, rows.indptr), rows.shape)


def _cosine(terms: csc_array, row: csr_array) -> NDArray[np.float64]:
    """Cosine of every sentence to a unit row; only the columns that it uses are touched."""
    cosine: NDArray[np.float64] = terms[:, row.indices] @ row.data
    return cosine


def _length(vector: NDArray[np.float64]) -> float:
    """Euclidean; not by BLAS, whose sums depend on the number of threads."""
    return float(np.sqrt((vector * vector).sum()))


def _cheapest(
    relevance: NDArray[np.float64],
    costs: NDArray[np.int64],
    is_open: NDArray[np.bool_],
    accept: Callable[[int], bool],
    mmr_lambda: float,
) -> list[Pick]:
    """Give the cheapest sentence that is accepted; the most relevant of equally cheap ones."""
    open_ = np.flatnonzero(is_open)
    for best in open_[np.lexsort((-relevance[open_], costs[open_]))].tolist():
        if accept(best):
            score = float(relevance[best])
            return [Pick(best, score, 0.0, mmr_lambda * score)]
    return []
