import argparse
import json
import re
import sys
from pathlib import Path

import pytest

import summarize
from benchmarks.__main__ import main
from benchmarks.commands import speed
from benchmarks.data.sets import SEEDS
from benchmarks.errors import BenchmarkError
from benchmarks.report import timings
from benchmarks.speed import growth, hostile, limits, many, starts, steps


def options(**changes):
    parser = argparse.ArgumentParser()
    speed.add_arguments(parser)
    given = {"--sizes": "3,4", "--systems": "lead-first", "--parts": "growth"} | {
        f"--{name}": str(value) for name, value in changes.items()
    }
    return parser.parse_args([part for pair in given.items() for part in pair])


def stored(folder):
    return [json.loads(line) for line in Path(folder, "speed.jsonl").read_text().splitlines()]


def test_a_run_writes_a_header_and_each_size_and_prints_a_table(tmp_path, capsys):
    assert speed.run(options(out=tmp_path / "new")) == 0
    header, *rows = stored(tmp_path / "new")
    assert (header["kind"], header["schema"]) == ("speed", 1)
    assert header["versions"]["summarize"] == summarize.__version__
    assert [(row["kind"], row["n_articles"], row["status"]) for row in rows] == [
        ("size", 3, "ok"),
        ("size", 4, "ok"),
    ]
    assert all(row["n_sentences"] > 20 and row["n_bytes"] > 3000 for row in rows)
    assert re.search(r"system +3 +4 .*\n.*\n *lead-first +[\d.]", capsys.readouterr().out)


def ask_here(function, _, **arguments):
    """Replace `ask`, whose processes are tested with it."""
    return function(**arguments)


def test_a_run_of_all_parts_has_a_table_of_each(tmp_path, monkeypatch, capsys):
    for module in (limits, many, speed, steps):
        monkeypatch.setattr(module, "ask", ask_here)
    monkeypatch.setattr(limits.resource, "setrlimit", lambda *_: None)
    quick = (sys.executable, "-c", "")
    monkeypatch.setattr(starts, "START_UPS", ((starts.BARE, "json", quick),))
    monkeypatch.setattr(starts, "ROUNDS", 1)
    monkeypatch.setattr(steps, "N_CLUSTERS", {2: 2})
    monkeypatch.setattr(hostile, "SIZES", {"one word": 100})
    few = {"N_CLUSTERS": 2, "SIZE": 2, "ROUNDS": 1, "COUNT": 9, "WORKERS": (0, 1)}
    for name, value in few.items():
        monkeypatch.setattr(many, name, value)
    command = ["speed", "--sizes", "2", "--systems", "summarize", "--out", str(tmp_path)]
    assert main(command) == 0
    rows = stored(tmp_path)
    kinds = {row["kind"] for row in rows}
    assert kinds == {"speed", "start", "step", "floor", "many", "hostile", "size"}
    assert all(row["cpu"] > 0 for row in rows if row["kind"] in {"floor", "hostile", "size"})
    assert [row["workers"] for row in rows if row["kind"] == "many"] == [0, 1]
    out = capsys.readouterr().out
    titles = [title for key, (title, _) in timings.TEXTS.items() if key != "lost"]
    assert all(f"\n{title}: " in out for title in titles)


@pytest.fixture
def scripted(monkeypatch):
    """Replace the processes: each (system, size) ends with the status that it is given."""

    def script(results):
        def write_samples(_, __, *, sizes, **___):
            return [{"n_articles": n, "path": "x"} for n in sizes]

        def measured_by(work, *_, **__):
            system, _, n = work.args
            status = results[system, n]
            if status is KeyboardInterrupt:
                raise KeyboardInterrupt
            return {"status": status, "error": None, "cpu": 1.0, "peak_mb": 1.0}

        monkeypatch.setattr(speed, "ask", write_samples)
        monkeypatch.setattr(growth, "measured_by", measured_by)

    return script


def test_a_system_that_failed_is_not_tried_at_larger_sizes(tmp_path, scripted):
    results = {("random", 3): "ok", ("lead-first", 3): "timeout", ("random", 4): "ok"}
    scripted(results)
    assert speed.run(options(systems="lead-first,random", out=tmp_path)) == 0
    assert [(row["system"], row["status"]) for row in stored(tmp_path)[1:]] == [
        ("lead-first", "timeout"),
        ("random", "ok"),
        ("lead-first", "timeout"),
        ("random", "ok"),
    ]


def test_nothing_finished_is_exit_code_1(tmp_path, scripted):
    scripted({("lead-first", 3): "memory"})
    assert speed.run(options(out=tmp_path)) == 1


def test_an_interrupted_run_keeps_what_was_measured(tmp_path, scripted, capsys):
    results = {("lead-first", 3): "ok", ("lead-first", 4): KeyboardInterrupt}
    scripted(results)
    assert speed.run(options(out=tmp_path)) == 130
    assert [row["kind"] for row in stored(tmp_path)] == ["speed", "size"]
    out, err = capsys.readouterr()
    assert "lead-first" in out
    assert err.count("\n") == 1


def test_a_peer_that_is_not_installed_is_missing(tmp_path, scripted, monkeypatch):
    scripted({})
    monkeypatch.setattr(growth, "find_spec", lambda _: None)
    assert speed.run(options(systems="summa", out=tmp_path)) == 1
    assert [row["status"] for row in stored(tmp_path)[1:]] == ["missing", "missing"]
    assert "peers" in stored(tmp_path)[1]["error"]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("parts", "starts,ends", "unknown name 'ends'; choose among starts, steps"),
        ("sizes", "5,x", "'x' is not a whole number of at least 1"),
        ("sizes", "0", "'0' is not a whole number of at least 1"),
        ("systems", "lead-first,best", "unknown name 'best'; choose among summarize, "),
        ("systems", "oracle", "unknown name 'oracle'"),
        ("timeout", "0", "'0' is not a number of seconds above 0"),
        ("own-timeout", "0", "'0' is not a number of seconds above 0"),
        ("memory", "0", "'0' is not a whole number of at least 1"),
    ],
)
def test_values_that_no_option_can_have_are_usage_errors(option, value, message, capsys):
    with pytest.raises(SystemExit) as caught:
        options(**{option: value})
    assert caught.value.code == 2
    assert f"argument --{option}: {message}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"data": "no/such/file.jsonl"}, "no/such/file.jsonl: No such file"),
        ({"out": SEEDS / "000_4a588cfea0da092a.txt"}, "--out"),
    ],
)
def test_files_that_cannot_be_used_are_named_in_one_line(changes, message):
    with pytest.raises(BenchmarkError) as caught:
        speed.run(options(**changes))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_older_results_are_not_overwritten(tmp_path):
    (tmp_path / "speed.jsonl").write_text("{}\n")
    with pytest.raises(BenchmarkError, match="already exists"):
        speed.run(options(out=tmp_path))
    assert stored(tmp_path) == [{}]
