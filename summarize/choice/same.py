"""When two sentences say the same: the one place for every threshold that decides this.

There are three questions, each with its own threshold. `repeats`: may both be in one summary?
`least_cosine`: may one be cited for the other? `ALIKE`: are their figures about the same thing?
The later of two articles often uses the same words for the next development, so the first two
thresholds are higher if the articles are known to be days apart, both by `LATER`.
"""

from __future__ import annotations

import re
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from summarize.reading.figures import figures

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from summarize.languages import Language
    from summarize.weights import Weights

# What is added to a threshold for each unit of ln(1 + days apart), and the cosine of claims from
# which a sentence of another article is cited. Chosen on labelled pairs: `python -m benchmarks
# citations`; for `repeats` see decision 10.
LATER, CITED = 0.07, 0.215

# Cosine of claims from which two sentences are so alike that their figures are about one thing.
ALIKE = 0.5

_NUMBER_SIGN = re.compile(r"\bno\.(?=\s?\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’]t\b)?")


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


def least_cosine(apart: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the least cosine of a citation: ``CITED + LATER · ln(1 + days apart)``.

    >>> least_cosine(np.array([0.0, 30.0])).round(2).tolist()
    [0.22, 0.46]
    """
    return CITED + LATER * np.log1p(apart)


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
