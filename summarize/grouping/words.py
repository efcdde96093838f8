"""Articles as words: what each says in its title and body, as numbers that are the same for all.

Only the sentences of the body count, as the reading layer finds them: what a page says of itself
ties no two articles together. Articles are read in batches, so that their sentences need not be
kept.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from summarize.evidence.embed import commonest, stem
from summarize.evidence.tokens import tokens
from summarize.model import squeeze
from summarize.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summarize.languages import Language
    from summarize.model import Article, Document

AT_A_TIME = 4096  # articles that are read together


@dataclass(frozen=True, slots=True)
class Words:
    """The words of n articles; those of the titles are separate from those of the bodies.

    An article without a sentence in its body has no words, whatever its title says.

    Attributes
    ----------
    documents : list of Document
        As they were read.
    row, stem : ndarray of shape (t,)
        For each word of the bodies its article, ascending, and its stem.
    title_row, title_stem : ndarray of shape (s,)
        The same for the titles.
    is_stop : ndarray of shape (v,)
        Which stems are stop words.
    written : list of str
        For each stem a word as it is written in one of the articles.
    """

    documents: list[Document]
    row: NDArray[np.int32]
    stem: NDArray[np.int32]
    title_row: NDArray[np.int32]
    title_stem: NDArray[np.int32]
    is_stop: NDArray[np.bool_]
    written: list[str]


def words(articles: Sequence[Article], language: Language) -> Words:
    """Read articles and number their words.

    Parameters
    ----------
    articles
        In canonical order.
    language
        Its rules of reading, stop words and stemmer.

    Notes
    -----
    O(characters) time. Memory holds eight bytes for each word.
    """
    number: defaultdict[str, int] = defaultdict(count().__next__)
    documents: list[Document] = []
    parts: list[tuple[NDArray[np.int32], NDArray[np.int32]]] = []
    titles: list[tuple[NDArray[np.int32], NDArray[np.int32]]] = []
    for start in range(0, len(articles), AT_A_TIME):
        batch, sentences = read(articles[start : start + AT_A_TIME], language)
        bodies: list[list[str]] = [[] for _ in batch]
        for sentence in sentences:
            bodies[sentence.document].append(sentence.text)
        heads = [
            squeeze(document.title or "") if body else ""
            for document, body in zip(batch, bodies, strict=True)
        ]
        found = tokens([*map(" ".join, bodies), *heads], language)
        known = np.array([number[word] for word in found.vocabulary], np.int32)
        end = int(np.searchsorted(found.row, len(batch)))
        row, word = found.row + np.int32(start), known[found.word]
        parts.append((row[:end], word[:end]))
        titles.append((row[end:] - np.int32(len(batch)), word[end:]))
        documents += batch
    vocabulary = list(number)
    rows, found_words = _joined(parts)
    title_rows, title_words = _joined(titles)
    stop_words = language.stop_words or commonest(vocabulary, found_words)
    stem_of, is_stop = stem(vocabulary, stop_words, language)
    written = [""] * is_stop.size
    for one, its_stem in zip(reversed(vocabulary), stem_of[::-1].tolist(), strict=True):
        written[its_stem] = one
    return Words(
        documents, rows, stem_of[found_words], title_rows, stem_of[title_words], is_stop, written
    )


def _joined(
    parts: Sequence[tuple[NDArray[np.int32], NDArray[np.int32]]],
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Join the batches; without any, the arrays are empty."""
    empty = np.empty(0, np.int32)
    first, second = zip((empty, empty), *parts, strict=True)
    return np.concatenate(first), np.concatenate(second)
