"""How much an event's articles care about a sentence: relevance in [0, 1], the best one 1.

Each method is one file and one pure function of what `embed` made; `RANKERS` names them all and
feeds the help and the error messages. Choosing and redundancy are not done here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

# Name -> what it measures. The function of that name is in the module of that name, which is
# imported when it is used: the help needs the names, not numpy.
RANKERS = {
    "corroboration": "what many of the articles say (default)",
    "centroid": "nearness to the mean of the articles (Radev et al. 2004)",
    "lexrank": "random walk over similar sentences (Erkan & Radev 2004)",
    "textrank": "random walk over shared words (Mihalcea & Tarau 2004)",
    "lead": "the earlier in its article, the better",
}

# With a query, relevance is multiplied by likeness to it plus this: what has no word of it still
# counts a little, since articles do not repeat the words of a question.
FOCUS_FLOOR = 0.05


def rank(
    method: str,
    rows: csr_array,
    weights: csr_array,
    documents: NDArray[np.int64],
    positions: NDArray[np.int64],
    titles: csr_array,
    forms: NDArray[np.float64],
    *,
    query: csr_array | None = None,
) -> NDArray[np.float64]:
    """Give each sentence its relevance.

    Parameters
    ----------
    method
        A key of `RANKERS`.
    rows : csr_array of shape (n, d)
        Unit TF-IDF rows.
    weights : csr_array of shape (n, m)
        The weights of each sentence's bigrams.
    documents, positions : ndarray of shape (n,)
        The document of each sentence and its place in it, from 0.
    titles : csr_array of shape (k, d)
        Unit TF-IDF rows of the titles.
    forms : ndarray of shape (n,)
        A factor for what each sentence's form is worth.
    query : csr_array of shape (1, d), optional
        What the reader asks for.

    Returns
    -------
    ndarray of shape (n,)
        In [0, 1]; the best sentence has 1 unless all have 0.
    """
    if not rows.nnz:  # no sentence, or none with a content word
        nothing: NDArray[np.float64] = rows.sum(axis=1)
        return nothing
    function = getattr(import_module(f"summarize.choice.rank.{method}"), method)
    relevance: NDArray[np.float64] = _scale(
        function(rows, weights, documents, positions, titles, forms)
    )
    if query is None or not query.nnz:
        return relevance
    return _scale(relevance * focus(rows, query))


def focus(rows: csr_array, query: csr_array) -> NDArray[np.float64]:
    """Give the factor for each sentence's likeness to a query."""
    factor: NDArray[np.float64] = FOCUS_FLOOR + _scale((rows @ query.T).toarray().ravel())
    return factor


def _scale(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Divide by the highest score, if there is one above 0."""
    best = scores.max(initial=0.0)
    return scores / best if best > 0 else scores
