"""The stage as a whole: from the text of each article to its sentences."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from summarize.languages import identify
from summarize.reading.clean import clean
from summarize.reading.plain import plain
from summarize.reading.shared import shared_edges
from summarize.reading.split import split
from summarize.reading.stops import find_stops

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.languages import Language
    from summarize.model import Article, Document, Sentence


def read(articles: Iterable[Article], language: Language) -> tuple[list[Document], list[Sentence]]:
    """Mark what each article consists of, and cut its body into sentences.

    Parameters
    ----------
    articles
        In canonical order: an article's index becomes `Sentence.document`.
    language
        The words and phrases to read with.

    Returns
    -------
    documents, sentences
        A document for each article, and all sentences by document and position.
    """
    documents: list[Document] = []
    cut: list[tuple[Sentence, ...]] = []
    for index, article in enumerate(articles):
        text = plain(article.text)
        stops = find_stops(text)  # needed by both, and by nobody later
        documents.append(clean(article, text, stops, language))
        cut.append(split(documents[-1], index, stops, identify(text, language)))
    for index, document in shared_edges(documents, language):
        documents[index] = document
        stops, own = find_stops(document.text), identify(document.text, language)
        cut[index] = split(document, index, stops, own)
    return documents, list(chain.from_iterable(cut))
