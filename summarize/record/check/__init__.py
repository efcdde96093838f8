"""Check a draft against articles: the rule of citations, with the draft as one more document.

The draft's own words change no weight: idf is that of the articles' sentences. What is not found
is not proved to be false: about half of what articles say in other words is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array, vstack

from summarize import languages
from summarize.checked import Check, CheckedArticle, CheckedSentence, Problem, Supported
from summarize.choice.cite import cite
from summarize.choice.disagree import disagree
from summarize.choice.same import Same
from summarize.evidence.embed import embed
from summarize.evidence.tokens import tokens
from summarize.languages.identify import find
from summarize.reading.days import day
from summarize.reading.gather import canonical
from summarize.reading.plain import spans_of
from summarize.reading.quotations import quotations
from summarize.reading.read import read
from summarize.record.check.draft import not_checked, read_draft
from summarize.record.check.known import Known
from summarize.record.check.names import new_names
from summarize.result import CONFIDENT, Number, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from summarize.languages import Language
    from summarize.model import Article, Document, Sentence
    from summarize.semantic.encoder import Encoder

_AT_A_TIME = 256  # sentences of the draft; more at once would be compared with one another


@dataclass(frozen=True, slots=True, eq=False)
class _Claims:
    """What `Same` needs, of the sentences of articles and then of a draft."""

    sentences: Sequence[Sentence]
    document: NDArray[np.int64]
    day: NDArray[np.float64]
    claims: csr_array


def check(draft: Article, articles: Iterable[Article], encoder: Encoder | None = None) -> Check:
    """Find for each sentence of a draft which articles say it, and what no article has.

    Notes
    -----
    O(sentences of the draft · words of the articles).
    """
    given, _ = canonical(articles)
    declared = [article.language for article in given]
    tongues = find([article.text for article in given], declared=declared)
    language = languages.load(tongues.main)
    documents, sentences = read(given, language, tongues.each)
    own, drafted = read_draft(draft, language)
    known = Known(documents, language)
    checked: list[CheckedSentence] = []
    for first in range(0, len(drafted), _AT_A_TIME):
        some = [each._replace(document=len(given)) for each in drafted[first:][:_AT_A_TIME]]
        claims = _claims(documents, sentences, some, language)
        same = Same(claims, language, encoder)
        for index, sentence in enumerate(drafted[first:][:_AT_A_TIME], start=len(sentences)):
            citations = _citations(index, same, claims, known)
            problems = _problems(sentence, citations, index, claims, known, language)
            spans = spans_of(sentence, [(p[1], p[2]) for p in problems], [own.text])
            checked.append(
                CheckedSentence(
                    sentence.text,
                    sentence.start,
                    sentence.end,
                    _status(citations.values()),
                    tuple(citations.values()),
                    tuple(
                        Problem(kind, sentence.text[start:end], span.start, span.end)
                        for (kind, start, end), span in zip(problems, spans, strict=True)
                    ),
                )
            )
    listed = tuple(
        CheckedArticle(Number(n), d.title, d.article.source, d.article.path, d.article.sha256)
        for n, d in enumerate(documents, start=1)
    )
    return Check(tuple(checked), listed, not_checked(own))


def _claims(
    documents: Sequence[Document],
    sentences: Sequence[Sentence],
    drafted: Sequence[Sentence],
    language: Language,
) -> _Claims:
    every = [*sentences, *drafted]
    vectors = embed(tokens([each.text for each in every], language), len(sentences), language)
    rows = vstack([vectors.claims, vectors.other_claims], format="csr")
    days = [*(day(each.article.published) for each in documents), np.nan]
    document = np.array([each.document for each in every], np.int64)
    return _Claims(every, document, np.array(days)[document], csr_array(rows))


def _citations(index: int, same: Same, claims: _Claims, known: Known) -> dict[int, Supported]:
    """Return what each article says of a sentence, by the index of the nearest sentence."""
    verbatim = {place.document: place for place in known.verbatim(claims.sentences[index].text)}
    found: dict[int, Supported] = {}
    for match in cite(index, same):
        other = claims.sentences[match.index]
        place = Place(Number(other.document + 1), other.start, other.end)
        if place.document not in verbatim:
            found[match.index] = Supported(place, match.confidence)
    found |= {-n: Supported(place, 1.0) for n, place in enumerate(verbatim.values(), start=1)}
    return dict(sorted(found.items(), key=lambda item: item[1].place.document))


def _status(citations: Iterable[Supported]) -> str:
    most = max((each.confidence for each in citations), default=0.0)
    return "said" if most >= CONFIDENT else "similar" if most else "not found"


def _problems(
    sentence: Sentence,
    citations: dict[int, Supported],
    index: int,
    claims: _Claims,
    known: Known,
    language: Language,
) -> list[tuple[str, int, int]]:
    """Return the kind and span of each problem; what is in a wrong quotation is not repeated."""
    text = sentence.text
    wrong = [span for span in quotations(text).spans if not known.has_quotation(text[slice(*span)])]
    found = [("quotation", *span) for span in wrong]
    found += [("figure", *span) for span in known.new_figures(text)]
    found += list(new_names(text, known.words, language))
    outer = [
        each
        for each in found
        if each[0] == "quotation" or not any(a <= each[1] and each[2] <= b for a, b in wrong)
    ]
    if not outer and _status(citations.values()) == "similar":
        others = (claims.sentences[other].text for other in citations)
        if all(disagree(claims.sentences[index].text, other, language) for other in others):
            outer.append(("contradiction", 0, len(text)))
    return sorted(outer, key=lambda each: each[1:])
