"""The random walk that LexRank and TextRank share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

DAMPING = 0.85
TOLERANCE = 1e-8


def walk(
    neighbours: Callable[[NDArray[np.float64]], NDArray[np.float64]], n: int
) -> NDArray[np.float64]:
    """Compute how often a surfer who follows links and sometimes jumps visits each sentence.

    Parameters
    ----------
    neighbours
        The product of the symmetric, non-negative n × n link matrix and a vector.
    n
        Number of sentences.

    Returns
    -------
    ndarray of shape (n,)
        Probabilities that sum to 1. A sentence without links can only be left by a jump.

    Notes
    -----
    Power iteration, ``p ← (1 − d)/n + d · Σ_j link_ij / degree_j · p_j``, from the uniform
    distribution until p changes by less than `TOLERANCE` in total (Brin & Page 1998).
    """
    degrees = neighbours(np.ones(n))
    is_linked = degrees > 0
    p = np.full(n, 1 / n)
    while True:  # each step shrinks the change by DAMPING
        followed = neighbours(np.divide(p, degrees, out=np.zeros_like(p), where=is_linked))
        jumping = 1 - DAMPING * p[is_linked].sum()
        new = DAMPING * followed + jumping / n
        if np.abs(new - p).sum() < TOLERANCE:
            return new
        p = new
