"""The lengths of sparse rows, without scikit-learn's checks, which take longer than small sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array


def row_of(rows: csr_array) -> NDArray[np.int64]:
    """Return the row of each nonzero."""
    return np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))


def lengths(*parts: csr_array) -> NDArray[np.float64]:
    """Return the length of each row, whose columns are in one matrix or several; 1 for zero rows.

    >>> from scipy.sparse import csr_array
    >>> lengths(csr_array([[3.0], [0.0]]), csr_array([[4.0], [0.0]])).tolist()
    [5.0, 1.0]
    """
    squares = np.zeros(parts[0].shape[0])
    for part in parts:
        squares += np.bincount(row_of(part), part.data * part.data, squares.size)
    return np.sqrt(np.where(squares > 0, squares, 1.0))
