"""What a paragraph is, judged by itself: running prose, a line, a by-line, or boilerplate.

Prose is finished: its sentences end in a full stop. A line that does not is a heading, a link, a
caption or a menu, and gets the provisional mark TITLE; `headings` decides which of them is the
title. Of a prose paragraph, sentences that the page says about itself are taken out (`patterns`),
and so is a dateline before or an agency's mark behind it (`datelines`). Only the table of patterns
knows a language; everything else looks at punctuation, capitals and length.
"""

# ruff: noqa: SIM905 - words read best as words; marks that look like others are what this is about

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.clean.datelines import dateline, is_byline
from summarize.clean.lines import Span, is_finished, rough_sentences
from summarize.clean.patterns import closing_note, has_credit
from summarize.model import Block, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

_METADATA = re.compile(
    r"(?P<key>title|headline|source|publisher|date|published|updated|url|link|author|authors|byline)"
    r"[ \t]{0,9}:[^\S\n]+(?=\S)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*+")
_SPEAKER = re.compile(r",[\"”»][^\"”»:@]{2,50}[^\W\d_]\Z")
_SPEAKER_TAIL = 60  # characters
_BULLET = re.compile(r"(?:[•*·▪◦►>✉]|[–—-]{1,2}(?=\s))[\s•]*")

_CAPTION_WORDS = 120  # longer paragraphs that end in a credit hold more than a caption
_CAPTION_SENTENCES = 5
_LEAD_IN_WORDS = (
    8  # "Asked about the vote on Monday, the mayor said:" is prose, "Symptoms:" a heading
)
_LONG_WORD = 15  # no language that sets spaces has longer words on average
_HEAD = 300  # characters that show what a paragraph is made of
_HEADLINE_WORDS = 3  # "Will the Deal Hold?" is set as a headline from this many large words on
_LONGEST_HEADLINE = 200  # characters
_SMALL = frozenset(
    "a an the and or but nor as at by for from in into of off on over per to up via vs with".split()
)


def mark(
    text: str,
    span: Span,
    is_boilerplate: Callable[[str], bool],
    *,
    is_first: bool,
    is_last: bool,
) -> list[Block]:
    """Mark one paragraph, prose sentence by sentence.

    Parameters
    ----------
    text, span
        The paragraph.
    is_boilerplate
        Tells whether a page says this sentence about itself; from `patterns.detector`.
    is_first, is_last
        Whether no body stands before it, and no paragraph behind: there "(Reuters)" names the
        agency of the report, elsewhere that of a picture.
    """
    line = text[span.start : span.end]
    if not _has_letters(line):
        return [Block(*span, Kind.BOILERPLATE)]
    body = dateline(text, *span, is_first=is_first)
    if body == span.end:
        return [Block(*span, Kind.BYLINE)]
    is_prose = is_finished(text, span) or _reads_on(line) or (is_last and closing_note(line))
    if not is_prose or is_headline(line):
        return _mark_line(text, span, is_boilerplate)
    blocks: list[Block] = []
    if body > span.start:
        blocks.append(_trimmed(text, span.start, body, Kind.BYLINE))
    bullet = _BULLET.match(text, body, span.end)
    if bullet:
        blocks.append(_trimmed(text, body, bullet.end(), Kind.BOILERPLATE))
        body = bullet.end()
    return blocks + _mark_prose(text, Span(body, span.end), is_boilerplate)


def mark_metadata(text: str, span: Span) -> list[Block] | None:
    """Mark a line such as ``Source: Daily Star`` at the top of a text; None if it is none."""
    match = _METADATA.match(text, *span)
    if match is None:
        return None
    key = match["key"].casefold()
    if key in ("title", "headline"):
        label = _trimmed(text, span.start, match.end(), Kind.BOILERPLATE)
        return [label, Block(match.end(), span.end, Kind.TITLE)]
    return [
        Block(*span, Kind.BYLINE if key in ("author", "authors", "byline") else Kind.BOILERPLATE)
    ]


def n_words(text: str, span: Span) -> int:
    """Count the words; in a script that sets no spaces, six letters stand for one."""
    line = text[span.start : span.end]
    words = len(line.split())
    return words if len(line) < _LONG_WORD * words else max(words, n_letters(line) // 6)


def is_headline(line: str) -> bool:
    """Tell whether a line is set as a headline: all words but the small ones in capitals.

    >>> is_headline("Will the Trade Deal With China Hold?"), is_headline("Will the deal hold?")
    (True, False)
    """
    if len(line) > _LONGEST_HEADLINE or line.endswith("."):
        return False
    words = [word for word in _WORD.findall(line) if word.casefold() not in _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    spared = 0 if line.endswith(("?", "!")) else len(words) // 6
    return len(words) >= _HEADLINE_WORDS and capitals >= len(words) - spared and not line.isupper()


def n_letters(line: str) -> int:
    """Count the letters of any script."""
    return sum(map(str.isalpha, line))


def _has_letters(line: str) -> bool:
    """Tell whether letters make up a third of the signs: scores, dates and rules do not."""
    head = "".join(line[:_HEAD].split())
    return max(2, len(head) / 3) <= n_letters(head)


def _reads_on(line: str) -> bool:
    """Tell whether a line is prose without a full stop: ``... he said:`` or ``"...," he said``."""
    is_open = line.endswith((":", "：")) or _SPEAKER.search(line[-_SPEAKER_TAIL:]) is not None
    return is_open and len(line.split()) >= _LEAD_IN_WORDS and not is_headline(line)


def _mark_line(text: str, span: Span, is_boilerplate: Callable[[str], bool]) -> list[Block]:
    """Mark a paragraph that is not finished: whole sentences in it may still be prose."""
    line = text[span.start : span.end]
    if is_byline(line):
        return [Block(*span, Kind.BYLINE)]
    if is_boilerplate(line) or has_credit(line):
        return [Block(*span, Kind.BOILERPLATE)]
    if is_headline(line) or next(rough_sentences(text, span)).end == span.end:
        return [Block(*span, Kind.TITLE)]
    return _mark_prose(text, span, is_boilerplate)


def _mark_prose(text: str, span: Span, is_boilerplate: Callable[[str], bool]) -> list[Block]:
    """Mark the sentences of a paragraph, each by itself, then by the company it keeps there."""
    line = text[span.start : span.end]
    note = closing_note(line)
    prose = Span(span.start, span.start + len(line[: len(line) - note].rstrip()))
    sentences = list(rough_sentences(text, prose))
    words = [n_words(text, sentence) for sentence in sentences]
    is_short = sum(words) <= _CAPTION_WORDS and len(sentences) <= _CAPTION_SENTENCES
    if is_short and not note and has_credit(line):
        return [Block(*span, Kind.BOILERPLATE)]
    is_junk = [is_boilerplate(text[start:end]) for start, end in sentences]
    if 2 * sum(n for n, junk in zip(words, is_junk, strict=True) if junk) > sum(words):
        return [Block(*span, Kind.BOILERPLATE)]  # what is left in a box of junk belongs to the box
    blocks = [
        Block(*sentence, Kind.BOILERPLATE if junk or _is_left_open(text, sentence) else Kind.BODY)
        for sentence, junk in zip(sentences, is_junk, strict=True)
    ]
    if note:
        blocks.append(Block(span.end - note, span.end, Kind.BYLINE))
    return blocks


def _is_left_open(text: str, sentence: Span) -> bool:
    return not (is_finished(text, sentence) or _reads_on(text[sentence.start : sentence.end]))


def _trimmed(text: str, start: int, end: int, kind: Kind) -> Block:
    return Block(start, start + len(text[start:end].rstrip()), kind)
