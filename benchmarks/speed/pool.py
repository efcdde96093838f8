"""Run a function over many tasks in processes that may hang, crash or run out of memory.

Results come in the order of the tasks, whatever the number of processes. A task that takes too
long is ended together with its process, and a new process takes the next one. What the function
does is not known here.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
import warnings
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

# One thread a process, so that times can be compared, and sets in the same order in every run.
_STEADY = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without a result: its time was up ("timeout") or its process ended ("failed")."""

    status: Literal["timeout", "failed"]
    error: str


def in_order(
    work: Callable[[T], R], tasks: Iterable[T], *, jobs: int, seconds: float
) -> Generator[R | Lost, None, None]:
    """Apply `work` to each task in one of several processes.

    Parameters
    ----------
    work
        A function of some module: it is sent by name. What it raises ends its process.
    tasks
        Taken as they are needed; they are pickled.
    jobs
        Number of processes.
    seconds
        Most wall-clock time a task.

    Yields
    ------
    object
        What `work` gave, or `Lost`; in the order of `tasks`.
    """
    waiting = iter(enumerate(tasks))
    done: dict[int, R | Lost] = {}
    following = 0
    workers = [_Worker(work, seconds) for _ in range(jobs)]
    try:
        while True:
            for worker in workers:
                if worker.number is None and (task := next(waiting, None)):
                    worker.give(*task)
            busy = [worker for worker in workers if worker.number is not None]
            if not busy:
                return
            finished = _finished(busy)
            done.update(finished)
            while following in done:
                yield done.pop(following)
                following += 1
    finally:
        for worker in workers:
            worker.stop()


def _finished(workers: list[_Worker[T, R]]) -> dict[int, R | Lost]:
    """Wait until some of the busy workers have a result or are out of time."""
    left = min(worker.deadline for worker in workers) - time.monotonic()
    ready = wait([worker.connection for worker in workers], max(0, left))
    found = {}
    for worker in workers:
        number = worker.number
        if number is not None and worker.connection in ready:
            found[number] = worker.take()
        elif number is not None and time.monotonic() >= worker.deadline:
            found[number] = worker.give_up()
    return found


class _Worker(Generic[T, R]):
    """A process that is started when there is something to do, and again after its end."""

    def __init__(self, work: Callable[[T], R], seconds: float) -> None:
        self._work = work
        self._seconds = seconds
        self._process: multiprocessing.process.BaseProcess | None = None
        self.connection: Connection
        self.deadline = 0.0
        self.number: int | None = None  # of the task in hand

    def give(self, number: int, task: T) -> None:
        if self._process is None or not self._process.is_alive():
            self.stop()
            self._start()
        self.connection.send(task)
        self.number = number
        self.deadline = time.monotonic() + self._seconds

    def take(self) -> R | Lost:
        self.number = None
        try:
            result: R = self.connection.recv()
        except (EOFError, OSError):
            code = self.stop(kill=False)
            return Lost("failed", f"its process ended with exit code {code}")
        return result

    def give_up(self) -> Lost:
        self.number = None
        self.stop()
        return Lost("timeout", f"took longer than {self._seconds:g} s")

    def stop(self, *, kill: bool = True) -> int | None:
        """End the process and give its exit code; the next task starts another."""
        if self._process is None:
            return None
        if kill:
            self._process.kill()
        self._process.join()
        code = self._process.exitcode
        self._process.close()
        self._process = None
        self.connection.close()
        return code

    def _start(self) -> None:
        # A fresh interpreter: nothing of this process, such as its threads, is copied.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        with _steady_environment():
            self._process.start()
        theirs.close()
        self.connection.recv()  # it is up: starting takes nothing from the first task's time


def _serve(connection: Connection, work: Callable[[T], R]) -> None:
    """Work until nobody is left to work for; this is all that a worker process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to handle
    warnings.simplefilter("ignore")  # they would tear the progress bar
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, suppress(EOFError, OSError):
        sys.stdout = nowhere  # likewise what a peer prints
        connection.send(None)
        while True:
            connection.send(work(connection.recv()))


@contextmanager
def _steady_environment() -> Iterator[None]:
    """Set the variables that a process reads when it starts, and put them back."""
    before = dict(os.environ)
    os.environ.update(_STEADY)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
