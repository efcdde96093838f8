"""A draft as sentences: nothing that has a sentence is left out, whatever cleaning takes it for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarize.model import HIDDEN, Kind, shown
from summarize.reading.clean import clean
from summarize.reading.plain import plain
from summarize.reading.signs import BULLETS, CLOSERS, STOPS, one_of
from summarize.reading.split import split
from summarize.reading.stops import find_stops
from summarize.record.check.frame import hide_frame
from summarize.render.safe import SEQUENCE
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.languages import Language
    from summarize.model import Article, Block, Document, Sentence

_FEWEST = 3  # words without a full stop that are checked
_AROUND = "*_ \t|"

_WORD = word_pattern("<word>")
_MARK = re.compile(
    rf"[ \t>]{{0,40}}(?:(?:{one_of(BULLETS + '-+–—')}|\(?(?:\d{{1,3}}|[^\W\d_])[.)])\s+"
    r"|(?P<row>\|)\s*)"
)
_NUMBERED = re.compile(r"^[ \t>]{0,40}\(?(?P<n>\d{1,3})[.)](?=[ \t])", re.MULTILINE)
_RULE = re.compile(r"[| \t]*\n\s*\|?[ \t]*:?-[-:| \t]*$", re.MULTILINE)  # below a table's head
_LINK = re.compile(r"<?https?://|www\.|\[[^\[\]\n]{0,300}\][(\[]")
_CITED = re.compile(rf"[{re.escape(STOPS)}]{one_of(CLOSERS)}{{0,3}}[ \t]{{0,2}}\[\^?\d")
_CHECKED = (Kind.BODY, Kind.STANDFIRST, Kind.REPEAT)


class Draft(NamedTuple):
    """A draft as a document, its sentences, and the texts of what is not one, such as headings."""

    document: Document
    sentences: tuple[Sentence, ...]
    not_checked: tuple[str, ...]


def read_draft(article: Article, language: Language, names: Iterable[str] = ()) -> Draft:
    """Read the sentences of a draft; `names` are those of the articles, as in `hide_frame`."""
    text, frame = hide_frame(article.text, names)
    text = plain(_unnumbered(SEQUENCE.sub(lambda code: HIDDEN * len(code[0]), text)))
    stops = find_stops(text)
    document = clean(article, text, stops, language)
    blocks: list[Block] = []
    for block in document.blocks:
        is_sentence = (
            block.kind in _CHECKED
            or _has_end(text[block.start : block.end])
            or (bool(blocks) and _goes_on(blocks[-1], block, text))
            or _CITED.search(article.text, block.start, block.end) is not None
            or len(split(_only(document, block), 0, stops, language)) > 1
        )
        if not is_sentence and (item := _item(article.text, block)):
            block, is_sentence = item, True  # noqa: PLW2901 - the same, without its marks
        blocks.append(replace(block, kind=Kind.BODY) if is_sentence else block)
    document = replace(document, blocks=tuple(blocks))
    others = (block for block in document.blocks if block.kind is not Kind.BODY)
    texts = (shown(document.text[block.start : block.end]) for block in others)
    not_checked = tuple(filter(_WORD.search, (*texts, *frame)))
    return Draft(document, split(document, 0, stops, language), not_checked)


def _unnumbered(text: str) -> str:
    r"""Hide the numbers of lists, place for place: those of lines that count from 1, at least to 2.

    >>> _unnumbered("1. It sank.\n2. All are safe.\n").replace(HIDDEN, "_")
    '__ It sank.\n__ All are safe.\n'
    >>> _unnumbered("11. Juni: It sank.\n12. Juni: All are safe.\n")
    '11. Juni: It sank.\n12. Juni: All are safe.\n'
    """
    runs: list[list[re.Match[str]]] = []
    for match in _NUMBERED.finditer(text):
        if int(match["n"]) == 1:
            runs.append([match])
        elif runs and int(match["n"]) == len(runs[-1]) + 1:
            runs[-1].append(match)
    counted = {match.start() for run in runs if len(run) > 1 for match in run}
    return _NUMBERED.sub(
        lambda match: HIDDEN * len(match[0]) if match.start() in counted else match[0], text
    )


def _has_end(text: str) -> bool:
    return shown(text).rstrip(CLOSERS)[-1:] in {*STOPS}


def _only(document: Document, block: Block) -> Document:
    """Return a document that has nothing but a block, as prose."""
    return replace(document, blocks=(replace(block, kind=Kind.BODY),))


def _goes_on(last: Block, block: Block, text: str) -> bool:
    """Return whether some words are right after a sentence, in its line."""
    is_one_line = "\n" not in text[last.end : block.start]
    return last.kind is Kind.BODY and is_one_line and _has_words(text[block.start : block.end])


def _item(text: str, block: Block) -> Block | None:
    """Return an item of a list or a row of a table without its marks; None if it is none.

    A title, the head of a table, and an item that begins with a link, as sources do, are none.
    """
    line = text.rfind("\n", 0, block.start) + 1
    mark = _MARK.match(text, line, block.end)
    if not mark:
        return None
    start = max(block.start, mark.end())
    words = text[start : block.end]
    is_head = mark["row"] and _RULE.match(text, block.end)
    is_title = words.rstrip(_AROUND).endswith(":")
    if is_head or is_title or _LINK.match(text, mark.end()) or not _has_words(words):
        return None
    return replace(block, start=start, end=start + len(words.rstrip(" \t|")))


def _has_words(text: str) -> bool:
    return len(_WORD.findall(text)) >= _FEWEST
