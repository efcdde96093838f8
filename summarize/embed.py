"""Sentences as rows of numbers: unit TF-IDF vectors, and which bigrams they hold.

Words are folded to lower case and stemmed once per *distinct* word; all else is array work.
There is no word order beyond bigrams, no synonym and no model.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from nltk.stem.snowball import SnowballStemmer
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import TfidfTransformer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from summarize.languages import Language

    Tokens = tuple[NDArray[np.int64], NDArray[np.int64]]

# A dotted acronym is one word ("U.S." is "us"), else a run of letters and digits.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")

# What a capitalised word counts in a claim: two sentences that name the same people need not say
# the same.
NAME_WEIGHT = 0.7
MOST_STEMS = 100_000  # that are remembered


def embed(
    texts: Sequence[str],
    language: Language,
    extra: Sequence[str] = (),
) -> tuple[csr_array, csr_array, csr_array, Tokens, csr_array]:
    """Turn sentences into sparse rows.

    Parameters
    ----------
    texts
        The n sentences.
    language
        Stop words and stemmer.
    extra
        Further texts to place in the same space (titles, a query); they change no weight.

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
    tokens : pair of ndarrays of shape (t,)
        For each word of the sentences, in their order, its sentence and its stem as a number.
    extra_rows : csr_array of shape (len(extra), d)
        Unit TF-IDF rows of `extra`.

    Notes
    -----
    O(characters) time and memory. Stemming the vocabulary instead of each token is ten times
    faster.
    """
    n = len(texts)
    lines, words, is_capital, is_stop = _read([*texts, *extra], language)
    content, in_text = ~is_stop[words], lines < n
    tokens = lines[in_text], words[in_text]
    bigrams = _bigrams(*tokens, is_stop, n)
    shape = (n + len(extra), is_stop.size)
    at, capital = (lines[content], words[content]), is_capital[content]
    counts = csr_array((np.ones(capital.size), at), shape)
    claims = csr_array((np.where(capital, NAME_WEIGHT, 1.0), at), shape)
    if n and is_stop.size:  # scikit-learn fits no idf to nothing
        tfidf = TfidfTransformer().fit(counts[:n])
        counts, claims = csr_array(tfidf.transform(counts)), csr_array(tfidf.transform(claims))
    return counts[:n], claims[:n], bigrams, tokens, counts[n:]


def _read(
    texts: Sequence[str], language: Language
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Give each token's text, stem and case (capital or not), and which stems are stop words."""
    short = dict(language.aliases)
    names = "|".join(map(re.escape, sorted(short, key=len, reverse=True)))
    long = re.compile(rf"\b(?:{names})\b" if names else r"(?!)")
    tokens = [_WORD.findall(long.sub(lambda name: short[name.group()], text)) for text in texts]
    lines = np.repeat(np.arange(len(tokens)), [len(found) for found in tokens])
    forms: dict[str, int] = {}
    tokens_as_forms = np.fromiter(
        (forms.setdefault(form, len(forms)) for form in chain.from_iterable(tokens)), np.int64
    )
    stem = _stemmer(language.stemmer)
    stems: dict[tuple[str, bool], int] = {}
    stem_of_form = np.empty(len(forms), np.int64)
    for form, index in forms.items():
        word = form.replace(".", "")
        # In capitals it is a name and no stop word: "US", "WHO". A stop word never shares a
        # column with a name or a content word that has the same letters.
        is_stop = word.lower() in language.stop_words and not (word.isupper() and len(word) > 1)
        key = (word.lower() if is_stop else stem(word.lower()), is_stop)
        stem_of_form[index] = stems.setdefault(key, len(stems))
    is_capital = np.array([form[0].isupper() for form in forms], np.bool_)
    is_stop_stem = np.array([stop for _, stop in stems], np.bool_)
    return lines, stem_of_form[tokens_as_forms], is_capital[tokens_as_forms], is_stop_stem


@cache
def _stemmer(name: str) -> Callable[[str], str]:
    """Make the stemmer of a language; it remembers words, which come again in the next cluster."""
    return lru_cache(MOST_STEMS)(SnowballStemmer(name).stem)


def _bigrams(
    lines: NDArray[np.int64], words: NDArray[np.int64], is_stop: NDArray[np.bool_], n: int
) -> csr_array:
    """Mark the distinct bigrams of each of the n sentences."""
    pairs = lines[:-1] == lines[1:]
    pairs &= ~(is_stop[words[:-1]] & is_stop[words[1:]])
    keys = words[:-1][pairs] * np.int64(is_stop.size) + words[1:][pairs]
    distinct, columns = np.unique(keys, return_inverse=True)
    present = csr_array(
        (np.ones(columns.size), (lines[:-1][pairs], columns)), shape=(n, distinct.size)
    )
    present.data[:] = 1.0
    return present
