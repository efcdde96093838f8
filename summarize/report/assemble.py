"""Convert indices to what the reader sees: articles numbered in reading order, and citations."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.choice.cite import corroboration
from summarize.evidence.foreign import REASON
from summarize.languages.identify import in_another
from summarize.model import squeeze
from summarize.reading.times import resolve
from summarize.result import Citation, Headline, Number, SummaryDocument, SummarySentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.languages.identify import Found
    from summarize.model import Article, Document, Match, Pick
    from summarize.result import Explanation, When


def number(
    title_of: int | None,
    picks: Sequence[Pick],
    citations: Mapping[int, Sequence[Match]],
    evidence: Evidence,
    n_documents: int,
) -> dict[int, Number]:
    """Number documents from 1 in reading order; those never cited follow in canonical order.

    Parameters
    ----------
    title_of
        The index of the document whose title is the headline.
    picks
        In reading order.
    citations
        For the index of each pick, the sentences of other documents that say the same.
    evidence
        The `sentences`.
    n_documents
        How many there are, without exact copies.

    Returns
    -------
    dict of int to Number
        By the index of the document, in the order of the numbers.
    """
    met = [] if title_of is None else [title_of]
    for pick in picks:
        cited = (pick.index, *(match.index for match in citations[pick.index]))
        met += [evidence.sentences[index].document for index in cited]
    met += range(n_documents)
    return {index: Number(n) for n, index in enumerate(dict.fromkeys(met), start=1)}


def resolved(
    picks: Iterable[Pick], evidence: Evidence, documents: Sequence[Document], language: Language
) -> dict[int, tuple[When, ...]]:
    """Resolve the words for times in each pick, by its index."""
    texts = [document.text for document in documents]
    return {
        pick.index: resolve(
            evidence.sentences[pick.index], evidence.day[pick.index], texts, language
        )
        for pick in picks
    }


def cited(
    picks: Iterable[Pick],
    citations: Mapping[int, Sequence[Match]],
    times: Mapping[int, tuple[When, ...]],
    explanations: Mapping[int, Explanation],
    evidence: Evidence,
    numbers: Mapping[int, Number],
) -> tuple[SummarySentence, ...]:
    """Convert the picks, which are in reading order, and their citations for the reader."""
    return tuple(
        replace(
            _sentence(pick, citations[pick.index], evidence, numbers),
            times=times[pick.index],
            explanation=explanations.get(pick.index),
        )
        for pick in picks
    )


def _sentence(
    pick: Pick,
    matches: Sequence[Match],
    evidence: Evidence,
    numbers: Mapping[int, Number],
) -> SummarySentence:
    own = evidence.sentences[pick.index]
    citations = []
    for match in matches:
        other = evidence.sentences[match.index]
        place = numbers[other.document], other.position, other.start, other.end
        citations.append(Citation(*place, match.confidence))
    return SummarySentence(
        text=own.text,
        document=numbers[own.document],
        position=own.position,
        start=own.start,
        end=own.end,
        relevance=pick.relevance,
        redundancy=pick.redundancy,
        gain=pick.gain,
        corroboration=corroboration(pick.index, matches, evidence),
        citations=tuple(sorted(citations)),
    )


def listed(
    documents: Sequence[Document],
    copies: Sequence[tuple[Article, int]],
    evidence: Evidence,
    numbers: Mapping[int, Number],
    found: Found,
) -> tuple[SummaryDocument, ...]:
    """List the articles by number; exact copies, each with its document's index, come last."""
    n_aside = Counter(sentence.document for sentence in evidence.aside)
    n_sentences = Counter(evidence.document.tolist()) + n_aside
    entries: list[SummaryDocument] = []
    for index, copy in [*((index, None) for index in numbers), *((i, copy) for copy, i in copies)]:
        document = documents[index]
        article = copy or document.article
        skipped = None if n_sentences[index] else "no sentence found"
        if index in n_aside:
            skipped = REASON
        if index in found.others:
            skipped = in_another(found.each[index])
        entries.append(
            SummaryDocument(
                number=Number(len(entries) + 1),
                id=article.id,
                title=(squeeze(copy.title or "") if copy else None) or document.title,
                author=article.author,
                source=article.source,
                url=article.url,
                path=article.path,
                published=article.published,
                extractor=article.extractor,
                sha256=article.sha256,
                n_sentences=n_sentences[index],
                origin=numbers[int(evidence.origin_of[index])],
                copy_of=numbers[index] if copy else None,
                skipped=f"exact copy of {numbers[index]}" if copy else skipped,
                language=found.each[index],
                declared_language=article.language,
            )
        )
    return tuple(entries)


def heading(document: Document, document_number: Number) -> Headline:
    """Make a document's title the headline."""
    block = document.heading
    return Headline(
        text=document.title or "",
        document=document_number,
        start=block.start if block else None,
        end=block.end if block else None,
    )
