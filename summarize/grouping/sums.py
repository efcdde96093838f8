"""How alike two groups of articles are: the mean over their pairs, computed from sums.

The mean cosine of all pairs of two groups is the product of the sums of their rows over the product
of their sizes, so no pair is ever looked at. What days say is a mean over pairs of days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from summarize.grouping.neighbours import dots

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What days are worth: as much for each unit of ln(1 + days) that two articles are nearer in time
# than two of all the articles are on average, and as much against where they are further apart.
DAYS_WEIGHT = 0.04
HEAVY = 4096  # nonzeros from which a sum is multiplied as a dense row


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of m groups of articles.

    Attributes
    ----------
    rows : csr_array of shape (m, v)
        The sum of the rows of each group.
    dated : csr_array of shape (m, d)
        How many of its articles are of each day.
    size : ndarray of shape (m,)
        How many articles it has, dated or not.
    days : ndarray of shape (d,)
        The distinct days, as numbers.
    usual : float
        The mean of ln(1 + days) between two of all dated articles.
    """

    rows: csr_array
    dated: csr_array
    size: NDArray[np.float64]
    days: NDArray[np.float64]
    usual: float

    @classmethod
    def of(cls, rows: csr_array, day: NDArray[np.float64]) -> Sums:
        """Make groups of one article each; `day` has shape (n,), and NaN where it is not known."""
        n = rows.shape[0]
        known = np.flatnonzero(~np.isnan(day))
        days, column = np.unique(day[known], return_inverse=True)
        dated = csr_array((np.ones(known.size), (known, column)), shape=(n, days.size))
        return cls(rows, dated, np.ones(n), days, usual_gap(days, np.bincount(column)))

    def merged(self, group: NDArray[np.int64]) -> Sums:
        """Add up groups; `group` has shape (m,) and numbers from 0, or -1 for what is left out."""
        kept = np.flatnonzero(group >= 0)
        shape = (int(group.max(initial=-1)) + 1, group.size)
        belongs = csr_array((np.ones(kept.size), (group[kept], kept)), shape=shape)
        rows, dated = belongs @ self.rows, belongs @ self.dated
        return Sums(rows, dated, belongs @ self.size, self.days, self.usual)

    def alike(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return how alike two groups are, for pairs of them: arrays of shape (p,)."""
        n_pairs = self.size[first] * self.size[second]
        n_dated = np.diff(self.dated.indptr) if not self.days.size else self.dated.sum(axis=1)
        near = self.usual * n_dated[first] * n_dated[second] - self._gaps(first, second)
        return (self._products(first, second) + DAYS_WEIGHT * near) / n_pairs

    def _products(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.float64]:
        """Multiply sums; one with many words is spread out once, not copied for each pair."""
        n_words = np.diff(self.rows.indptr)
        swap = n_words[first] < n_words[second]
        larger, smaller = np.where(swap, second, first), np.where(swap, first, second)
        is_heavy = n_words[larger] > HEAVY
        found = np.zeros(first.size)
        light = np.flatnonzero(~is_heavy)
        found[light] = dots(self.rows, larger[light], smaller[light])
        for heavy in np.unique(larger[is_heavy]).tolist():
            its = np.flatnonzero(is_heavy & (larger == heavy))
            found[its] = self.rows[smaller[its]] @ self.rows[[heavy]].toarray()[0]
        return found

    def _gaps(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.float64]:
        """Add up ln(1 + days) over the pairs of dated articles of two groups."""
        start, n_days = self.dated.indptr, np.diff(self.dated.indptr)
        n_all = n_days[first].astype(np.int64) * n_days[second]
        pair = np.repeat(np.arange(first.size), n_all)
        at = np.arange(pair.size) - np.repeat(np.cumsum(n_all) - n_all, n_all)
        one = start[first[pair]] + at // n_days[second[pair]]
        other = start[second[pair]] + at % n_days[second[pair]]
        gap = np.abs(self.days[self.dated.indices[one]] - self.days[self.dated.indices[other]])
        value = np.log1p(gap) * self.dated.data[one] * self.dated.data[other]
        return np.bincount(pair, value, first.size).astype(np.float64)


def usual_gap(days: NDArray[np.float64], n_articles: NDArray[np.int64]) -> float:
    """Return the mean of ln(1 + days) between two articles; 0 if none is dated.

    Where all are of one day, this is 0, and days say nothing.

    >>> usual_gap(np.array([5.0]), np.array([3]))
    0.0
    """
    total = sum(
        float(n * (np.log1p(np.abs(days - day)) @ n_articles))
        for day, n in zip(days, n_articles, strict=True)
    )
    return total / float(n_articles.sum()) ** 2 if days.size else 0.0
