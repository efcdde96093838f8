"""What is found of a quotation or a draft, as data and as text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summarize.mcp import results
from summarize.mcp.listed import document, documents, likeliest, skipped
from summarize.model import shown
from summarize.reading.gather import canonical
from summarize.reading.plain import plain
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.checked import Check, CheckedSentence
    from summarize.mcp.articles import Given
    from summarize.model import Article
    from summarize.record.quote import Found

MOST_PLACES = 20  # of a quotation
_MATCHES = {
    "verbatim": "Verbatim: found to the character.",
    "cut": "NOT verbatim: it ends within a word or figure. The whole words are given.",
    "words": "NOT verbatim: case or signs differ. The exact text is given.",
    "near": "NOT verbatim: no article has these words. The nearest passage is given.",
    "none": "NOT verbatim: no article has these words, or anything like them.",
}


def of_quotation(found: Found, read: Given) -> results.Quotation:
    """Return what was found of a quotation as data."""
    return results.Quotation(
        is_verbatim=found.match == "verbatim",
        match=found.match,
        message=_MATCHES[found.match],
        places=[
            results.Place(
                document=each.article + 1,
                start=each.start,
                end=each.end,
                text=each.text,
                before=each.before,
                after=each.after,
            )
            for each in found.passages[:MOST_PLACES]
        ],
        changes=[results.Changed(quotation=a, article=b) for a, b in found.changes],
        documents=documents(read.articles),
        **skipped(read),
    )


def quotation_text(found: results.Quotation) -> str:
    """Write what was found, and a place a line."""
    lines = [found.message]
    lines += [f"[{p.document}] {p.start}-{p.end}: “{p.text}”" for p in found.places]
    lines += [_change(each) for each in found.changes]
    return "\n".join(map(clean_text, lines))


def _change(change: results.Changed) -> str:
    if not change.quotation:
        return f"left out: “{change.article}”"
    if not change.article:
        return f"added: “{change.quotation}”"
    return f"not “{change.quotation}” but “{change.article}”"


def of_check(check: Check, read: Given) -> results.Checks:
    """Return what was found of a draft as data."""
    listed, _ = canonical(read.articles)  # as `check` lists them, each copy once
    quote = _quoter(listed)
    return results.Checks(
        n_wrong=check.n_wrong,
        sentences=[_sentence(each, quote) for each in check.sentences],
        not_checked=list(check.not_checked),
        foreign=check.foreign,
        documents=[
            results.Document(**document(known.number, article, title=known.title))
            for article, known in zip(listed, check.articles, strict=True)
        ],
        **skipped(read),
    )


def _quoter(articles: Sequence[Article]) -> Callable[[int, int, int], str]:
    """Return what quotes a span of a document; the marks of each are hidden once."""

    @cache
    def text(number: int) -> str:
        return plain(articles[number - 1].text)

    return lambda number, start, end: shown(text(number)[start:end])


def _sentence(sentence: CheckedSentence, quote: Callable[[int, int, int], str]) -> results.Checked:
    return results.Checked(
        text=sentence.text,
        start=sentence.start,
        end=sentence.end,
        status=sentence.status,
        is_found=sentence.is_found,
        citations=[
            results.Support(
                document=each.place.document,
                start=each.place.start,
                end=each.place.end,
                confidence=round(each.confidence, 4),
                text=quote(each.place.document, each.place.start, each.place.end),
            )
            for each in likeliest(sentence.citations)
        ],
        n_citations=len(sentence.citations),
        problems=[
            results.Problem(
                kind=each.kind,
                text=each.text,
                start=each.start,
                end=each.end,
                instead=list(each.instead),
            )
            for each in sentence.problems
        ],
        uncited_words=list(sentence.uncited_words),
    )
