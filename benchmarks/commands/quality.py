"""`python -m benchmarks quality`: score systems, baselines and peers on the same clusters.

It decides what is run and in which order, and what a row holds. Every cluster is summarised and
scored by a process that may fail or be ended (`workers`); rows are written as they come
(`results`) and summed up at the end (`tables`). Texts are never stored, because most of the sets
may not be passed on.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import sys
from contextlib import closing
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import summarize
from benchmarks.data.sets import DataSet, load
from benchmarks.errors import BenchmarkError
from benchmarks.report import tables
from benchmarks.report.results import Results
from benchmarks.scores.rouge import signature
from benchmarks.speed.pool import Lost, in_order
from benchmarks.systems import ON_REQUEST, SYSTEMS
from benchmarks.systems.tasks import carry_out, empty_row, plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.progress import Progress

    from benchmarks.systems.tasks import Task

# Packages that the numbers may depend on, as PyPI calls them.
_PACKAGES = (
    *("summarize", "numpy", "scipy", "scikit-learn", "nltk"),
    *("sumy", "lexrank", "summa"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--data", nargs="+", required=True, type=Path, metavar="PATH", help="JSONL, a set a file")
    add("--systems", metavar="A,B", help="names, in the order of the rows (default: all)")
    add("--use-query", action="store_true", help="add summarize:focus, which gets the query")
    add("--words", type=_count, metavar="N", help="length (default: by the name of the set)")
    add("--limit", type=_count, metavar="N", help="only the first N clusters of each set")
    add("--seed", type=int, default=1, metavar="N", help="of the system random (default: 1)")
    add("--jobs", type=_count, default=1, metavar="N", help="processes (default: 1)")
    add("--out", type=Path, metavar="DIR", help="write quality.jsonl and seconds.jsonl there")
    add("--resume", action="store_true", help="go on with a broken run in --out")
    add("--metric", choices=("recall", "f"), help="(default: recall with several references)")
    add("--baseline", metavar="NAME", help="compare with it (default: lead-first, or the first)")
    add("--timeout", type=_seconds, default=60.0, metavar="SECONDS", help="a cluster (default: 60)")


def run(options: argparse.Namespace) -> int:
    """Run the command; 1 if not one cluster could be summarised, else 0.

    Raises
    ------
    BenchmarkError
        A system is unknown; data cannot be read; there are results that do not fit.
    """
    names = choose(options.systems, use_query=options.use_query)
    if options.baseline is not None and options.baseline not in names:
        raise BenchmarkError(f"--baseline {options.baseline} is not among the systems of this run")
    if options.resume and options.out is None:
        raise BenchmarkError("--resume needs --out, the folder of the broken run")
    sets = load(options.data, words=options.words, limit=options.limit, metric=options.metric)
    tasks = plan(sets, names, seed=options.seed)
    header = describe(sets, names, seed=options.seed, timeout=options.timeout)
    keys = [(task.set, task.item.id, task.system) for task in tasks]
    with Results(options.out, header, keys, resume=options.resume) as results:
        complete(results, tasks, jobs=options.jobs, timeout=options.timeout)
    default = "lead-first" if "lead-first" in names else names[0]
    tables.show_all(results.rows, results.seconds, sets, baseline=options.baseline or default)
    return 0 if any(row["status"] == "ok" for row in results.rows) else 1


def complete(results: Results, tasks: Sequence[Task], *, jobs: int, timeout: float) -> None:
    """Carry out the tasks that have no row yet, and write each row as soon as it is its turn."""
    todo = tasks[len(results.rows) :]
    outcomes = in_order(carry_out, todo, jobs=jobs, seconds=timeout)
    with closing(outcomes), _progress() as progress:
        bar = progress.add_task("", total=len(tasks), completed=len(results.rows))
        for task, outcome in zip(todo, outcomes, strict=True):
            if isinstance(outcome, Lost):
                results.add(empty_row(task, outcome.status, outcome.error), None)
            else:
                results.add(*outcome)
            progress.update(bar, advance=1, description=f"{task.set} {task.system}")


def choose(listed: str | None, *, use_query: bool = False) -> list[str]:
    """Give the names of the systems to run, each once.

    Raises
    ------
    BenchmarkError
        One of those listed is unknown, or none is listed.
    """
    names = [name for name in SYSTEMS if name not in ON_REQUEST]
    if listed is not None:
        names = [name.strip() for name in listed.split(",") if name.strip()]
    for name in names:
        if name not in SYSTEMS:
            raise BenchmarkError(f"unknown system {name!r}; known are {', '.join(SYSTEMS)}")
    if not names:
        raise BenchmarkError(f"--systems names none; known are {', '.join(SYSTEMS)}")
    return list(dict.fromkeys([*names, *(["summarize:focus"] if use_query else [])]))


def describe(
    sets: Sequence[DataSet], names: Sequence[str], *, seed: int, timeout: float
) -> dict[str, Any]:
    """Make the header of a run: all that decides its rows."""
    signatures = [signature(words=data.words, tokenizer=data.tokenizer) for data in sets]
    versions = {}
    for package in _PACKAGES:
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return {
        "kind": "quality",
        "schema": 1,
        "signature": " ".join(dict.fromkeys(signatures)),
        "sets": [
            {
                "name": data.name,
                "sha256": data.sha256,
                "n_clusters": len(data.items),
                "words": data.words,
                "metric": data.metric,
                "signature": signed,
            }
            for data, signed in zip(sets, signatures, strict=True)
        ],
        "systems": list(names),
        "seed": seed,
        "timeout": timeout,
        "code": _checksum(),
        "versions": {**versions, "python": ".".join(platform.python_version_tuple()[:2])},
    }


def _checksum() -> str:
    """Hash the package as it is, because its version says nothing of work in progress."""
    home = Path(summarize.__file__).parent
    digest = hashlib.sha256()
    for path in sorted([*home.rglob("*.py"), *home.rglob("*.json")]):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        MofNCompleteColumn(),
        BarColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    )


def _count(text: str) -> int:
    """Read a whole number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


def _seconds(text: str) -> float:
    """Read a time above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return value
