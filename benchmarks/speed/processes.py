"""Call functions in separate processes, which may hang, crash or run out of memory.

A task that takes too long is ended together with its process, and the next task gets a new one.
This module does not depend on what the functions do.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from unittest.mock import patch

from benchmarks.errors import BenchmarkError, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from multiprocessing.connection import Connection

    from benchmarks import Row

T = TypeVar("T")
R = TypeVar("R")

# One thread per process, and sets in the same order in every run, so that times can be compared.
STEADY = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1") | {
    "PYTHONHASHSEED": "0"
}


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without a result: it took too long ("timeout") or its process ended ("failed")."""

    status: Literal["timeout", "failed"]
    error: str


def ask(function: Callable[..., R], seconds: float, /, **arguments: object) -> R | Lost:
    """Call a function of some module in a separate process, with a limit of time on the clock."""
    work = partial(_call, function)
    (answer,) = in_order(work, [arguments], jobs=1, seconds=seconds)
    return answer


def lost(what: str, ended: Lost) -> Row:
    """Return the row that says that something could not be measured, and why."""
    return {"kind": "lost", "what": what, "status": ended.status, "error": ended.error}


def in_order(
    work: Callable[[T], R], tasks: Iterable[T], *, jobs: int, seconds: float
) -> Generator[R | Lost, None, None]:
    """Apply `work` to each task in one of several processes.

    Parameters
    ----------
    work, tasks
        A function of some module, which is sent by name; what it raises ends its process. Tasks
        are pickled.
    jobs, seconds
        Number of processes, and the most time on the clock for a task.

    Yields
    ------
    object
        What `work` returned, or `Lost`; in the order of `tasks`.
    """
    workers = [_Worker(work, seconds) for _ in range(jobs)]
    idle: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)

    def run(task: T) -> Any:  # noqa: ANN401 - what the work returns
        worker = idle.get()
        try:
            return worker.run(task)
        finally:
            idle.put(worker)

    threads = ThreadPoolExecutor(jobs)  # each waits for one process
    with patch.dict(os.environ, STEADY):  # which the processes read when they start
        try:
            yield from threads.map(run, tasks)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.kill()
            threads.shutdown()
            for worker in workers:
                worker.wait()


class _Worker:
    """A process that is started when there is something to do, and again after its end."""

    def __init__(self, work: Callable[[Any], Any], seconds: float) -> None:
        self._work, self._seconds = work, seconds
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection

    def run(self, task: object) -> Any:  # noqa: ANN401 - what the work returns
        """Run a task, and wait for its result."""
        try:
            if self._process is None:
                self._start()
            self._connection.send(task)
            if self._connection.poll(self._seconds):
                return self._connection.recv()
        except (EOFError, OSError):
            code = self.wait()
            if code == -signal.SIGPROF:  # see `limits`
                return Lost("timeout", "not done in time")
            return Lost("failed", f"its process ended with exit code {code}")
        self.kill()
        self.wait()
        return Lost("timeout", f"took longer than {self._seconds:g} s")

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def wait(self) -> int | None:
        """Wait for the end of the process and return its exit code."""
        if self._process is None:
            return None
        self._process.join()
        code, self._process = self._process.exitcode, None
        self._connection.close()
        return code

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")  # it inherits nothing, such as threads
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._work))
        self._process.start()
        theirs.close()
        self._connection.recv()  # it is up: starting takes nothing from the first task's time


def _serve(connection: Connection, work: Callable[[T], R]) -> None:
    """Work until the other end is closed; this is all that a worker process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to handle
    warnings.simplefilter("ignore")  # they would tear the progress bar
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, suppress(EOFError, OSError):
        sys.stdout = sys.stderr = nowhere  # likewise what a peer prints
        connection.send(None)
        while True:
            connection.send(work(connection.recv()))


def _call(function: Callable[..., R], arguments: dict[str, object]) -> R | Lost:
    """Call a function, whatever it raises."""
    try:
        return function(**arguments)
    except BenchmarkError as error:
        return Lost("failed", str(error))
    except Exception as error:  # noqa: BLE001 - a row says what it was
        return Lost("failed", one_line(error))
