"""The summary's headline: the most central title among the articles, verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.reading.introduce import keys

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Document

_STEM = 4  # letters
_FEWEST_WORDS = 3


def is_supported(title: str | None, texts: Sequence[str], language: Language) -> bool:
    """Return whether a title shares a word that is no stop word with some sentences.

    Words that begin alike are the same: endings differ. Nothing is asked of a title of one or two
    words, for some scripts put no space between words, nor where there is no title or sentence.

    >>> from summarize.languages import load
    >>> is_supported("Verify you are human", ["The ferry ran aground."], load())
    False
    """
    if not title or not texts:
        return True
    words = {word[:_STEM] for word in keys([title]) if word not in language.stop_words}
    is_short = len(title.split()) < _FEWEST_WORDS
    return is_short or not words.isdisjoint(word[:_STEM] for word in keys(texts))


def headline(
    documents: Sequence[Document], evidence: Evidence, read: Collection[int] = ()
) -> int | None:
    """Choose the title that is most similar to what the articles say.

    Parameters
    ----------
    documents, evidence
        Of all articles.
    read
        The documents that the reader has read. Their titles are chosen only if no other has one.

    Returns
    -------
    int or None
        The index of the document; ties go to the first. None if no document that has a sentence
        has a title.
    """
    centrality = evidence.titles @ np.asarray(evidence.rows.sum(axis=0)).ravel()
    has_sentence = np.bincount(evidence.document, minlength=len(documents)) > 0
    ranked = np.argsort(-centrality, kind="stable").tolist()
    titled = (index for index in ranked if has_sentence[index] and documents[index].title)
    return min(titled, key=lambda index: index in read, default=None)
