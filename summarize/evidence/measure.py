"""What is known about a cluster's sentences: one table with a row for each.

It is computed once, read by every later stage, and changed by none. It contains neither which
sentences are good (`judge`) nor which are relevant (`rank`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from summarize.evidence.embed import embed
from summarize.evidence.focus import focus as find_focus
from summarize.evidence.foreign import common
from summarize.evidence.form import form
from summarize.evidence.origins import origins
from summarize.evidence.tokens import tokens
from summarize.evidence.weigh import weigh
from summarize.model import squeeze
from summarize.reading.days import day

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from summarize.evidence.tokens import Tokens
    from summarize.languages import Language
    from summarize.model import Document, Sentence
    from summarize.weights import Weights


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that is measured of n sentences in k documents.

    Attributes
    ----------
    sentences : sequence of Sentence
        By document and position. Every other attribute of n rows is in this order.
    document, position : ndarray of shape (n,)
        The index of each sentence's document, and its own index in that document.
    origin : ndarray of shape (n,)
        The origin of that document.
    day : ndarray of shape (n,)
        The day when the article was published, as a number; NaN where it is not known.
    form : ndarray of shape (n,)
        The factor for what the sentence's form is worth.
    rows, claims : csr_array of shape (n, d)
        Unit TF-IDF rows; in `claims` a capitalised word counts less.
    weights : csr_array of shape (n, m)
        The weights of the bigrams that each sentence contains, by the focus too.
    titles : csr_array of shape (k, d)
        Unit TF-IDF rows of the titles; zero if a document has no title or no sentence.
    focus : ndarray of shape (n,)
        The share of the focus that each sentence contains; zeros if there is none.
    seen : csr_array of d columns
        Unit TF-IDF rows of the sentences that the reader has seen.
    tokens : Tokens
        The words of the sentences.
    origin_of : ndarray of shape (k,)
        For each document the index of the one that is its origin; its own if it copies none.
    share_little : bool
        Whether the documents may report several events.
    aside : sequence of Sentence
        The sentences of documents that have next to nothing in common with the others, or are in
        another language. They are not among the `sentences`, and nothing else here is of them.
    """

    sentences: Sequence[Sentence]
    document: NDArray[np.int64]
    position: NDArray[np.int64]
    origin: NDArray[np.int64]
    day: NDArray[np.float64]
    form: NDArray[np.float64]
    rows: csr_array
    claims: csr_array
    weights: csr_array
    titles: csr_array
    focus: NDArray[np.float64]
    seen: csr_array
    tokens: Tokens
    origin_of: NDArray[np.int64]
    share_little: bool = False
    aside: Sequence[Sentence] = ()


def measure(
    documents: Sequence[Document],
    sentences: Sequence[Sentence],
    language: Language,
    weights: Weights,
    focus: str | None = None,
    seen: Sequence[str] = (),
    skipped: Collection[int] = (),
) -> Evidence:
    """Measure the sentences of a cluster.

    Parameters
    ----------
    documents, sentences
        The k documents in canonical order, and their n sentences by document and position.
    language
        Stop words, stemmer, long names, verbs of speech, agencies.
    weights
        What an early mention and a sentence's form are worth.
    focus
        What the reader asks for.
    seen
        Sentences that the reader has seen.
    skipped
        The indices of documents in another language, which are set aside.
    """
    rest, aside = _apart(sentences, skipped) if skipped else (sentences, [])
    evidence, foreign = _measure(documents, rest, language, weights, focus, seen)
    if foreign.size:
        indices = np.flatnonzero(np.isin(evidence.origin_of, foreign)).tolist()
        rest, aside = _apart(sentences, {*skipped, *indices})
        evidence, _ = _measure(documents, rest, language, weights, focus, seen)
    return replace(evidence, aside=aside) if aside else evidence


def _apart(
    sentences: Sequence[Sentence], indices: Collection[int]
) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences of other documents than these, and those of these."""
    rest = [sentence for sentence in sentences if sentence.document not in indices]
    return rest, [sentence for sentence in sentences if sentence.document in indices]


def _measure(
    documents: Sequence[Document],
    sentences: Sequence[Sentence],
    language: Language,
    weights: Weights,
    focus: str | None,
    seen: Sequence[str],
) -> tuple[Evidence, NDArray[np.int64]]:
    """Measure the sentences; return also the origins that have nothing in common with the others.

    What the others are worth depends on all sentences, so they are measured again without those.
    """
    n, k = len(sentences), len(documents)
    document = np.array([sentence.document for sentence in sentences], np.int64)
    position = np.array([sentence.position for sentence in sentences], np.int64)
    day_of = np.array([day(each.article.published) for each in documents], np.float64)
    has_sentences = np.bincount(document, minlength=k) > 0
    titles = [d.title or "" if has else "" for d, has in zip(documents, has_sentences, strict=True)]
    others = map(squeeze, [*titles, focus or "", *seen])
    every = tokens([*(sentence.text for sentence in sentences), *others], language)
    vectors = embed(every, n, language)
    own = every.first(n)
    origin_of = origins(documents, document, own.row, vectors.stems, language, own.in_a_word)
    origin = origin_of[document]
    worth = weigh(vectors.bigrams, origin, position, weights)
    share, worth = find_focus(vectors.rows, vectors.others[[k]], worth, document)
    shared = common(vectors, origin, own.row)
    evidence = Evidence(
        sentences,
        document,
        position,
        origin,
        day_of[document],
        form(own, language, weights),
        vectors.rows,
        vectors.claims,
        worth,
        titles=vectors.others[:k],
        focus=share,
        seen=vectors.others[k + 1 :],
        tokens=own,
        origin_of=origin_of,
        share_little=shared.is_little,
    )
    return evidence, shared.foreign
