"""Relevance by position: a baseline that is hard to beat in news."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from summarize.evidence.measure import Evidence


def lead(evidence: Evidence) -> NDArray[np.float64]:
    """Return 1 for the first sentence of each document, 1/2 for the second, 1/3 for the third."""
    return 1 / (1 + evidence.position)
