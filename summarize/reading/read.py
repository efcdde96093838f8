"""The stage as a whole: from the text of each article to its sentences."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from summarize import languages
from summarize.reading.clean import clean
from summarize.reading.plain import plain
from summarize.reading.shared import shared_edges
from summarize.reading.split import split
from summarize.reading.stops import find_stops

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.languages import Language
    from summarize.model import Article, Document, Sentence


def read(
    articles: Iterable[Article], language: Language, codes: Sequence[str] = ()
) -> tuple[list[Document], list[Sentence]]:
    """Mark what each article consists of, and cut its body into sentences.

    Parameters
    ----------
    articles
        In canonical order: an article's index becomes `Sentence.document`.
    language
        The words and phrases to read with.
    codes
        The language of each article, where they are not all in that language.

    Returns
    -------
    documents, sentences
        A document for each article, and all sentences by document and position.
    """
    documents: list[Document] = []
    cut: list[tuple[Sentence, ...]] = []
    articles = list(articles)
    tongues = list(map(languages.load, codes)) or [language] * len(articles)
    for index, (article, own) in enumerate(zip(articles, tongues, strict=True)):
        text = plain(article.text)
        stops = find_stops(text)  # needed by both, and by nobody later
        documents.append(clean(article, text, stops, own))
        cut.append(split(documents[-1], index, stops, own))
    for index, document in shared_edges(documents, language):
        documents[index] = document
        cut[index] = split(document, index, find_stops(document.text), tongues[index])
    return documents, list(chain.from_iterable(cut))
