"""Compute again what a summary says of its articles: sentences, citations, times, origins, titles.

What the budget and the ranking decided is not computed again: which sentences were chosen, in
which order, and their relevance, redundancy and gain.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from dataclasses import asdict
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from summarize import languages
from summarize.choice.cite import cite, corroboration
from summarize.choice.same import Same
from summarize.evidence.foreign import REASON
from summarize.evidence.measure import measure
from summarize.languages.identify import AUTO, find, in_another
from summarize.model import squeeze
from summarize.reading.gather import canonical
from summarize.reading.judge import judge
from summarize.reading.read import read
from summarize.reading.times import resolve
from summarize.weights import weights_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Article, Document
    from summarize.semantic.encoder import Encoder

_document = attrgetter("document")
_GIVEN = ("author", "source", "url", "published", "extractor")
MOST_SHOWN = 60  # characters of a value in a message
_ROUNDED = 0.0002  # what a probability of four decimals may be off


def recompute(
    summary: Mapping[str, Any], articles: Sequence[Article], encoder: Encoder | None
) -> Iterator[str]:
    """Yield what a summary says of its articles that they do not give.

    Parameters
    ----------
    summary
        Its spans are valid, and each of its documents is among the articles.
    articles
        They are matched by the SHA-256 of their texts.
    encoder
        The model that the summary was made with, if any.
    """
    wanted = _wanted(summary)
    if wanted not in (AUTO, *languages.codes()):
        yield f"the language {wanted[:MOST_SHOWN]} of the signature is not known"
        return
    of_document = [_article_of(document, articles, wanted) for document in summary["documents"]]
    originals, copies = canonical(of_document)
    tongues = find(originals, wanted)
    language = languages.load(tongues.main)
    if summary["language"] != tongues.main:
        yield f"the language of the articles is not {str(summary['language'])[:MOST_SHOWN]}"
        return
    documents, sentences = read(originals, language, tongues.each)
    evidence = measure(
        documents, sentences, language, weights_for(tongues.main), skipped=tongues.others
    )
    number_of = {d["sha256"]: d["number"] for d in summary["documents"] if d["copy_of"] is None}
    numbers = [number_of.get(article.sha256, 0) for article in originals]
    if len(number_of) != len(numbers) or not all(numbers):
        yield "the list of articles is not that of these articles: other ones are copies"
        return
    index_of = {article.sha256: index for index, article in enumerate(originals)}
    index_of |= {article.sha256: index for article, index in copies}
    for listed, article in zip(summary["documents"], of_document, strict=True):
        index = index_of[article.sha256]
        expected = _listed(listed, article, documents[index], index, evidence, numbers)
        expected |= {"language": tongues.each[index], "declared_language": article.language}
        if index in tongues.others and listed["copy_of"] is None:
            expected["skipped"] = in_another(tongues.each[index])
        for name in (name for name, value in expected.items() if not _is(listed.get(name), value)):
            yield f"the {name} of article {listed['number']} is not that of the article given"
    yield from _headline(summary, documents, numbers)
    texts = [document.text for document in documents]
    same = Same(evidence, language, encoder)
    yield from _sentences(summary, evidence, same, numbers, texts, language)


def _sentences(
    summary: Mapping[str, Any],
    evidence: Evidence,
    same: Same,
    numbers: Sequence[int],
    texts: Sequence[str],
    language: Language,
) -> Iterator[str]:
    """Check that sentences are whole, what is cited for them, and what their times mean."""
    verdict = judge(evidence.sentences, language)

    n_sentences = len(evidence.sentences)
    is_empty = not summary["sentences"] and not _is_narrow(summary)
    if is_empty and any(verdict(index).is_usable for index in range(n_sentences)):
        yield "the summary has no sentence, but its articles have usable ones"
    place = {(numbers[s.document], s.start, s.end): i for i, s in enumerate(evidence.sentences)}
    for n, sentence in enumerate(summary["sentences"], start=1):
        found = place.get((sentence["document"], sentence["start"], sentence["end"]))
        if found is None or not _is(sentence["position"], evidence.sentences[found].position):
            yield f"sentence {n} is not a whole sentence of article {sentence['document']}"
            continue
        matches = cite(found, same)
        cited = [(evidence.sentences[match.index], match.confidence) for match in matches]
        places = sorted((numbers[s.document], s.position, s.start, s.end, x) for s, x in cited)
        if not _are_cited(sentence["citations"], places):
            yield f"the citations of sentence {n} are not those that the articles give"
        if not _is(sentence["corroboration"], corroboration(found, matches, evidence)):
            yield f"the corroboration of sentence {n} is not the number of its origins"
        times = resolve(evidence.sentences[found], evidence.day[found], texts, language)
        if sentence["times"] != [asdict(each) for each in times]:
            yield f"the times of sentence {n} are not those that the date of its article gives"


def _article_of(document: Mapping[str, Any], articles: Sequence[Article], wanted: str) -> Article:
    """Find the article that a document is, the most alike one where several have its text."""

    def likeness(article: Article) -> tuple[int, bool, bool]:
        n_same = sum(getattr(article, name) == document[name] for name in _GIVEN)
        language = languages.load(find([article], wanted).main)
        (as_read,), _ = read([article], language)
        titles = as_read.title, squeeze(article.title or "") or None
        is_copy = document["copy_of"] is not None  # its own title counts, not that in the text
        return n_same, titles[is_copy] == document["title"], titles[0] == document["title"]

    same = [article for article in articles if article.sha256 == document["sha256"]]
    return max(same, key=likeness) if len(same) > 1 else same[0]


def _listed(
    listed: Mapping[str, Any],
    article: Article,
    document: Document,
    index: int,
    evidence: Evidence,
    numbers: Sequence[int],
) -> dict[str, object]:
    """Give what the list of articles should say of one of them."""
    is_copy = listed["copy_of"] is not None
    first, last = (find(evidence.aside, index, key=_document) for find in (bisect_left, bisect))
    n_aside = last - first
    n_sentences = int((evidence.document == index).sum()) + n_aside
    own_title = squeeze(article.title or "") if is_copy else ""
    skipped = None if n_sentences else "no sentence found"
    if n_aside:
        skipped = REASON
    return {
        **{name: getattr(article, name) for name in _GIVEN},
        "title": own_title or document.title,
        "n_sentences": n_sentences,
        "origin": numbers[int(evidence.origin_of[index])],
        "copy_of": numbers[index] if is_copy else None,
        "skipped": f"exact copy of {numbers[index]}" if is_copy else skipped,
    }


def _headline(
    summary: Mapping[str, Any], documents: Sequence[Document], numbers: Sequence[int]
) -> Iterator[str]:
    """Check that the headline is the title of its article, where that is."""
    headline = summary["headline"]
    titles = {}
    for document, number in zip(documents, numbers, strict=True):
        heading = document.heading
        span = (heading.start, heading.end) if heading else (None, None)
        titles[number] = (document.title, *span)
    if headline is not None:
        found = headline["text"], headline["start"], headline["end"]
        if titles.get(headline["document"]) != found:
            yield f"the headline is not the title of article {headline['document']}"


def _wanted(summary: Mapping[str, Any]) -> str:
    """Return the language that was asked for, by the signature."""
    parts = (part.partition(":") for part in summary["signature"].split("|"))
    return next((code for key, _, code in parts if key == "lang"), AUTO)


def _is_narrow(summary: Mapping[str, Any]) -> bool:
    """Return whether the options may leave no sentence, by the signature."""
    parts = summary["signature"].split("|")
    return any(part.startswith(("min_origins:", "seen:")) for part in parts)


def _are_cited(
    citations: Sequence[Mapping[str, Any]], places: Sequence[tuple[int, int, int, int, float]]
) -> bool:
    """Return whether citations are at these places, each with its confidence."""
    names = ("document", "position", "start", "end")
    return len(citations) == len(places) and all(
        all(_is(citation[name], value) for name, value in zip(names, place, strict=False))
        and abs(citation["confidence"] - place[-1]) <= _ROUNDED
        for citation, place in zip(citations, places, strict=True)
    )


def _is(found: object, expected: object) -> bool:
    """Return whether a value is the expected one; True is not 1."""
    return type(found) is type(expected) and found == expected
