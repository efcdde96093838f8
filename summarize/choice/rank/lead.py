"""Relevance by position: the baseline that news makes hard to beat."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array


def lead(
    rows: csr_array,  # noqa: ARG001 - all rankers are given the same
    weights: csr_array,  # noqa: ARG001
    documents: NDArray[np.int64],  # noqa: ARG001
    positions: NDArray[np.int64],
    *_: object,
) -> NDArray[np.float64]:
    """1 for the first sentence of each document, 1/2 for the second, 1/3 for the third."""
    scores: NDArray[np.float64] = 1 / (1 + positions)
    return scores
