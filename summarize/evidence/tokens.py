"""Texts as words, and words as numbers: each distinct word is processed once.

Words stay as they are written, but without signs that have no width, such as soft hyphens. Case,
stems and stop words are handled in `embed`, and what words say about a sentence's form in `form`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from summarize.reading.signs import visible
from summarize.words import NARROW_A_WORD, WIDE_A_WORD, is_spaceless, is_wide, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from summarize.languages import Language


_WORD = word_pattern(r"(?:[^\W\d_]\.){2,}|<word>")  # a dotted acronym is one word: "U.S."
_AROUND = ".,;:!?\"'“”‘’()[]"  # what most often comes before or after a word
AT_A_TIME = 8192  # texts, so that the intermediate lists take little memory


@dataclass(frozen=True, slots=True)
class Tokens:
    """The t words of n texts, in their order.

    Attributes
    ----------
    vocabulary : list of str
        The v distinct words as they are written, in order of first occurrence.
    row : ndarray of shape (t,)
        For each word the index of its text; ascending.
    word : ndarray of shape (t,)
        Its index in the vocabulary.
    n : int
        Number of texts; the last ones may have no words.
    """

    vocabulary: list[str]
    row: NDArray[np.int32]
    word: NDArray[np.int32]
    n: int

    def first(self, n: int) -> Tokens:
        """Return those of the first n texts; the vocabulary is still that of all."""
        end = int(np.searchsorted(self.row, n))
        return Tokens(self.vocabulary, self.row[:end], self.word[:end], n)

    @property
    def in_a_word(self) -> float:
        """How many of these make a word: more than one in scripts without spaces, else 1."""
        if not self.word.size or not is_spaceless("".join(self.vocabulary)):
            return 1.0
        return float(np.array(list(map(_in_a_word, self.vocabulary)))[self.word].mean())


def tokens(texts: Sequence[str], language: Language) -> Tokens:
    """Cut texts into words and number them.

    Parameters
    ----------
    texts
        Without line ends, as `squeeze` leaves them.
    language
        Long names that are read as short ones.

    Notes
    -----
    What is between two spaces is cut into words once for each distinct spelling, so the time
    is proportional to the number of spaces: O(characters).

    >>> from summarize.languages import load
    >>> found = tokens(["The U.S. said: the talks", "The talks"], load())
    >>> found.vocabulary, found.row.tolist(), found.word.tolist()
    (['The', 'U.S.', 'said', 'the', 'talks'], [0, 0, 0, 0, 0, 1, 1], [0, 1, 2, 3, 4, 0, 4])
    """
    chunks: defaultdict[str, int] = defaultdict(count().__next__)
    batches = []
    for start in range(0, len(texts), AT_A_TIME):
        joined = _shorten(visible("\n".join(texts[start : start + AT_A_TIME])), language)
        counts = _array(text.count(" ") + 1 for text in joined.split("\n"))
        found = _array(map(chunks.__getitem__, joined.replace("\n", " ").split(" ")))
        batches.append((np.arange(start, start + counts.size, dtype=np.int32), counts, found))
    vocabulary, words_of_chunk, n_words = _cut(chunks)
    first = np.cumsum(n_words) - n_words  # where a chunk's words begin among those of all chunks
    row, word = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for numbers, counts, found in batches:
        n = n_words[found]
        row.append(np.repeat(np.repeat(numbers, counts), n))
        after = np.arange(n.sum()) - np.repeat(np.cumsum(n) - n, n)  # its index in its chunk
        word.append(words_of_chunk[np.repeat(first[found], n) + after])
    return Tokens(vocabulary, np.concatenate(row), np.concatenate(word), len(texts))


def _cut(chunks: Iterable[str]) -> tuple[list[str], NDArray[np.int32], NDArray[np.int64]]:
    """Cut chunks into words; return these as numbers, and how many words each chunk has."""
    vocabulary: defaultdict[str, int] = defaultdict(count().__next__)
    words: list[int] = []
    n_words: list[int] = []
    for chunk in chunks:
        word = chunk.strip(_AROUND)
        # By far the most common case.
        if word.isalnum() and (word.isascii() or not is_spaceless(word)):
            words.append(vocabulary[word])
            n_words.append(1)
        else:
            found = _WORD.findall(chunk)
            words += map(vocabulary.__getitem__, found)
            n_words.append(len(found))
    return list(vocabulary), np.array(words, np.int32), np.array(n_words, np.int64)


def _in_a_word(word: str) -> float:
    if not is_spaceless(word):
        return 1.0
    return WIDE_A_WORD if is_wide(word) else NARROW_A_WORD


def _shorten(text: str, language: Language) -> str:
    """Replace long names by the short ones that news also uses."""
    for pattern, short in _long_names(language.aliases):
        text = pattern.sub(short, text)
    return text


@cache
def _long_names(aliases: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], str]]:
    """Compile a pattern for each long name, the longest first.

    Each begins with fixed text, which is quick to search for; so the lookbehind for what must not
    precede the name comes after it.
    """
    longest_first = sorted(aliases, key=lambda pair: len(pair[0]), reverse=True)
    return [
        (re.compile(rf"{re.escape(long)}(?<!\w{re.escape(long)})\b"), short)
        for long, short in longest_first
    ]


def _array(numbers: Iterable[int]) -> NDArray[np.int32]:
    return np.fromiter(numbers, np.int32)
