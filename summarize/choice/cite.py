"""What else says the same: for a sentence, the best span of every other article.

It compares words, with a few vetoes. That is not a proof: two sentences can share their words and
differ in who did what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.choice.same import ALIKE, CITED, days_apart, disagree, least_cosine
from summarize.model import Match

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language


def cite(
    index: int, evidence: Evidence, is_usable: Callable[[int], bool], language: Language
) -> tuple[Match, ...]:
    """Find the most similar sentence of each other document.

    Parameters
    ----------
    index
        The sentence to cite for.
    evidence
        The `claims`, `document` and `day` of the n sentences.
    is_usable
        Whether the sentence of an index is a complete statement; others are not cited.
    language
        Negations.

    Returns
    -------
    tuple of Match
        At most one per document, by document; none of its own document, none below `least_cosine`,
        and none that `disagree` with it. Ties go to the earlier sentence.

    Notes
    -----
    O(nonzeros).
    """
    if evidence.document[0] == evidence.document[-1]:
        return ()
    cosine = _cosine(evidence.claims, index)
    near = np.flatnonzero((cosine >= CITED) & (evidence.document != evidence.document[index]))
    near = near[cosine[near] >= least_cosine(days_apart(evidence.day[near], evidence.day[index]))]
    cited: dict[int, Match] = {}
    for other in near[np.lexsort((-cosine[near], evidence.document[near]))].tolist():
        document = evidence.sentences[other].document
        if document in cited or not is_usable(other):
            continue
        if not disagree(evidence.sentences[index].text, evidence.sentences[other].text, language):
            cited[document] = Match(other, min(float(cosine[other]), 1.0))
    return tuple(cited.values())


def alike(index: int, evidence: Evidence) -> list[int]:
    """Find the sentences of other documents that are about the same thing as this one.

    Returns
    -------
    list of int
        The indices of those with a cosine of `ALIKE` or more, whether they disagree or not.
    """
    if evidence.document[0] == evidence.document[-1]:
        return []
    is_near = _cosine(evidence.claims, index) >= ALIKE
    return np.flatnonzero(is_near & (evidence.document != evidence.document[index])).tolist()


def _cosine(claims: csr_array, index: int) -> NDArray[np.float64]:
    """Return the cosine of every sentence to one."""
    claim = claims[[index]]
    row = np.zeros(claims.shape[1])
    row[claim.indices] = claim.data
    return claims @ row
