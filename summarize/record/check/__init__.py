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
from summarize.choice.same import Same
from summarize.evidence.embed import embed
from summarize.evidence.tokens import tokens
from summarize.languages.identify import AUTO, find, identify
from summarize.model import shown
from summarize.reading.days import day
from summarize.reading.gather import canonical
from summarize.reading.plain import spans_of
from summarize.reading.read import read
from summarize.record.check.draft import read_draft
from summarize.record.check.known import Known
from summarize.record.check.problems import ALIKE, MOST_ALIKE, Alike, Found, problems
from summarize.record.check.uncited import uncited_words
from summarize.result import CONFIDENT, Number, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from summarize.languages import Language
    from summarize.model import Article, Document, Sentence
    from summarize.semantic.encoder import Encoder

_IN_ANY_LANGUAGE = ("quotation", "figure")
_AT_A_TIME = 256  # sentences of the draft; more at once would be compared with one another


@dataclass(frozen=True, slots=True, eq=False)
class _Claims:
    """What `Same` needs, of the sentences of articles and then of a draft."""

    sentences: Sequence[Sentence]
    document: NDArray[np.int64]
    day: NDArray[np.float64]
    claims: csr_array


def check(
    draft: Article,
    articles: Iterable[Article],
    encoder: Encoder | None = None,
    wanted: str = AUTO,
) -> Check:
    """Find for each sentence of a draft which articles say it, and what no article has.

    `wanted` is the language of the articles, or `AUTO`.

    Notes
    -----
    O(sentences of the draft · words of the articles).
    """
    every = tuple(articles)
    given, _ = canonical(every)
    tongues = find(given, wanted)
    language = languages.load(tongues.main)
    documents, sentences = read(given, language, tongues.each)
    own, drafted, not_checked = read_draft(draft, language, _names(every, documents))
    known = Known(documents, language)
    code = identify(draft.text)
    foreign = None if code in {languages.UNKNOWN, language.name, *tongues.each} else code
    checked: list[CheckedSentence] = []
    for first in range(0, len(drafted), _AT_A_TIME):
        some = [each._replace(document=len(given)) for each in drafted[first:][:_AT_A_TIME]]
        claims = _claims(documents, sentences, some, language)
        same = Same(claims, language, encoder)
        for index, sentence in enumerate(drafted[first:][:_AT_A_TIME], start=len(sentences)):
            citations, alike = _citations(index, same, claims, known)
            found = problems(sentence.text, alike, known, language)
            if foreign:
                found = [each for each in found if each.kind in _IN_ANY_LANGUAGE]
            named = _in_draft(found, sentence, own)
            span = sentence.start, sentence.end
            passages = [_passage(each.place, documents) for each in citations]
            words = uncited_words(sentence.text, passages, language) if passages else ()
            status = _status(citations)
            checked.append(CheckedSentence(sentence.text, *span, status, citations, named, words))
    listed = tuple(
        CheckedArticle(Number(n), d.title, d.article.source, d.article.path, d.article.sha256)
        for n, d in enumerate(documents, start=1)
    )
    return Check(tuple(checked), listed, not_checked, foreign)


def _names(articles: Iterable[Article], documents: Iterable[Document]) -> Iterator[str]:
    """Yield the titles and places of articles, copies too, by which a summary names them."""
    for article in articles:
        yield from filter(None, (article.title, article.url, article.path, article.id))
    yield from (document.title for document in documents if document.title)


def _passage(place: Place, documents: Sequence[Document]) -> str:
    return shown(documents[place.document - 1].text[place.start : place.end])


def _in_draft(found: Sequence[Found], sentence: Sentence, draft: Document) -> tuple[Problem, ...]:
    """Return problems of a sentence with their spans in the draft."""
    spans = spans_of(sentence, [(each.start, each.end) for each in found], [draft.text])
    return tuple(
        Problem(each.kind, sentence.text[each.start : each.end], span.start, span.end, each.instead)
        for each, span in zip(found, spans, strict=True)
    )


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


def _citations(
    index: int, same: Same, claims: _Claims, known: Known
) -> tuple[tuple[Supported, ...], list[Alike]]:
    """Return what each article says of a sentence, and the sentences that may contradict it."""
    verbatim = {place.document: place for place in known.verbatim(claims.sentences[index].text)}
    found = {number: Supported(place, 1.0) for number, place in verbatim.items()}
    for match in cite(index, same):
        other = claims.sentences[match.index]
        place = Place(Number(other.document + 1), other.start, other.end)
        found.setdefault(place.document, Supported(place, match.confidence))
    ordered = tuple(citation for _, citation in sorted(found.items()))
    return ordered, [] if verbatim else _alike(index, same, claims)


def _alike(index: int, same: Same, claims: _Claims) -> list[Alike]:
    """Find the sentences of articles that are most alike, those first."""
    likeness = np.where(claims.document == claims.document[index], 0.0, same.likeness(index))
    near = np.flatnonzero(likeness >= ALIKE)
    near = near[np.argsort(-likeness[near], kind="stable")][:MOST_ALIKE]
    return [Alike(float(likeness[i]), claims.sentences[i].text) for i in near.tolist()]


def _status(citations: Iterable[Supported]) -> str:
    most = max((each.confidence for each in citations), default=0.0)
    return "said" if most >= CONFIDENT else "similar" if most else "not found"
