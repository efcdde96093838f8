"""Whether a summary holds: every hash, span and headline against the articles, and its digest.

It trusts nothing: the summary may have been changed as well as the articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.model import Article, squeeze
from summarize.schema import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


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
    try:
        return list(_problems(summary, {article.sha256: article.text for article in articles}))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        return [f"the summary is not complete: {type(error).__name__} {error}"]


def _problems(summary: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    if digest(summary) != summary["digest"]:
        yield "the summary is not as it was written: its digest is another"
    if summary["text"] != " ".join(sentence["text"] for sentence in summary["sentences"]):
        yield "the text is not that of the sentences"
    there: dict[int, str] = {}
    for document in summary["documents"]:
        text = texts.get(document["sha256"])
        if text is None:
            name = document["path"] or document["id"] or document["title"] or "no name"
            yield f"article {document['number']} ({name}) is missing or not as it was"
        else:
            there[document["number"]] = text
    for what, expected, span in _spans(summary):
        article = there.get(span["document"])
        if article is None:  # said already
            continue
        inside = 0 <= span["start"] < span["end"] <= len(article)
        found = squeeze(article[span["start"] : span["end"]]) if inside else ""
        if not found or expected not in (None, found):
            yield f"{what} does not stand in article {span['document']}"


def _spans(summary: Mapping[str, Any]) -> Iterator[tuple[str, str | None, Mapping[str, Any]]]:
    """Give every span with what it is and, where that is known, its text."""
    for place, sentence in enumerate(summary["sentences"], start=1):
        yield f"sentence {place}", sentence["text"], sentence
        for citation in sentence["citations"]:
            yield f"a citation of sentence {place}", None, citation
    headline = summary["headline"]
    if headline and headline["start"] is not None:
        yield "the headline", headline["text"], headline
    for difference in summary["differences"]:
        for value in difference["values"]:
            for spot in value["places"]:
                yield repr(value["value"]), squeeze(value["value"]), spot
