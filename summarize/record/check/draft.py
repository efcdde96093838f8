"""A draft as sentences: nothing that has a sentence is left out, whatever cleaning takes it for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarize.model import Kind, shown
from summarize.reading.clean import clean
from summarize.reading.plain import plain
from summarize.reading.signs import CLOSERS, STOPS
from summarize.reading.split import split
from summarize.reading.stops import find_stops
from summarize.record.check.frame import hide_frame

if TYPE_CHECKING:
    from summarize.languages import Language
    from summarize.model import Article, Document, Sentence

_CHECKED = (Kind.BODY, Kind.STANDFIRST, Kind.REPEAT)


class Draft(NamedTuple):
    """A draft as a document, its sentences, and the texts of what is not one, such as headings."""

    document: Document
    sentences: tuple[Sentence, ...]
    not_checked: tuple[str, ...]


def read_draft(article: Article, language: Language) -> Draft:
    """Read the sentences of a draft."""
    text, frame = hide_frame(article.text)
    text = plain(text)
    stops = find_stops(text)
    document = clean(article, text, stops, language)
    blocks = tuple(
        replace(block, kind=Kind.BODY)
        if block.kind in _CHECKED or _has_end(text[block.start : block.end])
        else block
        for block in document.blocks
    )
    document = replace(document, blocks=blocks)
    others = (block for block in document.blocks if block.kind is not Kind.BODY)
    texts = (shown(document.text[block.start : block.end]) for block in others)
    not_checked = (*filter(None, texts), *frame)
    return Draft(document, split(document, 0, stops, language), not_checked)


def _has_end(text: str) -> bool:
    return shown(text).rstrip(CLOSERS)[-1:] in {*STOPS}
