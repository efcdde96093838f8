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
    centrality = evidence.titles @ np.asarray(evidence.rows.sum(axis=0)).ravel()
    has_sentence = np.bincount(evidence.document, minlength=len(documents)) > 0
    ranked = np.argsort(-centrality, kind="stable").tolist()
    titled = (index for index in ranked if has_sentence[index] and documents[index].title)
    return next(titled, None)
