"""What is wrong with a sentence of a draft: what no article has, and what articles contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarize.choice.disagree import negates
from summarize.reading.quotations import quotations
from summarize.record.check.names import new_names
from summarize.record.check.rivals import rivals

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
    missing = _joined(text, _missing(text, known, language))
    others = [
        Found("contradiction", *other)
        for other in (
            *rivals(text, [other.text for other in alike], language),
            *known.other_counts(text),
        )
    ]
    found = [
        each._replace(instead=next((other.instead for other in others if _meet(each, other)), ()))
        if each.kind != "quotation"
        else each
        for each in missing
    ]
    for each in (*(Found("name", *s) for s in known.near.strangers(text)), *others):
        if not any(_meet(each, other) for other in found):
            found.append(each)
    if not found and _is_denied(text, alike, language):
        found.append(Found("contradiction", 0, len(text)))
    return sorted(found, key=lambda each: each[1:3])


def _missing(text: str, known: Known, language: Language) -> Iterator[Found]:
    """Find what no article has."""
    wrong = [span for span in quotations(text).spans if not known.has_quotation(text[slice(*span)])]
    yield from (Found("quotation", *span) for span in wrong)
    spans = (("figure", *span) for span in known.new_figures(text))
    for kind, start, end in (*spans, *new_names(text, known.words, language)):
        is_inflected = kind == "name" and known.near.has(text[start:end])
        if not is_inflected and not any(a <= start and end <= b for a, b in wrong):
            yield Found(kind, start, end)


def _joined(text: str, found: Iterable[Found]) -> list[Found]:
    """Join the words of a name."""
    joined: list[Found] = []
    for each in sorted(found, key=lambda each: each[1:3]):
        last = joined[-1] if joined else None
        is_one = last and last.kind == each.kind == "name" and text[last.end : each.start] == " "
        if last and is_one:
            joined[-1] = last._replace(end=each.end)
        else:
            joined.append(each)
    return joined


def _meet(found: Found, other: Found) -> bool:
    return found.start < other.end and other.start < found.end


def _is_denied(text: str, alike: Sequence[Alike], language: Language) -> bool:
    """Return whether nearly the same sentences negate, and this one does not, or the reverse."""
    is_negated = negates(text, language)
    nearest = [
        negates(other.text, language)
        for other in alike
        if other.likeness >= max(_NEARLY_THE_SAME, alike[0].likeness - _BESIDE)
    ]
    return bool(nearest) and is_negated not in nearest
