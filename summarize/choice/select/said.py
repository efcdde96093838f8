"""What a summary has said so far, updated after each pick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csc_array, csr_array


class Said:
    """What has been said so far, and how much of each of the n sentences it covers."""

    def __init__(self, weights: csr_array, rows: csr_array) -> None:
        self._weights, self._holders, self._terms = weights, weights.tocsc(), rows.tocsc()
        self._totals = np.maximum(weights.sum(axis=1), np.finfo(float).tiny)
        self._n_terms = np.diff(rows.indptr)
        n, d = rows.shape
        self._covered, self._is_said = np.zeros(n), np.zeros(weights.shape[1], np.bool_)
        self._likeness, self._sum = np.zeros(n), np.zeros(d)

    def cover(self) -> NDArray[np.float64]:
        """Return the share of each sentence's bigram weight that has been said."""
        return self._covered / self._totals

    def likeness(self) -> NDArray[np.float64]:
        """Return the cosine of each sentence to the sum of the rows that were added."""
        length = np.sqrt((self._sum * self._sum).sum())  # not by BLAS: its sums depend on threads
        return self._likeness / max(length, 1.0)

    def add_bigrams(self, index: int) -> None:
        """Count the bigrams of a sentence as said."""
        bigrams = self._weights[[index]].indices
        new = bigrams[~self._is_said[bigrams]]
        self._is_said[new] = True
        entries, _ = _entries(self._holders, new)
        holders, weights = self._holders.indices[entries], self._holders.data[entries]
        self._covered += np.bincount(holders, weights, self._covered.size)

    def unsaid(self) -> NDArray[np.float64]:
        """Return the bigram weight of each sentence that has not been said."""
        return self._totals - self._covered

    def compare(self, row: csr_array) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return each sentence's cosine to a row, and that of the word sets.

        Only the columns that the row uses are touched.
        """
        n, columns = self._likeness.size, row.indices
        entries, lengths = _entries(self._terms, columns)
        holders = self._terms.indices[entries]
        products = self._terms.data[entries] * np.repeat(row.data, lengths)
        cosine = np.bincount(holders, products, n).astype(np.float64, copy=False)
        n_common = np.bincount(holders, minlength=n)
        return cosine, n_common / np.sqrt(np.maximum(self._n_terms * row.nnz, 1))

    def add_row(self, row: csr_array) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Count a row as said; return what `compare` returns."""
        cosine, shared = self.compare(row)
        self._sum[row.indices] += row.data
        self._likeness += cosine
        return cosine, shared


def _entries(
    matrix: csc_array, columns: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return the indices of some columns in a matrix's data, and the length of each column."""
    starts, lengths = matrix.indptr[columns], np.diff(matrix.indptr)[columns]
    before = np.cumsum(lengths) - lengths
    return np.arange(lengths.sum()) + np.repeat(starts - before, lengths), lengths
