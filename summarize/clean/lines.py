r"""From text to paragraphs and from paragraphs to rough sentences: spans only, nothing is judged.

A blank line ends a paragraph, and so does a line end, unless the text is hard-wrapped there. Both
cuts are one pass over the text. The sentences are rough on purpose (`split` makes the real ones):
where a full stop may belong to an abbreviation they stay uncut, so that a span that is taken out
of a paragraph never ends inside a sentence.
"""

# ruff: noqa: SIM905 - words read best as words; marks that look like others are what this is about

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Span(NamedTuple):
    """Half-open, in code points."""

    start: int
    end: int


WIDEST_WRAP = 100  # mail and wire copy are wrapped at 60 to 80; longer lines are paragraphs
_WRAPPED_WORD = 12  # a word longer than this says nothing about where a line had to end
_CASELESS_WRAP = 20  # in a script without capitals, shorter lines are headings, not wrapped prose

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
_BREAK = re.compile(r"\r\n|[\n\r\v\x1c-\x1e\x85\u2028]|(?P<hard>[\f\u2029])")
_LIST_ITEM = re.compile(r"[•*·▪◦►>|]|[A-Z]\w{1,11}:\s")

_STOPS = frozenset(".!?…。！？؟۔।॥")
_CLOSERS = "\"'”’“‘»›)]}」』）】"
_CLOSING = _CLOSERS + " \t\n\r\xa0\u202f"
_NOTES = re.compile(r"(?:\[[\w ]{1,20}+\][\s;,]*+)+\Z")  # "[3]", "[citation needed]"
_MARK = re.compile(
    r"(?P<mark>[.!?…؟۔।॥]++)[\"'”’»›)\]]*+(?>(?:\[\w{1,4}+\])*)(?P<gap>\s*+)|[。！？]++[」』”）]*+\s*+"
)
_LETTER = re.compile(r"[^\W\d_]")
_OPENING = 40  # what has no letter in so many characters ("...", "18,236.") is no sentence
_OPENERS = "\"'“‘«‹([„¿¡"
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon sen rep gov gen col lt sgt cpl capt cmdr adm maj st ave rd jr sr no "
    "nos vs inc ltd co corp dept est fig figs al etc e.g i.e cf p pp vol ed approx jan feb mar apr "
    "jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ala ariz ark calif "
    "colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa "
    "tenn tex va vt wash wis wyo mme mlle bd art tel max min".split()
)


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


def paragraphs(text: str) -> list[Span]:
    r"""Cut a text into paragraphs, reading hard-wrapped lines as one.

    >>> text = "Council votes\n\nThe council said on Monday that it\nwould vote. It did."
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['Council votes', 'The council said on Monday that it\nwould vote. It did.']
    """
    runs = list(_runs(text))
    width = max((_wrapped_width(text, run) for run in runs), default=0)
    return [span for run in runs for span in _unwrap(text, run, width)]


def _runs(text: str) -> Iterator[list[_Line]]:
    """Yield the lines of the text, white space at their ends left out, cut at blank lines."""
    run: list[_Line] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if run and (not line or _ends_paragraph(text, last, match.start())):
            yield run
            run = []
        last = match.end()
        if line:
            indent = len(match[0]) - len(match[0].lstrip())
            start = match.start() + indent
            run.append(_Line(start, start + len(line), indent))
    if run:
        yield run


def _ends_paragraph(text: str, start: int, end: int) -> bool:
    """Tell whether more than one line end, or a hard one, stands between two lines."""
    breaks = list(_BREAK.finditer(text, start, min(end, start + 4)))
    return len(breaks) > 1 or any(match["hard"] for match in breaks)


def _wrapped_width(text: str, run: list[_Line]) -> int:
    """Return the width that a run of lines is wrapped at; 0 if it shows none.

    A sentence that runs across the end of a line shows it, if its next word would not have fitted.
    """
    lengths = [line.end - line.start for line in run if line.end - line.start <= WIDEST_WRAP]
    width = max(lengths, default=0)
    shows = any(_runs_on(text, a, b) and _is_full(text, a, b, width) for a, b in pairwise(run))
    return width if shows else 0


