"""What readers found in summaries: rates of faults, with intervals, and how far readers agree.

A reader's file has a line a cluster: ``{"set", "cluster", "faults": {"A": [["told"], []]}, "whole":
{"A": ["missing"]}, "rank": {"A": 1, "B": 2, "C": 2}}``: the faults of each sentence, those of the
summary as a whole, and which summary the reader would rather print.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError
from benchmarks.report.page import Table
from benchmarks.report.page import table as written
from benchmarks.scores.statistics import interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

# What an editor would strike a sentence out for.
FAULTS = {
    "told": "told twice: the summary has said it before, in these or other words",
    "opening": "first sentence only: it does not tell the main news of the event",
    "dangling": "a name, “the agency”, “the attack” or a connective without what it refers to",
    "junk": "no report: a caption, a promotion, another page, a quotation without content",
    "trifle": "a detail that does not matter, or nothing but the name of the event",
    "outdated": "a later article contradicts it, or what it expects has happened",
}
# What is wrong with a summary as a whole.
WHOLE = {
    "missing": "an essential fact is missing, though there was room",
    "order": "the order is incoherent",
}
OURS, BASELINE = "ours", "lead"


@dataclass(frozen=True, slots=True)
class Graded:
    """One summary as one reader graded it: faults of each sentence, of the whole, and its rank."""

    sentences: tuple[frozenset[str], ...]
    whole: frozenset[str]
    rank: int


Reader = dict[tuple[str, str], dict[str, Graded]]  # set and cluster -> system -> grades


def read(key: Path, files: Sequence[Path]) -> list[Reader]:
    """Read the grades of some readers, one file each, with systems in place of letters.

    Raises
    ------
    BenchmarkError
        A file cannot be read or does not fit the key, or readers graded different clusters.
    """
    try:
        rows = json.loads(key.read_text("utf-8"))
        sheet = {(row["set"], row["cluster"]): row for row in rows}
        readers = [dict(_rows(path.read_text("utf-8"), sheet)) for path in files]
    except OSError as error:
        raise BenchmarkError(f"{error.filename}: {error.strerror}; name another path") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BenchmarkError(f"the grades do not fit {key}: {error!r}") from None
    if any(reader.keys() != readers[0].keys() for reader in readers) or not readers[0]:
        raise BenchmarkError("the readers did not grade the same clusters")
    return readers


def _rows(
    text: str, sheet: Mapping[tuple[str, str], Any]
) -> Iterator[tuple[tuple[str, str], dict[str, Graded]]]:
    """Yield the grades of one reader, cluster by cluster; ValueError if some are missing."""
    for line in filter(str.strip, text.splitlines()):
        row = json.loads(line)
        name = row["set"], row["cluster"]
        graded = {}
        for letter, system in sheet[name]["system_of"].items():
            faults = row["faults"][letter]
            whole = frozenset(row["whole"].get(letter, ()))
            unknown = {fault for each in faults for fault in each}.difference(FAULTS)
            if len(faults) != sheet[name]["n_sentences"][letter] or unknown or whole - set(WHOLE):
                raise ValueError(f"{name}, {letter}: {unknown or len(faults)}")
            graded[system] = Graded(tuple(map(frozenset, faults)), whole, row["rank"][letter])
        yield name, graded


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
