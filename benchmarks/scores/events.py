"""How well groups of articles agree with the events that they are known to be about.

Everything is kept for each event, so an interval over events costs nearly nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.scores.statistics import N_RESAMPLES, SEED

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


class Agreement(NamedTuple):
    """What is known of each of k events; its arrays have shape (k,).

    Attributes
    ----------
    n_articles
        Of the event.
    precision, recall
        Sums over its articles, by B-Cubed.
    aligned
        φ4 between the event and the group that it is aligned with.
    n_groups
        How many groups are the event's: each counts for the events of its articles by their share.
    """

    n_articles: NDArray[np.float64]
    precision: NDArray[np.float64]
    recall: NDArray[np.float64]
    aligned: NDArray[np.float64]
    n_groups: NDArray[np.float64]


def agreement(event: ArrayLike, group: ArrayLike) -> Agreement:
    """Compare groups of articles with their events.

    Parameters
    ----------
    event, group
        For each article its event and the group that it was put in.

    References
    ----------
    Bagga and Baldwin (1998), B-Cubed, with an article as the element, as in Amigó, Gonzalo, Artiles
    and Verdejo (2009), Information Retrieval 12. Luo (2005), HLT/EMNLP: CEAF with φ4, here of
    articles.
    """
    _, event_of = np.unique(event, return_inverse=True)
    _, group_of = np.unique(group, return_inverse=True)
    shared = np.zeros((event_of.max() + 1, group_of.max() + 1))
    np.add.at(shared, (event_of, group_of), 1)
    n_articles, size = shared.sum(axis=1), shared.sum(axis=0)
    alike = 2 * shared / (n_articles[:, None] + size)
    events, groups = linear_sum_assignment(alike, maximize=True)
    aligned = np.zeros(n_articles.size)
    aligned[events] = alike[events, groups]
    precision = (shared**2 / size).sum(axis=1)
    recall = (shared**2 / n_articles[:, None]).sum(axis=1)
    return Agreement(n_articles, precision, recall, aligned, (shared / size).sum(axis=1))


def bcubed(found: Agreement) -> Score:
    """Return B-Cubed: the mean over articles of how pure its group is, and how complete.

    >>> score = bcubed(agreement([1, 1, 2], [1, 1, 1]))
    >>> round(score.precision, 3), score.recall
    (0.556, 1.0)
    """
    return Score(*_bcubed(found, np.ones(found.n_articles.size)))


def ceaf(found: Agreement) -> Score:
    """Return CEAF with φ4: each group counts for the one event that it is aligned with.

    >>> score = ceaf(agreement([1, 1, 2], [1, 1, 1]))
    >>> score.precision, score.recall
    (0.8, 0.4)
    """
    return Score(*_ceaf(found, np.ones(found.n_articles.size)))


def intervals(found: Agreement) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the 95 % bootstrap intervals over events of the F1 of B-Cubed and of CEAF."""
    k = found.n_articles.size
    times = np.random.default_rng(SEED).multinomial(k, np.full(k, 1 / k), size=N_RESAMPLES)
    low_high = []
    for measure in (_bcubed, _ceaf):
        f1 = [measure(found, drawn)[2] for drawn in times]
        low, high = np.quantile(f1, [0.025, 0.975])
        low_high.append((float(low), float(high)))
    return low_high[0], low_high[1]


def _bcubed(found: Agreement, times: NDArray[np.float64]) -> tuple[float, float, float]:
    n = times @ found.n_articles
    return _with_f1(float(times @ found.precision / n), float(times @ found.recall / n))


def _ceaf(found: Agreement, times: NDArray[np.float64]) -> tuple[float, float, float]:
    aligned = float(times @ found.aligned)
    return _with_f1(aligned / float(times @ found.n_groups), aligned / float(times.sum()))


def _with_f1(precision: float, recall: float) -> tuple[float, float, float]:
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0
