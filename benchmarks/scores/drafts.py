"""Is what is wrong in a draft found? Made errors, and graded sentences as drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scipy.stats import binomtest

from benchmarks.data.drafts import Maker
from benchmarks.scores.statistics import SEED
from summarize import check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.data.drafts import Line
    from benchmarks.data.sets import Item
    from summarize import Check
    from summarize.semantic.encoder import Encoder


class Reported(NamedTuple):
    """A made line, and what was reported.

    `is_named` says whether a problem is named at the changed place, or anywhere in a sentence that
    has nothing new; `is_wrong` whether it has a problem or is not found.
    """

    half: str
    line: Line
    is_named: bool
    is_wrong: bool


def made(
    items: Sequence[Item], encoder: Encoder | None = None, *, of_references: bool = False
) -> Iterator[Reported]:
    """Check sentences, as they are and changed, against the articles of their cluster."""
    foreign = [name for item in items for name in Maker(item, (), SEED).names]
    for number, item in enumerate(items):
        lines = list(Maker(item, foreign, SEED).lines(of_references=of_references))
        found = check("\n\n".join(line.text for line in lines), item.articles, encoder=encoder)
        at = 0
        for line in lines:
            yield _reported("test" if number % 2 else "develop", line, at, found)
            at += len(line.text) + 2


def _reported(half: str, line: Line, at: int, found: Check) -> Reported:
    """Look for problems at the changed place; anywhere if there is none."""
    own = [each for each in found.sentences if at <= each.start < at + len(line.text)]
    start, end = (line.start, line.end) if line.end > line.start else (0, len(line.text))
    is_named = any(
        problem.start < at + end and at + start < problem.end
        for each in own
        for problem in each.problems
    )
    return Reported(half, line, is_named, any(not each.is_found for each in own) or not own)


def rate(hits: Sequence[bool]) -> str:
    """Write how many of some are true, the share, and its exact interval."""
    if not hits:
        return "none"
    low, high = binomtest(sum(hits), len(hits)).proportion_ci(method="exact")
    return f"{sum(hits)} of {len(hits)}: {sum(hits) / len(hits):.3f} ({low:.3f} to {high:.3f})"
