"""The workers of a batch: processes on this machine, or a Dask cluster.

Both are executors, so nothing else depends on which it is. A process that dies is replaced and its
task is run again; a task that crashes several processes is given up, and no other task with it.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from summarize import __version__
from summarize.batch.many import Backend
from summarize.errors import OptionError, SummarizeError, WorkerDiedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TRIES = 2  # processes that a task may crash before it is given up
SECONDS = 10  # to wait for an answer from the scheduler
SECONDS_ALIVE = 2  # between two checks that the thread of a process is alive
PAUSE = 0.5  # seconds before a new fork server is used
PER_THREAD = 4  # parcels ahead for each worker


class Workers(Executor):
    """Processes that stay alive from task to task.

    Each has a thread of its own that gives it one task at a time: when it dies, only that task is
    affected. It is run again in a new process, and raises `WorkerDiedError` after `TRIES`.
    Processes start when they are first needed, and end with this process, however it ends.

    Parameters
    ----------
    n_workers
        At least 1.
    preload
        Modules that the processes import once and share; those that are missing are left out.
    """

    def __init__(self, n_workers: int, preload: Sequence[str] = ("summarize.pipeline",)) -> None:
        methods = multiprocessing.get_all_start_methods()
        # Forking a process with threads may hang; a server without threads forks safely.
        self._context: Any = multiprocessing.get_context(
            "forkserver" if "forkserver" in methods else "spawn"
        )
        if "forkserver" in methods:
            self._context.set_forkserver_preload([*preload])
            _start_server()
        self._threads = ThreadPoolExecutor(n_workers)
        self._own = threading.local()
        self._pools: set[ProcessPoolExecutor] = set()
        self._lock = threading.Lock()
        self._is_over = False

    def submit(
        self, function: Callable[..., Any], /, *args: object, **kwargs: object
    ) -> Future[Any]:
        """Call a picklable function in a process."""
        try:
            return self._threads.submit(self._call, function, args, kwargs)
        except RuntimeError as error:
            raise SummarizeError(f"cannot start a worker: {error}; use fewer --jobs") from None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - the base class's
        """Accept no more tasks; the processes end when those submitted are done."""
        with suppress(RuntimeError):  # from a thread that could not be started
            self._threads.shutdown(wait, cancel_futures=cancel_futures)
        if wait:
            for pool in self._pools:
                pool.shutdown()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:  # do not wait for the running tasks
            self._threads.shutdown(wait=False, cancel_futures=True)
            with self._lock:
                self._is_over = True
                for pool in self._pools:
                    for process in pool._processes.values():  # noqa: SLF001 - there is no public way
                        process.terminate()
        self.shutdown()

    def _call(self, function: Callable[..., Any], args: Any, kwargs: Any) -> Any:  # noqa: ANN401
        """Run a task in the process of this thread, or in a new one if that dies."""
        for _ in range(TRIES):
            try:
                try:
                    future = self._begin(function, args, kwargs)
                except (EOFError, ConnectionError):  # the fork server was just killed
                    self._own.pool = None
                    time.sleep(PAUSE)  # until that is noticed and another is started
                    future = self._begin(function, args, kwargs)
                while not wait_for([future], timeout=SECONDS_ALIVE).done:
                    self._check()
                return future.result()
            except BrokenProcessPool:
                with self._lock:
                    self._pools.discard(self._own.pool)
                self._own.pool = None
        raise WorkerDiedError(f"it crashed {TRIES} worker processes, possibly out of memory")

    def _check(self) -> None:
        """Check that the thread that listens to this process is alive."""
        listener = self._own.pool._executor_manager_thread  # noqa: SLF001 - there is no public way
        if listener is not None and not listener.is_alive():
            raise RuntimeError("a thread died, possibly out of memory or threads")

    def _begin(self, function: Callable[..., Any], args: Any, kwargs: Any) -> Future[Any]:  # noqa: ANN401
        """Submit a task to the process of this thread; start one if there is none."""
        with self._lock:  # so that none is started after the others have been ended
            if self._is_over:
                raise WorkerDiedError("the workers were shut down")
            pool = getattr(self._own, "pool", None)
            is_new = pool is None
            if pool is None:
                pool = self._own.pool = ProcessPoolExecutor(1, self._context, _prepare)
                self._pools.add(pool)
            begun: Future[Any] = pool.submit(function, *args, **kwargs)
            if is_new:  # or a killed writer would leave us waiting for the rest of a result
                pool._result_queue._writer.close()  # type: ignore[union-attr]  # noqa: SLF001
            return begun


def _start_server() -> None:
    """Start the fork server protected from modules in the current folder and from signals.

    Both could reach it while it imports. It and its forks end with this process anyway. The
    process that removes what they leave behind is started first: as it starts, it would let
    interrupts through again. It must not warn that it has work to do, if this process is killed.
    """
    signals = {signal.SIGINT, signal.SIGHUP}
    with _environment(PYTHONSAFEPATH="1"):
        with _environment(PYTHONWARNINGS="ignore"):
            resource_tracker.ensure_running()
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


@contextmanager
def _environment(**variables: str) -> Iterator[None]:
    """Set variables of the environment for the processes that the block starts."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _prepare() -> None:
    """Prepare a new process: its parent handles interrupts, and it ends with its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@contextmanager
def dask(address: str) -> Iterator[Backend]:
    """Connect to a Dask scheduler.

    Yields
    ------
    Backend
        Its `check` raises a `SummarizeError` when the connection to the scheduler is lost.

    Raises
    ------
    OptionError
        If Dask is not installed, no scheduler answers, or its workers do not have this version.
    """
    try:
        from distributed import Client
        from distributed.comm.addressing import get_address_host
    except ImportError:
        raise OptionError(
            "--dask needs an extra; install it with: pip install 'summarize[dask]'"
        ) from None
    for name in (
        "distributed",
        "distributed.client",
        "tornado.application",
    ):
        logging.getLogger(name).setLevel(logging.CRITICAL)

    def check() -> None:
        if client.status not in {"running", "connecting"}:
            raise SummarizeError(f"lost the Dask scheduler at {address}; check that it is running")

    try:
        get_address_host(address)  # a client with a wrong address prints errors when it ends
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise OptionError(
            f"no Dask scheduler answers at {address}: {reason}; start one with `dask scheduler`"
        ) from None
    try:
        _check_workers(client, address)
        n_threads = sum(client.nthreads().values())
        n_ahead = PER_THREAD * max(n_threads, 1)
        yield Backend(client.get_executor(pure=False), n_ahead, check)
    except Exception:
        check()
        raise
    finally:
        client.close(timeout=SECONDS)


def _check_workers(client: Any, address: str) -> None:  # noqa: ANN401 - Dask has no types
    """Check that there are workers, and that they run the version of this process."""
    try:
        client.wait_for_workers(1, timeout=SECONDS)
    except TimeoutError:
        raise OptionError(
            f"the cluster at {address} has no workers; start some with `dask worker {address}`"
        ) from None
    try:
        found = set(client.run(_version).values())
    except ImportError:
        found = {"none"}
    if not found <= {__version__}:
        others = ", ".join(sorted(found - {__version__}))
        raise OptionError(
            f"the cluster's workers run summarize {others}; install {__version__} on all of them"
        )


def _version() -> str:
    return __version__
