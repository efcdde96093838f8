"""Signals: none is lost, and none makes an event look as if it had failed."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from commands import event

from summarize.command.signals import Signals

N_EVENTS = 6

# Behaves like a library with a part in C++: an exception in it becomes an ImportError.
INTERRUPTED = """\
import os, signal, sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "scipy":
            sys.meta_path.remove(self)
            try:
                os.kill(os.getpid(), signal.{name})
                import time; time.sleep(0.01)
            except BaseException:
                raise ImportError("initialization failed")

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Finder())
from summarize.__main__ import main
sys.exit(main())
"""


def write_batch(n=N_EVENTS):
    texts = (
        f"The council of Lunde approved bridge {i} on Monday after long talks." for i in "x" * n
    )
    Path("in.jsonl").write_text("".join(event(text, id=str(i)) for i, text in enumerate(texts)))


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_during_an_import_ends_the_run_and_writes_no_errors(run, name, code):
    write_batch(2)
    run("in.jsonl", "-o", "head.jsonl")
    finished = Path("head.jsonl").read_bytes()
    write_batch()
    Path("out.jsonl.part").write_bytes(finished)
    argv = ["in.jsonl", "-o", "out.jsonl", "--resume"]
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(name=name), *argv],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == code
    assert "2 events finished and saved in out.jsonl.part" in done.stderr
    assert "Traceback" not in done.stderr
    assert Path("out.jsonl.part").read_bytes() == finished


def swallow(what):
    """Receive an interrupt where its exception becomes an ordinary one."""
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        raise what from None


@pytest.mark.parametrize("what", [ImportError("initialization failed"), ValueError("odd")])
@pytest.mark.parametrize("at", range(N_EVENTS))
def test_an_event_that_was_interrupted_did_not_fail(run, monkeypatch, at, what):
    from summarize import pipeline

    real, numbers = pipeline.run, iter(range(N_EVENTS))

    def interrupted(*given):
        if next(numbers) == at:
            swallow(what)
        return real(*given)

    write_batch()
    monkeypatch.setattr(pipeline, "run", interrupted)
    result = run("in.jsonl", "-o", "out.jsonl")
    assert (result.code, result.notes[-1]) == (130, "interrupted")
    assert not Path("out.jsonl").exists()
    part = Path("out.jsonl.part")
    kept = part.read_text().splitlines() if at else []
    assert part.exists() is bool(at)
    assert [json.loads(line)["id"] for line in kept] == [str(i) for i in range(at)]
    assert not any("error" in json.loads(line) for line in kept)


def test_a_module_that_cannot_be_imported_ends_the_run(run, monkeypatch):
    def fail(*_):
        raise ImportError("libblas.so is missing")

    monkeypatch.setattr("summarize.pipeline.run", fail)
    write_batch()
    result = run("in.jsonl", "-f", "jsonl")
    assert (result.code, result.out) == (2, "")
    assert result.notes == [
        "cannot import what is needed: libblas.so is missing; reinstall summarize"
    ]


def test_a_held_signal_is_delivered_at_the_end():
    done = []

    def enter():
        with Signals() as signals, signals.held():
            signal.raise_signal(signal.SIGINT)
            done.append("import")

    with pytest.raises(KeyboardInterrupt):
        enter()
    assert done == ["import"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("ends", [KeyboardInterrupt(), SystemExit(143)])
def test_only_errors_are_replaced_by_the_signal_that_caused_them(ends):
    def fail():
        with Signals():
            swallow(ends)

    with pytest.raises(type(ends)):
        fail()


def test_without_a_signal_an_error_is_itself():
    with pytest.raises(ValueError, match="own"), Signals():
        raise ValueError("own")


def test_another_thread_sets_no_handlers():
    found = []

    def enter():
        with Signals() as signals, signals.held():
            found.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    assert found == [signal.default_int_handler]
