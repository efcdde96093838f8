"""What is wrong with a sentence of a draft: what no article has, and what articles contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarize.reading.quotations import quotations
from summarize.record.check.denied import denies
from summarize.record.check.names import new_names
from summarize.record.check.rivals import Rival, rivals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarize.languages import Language
    from summarize.record.check.known import Known

# Chosen on half of the clusters of `python -m benchmarks drafts`.
ALIKE = 0.6  # likeness from which a sentence has the same places for figures and names
MOST_ALIKE = 10  # sentences that are compared
_NEARLY_THE_SAME = 0.7  # from which it says the same but for a negation
_BESIDE = 0.1  # below the highest likeness; what is less alike does not decide


class Found(NamedTuple):
    """A problem: its kind, its span in the sentence, and what other sentences have instead."""

    kind: str
    start: int
    end: int
    instead: tuple[str, ...] = ()


class Alike(NamedTuple):
    """A sentence of an article that is like one of the draft, and how like."""

    likeness: float
    text: str


def problems(text: str, alike: Sequence[Alike], known: Known, language: Language) -> list[Found]:
    """Find what is wrong with a sentence.

    Parameters
    ----------
    text
        The sentence.
    alike
        The sentences of articles that are most alike, those first; none for a sentence that an
        article has word for word.
    known
        What the articles have.
    language
        Their language.

    Returns
    -------
    list of Found
        In text order. What is in a wrong quotation is not repeated, and a negation is not named
        where something else is wrong.
    """
    others = [
        *rivals(text, [other.text for other in alike], language),
        *(Rival(*each) for each in known.other_counts(text)),
    ]
    instead: dict[int, tuple[str, ...]] = {}
    for other in others:
        for at in range(other.start, other.end):
            instead.setdefault(at, other.instead)
    found: list[Found] = []
    is_named = bytearray(len(text))
    for each in (
        *_missing(text, known, language),
        *(Found("name", *span) for span in known.near.strangers(text)),
        *(Found("contradiction", *other) for other in others),
    ):
        start, end = each.start, each.end
        if any(is_named[start:end]):
            continue
        is_named[start:end] = b"1" * (end - start)
        if each.kind != "quotation":
            there = next((instead[at] for at in range(start, end) if at in instead), ())
            each = each._replace(instead=there)  # noqa: PLW2901 - the same, completed
        found.append(each)
    if not found and _is_denied(text, alike, language):
        found.append(Found("contradiction", 0, len(text)))
    return sorted(found, key=lambda each: each[1:3])


def _missing(text: str, known: Known, language: Language) -> Iterator[Found]:
    """Find what no article has, quotations first."""
    for start, end in quotations(text).spans:
        if not known.has_quotation(text[start:end]):
            yield Found("quotation", start, end)
    yield from (Found("figure", *span) for span in known.new_figures(text))
    names = (Found(*each) for each in new_names(text, known.words, language))
    yield from _joined(
        text, (n for n in names if n.kind != "name" or not known.near.has(text[n.start : n.end]))
    )


def _joined(text: str, found: Iterable[Found]) -> list[Found]:
    """Join the words of a name."""
    joined: list[Found] = []
    for each in found:
        last = joined[-1] if joined else None
        is_one = last and last.kind == each.kind == "name" and text[last.end : each.start] == " "
        if last and is_one:
            joined[-1] = last._replace(end=each.end)
        else:
            joined.append(each)
    return joined


def _is_denied(text: str, alike: Sequence[Alike], language: Language) -> bool:
    """Return whether nearly the same sentences negate, and this one does not, or the reverse."""
    nearest = [
        denies(text, other.text, language)
        for other in alike
        if other.likeness >= max(_NEARLY_THE_SAME, alike[0].likeness - _BESIDE)
    ]
    return bool(nearest) and all(nearest)
