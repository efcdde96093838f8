"""Measurements in processes of their own: both ends of them.

`run` and `ask` start a process, wait for it and say how it ended; what stands below `main` runs in
the process that `ask` started. What is measured, and in which order, is decided in `speed`.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Event, Thread, Timer
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError
from benchmarks.generate import SEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

MAXRSS_IN_MB = 1 / 2**20 if sys.platform == "darwin" else 1 / 2**10  # the kernels' units differ
WARM_UP = 3  # articles
WORDS = 120
# One thread a process, and sets in the same order in every run, so that times can be compared.
STEADY = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1") | {
    "PYTHONHASHSEED": "0"
}
PYTHON = sys.executable

# What a first call waits for: what is measured, the package that it needs, and the command.
_TEXTRANK = Path(PYTHON).with_name("textrank")
START_UPS = (
    ("summarize seeds/", "summarize", (PYTHON, "-m", "summarize", str(SEEDS))),
    ("summarize --help", "summarize", (PYTHON, "-m", "summarize", "--help")),
    ("textrank FILE", "summa", (str(_TEXTRANK), "-t", "{text}")),
    *(
        (f"import {modules}", package, (PYTHON, "-c", f"import {modules}"))
        for package, modules in (
            ("summarize", "sklearn.feature_extraction.text, nltk, rich.console"),
            ("sumy", "sumy.parsers.plaintext, sumy.nlp.tokenizers, sumy.summarizers.lex_rank"),
            ("lexrank", "lexrank"),
        )
    ),
)


@dataclass(frozen=True, slots=True)
class Finished:
    """How a process ended and what it took.

    `status` is ``"ok"``, ``"failed"`` or ``"timeout"``; `error` says why in one line. `cpu` and
    `wall` are seconds from the start of the process to its end, `peak_mb` its most
    resident memory: at least what this process held when it started the other, for Linux counts
    from the fork on.
    """

    status: str
    error: str | None
    output: str
    cpu: float
    wall: float
    peak_mb: float


def run(
    command: Sequence[str], seconds: float, environment: Mapping[str, str] | None = None
) -> Finished:
    """Run a command, with more in its environment; kill it when its time on the clock is up."""
    with TemporaryFile() as output, TemporaryFile() as errors:
        start = perf_counter()
        everything = {**os.environ, **(environment or {})}
        process = subprocess.Popen(command, stdout=output, stderr=errors, env=everything)  # noqa: S603
        timer = Timer(seconds, process.kill)
        timer.start()
        try:
            _, code, used = os.wait4(process.pid, 0)  # the only call that tells one child's memory
            process.returncode = os.waitstatus_to_exitcode(code)
        finally:
            is_late = not timer.is_alive()
            timer.cancel()
            if process.returncode is None:  # interrupted
                process.kill()
                process.wait()
        wall = perf_counter() - start
        output.seek(0)
        errors.seek(0)
        said = errors.read().decode(errors="replace").split("\n")
        status, error = "ok", None
        if process.returncode == -signal.SIGPROF or (process.returncode and is_late):
            status, error = "timeout", "not done in time"
        elif process.returncode:
            last = next((line for line in reversed(said) if line.strip()), "nothing on stderr")
            status, error = "failed", f"exit code {process.returncode}: {last.strip()}"
        return Finished(
            status=status,
            error=error,
            output=output.read().decode(errors="replace"),
            cpu=used.ru_utime + used.ru_stime,
            wall=wall,
            peak_mb=used.ru_maxrss * MAXRSS_IN_MB,
        )


def ask(task: str, patience: float, /, **arguments: object) -> tuple[dict[str, Any], Finished]:
    """Have one of `TASKS` done in a process of its own; give its answer and how it ended.

    The answer of a process that broke, or was not done after `patience` seconds, is empty.
    """
    command = [PYTHON, "-m", "benchmarks.children", task, json.dumps(arguments)]
    finished = run(command, patience, STEADY)
    answer: dict[str, Any] = {}
    if finished.status == "ok":  # a peer may have printed something before the last line
        answer = json.loads(finished.output.splitlines()[-1])
    return answer, finished


def start_ups(seconds: float, rounds: int = 3) -> Iterator[dict[str, Any]]:
    """Measure whole processes, imports and all: the median of some runs of each."""
    with TemporaryDirectory() as folder:
        text = Path(folder, "seeds.txt")
        text.write_bytes(b"\n".join(path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))))
        for what, package, command in START_UPS:
            row: dict[str, Any] = {"kind": "start", "what": what, "status": "missing"}
            if find_spec(package) and Path(command[0]).exists():
                filled = [part.format(text=text) for part in command]
                runs = [run(filled, seconds) for _ in range(rounds)]
                row |= {"status": runs[-1].status, "error": runs[-1].error}
                row |= {key: median(getattr(one, key) for one in runs) for key in ("cpu", "wall")}
            yield row


def main() -> None:
    """Do the task that the command line names and print its answer as the last line."""
    _, task, arguments = sys.argv
    print("\n" + json.dumps(TASKS[task](**json.loads(arguments))))


def prepare(folder: str, sizes: list[int], seed: int, data: str | None) -> dict[str, Any]:
    """Write the articles of all sizes; give what describes them, or the `error` in the data."""
    from benchmarks.generate import write_samples

    try:
        return {"samples": write_samples(Path(folder), sizes, seed, Path(data) if data else None)}
    except BenchmarkError as error:
        return {"error": str(error)}


def measure(system: str, path: str, n: int, seconds: float, memory: int) -> dict[str, Any]:
    """Measure one system on the first n articles of a file.

    The work may take `seconds` of CPU time, and the process `memory` MB of address space.

    Returns
    -------
    dict
        `status` (``"ok"``, ``"memory"`` or ``"failed"``), `error`, and the seconds `cpu` and
        `wall` that the work took: without imports, without reading, and for all but our own
        without cutting the articles into sentences, which is our code.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory * 2**20, memory * 2**20))
    try:
        from benchmarks.data import Item
        from benchmarks.generate import read
        from benchmarks.systems import SYSTEMS, sentences

        items = [Item(str(size), tuple(read(path, size)), ()) for size in (WARM_UP, n)]
        if not system.startswith("summarize"):
            sentences(items[1])  # which keeps them
        summarise = partial(SYSTEMS[system], words=WORDS, seed=0)
        summarise(items[0])  # late imports
        with cpu_limit(seconds):
            cpu, wall = process_time(), perf_counter()
            summarise(items[1])
            cpu, wall = process_time() - cpu, perf_counter() - wall
    except MemoryError:
        return {"status": "memory", "error": f"more than {memory} MB"}
    except (Exception, SystemExit) as error:  # noqa: BLE001 - what a peer raises is its result
        message = " ".join(f"{type(error).__name__}: {error}".split())
        return {"status": "failed", "error": message[:200]}
    return {"status": "ok", "error": None, "cpu": cpu, "wall": wall}


@contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """End this process by SIGPROF if the block takes more CPU time than this.

    The kernel's own limits would do it too, but its clock of CPU time turns coarse while one is
    set. Time on the clock would depend on what else the machine does.
    """
    done, start = Event(), process_time()

    def watch() -> None:
        left = seconds
        while not done.wait(left):
            left = seconds - (process_time() - start)
            if left <= 0:
                os.kill(os.getpid(), signal.SIGPROF)

    Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def split_steps(path: str, n: int, rounds: int) -> dict[str, Any]:
    """Measure our own steps on the first n articles of a file."""
    from benchmarks.generate import read
    from benchmarks.steps import split_time

    split_time(read(path, WARM_UP))
    return {"seconds": split_time(read(path, n), rounds)}


def compare_floors(path: str, n: int, rounds: int) -> dict[str, Any]:
    """Measure ours and the floors in turns on the first n articles of a file."""
    from benchmarks.steps import compare

    return {"floors": compare(path, n, rounds)}


TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    "prepare": prepare,
    "measure": measure,
    "steps": split_steps,
    "floors": compare_floors,
}

if __name__ == "__main__":
    main()
