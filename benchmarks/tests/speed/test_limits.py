import operator
import time
from functools import partial

import pytest

from benchmarks import systems
from benchmarks.data.generate import write_samples
from benchmarks.speed import growth, limits
from benchmarks.speed.processes import Lost, ask

LIMITS = {"seconds": 60, "memory": 8192}


def hold(n):
    return partial(operator.mul, b"x", n)


def test_the_peak_is_that_of_one_process_and_not_of_the_one_that_asks():
    held = b"x" * 150_000_000
    large, small = (limits.measured_by(partial(hold, n), 60, **LIMITS) for n in (150_000_000, 0))
    del held
    assert large["peak_mb"] > 140
    assert small["peak_mb"] < 100


def test_more_memory_than_the_limit_is_a_row_that_says_so():
    row = limits.measured_by(partial(hold, 10**10), 60, **LIMITS)
    assert row == {"status": "memory", "error": "more than 8192 MB"} | dict.fromkeys(
        ("cpu", "wall", "peak_mb")
    )


def test_a_system_is_measured_in_a_process_of_its_own(tmp_path):
    path = write_samples(str(tmp_path), [5], seed=1)[0]["path"]
    row = limits.measured_by(partial(growth.prepare, "lead-first", path, 5), 60, **LIMITS)
    assert (row["status"], row["error"]) == ("ok", None)
    assert min(row["cpu"], row["wall"], row["peak_mb"]) > 0


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (MemoryError(), "memory", "more than 100 MB"),
        (ValueError("odd\n text"), "failed", "ValueError: odd text"),
        (RecursionError("too deep"), "failed", "RecursionError: too deep"),
        (SystemExit(0), "failed", "SystemExit: 0"),
    ],
)
def test_what_a_system_raises_is_its_result(tmp_path, monkeypatch, error, status, message):
    def broken(*_, **__):
        raise error

    path = write_samples(str(tmp_path), [5], seed=1)[0]["path"]
    monkeypatch.setattr(limits.resource, "setrlimit", lambda *_: None)
    monkeypatch.setitem(systems.SYSTEMS, "summarize:broken", broken)
    work = partial(growth.prepare, "summarize:broken", path, 5)
    answer = limits.measured(work, seconds=60, memory=100)
    assert answer == {"status": status, "error": message}


def spend(seconds, work):
    with limits.cpu_limit(0.05):
        work(seconds)
    return "ok"


def turn(seconds):
    start = time.process_time()
    while time.process_time() - start < seconds:
        pass


def test_the_limit_counts_the_time_at_work_and_not_the_time_asleep():
    assert ask(spend, 60, seconds=60, work=turn) == Lost("timeout", "not done in time")
    assert ask(spend, 60, seconds=0.3, work=time.sleep) == "ok"
