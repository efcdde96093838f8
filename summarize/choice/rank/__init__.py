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

# With a query, relevance is multiplied by the similarity to it plus this: a sentence without a word
# of it still counts a little, since articles do not repeat the words of a question.
FOCUS_FLOOR = 0.05


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
    parts = factors(method, evidence, weights)
    focus = parts.pop("focus", None)
    relevance = _scale(reduce(mul, parts.values()))
    return relevance if focus is None else _scale(relevance * focus)


def factors(method: str, evidence: Evidence, weights: Weights) -> dict[str, NDArray[np.float64]]:
    """Return the factors of relevance, before it is scaled, by name; each of shape (n,)."""
    if not evidence.rows.nnz:
        return {}
    module = import_module(f"{__name__}.{method}")
    if hasattr(module, "factors"):
        found = module.factors(evidence, weights)
    else:
        found = {method: _scale(getattr(module, method)(evidence))}
    if evidence.query.nnz:
        likeness = (evidence.rows @ evidence.query.T).toarray().ravel()
        found["focus"] = FOCUS_FLOOR + _scale(likeness)
    return found


def _scale(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Divide by the highest score, if there is one above 0."""
    best = scores.max(initial=0.0)
    return scores / best if best > 0 else scores
