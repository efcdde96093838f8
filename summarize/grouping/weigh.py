"""What each word of an article is worth: unit rows of TF-IDF that events, not articles, decide.

A word that every article of one event uses is not a common word: it is what the event is about. So
the document frequency counts events as far as they are known, each once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from summarize.evidence.lengths import lengths, row_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.grouping.words import Words

TITLE_WEIGHT = 3.0  # of a word of the title, where the first word of the body has 1
RARE = 0.5  # of a word that no other article contains, where it would have 1
HALF = 400  # words into the body at which a word counts half


def counts(words: Words) -> csr_array:
    """Count the words of each article; those at its beginning count more, and the title's most.

    Returns
    -------
    csr_array of shape (n, v)
        The square roots of the weighted counts, of words that are not stop words.
    """
    n, v = len(words.documents), words.is_stop.size
    first = np.searchsorted(words.row, np.arange(n))
    position = np.arange(words.row.size) - first[words.row]
    row = np.concatenate([words.row, words.title_row])
    stem = np.concatenate([words.stem, words.title_stem])
    value = np.concatenate([1 / (1 + position / HALF), np.full(words.title_row.size, TITLE_WEIGHT)])
    kept = ~words.is_stop[stem]
    found = csr_array((value[kept], (row[kept], stem[kept])), shape=(n, v))
    found.sum_duplicates()
    return csr_array((np.sqrt(found.data), found.indices, found.indptr), (n, v))


def weigh(counted: csr_array, event: NDArray[np.int64]) -> csr_array:
    """Weigh the words by how few events contain them.

    Parameters
    ----------
    counted : csr_array of shape (n, v)
        As `counts` returns it.
    event : ndarray of shape (n,)
        The event of each article, numbered from 0; at first each is its own.

    Returns
    -------
    csr_array of shape (n, v)
        Rows with the smooth idf over the m events, ``ln((1 + m) / (1 + df)) + 1``, that are unit
        rows but for the words of one article only. Such words tie it to no other: they count
        `RARE` in its length and are left out.
    """
    n, v = counted.shape
    m = int(event.max(initial=-1)) + 1
    ones = np.ones(counted.indices.size, np.int32)
    belongs = csr_array((np.ones(n, np.int32), (event, np.arange(n))), shape=(m, n))
    held = belongs @ csr_array((ones, counted.indices, counted.indptr), counted.shape)
    idf = np.log((1 + m) / (1 + np.bincount(held.indices, minlength=v))) + 1
    is_rare = (np.bincount(counted.indices, minlength=v) < 2)[counted.indices]
    value = counted.data * idf[counted.indices] * np.where(is_rare, RARE, 1.0)
    rows = csr_array((value, counted.indices, counted.indptr), (n, v))
    kept = ~is_rare / lengths(rows)[row_of(rows)]
    rows = csr_array((value * kept, counted.indices, counted.indptr), (n, v), copy=True)
    rows.eliminate_zeros()
    return rows
