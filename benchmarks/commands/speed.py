"""`python -m benchmarks speed`: time and memory, from ten articles to a hundred thousand.

It decides what is measured and in which order, and writes and prints the results. Each part is
measured by the module of its name, in other processes, see `children`. Quality is not looked at.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TextIO

from benchmarks.errors import BenchmarkError
from benchmarks.report import timings
from benchmarks.speed import growth, hostile, many, starts, steps
from benchmarks.speed.children import ask
from benchmarks.systems import ON_REQUEST, PACKAGES, SYSTEMS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from benchmarks.report.page import Table

Row = dict[str, Any]

FILE = "speed.jsonl"

PARTS = ("starts", "steps", "many", "hostile", "growth")  # the quick ones first
PATIENCE = 600  # seconds on the clock, for all that has no limit of its own

MEASURABLE = tuple(name for name in SYSTEMS if name not in {"oracle", *ON_REQUEST})
BY_DEFAULT = ("summarize", *PACKAGES)
VERSIONS_OF = ("summarize", "numpy", "scipy", "scikit-learn", "nltk", "sumy", "lexrank", "summa")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `speed`."""
    add = parser.add_argument
    add("--data", metavar="PATH", help="JSONL file whose articles are used")
    add("--parts", metavar="A,B", help=f"default: {','.join(PARTS)}")
    add("--systems", metavar="A,B", help=f"default: {','.join(BY_DEFAULT)}")
    add("--sizes", metavar="N,N", help=f"default: {','.join(map(str, growth.SIZES))}")
    add("--timeout", type=float, default=40.0, metavar="SECONDS", help="CPU, a size of a peer")
    add("--own-timeout", type=float, default=900.0, metavar="SECONDS", help="CPU, a size of ours")
    add("--memory", type=int, default=12288, metavar="MB", help="a process")
    add("--seed", type=int, default=0, help="of the generated articles")
    add("--out", type=Path, metavar="DIR", help=f"for {FILE}")


def run(options: argparse.Namespace) -> int:
    """Measure everything; write each result as it comes, and tables in the end.

    Returns
    -------
    int
        0; 1 if sizes were asked for and not one system finished any; 130 if interrupted, with
        what there is kept.

    Raises
    ------
    BenchmarkError
        An option or the data cannot be used.
    """
    parts = _names(options.parts, PARTS, PARTS, "--parts")
    sizes, systems = _sizes(options.sizes), _systems(options.systems)
    if not (min(options.timeout, options.own_timeout) > 0 and options.memory > 0):
        raise BenchmarkError("--timeout, --own-timeout and --memory must be above 0")
    if options.out and (options.out / FILE).exists():
        raise BenchmarkError(f"{options.out / FILE}: is there already; give another --out")
    rows: list[Row] = []
    code = 0
    with TemporaryDirectory() as folder:
        wanted = _own_samples(sizes).values() if "steps" in parts else []
        wanted = {*wanted, *(sizes if "growth" in parts else [])}
        samples = _samples(folder, wanted, options.seed, options.data)
        with _open(options.out) as results:
            try:
                for row in measure(options, parts, sizes, systems, samples):
                    rows.append(row)
                    _write(results, row)
            except KeyboardInterrupt:
                code = 130
                print("benchmarks: interrupted; what was measured is kept", file=sys.stderr)
            for row in growth.fits(rows):
                rows.append(row)
                _write(results, row)
    show(rows)
    return code or (0 if "growth" not in parts or any(map(growth.is_done, rows)) else 1)


def measure(
    options: argparse.Namespace,
    parts: Sequence[str],
    sizes: Sequence[int],
    systems: Sequence[str],
    samples: dict[int, Row],
) -> Iterator[Row]:
    """Measure the parts that are asked for."""
    machine = {"cores": os.cpu_count(), "python": platform.python_version()}
    yield {"kind": "speed", "schema": 1, "machine": machine, "versions": versions()}
    if "starts" in parts:
        yield from starts.rows(PATIENCE)
    if "steps" in parts:
        for n, n_articles in _own_samples(sizes).items():
            yield from steps.rows(samples[n_articles], n, PATIENCE)
    if "many" in parts:
        yield from many.rows(PATIENCE, options.seed)
    if "hostile" in parts:
        yield from hostile.rows(PATIENCE, options.memory, options.seed)
    if "growth" in parts:
        seconds = {
            name: options.timeout if name in PACKAGES else options.own_timeout for name in systems
        }
        limits: Row = {"seconds": seconds, "memory": options.memory}
        yield from growth.rows([samples[n] for n in sizes], systems, **limits)


def versions() -> dict[str, str]:
    """Look up the version of each package that takes part, where it is installed."""
    found = {}
    for name in VERSIONS_OF:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def show(rows: Sequence[Row]) -> None:
    """Print the results as tables."""
    for section in timings.sections(rows):
        if section.table:
            print(f"\n{section.title}: {section.text}\n")
            print_table(section.table)


def print_table(table: Table) -> None:
    """Print rows of cells under a heading: names left, the others right."""
    lines = [table.heads, *table.rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for name, *cells in lines:
        right = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        print(name.ljust(widths[0]), *right, sep="  ")


def _sizes(given: str | None) -> list[int]:
    parts = given.split(",") if given is not None else [str(n) for n in growth.SIZES]
    if not all(part.strip().isdecimal() and int(part) > 0 for part in parts):
        raise BenchmarkError(f"--sizes is {given!r}; give whole numbers above 0, such as 5,10,100")
    return sorted({int(part) for part in parts})


def _own_samples(sizes: Sequence[int]) -> dict[int, int]:
    """Give the sizes for steps and floors, with the articles of all clusters of the size."""
    own = {n: n * times for n, times in steps.N_CLUSTERS.items() if n <= sizes[-1]}
    return own or {sizes[-1]: sizes[-1]}


def _systems(given: str | None) -> list[str]:
    return _names(given, BY_DEFAULT, MEASURABLE, "--systems")


def _names(
    given: str | None, by_default: Sequence[str], known: Sequence[str], option: str
) -> list[str]:
    """Read names between commas, each once."""
    names = by_default if given is None else [name.strip() for name in given.split(",")]
    for name in names:
        if name not in known:
            raise BenchmarkError(f"{option} names {name!r}; choose among {', '.join(known)}")
    return list(dict.fromkeys(names))


def _samples(folder: str, sizes: set[int], seed: int, data: str | None) -> dict[int, Row]:
    """Have the articles written; describe those of each size."""
    work = {"folder": folder, "sizes": sorted(sizes), "seed": seed, "data": data}
    answer, ended = ask("data.generate.prepare", PATIENCE, **work)
    if error := answer.get("error") or ended.error:
        raise BenchmarkError(error)
    return {sample["n_articles"]: sample for sample in answer["samples"]}


def _open(folder: Path | None) -> TextIO:
    """Open a new file of results; without a folder they are kept in mind only."""
    if folder is None:
        return StringIO()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / FILE).open("w", encoding="utf-8")
    except OSError as error:
        raise BenchmarkError(f"--out {folder}: {error.strerror}; give another") from None


def _write(results: TextIO, row: Row) -> None:
    rounded = {key: round(x, 6) if isinstance(x, float) else x for key, x in row.items()}
    results.write(json.dumps(rounded) + "\n")
    results.flush()
