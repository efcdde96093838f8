"""Verify a summary: its digest, and all that it says of its articles.

Nothing is trusted: the summary may have been modified as well as the articles. The digest shows
damage, but whoever changes a summary can give it a new one; so spans are compared with the
articles, and what the articles decide is computed again (`recompute`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize import __version__
from summarize.model import Article, shown, squeeze
from summarize.reading.gather import as_cluster
from summarize.reading.plain import plain
from summarize.record.schema import summary_digest
from summarize.words import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summarize.semantic.encoder import Encoder

_INCOMPLETE = "the summary is incomplete or malformed"
_OTHER_VERSION = (
    "the summary was written by summarize {}, and this is {}: its spans are valid, its citations "
    "can be checked with that version only"
)
_OTHER_MODEL = (
    "the summary was made with {}: its spans are valid, but its citations can be checked only with "
    "the same --encoder, or without one"
)
MOST_SHOWN = 60  # characters of a value in a message


def verify(
    summary: Mapping[str, Any], articles: Iterable[Article], encoder: Encoder | None = None
) -> list[str]:
    """Check a summary against its articles.

    Parameters
    ----------
    summary
        As from `Summary.to_dict` or its JSON.
    articles
        In any order; they are matched by the SHA-256 of their texts.
    encoder
        The model that the summary was made with, if any.

    Returns
    -------
    list of str
        The problems found, one line each; empty if there are none.
    """
    lists = ("sentences", "documents", "differences", "warnings")
    if not all(isinstance(summary.get(key), list) for key in lists):
        return [_INCOMPLETE]
    given = as_cluster(articles).articles
    try:
        texts = {article.sha256: plain(article.text) for article in given}
        extractors = {article.path: article.extractor for article in given if article.path}
        if found := list(_problems(summary, texts, extractors)):
            return found
        if summary["version"] != __version__:
            return [_OTHER_VERSION.format(str(summary["version"])[:MOST_SHOWN], __version__)]
        from summarize.semantic.encoder import identity  # imports numpy

        if (model := _model(summary)) != (encoder and identity(encoder)):
            return [_OTHER_MODEL.format(model[:MOST_SHOWN] if model else "no model")]
        from summarize.record.recompute import recompute  # imports all that summarises

        return list(recompute(summary, given, encoder))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError):
        return [_INCOMPLETE]


def _model(summary: Mapping[str, Any]) -> str | None:
    """Return the name of the model that a summary was made with, by its signature."""
    parts = (part.partition(":") for part in reversed(summary["signature"].split("|")))
    return next((name for key, _, name in parts if key == "encoder"), None)


def _problems(
    summary: Mapping[str, Any], texts: Mapping[str, str], extractors: Mapping[str, str | None]
) -> Iterator[str]:
    if summary_digest(summary) != summary["digest"]:
        yield "the summary was modified (digest mismatch)"
    if summary["text"] != " ".join(sentence["text"] for sentence in summary["sentences"]):
        yield "the text does not match the sentences"
    if summary["n_words"] != sum(width(sentence["text"]) for sentence in summary["sentences"]):
        yield "n_words is not the number of words in the text"
    there = {d["number"]: texts.get(d["sha256"]) for d in summary["documents"]}
    yield from _documents(summary, texts, extractors)
    yield from _headline(summary)
    yield from _differences(summary, there)
    given = set()
    for what, expected, span in _spans(summary):
        if any(type(span[name]) is not int for name in ("document", "start", "end")):
            raise TypeError(what)
        if span["document"] not in there:
            yield f"{what} names article {span['document']}, which is not listed"
        elif not _matches(there[span["document"]], span, expected):
            yield f"{what} does not match its span in article {span['document']}"
    for number, sentence in enumerate(summary["sentences"], start=1):
        place = sentence["document"], sentence["start"]
        if place in given:
            yield f"sentence {number} is given twice"
        given.add(place)


def _documents(
    summary: Mapping[str, Any], texts: Mapping[str, str], extractors: Mapping[str, str | None]
) -> Iterator[str]:
    """Check that each article that is listed was given, and is listed once.

    An article of the same path whose text another library extracted may have another text.
    """
    if texts and not summary["documents"]:
        yield "the summary lists no article"
    listed = set()
    for document in summary["documents"]:
        number = document["number"]
        if number in listed:
            yield f"article {number} is listed twice"
        listed.add(number)
        if document["sha256"] not in texts:
            name = document["path"] or document["id"] or document["title"] or "no name"
            was, now = document.get("extractor"), extractors.get(document["path"])
            if isinstance(was, str) and now and now != was:
                was = was[:MOST_SHOWN]
                yield (
                    f"article {number} ({name}) has another text: it was extracted by {was}, and "
                    f"here by {now}; install {was} to check it"
                )
            else:
                yield f"article {number} ({name}) is missing or was modified"


def _matches(article: str | None, span: Mapping[str, Any], expected: str | None) -> bool:
    """Return whether a span is valid and has the expected text; a missing article was reported."""
    if article is None:
        return True
    inside = 0 <= span["start"] < span["end"] <= len(article)
    found = shown(article[span["start"] : span["end"]]) if inside else ""
    return bool(found) and expected in (None, found)


def _headline(summary: Mapping[str, Any]) -> Iterator[str]:
    """Check a headline that was given apart from the text; one in the text is a span."""
    headline = summary["headline"]
    if headline is not None and headline["start"] is None:
        titles = {document["number"]: document["title"] for document in summary["documents"]}
        if titles.get(headline["document"]) != headline["text"]:
            yield f"the headline is not the title of article {headline['document']}"


def _differences(summary: Mapping[str, Any], there: Mapping[int, str | None]) -> Iterator[str]:
    """Check that each value is found at one of its places; others may write it differently."""
    for difference in summary["differences"]:
        for value in difference["values"]:
            expected = squeeze(value["value"])
            if not any(_matches(there.get(p["document"]), p, expected) for p in value["places"]):
                yield f"{expected[:MOST_SHOWN]!r} is at none of its places"


def _spans(summary: Mapping[str, Any]) -> Iterator[tuple[str, str | None, Mapping[str, Any]]]:
    """Yield every span, with its description and, if known, its text."""
    for number, sentence in enumerate(summary["sentences"], start=1):
        yield f"sentence {number}", sentence["text"], sentence
        for citation in sentence["citations"]:
            yield f"a citation of sentence {number}", None, citation
        runner_up = sentence.get("explanation", {}).get("runner_up")
        if runner_up:
            yield f"the runner-up of sentence {number}", runner_up["text"], runner_up
    for stretch in summary.get("left_out", []):
        yield "a stretch that is left out", None, stretch
    headline = summary["headline"]
    if headline and headline["start"] is not None:
        yield "the headline", headline["text"], headline
    for difference in summary["differences"]:
        for value in difference["values"]:
            for spot in value["places"]:
                yield f"a place of {value['value'][:MOST_SHOWN]!r}", None, spot
