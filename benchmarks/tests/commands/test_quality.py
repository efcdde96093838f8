import argparse
import importlib.util
import json
import random

import pytest

from benchmarks.commands import quality
from benchmarks.errors import BenchmarkError
from benchmarks.report.results import read as read_results
from benchmarks.speed.processes import Lost
from benchmarks.systems import SYSTEMS

EARLY = "The dam near Oslo broke on Monday. Water ran into forty cellars. Nobody drowned in it."
LATE = "A dam broke near Oslo early this week. The mayor spoke of luck. Repairs will take a year."


def fail(item, **_):
    raise ValueError(f"no luck\nwith the {item.id}")


@pytest.fixture
def data(tmp_path):
    """Write a small set of three clusters."""
    path = tmp_path / "news.jsonl"
    records = [
        {
            "id": name,
            "documents": [{"text": text.replace("dam", name)} for text in (EARLY, LATE)],
            "references": [f"The {name} near Oslo.", "Nobody drowned in it."],
        }
        for name in ("dam", "fire", "bridge")
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def here(monkeypatch):
    """Do the work in this process, so that a test is fast."""
    monkeypatch.setattr(
        quality, "in_order", lambda work, tasks, **_: (work(task) for task in tasks)
    )


def parse(data, *arguments):
    parser = argparse.ArgumentParser()
    quality.add_arguments(parser)
    return parser.parse_args(list(map(str, ["--data", data, "--words", 14, *arguments])))


def run(data, *arguments, systems="lead-first,random,oracle"):
    return quality.run(parse(data, "--systems", systems, *arguments))


@pytest.mark.usefixtures("here")
def test_a_run_writes_a_row_a_set_cluster_and_system_in_that_order(data, tmp_path, capsys):
    assert run(data, "--out", tmp_path / "out") == 0
    header, rows = read_results(tmp_path / "out" / "quality.jsonl")
    signed = "rouge:1,2,L|stem:porter|tok:ascii|limit:14w|refs:mean|rouge-score:0.1.2"
    assert (header["kind"], header["schema"], header["signature"]) == ("quality", 1, signed)
    assert header["sets"][0]["name"] == "news"
    assert header["sets"][0]["metric"] == "recall"
    assert [(row["cluster"], row["system"]) for row in rows] == [
        (cluster, system)
        for cluster in ("dam", "fire", "bridge")
        for system in ("lead-first", "random", "oracle")
    ]
    first = rows[0]
    assert (first["set"], first["status"], first["error"], first["n_words"]) == (
        "news",
        "ok",
        None,
        12,
    )
    assert first["scores"]["rouge1"].keys() == {"p", "r", "f"}
    assert first["beyond"]["budget_used"] == round(12 / 14, 6)
    assert "text" not in first
    times = (tmp_path / "out" / "seconds.jsonl").read_text().splitlines()
    assert [json.loads(line)["cluster"] for line in times] == [row["cluster"] for row in rows]
    printed = capsys.readouterr()
    assert signed in printed.out
    assert not printed.err.strip()  # no progress bar where nobody looks


def test_the_number_of_processes_changes_nothing(data, tmp_path, monkeypatch):
    assert run(data, "--jobs", 2, "--out", tmp_path / "two") == 0
    monkeypatch.setattr(quality, "in_order", lambda work, tasks, **_: (work(t) for t in tasks))
    assert run(data, "--out", tmp_path / "none") == 0
    two, none = (tmp_path / jobs / "quality.jsonl" for jobs in ("two", "none"))
    assert two.read_bytes() == none.read_bytes()


@pytest.mark.usefixtures("here")
def test_a_run_that_was_cut_anywhere_ends_with_the_same_bytes(data, tmp_path):
    run(data, "--out", tmp_path)
    path, times = tmp_path / "quality.jsonl", tmp_path / "seconds.jsonl"
    whole, all_times = path.read_bytes(), times.read_bytes()
    draw = random.Random(7)
    line_ends = [at + 1 for at, byte in enumerate(whole) if byte == ord("\n")]
    cuts = [0, 1, len(whole) - 1, len(whole), *line_ends[:2]]
    for cut in [*cuts, *(draw.randrange(len(whole)) for _ in range(15))]:
        path.write_bytes(whole[:cut])
        times.write_bytes(all_times[: draw.randrange(len(all_times))])
        assert run(data, "--out", tmp_path, "--resume") == 0
        assert path.read_bytes() == whole, cut


@pytest.mark.usefixtures("here")
def test_what_is_there_is_not_computed_again(data, tmp_path, monkeypatch):
    run(data, "--out", tmp_path, "--limit", 3)
    monkeypatch.setattr(quality, "carry_out", None)
    assert run(data, "--out", tmp_path, "--limit", 3, "--resume") == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "already exists; add --resume"),
        (["--resume", "--seed", "2"], "its settings differ in seed"),
        (["--resume", "--limit", "1"], "its settings differ in sets"),
    ],
)
@pytest.mark.usefixtures("here")
def test_results_of_another_run_stay_as_they_are(data, tmp_path, arguments, message):
    run(data, "--out", tmp_path)
    before = (tmp_path / "quality.jsonl").read_bytes()
    with pytest.raises(BenchmarkError, match=message):
        run(data, "--out", tmp_path, *arguments)
    assert (tmp_path / "quality.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{broken\n", "line 3: is not a JSON object"),
        ('{"set":"x"}\n', "its rows are not those of this run"),
    ],
)
@pytest.mark.usefixtures("here")
def test_stored_results_that_do_not_fit_are_refused(data, tmp_path, line, message):
    run(data, "--out", tmp_path)
    path = tmp_path / "quality.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join([*lines[:2], line, *lines[3:]]))
    with pytest.raises(BenchmarkError, match=message):
        run(data, "--out", tmp_path, "--resume")


