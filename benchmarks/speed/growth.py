"""How time and memory grow with the cluster: systems by sizes, each in a separate process.

One whole call is measured: our own pipeline with its citations, origins and differences. Quality
is not measured.
"""

from __future__ import annotations

import math
from functools import partial
from importlib.util import find_spec
from statistics import linear_regression
from typing import TYPE_CHECKING

from benchmarks.data.generate import read
from benchmarks.data.sets import Item
from benchmarks.speed.limits import measured_by
from benchmarks.systems import PACKAGES, SYSTEMS, not_installed
from benchmarks.systems.baselines import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from benchmarks import Row


SIZES = (10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000)  # articles
FIT_FROM = 10  # below, what a call costs at any size hides how the work grows
WARM_UP = 3  # articles
WORDS = 120
PATIENCE = 300  # seconds on the clock, for reading and imports


def rows(
    samples: Sequence[Row], systems: Sequence[str], *, seconds: Mapping[str, float], memory: int
) -> Iterator[Row]:
    """Measure each system at each size, until one that it does not finish.

    Parameters
    ----------
    samples
        As `generate.write_samples` describes them, the smallest first.
    systems
        Their names.
    seconds, memory
        CPU seconds that each system may take at one size, and MB.
    """
    stopped: dict[str, Row] = {}
    for sample in samples:
        for system in systems:
            row: Row = {"kind": "size", "system": system, **sample}
            work = partial(prepare, system, row.pop("path"), row["n_articles"])
            cpu = seconds[system]
            missing = dict.fromkeys(("cpu", "wall", "peak_mb"))
            if last := stopped.get(system):
                error = f"not tried after {last['n_articles']} articles"
                row |= {"status": last["status"], "error": error, **missing}
            elif not find_spec(PACKAGES.get(system, "summarize")):
                row |= {"status": "missing", "error": not_installed(system), **missing}
            else:
                row |= measured_by(work, PATIENCE + 5 * cpu, seconds=cpu, memory=memory)
            if not is_done(row):
                stopped.setdefault(system, row)
            yield row


def prepare(system: str, path: str, n: int) -> Callable[[], object]:
    """Prepare one system to summarise the first n articles of a file.

    Imports and reading are not measured, nor, for all systems but ours, is the cutting of articles
    into sentences, which is our code.
    """
    items = [Item(str(size), tuple(read(path, size)), ()) for size in (WARM_UP, n)]
    if not system.startswith("summarize"):
        sentences(items[1])  # which keeps them
    summarise = partial(SYSTEMS[system], words=WORDS, seed=0)
    summarise(items[0])  # late imports
    return partial(summarise, items[1])


def fits(rows: Sequence[Row]) -> list[Row]:
    """Fit ``cpu = a · n_articles^exponent`` to each system that finished at least two sizes."""
    points: dict[str, list[tuple[int, float]]] = {}
    for row in rows:
        if is_done(row) and row["n_articles"] >= FIT_FROM:
            points.setdefault(row["system"], []).append((row["n_articles"], row["cpu"]))
    return [
        {"kind": "fit", "system": system, "exponent": exponent(found)}
        | {"from": found[0][0], "to": found[-1][0]}
        for system, found in points.items()
        if len(found) > 1
    ]


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the least-squares line through the logarithms.

    >>> round(exponent([(10, 0.5), (100, 50), (1000, 5000)]), 6)
    2.0
    """
    xs, ys = zip(*points, strict=True)
    return linear_regression([math.log(x) for x in xs], [math.log(y) for y in ys]).slope


def is_done(row: Row) -> bool:
    """Return whether a row is of a size that its system finished."""
    return (row["kind"], row.get("status")) == ("size", "ok")
