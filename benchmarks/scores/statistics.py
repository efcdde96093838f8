"""How certain the scores are: intervals over clusters and a paired test.

Each call draws from a new generator with a fixed seed, so the same scores always give the same
interval, whatever was computed before. scipy has both, but draws different samples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

N_RESAMPLES = 1_000
N_PERMUTATIONS = 10_000
SEED = 20_040_725


def interval(values: Sequence[float], *, level: float = 0.95) -> tuple[float, float]:
    """Return the percentile bootstrap interval of the mean.

    Parameters
    ----------
    values
        One number per cluster, at least one.
    level
        Share of the resampled means that the interval contains.

    References
    ----------
    Efron and Tibshirani (1993), chapter 13.

    Examples
    --------
    >>> interval([2.0, 2.0, 2.0])
    (2.0, 2.0)
    """
    n = len(values)
    # A resample's mean depends only on how often each value is drawn.
    drawn = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), size=N_RESAMPLES)
    means = drawn @ np.asarray(values, float) / n
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def p_value(values: Sequence[float], others: Sequence[float]) -> float:
    """Return the two-sided p-value of a paired permutation test on the difference of the means.

    If the two systems were equal, each cluster's difference could as well have the other sign;
    p is the share of random signs with a mean at least as far from 0 as the observed one.

    Parameters
    ----------
    values, others
        One number per cluster, in the same order of clusters; at least one.

    References
    ----------
    Noreen (1989), approximate randomisation; with one added to both counts, so p is never 0.

    Examples
    --------
    >>> p_value([0.5, 0.25], [0.5, 0.25])
    1.0
    """
    differences = np.asarray(values, float) - np.asarray(others, float)
    seen = abs(differences.sum())
    generator = np.random.default_rng(SEED)
    flips = generator.integers(0, 2, size=(N_PERMUTATIONS, len(differences)), dtype=np.int8)
    sums = differences.sum() - 2 * (flips @ differences)
    n_as_far = int(np.count_nonzero(np.abs(sums) >= seen - 1e-12))
    return (n_as_far + 1) / (N_PERMUTATIONS + 1)