def _unwrap(text: str, run: list[_Line], width: int) -> list[Span]:
    """Join the lines of a run that are one paragraph, in a text wrapped at `width` (0: nowhere).

    A line goes on with the one before if it starts in the middle of its sentence, or if its first
    word would not have fitted there.
    """
    joined = [Span(*line[:2]) for line in run[:1]]
    for a, b in pairwise(run):
        is_new = b.indent > a.indent + 1 or _LIST_ITEM.match(text, b.start, b.end)
        longest = max(a.end - a.start, b.end - b.start)
        goes_on = (longest <= WIDEST_WRAP and _runs_on(text, a, b)) or (
            longest <= width and _is_full(text, a, b, width)
        )
        if goes_on and not is_new:
            joined[-1] = Span(joined[-1].start, b.end)
        else:
            joined.append(Span(*b[:2]))
    return joined


def _runs_on(text: str, a: _Line, b: _Line) -> bool:
    """Tell whether line `b` goes on with a sentence that line `a` leaves unfinished."""
    first = text[b.start]
    if not first.isalpha() or first.isupper() or is_finished(text, Span(a.start, a.end)):
        return False
    return first.islower() or a.end - a.start >= _CASELESS_WRAP


def _is_full(text: str, a: _Line, b: _Line, width: int) -> bool:
    """Tell whether the first word of line `b` would not have fitted on line `a`."""
    head = text[b.start : min(b.end, b.start + _WRAPPED_WORD)].split(None, 1)[0]
    return a.end - a.start + 1 + len(head) > width


def is_finished(text: str, span: Span) -> bool:
    """Tell whether a span ends as a sentence does: a full stop, then at most quotes and notes."""
    tail = text[max(span.start, span.end - 60) : span.end]
    if "[" in tail:
        tail = _NOTES.sub("", tail)
    return not _STOPS.isdisjoint(tail.rstrip(_CLOSING)[-1:])


def rough_sentences(text: str, span: Span) -> Iterator[Span]:
    """Cut a paragraph where a sentence surely ends.

    >>> text = 'Mr. Hale left. "Why?" she asked.Nobody knew.'
    >>> [text[start:end] for start, end in rough_sentences(text, Span(0, len(text)))]
    ['Mr. Hale left.', '"Why?" she asked.', 'Nobody knew.']
    """
    start = asked = span.start
    has_letter = False
    for match in _MARK.finditer(text, *span):
        if match.end() == span.end or not _is_boundary(text, match, span.end):
            continue
        has_letter = has_letter or _LETTER.search(text, asked, match.start()) is not None
        asked = match.end()
        if has_letter and _LETTER.search(text, asked, min(asked + _OPENING, span.end)):
            yield Span(start, start + len(text[start:asked].rstrip()))
            start, has_letter = asked, False
    yield Span(start, span.end)


def _is_boundary(text: str, match: re.Match[str], end: int) -> bool:
    if match["mark"] is None:
        return True  # the ideographic full stop means nothing else
    after = match.end()
    if not match["gap"]:  # "killed.Then": the page's line end was lost
        word = text[max(match.start() - 3, 0) : match.start()]
        joint = text[after : after + 2]
        return word.isalpha() and word.islower() and joint.istitle() and len(joint) == 2
    while after < end and text[after] in _OPENERS:
        after += 1
    if after == end or text[after].islower() or text[after] in _CLOSERS:
        return False
    return match["mark"] != "." or not is_abbreviation(text, match.start())


def is_abbreviation(text: str, dot: int) -> bool:
    """Tell whether the word before a full stop may be an abbreviation."""
    words = text[max(dot - 12, 0) : dot].rsplit(None, 1)
    word = words[-1].lstrip(_OPENERS) if words else ""
    return len(word) == 1 or "." in word or word.casefold() in _ABBREVIATIONS
