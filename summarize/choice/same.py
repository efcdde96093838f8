"""When two sentences say the same: the one place for every rule that decides this.

`Same` gives the probability that one sentence says what another does: it decides what is cited,
what counts as corroboration, and where figures and names are compared. `repeats` decides what may
not be in one summary. Both ask more of articles that are days apart: the later one often uses the
same words for the next development. Whether two texts disagree is in `disagree`.
"""

from __future__ import annotations

from itertools import groupby, islice
from math import sqrt
from operator import itemgetter
from typing import TYPE_CHECKING, Protocol

import numpy as np
from scipy.special import expit

from summarize.choice.disagree import disagree
from summarize.model import Match
from summarize.semantic.encoder import calibration, vectors
from summarize.weights import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from summarize.languages import Language
    from summarize.model import Sentence
    from summarize.semantic.encoder import Encoder
    from summarize.weights import Calibration, Weights

_TINY = 1e-9
_DIGITS = 4  # of a cosine or probability; processors round further ones differently
_DOUBTFUL = 0.69  # the most for a sentence that disagrees, below `CONFIDENT`

N_NEAREST = 5  # sentences of an article that are looked at

# What is added to the ceiling of `repeats` for each unit of ln(1 + days apart); see decision 10.
LATER = 0.07


class Claims(Protocol):
    """What `Same` needs of n sentences; `Evidence` has it."""

    @property
    def sentences(self) -> Sequence[Sentence]:
        """By document and position."""

    @property
    def document(self) -> NDArray[np.int64]:
        """The index of each sentence's document."""

    @property
    def day(self) -> NDArray[np.float64]:
        """The day when its article was published; NaN where it is not known."""

    @property
    def claims(self) -> csr_array:
        """TF-IDF rows in which a capitalised word counts less."""


class Same:
    """How probable it is that other articles say what a sentence says, and where.

    Parameters
    ----------
    evidence
        The `claims`, `day`, `document` and texts of n sentences.
    language
        Negations and figures.
    encoder
        A model whose cosines count too; None for words alone.
    """

    def __init__(
        self, evidence: Claims, language: Language, encoder: Encoder | None = None
    ) -> None:
        self._evidence, self._language, self._encoder = evidence, language, encoder
        self._weights = WORDS if encoder is None else calibration(encoder)
        self._vectors: dict[int, NDArray[np.float64]] = {}
        self._likeness: dict[int, NDArray[np.float64]] = {}
        self._claims = evidence.claims
        self._present = evidence.claims.copy()
        self._present.data = np.ones_like(self._claims.data)
        self._total = np.maximum(self._claims.sum(axis=1), _TINY)

    def matches(self, index: int) -> list[Match]:
        """Find the sentence of each other document that most probably says what one does.

        Returns
        -------
        list of Match
            By document. Words choose the sentence: of the `N_NEAREST` of the highest likeness, one
            that agrees before one that does not, the earlier of equals. Without a model,
            documents in which none has a probability of 0.5 are left out.
        """
        likeness = self.likeness(index)
        odds = self._odds(index, likeness, self._weights)
        may_be = (odds >= 0) if self._encoder is None else (likeness > 0)
        found: list[tuple[float, int, bool]] = []
        for nearest in self._nearest(index, likeness, may_be):
            by_words = []
            for other in nearest:
                is_denied = self._disagree(index, other)
                penalty = self._weights.disagreement if is_denied else 0.0
                by_words.append((float(odds[other]) + penalty, other, is_denied))
            found.append(max(by_words, key=itemgetter(0)))
        cosines = self._cosines(index, [other for _, other, _ in found])
        return [
            Match(
                other, _confidence(by_words + self._weights.meaning * cosine, is_denied=is_denied)
            )
            for (by_words, other, is_denied), cosine in zip(found, cosines, strict=True)
        ]

    def likeness(self, index: int) -> NDArray[np.float64]:
        """Return how much of each of the n sentences is in one, and of that one in each.

        Returns
        -------
        ndarray of shape (n,)
            The geometric mean of the two shares of their weight in `claims`, in [0, 1].

        Notes
        -----
        O(nonzeros). Containment as in Broder (1997), but of words weighted by idf, and both ways: a
        short sentence inside a long one says only a part of it.
        """
        if index not in self._likeness:
            claims = self._claims
            own = slice(*claims.indptr[[index, index + 1]])
            weight, present = np.zeros((2, claims.shape[1]))
            weight[claims.indices[own]], present[claims.indices[own]] = claims.data[own], 1.0
            shares = (self._present @ weight) * (claims @ present)
            shares /= self._total[index] * self._total
            self._likeness = {index: np.sqrt(np.minimum(shares, 1.0))}  # asked again at once
        return self._likeness[index]

    def near(self, index: int, *, slack: float) -> list[int]:
        """Find the sentences of other documents that may say what one does, by likeness and days.

        They are the nearest of each document, by document. `slack` is how far their log-odds by
        words, before figures and negations are looked at, may be below 0.
        """
        likeness = self.likeness(index)
        may_be = self._odds(index, likeness, WORDS) >= -slack
        return [other for nearest in self._nearest(index, likeness, may_be) for other in nearest]

    def _odds(
        self, index: int, likeness: NDArray[np.float64], weights: Calibration
    ) -> NDArray[np.float64]:
        apart = np.log1p(days_apart(self._evidence.day, self._evidence.day[index]))
        return weights.intercept + weights.likeness * likeness + weights.days * apart

    def _nearest(
        self, index: int, likeness: NDArray[np.float64], may_be: NDArray[np.bool_]
    ) -> Iterator[list[int]]:
        """Yield the `N_NEAREST` of each other document; there is none if there is one article."""
        document, sentences = self._evidence.document, self._evidence.sentences
        if document[0] == document[-1]:
            return  # whatever its length
        near = np.flatnonzero(may_be & (document != document[index]))
        near = near[np.lexsort((-likeness[near], document[near]))]
        for _, group in groupby(near.tolist(), lambda other: sentences[other].document):
            yield list(islice(group, N_NEAREST))

    def _disagree(self, first: int, second: int) -> bool:
        sentences = self._evidence.sentences
        return disagree(sentences[first].text, sentences[second].text, self._language)

    def _cosines(self, index: int, others: Sequence[int]) -> list[float]:
        """Return the cosines of the model's vectors; 0 without a model."""
        if self._encoder is None or not others:
            return [0.0] * len(others)
        new = [each for each in (index, *others) if each not in self._vectors]
        texts = [self._evidence.sentences[each].text for each in new]
        self._vectors |= dict(zip(new, vectors(self._encoder, texts), strict=True))
        own = self._vectors[index]
        return [round(float(own @ self._vectors[other]), _DIGITS) for other in others]


