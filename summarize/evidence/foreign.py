"""What the articles have in common: a page of something else, and articles about several events.

Names and pairs of words are compared, since reports of any two events share single words. Each
article is compared with the others together, never with each of them. It takes wording for news: an
article that tells the event in words and names of its own looks like one of another event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from summarize.evidence.lengths import lengths, row_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.evidence.embed import Vectors

REASON = "has next to nothing in common with the other articles"
FEWEST_WORDS = 100  # of an origin; what is shorter shares little by chance
FEWEST_ORIGINS = 3  # of two that differ, neither is the foreign one
NAME_WEIGHT = 2.0  # of a name, where a pair of words has 1

# A foreign article has less likeness than `MOST_SHARED` and than this share of the mean of the
# others, who have at least `LEAST_LIKE`: where those have nothing in common, none is foreign.
FOREIGN, MOST_SHARED, LEAST_LIKE = 0.15, 0.06, 0.1
# Articles about several events: the mean cosine of two of them, and the mean share of the articles
# that contain one of the words that most of them have.
SHARE_LITTLE, FEW_KNOW = 0.015, 0.84
# The same where no names are known, as in scripts without capitals: words are all that is shared.
SHARE_LITTLE_UNNAMED, FEW_KNOW_UNNAMED = 0.0075, 0.65
HAVE_NAMES = 0.02  # of all words; in English prose one in seven has a capital
MOST_COMMON = 5  # words


class Common(NamedTuple):
    """What k origins of `FEWEST_WORDS` or more have in common.

    Attributes
    ----------
    origins : ndarray of shape (k,)
        Which they are, ascending.
    likeness : ndarray of shape (k,)
        The cosine of each to all others together, by names and pairs of words.
    mean : float
        The mean cosine of two of them; 1 where there is only one.
    known : float
        The mean share of them that contain one of their `MOST_COMMON` most common words.
    has_names : bool
        Whether more than a few of their words are known to be names.
    """

    origins: NDArray[np.int64]
    likeness: NDArray[np.float64]
    mean: float
    known: float
    has_names: bool = True

    @property
    def foreign(self) -> NDArray[np.int64]:
        """The origins that have next to nothing in common with the others; always a minority."""
        k, own = self.origins.size, self.likeness
        if k < FEWEST_ORIGINS:
            return self.origins[:0]
        others = (own.sum() - own) / (k - 1)
        is_foreign = (own < MOST_SHARED) & (own < FOREIGN * others) & (others >= LEAST_LIKE)
        found = self.origins[is_foreign]
        return found if 2 * found.size < k else found[:0]

    @property
    def is_little(self) -> bool:
        """Whether the articles share so little that they may report several events."""
        if not self.has_names:
            return self.mean < SHARE_LITTLE_UNNAMED or self.known < FEW_KNOW_UNNAMED
        return self.mean < SHARE_LITTLE or self.known < FEW_KNOW


def common(vectors: Vectors, origin: NDArray[np.int64], row: NDArray[np.int32]) -> Common:
    """Compare each origin with all others together.

    Parameters
    ----------
    vectors
        The `rows`, `bigrams` and `names` of the n sentences.
    origin : ndarray of shape (n,)
        The origin of each sentence's document: copies are compared as one.
    row : ndarray of shape (t,)
        For each word its sentence.

    Notes
    -----
    With v the unit rows of k origins and s their sum, ``v · (s − v) = v · s − 1`` and
    ``|s − v|² = s · s − 2 v · s + 1``: two products with s, O(nonzeros), for k² pairs.
    """
    n_words = np.bincount(origin[row], minlength=int(origin.max(initial=-1)) + 1)
    origins = np.flatnonzero(n_words >= FEWEST_WORDS)
    k, place = origins.size, np.full(n_words.size, -1)
    if k < 2:
        return Common(origins, np.zeros(k), 1.0, 1.0)
    place[origins] = np.arange(k)
    held = np.flatnonzero(place[origin] >= 0)
    belongs = csr_array((np.ones(held.size), (place[origin[held]], held)), shape=(k, origin.size))
    parts = belongs @ vectors.bigrams, NAME_WEIGHT * (belongs @ vectors.names)
    length = lengths(*parts)
    along = np.zeros(k)  # v · s
    for part in parts:
        row_of_entry, column = row_of(part), part.indices
        v = part.data / length[row_of_entry]
        s = np.bincount(column, v)
        along += np.bincount(row_of_entry, v * s[column], k)
    total = along.sum()  # s · s
    likeness = (along - 1) / np.sqrt(np.maximum(total - 2 * along + 1, np.finfo(float).tiny))
    counts = np.bincount((belongs @ vectors.rows).indices, minlength=MOST_COMMON)
    most = np.partition(counts, -MOST_COMMON)[-MOST_COMMON:]
    mean, known = (total - k) / (k * (k - 1)), float(most.mean()) / k
    return Common(origins, likeness, mean, known, vectors.names.nnz >= HAVE_NAMES * row.size)
