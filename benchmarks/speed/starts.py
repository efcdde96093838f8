"""Cold starts: whole processes, from start to end, imports included.

The start-up cost of a command is compared with the cost of its libraries alone: the same imports
and nothing else. Quality is not measured.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.data.sets import SEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks import Row


ROUNDS = 5

# What a first call waits for: what is measured, the package that it needs, and the command.
PYTHON = sys.executable
_TEXTRANK = Path(PYTHON).with_name("textrank")
_OURS = (PYTHON, "-m", "summarize")
BARE = "import sklearn.feature_extraction.text, nltk, rich.console"
START_UPS = (
    (BARE, "summarize", (PYTHON, "-c", BARE)),
    ("summarize seeds/", "summarize", (*_OURS, str(SEEDS))),
    ("summarize --help", "summarize", (*_OURS, "--help")),
    ("summarize --version", "summarize", (*_OURS, "--version")),
    ("textrank FILE", "summa", (str(_TEXTRANK), "-t", "{text}")),
    *(
        (f"import {modules}", package, (PYTHON, "-c", f"import {modules}"))
        for package, modules in (
            ("summarize", "summarize"),
            ("sumy", "sumy.parsers.plaintext, sumy.nlp.tokenizers, sumy.summarizers.lex_rank"),
            ("lexrank", "lexrank"),
        )
    ),
)


def rows(seconds: float) -> Iterator[Row]:
    """Measure everything that is installed, in turns, with a limit of seconds for each process.

    Yields
    ------
    dict
        ``kind: start``; `what`, `status`, `error`, the median `cpu` and `wall` seconds, and the
        `ratio` of its CPU seconds to those of `BARE`: the median over rounds in which both ran.
    """
    with TemporaryDirectory() as folder:
        text = Path(folder, "seeds.txt")
        text.write_bytes(b"\n".join(path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))))
        commands = {
            what: [part.format(text=text) for part in command]
            for what, package, command in START_UPS
            if find_spec(package) and Path(command[0]).exists()
        }
        runs: dict[str, list[Row]] = {what: [] for what, *_ in START_UPS}
        for _ in range(ROUNDS):
            for what, command in commands.items():
                runs[what].append(run(command, seconds))
    for what, *_ in START_UPS:
        yield {"kind": "start", "what": what} | _summed_up(runs[what], runs[BARE])


def run(command: Sequence[str], seconds: float) -> Row:
    """Run a command; return its `status`, `error`, and `cpu` and `wall` seconds."""
    start, before = perf_counter(), getrusage(RUSAGE_CHILDREN)
    status, error = "ok", None
    try:
        done = subprocess.run(  # noqa: S603 - our own commands
            command, capture_output=True, timeout=seconds, check=False, text=True, errors="replace"
        )
    except subprocess.TimeoutExpired:
        status, error = "timeout", "not done in time"
    else:
        if done.returncode:
            last = [line.strip() for line in done.stderr.split("\n") if line.strip()][-1:]
            said = last[0] if last else "nothing on stderr"
            status, error = "failed", f"exit code {done.returncode}: {said}"
    after = getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"status": status, "error": error, "cpu": cpu, "wall": perf_counter() - start}


def _summed_up(runs: Sequence[Row], bare: Sequence[Row]) -> Row:
    if not runs:
        return {"status": "missing"} | dict.fromkeys(("error", "cpu", "wall", "ratio"))
    worst = next((one for one in runs if one["status"] != "ok"), runs[-1])
    ratios = [one["cpu"] / other["cpu"] for one, other in zip(runs, bare, strict=True)]
    return {
        "status": worst["status"],
        "error": worst["error"],
        "cpu": median(one["cpu"] for one in runs),
        "wall": median(one["wall"] for one in runs),
        "ratio": median(ratios),
    }
