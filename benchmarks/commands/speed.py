"""`python -m benchmarks speed`: time and memory, from ten articles to a hundred thousand.

It decides what is measured and in which order, and writes and prints the results. Each part is
measured by the module of its name, in other processes (see `processes`). Quality is not measured.
"""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.commands.arguments import count, counts, names, seconds
from benchmarks.commands.quality import versions
from benchmarks.data.generate import write_samples
from benchmarks.errors import BenchmarkError
from benchmarks.report import page, timings
from benchmarks.report.results import SPEED, append, rounded, writable
from benchmarks.speed import growth, hostile, many, starts, steps
from benchmarks.speed.processes import Lost, ask
from benchmarks.systems import ON_REQUEST, PACKAGES, SYSTEMS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Iterator

    from benchmarks import Row


PARTS = ("starts", "steps", "many", "hostile", "growth")  # the quick ones first
PATIENCE = 600  # seconds on the clock, for all that has no limit of its own

MEASURABLE = tuple(name for name in SYSTEMS if name not in {"oracle", *ON_REQUEST})
BY_DEFAULT = ("summarize", *PACKAGES)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--data", metavar="PATH", help="JSONL file whose articles are used")
    for option, known, default in (("parts", PARTS, PARTS), ("systems", MEASURABLE, BY_DEFAULT)):
        help_ = f"default: {','.join(default)}"
        add(f"--{option}", type=names(known), default=default, metavar="A,B", help=help_)
    sizes = growth.SIZES
    help_ = f"default: {','.join(map(str, sizes))}"
    add("--sizes", type=counts, default=sizes, metavar="N,N", help=help_)
    add("--timeout", type=seconds, default=40.0, metavar="SECONDS", help="CPU, a size of a peer")
    add("--own-timeout", type=seconds, default=900.0, metavar="SECONDS", help="CPU, a size of ours")
    add("--memory", type=count, default=12288, metavar="MB", help="a process")
    add("--seed", type=int, default=0, help="of the generated articles")
    add("--out", type=Path, metavar="DIR", help=f"for {SPEED}")


def run(options: argparse.Namespace) -> int:
    """Measure everything; write each result as it is finished, and tables at the end.

    Returns
    -------
    int
        0; 1 if sizes were requested and no system finished any; 130 if interrupted, in which case
        the results so far are kept.

    Raises
    ------
    BenchmarkError
        The data cannot be read, or the results cannot be written.
    """
    path = options.out and options.out / SPEED
    if path and path.exists():
        raise BenchmarkError(f"{path}: already exists; give another --out")
    rows: list[Row] = []

    def keep(row: Row) -> None:
        rows.append(row)
        if path:
            append(path, rounded(row))

    code = 0
    with TemporaryDirectory() as folder:
        samples = _samples(folder, options)
        if path:
            with writable(path.parent):
                path.touch()
        try:
            for row in measure(options, samples):
                keep(row)
        except KeyboardInterrupt:
            code = 130
            print("benchmarks: interrupted; what was measured is kept", file=sys.stderr)
        for row in growth.fits(rows):
            keep(row)
    for section in timings.sections(rows):
        if section.table:
            print(f"\n{section.title}: {section.text}\n")
            page.show(section.table)
    return code or (0 if "growth" not in options.parts or any(map(growth.is_done, rows)) else 1)


def measure(options: argparse.Namespace, samples: dict[int, Row]) -> Iterator[Row]:
    """Measure the parts that are requested."""
    machine = {"cores": os.cpu_count(), "python": platform.python_version()}
    yield {"kind": "speed", "schema": 1, "machine": machine, "versions": versions()}
    if "starts" in options.parts:
        yield from starts.rows(PATIENCE)
    if "steps" in options.parts:
        for n, n_articles in _own_samples(options.sizes).items():
            yield from steps.rows(samples[n_articles], n, PATIENCE)
    if "many" in options.parts:
        yield from many.rows(PATIENCE, options.seed)
    if "hostile" in options.parts:
        yield from hostile.rows(PATIENCE, options.memory, options.seed)
    if "growth" in options.parts:
        limits = {
            name: options.timeout if name in PACKAGES else options.own_timeout
            for name in options.systems
        }
        own = [samples[n] for n in options.sizes]
        yield from growth.rows(own, options.systems, seconds=limits, memory=options.memory)


def _own_samples(sizes: Collection[int]) -> dict[int, int]:
    """Return the sizes for steps and floors, with the articles of all clusters of the size."""
    largest = max(sizes)
    own = {n: n * times for n, times in steps.N_CLUSTERS.items() if n <= largest}
    return own or {largest: largest}


def _samples(folder: str, options: argparse.Namespace) -> dict[int, Row]:
    """Write the articles in another process; describe those of each size."""
    wanted = {*_own_samples(options.sizes).values()} if "steps" in options.parts else set()
    wanted |= set(options.sizes) if "growth" in options.parts else set()
    work = {"folder": folder, "sizes": sorted(wanted), "seed": options.seed, "data": options.data}
    samples = ask(write_samples, PATIENCE, **work)
    if isinstance(samples, Lost):
        raise BenchmarkError(samples.error)
    return {sample["n_articles"]: sample for sample in samples}
