"""What the sentences that are most alike have in the place of a figure, a day or a name.

Where some article has a wrong word, only its place shows that it is wrong: none of the sentences
that are most alike has it, and one has another of its kind between the same neighbours.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarize import languages
from summarize.reading.figures import figures, numbers
from summarize.record.check.forms import form, ordinary
from summarize.record.check.spelled import begin, with_digits
from summarize.words import is_capitalised, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.languages import Language

_TOKEN = word_pattern(r"<word>(?>(?:[.,:'’-]?<word>)*)|[$€£%]")


class Rival(NamedTuple):
    """A span of a sentence, and what others have in its place."""

    start: int
    end: int
    instead: tuple[str, ...]


class _Slot(NamedTuple):
    """A word that may be exchanged for another of its kind, and its neighbours."""

    kind: str
    value: str
    beside: tuple[str, str]
    start: int
    end: int


def rivals(text: str, others: Sequence[str], language: Language) -> Iterator[Rival]:
    """Find what has rivals in the sentences that are most alike, none of which has it.

    >>> from summarize.languages import load
    >>> list(rivals("In Lunde 12 people died.", ["Rain fell.", "In Molde 12 people died."], load()))
    [Rival(start=3, end=8, instead=('Molde',))]
    """
    listed = [(other, _slots(other, language.name)) for other in others]
    present = {(slot.kind, slot.value) for _, slots in listed for slot in slots}
    own = _slots(text, language.name)
    values = {slot.value for slot in own}
    for slot in own:
        if (slot.kind, slot.value) in present:
            continue
        instead = dict.fromkeys(
            other[each.start : each.end]
            for other, slots in listed
            for each in slots
            if (each.kind, each.beside) == (slot.kind, slot.beside) and each.value not in values
        )
        if instead:
            yield Rival(slot.start, slot.end, tuple(instead))


@lru_cache(maxsize=1024)  # many sentences of a draft may be like one of an article
def _slots(text: str, name: str) -> tuple[_Slot, ...]:
    """Read the words of a sentence that may be exchanged."""
    language = languages.load(name)
    text = with_digits(text, language)
    values = {
        figure.start: f"{figure.value:.15g}"
        for figure in (*figures(text, language), *numbers(text, language))
    }
    tokens = list(_TOKEN.finditer(text))
    words = ["", *(token[0].lower() for token in tokens), ""]
    found = []
    for i, token in enumerate(tokens):
        value = values.get(token.start())
        kind = "figure" if value else _kind(token[0], language, is_first=i == 0)
        if kind:
            beside = words[i], words[i + 2]
            found.append(
                _Slot(
                    kind,
                    value or form(token[0], name),
                    beside,
                    begin(text, token.start()),
                    token.end(),
                )
            )
    return tuple(found)


def _kind(word: str, language: Language, *, is_first: bool) -> str:
    """Return what a word may be exchanged for; empty if for nothing."""
    low, is_capital = word.lower(), is_capitalised(word)
    if word[0].isdigit():
        return "figure"
    if is_capital or not language.weekdays_capitalised:
        for kind, listed in (("weekday", language.weekdays), ("month", language.months)):
            if low in listed and not (is_first and kind == "month"):
                return kind
    is_name = is_capital and len(word) > 1 and not is_first and low not in ordinary(language.name)
    return "name" if is_name and not language.nouns_capitalised else ""
