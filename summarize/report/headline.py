"""The summary's headline: the most central title among the articles, verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy.sparse import csr_array


def headline(titles: Sequence[str | None], title_rows: csr_array, rows: csr_array) -> int | None:
    """Choose the title nearest to what the articles say.

    Parameters
    ----------
    titles
        The title of each of the k documents, where it has one.
    title_rows : csr_array of shape (k, d)
        Their unit TF-IDF rows.
    rows : csr_array of shape (n, d)
        The unit TF-IDF rows of all sentences.

    Returns
    -------
    int or None
        The index of the document; ties go to the first. None if no document has a title.
    """
    has_title = np.array([bool(title) for title in titles], np.bool_)
    if not has_title.any():
        return None
    centrality = title_rows @ np.asarray(rows.sum(axis=0)).ravel()
    return int(np.argmax(np.where(has_title, centrality, -1.0)))
