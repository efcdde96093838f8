"""Summaries as rows of plain data, one row a sentence, for tables and data frames.

The strings are the original data, as in the JSON. Every row has the same keys, and the values of a
key are of one type, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.errors import OptionError, SummarizeError
from summarize.render import facts
from summarize.summary import Summary
from summarize.words import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pandas import DataFrame

    from summarize.result import Citation, Number, SummaryDocument, SummarySentence

COLUMNS = (
    *("event", "sentence", "text", "n_words"),
    *("document", "source", "title", "author", "url", "path", "article_id", "published"),
    *("language", "position", "start", "end", "relevance", "redundancy", "gain"),
    *("corroboration", "n_origins", "also_in", "similar", "citations", "times"),
    *("headline", "summary_language", "signature"),
)


def rows(summaries: Summary | Iterable[Summary]) -> list[dict[str, Any]]:
    """Return one dict for each sentence of summaries, with its article and its citations.

    Parameters
    ----------
    summaries
        Summaries, or one.

    Returns
    -------
    list of dict
        With the keys of `docs/guide/data.md`, in the order of the summaries and their sentences. A
        summary without sentences has no row.

    Raises
    ------
    OptionError
        If `summaries` has something that is not a summary.

    Examples
    --------
    >>> from summarize import summarize
    >>> [row] = rows(summarize(["The council approved the new bridge on Monday."]))
    >>> row["sentence"], row["document"], row["start"], row["end"], row["citations"]
    (1, 1, 0, 46, [])
    """
    return [row for summary in _each(summaries) for row in _rows(summary)]


def summaries_frame(summaries: Summary | Iterable[Summary]) -> DataFrame:
    """Return a data frame of pandas with one row for each sentence of summaries; see `rows`.

    Raises
    ------
    SummarizeError
        If pandas is not installed.
    OptionError
        If `summaries` has something that is not a summary.
    """
    try:
        from pandas import DataFrame
    except ImportError:
        raise SummarizeError(
            "summaries_frame needs pandas; install it with: pip install pandas"
        ) from None
    return DataFrame(rows(summaries), columns=list(COLUMNS))


def _each(summaries: Any) -> Iterable[Summary]:  # noqa: ANN401 - checked here
    given = [summaries] if isinstance(summaries, Summary) else summaries
    if not hasattr(given, "__iter__"):
        raise OptionError(f"summaries is a {type(given).__name__}; give a list of summaries")
    for summary in given:
        if not isinstance(summary, Summary):
            seen = type(summary).__name__
            raise OptionError(f"one of the summaries is a {seen}; give what summarize returns")
        yield summary


def _rows(summary: Summary) -> Iterable[dict[str, Any]]:
    documents = {document.number: document for document in summary.documents}
    n_origins = facts.n_origins(summary)
    headline = summary.headline.text if summary.headline else None
    for number, sentence in enumerate(summary.sentences, 1):
        yield {
            "event": summary.id,
            "sentence": number,
            "text": sentence.text,
            "n_words": width(sentence.text),
            **_article(documents[sentence.document]),
            **_numbers(sentence),
            "n_origins": n_origins,
            "also_in": facts.also_in(sentence),
            "similar": facts.similar(sentence),
            "citations": [_citation(each, documents) for each in sentence.citations],
            "times": [
                {"text": each.text, "start": each.start, "end": each.end, "date": each.date}
                for each in sentence.times
            ],
            "headline": headline,
            "summary_language": summary.language,
            "signature": summary.signature,
        }


def _article(document: SummaryDocument) -> dict[str, Any]:
    return {
        "document": int(document.number),
        "source": document.source,
        "title": document.title,
        "author": document.author,
        "url": document.url,
        "path": document.path,
        "article_id": document.id,
        "published": document.published,
        "language": document.language,
    }


def _numbers(sentence: SummarySentence) -> dict[str, Any]:
    return {
        "position": sentence.position,
        "start": sentence.start,
        "end": sentence.end,
        "relevance": float(sentence.relevance),
        "redundancy": float(sentence.redundancy),
        "gain": float(sentence.gain),
        "corroboration": sentence.corroboration,
    }


def _citation(citation: Citation, documents: Mapping[Number, SummaryDocument]) -> dict[str, Any]:
    document = documents[citation.document]
    return {
        "document": int(citation.document),
        "source": document.source,
        "title": document.title,
        "url": document.url,
        "position": citation.position,
        "start": citation.start,
        "end": citation.end,
        "confidence": float(citation.confidence),
        "is_confident": citation.is_confident,
    }
