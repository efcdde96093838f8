"""Words as rows of numbers: unit TF-IDF vectors, and which bigrams each sentence contains.

Each *distinct* word is folded to lower case and stemmed once; everything else is array work.
There is no word order beyond bigrams, and there are no synonyms and no model.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import TfidfTransformer

from summarize.evidence.distinct import number
from summarize.evidence.lengths import lengths, row_of
from summarize.words import is_capitalised, is_spaceless

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from summarize.evidence.tokens import Tokens
    from summarize.languages import Language

# The weight of a capitalised word in a claim: two sentences that name the same people need not say
# the same.
NAME_WEIGHT = 0.7
# In a language without stemmer a word's stem is its first letters; without stop words, those are
# the commonest short words of the cluster. Neither loses ROUGE-2 on French, Czech and Hebrew.
_STEM = 5  # letters
_N_STOP_WORDS, _LONGEST_STOP_WORD = 30, 4


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
    stop_words = language.stop_words or commonest(tokens.vocabulary, tokens.word)
    stem_of_word, is_stop = stem(tokens.vocabulary, stop_words, language)
    stems = stem_of_word[tokens.word]
    end = int(np.searchsorted(tokens.row, n))
    bigrams = _bigrams(tokens.row[:end], stems[:end], is_stop, n)
    is_capital = np.zeros(len(tokens.vocabulary), np.bool_)
    if not language.nouns_capitalised:
        is_capital[:] = list(map(is_capitalised, tokens.vocabulary))
    own, other = (is_capital[words] for words in (tokens.word[:end], tokens.word[end:]))
    content, is_stop = _paired(tokens, stems, is_stop)
    counts, claims = _counts(tokens.row[:end], content[:end], own, is_stop, n)
    others, other_claims = _counts(
        tokens.row[end:] - n, content[end:], other, is_stop, tokens.n - n
    )
    named = np.flatnonzero(own & ~is_stop[content[:end]])
    ones = np.ones(named.size)
    names = _rows(tokens.row[named], content[named], ones, n, is_stop.size)
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
    vocabulary: Sequence[str], stop_words: AbstractSet[str], language: Language
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Return the number of each word's stem, and which stems are stop words.

    A word in capitals is a name and not a stop word: "US", "WHO". A stop word never shares a number
    with a name or a content word that has the same letters.
    """
    plain = [word.replace(".", "") for word in vocabulary]
    lower = [word.lower() for word in plain]
    is_stop = [
        small in stop_words and not (word.isupper() and len(word) > 1)
        for word, small in zip(plain, lower, strict=True)
    ]
    numbers: dict[tuple[str, bool], int] = {}
    stem_of_word = [
        numbers.setdefault((small if stop else stem, stop), len(numbers))
        for small, stem, stop in zip(lower, stems(lower, language), is_stop, strict=True)
    ]
    return np.array(stem_of_word, np.int32), np.array([stop for _, stop in numbers], np.bool_)


def stems(lower: Sequence[str], language: Language) -> list[str]:
    """Return the stems of words in small letters.

    >>> from summarize.languages import load
    >>> stems(["ferries", "ferry"], load())
    ['ferri', 'ferri']
    """
    if not language.stemmer:
        return [word[:_STEM] for word in lower]
    from Stemmer import Stemmer

    return list(Stemmer(language.stemmer).stemWords(lower))


def _paired(
    tokens: Tokens, stems: NDArray[np.int32], is_stop: NDArray[np.bool_]
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Take pairs of letters for words in scripts without spaces: all texts share single letters.

    Returns
    -------
    content : ndarray of shape (t,)
        The number of each stem; that of the pair which a letter begins, if it begins one.
    is_stop : ndarray
        Which of these numbers are stop words: pairs of two are, and the last letters of runs.
    """
    if not is_spaceless("".join(tokens.vocabulary)):
        return stems, is_stop
    is_letter = np.array([is_spaceless(word) for word in tokens.vocabulary])[tokens.word]
    begins = (tokens.row[:-1] == tokens.row[1:]) & is_letter[:-1] & is_letter[1:]
    first, second = stems[:-1][begins], stems[1:][begins]
    pairs, n_pairs = number(first.astype(np.int64) * is_stop.size + second)
    are_stop = np.zeros(n_pairs, np.bool_)
    are_stop[pairs] = is_stop[first] & is_stop[second]
    content = stems.copy()
    content[1:][begins] = is_stop.size + n_pairs
    content[:-1][begins] = is_stop.size + pairs
    return content, np.concatenate([is_stop, are_stop, [True]])


def commonest(vocabulary: Sequence[str], words: NDArray[np.int32]) -> frozenset[str]:
    """Return the commonest short words of a cluster; single letters of a script are none."""
    counts: Counter[str] = Counter()
    for word, n in zip(vocabulary, np.bincount(words, minlength=1).tolist(), strict=False):
        if len(word) <= _LONGEST_STOP_WORD and word.isalpha() and not is_spaceless(word):
            counts[word.lower()] += n
    return frozenset(word for word, _ in counts.most_common(_N_STOP_WORDS))


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
