"""Which articles may be about one event: the nearest of each, found through the words they share.

No article is compared with all others. Candidates come from an inverted index in which common words
have few entries; what they have in common with an article is then computed from all words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from summarize.evidence.lengths import row_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

MOST = 32  # nearest articles of each that are kept
# Articles that a word finds; one that more contain says little, and finds those that it says most
# of: they may still be the event of thousands of articles.
MOST_HOLDERS, FEW = 1000, 32
LEAST = 0.04  # cosine from which two articles may be about one event
WORK = 1 << 23  # entries of the index that are added up at a time, to save memory
PAIRS = 1 << 16  # pairs whose rows are multiplied at a time


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows, each once, in ascending order.

    Attributes
    ----------
    first, second : ndarray of shape (p,)
        The rows; the first is the smaller one.
    cosine : ndarray of shape (p,)
        Their scalar product.
    """

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    cosine: NDArray[np.float64]


def neighbours(rows: csr_array) -> Pairs:
    """Find the `MOST` nearest articles of each, as pairs.

    Parameters
    ----------
    rows : csr_array of shape (n, v)
        Unit rows.

    Notes
    -----
    Each word of an article finds at most `MOST_HOLDERS` others, so the time is O(nonzeros), with
    that factor at worst. Where no word has more holders, the nearest are exactly those that all
    comparisons would give.
    """
    n = rows.shape[0]
    index = _index(rows)
    work = np.cumsum(np.bincount(row_of(rows), np.diff(index.indptr)[rows.indices], n))
    found: list[NDArray[np.int64]] = []
    start = 0
    while start < n:
        done = work[start - 1] if start else 0
        end = max(int(np.searchsorted(work, done + WORK)), start + 1)
        found.append(_nearest(rows[start:end] @ index, start))
        start = end
    keys = np.unique(np.concatenate([np.empty(0, np.int64), *found]))
    first, second = np.divmod(keys, max(n, 1))
    cosine = dots(rows, first, second)
    kept = cosine >= LEAST
    return Pairs(first[kept], second[kept], cosine[kept])


def _index(rows: csr_array) -> csr_array:
    """Return for each word the articles that contain it, or those that it weighs most in."""
    by_word = rows.T.tocsr()
    holders = np.diff(by_word.indptr)
    common = np.flatnonzero((holders > MOST_HOLDERS)[row_of(by_word)])
    word = row_of(by_word)[common]
    order = common[np.lexsort((by_word.indices[common], -by_word.data[common], word))]
    rank = np.arange(word.size) - np.searchsorted(word, word)
    by_word.data[order[rank >= FEW]] = 0
    by_word.eliminate_zeros()
    return by_word


def _nearest(products: csr_array, start: int) -> NDArray[np.int64]:
    """Return the nearest of each row as ``smaller · n + larger``."""
    n = products.shape[1]
    likely = products.data >= LEAST / 2
    row, column = (row_of(products) + start)[likely], products.indices[likely].astype(np.int64)
    value = products.data[likely]
    ends = np.searchsorted(row, np.arange(start, start + products.shape[0] + 1)).tolist()
    nearest = [
        begin + np.argpartition(-value[begin:end], MOST)[: MOST + 1]
        if end - begin > MOST + 1  # with the row itself
        else np.arange(begin, end)
        for begin, end in pairwise(ends)
    ]
    kept = np.concatenate(nearest)
    row, column = row[kept], column[kept]
    row, column = row[row != column], column[row != column]
    return np.minimum(row, column) * n + np.maximum(row, column)


def dots(
    rows: csr_array, first: NDArray[np.int64], second: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the scalar product of each pair of rows."""
    found = np.zeros(first.size)
    for start in range(0, first.size, PAIRS):
        part = slice(start, start + PAIRS)
        found[part] = rows[first[part]].multiply(rows[second[part]]).sum(axis=1)
    return found
