"""The summary's headline: the most central title among the articles, verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.evidence.measure import Evidence
    from summarize.model import Document


def headline(documents: Sequence[Document], evidence: Evidence) -> int | None:
    """Choose the title that is most similar to what the articles say.

    Returns
    -------
    int or None
        The index of the document; ties go to the first. None if no document that has a sentence
        has a title.
    """
    k = len(documents)
    has_title = np.array([bool(document.title) for document in documents], np.bool_)
    has_title &= np.bincount(evidence.document, minlength=k) > 0
    if not has_title.any():
        return None
    centrality = evidence.titles @ np.asarray(evidence.rows.sum(axis=0)).ravel()
    return int(np.argmax(np.where(has_title, centrality, -1.0)))
