"""Relevance: how much each sentence matters, before anything is chosen.

Each ranker is in a module of its name, which has either a function of that name, from `Evidence` to
the relevance of each sentence, or ``factors``, whose product is the relevance and explains it.
"""

from __future__ import annotations

from functools import reduce
from importlib import import_module
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from summarize.evidence.measure import Evidence
    from summarize.weights import Weights

# Name -> what it measures. The module is imported when it is used: the help needs the names, but
# not numpy.
RANKERS = {
    "corroboration": "what many of the articles say (default)",
    "centroid": "nearness to the mean of the articles (Radev et al. 2004)",
    "lexrank": "random walk over similar sentences (Erkan & Radev 2004)",
    "textrank": "random walk over shared words (Mihalcea & Tarau 2004)",
    "lead": "the earlier in its article, the better",
}

# With a focus, relevance is multiplied by a floor plus a power of the share of the focus that a
# sentence contains. The power is high where the weights of bigrams follow the focus already: all
# words of a short question still count much, a few words of a long one little.
FOLLOWS_FOCUS, IGNORES_FOCUS = (0.3, 4), (0.05, 1)  # floor, power


def rank(method: str, evidence: Evidence, weights: Weights) -> NDArray[np.float64]:
    """Return the relevance of each sentence.

    Parameters
    ----------
    method
        A key of `RANKERS`.
    evidence
        What is known about the n sentences.
    weights
        What each factor of relevance is worth.

    Returns
    -------
    ndarray of shape (n,)
        In [0, 1]; the best sentence has 1 unless all have 0.
    """
    if not evidence.rows.nnz:  # no sentence, or none with a content word
        return evidence.rows.sum(axis=1)
    return _scale(reduce(mul, factors(method, evidence, weights).values()))


def factors(method: str, evidence: Evidence, weights: Weights) -> dict[str, NDArray[np.float64]]:
    """Return the factors of relevance, before it is scaled, by name; each of shape (n,)."""
    if not evidence.rows.nnz:
        return {}
    module = import_module(f"{__name__}.{method}")
    if hasattr(module, "factors"):
        found, (floor, power) = module.factors(evidence, weights), FOLLOWS_FOCUS
    else:
        found = {method: _scale(getattr(module, method)(evidence))}
        floor, power = IGNORES_FOCUS
    if evidence.focus.any():
        found["focus"] = floor + evidence.focus**power
    return found


def _scale(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Divide by the highest score, if there is one above 0."""
    best = scores.max(initial=0.0)
    return scores / best if best > 0 else scores
