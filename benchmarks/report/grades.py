"""From the grades of readers to rates of faults, with intervals, and how far readers agree."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from benchmarks.report.page import Table
from benchmarks.report.page import table as written
from benchmarks.scores.reading import BASELINE, FAULTS, OURS, WHOLE
from benchmarks.scores.statistics import interval

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.scores.reading import Graded, Reader


def tables(readers: Sequence[Reader]) -> str:
    """Write the rates of all faults, the preference, and the agreement of the first two readers."""
    systems = sorted(next(iter(readers[0].values())), key=lambda system: system != OURS)
    shares: dict[str, Callable[[Graded], float]] = {
        "sentences with a fault": lambda graded: sum(map(bool, graded.sentences)),
        **{f"sentences: {fault}": _of(fault) for fault in FAULTS if fault != "opening"},
    }
    wholes: dict[str, Callable[[Graded], float]] = {
        "summaries without a fault of a sentence": lambda graded: not any(graded.sentences),
        "summaries: opening": _of("opening"),
        **{f"summaries: {fault}": _has(fault) for fault in WHOLE},
    }
    lines = [
        (what, *(_rate(readers, system, value, per=per) for system in systems))
        for some, per in ((shares, True), (wholes, False))
        for what, value in some.items()
    ]
    parts = [written(Table(("%", *systems), tuple(lines))), preference(readers)]
    return "\n\n".join([*parts, *([agreement(*readers[:2])] if len(readers) > 1 else [])])


def _of(fault: str) -> Callable[[Graded], float]:
    return lambda graded: sum(fault in faults for faults in graded.sentences)


def _has(fault: str) -> Callable[[Graded], float]:
    return lambda graded: fault in graded.whole


def _rate(
    readers: Sequence[Reader], system: str, value: Callable[[Graded], float], *, per: bool
) -> str:
    """Write a rate in percent, the mean of the readers, with its interval over clusters.

    With `per`, it is a share of the sentences, otherwise of the summaries.
    """
    graded = [[reader[name][system] for reader in readers] for name in readers[0]]
    n = fmean(len(each[0].sentences) for each in graded) if per else 1
    values = [100 * fmean(map(value, each)) / max(n, 1) for each in graded]
    low, high = interval(values)
    return f"{fmean(values):.1f} ({low:.0f} to {high:.0f})"


def preference(readers: Sequence[Reader]) -> str:
    """Count the clusters in which ours is ranked before the baseline, equal, and after it."""
    counts = [0, 0, 0]
    for name in readers[0]:
        ahead = sum(reader[name][BASELINE].rank - reader[name][OURS].rank for reader in readers)
        counts[(ahead <= 0) + (ahead < 0)] += 1
    return f"{OURS} preferred to {BASELINE}, equal, not: {counts[0]}, {counts[1]}, {counts[2]}"


def agreement(first: Reader, second: Reader) -> str:
    """Say how often two readers agree on each fault, with Cohen's kappa (1960)."""
    pairs = [
        (a, b)
        for name, by_system in first.items()
        for system, graded in by_system.items()
        for a, b in zip(graded.sentences, second[name][system].sentences, strict=True)
    ]
    lines = []
    for what in ("any", *FAULTS):
        both = [
            (bool(a) if what == "any" else what in a, bool(b) if what == "any" else what in b)
            for a, b in pairs
        ]
        same = fmean(a == b for a, b in both)
        p, q = (fmean(side) for side in zip(*both, strict=True))
        by_chance = p * q + (1 - p) * (1 - q)
        kappa = (same - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0
        lines.append((what, f"{same:.2f}", f"{kappa:.2f}"))
    return written(Table(("two readers, sentences", "agreement", "kappa"), tuple(lines)))
