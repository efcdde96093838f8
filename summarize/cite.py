"""What else says the same: for each pick, the best span of every other article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.model import Citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from summarize.model import Sentence

# Cosine from which a sentence of another article is cited as saying the same.
SAME = 0.225


def cite(
    picks: Sequence[int], sentences: Sequence[Sentence], claims: csr_array
) -> dict[int, tuple[Citation, ...]]:
    """Find, for each pick, the most similar sentence of each other document.

    Parameters
    ----------
    picks
        Indices of the picked sentences.
    sentences
        All n sentences.
    claims : csr_array of shape (n, d)
        Their unit TF-IDF rows, names counting less.

    Returns
    -------
    dict of int to tuple of Citation
        For the index of each pick, at most one citation a document, by document; none of its own
        document, and none below a cosine of `SAME`. Ties go to the earlier sentence.

    Notes
    -----
    O(n_picks · nonzeros).
    """
    documents = np.array([sentence.document for sentence in sentences])
    return {pick: _cite_one(pick, sentences, claims, documents) for pick in picks}


def _cite_one(
    pick: int, sentences: Sequence[Sentence], claims: csr_array, documents: NDArray[np.int64]
) -> tuple[Citation, ...]:
    similarity = (claims @ claims[[pick]].T).toarray().ravel()
    similarity[documents == documents[pick]] = 0.0
    same = np.flatnonzero(similarity >= SAME)
    best = same[np.lexsort((same, -similarity[same], documents[same]))]
    _, first = np.unique(documents[best], return_index=True)
    return tuple(
        Citation(
            document=sentences[i].document,
            position=sentences[i].position,
            start=sentences[i].start,
            end=sentences[i].end,
            similarity=min(float(similarity[i]), 1.0),
        )
        for i in best[first].tolist()
    )
