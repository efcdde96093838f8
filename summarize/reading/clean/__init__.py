"""Clean: what of an article is body, title, by-line, repeat or boilerplate.

The text is never changed, only marked. It finds the paragraphs (`lines`) and judges each on its
own (`marks`, with `patterns` and `datelines`), then among its neighbours: which line is the title
(`headings`), what was printed before (`repeats`), and what is isolated (`company`). It does not
cut the body into sentences for use, and does not say which of them are good; later steps do.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from summarize.model import Block, Document
from summarize.reading.clean.company import settle_company
from summarize.reading.clean.headings import settle_headings
from summarize.reading.clean.lines import paragraphs
from summarize.reading.clean.marks import (
    Page,
    holds_body,
    mark,
    mark_front,
    mark_metadata,
)
from summarize.reading.clean.patterns import Detector
from summarize.reading.clean.repeats import mark_repeats
from summarize.reading.front import read_front

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.languages import Language
    from summarize.model import Article
    from summarize.reading.clean.marks import Mark
    from summarize.reading.stops import Stop

__all__ = ["clean"]


def clean(article: Article, text: str, stops: list[Stop], language: Language) -> Document:
    r"""Mark each stretch of an article's text as what it is.

    Parameters
    ----------
    article
        Any text at all: empty, hostile, in any language.
    text
        Its plain text.
    stops
        The places in that text where a sentence may end, from `find_stops`.
    language
        Abbreviations, agencies, small words of headlines and names; and what web pages in it say
        of themselves, from `summarize.languages.phrases`.

    Returns
    -------
    Document
        Its blocks are in text order, do not overlap, have no white space at their ends, and
        together cover all that is not white space. A body block is a paragraph of running prose,
        or the part of one that is left between sentences that are not.

    Notes
    -----
    Linear in the length of the text.

    >>> from summarize.languages import load
    >>> from summarize.model import Article
    >>> from summarize.reading.stops import find_stops
    >>> text = "Council Votes for Bridge\n\nLONDON: The council voted on Monday.\n\nClick here."
    >>> for block in clean(Article(text=text), text, find_stops(text), load("en")).blocks:
    ...     print(block.kind, text[block.start : block.end])
    title Council Votes for Bridge
    byline LONDON:
    body The council voted on Monday.
    boilerplate Click here.
    """
    marked = _mark_each(text, stops, language)
    settle_company(text, marked, language)
    settle_headings(text, marked, article.title, language)
    mark_repeats(text, marked)
    blocks = chain.from_iterable(map(_joined, marked))
    return Document(article, text, tuple(blocks))


def _mark_each(text: str, stops: list[Stop], language: Language) -> list[list[Mark]]:
    """Judge each paragraph on its own, the lines of data at the top first."""
    page = Page(text, stops, Detector(text, language), language)
    marked: list[list[Mark]] = []
    in_metadata = is_first = True
    spans = paragraphs(text)
    if front := read_front(text):
        marked.append(mark_front(text, front))
        spans = [(max(start, front.end), end) for start, end in spans if end > front.end]
    for span in spans:
        marks = mark_metadata(text, span, language) if in_metadata else None
        if marks is None:
            in_metadata = False
            is_last = span is spans[-1]
            marks = mark(page, span, is_first=is_first, is_last=is_last)
            is_first = is_first and not holds_body(marks)
        marked.append(marks)
    return marked


def _joined(marks: list[Mark]) -> Iterator[Block]:
    """Yield the blocks of a paragraph: its marks, with neighbours of one kind joined.

    The rules of neighbours are joined too, where they differ.
    """
    start, end, kind, rule = marks[0]
    for mark_start, mark_end, mark_kind, mark_rule in marks[1:]:
        if mark_kind is not kind:
            yield Block(start, end, kind, rule)
            start, kind, rule = mark_start, mark_kind, mark_rule
        elif rule != mark_rule:
            rule = f"{rule}, {mark_rule}"
        end = mark_end
    yield Block(start, end, kind, rule)
