"""`python -m benchmarks speed`: time and memory, from five articles to ten thousand.

It decides what is measured and in which order, and writes and prints the results. The work is
done in other processes, see `children`. Quality is not looked at.
"""

from __future__ import annotations

import json
import math
import os
import platform
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TextIO

from benchmarks.children import ask, start_ups
from benchmarks.errors import BenchmarkError
from benchmarks.systems import ON_REQUEST, PACKAGES, SYSTEMS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

Row = dict[str, Any]

FILE = "speed.jsonl"

SIZES = (5, 10, 30, 100, 300, 1000, 3000, 10000)  # articles
OWN_SIZES = (100, 2000)  # for the steps and the floors
TABLES = {
    "start": ("what", "cpu", "wall", "status"),
    "step": ("step", "n_articles", "cpu", "share"),
    "floor": ("what", "n_articles", "cpu", "ours", "ratio"),
}
FIT_FROM = 30  # below, what a call costs at any size hides how the work grows
PATIENCE = 300  # seconds on the clock, for all that has no limit of its own

MEASURABLE = tuple(name for name in SYSTEMS if name not in {"oracle", *ON_REQUEST})
BY_DEFAULT = tuple(name for name in MEASURABLE if "summarize" in name or name in PACKAGES)
VERSIONS_OF = ("summarize", "numpy", "scipy", "scikit-learn", "nltk", "sumy", "lexrank", "summa")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `speed`."""
    parser.add_argument("--data", metavar="PATH", help="JSONL file whose articles are used")
    parser.add_argument("--systems", metavar="A,B", help=f"default: {','.join(BY_DEFAULT)}")
    parser.add_argument("--sizes", metavar="N,N", help=f"default: {','.join(map(str, SIZES))}")
    parser.add_argument(
        "--timeout", type=float, default=60.0, metavar="SECONDS", help="CPU, a size"
    )
    parser.add_argument("--memory", type=int, default=8192, metavar="MB", help="a process")
    parser.add_argument("--seed", type=int, default=0, help="of the generated articles")
    parser.add_argument("--out", type=Path, metavar="DIR", help=f"for {FILE}")


def run(options: argparse.Namespace) -> int:
    """Measure everything; write each result as it comes, and tables in the end.

    Returns
    -------
    int
        0; 1 if not one system finished any size; 130 if interrupted, with what there is kept.

    Raises
    ------
    BenchmarkError
        An option or the data cannot be used.
    """
    sizes, systems = _sizes(options.sizes), _systems(options.systems)
    if not (options.timeout > 0 and options.memory > 0):
        raise BenchmarkError("--timeout and --memory must be above 0")
    if options.out and (options.out / FILE).exists():
        raise BenchmarkError(f"{options.out / FILE}: is there already; give another --out")
    rows: list[Row] = []
    code = 0
    with TemporaryDirectory() as folder:
        samples = _samples(folder, {*sizes, *_own_sizes(sizes)}, options.seed, options.data)
        with _open(options.out) as results:
            try:
                for row in measure(options, sizes, systems, samples):
                    rows.append(row)
                    _write(results, row)
            except KeyboardInterrupt:
                code = 130
                print("benchmarks: interrupted; what was measured is kept", file=sys.stderr)
            for row in fits(rows):
                rows.append(row)
                _write(results, row)
    show(rows)
    return code or (0 if any(_is_done(row) for row in rows) else 1)


def measure(
    options: argparse.Namespace,
    sizes: Sequence[int],
    systems: Sequence[str],
    samples: dict[int, Row],
) -> Iterator[Row]:
    """Measure all that there is to measure, the quick things first."""
    machine = {"cores": os.cpu_count(), "python": platform.python_version()}
    yield {"kind": "speed", "schema": 1, "machine": machine, "versions": versions()}
    yield from start_ups(PATIENCE)
    for n in _own_sizes(sizes):
        yield from steps_and_floors(samples[n])
    stopped: dict[str, Row] = {}
    for n in sizes:
        for system in systems:
            row = one_size(system, samples[n], stopped.get(system), options)
            if not _is_done(row):
                stopped.setdefault(system, row)
            yield row


def steps_and_floors(sample: Row) -> Iterator[Row]:
    """Split our own time by step, and set it beside the floors."""
    n = sample["n_articles"]
    rounds = min(9, max(3, 900 // n))
    work = {"path": sample["path"], "n": n, "rounds": rounds}
    seconds: dict[str, float] = ask("steps", PATIENCE, **work)[0].get("seconds", {})
    for step, cpu in seconds.items():
        share = cpu / sum(seconds.values())
        yield {"kind": "step", "step": step, "n_articles": n, "cpu": cpu, "share": share}
    for floor in ask("floors", PATIENCE, **work)[0].get("floors", []):
        yield {"kind": "floor", "n_articles": n, **floor}


def one_size(system: str, sample: Row, stopped: Row | None, options: argparse.Namespace) -> Row:
    """Measure one system at one size, unless it stopped at a smaller one."""
    row: Row = {"kind": "size", "system": system, **sample}
    path = row.pop("path")
    row |= {"status": "missing", "error": None, "cpu": None, "wall": None, "peak_mb": None}
    package = PACKAGES.get(system, "summarize")
    if stopped:
        n = stopped["n_articles"]
        return row | {"status": stopped["status"], "error": f"not tried after {n} articles"}
    if not find_spec(package):
        return row | {"error": f"{package} is not installed: pip install 'summarize[peers]'"}
    work = {"system": system, "path": path, "n": row["n_articles"]}
    limits = {"seconds": options.timeout, "memory": options.memory}
    answer, ended = ask("measure", PATIENCE + 5 * options.timeout, **work, **limits)
    return row | {"status": ended.status, "error": ended.error, "peak_mb": ended.peak_mb} | answer


def fits(rows: Sequence[Row]) -> list[Row]:
    """Fit ``cpu = a · n_articles^exponent`` to each system that finished two sizes or more."""
    points: dict[str, list[tuple[int, float]]] = {}
    for row in rows:
        if _is_done(row) and row["n_articles"] >= FIT_FROM:
            points.setdefault(row["system"], []).append((row["n_articles"], row["cpu"]))
    return [
        {"kind": "fit", "system": system, "exponent": exponent(found)}
        | {"from": found[0][0], "to": found[-1][0]}
        for system, found in points.items()
        if len(found) > 1
    ]


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """Give the slope of the least-squares line through the logarithms.

    >>> round(exponent([(10, 0.5), (100, 50), (1000, 5000)]), 6)
    2.0
    """
    xs, ys = zip(*points, strict=True)
    return linear_regression([math.log(x) for x in xs], [math.log(y) for y in ys]).slope


def versions() -> dict[str, str]:
    """Look up the version of each package that takes part, where it is installed."""
    found = {}
    for name in VERSIONS_OF:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def show(rows: Sequence[Row]) -> None:
    """Print the results as tables."""
    growth = {row["system"]: row["exponent"] for row in rows if row["kind"] == "fit"}
    by_system: dict[str, dict[int, Row]] = {}
    for row in rows:
        if row["kind"] == "size":
            by_system.setdefault(row["system"], {})[row["n_articles"]] = row
    sizes = list(dict.fromkeys(n for found in by_system.values() for n in found))
    table: list[Sequence[object]] = [("CPU seconds", *sizes, "growth", "peak MB")]
    for system, found in by_system.items():
        cells = [_cell(found[n]) if n in found else None for n in sizes]
        peak = max(row["peak_mb"] or 0.0 for row in found.values())
        table.append((system, *cells, growth.get(system), round(peak)))
    print_table(table)
    for kind, columns in TABLES.items():
        cells_of = [[row.get(name) for name in columns] for row in rows if row["kind"] == kind]
        print_table([columns, *cells_of])


def print_table(table: Sequence[Sequence[object]]) -> None:
    """Print rows of cells under a heading, if there are any: names left, the others right."""
    if len(table) < 2:
        return
    texts = [
        ["-" if x is None else f"{x:.3g}" if isinstance(x, float) else str(x) for x in row]
        for row in table
    ]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    print()
    for name, *cells in texts:
        right = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        print(name.ljust(widths[0]), *right, sep="  ")


def _cell(row: Row) -> object:
    return row["cpu"] if _is_done(row) else row["status"]


def _is_done(row: Row) -> bool:
    return (row["kind"], row.get("status")) == ("size", "ok")


def _sizes(given: str | None) -> list[int]:
    parts = given.split(",") if given is not None else [str(n) for n in SIZES]
    if not all(part.strip().isdecimal() and int(part) > 0 for part in parts):
        raise BenchmarkError(f"--sizes is {given!r}; give whole numbers above 0, such as 5,10,100")
    return sorted({int(part) for part in parts})


def _own_sizes(sizes: Sequence[int]) -> list[int]:
    return [n for n in OWN_SIZES if n <= sizes[-1]] or [sizes[-1]]


def _systems(given: str | None) -> list[str]:
    names = BY_DEFAULT if given is None else [name.strip() for name in given.split(",")]
    for name in names:
        if name not in MEASURABLE:
            choice = ", ".join(MEASURABLE)
            raise BenchmarkError(f"--systems names {name!r}; choose among {choice}")
    return list(dict.fromkeys(names))


def _samples(folder: str, sizes: set[int], seed: int, data: str | None) -> dict[int, Row]:
    """Have the articles written; describe those of each size."""
    work = {"folder": folder, "sizes": sorted(sizes), "seed": seed, "data": data}
    answer, ended = ask("prepare", PATIENCE, **work)
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
