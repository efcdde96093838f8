"""`python -m benchmarks quality`: score systems, baselines and peers on the same clusters.

It decides what is run and in which order, and what a row contains. Every cluster is summarised and
scored by a process that may fail or be ended (`processes`); rows are written as they are finished
(`results`) and aggregated at the end (`tables`). Texts are never stored, because most of the sets
may not be redistributed.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from contextlib import closing, suppress
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import summarize
from benchmarks.commands.arguments import count, names, seconds
from benchmarks.data.sets import DataSet, load
from benchmarks.errors import BenchmarkError
from benchmarks.report import page, tables
from benchmarks.report.results import Results, grouped
from benchmarks.scores.rouge import TOKENIZERS, signature
from benchmarks.speed.processes import Lost, in_order
from benchmarks.systems import ON_REQUEST, SYSTEMS
from benchmarks.systems.tasks import carry_out, empty_row, plan

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from benchmarks import Row
    from benchmarks.systems.tasks import Task

# Packages that the numbers may depend on, as PyPI calls them.
PACKAGES = ("summarize", "numpy", "scipy", "scikit-learn", "nltk", "sumy", "lexrank", "summa")
BY_DEFAULT = [name for name in SYSTEMS if name not in ON_REQUEST]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--data", nargs="+", required=True, type=Path, metavar="PATH", help="JSONL, a set a file")
    listed = names(SYSTEMS)
    add("--systems", type=listed, default=BY_DEFAULT, metavar="A,B", help="names (default: all)")
    add("--use-query", action="store_true", help="add summarize:focus, which gets the query")
    add("--words", type=count, metavar="N", help="length (default: by the name of the set)")
    add("--limit", type=count, metavar="N", help="only the first N clusters of each set")
    add("--seed", type=int, default=1, metavar="N", help="of the system random (default: 1)")
    add("--jobs", type=count, default=1, metavar="N", help="processes (default: 1)")
    add("--out", type=Path, metavar="DIR", help="write quality.jsonl and seconds.jsonl there")
    add("--resume", action="store_true", help="resume an interrupted run in --out")
    add("--metric", choices=("recall", "f"), help="(default: recall with several references)")
    add("--tokenizer", choices=tuple(TOKENIZERS), help="(default: unicode if not in Latin letters)")
    add("--baseline", metavar="NAME", help="compare with it (default: lead-first, or the first)")
    add("--timeout", type=seconds, default=60.0, metavar="SECONDS", help="a cluster (default: 60)")


def run(options: argparse.Namespace) -> int:
    """Run the command; return 1 if not a single cluster could be summarised, otherwise 0.

    Raises
    ------
    BenchmarkError
        Options contradict one another; data cannot be read; stored results do not fit this run.
    """
    focus = ["summarize:focus"] if options.use_query else []
    systems = list(dict.fromkeys([*options.systems, *focus]))
    if options.baseline is not None and options.baseline not in systems:
        raise BenchmarkError(f"--baseline {options.baseline} is not among the systems of this run")
    if options.resume and options.out is None:
        raise BenchmarkError("--resume needs --out, the folder of the interrupted run")
    sets = load(
        options.data,
        words=options.words,
        limit=options.limit,
        metric=options.metric,
        tokenizer=options.tokenizer,
    )
    tasks = plan(sets, systems, seed=options.seed)
    header = describe(sets, systems, seed=options.seed, timeout=options.timeout)
    keys = [(task.data.name, task.item.id, task.system) for task in tasks]
    results = Results(options.out, header, keys, resume=options.resume)
    complete(results, tasks, jobs=options.jobs, timeout=options.timeout)
    default = "lead-first" if "lead-first" in systems else systems[0]
    show(results, sets, options.baseline or default)
    return 0 if any(row["status"] == "ok" for row in results.rows) else 1


def complete(results: Results, tasks: Sequence[Task], *, jobs: int, timeout: float) -> None:
    """Carry out the tasks that have no row yet, and write each row as soon as its turn comes."""
    from rich.console import Console
    from rich.progress import track

    todo = tasks[len(results.rows) :]
    outcomes = in_order(carry_out, todo, jobs=jobs, seconds=timeout)
    with closing(outcomes):
        for task, outcome in track(
            zip(todo, outcomes, strict=True),
            description="",
            total=len(todo),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        ):
            if isinstance(outcome, Lost):
                results.add(empty_row(task, outcome.status, outcome.error), None)
            else:
                results.add(*outcome)


def describe(sets: Sequence[DataSet], systems: Sequence[str], *, seed: int, timeout: float) -> Row:
    """Make the header of a run: everything that decides its rows."""
    described = [
        {
            "name": data.name,
            "sha256": data.sha256,
            "n_clusters": len(data.items),
            "words": data.words,
            "metric": data.metric,
            "signature": signature(words=data.words, tokenizer=data.tokenizer),
        }
        for data in sets
    ]
    return {
        "kind": "quality",
        "schema": 1,
        "signature": " ".join(dict.fromkeys(str(data["signature"]) for data in described)),
        "sets": described,
        "systems": list(systems),
        "seed": seed,
        "timeout": timeout,
        "code": _checksum(),
        "versions": versions() | {"python": ".".join(platform.python_version_tuple()[:2])},
    }


def versions() -> dict[str, str]:
    """Return the version of each of `PACKAGES` that is installed."""
    found = {}
    for name in PACKAGES:
        with suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found


def show(results: Results, sets: Sequence[DataSet], baseline: str) -> None:
    """Print a table for each set, what went wrong, and the signature of the numbers."""
    of_set = grouped(results.rows, lambda row: row["set"])
    for data in sets:
        found = tables.lines(
            of_set.get(data.name, []), results.seconds, metric=data.metric, baseline=baseline
        )
        named = "recall" if data.metric == "recall" else "F1"
        print(f"{data.name}: {len(data.items)} clusters, {data.words} words, ROUGE {named} × 100")
        page.show(tables.quality_table([line | {"error": "none"} for line in found]))
        for line in (line for line in found if line["error"]):
            print(f"{line['system']}: {line['n_good']}/{line['n_rows']} done; {line['error']}")
        print(f"difference and p are against {baseline}; ", end="")
        print(signature(words=data.words, tokenizer=data.tokenizer), end="\n\n")


def _checksum() -> str:
    """Hash the source of the package, because its version does not change with every edit."""
    home = Path(summarize.__file__).parent
    digest = hashlib.sha256()
    for path in sorted([*home.rglob("*.py"), *home.rglob("*.json")]):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
