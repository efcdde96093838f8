"""Relevance by similarity to the centroid of the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from summarize.evidence.lengths import lengths, row_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.evidence.measure import Evidence


def centroid(evidence: Evidence) -> NDArray[np.float64]:
    """Return the cosine of each sentence to the mean of the unit vectors of the origins.

    Notes
    -----
    After Radev, Jing, Styś and Tam (2004), with documents rather than sentences averaged, so
    that a long article does not outweigh the others. O(nonzeros).
    """
    rows, origin = evidence.rows, evidence.origin
    n = rows.shape[0]
    belongs = csr_array((np.ones(n), (origin, np.arange(n))), shape=(origin.max() + 1, n))
    sums = belongs @ rows
    sums.data /= lengths(sums)[row_of(sums)]
    mean = np.asarray(sums.mean(axis=0)).ravel()
    length = np.sqrt((mean * mean).sum())  # not by BLAS: its sums depend on the number of threads
    return rows @ (mean / length if length else mean)
