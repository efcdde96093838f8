"""Which sentences: greedy maximal marginal relevance within a budget.

It decides what is chosen and why, and nothing else; reading order comes later.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summarize.choice.select.again import Told
from summarize.choice.select.candidates import PATIENCE, REFUSED, Candidates
from summarize.choice.select.fuller import Fuller, repeating
from summarize.choice.select.said import Said
from summarize.model import Pick, Rival

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from summarize.choice.budget import Budget
    from summarize.choice.gate import Gate
    from summarize.evidence.measure import Evidence
    from summarize.model import Fate
    from summarize.weights import Weights


DOUBT = 0.7  # the factor of relevance for a sentence that is doubted
SHORT = 0.75  # share of the budget; a shorter summary may use what nothing introduces


class Choice(NamedTuple):
    """The picks in order of choice, and what became of the sentence of an index."""

    picks: tuple[Pick, ...]
    fate: Callable[[int], Fate]


def select(
    evidence: Evidence,
    relevance: NDArray[np.float64],
    gate: Gate,
    budget: Budget,
    *,
    mmr_lambda: float,
    weights: Weights,
) -> Choice:
    """Choose sentences greedily by maximal marginal relevance.

    Parameters
    ----------
    evidence
        What is known about the n sentences; what the reader has `seen` counts as already said.
    relevance : ndarray of shape (n,)
        Salience in [0, 1].
    gate
        Decides whether a candidate may be chosen at all, and which sentence must be chosen before
        it. It is asked again before a sentence is chosen; when it has refused `PATIENCE` of them in
        a row, selection ends.
    budget
        The most that the costs may sum to.
    mmr_lambda
        1 counts relevance only, 0 novelty only.
    weights
        When a sentence is redundant, or not worth adding to a nearly full summary.

    Returns
    -------
    Choice
        The costs of its picks sum to at most the `budget`. If no usable sentence fits, the cheapest
        is given alone.

    Notes
    -----
    Each time, the sentence with the highest gain among those that fit is taken; ties go to the
    earlier one::

        gain       = λ · relevance − (1 − λ) · redundancy
        redundancy = relevance · max(cover, likeness / wholly_redundant), at most relevance

    `cover` is the share of the sentence's bigram weight that the picks already say; alone, with
    λ = 1 / (2 − c), it would make the gain the marginal cover of weighted bigrams in which a
    bigram that was said before still counts c. `likeness` is the cosine to the sum of the picks'
    rows.

    Whatever its gain, a sentence is out if it `repeats` a pick, or tells one again and adds nothing
    (`Told`); if it adds something, its relevance is multiplied by `DOUBT`, once. One that takes as
    known what nobody has told waits for a pick that tells it; only a summary that would be shorter
    than `SHORT` of its budget does without.

    Before a sentence is chosen, a fuller one that says the same takes its place (`Fuller`).

    Everything is updated after each pick: O(n_picks · nonzeros).

    References
    ----------
    Carbonell and Goldstein (1998), SIGIR, equation 1, with the redundancy to the whole set of
    picks instead of the highest to one; Lin and Bilmes (2011), ACL, for cover.
    """
    said = Said(evidence.weights, evidence.rows)
    told = Told(evidence, gate.language)
    relevance = relevance.copy()  # what is doubted counts less
    candidates = Candidates(relevance.size, gate)
    fuller = Fuller(evidence, weights, budget.costs, candidates, gate, told, said)
    is_open, closed_by = candidates.is_open, candidates.closed_by
    spent = 0
    picks: list[Pick] = []
    runners_up: list[tuple[int, float]] = []  # of each pick: the index and its gain
    for index in range(evidence.seen.shape[0]):
        cosine, shared = said.add_row(evidence.seen[[index]])
        is_open &= (cosine < weights.same) & (shared < weights.same)
    closed_by[~is_open] = REFUSED
    is_new = is_open.copy()
    while True:
        share = np.maximum(said.cover(), said.likeness() / weights.wholly_redundant)
        redundancy = relevance * np.minimum(share, 1.0)
        gain = mmr_lambda * relevance - (1 - mmr_lambda) * redundancy
        if spent >= weights.full_enough * budget.limit:
            is_open &= relevance >= weights.trifle
        gain[~(candidates.are_free() & (budget.costs <= budget.limit - spent))] = -np.inf
        best = candidates.best_accepted(gain)
        if best < 0:
            if spent < SHORT * budget.limit and candidates.free_all():
                continue
            break
        if repeat := told.repeat(best, gate.citations[best]):
            relevance[best] *= DOUBT
            if not repeat.adds:
                closed_by[best], is_open[best] = repeat.pick, False
            continue
        if told.is_overtaken(best, gate.citations[best]):
            relevance[best] *= DOUBT
            continue
        best = fuller.instead_of(best, relevance, gain)
        told.add(best, gate.citations[best])
        picks.append(_pick(best, relevance, redundancy, gain))
        gain[best] = -np.inf
        runner_up = candidates.best(gain)
        runners_up.append((runner_up, float(gain[runner_up])))
        spent += int(budget.costs[best])

        said.add_bigrams(best)
        cosine, shared = said.add_row(evidence.rows[[best]])
        near = repeating(best, cosine, shared, is_open, evidence, weights)
        closed_by[near], is_open[near] = best, False
        candidates.choose(best)
    if not picks:
        picks = _cheapest(relevance, budget.costs, is_new, gate, mmr_lambda)
        candidates.is_chosen[[pick.index for pick in picks]] = True
    candidates.fits = budget.costs <= budget.limit - spent
    return Choice(_with_rivals(picks, runners_up, candidates.fate), candidates.fate)


def _with_rivals(
    picks: list[Pick], runners_up: list[tuple[int, float]], fate: Callable[[int], Fate]
) -> tuple[Pick, ...]:
    """Return the picks with their runners-up, whose fate is known at the end of selection."""
    for place, (index, value) in enumerate(runners_up):
        if index >= 0:
            picks[place] = replace(picks[place], rival=Rival(index, value, fate(index)))
    return tuple(picks)


def _pick(
    index: int,
    relevance: NDArray[np.float64],
    redundancy: NDArray[np.float64],
    gain: NDArray[np.float64],
) -> Pick:
    """Record the numbers by which a sentence was chosen."""
    return Pick(index, float(relevance[index]), float(redundancy[index]), float(gain[index]))


def _cheapest(
    relevance: NDArray[np.float64],
    costs: NDArray[np.int64],
    is_open: NDArray[np.bool_],
    gate: Gate,
    mmr_lambda: float,
) -> list[Pick]:
    """Return the cheapest sentence that is accepted; the most relevant of equally cheap ones."""
    open_ = np.flatnonzero(is_open)
    n_refused = 0
    for best in open_[np.lexsort((-relevance[open_], costs[open_]))].tolist():
        verdict = gate.verdict(best)
        if not verdict.is_usable or verdict.need >= 0:
            continue
        if gate.accepts(best):
            score = float(relevance[best])
            return [Pick(best, score, 0.0, mmr_lambda * score)]
        n_refused += 1
        if n_refused == PATIENCE:
            break
    return []
