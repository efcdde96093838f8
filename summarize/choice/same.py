"""When two sentences say the same: the one place for every rule that decides this.

`Same` gives the probability that one sentence says what another does: it decides what is cited,
what counts as corroboration, and where figures and names are compared. `repeats` decides what may
not be in one summary; it is stricter about words, for a summary may say what it cited. Both ask more
of articles that are days apart: the later one often uses the same words for the next development.
"""

from __future__ import annotations

import re
from itertools import groupby, islice
from math import exp, sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summarize.model import Match
from summarize.reading.figures import figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.weights import Weights

_TINY = 1e-9

N_NEAREST = 5  # sentences of an article that are looked at

# What is added to the ceiling of `repeats` for each unit of ln(1 + days apart); see decision 10.
LATER = 0.07

_NUMBER_SIGN = re.compile(r"\bno\.(?=\s?\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’]t\b)?")


class Calibration(NamedTuple):
    """The weights of the logistic regression that `Same` computes; 0 for what is not used.

    Fitted on graded pairs by `python -m benchmarks citations --fit`; see docs/method/citations.md.
    """

    intercept: float
    likeness: float
    days: float
    disagreement: float
    meaning: float = 0.0


WORDS = Calibration(intercept=-1.8, likeness=8.0, days=-0.40, disagreement=-0.44)


class Same:
    """How probable it is that sentences of other articles say what a given one says.

    Parameters
    ----------
    evidence
        The `claims`, `day`, `document` and texts of n sentences.
    language
        Negations and figures.
    """

    def __init__(self, evidence: Evidence, language: Language) -> None:
        self._evidence, self._language = evidence, language
        self._claims = evidence.claims
        self._present = evidence.claims.copy()
        self._present.data = np.ones_like(self._claims.data)
        self._total = np.maximum(self._claims.sum(axis=1), _TINY)

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
        claim = self._claims[[index]]
        weight, present = np.zeros((2, claim.shape[1]))
        weight[claim.indices], present[claim.indices] = claim.data, 1.0
        shares = (self._present @ weight) / self._total[index] * (self._claims @ present) / self._total
        return np.sqrt(np.minimum(shares, 1.0))

    def near(self, index: int, *, slack: float = 0.0) -> Iterator[list[Match]]:
        """Yield, for each other document, its sentences that may say what one does.

        They are the `N_NEAREST` of the highest likeness, each with its probability. `slack` is how
        far the log-odds without figures and negations may be below 0.
        """
        if self._evidence.document[0] == self._evidence.document[-1]:
            return  # one article, whatever its length
        document, sentences = self._evidence.document, self._evidence.sentences
        likeness = self.likeness(index)
        apart = days_apart(self._evidence.day, self._evidence.day[index])
        odds = WORDS.intercept + WORDS.likeness * likeness + WORDS.days * np.log1p(apart)
        may_be = np.flatnonzero((odds >= -slack) & (document != document[index]))
        nearest = may_be[np.lexsort((-likeness[may_be], document[may_be]))].tolist()
        for _, group in groupby(nearest, lambda other: sentences[other].document):
            yield [self._match(index, other, float(odds[other])) for other in islice(group, N_NEAREST)]

    def _match(self, index: int, other: int, odds: float) -> Match:
        texts = (self._evidence.sentences[each].text for each in (index, other))
        if disagree(*texts, self._language):
            odds += WORDS.disagreement
        return Match(other, probability(odds))


def probability(odds: float) -> float:
    """Return the probability of log-odds.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + exp(-odds))


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


def disagree(first: str, second: str, language: Language) -> bool:
    """Return whether one of two texts negates and the other does not, or their figures differ.

    Figures differ if the texts share no value, and both have one in digits or of the same unit.

    >>> from summarize.languages import load
    >>> disagree("Wreckage was found.", "No wreckage was found.", load())
    True
    >>> disagree("The quake had a magnitude of 5.6.", "Its magnitude was 6.9.", load())
    True
    >>> disagree("It cost 1.5 million.", "It cost 1,500,000.", load())
    False
    >>> disagree("Six people died.", "Eight people died.", load())
    True
    """
    if _negates(first, language) != _negates(second, language):
        return True
    own, others = (list(figures(text, language)) for text in (first, second))
    if {figure.value for figure in own} & {figure.value for figure in others}:
        return False
    in_digits = [any(not figure.is_spelled for figure in some) for some in (own, others)]
    units = [{figure.unit for figure in some if figure.unit} for some in (own, others)]
    return all(in_digits) or bool(units[0] & units[1])


def _negates(text: str, language: Language) -> bool:
    words = _WORD.findall(_NUMBER_SIGN.sub("", text.lower()))
    return any(word in language.negations or word.endswith(("n't", "n’t")) for word in words)
