"""What the reader asks for: how much of it each sentence contains, and which bigrams go with it.

The words of a question are seldom those of its answer. So a sentence's neighbours count as well,
and what is often said near the words of the question gains weight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEIGHBOUR = 0.5  # what the sentence before or after counts
DOUBT = 10  # average mentions that are added to each bigram's: few mentions show little
POWER = 2


def focus(
    rows: csr_array, query: csr_array, weights: csr_array, document: NDArray[np.int64]
) -> tuple[NDArray[np.float64], csr_array]:
    """Find how much of the query each sentence contains; weight bigrams by it.

    Parameters
    ----------
    rows : csr_array of shape (n, d)
        Unit TF-IDF rows of the sentences.
    query : csr_array of shape (1, d)
        That of the query; zero if there is none, and then nothing changes.
    weights : csr_array of shape (n, m)
        The weights of the bigrams that each sentence contains.
    document : ndarray of shape (n,)
        The index of each sentence's document.

    Returns
    -------
    share : ndarray of shape (n,)
        The share of the query's words that are in a sentence, in [0, 1]; a word weighs more, the
        fewer sentences contain it. Words that no sentence contains are left out.
    weights : csr_array of shape (n, m)
        Each weight times the square of::

            (Σ near + DOUBT · mean near) / (mentions + DOUBT)

        The sum is over the sentences with the bigram; `near` is a sentence's share plus
        `NEIGHBOUR` of those of the sentences beside it.

    Notes
    -----
    Expanding a query by what is said near its words is pseudo-relevance feedback: Lavrenko and
    Croft (2001), SIGIR, with all passages, by their shares, as feedback. O(nonzeros).
    """
    share = _share(rows, query)
    if not share.any():
        return share, weights
    near = share.copy()
    is_next = document[1:] == document[:-1]
    near[1:] += NEIGHBOUR * share[:-1] * is_next
    near[:-1] += NEIGHBOUR * share[1:] * is_next
    columns, m = weights.indices, weights.shape[1]
    total = np.bincount(columns, np.repeat(near, np.diff(weights.indptr)), m)
    about = (total + DOUBT * near.mean()) / (np.bincount(columns, minlength=m) + DOUBT)
    worth = weights.data * about[columns] ** POWER
    return share, csr_array((worth, columns, weights.indptr), shape=weights.shape)


def _share(rows: csr_array, query: csr_array) -> NDArray[np.float64]:
    """Return the share of the query's weight that each sentence contains."""
    n = rows.shape[0]
    found = rows[:, query.indices]
    found.data = np.ones_like(found.data)
    df = found.sum(axis=0)
    rarity = np.log((2 + n) / (1 + df))
    worth = query.data * rarity / (1 + rarity) * (df > 0)  # TF-IDF without the 1 of a smooth idf
    total = worth.sum()
    return found @ (worth / total) if total else np.zeros(n)
