"""What the forms for readers have in common: numbers, sources, dates, places.

It decides what is said, not how it looks: no markup, no widths, no colours. It expects a summary
whose strings are clean already.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.model import SummaryDocument, SummarySentence
    from summarize.summary import Summary

UNTITLED = "(untitled)"
NOTHING = "No sentence of these articles could be used."
MOST_DIFFERENCES = 10  # that are shown
MOST_UNCITED = 5  # that are listed; more are only counted
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=[T ]|$)")
_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_SHORTEST_RUN = 5


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of the list of sources, with the numbers of the articles that are copies of it."""

    document: SummaryDocument
    copies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The list of sources: what is listed, and the numbers of articles that are only counted."""

    listed: tuple[Source, ...]
    n_cited: int
    n_uncited: int


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Say how many.

    >>> count(1, "article"), count(9999, "exact copy", "exact copies")
    ('1 article', '9,999 exact copies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def n_origins(summary: Summary) -> int:
    """Count the articles that are no copies of one another and had something to say."""
    return len({document.origin for document in summary.documents if document.n_sentences})


def about(summary: Summary) -> list[str]:
    """Say how many articles there are and how many of them are independent of one another."""
    parts = [count(len(summary.documents), "article")]
    if len(summary.documents) > 1:
        parts.append(f"{n_origins(summary):,} independent")
    return parts


def length(summary: Summary) -> str:
    """Say how long the summary is, of how much."""
    return f"{summary.n_words:,} of {count(summary.n_body_words, 'word')}"


def is_alone(summary: Summary, sentence: SummarySentence) -> bool:
    """Whether only one origin says this, where others could have."""
    return sentence.corroboration == 1 and n_origins(summary) > 1


def why(sentence: SummarySentence) -> list[str]:
    """Explain a sentence in lines, if that was asked for."""
    if sentence.explanation is None:
        return []
    factors = " × ".join(f"{name} {value:.2f}" for name, value in sentence.explanation.factors)
    numbers = f"redundancy {sentence.redundancy:.2f}, gain {sentence.gain:.2f}"
    lines = [f"relevance {sentence.relevance:.2f} (scaled from {factors}), {numbers}"]
    if loser := sentence.explanation.runner_up:
        fate = {
            "chosen": "chosen later",
            "same": f"{loser.similarity or 0:.2f} similar to sentence {loser.like}",
            "refused": "carried by too few origins, or read before",
            "long": "too long for what was left",
            "trifle": "the summary is full enough without it",
        }[loser.fate]
        lines.append(f"beat [{loser.document}] “{loser.text}” (gain {loser.gain:.2f}): {fate}")
    return lines


def numbered(numbers: Iterable[int]) -> str:
    """Write article numbers in brackets.

    >>> numbered([1, 5, 6, 7, 8, 9])
    '[1, 5-9]'
    """
    return f"[{', '.join(spell_runs(numbers))}]"


def told(summary: Summary) -> list[list[tuple[str, list[int]]]]:
    """Give the first differences: the values of each, with the articles that tell it so."""
    return [
        [
            (value.value, sorted({place.document for place in value.places}))
            for value in difference.values
        ]
        for difference in summary.differences[:MOST_DIFFERENCES]
    ]


def more_told(summary: Summary) -> str:
    """Say how many differences are not shown; empty if all are."""
    n = len(summary.differences) - MOST_DIFFERENCES
    return f"and {count(n, 'more difference')}" if n > 0 else ""


def also_in(sentence: SummarySentence) -> list[int]:
    """Give the numbers of the other articles that say the same, ascending."""
    return sorted({citation.document for citation in sentence.citations} - {sentence.document})


def cited(summary: Summary) -> set[int]:
    """Collect the numbers of all articles that a headline, sentence or difference names."""
    numbers: set[int] = {summary.headline.document} if summary.headline else set()
    for sentence in summary.sentences:
        numbers |= {sentence.document, *also_in(sentence)}
    for difference in told(summary):
        numbers.update(*(who for _, who in difference))
    return numbers


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Fold ascending numbers into (first, last); a run shorter than five stays single numbers.

    >>> runs([1, 2, 3, 5, 6, 7, 8, 9])
    [(1, 1), (2, 2), (3, 3), (5, 9)]
    """
    listed = list(numbers)
    cuts = [at for at, (left, right) in enumerate(pairwise(listed), 1) if right != left + 1]
    folded: list[tuple[int, int]] = []
    for start, end in pairwise([0, *cuts, len(listed)]):
        run = listed[start:end]
        if len(run) >= _SHORTEST_RUN:
            folded.append((run[0], run[-1]))
        else:
            folded += [(number, number) for number in run]
    return folded


def spell_run(run: tuple[int, int]) -> str:
    """Write a run as a reader expects it: one number, or first and last."""
    first, last = run
    return str(first) if first == last else f"{first}-{last}"


def spell_runs(numbers: Iterable[int]) -> list[str]:
    """Write what `runs` folds.

    >>> spell_runs([1, 5, 6, 7, 8, 9])
    ['1', '5-9']
    """
    return list(map(spell_run, runs(numbers)))


def sources(summary: Summary, most: int | None = None) -> Sources:
    """List the sources of a summary in the order of their numbers; copies stand with their origin.

    Articles that are never cited are counted only, where they are more than five or the list is
    full. `most` limits its length; the articles that the sentences come from are the last to go.
    """
    numbers = cited(summary)
    groups: dict[int, list[SummaryDocument]] = {}
    for document in summary.documents:
        groups.setdefault(document.copy_of or document.number, []).append(document)

    shown: list[list[SummaryDocument]] = []
    hidden: list[list[SummaryDocument]] = []
    for group in groups.values():
        is_cited = any(document.number in numbers for document in group)
        (shown if is_cited else hidden).append(group)
    n_uncited = sum(map(len, hidden))
    if n_uncited <= MOST_UNCITED and (most is None or len(groups) <= most):
        shown, n_uncited = shown + hidden, 0
    entries = [Source(first, tuple(copy.number for copy in rest)) for first, *rest in shown]
    own = {sentence.document for sentence in summary.sentences}
    entries.sort(key=lambda entry: (entry.document.number not in own, entry.document.number))
    n_cited = sum(1 + len(entry.copies) for entry in entries[most:]) if most else 0
    listed = sorted(entries[:most], key=lambda entry: entry.document.number)
    return Sources(tuple(listed), n_cited, n_uncited)


def spell_rest(rest: Sources) -> str:
    """Say how many articles the list leaves out; empty if none.

    >>> spell_rest(Sources((), n_cited=0, n_uncited=9995))
    'and 9,995 articles that are not cited'
    """
    if rest.n_cited and rest.n_uncited:
        return f"and {rest.n_cited:,} more that are cited, {rest.n_uncited:,} that are not"
    if rest.n_cited:
        return f"and {rest.n_cited:,} more that are cited"
    return f"and {count(rest.n_uncited, 'article')} that are not cited" if rest.n_uncited else ""


def is_web(url: str | None) -> bool:
    """Whether this is an address that a reader can be sent to."""
    return bool(url and _WEB.match(url))


def place(document: SummaryDocument) -> str | None:
    """Where a reader finds the article: its address, else its file, else its id."""
    return document.url or document.path or document.id


def name(document: SummaryDocument) -> str:
    """Give the title, or where the article stands if it has none."""
    return document.title or place(document) or UNTITLED


def date(document: SummaryDocument) -> str | None:
    """Give the day of publication; what is no ISO 8601 date stays as it is."""
    match = _ISO_DATE.match(document.published or "")
    return match[0] if match else document.published
