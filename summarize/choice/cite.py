"""What else says the same: for each pick, the best span of every other article.

Likeness of words, with a few vetoes. It is no proof: two sentences can share their words and differ
in who did what.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from summarize.model import Citation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from summarize.languages import Language
    from summarize.model import Sentence

# Cosine from which a sentence of another article is cited as saying the same; more is asked where
# the articles are known to be days apart, since what is told in the same words then is often the
# next turn of the story. Chosen on labelled pairs: `python -m benchmarks citations`.
CITED, LATER = 0.215, 0.07

# Cosine from which two sentences are so alike that their figures are about the same thing.
ALIKE = 0.5

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_SIGN = re.compile(r"\bno\.(?=\s?\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’]t\b)?")


def cite(
    picks: Sequence[int],
    sentences: Sequence[Sentence],
    documents: NDArray[np.int64],
    claims: csr_array,
    is_usable: Callable[[int], bool],
    days: NDArray[np.float64],
    language: Language,
) -> dict[int, tuple[Citation, ...]]:
    """Find, for each pick, the most similar sentence of each other document.

    Parameters
    ----------
    picks
        Indices of the picked sentences.
    sentences
        All n sentences.
    documents : ndarray of shape (n,)
        The document of each.
    claims : csr_array of shape (n, d)
        Their unit TF-IDF rows, names counting less.
    is_usable
        Tells whether a sentence is a complete statement; others are not cited.
    days : ndarray of shape (n,)
        The day of each sentence's article as a number, not a number where it has no date.
    language
        Negations.

    Returns
    -------
    dict of int to tuple of Citation
        For the index of each pick, at most one citation a document, by document; none of its own
        document, none below the `threshold`, and none that `disagree` with it. Ties go to the
        earlier sentence.

    Notes
    -----
    O(n_picks · nonzeros).
    """
    found = {}
    for pick in picks:
        similarity = _similarity(claims, pick)
        is_near = similarity >= threshold(days, days[pick])
        same = is_near & (documents != documents[pick])
        best = _best(np.flatnonzero(same), similarity, documents)
        found[pick] = _one_a_document(best, pick, sentences, similarity, is_usable, language)
    return found


def alike(
    picks: Sequence[int], documents: NDArray[np.int64], claims: csr_array
) -> dict[int, list[int]]:
    """Find the sentences of other documents so like each pick that what differs in them differs.

    Returns
    -------
    dict of int to list of int
        For each pick the indices of those with a cosine of `ALIKE` or more, by document, whether
        they disagree or not.
    """
    found = {}
    for pick in picks:
        similarity = _similarity(claims, pick)
        near = (similarity >= ALIKE) & (documents != documents[pick])
        found[pick] = np.flatnonzero(near).tolist()
    return found


def _similarity(claims: csr_array, pick: int) -> NDArray[np.float64]:
    """Cosine of every sentence to the pick."""
    claim = claims[[pick]]
    row = np.zeros(claims.shape[1])
    row[claim.indices] = claim.data
    similarity: NDArray[np.float64] = claims @ row
    return similarity


def threshold(days: NDArray[np.float64], day: float) -> NDArray[np.float64]:
    """Give the least cosine of a citation, ``CITED + LATER · ln(1 + days apart)``.

    >>> threshold(np.array([5.0, 35.0, np.nan]), 5.0).round(2).tolist()
    [0.22, 0.46, 0.22]
    """
    apart = np.nan_to_num(np.abs(days - day), nan=0.0)
    least: NDArray[np.float64] = CITED + LATER * np.log1p(apart)
    return least


def _best(
    same: NDArray[np.int64], similarity: NDArray[np.float64], documents: NDArray[np.int64]
) -> list[int]:
    """Sort by document, the most similar first in each."""
    order: list[int] = same[np.lexsort((-similarity[same], documents[same]))].tolist()
    return order


def _one_a_document(
    best: Sequence[int],
    pick: int,
    sentences: Sequence[Sentence],
    similarity: NDArray[np.float64],
    is_usable: Callable[[int], bool],
    language: Language,
) -> tuple[Citation, ...]:
    cited: dict[int, Citation] = {}
    for index in best:
        place = sentences[index]
        if place.document in cited or not is_usable(index):
            continue
        if disagree(sentences[pick].text, place.text, language):
            continue
        cited[place.document] = Citation(
            document=place.document,
            position=place.position,
            start=place.start,
            end=place.end,
            similarity=min(float(similarity[index]), 1.0),
        )
    return tuple(cited.values())


def disagree(first: str, second: str, language: Language) -> bool:
    """Tell whether one of two texts negates and the other does not, or no figure is in both.

    >>> from summarize.languages import load
    >>> disagree("Wreckage was found.", "No wreckage was found.", load())
    True
    >>> disagree("The quake had a magnitude of 5.6.", "Its magnitude was 6.9.", load())
    True
    """
    if _negates(first, language) != _negates(second, language):
        return True
    figures, others = _figures(first), _figures(second)
    return bool(figures and others and not figures & others)


def _figures(text: str) -> set[str]:
    return {figure.replace(",", "") for figure in _FIGURE.findall(text)}


def _negates(text: str, language: Language) -> bool:
    words = _WORD.findall(_NUMBER_SIGN.sub("", text.lower()))
    return any(word in language.negations or word.endswith(("n't", "n’t")) for word in words)
