import sys

import pytest

from benchmarks import systems
from benchmarks.data.generate import write_samples
from benchmarks.speed import children, growth


@pytest.mark.parametrize(
    ("code", "seconds", "status", "error"),
    [
        ("print('done')", 60, "ok", None),
        ("import sys; print('1'); sys.exit('no room\\n')", 60, "failed", "exit code 1: no room"),
        ("import os; os.abort()", 60, "failed", "exit code -6: nothing on stderr"),
        ("import time; time.sleep(60)", 0.2, "timeout", "not done in time"),
    ],
)
def test_a_process_ends_with_what_it_took(code, seconds, status, error):
    finished = children.run([sys.executable, "-c", code], seconds)
    assert (finished.status, finished.error) == (status, error)
    assert finished.peak_mb > 1
    assert finished.wall > 0


def test_the_peak_is_that_of_one_process_and_not_of_an_earlier_one():
    """The large one outgrows what the process that runs the tests may hold itself."""
    large = children.run([sys.executable, "-c", "b'x' * 900_000_000"], 60)
    small = children.run([sys.executable, "-c", ""], 60)
    assert large.peak_mb > 850 > small.peak_mb


def test_a_system_is_measured_in_a_process_of_its_own(tmp_path):
    path = write_samples(str(tmp_path), [5], seed=1)[0]["path"]
    work = {"system": "lead-first", "path": path, "n": 5, "seconds": 60, "memory": 8192}
    answer, finished = children.ask(growth.measure, 60, **work)
    assert (answer["status"], finished.status) == ("ok", "ok")
    assert 0 < answer["cpu"] < finished.cpu


def test_a_large_process_that_asks_does_not_count_for_the_one_that_is_asked(tmp_path):
    if children.own_peak() is None:
        pytest.skip("this kernel does not tell")
    folder = {"folder": str(tmp_path), "sizes": [1], "seed": 1, "data": None}
    code = (
        "from benchmarks.data.generate import write_samples\n"
        "from benchmarks.speed.children import ask; held = b'x' * 300_000_000\n"
        f"print(ask(write_samples, 60, **{folder})[1].peak_mb)"
    )
    assert float(children.run([sys.executable, "-c", code], 60).output) < 200


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
    monkeypatch.setattr(children.resource, "setrlimit", lambda *_: None)
    monkeypatch.setitem(systems.SYSTEMS, "summarize:broken", broken)
    answer = growth.measure("summarize:broken", path, 5, seconds=60, memory=100)
    assert answer == {"status": status, "error": message}


def test_the_limit_counts_the_time_at_work_and_not_the_time_asleep():
    code = "from benchmarks.speed.children import cpu_limit; import time\nwith cpu_limit(0.05): "
    at_work = children.run([sys.executable, "-c", code + "\n while True: pass"], 60)
    asleep = children.run([sys.executable, "-c", code + "time.sleep(0.3)"], 60)
    assert (at_work.status, asleep.status) == ("timeout", "ok")
