"""Relevance by a random walk over sentences that share words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from summarize.choice.rank.walk import walk
from summarize.reading.judge import MOST_WORDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.evidence.measure import Evidence


def textrank(evidence: Evidence) -> NDArray[np.float64]:
    """TextRank: sentences are linked by ``shared words / (ln|a| + ln|b|)``.

    Notes
    -----
    Mihalcea and Tarau (2004), EMNLP; |a| is the number of distinct content words, plus one so
    that a sentence of one word has a nonzero logarithm. The link matrix is never built: for all
    sentences of one length the denominator is the same, so one step is one sparse product per
    length, O(nonzeros · distinct lengths). A sentence of more than `MOST_WORDS` words, which no
    summary can use, counts as one of so many, for a hostile text has as many lengths as sentences.
    """
    rows = evidence.rows
    present = csr_array((np.ones_like(rows.data), rows.indices, rows.indptr), shape=rows.shape)
    sizes = np.diff(rows.indptr)
    logs, group = np.unique(np.log(np.minimum(sizes, MOST_WORDS) + 1.0), return_inverse=True)
    sums = logs[group][:, None] + logs[None, :]
    np.divide(1, sums, out=sums, where=sums > 0)
    itself = np.where(sizes > 0, sizes * sums[np.arange(group.size), group], 0)

    def neighbours(mass: NDArray[np.float64]) -> NDArray[np.float64]:
        by_length = np.zeros((mass.size, logs.size))
        by_length[np.arange(mass.size), group] = mass
        shared = present @ (present.T @ by_length)
        return np.maximum((shared * sums).sum(axis=1) - itself * mass, 0)

    return walk(neighbours, rows.shape[0])
