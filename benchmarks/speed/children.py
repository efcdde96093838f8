"""Measurements in processes of their own: both ends of them.

`run` and `ask` start a process, wait for it and say how it ended; what follows `main` runs in the
process that `ask` started. What is measured is decided by the modules that ask.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from pkgutil import resolve_name
from tempfile import TemporaryFile
from threading import Event, Thread, Timer
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Row = dict[str, Any]

MAXRSS_IN_MB = 1 / 2**20 if sys.platform == "darwin" else 1 / 2**10  # the kernels' units differ
# One thread a process, and sets in the same order in every run, so that times can be compared.
STEADY = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1") | {
    "PYTHONHASHSEED": "0"
}
PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Finished:
    """How a process ended and what it took.

    `status` is ``"ok"``, ``"failed"`` or ``"timeout"``; `error` says why in one line. `cpu` and
    `wall` are seconds from the start of the process to its end, `peak_mb` its most
    resident memory: at least what this process held when it started the other, because Linux
    counts from the fork on.
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
            _, code, used = os.wait4(process.pid, 0)  # the only call that gives one child's memory
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
        lines = errors.read().decode(errors="replace").split("\n")
        status, error = "ok", None
        if process.returncode == -signal.SIGPROF or (process.returncode and is_late):
            status, error = "timeout", "not done in time"
        elif process.returncode:
            last = next((line for line in reversed(lines) if line.strip()), "nothing on stderr")
            status, error = "failed", f"exit code {process.returncode}: {last.strip()}"
        return Finished(
            status=status,
            error=error,
            output=output.read().decode(errors="replace"),
            cpu=used.ru_utime + used.ru_stime,
            wall=wall,
            peak_mb=used.ru_maxrss * MAXRSS_IN_MB,
        )


def ask(
    function: Callable[..., Any], patience: float, /, **arguments: object
) -> tuple[Any, Finished]:
    """Call a function in a process of its own; return its answer and how the process ended.

    Parameters
    ----------
    function
        A function of a module; JSON can hold its answer.
    patience
        Seconds on the clock.
    **arguments
        Those of the function: what JSON can hold.

    Returns
    -------
    tuple of object and Finished
        The answer of a process that failed, or was not done in time, is None. Where the kernel
        gives it, the peak memory is that of the process alone.
    """
    task = f"{function.__module__}:{function.__qualname__}"
    command = [PYTHON, "-m", "benchmarks.speed.children", task, json.dumps(arguments)]
    finished = run(command, patience, STEADY)
    if finished.status != "ok":
        return None, finished
    # A peer may have printed something before the last line.
    answer, peak = json.loads(finished.output.splitlines()[-1])
    return answer, replace(finished, peak_mb=peak or finished.peak_mb)


def lost(what: str, ended: Finished) -> Row:
    """Return the row that says that something could not be measured, and why."""
    return {"kind": "lost", "what": what, "status": ended.status, "error": ended.error}


def measured_by(function: Callable[..., Row], patience: float, /, **arguments: object) -> Row:
    """Return what `measured` returned in a process of its own, however that ended.

    Returns
    -------
    dict
        `status`, `error`, `cpu`, `wall` and `peak_mb`; the times are None if it did not finish.
    """
    answer, ended = ask(function, patience, **arguments)
    row = {"status": ended.status, "error": ended.error, "cpu": None, "wall": None}
    return row | {"peak_mb": ended.peak_mb} | (answer or {})


def main() -> None:
    """Call what the command line names and print its answer as the last line."""
    _, task, arguments = sys.argv
    try:
        answer = resolve_name(task)(**json.loads(arguments))
    except BenchmarkError as error:
        sys.exit(str(error))
    print("\n" + json.dumps([answer, own_peak()]))


def own_peak() -> float | None:
    """Return the most MB of memory that this process has held since it began; Linux only."""
    try:
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 2**10 for line in lines if line.startswith("VmHWM:")), None)


def measured(prepare: Callable[[], Callable[[], object]], *, seconds: float, memory: int) -> Row:
    """Have something prepared, and measure the call of what `prepare` returns.

    Parameters
    ----------
    prepare
        Does what is to be left out, such as imports and reading.
    seconds
        CPU time that the call may take; after that the process ends.
    memory
        MB of address space that the process may take, for good.

    Returns
    -------
    dict
        `status` (``"ok"``, ``"memory"`` or ``"failed"``), `error`, and the seconds `cpu` and
        `wall` that the call took.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory * 2**20, memory * 2**20))
    try:
        work = prepare()
        with cpu_limit(seconds):
            cpu, wall = process_time(), perf_counter()
            work()
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


if __name__ == "__main__":
    main()
