"""Texts as words, and words as numbers: each distinct word is looked at once.

Words stay as they are written. Case, stems and stop words are the concern of `embed`, and what
words say about a sentence's form that of `form`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from summarize.languages import Language


# A dotted acronym is one word ("U.S."), else a run of letters and digits.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_AROUND = ".,;:!?\"'“”‘’()[]"  # what most often comes before or after a word
_AT_A_TIME = 8192  # texts; what is between text and numbers takes little memory


@dataclass(frozen=True, slots=True)
class Tokens:
    """The t words of n texts, in their order.

    Attributes
    ----------
    vocabulary : list of str
        The v distinct words as they are written, in the order in which they come.
    row : ndarray of shape (t,)
        For each word the index of its text; ascending.
    word : ndarray of shape (t,)
        Its index in the vocabulary.
    n : int
        How many texts there are; the last may have no word.
    """

    vocabulary: list[str]
    row: NDArray[np.int32]
    word: NDArray[np.int32]
    n: int

    def first(self, n: int) -> Tokens:
        """Give those of the first n texts; the vocabulary stays that of all."""
        end = int(np.searchsorted(self.row, n))
        return Tokens(self.vocabulary, self.row[:end], self.word[:end], n)


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
    goes with the number of spaces: O(characters).

    >>> from summarize.languages import load
    >>> found = tokens(["The U.S. said: the talks", "The talks"], load())
    >>> found.vocabulary, found.row.tolist(), found.word.tolist()
    (['The', 'U.S.', 'said', 'the', 'talks'], [0, 0, 0, 0, 0, 1, 1], [0, 1, 2, 3, 4, 0, 4])
    """
    chunks: defaultdict[str, int] = defaultdict(count().__next__)
    batches = []
    for start in range(0, len(texts), _AT_A_TIME):
        joined = _shorten("\n".join(texts[start : start + _AT_A_TIME]), language)
        counts = _array(text.count(" ") + 1 for text in joined.split("\n"))
        found = _array(map(chunks.__getitem__, joined.replace("\n", " ").split(" ")))
        batches.append((np.arange(start, start + counts.size, dtype=np.int32), counts, found))
    vocabulary, words_of_chunk, n_words = _cut(chunks)
    first = np.cumsum(n_words) - n_words  # of a chunk's words among those of all chunks
    row, word = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for numbers, counts, found in batches:
        n = n_words[found]
        row.append(np.repeat(np.repeat(numbers, counts), n))
        after = np.arange(n.sum()) - np.repeat(np.cumsum(n) - n, n)  # the first of its chunk
        word.append(words_of_chunk[np.repeat(first[found], n) + after])
    return Tokens(vocabulary, np.concatenate(row), np.concatenate(word), len(texts))


def _cut(chunks: Iterable[str]) -> tuple[list[str], NDArray[np.int32], NDArray[np.int64]]:
    """Cut what is between spaces into words; give these as numbers, and how many each holds."""
    vocabulary: defaultdict[str, int] = defaultdict(count().__next__)
    words: list[int] = []
    n_words: list[int] = []
    for chunk in chunks:
        word = chunk.strip(_AROUND)
        if word.isalnum():  # most by far
            words.append(vocabulary[word])
            n_words.append(1)
        else:
            found = _WORD.findall(chunk)
            words += map(vocabulary.__getitem__, found)
            n_words.append(len(found))
    return list(vocabulary), np.array(words, np.int32), np.array(n_words, np.int64)


def _shorten(text: str, language: Language) -> str:
    """Replace long names by the short ones that news uses."""
    for pattern, short in _long_names(language.aliases):
        text = pattern.sub(short, text)
    return text


@cache
def _long_names(aliases: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], str]]:
    """Compile a pattern for each long name, the longest first; all of them begin as fixed text.

    That is what makes them quick to search for, so what must not come before is asked last.
    """
    longest_first = sorted(aliases, key=lambda pair: len(pair[0]), reverse=True)
    return [
        (re.compile(rf"{re.escape(long)}(?<!\w{re.escape(long)})\b"), short)
        for long, short in longest_first
    ]


def _array(numbers: Iterable[int]) -> NDArray[np.int32]:
    return np.fromiter(numbers, np.int32)
