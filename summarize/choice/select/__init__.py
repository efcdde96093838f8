"""Which sentences: greedy maximal marginal relevance within a budget.

What is chosen and why is all that is decided here; reading order comes later.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from summarize.choice.select.candidates import PATIENCE, REFUSED, Candidates
from summarize.choice.select.said import Said
from summarize.model import Pick, Rival

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

# Cosine of TF-IDF rows from which two sentences say the same.
SAME = 0.45

# Cosine of their sets of words from which sentences of two articles do: one for articles of about
# the same day, whose shared words tell the same news, one for others, which tell what came next.
SAME_NEWS, SAME_LATER, N_DAYS = 0.3, 0.45, 2

# A summary that fills this share of its budget is not filled up with what is less relevant than
# this: a shorter summary reads better than one that ends in a trifle.
FULL_ENOUGH, TRIFLE = 0.9, 0.15

# Likeness to all that was said so far from which a sentence counts as wholly redundant.
WHOLLY_REDUNDANT = 0.7


def select(
    relevance: NDArray[np.float64],
    weights: csr_array,
    rows: csr_array,
    costs: NDArray[np.int64],
    documents: NDArray[np.int64],
    days: NDArray[np.float64],
    *,
    verdict: Callable[[int], tuple[bool, int]],
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
    documents : ndarray of shape (n,)
        A number for each sentence's article.
    days : ndarray of shape (n,)
        The day of it as a number, not a number where it has no date.
    verdict
        Tells of a sentence that may come next whether it may be chosen at all, and the index of
        the one that must be chosen before it, or -1.
    seen : csr_array of shape (k, d)
        Unit TF-IDF rows of what the reader knows already; it counts as said.
    accept
        Asked of each sentence before it is chosen; one that is refused is out, and when `PATIENCE`
        have been refused one after the other, all are.
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
    n = rows.shape[0]
    said = Said(weights, rows)
    candidates = Candidates(n, verdict)
    is_open, closed_by = candidates.is_open, candidates.closed_by
    spent = 0
    picks: list[Pick] = []
    beaten: list[tuple[int, float]] = []  # by each pick: the runner-up and its gain
    for index in range(seen.shape[0]):
        cosine, shared = said.tell(seen[[index]])
        is_open &= (cosine < SAME) & (shared < SAME_LATER)
    is_new = is_open.copy()
    while True:
        share = np.maximum(said.cover(), said.likeness() / WHOLLY_REDUNDANT)
        redundancy = relevance * np.minimum(share, 1.0)
        gain = mmr_lambda * relevance - (1 - mmr_lambda) * redundancy
        if spent >= FULL_ENOUGH * budget:
            is_open &= relevance >= TRIFLE
        gain[~(candidates.are_free() & (costs <= budget - spent))] = -np.inf
        best = candidates.best_accepted(gain, accept)
        if best < 0:
            break
        picks.append(_pick(best, relevance, redundancy, gain))
        gain[best] = -np.inf
        runner_up = candidates.best(gain)
        beaten.append((runner_up, float(gain[runner_up]) if runner_up >= 0 else -np.inf))
        spent += int(costs[best])

        said.add(best)
        cosine, shared = said.tell(rows[[best]])
        same_from = np.where(np.abs(days - days[best]) > N_DAYS, SAME_LATER, SAME_NEWS)
        is_same = (cosine >= SAME) | ((shared >= same_from) & (documents != documents[best]))
        closed_by[is_open & is_same] = best
        is_open &= ~is_same
        candidates.choose(best)
    if not picks:
        return tuple(_cheapest(relevance, costs, is_new, verdict, accept, mmr_lambda))
    fits = costs <= budget - spent
    return tuple(
        replace(pick, rival=_rival(index, value, candidates, fits))
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
    index: int, gain: float, candidates: Candidates, fits: NDArray[np.bool_]
) -> Rival | None:
    """Tell what became of a runner-up, now that all is chosen."""
    if gain == -np.inf:
        return None
    same_as = int(candidates.closed_by[index])
    if candidates.is_chosen[index]:
        return Rival(index, gain, "chosen", None)
    if same_as >= 0:
        return Rival(index, gain, "same", same_as)
    if same_as == REFUSED:
        return Rival(index, gain, "refused", None)
    return Rival(index, gain, "trifle" if fits[index] else "long", None)


def _cheapest(
    relevance: NDArray[np.float64],
    costs: NDArray[np.int64],
    is_open: NDArray[np.bool_],
    verdict: Callable[[int], tuple[bool, int]],
    accept: Callable[[int], bool],
    mmr_lambda: float,
) -> list[Pick]:
    """Give the cheapest sentence that is accepted; the most relevant of equally cheap ones."""
    open_ = np.flatnonzero(is_open)
    n_refused = 0
    for best in open_[np.lexsort((-relevance[open_], costs[open_]))].tolist():
        is_usable, need = verdict(best)
        if not is_usable or need >= 0:
            continue
        if accept(best):
            score = float(relevance[best])
            return [Pick(best, score, 0.0, mmr_lambda * score)]
        n_refused += 1
        if n_refused == PATIENCE:
            break
    return []
