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

    from summarize.model import (
        Article,
        Citation,
        Difference,
        Document,
        Explanation,
        Pick,
        Sentence,
    )


def assemble(
    documents: Sequence[Document],
    copies: Sequence[tuple[Article, int]],
    sentences: Sequence[Sentence],
    picks: Mapping[int, Pick],
    citations: Mapping[int, Sequence[Citation]],
    headline_of: int | None,
    *,
    origin_of: Sequence[int],
    differences: Sequence[Difference],
    explanations: Mapping[int, Explanation],
    over_budget: bool,
    focus_missed: bool,
    is_narrowed: bool,
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
    origin_of
        For each document the index of its origin.
    differences
        What the documents tell differently.
    explanations
        By the index of the pick, where they were asked for.
    over_budget
        Whether not even the shortest sentence fits the budget.
    focus_missed
        Whether there is a query that shares no word with the articles.
    is_narrowed
        Whether sentences were left out because of what was seen or how few carry them.
    signature, id
        Passed on.
    """
    numbers = _number(headline_of, sentences, picks, citations, len(documents))
    n_sentences = Counter(sentence.document for sentence in sentences)
    listed = []
    for index, number in numbers.items():
        document, n = documents[index], n_sentences[index]
        skipped = None if n else "no sentence found"
        origin = numbers[origin_of[index]]
        listed.append(_list(document.article, document.title, number, n, origin, None, skipped))
    for number, (article, index) in enumerate(copies, start=len(listed) + 1):
        original, origin = numbers[index], numbers[origin_of[index]]
        title = squeeze(article.title or "") or documents[index].title
        skipped = f"exact copy of {original}"
        n = n_sentences[index]
        listed.append(_list(article, title, number, n, origin, original, skipped))
    return Summary(
        sentences=tuple(
            _sentence(
                sentences[index],
                pick,
                citations[index],
                numbers,
                origin_of,
                explanations.get(index),
            )
            for index, pick in picks.items()
        ),
        documents=tuple(listed),
        headline=_headline(documents, headline_of, numbers),
        differences=tuple(_renumber(difference, numbers) for difference in differences),
        warnings=_warnings(
            listed,
            picks,
            over_budget=over_budget,
            focus_missed=focus_missed,
            is_narrowed=is_narrowed,
        ),
        signature=signature,
        n_body_words=sum(sentence.n_words for sentence in sentences),
        id=id,
        sources=(*(documents[index] for index in numbers), *(None for _ in copies)),
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
    sentence: Sentence,
    pick: Pick,
    citations: Sequence[Citation],
    numbers: Mapping[int, int],
    origin_of: Sequence[int],
    explanation: Explanation | None,
) -> SummarySentence:
    numbered = (replace(place, document=numbers[place.document]) for place in citations)
    carriers = [sentence.document, *(place.document for place in citations)]
    if explanation and explanation.runner_up:
        beaten = replace(explanation.runner_up, document=numbers[explanation.runner_up.document])
        explanation = replace(explanation, runner_up=beaten)
    return SummarySentence(
        text=sentence.text,
        document=numbers[sentence.document],
        position=sentence.position,
        start=sentence.start,
        end=sentence.end,
        relevance=pick.relevance,
        redundancy=pick.redundancy,
        gain=pick.gain,
        corroboration=len({origin_of[document] for document in carriers}),
        citations=tuple(sorted(numbered, key=lambda place: place.document)),
        explanation=explanation,
    )


def _renumber(difference: Difference, numbers: Mapping[int, int]) -> Difference:
    """Name the documents of a difference as the reader does."""
    return replace(
        difference,
        values=tuple(
            replace(
                value,
                places=tuple(
                    sorted(replace(p, document=numbers[p.document]) for p in value.places)
                ),
            )
            for value in difference.values
        ),
    )


def _list(
    article: Article,
    title: str | None,
    number: int,
    n_sentences: int,
    origin: int,
    copy_of: int | None,
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
        copy_of=copy_of,
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
    is_narrowed: bool,
) -> tuple[SummaryWarning, ...]:
    """One warning a fact, however many articles it is about."""
    warnings = []
    copied = Counter(document.copy_of for document in listed if document.copy_of)
    for number, n in copied.items():
        what = "1 article is an exact copy" if n == 1 else f"{n:,} articles are exact copies"
        warnings.append(SummaryWarning("copy", f"{what} of article {number}", number))
    close = Counter(d.origin for d in listed if d.copy_of is None and d.origin != d.number)
    for number, n in close.items():
        what = "1 article copies" if n == 1 else f"{n:,} articles copy"
        warnings.append(SummaryWarning("near_copy", f"{what} much of article {number}", number))
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
    if not picks and is_narrowed and any(document.n_sentences for document in listed):
        message = "nothing is new to the reader and carried by enough origins"
        warnings.append(SummaryWarning("nothing_left", message))
    elif not picks:
        warnings.append(SummaryWarning("empty", "no article holds a sentence to summarise"))
    if picks and len({document.origin for document in listed if document.n_sentences}) == 1:
        what = "there is one article" if len(listed) == 1 else "all articles have one origin"
        message = f"{what}: nothing can be corroborated"
        warnings.append(SummaryWarning("one_origin", message))
    return tuple(warnings)
