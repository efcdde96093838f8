import multiprocessing
import os
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from summarize.batch.many import Backend, in_order
from summarize.batch.workers import TRIES, Workers
from summarize.errors import WorkerDiedError


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def pid(_=None):
    return os.getpid()


def die_once(path):
    """End the process, unless the task was already tried before."""
    mark = Path(path)
    if not mark.exists():
        mark.touch()
        die()
    return "done"


def die_of_seven(n):
    if n == 7:
        die()
    return n


def count_and_die(path):
    with Path(path).open("a") as file:
        file.write("x")
    die()


def sleep(seconds):
    time.sleep(seconds)


@pytest.fixture(scope="module")
def workers():
    with Workers(2) as found:
        yield found


def test_a_worker_that_dies_is_replaced_and_its_task_is_run_again(workers, tmp_path):
    assert workers.submit(die_once, str(tmp_path / "mark")).result() == "done"


def test_a_task_that_crashes_every_worker_is_given_up(workers, tmp_path):
    path = tmp_path / "tries"
    with pytest.raises(WorkerDiedError, match="worker processes"):
        workers.submit(count_and_die, str(path)).result()
    assert len(path.read_text()) == TRIES


def test_the_other_tasks_continue_in_order(workers):
    found = in_order(
        die_of_seven, range(60), Backend(workers), size=lambda _: 1, lost=lambda n, _: f"lost {n}"
    )
    assert list(found) == [n if n != 7 else "lost 7" for n in range(60)]


def test_workers_are_other_processes_and_stay(workers):
    pids = {workers.submit(pid).result() for _ in range(6)}
    assert os.getpid() not in pids
    assert len(pids) <= 2


def test_an_interrupt_does_not_wait_and_ends_only_its_own_processes():
    stranger = multiprocessing.get_context("spawn").Process(target=sleep, args=(300,))
    stranger.start()
    with suppress(KeyboardInterrupt), Workers(1) as workers:
        workers.submit(pid).result()
        workers.submit(sleep, 3600)
        workers.submit(sleep, 3600)
        raise KeyboardInterrupt
    assert stranger.is_alive()
    stranger.kill()
    stranger.join()


def write_and_die(n):
    """Be killed at about the time when the result is written."""
    threading.Timer(0.05, die).start()
    return bytes(n)


def test_a_worker_that_is_killed_as_it_writes_its_result_is_not_waited_for(workers):
    for n in (1_000_000, 60_000_000, 120_000_000):
        with suppress(WorkerDiedError):
            workers.submit(write_and_die, n).result(timeout=60)


def test_a_missing_listener_is_reported():
    """As if no more threads could be started."""
    with Workers(1) as alone:
        alone.submit(pid).result()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("summarize.batch.workers.SECONDS_ALIVE", 0.05)
            patch.setattr(threading.Thread, "is_alive", lambda _: False)
            task = alone.submit(sleep, 1)
            with pytest.raises(RuntimeError, match="a thread died"):
                task.result(timeout=30)
