"""A draft as sentences: nothing that has a sentence is left out, whatever cleaning takes it for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.model import HIDDEN, Kind, shown
from summarize.reading.clean import clean
from summarize.reading.plain import plain
from summarize.reading.signs import CLOSERS, STOPS
from summarize.reading.split import split
from summarize.reading.stops import find_stops

if TYPE_CHECKING:
    from summarize.languages import Language
    from summarize.model import Article, Document, Sentence

# The numbers of articles after a sentence, as this package and others write them.
_NUMBERS = re.compile(r"[ \t]{0,2}\[\d{1,4}(?:[,;–-][^\[\]\n]{0,120})?\](?=\s|\Z)")
_CHECKED = (Kind.BODY, Kind.STANDFIRST, Kind.REPEAT)


def read_draft(article: Article, language: Language) -> tuple[Document, tuple[Sentence, ...]]:
    """Read the sentences of a draft; what else it has, such as headings, is not body."""
    text = _NUMBERS.sub(lambda match: HIDDEN * len(match[0]), plain(article.text))
    stops = find_stops(text)
    document = clean(article, text, stops, language)
    blocks = tuple(
        replace(block, kind=Kind.BODY)
        if block.kind in _CHECKED or _has_end(text[block.start : block.end])
        else block
        for block in document.blocks
    )
    document = replace(document, blocks=blocks)
    return document, split(document, 0, stops, language)


def not_checked(document: Document) -> tuple[str, ...]:
    """Return the text of what is not body."""
    others = (block for block in document.blocks if block.kind is not Kind.BODY)
    texts = (shown(document.text[block.start : block.end]) for block in others)
    return tuple(filter(None, texts))


def _has_end(text: str) -> bool:
    return shown(text).rstrip(CLOSERS)[-1:] in {*STOPS}
