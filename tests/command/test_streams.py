"""Standard streams: terminals, pipes, encodings and signals."""

import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import command, names

from summarize.__main__ import main as start
from summarize.command.cli import main

pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.parametrize(
    ("variables", "flags", "is_coloured"),
    [
        ({}, (), True),
        ({"NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": ""}, (), True),
        ({"TERM": "dumb"}, (), False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, (), True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
        ({}, ("--color", "auto"), True),
        ({}, ("-f", "text"), False),
    ],
)
def test_a_terminal_gets_its_format_and_the_colours_it_can_show(
    run, monkeypatch, variables, flags, is_coloured
):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    result = run("news", *flags)
    assert ("\x1b[" in result.out) is is_coloured
    assert (" words" in result.out) is ("text" not in flags)


def test_colours_are_written_to_a_file_only_on_request(run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    run("news", "-f", "terminal", "-o", "plain.txt")
    run("news", "-f", "terminal", "-o", "coloured.txt", "--color", "always")
    assert "\x1b" not in Path("plain.txt").read_text()
    assert "\x1b" in Path("coloured.txt").read_text()


def test_the_width_is_as_asked_else_that_of_the_environment(run, monkeypatch):
    def width(*flags):
        return max(map(len, run("news", "-f", "terminal", *flags).out.splitlines()))

    monkeypatch.setenv("COLUMNS", "50")
    assert 40 < width() <= 50
    assert 60 < width("--width", "70") <= 70
    assert width("--width", "30") <= 30


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, as Linux has it")
@pytest.mark.parametrize("argv", [["news"], ["--help"]])
def test_a_full_disk_is_one_line(argv):
    with Path("/dev/full").open("wb") as full:
        process = command(*argv, stdout=full, stderr=subprocess.PIPE)
    assert process.returncode == 2
    assert process.stderr == (
        b"summarize: cannot write standard output: No space left on device; "
        b"choose another location\n"
    )


@pytest.mark.parametrize("format_name", ["text", "terminal", "markdown"])
def test_an_output_encoding_that_lacks_characters_gets_escapes(run, monkeypatch, format_name):
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert run("-", "-f", format_name, stdin="The ferry “Hilda” ran aground on Monday.").code == 0
    shown = raw.getvalue().decode("ascii")
    assert r"\u201cHilda\u201d" in shown.replace("\\\\", "\\")
    assert "\\u25" not in shown  # the frame has nothing but ASCII


def test_json_is_utf8_whatever_standard_output_is(run, monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    run("-", "-f", "json", stdin="The ferry “Zoë” ran aground on Monday.")
    assert "“Zoë”" in json.loads(raw.getvalue().decode("utf-8"))["text"]


def test_a_text_stream_can_replace_standard_output(run, monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    assert run("news", "-n", "1").code == 0
    assert stream.getvalue().startswith("Ferry Runs Aground")


def test_closed_standard_streams_do_not_crash_it(run, monkeypatch):
    monkeypatch.setattr("sys.stdout", None)
    assert run("news").notes == ["standard output is closed; redirect it, or give -o FILE"]
    monkeypatch.setattr("sys.stderr", None)
    assert main(["missing.txt"]) == 2


@pytest.mark.parametrize("argv", [["news"], ["--help"]])
def test_a_closed_pipe_is_not_an_error(argv):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        process = command(*argv, stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert (process.returncode, process.stderr) == (0, b"")


def test_a_closed_pipe_hides_no_missing_path():
    reader, writer = os.pipe()
    os.close(reader)
    try:
        process = command("missing.txt", "news", stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert process.returncode == 2
    assert process.stderr == b"summarize: cannot read missing.txt: does not exist; check the path\n"


def test_a_closed_pipe_for_errors_does_not_crash_it():
    reader, writer = os.pipe()
    os.close(reader)
    try:
        process = command("missing.txt", stdout=subprocess.PIPE, stderr=writer)
    finally:
        os.close(writer)
    assert (process.returncode, process.stdout) == (2, b"")


def test_a_real_terminal_gets_the_terminal_format():
    leader, follower = pty.openpty()
    process = command("news", "--width", "60", stdout=follower, stderr=subprocess.PIPE)
    os.close(follower)
    shown = os.read(leader, 100_000).decode()
    os.close(leader)
    assert (process.returncode, process.stderr) == (0, b"")
    assert "3 articles" in shown
    assert "\x1b[" in shown


@pytest.mark.parametrize(
    ("number", "code", "message"),
    [
        (signal.SIGINT, 130, b"summarize: interrupted\n"),
        (signal.SIGTERM, 143, b""),
        (signal.SIGHUP, 129, b""),
    ],
)
def test_a_signal_leaves_no_file_and_no_traceback(number, code, message):
    process = subprocess.Popen(
        [sys.executable, "-m", "summarize", "-", "-o", "out.md"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # noqa: PLW1509 - nohup ignores it
    )
    deadline = time.monotonic() + 30
    while not list(Path().glob(".summarize-*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.1)  # it waits for its standard input now
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (code, message)
    assert names() == ["news"]


@pytest.mark.parametrize("before", [signal.SIG_IGN, signal.SIG_DFL])
def test_an_ignored_signal_stays_ignored_and_handlers_are_put_back(monkeypatch, before):
    during = []
    monkeypatch.setattr(
        "summarize.command.cli.main", lambda: during.append(signal.getsignal(signal.SIGHUP)) or 0
    )
    old = signal.signal(signal.SIGHUP, before)
    try:
        assert start() == 0
        assert (during == [signal.SIG_IGN]) is (before is signal.SIG_IGN)
        assert signal.getsignal(signal.SIGHUP) is before
    finally:
        signal.signal(signal.SIGHUP, old)


def test_an_interrupt_at_the_very_start_is_one_line(monkeypatch, capsys):
    def interrupt():
        raise KeyboardInterrupt

    monkeypatch.setattr("summarize.command.cli.main", interrupt)
    assert start() == 130
    assert capsys.readouterr().err == "summarize: interrupted\n"
