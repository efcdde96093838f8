"""Sentences: spans of the body's blocks, each of which can be quoted on its own.

The places where a sentence may end are given (`stops`). `full_stops` decides about full stops, and
`_ends` about all others.

It does not look at meaning, at line breaks (a newline inside a block is white space), or across
blocks, and it does not judge whether a sentence is a good one. It does not recognise quotations in
single quotes: an apostrophe looks the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category

from summarize.model import Document, Sentence, shown
from summarize.reading.attribution import is_attribution, is_said
from summarize.reading.full_stops import (
    LONGEST_WORD,
    MARKER,
    is_abbreviation,
    is_end,
    is_ordinal,
)
from summarize.reading.items import ITEM_SIGNS, items
from summarize.reading.names import LONGEST_NAME, begins_with_name, is_small
from summarize.reading.signs import CLOSING_QUOTES, QUOTATIONS, QUOTES
from summarize.reading.stops import is_sure, stops_within
from summarize.reading.unstopped import between_spaces
from summarize.words import is_without_stops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.languages import Language
    from summarize.reading.stops import Stop

LONGEST_QUOTATION = 60  # words, and 10 code points a word: some scripts have no spaces

# A set of characters comes first, because `re` searches for one quickly.
_QUOTE = re.compile(rf"[{QUOTES}{CLOSING_QUOTES}`'](?:(?<![`'])|(?<=`)`|(?<=')')")


_SEPARATORS = re.compile(r"[(\[)\]“‘`„«—–\"]")
_DOMAIN = re.compile(r"(?:com|org|net|gov|edu|info|tv|co)\b", re.IGNORECASE)
_MARKS = ITEM_SIGNS + " "
_DASHES = "-–—"
_CASELESS = frozenset({"Lo", "Mn", "Mc"})  # letters of scripts without capitals, vowel signs
_is_small = lru_cache(maxsize=1)(is_small)  # it is the same text for all its stops


def split(
    document: Document, index: int, stops: list[Stop], language: Language
) -> tuple[Sentence, ...]:
    """Split the body of a document into sentences.

    Parameters
    ----------
    document
        What cleaning left of an article.
    index
        The document's index in canonical order; it becomes `Sentence.document`.
    stops
        The places in the document's text where a sentence may end, from `find_stops`.
    language
        Abbreviations, collocations, sentence starters.

    Returns
    -------
    tuple of Sentence
        In text order. The spans do not overlap, never cross a block, have no white space at their
        ends, and cover all of the body that is not white space.

    Notes
    -----
    O(n) in the length of the text.

    Examples
    --------
    >>> from summarize.languages import load
    >>> from summarize.model import Article, Block, Kind
    >>> from summarize.reading.stops import find_stops
    >>> text = "Mr. Lee met U.S. Trade Secretary Ann Ray. It went well."
    >>> document = Document(Article(text), text, (Block(0, len(text), Kind.BODY),))
    >>> [sentence.text for sentence in split(document, 0, find_stops(text), load())]
    ['Mr. Lee met U.S. Trade Secretary Ann Ray.', 'It went well.']
    """
    text = document.text
    spans = (
        (paragraph, start, end)
        for paragraph, block in enumerate(document.body)
        for start, end in _spans(text, block.start, block.end, stops, language)
    )
    return tuple(
        Sentence(index, position, paragraph, start, end, shown(text[start:end]))
        for position, (paragraph, start, end) in enumerate(spans)
    )


def _spans(
    text: str, start: int, end: int, stops: list[Stop], language: Language
) -> Iterator[tuple[int, int]]:
    """Sentences of one block, as half-open spans."""
    start, end = _trimmed(text, start, end)
    if is_without_stops(text[start:end]):
        yield from between_spaces(text, start, end)
        return
    for item in items(text, start, end):
        mark = MARKER.match(text, item)
        if mark is None or not is_ordinal(text, mark[0], mark.end() - 1, language):
            yield from _spans_of_item(text, *_trimmed(text, start, item), stops, language)
            start = item
    yield from _spans_of_item(text, start, end, stops, language)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the white space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def _spans_of_item(
    text: str, start: int, end: int, stops: list[Stop], language: Language
) -> Iterator[tuple[int, int]]:
    """Sentences of one block, or of one item of a list in it."""
    quotations = _quotations(text, start, end)
    quoted: tuple[int, int] | None = (0, 0)  # the first is looked for at the first stop
    for stop in stops_within(stops, start, end):
        while quoted and quoted[1] <= stop.end:
            quoted = next(quotations, None)
        inside = quoted is not None and quoted[0] < stop.end
        if not inside and _ends(text, start, stop, end, language):
            yield start, stop.end
            start = stop.follower
    if start < end:
        yield start, end


def _quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans, marks included, of the quotations in a block that stay whole.

    One that is opened again before it is closed was never closed (each paragraph of a long speech
    opens one); neither that nor one that the block leaves open is kept whole.
    """
    opened, first = "", start
    for mark in _QUOTE.finditer(text, start, end):
        sign, at, after = mark.group(), mark.start(), mark.end()
        opens = sign in QUOTATIONS
        if sign in '"”':
            following = text[after : min(after + 1, end)]
            opens = _may_open(text[max(at - 1, start) : at], following)
            if sign == "”":  # ”Swedish”
                opens = opens and not opened and following.isalnum()
        if opened and sign in QUOTATIONS.get(opened, opened) and not (opens and sign == '"'):
            opened = ""
            if (
                after - first <= 10 * LONGEST_QUOTATION
                and len(text[first:after].split()) <= LONGEST_QUOTATION
            ):
                yield first, after
        elif opens and (not opened or sign == opened):
            opened, first = sign, at


