"""Relevance by a random walk over similar sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.choice.rank.walk import walk

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from summarize.evidence.measure import Evidence


def lexrank(evidence: Evidence) -> NDArray[np.float64]:
    """Continuous LexRank: sentences are linked by their cosine, each to itself as well.

    Notes
    -----
    Erkan and Radev (2004), JAIR 22, section 3.3. The similarity matrix ``rows @ rows.T`` is
    never built: each step of the walk is two sparse products, O(nonzeros).
    """
    rows = evidence.rows
    return walk(lambda mass: rows @ (rows.T @ mass), rows.shape[0])
