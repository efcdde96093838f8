"""The summary is put together: numbers in reading order, the list of articles, the warnings."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.model import (
    Headline,
    SummaryDocument,
    SummarySentence,
    SummaryWarning,
    squeeze,
)
from summarize.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.model import Article, Citation, Document, Pick, Sentence


def assemble(
    documents: Sequence[Document],
    copies: Sequence[tuple[Article, int]],
    sentences: Sequence[Sentence],
    picks: Mapping[int, Pick],
    citations: Mapping[int, Sequence[Citation]],
    headline_of: int | None,
    *,
    over_budget: bool,
    focus_missed: bool,
    signature: str,
    id: str | None,  # noqa: A002 - the field's name in every noun
) -> Summary:
    """Number the articles as they are met and name everything by these numbers.

    Parameters
    ----------
    documents
        The k documents in canonical order, exact copies left out.
    copies
        The exact copies, each with the index of its document.
    sentences
        All n sentences, by document and position.
    picks
        The pick of each chosen sentence, by its index, in reading order.
    citations
        The citations of each pick, by document index.
    headline_of
        Index of the document whose title is the headline.
    over_budget
        Whether not even the shortest sentence fits the budget.
    focus_missed
        Whether there is a query that shares no word with the articles.
    signature, id
        Passed on.
    """
    numbers = _number(headline_of, sentences, picks, citations, len(documents))
    n_sentences = Counter(sentence.document for sentence in sentences)
    listed = []
    for index, number in numbers.items():
        document, n = documents[index], n_sentences[index]
        skipped = None if n else "no sentence found"
        listed.append(_list(document.article, document.title, number, n, number, skipped))
    for number, (article, index) in enumerate(copies, start=len(listed) + 1):
        origin, title = numbers[index], squeeze(article.title or "") or documents[index].title
        skipped = f"exact copy of {origin}"
        listed.append(_list(article, title, number, n_sentences[index], origin, skipped))
    return Summary(
        sentences=tuple(
            _sentence(sentences[index], pick, citations[index], numbers)
            for index, pick in picks.items()
        ),
        documents=tuple(listed),
        headline=_headline(documents, headline_of, numbers),
        warnings=_warnings(listed, picks, over_budget=over_budget, focus_missed=focus_missed),
        signature=signature,
        n_body_words=sum(sentence.n_words for sentence in sentences),
        id=id,
    )


def _number(
    headline_of: int | None,
    sentences: Sequence[Sentence],
    picks: Mapping[int, Pick],
    citations: Mapping[int, Sequence[Citation]],
    n_documents: int,
) -> dict[int, int]:
    """Number documents from 1 in reading order; those never met follow in canonical order."""
    met = [] if headline_of is None else [headline_of]
    for index in picks:
        met.append(sentences[index].document)
        met.extend(citation.document for citation in citations[index])
    met.extend(range(n_documents))
    return {document: number for number, document in enumerate(dict.fromkeys(met), start=1)}


def _sentence(
    sentence: Sentence, pick: Pick, citations: Sequence[Citation], numbers: Mapping[int, int]
) -> SummarySentence:
    numbered = (replace(place, document=numbers[place.document]) for place in citations)
    return SummarySentence(
        text=sentence.text,
        document=numbers[sentence.document],
        position=sentence.position,
        start=sentence.start,
        end=sentence.end,
        relevance=pick.relevance,
        redundancy=pick.redundancy,
        gain=pick.gain,
        corroboration=1 + len(citations),
        citations=tuple(sorted(numbered, key=lambda place: place.document)),
    )


def _list(
    article: Article,
    title: str | None,
    number: int,
    n_sentences: int,
    origin: int,
    skipped: str | None,
) -> SummaryDocument:
    return SummaryDocument(
        number=number,
        id=article.id,
        title=title,
        source=article.source,
        url=article.url,
        path=article.path,
        published=article.published,
        sha256=article.sha256,
        n_sentences=n_sentences,
        origin=origin,
        skipped=skipped,
    )


def _headline(
    documents: Sequence[Document], headline_of: int | None, numbers: Mapping[int, int]
) -> Headline | None:
    if headline_of is None:
        return None
    document = documents[headline_of]
    heading = document.heading
    return Headline(
        text=document.title or "",
        document=numbers[headline_of],
        start=heading.start if heading else None,
        end=heading.end if heading else None,
    )


def _warnings(
    listed: Sequence[SummaryDocument],
    picks: Mapping[int, Pick],
    *,
    over_budget: bool,
    focus_missed: bool,
) -> tuple[SummaryWarning, ...]:
    """One warning a fact, however many articles it is about."""
    warnings = []
    copied = Counter(document.origin for document in listed)
    for number, n in copied.items():
        if n > 1:
            what = (
                "1 article is an exact copy" if n == 2 else f"{n - 1:,} articles are exact copies"
            )
            warnings.append(SummaryWarning("copy", f"{what} of article {number}", number))
    bare = [document.number for document in listed if not document.n_sentences]
    if bare:
        named = ", ".join(map(str, bare[:5])) + (", ..." if len(bare) > 5 else "")
        only = bare[0] if len(bare) == 1 else None
        warnings.append(
            SummaryWarning("no_sentence", f"no sentence found in article {named}", only)
        )
    if over_budget:
        warnings.append(
            SummaryWarning("over_budget", "no sentence fits the length; the shortest is given")
        )
    if focus_missed:
        message = "no word of the focus is in the articles; it changes nothing"
        warnings.append(SummaryWarning("focus", message))
    if not picks:
        warnings.append(SummaryWarning("empty", "no article holds a sentence to summarise"))
    return tuple(warnings)