def probability(odds: float) -> float:
    """Return the probability of log-odds.

    >>> probability(0.0), probability(-1e9)
    (0.5, 0.0)
    """
    return float(expit(odds))


def _confidence(odds: float, *, is_denied: bool) -> float:
    """Return a probability as it is written; what disagrees is similar at the most."""
    found = round(probability(odds), _DIGITS)
    return min(found, _DOUBTFUL) if is_denied else found


def days_apart(days: NDArray[np.float64], day: float) -> NDArray[np.float64]:
    """Return the days between some days and one; 0 where either is not known.

    >>> days_apart(np.array([5.0, 35.0, np.nan]), 5.0).tolist()
    [0.0, 30.0, 0.0]
    """
    apart = np.abs(days - day)
    apart[np.isnan(apart)] = 0.0
    return apart


def repeats(
    cosine: NDArray[np.float64],
    shared: NDArray[np.float64],
    apart: NDArray[np.float64],
    is_other: NDArray[np.bool_],
    weights: Weights,
) -> NDArray[np.bool_]:
    """Find which of n sentences only repeat a given one.

    Parameters
    ----------
    cosine, shared : ndarray of shape (n,)
        Their cosines to it: of TF-IDF rows, and of the sets of words.
    apart : ndarray of shape (n,)
        Days between their articles and its.
    is_other : ndarray of shape (n,)
        Whether they are in another article.
    weights
        `same` and `same_news`.
    """
    same_from = weights.same_news + LATER * np.log1p(apart)
    return (cosine >= weights.same) | ((shared >= same_from) & is_other)


def similarity(first: csr_array, second: csr_array) -> float:
    """Return the higher of the two cosines that `repeats` compares, of two unit rows."""
    weighted = float((first @ second.T).sum())
    n_common = np.intersect1d(first.indices, second.indices).size
    return min(max(weighted, n_common / sqrt(max(first.nnz * second.nnz, 1))), 1.0)
