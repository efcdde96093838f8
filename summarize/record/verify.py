"""Whether a summary holds: every hash, span and headline against the articles, and its digest.

It trusts nothing: the summary may have been changed as well as the articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.model import Article, squeeze
from summarize.record.schema import summary_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_INCOMPLETE = "the summary lacks something, or holds it in a form that no summary has"
MOST_SHOWN = 60  # characters of a value in a message


def verify(summary: Mapping[str, Any], articles: Iterable[Article]) -> list[str]:
    """Check a summary against its articles.

    Parameters
    ----------
    summary
        As `Summary.to_dict` or its JSON gives it.
    articles
        In any order; they are matched by the SHA-256 of their texts.

    Returns
    -------
    list of str
        The problems found, a line each; empty if all holds.
    """
    lists = ("sentences", "documents", "differences", "warnings")
    if not all(isinstance(summary.get(key), list) for key in lists):
        return [_INCOMPLETE]
    try:
        return list(_problems(summary, {article.sha256: article.text for article in articles}))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return [_INCOMPLETE]


def _problems(summary: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    if summary_digest(summary) != summary["digest"]:
        yield "the summary is not as it was written: its digest is another"
    if summary["text"] != " ".join(sentence["text"] for sentence in summary["sentences"]):
        yield "the text is not that of the sentences"
    there: dict[int, str | None] = {}
    for document in summary["documents"]:
        number = document["number"]
        if number in there:
            yield f"article {number} is listed twice"
        there[number] = texts.get(document["sha256"])
        if there[number] is None:
            name = document["path"] or document["id"] or document["title"] or "no name"
            yield f"article {number} ({name}) is missing or not as it was"
    yield from _headline(summary)
    yield from _differences(summary, there)
    for what, expected, span in _spans(summary):
        if span["document"] not in there:
            yield f"{what} names article {span['document']}, which is not listed"
        elif not _stands(there[span["document"]], span, expected):
            yield f"{what} does not stand in article {span['document']}"


def _stands(article: str | None, span: Mapping[str, Any], expected: str | None) -> bool:
    """Whether a span is one of the article, and says what is expected; a missing one was named."""
    if article is None:
        return True
    inside = 0 <= span["start"] < span["end"] <= len(article)
    found = squeeze(article[span["start"] : span["end"]]) if inside else ""
    return bool(found) and expected in (None, found)


def _headline(summary: Mapping[str, Any]) -> Iterator[str]:
    """Check a headline that was given beside the text; one that stands in it is a span."""
    headline = summary["headline"]
    if headline is not None and headline["start"] is None:
        titles = {document["number"]: document["title"] for document in summary["documents"]}
        if titles.get(headline["document"]) != headline["text"]:
            yield f"the headline is not the title of article {headline['document']}"


def _differences(summary: Mapping[str, Any], there: Mapping[int, str | None]) -> Iterator[str]:
    """Check that each value stands at one of its places: at others it may stand in other words."""
    for difference in summary["differences"]:
        for value in difference["values"]:
            expected = squeeze(value["value"])
            if not any(_stands(there.get(p["document"]), p, expected) for p in value["places"]):
                yield f"{expected[:MOST_SHOWN]!r} stands at none of its places"


def _spans(summary: Mapping[str, Any]) -> Iterator[tuple[str, str | None, Mapping[str, Any]]]:
    """Give every span with what it is and, where that is known, its text."""
    for number, sentence in enumerate(summary["sentences"], start=1):
        yield f"sentence {number}", sentence["text"], sentence
        for citation in sentence["citations"]:
            yield f"a citation of sentence {number}", None, citation
        beaten = sentence.get("explanation", {}).get("runner_up")
        if beaten:
            yield f"what sentence {number} beat", beaten["text"], beaten
    headline = summary["headline"]
    if headline and headline["start"] is not None:
        yield "the headline", headline["text"], headline
    for difference in summary["differences"]:
        for value in difference["values"]:
            for spot in value["places"]:
                yield f"a place of {value['value'][:MOST_SHOWN]!r}", None, spot