def _may_open(before: str, after: str) -> bool:
    """Return whether a straight mark between two signs may open a quotation: it may mean inches."""
    return (before.isspace() or before in "([{-–—'‘“/") and not after.isspace()


def _ends(text: str, start: int, stop: Stop, stop_of_block: int, language: Language) -> bool:
    """Return whether a sentence from `start` ends at this stop, in a block that ends later."""
    if stop.end > stop.close and is_said(text, stop, stop_of_block, language):
        return False
    return is_sure(text, stop) or _may_end(text, start, stop, stop_of_block, language)


def _may_end(text: str, start: int, stop: Stop, stop_of_block: int, language: Language) -> bool:
    """Return whether a sentence from `start` ends at a stop that may mean something else."""
    end, after = stop.close, stop.word
    if (
        (text[after].islower() and not _may_begin_small(text, stop, language))
        or (stop.end > end and text[after] in _DASHES)  # "A quotation." - Its source
        or (text[after] in _DASHES and _is_speech_before_dash(text, stop))
    ):
        return False
    before = _word_before(text, start, end)
    if stop.end == stop.follower:
        return _is_glued(text, before, stop, language)
    if end - start < LONGEST_WORD and (
        MARKER.fullmatch(text[start : stop.end].lstrip(_MARKS))
        or not any(map(str.isalnum, text[start:end]))
    ):
        return False  # a list marker or a lone sign belongs to what follows
    if text[stop.start : end].strip(".…"):  # ? or !
        return before.lower() not in language.abbreviations and not (
            text[end : stop.end].strip(")]")
            and is_attribution(text[after : min(after + LONGEST_WORD, stop_of_block)], language)
        )
    return is_end(text, before, stop, language)


def _is_speech_before_dash(text: str, stop: Stop) -> bool:
    """Return whether a dash after "?" or "!" leads to who said it: "— Why? — asked Ann"."""
    following = text[stop.word + 1 : stop.word + 3].lstrip()
    return (
        following[:1].islower()
        and not text[stop.start : stop.close].endswith((".", "…"))
        and not _is_small(text)
    )


def _may_begin_small(text: str, stop: Stop, language: Language) -> bool:
    """Return whether what follows may begin a sentence with a small letter."""
    if _is_small(text):
        return stop.end == stop.close  # what was quoted may go on
    name = text[stop.word : stop.word + LONGEST_NAME]
    if stop.word > stop.follower and text[stop.word - 1] in "'’":  # 's Avonds
        return begins_with_name("'" + name, language) or begins_with_name(name, language)
    return begins_with_name(name, language)


def _word_before(text: str, start: int, end: int) -> str:
    """Cut out the word that ends at `end`, with its terminators, clipped to what matters."""
    words = text[max(start, end - LONGEST_WORD) : end].rsplit(None, 1)
    return _SEPARATORS.split(words[-1])[-1].lstrip("'") if words else ""


def _is_glued(text: str, before: str, stop: Stop, language: Language) -> bool:
    """Return whether a space was lost between two sentences, as in ``it ended.The next``.

    Not in an address, after an abbreviation (``St.Louis``), or in a name (``Node.js``, ``E.On``).
    """
    after = stop.word
    word = before[:-1]
    is_caseless = all(category(sign) in _CASELESS for sign in word[-2:] + text[after])
    return (
        (is_caseless or (_begins_glued(text, after, word, language) and word[-2:].isalpha()))
        and len(word) > 1
        and not set(word) & set("/@:_=.\\")
        and '"' not in text[stop.close : stop.end]  # it may as well open the next sentence
        and not is_abbreviation(word, language)
        and not _DOMAIN.match(text, after)
        and "@" not in text[after : after + LONGEST_WORD].split(None, 1)[0]
    )


def _begins_glued(text: str, at: int, before: str, language: Language) -> bool:
    """Return whether a word in front of which a space was lost begins a sentence.

    All in capitals, it does so only after a word with letters that no address has.
    """
    after = text[at + 1 : at + 2]
    return text[at].isupper() and (
        after.islower()
        or (after.isupper() and not before[-2:].isascii())
        or _is_letter_word(text, at, language)
    )


def _is_letter_word(text: str, at: int, language: Language) -> bool:
    """Return whether a word of one letter may begin a sentence here: "A" or "I"."""
    return text[at + 1 : at + 2] == " " and text[at].lower() in language.sentence_starters
