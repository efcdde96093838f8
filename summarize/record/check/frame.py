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
    from collections.abc import Iterable, Iterator

_NOTE = r"\[\^[^\[\]\s]{1,40}\]"
_RUN = r"\d{1,4}(?:[–-]\d{1,4})?"
_OF_NUMBERS = rf"(?:similar: |also in )?{_RUN}|one origin|\d{{4}}-\d\d-\d\d"
# The numbers of articles, as this package writes them, also before a stop; footnotes.
_NUMBERS = re.compile(
    rf"(?:[ \t]{{0,2}}\[{_RUN}(?:[,;] ?(?:{_OF_NUMBERS})){{0,500}}\])+"
    rf"(?=[\s,:{re.escape(STOPS)}]|\Z)"
    rf"|(?:[ \t]{{0,2}}{_NOTE}(?!:))+(?:[ \t]\*\((?:{_OF_NUMBERS}|, ){{1,9}}\)\*)?"
    rf"(?:[ \t]similar:(?:[ \t]{_NOTE}){{1,500}})?"
)
_N = r"\d[\d,]{0,12}"
_COUNT = rf"{_N} articles?|{_N} independent|no dates known|\d{{4}}-\d\d-\d\d|{_N} of {_N} words?"
_LINE = re.compile(
    rf"^[ \t]{{0,9}}(?:(?P<fixed>"
    rf"(?:{_N} events?(?:, | · ))?(?:{_COUNT})(?:(?:, | · )(?:{_COUNT})){{0,4}}\.?[ \t]*$"
    # On a terminal, who else says a sentence.
    rf"|[●○·*o.]{{1,9}}(?:[ ]{_N} of {_N})?"
    rf"(?:(?: | · | - |, )(?:one origin|\d{{4}}-\d\d-\d\d|(?:also in|only in|similar:)"
    rf"(?: {_RUN}){{1,500}})){{0,4}}[ \t]*$"
    rf"|Not in the summary:[ \t]*$|{re.escape(NOTHING)}[ \t]*$)"
    rf"|Sources differ(?::[ ]|[ ]{{2}}).*"
    rf"|Not cited: .*"
    rf"|(?:- )?\\?\[{_N}\\?\] “.*”: .*"
    rf"|\[\^[^\[\]\s]{{1,40}}\]: .*)",
    re.MULTILINE,
)
# In a mail, the titles of articles, which may be questions.
_NAMES = re.compile(
    r"(?<=[.!?…”’\"»)]) \[(?P<names>(?!\d)[^\[\]\n]{1,2000})\][ \t]*$", re.MULTILINE
)
# "[1] Title", "1  Title" on a terminal; and lines that go with it.
_SOURCE = re.compile(
    r"\s*(?P<number>\[\d{1,4}\] |\d{1,4}  )\S|\s*\.\.\. |\s*Not in the summary:|[ ]{4}|\s*\Z"
)
# What is before the names of articles in a line; and what is written instead of them.
_LEAD = re.compile(r"\s*(?:- )?(?:\\?\[\^?[^\[\]\s]{1,40}\]:?|\d{1,4} |Not cited:) *")
_COUNTED = re.compile(rf"{_N} (?:articles?|exact cop(?:y|ies))\.?\s*")
_ENDS = re.compile(r"(?<![.…])[.。।۔][”’\"»)\]]*\s*\Z")
_WORD = re.compile(r"[^\W_]+")


def hide_frame(text: str, names: Iterable[str] = ()) -> tuple[str, tuple[str, ...]]:
    r"""Hide the frame of a summary, place for place, and return its lines as well.

    Parameters
    ----------
    text
        A draft.
    names
        Titles and places of the articles. A line that ends with a full stop belongs to the frame
        only if it begins with one of them, for anybody may write a sentence where a title may be.

    >>> hidden, lines = hide_frame("It sank. [1, 2]\n\n2 articles\n[1] Sunk? | a.txt\n[2] b.txt\n")
    >>> hidden.strip(HIDDEN + "\n"), lines
    ('It sank.', ('2 articles', '[1] Sunk? | a.txt', '[2] b.txt'))
    >>> hide_frame("It sank. [1]\n\n[1] A dog was on board.\n")[1]
    ()
    """
    known = tuple({_words(part) for name in names for part in name.split("; ")} - {" "})
    spans = sorted(_spans(text, known))
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], HIDDEN * (end - max(start, at))]
        at = max(at, end)
    hidden = "".join([*parts, text[at:]])
    lines = tuple(squeeze(text[start:end]) for start, end in spans)
    return _NUMBERS.sub(lambda match: HIDDEN * len(match[0]), hidden), lines


def _spans(text: str, known: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines, and of names of sources after a sentence."""
    listed: list[tuple[int, int]] = []
    n_listed, start = 0, len(text)
    while start > 0:  # the list of sources is at the end
        line = text.rfind("\n", 0, start - 1) + 1
        found = _SOURCE.match(text, line, start)
        if not found:
            break
        if _is_frame(text[line:start], known):
            listed.append((line, start))
            n_listed = len(listed) if found["number"] else n_listed
        start = line
    listed = listed[:n_listed]
    end = min((line for line, _ in listed), default=len(text))
    for match in _LINE.finditer(text, 0, end):
        if match["fixed"] or _is_frame(match[0], known):
            yield match.span()
    for match in _NAMES.finditer(text, 0, end):
        if _begins(match["names"], known):
            yield match.span()
    yield from (span for span in listed if text[slice(*span)].strip())


def _is_frame(line: str, known: tuple[str, ...]) -> bool:
    """Return whether a line has no sentence, or has nothing but names of articles."""
    if not _ENDS.search(line):
        return True
    lead = _LEAD.match(line)
    parts = line[lead.end() :].split("; ") if lead else [line]
    return all(_COUNTED.fullmatch(part) or _begins(part, known) for part in parts)


def _begins(text: str, known: tuple[str, ...]) -> bool:
    """Return whether a text begins with the words of one of some names."""
    return _words(text).startswith(known)


def _words(text: str) -> str:
    return f"{' '.join(_WORD.findall(text.casefold()))} "
