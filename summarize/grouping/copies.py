"""Which articles of a mix copy one another: only those that are near are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.evidence.origins import origins

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.grouping.neighbours import Pairs
    from summarize.grouping.words import Words
    from summarize.languages import Language

LEAST = 0.4  # cosine of articles that share half of their wording; nearly always far more


def origin_of(words: Words, pairs: Pairs, language: Language) -> NDArray[np.int64]:
    """Return the article that each article copies; itself if it copies none.

    Parameters
    ----------
    words
        Of n articles in canonical order, so that of several copies the earliest is the origin.
    pairs
        Their neighbours.
    language
        Names of agencies.
    """
    n = len(words.documents)
    found = np.arange(n)
    near = pairs.cosine >= LEAST
    those = np.unique(np.concatenate([pairs.first[near], pairs.second[near]]))
    if not those.size:
        return found
    place = np.full(n, -1)
    place[those] = np.arange(those.size)
    row = place[words.row]
    own = row >= 0
    copied = origins(
        [words.documents[index] for index in those.tolist()],
        np.arange(those.size),
        row[own].astype(np.int32),
        words.stem[own],
        language,
    )
    found[those] = those[copied]
    return found
