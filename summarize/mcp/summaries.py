"""Summaries, with and without their reasons, as data and as text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from summarize.mcp import results
from summarize.mcp.held import uri
from summarize.mcp.listed import KNOWN, likeliest, skipped
from summarize.model import squeeze
from summarize.render import reasons
from summarize.render.text import to_text

if TYPE_CHECKING:
    from summarize.mcp.articles import Given
    from summarize.model import Article
    from summarize.result import SummaryDocument, SummarySentence
    from summarize.summary import Summary

MOST_LEFT_OUT = 50
_OF_DOCUMENT = ("language", "n_sentences", "origin", "copy_of", "skipped")
# What a document of a summary has of its article, whatever was found in the text.
_OF_BOTH = attrgetter("sha256", "id", "author", "source", "url", "path", "published", "extractor")


def of_summary(summary: Summary, read: Given) -> results.Summary:
    """Return a summary as data."""
    return results.Summary(**_fields(summary, read))


def of_explained(summary: Summary, read: Given) -> results.Explained:
    """Return a summary with its reasons as data."""
    sentences = [each for each in summary.left_out if each.relevance is not None]
    first = sorted(sentences, key=lambda each: -(each.relevance or 0))[:MOST_LEFT_OUT]
    told = reasons.left_out(summary, MOST_LEFT_OUT)
    return results.Explained(
        **_fields(summary, read),
        left_out=[
            results.LeftOut(
                document=each.document, start=each.start, end=each.end, text=text, reason=reason
            )
            for each, (_, text, reason) in zip(first, told, strict=True)
        ],
        n_left_out=len(sentences),
    )


def explained_text(summary: Summary) -> str:
    """Write a summary with its reasons, and the most relevant of what was left out."""
    left_out = reasons.left_out(summary, reasons.MOST_LEFT_OUT)
    lines = [f"[{number}] “{text}”: {reason}" for number, text, reason in left_out]
    head = ["", "Not in the summary:"] if lines else []
    return to_text(replace(summary, left_out=())) + "\n".join([*head, *lines])


def _fields(summary: Summary, read: Given) -> dict[str, Any]:
    addresses = _addresses(summary, read)
    return {
        "headline": summary.headline and summary.headline.text,
        "text": summary.text,
        "n_words": summary.n_words,
        "sentences": [_sentence(each) for each in summary.sentences],
        "documents": [
            results.SummaryDocument(
                number=each.number,
                resource=address,
                **{name: getattr(each, name) for name in (*KNOWN, *_OF_DOCUMENT)},
            )
            for each, address in zip(summary.documents, addresses, strict=True)
        ],
        "differences": [
            results.Difference(
                kind=each.kind,
                values=[
                    results.Value(
                        value=value.value,
                        documents=sorted({place.document for place in value.places}),
                    )
                    for value in each.values
                ],
            )
            for each in summary.differences
        ],
        "warnings": [warning.message for warning in summary.warnings],
        "language": summary.language,
        "signature": summary.signature,
        **skipped(read),
    }


def _addresses(summary: Summary, read: Given) -> list[str]:
    """Return the address of the article of each document.

    Articles that differ in the title alone are told apart by it; one without a title has the title
    that was found in its text.
    """
    left: dict[tuple[Any, ...], list[Article]] = defaultdict(list)
    for article in read.articles:
        left[_OF_BOTH(article)].append(article)
    addresses = []
    for document in summary.documents:
        own = left[_OF_BOTH(document)]
        best = min(own, key=partial(_unlike, document))
        own.remove(best)
        addresses.append(uri(best))
    return addresses


def _unlike(document: SummaryDocument, article: Article) -> tuple[bool, bool, bool]:
    title = squeeze(article.title or "") or None
    is_other = article.language != document.declared_language
    return is_other, title != document.title, title is not None


def _sentence(sentence: SummarySentence) -> results.Sentence:
    return results.Sentence(
        document=sentence.document,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        corroboration=sentence.corroboration,
        citations=[
            results.Citation(
                document=each.document,
                start=each.start,
                end=each.end,
                confidence=round(each.confidence, 4),
            )
            for each in likeliest(sentence.citations)
        ],
        n_citations=len(sentence.citations),
        why=_why(sentence),
    )


def _why(sentence: SummarySentence) -> results.Why | None:
    if sentence.explanation is None:
        return None
    runner_up = None
    if other := sentence.explanation.runner_up:
        runner_up = results.RunnerUp(
            document=other.document,
            start=other.start,
            end=other.end,
            text=other.text,
            reason=reasons.FATES[other.fate] + (f" {other.like}" if other.like else ""),
        )
    return results.Why(
        relevance=round(sentence.relevance, 4),
        redundancy=round(sentence.redundancy, 4),
        factors=[
            results.Factor(name=name, value=round(value, 4))
            for name, value in sentence.explanation.factors
        ],
        runner_up=runner_up,
    )
