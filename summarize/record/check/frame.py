"""The frame of a summary that this package wrote: counts, notes and lists around its sentences.

Somebody may check a summary as text or Markdown, perhaps after changing it. What is around the
sentences is about the articles, and no article says it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.model import HIDDEN, squeeze
from summarize.reading.signs import STOPS
from summarize.render.facts import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTE = r"\[\^[^\[\]\s]{1,40}\]"
# The numbers of articles, as this package and others write them, also before a stop; footnotes.
_NUMBERS = re.compile(
    r"[ \t]{0,2}\[\d{1,4}(?:(?:[,;]|[–-]\d)[^\[\]\n]{0,120})?\]"
    rf"(?=[\s\[,;{re.escape(STOPS)}]|\Z)"
    rf"|(?:[ \t]{{0,2}}{_NOTE}(?!:))+(?:[ \t]\*\([^()\n]{{1,80}}\)\*)?"
    rf"(?:[ \t]similar:(?:[ \t]{_NOTE}){{1,500}})?"
)
_N = r"\d[\d,]{0,12}"
_COUNT = rf"{_N} articles?|{_N} independent|no dates known|\d{{4}}-\d\d-\d\d|{_N} of {_N} words?"
_LINE = re.compile(
    rf"^[ \t]{{0,9}}(?:"
    rf"(?:{_N} events?(?:, | · ))?(?:{_COUNT})(?:(?:, | · )(?:{_COUNT})){{0,4}}\.?[ \t]*$"
    rf"|Sources differ(?::[ ]|[ ]{{2}}).*"
    rf"|Not cited: .*|Not in the summary:[ \t]*$"
    rf"|(?:- )?\\?\[{_N}\\?\] “.*”: .*"
    rf"|\[\^[^\[\]\s]{{1,40}}\]: .*"
    rf"|{re.escape(NOTHING)}[ \t]*$)",
    re.MULTILINE,
)
# In a mail, the titles of articles, which may be questions.
_NAMES = re.compile(r"(?<=[.!?…”’\"»)]) \[(?!\d)[^\[\]\n]{1,2000}(?<!\.)\][ \t]*$", re.MULTILINE)
# "[1] Title", "1  Title" on a terminal; and lines that go with it.
_SOURCE = re.compile(
    r"\s*(?P<number>\[\d{1,4}\] |\d{1,4}  )\S|\s*\.\.\. |\s*Not in the summary:|[ ]{4}|\s*\Z"
)


def hide_frame(text: str) -> tuple[str, tuple[str, ...]]:
    r"""Hide the frame of a summary, place for place, and return its lines as well.

    >>> hidden, lines = hide_frame("It sank. [1, 2]\n\n2 articles\n[1] Sunk? | a.txt\n[2] b.txt\n")
    >>> hidden.strip(HIDDEN + "\n"), lines
    ('It sank.', ('2 articles', '[1] Sunk? | a.txt', '[2] b.txt'))
    """
    spans = sorted(_spans(text))
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], HIDDEN * (end - max(start, at))]
        at = max(at, end)
    hidden = "".join([*parts, text[at:]])
    lines = tuple(squeeze(text[start:end]) for start, end in spans)
    return _NUMBERS.sub(lambda match: HIDDEN * len(match[0]), hidden), lines


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines, and of names of sources after a sentence."""
    listed: list[tuple[int, int]] = []
    n_listed, start = 0, len(text)
    while start > 0:  # the list of sources is at the end
        line = text.rfind("\n", 0, start - 1) + 1
        found = _SOURCE.match(text, line, start)
        if not found:
            break
        listed.append((line, start))
        start = line
        n_listed = len(listed) if found["number"] else n_listed
    listed = listed[:n_listed]
    end = min((line for line, _ in listed), default=len(text))
    yield from (match.span() for match in _LINE.finditer(text, 0, end))
    yield from (match.span() for match in _NAMES.finditer(text, 0, end))
    yield from (span for span in listed if text[slice(*span)].strip())
