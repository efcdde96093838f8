"""How time and memory of grouping grow with the articles; each size in a separate process."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.data.mixes import repeated
from benchmarks.data.sets import read
from benchmarks.speed.growth import PATIENCE, exponent
from benchmarks.speed.limits import measured_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmarks import Row

SIZES = (1000, 3000, 10_000, 30_000, 100_000)
SECONDS, MEMORY = 1800.0, 12_288  # CPU seconds and MB that one size may take


def rows(paths: Sequence[Path], sizes: Sequence[int]) -> Iterator[Row]:
    """Measure each size, until one that is not finished."""
    for n in sizes:
        work = partial(prepare, paths, n)
        row = measured_by(work, PATIENCE + 5 * SECONDS, seconds=SECONDS, memory=MEMORY)
        yield {"n_articles": n} | row
        if row["status"] != "ok":
            return


def prepare(paths: Sequence[Path], n: int) -> Callable[[], object]:
    """Read the sets, and write their clusters again until there are n articles."""
    from summarize import group

    articles = repeated([item for path in paths for item in read(path)], n)
    group(articles[:10])  # late imports
    return partial(group, articles)


def growth(measured: Sequence[Row]) -> float:
    """Return the exponent of CPU time over the number of articles."""
    return exponent([(row["n_articles"], row["cpu"]) for row in measured if row["status"] == "ok"])
