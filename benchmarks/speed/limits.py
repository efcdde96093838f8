"""The CPU time, the time on the clock and the memory of one call, within limits.

`measured_by` starts a process and waits for it; `measured` runs in it.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks.errors import one_line
from benchmarks.speed.processes import Lost, ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks import Row

Prepare = Callable[[], Callable[[], object]]


def measured_by(prepare: Prepare, patience: float, *, seconds: float, memory: int) -> Row:
    """Run `measured` in a separate process, which may take `patience` seconds on the clock.

    Returns
    -------
    dict
        `status`, `error`, `cpu`, `wall` and `peak_mb`; the numbers are None if it did not finish.
    """
    row = ask(measured, patience, prepare=prepare, seconds=seconds, memory=memory)
    if isinstance(row, Lost):
        row = {"status": row.status, "error": row.error}
    return dict.fromkeys(("status", "error", "cpu", "wall", "peak_mb")) | row


def peak_mb() -> float:
    """Return the peak memory of this process since it began, in MB.

    If the kernel does not report it, it is at least what the parent process used.
    """
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text("utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 2**10
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (2**20 if sys.platform == "darwin" else 2**10)  # the kernels' units differ


def measured(prepare: Prepare, *, seconds: float, memory: int) -> Row:
    """Prepare something, and measure the call of what `prepare` returns.

    Parameters
    ----------
    prepare
        Does what is not to be measured, such as imports and reading.
    seconds
        CPU time that the call may take; after that the process ends.
    memory
        MB of address space that the process may use; the limit stays in force.

    Returns
    -------
    dict
        `status` (``"ok"``, ``"memory"`` or ``"failed"``), `error`, the seconds `cpu` and `wall`
        that the call took, and `peak_mb`, the peak memory of the process.
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
        return {"status": "failed", "error": one_line(error)}
    return {"status": "ok", "error": None, "cpu": cpu, "wall": wall, "peak_mb": peak_mb()}


@contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """End this process by SIGPROF if the block takes more CPU time than this.

    The kernel's own limits would do the same, but its clock of CPU time is coarse while one is
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
