"""What the formats for readers have in common: counts, sources, dates, explanations.

This module decides what is shown, not how it looks: no markup, no widths, no colours. It expects a
summary whose strings are already clean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from summarize.digest import Single
    from summarize.result import SummaryDocument, SummarySentence
    from summarize.summary import Summary

    Named: TypeAlias = SummaryDocument | Single

UNTITLED = "(untitled)"
NOTHING = "No sentence of these articles could be used."
MOST_DIFFERENCES = 10  # that are shown
MOST_UNCITED = 5  # that are listed; if there are more, they are only counted
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=[T ]|$)")
_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_SHORTEST_RUN = 5


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of the list of sources, with the numbers of its exact copies."""

    document: SummaryDocument
    copies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The list of sources, and how many more cited and uncited articles there are."""

    listed: tuple[Source, ...]
    n_cited: int
    n_uncited: int


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Write a number with its noun.

    >>> count(1, "article"), count(9999, "exact copy", "exact copies")
    ('1 article', '9,999 exact copies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def n_origins(summary: Summary) -> int:
    """Count the origins that have usable sentences; articles that copy one another are one."""
    return len({document.origin for document in summary.documents if not document.skipped})


def article_counts(summary: Summary) -> list[str]:
    """Write how many articles there are, how many are independent, and when they are from."""
    parts = [count(len(summary.documents), "article")]
    if len(summary.documents) > 1:
        parts.append(f"{n_origins(summary):,} independent")
    days = {date(document) for document in summary.documents}
    if len(days) == 1:
        parts.append(days.pop() or "no dates known")
    return parts


def dates(summary: Summary) -> dict[int, str]:
    """Return the date of each dated article by its number; empty if all have the same."""
    found = {document.number: date(document) for document in summary.documents}
    if len(set(found.values())) == 1:
        return {}
    return {number: day for number, day in found.items() if day}


def times(sentence: SummarySentence) -> list[str]:
    """Write what words such as "Tuesday" mean in a sentence, one line each."""
    return [f"{each.text}: {each.date}" for each in sentence.times]


def length(summary: Summary) -> str:
    """Write how long the summary and the articles are."""
    return f"{summary.n_words:,} of {count(summary.n_body_words, 'word')}"


def is_alone(summary: Summary, sentence: SummarySentence) -> bool:
    """Return whether only one of several origins reports this."""
    return sentence.corroboration == 1 and n_origins(summary) > 1


def numbered(numbers: Iterable[int]) -> str:
    """Write article numbers in brackets.

    >>> numbered([1, 5, 6, 7, 8, 9])
    '[1, 5-9]'
    """
    return f"[{', '.join(spell_runs(numbers))}]"


def differences(summary: Summary) -> list[list[tuple[str, list[int]]]]:
    """Return the first differences: the values of each, and the articles that give them."""
    return [
        [
            (value.value, sorted({place.document for place in value.places}))
            for value in difference.values
        ]
        for difference in summary.differences[:MOST_DIFFERENCES]
    ]


def more_differences(summary: Summary) -> str:
    """Write how many differences are not shown; empty if all are."""
    n = len(summary.differences) - MOST_DIFFERENCES
    return f"and {count(n, 'more difference')}" if n > 0 else ""


def also_in(sentence: SummarySentence) -> list[int]:
    """Return the numbers of the other articles that most probably say the same, ascending."""
    return sorted(c.document for c in sentence.citations if c.is_confident)


def similar(sentence: SummarySentence) -> list[int]:
    """Return the numbers of the other articles that may say the same, ascending."""
    return sorted(c.document for c in sentence.citations if not c.is_confident)


def n_similar(summary: Summary, sentence: SummarySentence) -> int:
    """Count the origins that may say the same, beside those that corroborate a sentence."""
    sure, maybe = {sentence.document, *also_in(sentence)}, set(similar(sentence))
    corroborating = {each.origin for each in summary.documents if each.number in sure}
    return len({e.origin for e in summary.documents if e.number in maybe} - corroborating)


def cited(summary: Summary) -> set[int]:
    """Collect the numbers of all articles that a headline, sentence or difference names."""
    numbers: set[int] = {summary.headline.document} if summary.headline else set()
    for sentence in summary.sentences:
        numbers |= {sentence.document, *also_in(sentence), *similar(sentence)}
    for difference in differences(summary):
        numbers.update(*(citing for _, citing in difference))
    return numbers


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Fold ascending numbers into (first, last); runs shorter than five stay single numbers.

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
    """Write a run: one number, or the first and the last."""
    first, last = run
    return str(first) if first == last else f"{first}-{last}"


def spell_runs(numbers: Iterable[int]) -> list[str]:
    """Write the runs of ascending numbers; see `runs`.

    >>> spell_runs([1, 5, 6, 7, 8, 9])
    ['1', '5-9']
    """
    return list(map(spell_run, runs(numbers)))


def sources(summary: Summary, most: int | None = None) -> Sources:
    """List the sources of a summary by number; exact copies are listed with the first of them.

    Articles that are never cited are only counted if there are more than five, or the list is
    full. `most` limits its length; the articles that the sentences come from are dropped last.
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
    """Write how many articles the list leaves out; empty if none.

    >>> spell_rest(Sources((), n_cited=0, n_uncited=9995))
    'and 9,995 articles that are not cited'
    """
    if rest.n_cited and rest.n_uncited:
        return f"and {rest.n_cited:,} more that are cited, {rest.n_uncited:,} that are not"
    if rest.n_cited:
        return f"and {rest.n_cited:,} more that are cited"
    return f"and {count(rest.n_uncited, 'article')} that are not cited" if rest.n_uncited else ""


def is_web(url: str | None) -> bool:
    """Return whether this is a web address that can be linked to."""
    return bool(url and _WEB.match(url))


def location(document: Named) -> str | None:
    """Return where a reader finds the article: its address, else its file, else its id."""
    return document.url or document.path or document.id


def name(document: Named) -> str:
    """Return the title, or the location if there is none."""
    return document.title or location(document) or UNTITLED


def date(document: Named) -> str | None:
    """Return the day of publication; anything but an ISO 8601 date is unchanged."""
    match = _ISO_DATE.match(document.published or "")
    return match[0] if match else document.published
