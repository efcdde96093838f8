"""Words as rows of numbers: unit TF-IDF vectors, and which bigrams each sentence holds.

Words are folded to lower case and stemmed once per *distinct* word; all else is array work.
There is no word order beyond bigrams, no synonym and no model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import TfidfTransformer
from Stemmer import Stemmer

from summarize.evidence.distinct import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summarize.languages import Language

# What a capitalised word counts in a claim: two sentences that name the same people need not say
# the same.
NAME_WEIGHT = 0.7


def embed(
    vocabulary: Sequence[str],
    lines: NDArray[np.int32],
    words: NDArray[np.int32],
    n: int,
    n_extra: int,
    language: Language,
) -> tuple[csr_array, csr_array, csr_array, NDArray[np.int32], csr_array]:
    """Turn sentences into sparse rows.

    Parameters
    ----------
    vocabulary, lines, words
        The words of n sentences, and behind them those of further texts to place in the same space
        (titles, a query), which change no weight; from `tokens`.
    n, n_extra
        How many sentences and further texts there are.
    language
        Stop words and stemmer.

    Returns
    -------
    rows : csr_array of shape (n, d)
        Unit TF-IDF rows of stemmed words that are not stop words, with scikit-learn's smooth
        idf over sentences, ``ln((1 + n) / (1 + df)) + 1``. A sentence of stop words is a zero row.
    claims : csr_array of shape (n, d)
        The same, but a capitalised word counts `NAME_WEIGHT`.
    bigrams : csr_array of shape (n, m)
        One column a stemmed bigram (those of two stop words are left out): 1 where a sentence
        holds it.
    stems : ndarray of shape (t,)
        The stem of each word as a number.
    extra_rows : csr_array of shape (n_extra, d)
        Unit TF-IDF rows of the further texts.

    Notes
    -----
    O(words · log words) time, to sort the bigrams, and O(words) memory. Stemming the vocabulary
    instead of each word is ten times faster.
    """
    stem_of_word, is_stop = _stem(vocabulary, language)
    stems = stem_of_word[words]
    end = int(np.searchsorted(lines, n))
    bigrams = _bigrams(lines[:end], stems[:end], is_stop, n)
    is_capital = np.array([word[0].isupper() for word in vocabulary], np.bool_)
    counts, claims = _counts(lines[:end], stems[:end], is_capital[words[:end]], is_stop, n)
    extra, _ = _counts(lines[end:] - n, stems[end:], is_capital[words[end:]], is_stop, n_extra)
    if n and is_stop.size:  # scikit-learn fits no idf to nothing
        tfidf = TfidfTransformer().fit(counts)
        counts, claims, extra = (
            csr_array(tfidf.transform(rows, copy=False)) if rows.shape[0] else rows
            for rows in (counts, claims, extra)
        )
    return counts, claims, bigrams, stems[:end], extra


def _counts(
    lines: NDArray[np.int32],
    stems: NDArray[np.int32],
    is_capital: NDArray[np.bool_],
    is_stop: NDArray[np.bool_],
    n: int,
) -> tuple[csr_array, csr_array]:
    """Count the stems of each of n lines that are no stop words, and what they count in a claim.

    Both are made in one pass, since sorting is what costs: how often a stem comes is the real part,
    what that counts the imaginary one. They share the arrays of their indices.
    """
    content = np.flatnonzero(~is_stop[stems])
    values = np.where(is_capital[content], 1 + NAME_WEIGHT * 1j, 1 + 1j)
    both = _rows(lines[content], stems[content], values, n, is_stop.size)
    counts, claims = (
        csr_array((part.copy(), both.indices, both.indptr), both.shape)
        for part in (both.data.real, both.data.imag)
    )
    return counts, claims


def _rows(
    lines: NDArray[np.int32],
    columns: NDArray[np.int32],
    values: NDArray[Any],
    n: int,
    n_columns: int,
) -> csr_array:
    """Sum values by line and column; the lines are in order, and of n."""
    bounds = np.searchsorted(lines, np.arange(n + 1))
    rows = csr_array((values, columns, bounds.astype(np.int32)), (n, n_columns))
    rows.sum_duplicates()
    return rows


def _stem(
    vocabulary: Sequence[str], language: Language
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Give the number of each word's stem, and which stems are stop words.

    In capitals a word is a name and no stop word: "US", "WHO". A stop word never shares a number
    with a name or a content word that has the same letters.
    """
    plain = [word.replace(".", "") for word in vocabulary]
    lower = [word.lower() for word in plain]
    stop_words = language.stop_words
    is_stop = [
        small in stop_words and not (word.isupper() and len(word) > 1)
        for word, small in zip(plain, lower, strict=True)
    ]
    stems = Stemmer(language.stemmer).stemWords(lower)
    numbers: dict[tuple[str, bool], int] = {}
    stem_of_word = [
        numbers.setdefault((small if stop else stem, stop), len(numbers))
        for small, stem, stop in zip(lower, stems, is_stop, strict=True)
    ]
    return np.array(stem_of_word, np.int32), np.array([stop for _, stop in numbers], np.bool_)


def _bigrams(
    lines: NDArray[np.int32], stems: NDArray[np.int32], is_stop: NDArray[np.bool_], n: int
) -> csr_array:
    """Mark the distinct bigrams of each of the n sentences."""
    pairs = lines[:-1] == lines[1:]
    pairs &= ~(is_stop[stems[:-1]] & is_stop[stems[1:]])
    keys = stems[:-1][pairs].astype(np.int64) * is_stop.size + stems[1:][pairs]
    numbers, m = number(keys)
    present = _rows(lines[:-1][pairs], numbers, np.ones(numbers.size, np.int8), n, m)
    present.data[:] = 1
    return present