@pytest.mark.usefixtures("here")
def test_a_folder_that_cannot_be_written_to_is_named(data):
    with pytest.raises(BenchmarkError, match=r"news\.jsonl: .*give --out a folder"):
        run(data, "--out", data)


def test_peers_that_fail_hang_or_die_are_rows_that_say_so(data, tmp_path, monkeypatch, capsys):
    def lose_some(work, tasks, *, seconds, **_):
        """Replace the processes, which are tested above."""
        lost = Lost("timeout", f"took longer than {seconds:g} s")
        for task in tasks:
            yield lost if (task.system, task.item.id) == ("random", "fire") else work(task)

    monkeypatch.setattr(quality, "in_order", lose_some)
    monkeypatch.setitem(SYSTEMS, "fail", fail)
    arguments = ["--timeout", "3", "--out", tmp_path]
    assert run(data, *arguments, systems="lead-first,random,fail") == 0
    _, rows = read_results(tmp_path / "quality.jsonl")
    found = {(row["system"], row["cluster"]): (row["status"], row["error"]) for row in rows}
    assert found["random", "fire"] == ("timeout", "took longer than 3 s")
    assert found["fail", "fire"] == ("failed", "ValueError: no luck with the fire")
    assert found["random", "bridge"] == found["lead-first", "fire"] == ("ok", None)
    printed = capsys.readouterr().out
    assert "random: 2/3 done; timeout: took longer than 3 s" in printed


@pytest.mark.usefixtures("here")
def test_a_peer_that_is_not_installed_is_a_row_that_names_the_extra(data, tmp_path, monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(
        "benchmarks.systems.tasks.find_spec", lambda name: None if name == "summa" else real(name)
    )
    assert run(data, "--out", tmp_path, systems="summa") == 1
    _, rows = read_results(tmp_path / "quality.jsonl")
    assert {row["status"] for row in rows} == {"missing"}
    assert rows[0]["error"] == "summa is not installed: pip install 'summarize[peers]'"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--baseline", "oracle"], "oracle is not among the systems"),
        (["--resume"], "--resume needs --out"),
    ],
)
def test_options_that_contradict_one_another_are_refused(data, arguments, message):
    with pytest.raises(BenchmarkError, match=message):
        run(data, *arguments, systems="lead-first")


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--words", "0", "'0' is not a whole number of at least 1"),
        ("--jobs", "x", "'x' is not a whole number"),
        ("--limit", "-1", "'-1' is not a whole number"),
        ("--timeout", "nan", "'nan' is not a number of seconds above 0"),
        ("--systems", "lead-first,nobody", "unknown name 'nobody'; choose among summarize, "),
        ("--systems", ",", "no name; choose among summarize, "),
    ],
)
def test_values_that_no_option_can_have_are_usage_errors(data, option, value, message, capsys):
    with pytest.raises(SystemExit) as caught:
        run(data, option, value)
    assert caught.value.code == 2
    assert f"argument {option}: {message}" in capsys.readouterr().err


def test_all_systems_but_those_on_request_are_the_default(data):
    assert parse(data).systems == [name for name in SYSTEMS if name != "summarize:focus"]
    assert parse(data, "--systems", "oracle, oracle").systems == ["oracle"]
