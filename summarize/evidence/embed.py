"""Words as rows of numbers: unit TF-IDF vectors, and which bigrams each sentence contains.

Each *distinct* word is folded to lower case and stemmed once; everything else is array work.
There is no word order beyond bigrams, and there are no synonyms and no model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import TfidfTransformer
from Stemmer import Stemmer

from summarize.evidence.distinct import number
from summarize.evidence.lengths import lengths, row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summarize.evidence.tokens import Tokens
    from summarize.languages import Language

# The weight of a capitalised word in a claim: two sentences that name the same people need not say
# the same.
NAME_WEIGHT = 0.7


class Vectors(NamedTuple):
    """What `embed` returns for n sentences and the k texts that follow them.

    Attributes
    ----------
    rows : csr_array of shape (n, d)
        Unit TF-IDF rows of stemmed words that are not stop words, with scikit-learn's smooth
        idf over sentences, ``ln((1 + n) / (1 + df)) + 1``. A sentence of stop words is a zero row.
    claims : csr_array of shape (n, d)
        The same, but a capitalised word counts `NAME_WEIGHT`.
    bigrams : csr_array of shape (n, m)
        One column per stemmed bigram (those of two stop words are left out): 1 where a sentence
        contains it.
    stems : ndarray of shape (t,)
        The stem of each word of the sentences as a number.
    others, other_claims : csr_array of shape (k, d)
        Unit TF-IDF rows of the texts that follow, and the same as `claims`.
    names : csr_array of shape (n, d)
        How often each sentence contains each stem with a capital letter; stop words are left out.
    """

    rows: csr_array
    claims: csr_array
    bigrams: csr_array
    stems: NDArray[np.int32]
    others: csr_array
    other_claims: csr_array
    names: csr_array


def embed(tokens: Tokens, n: int, language: Language) -> Vectors:
    """Turn sentences into sparse rows.

    Parameters
    ----------
    tokens
        The words of n sentences, followed by those of other texts to place in the same space
        (titles, a query), which change no weight.
    n
        How many of the texts are sentences.
    language
        Stop words and stemmer.

    Notes
    -----
    O(words · log words) time, to sort the bigrams, and O(words) memory. Stemming the vocabulary
    instead of each word is ten times faster.
    """
    stem_of_word, is_stop = stem(tokens.vocabulary, language)
    stems = stem_of_word[tokens.word]
    end = int(np.searchsorted(tokens.row, n))
    bigrams = _bigrams(tokens.row[:end], stems[:end], is_stop, n)
    is_capital = np.array([word[0].isupper() for word in tokens.vocabulary], np.bool_)
    own, other = (is_capital[words] for words in (tokens.word[:end], tokens.word[end:]))
    counts, claims = _counts(tokens.row[:end], stems[:end], own, is_stop, n)
    others, other_claims = _counts(tokens.row[end:] - n, stems[end:], other, is_stop, tokens.n - n)
    named = np.flatnonzero(own & ~is_stop[stems[:end]])
    ones = np.ones(named.size)
    names = _rows(tokens.row[named], stems[named], ones, n, is_stop.size)
    if n and is_stop.size:  # scikit-learn fits no idf to nothing
        idf = TfidfTransformer().fit(counts).idf_
        for rows in (counts, claims, others, other_claims):
            rows.data *= idf[rows.indices]
            rows.data /= lengths(rows)[row_of(rows)]
    return Vectors(counts, claims, bigrams, stems[:end], others, other_claims, names)


def _counts(
    row: NDArray[np.int32],
    stems: NDArray[np.int32],
    is_capital: NDArray[np.bool_],
    is_stop: NDArray[np.bool_],
    n: int,
) -> tuple[csr_array, csr_array]:
    """Count the stems of each of n texts that are not stop words, and their weight in a claim.

    Both are computed in one pass, since sorting takes most of the time: the number of a stem's
    occurrences is the real part, their weight in a claim the imaginary one. They share their
    index arrays.
    """
    content = np.flatnonzero(~is_stop[stems])
    values = np.where(is_capital[content], 1 + NAME_WEIGHT * 1j, 1 + 1j)
    both = _rows(row[content], stems[content], values, n, is_stop.size)
    counts, claims = (
        csr_array((part.copy(), both.indices, both.indptr), both.shape)
        for part in (both.data.real, both.data.imag)
    )
    return counts, claims


def _rows(
    row: NDArray[np.int32],
    column: NDArray[np.int32],
    values: NDArray[Any],
    n: int,
    n_columns: int,
) -> csr_array:
    """Sum values by row, which ascends, and column; there are n rows."""
    bounds = np.searchsorted(row, np.arange(n + 1))
    rows = csr_array((values, column, bounds.astype(np.int32)), (n, n_columns))
    rows.sum_duplicates()
    return rows


def stem(
    vocabulary: Sequence[str], language: Language
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Return the number of each word's stem, and which stems are stop words.

    A word in capitals is a name and not a stop word: "US", "WHO". A stop word never shares a number
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
    row: NDArray[np.int32], stems: NDArray[np.int32], is_stop: NDArray[np.bool_], n: int
) -> csr_array:
    """Mark the distinct bigrams of each of the n sentences."""
    pairs = row[:-1] == row[1:]
    pairs &= ~(is_stop[stems[:-1]] & is_stop[stems[1:]])
    keys = stems[:-1][pairs].astype(np.int64) * is_stop.size + stems[1:][pairs]
    numbers, m = number(keys)
    present = _rows(row[:-1][pairs], numbers, np.ones(numbers.size, np.int8), n, m)
    present.data[:] = 1
    return present
