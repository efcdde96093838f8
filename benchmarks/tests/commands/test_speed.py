"""The speed benchmark: its articles, its processes, its floors and its results."""

import argparse
import json
import random
import re
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarize
from benchmarks import systems
from benchmarks.__main__ import main
from benchmarks.commands import speed
from benchmarks.data.generate import SEEDS, Urn, generate, read, read_facts, write_samples
from benchmarks.errors import BenchmarkError
from benchmarks.report import timings
from benchmarks.speed import children, growth, hostile, many, starts, steps
from summarize import Article, pipeline

ARTICLES = list(islice(generate(1), 200))


# ---- generated articles ----


def test_the_first_articles_are_the_same_however_many_are_taken():
    assert list(islice(generate(1), 20)) == ARTICLES[:20]
    assert next(generate(2)) != ARTICLES[0]


def test_generating_neither_reads_nor_moves_the_global_chance():
    random.seed(1)
    before = random.getstate()
    assert next(generate(1)) == ARTICLES[0]
    assert random.getstate() == before


def test_articles_are_as_long_as_news():
    longest = max(len(fact.split()) for fact in read_facts())
    assert all(410 <= len(text.split()) <= 680 + longest for text in ARTICLES)


def test_the_vocabulary_grows_with_the_text_but_more_slowly():
    few, many = (len(set(re.findall(r"\w+", " ".join(ARTICLES[:n])))) for n in (50, 200))
    assert 1.5 < many / few < 3.5


def test_some_articles_are_copies_and_some_are_nearly():
    n_of = Counter(ARTICLES)
    paragraphs = [set(text.split("\n\n")[1:]) for text in n_of]
    shared = [
        len(paragraphs[i] & paragraphs[j]) / len(paragraphs[i])
        for i in range(len(paragraphs))
        for j in range(i)
    ]
    assert n_of.most_common(1)[0][1] == 2
    assert sum(share > 0.3 for share in shared) >= 5


def test_facts_are_told_by_many_articles_in_the_same_words():
    n_telling = [sum(fact in text for text in ARTICLES) for fact in read_facts()]
    assert min(n_telling) > 1
    assert max(n_telling) > len(ARTICLES) / 20


@pytest.mark.parametrize("kind", ["name", "number", "word"])
def test_an_urn_gives_few_words_often_and_many_seldom(kind):
    urn = Urn(random.Random(0), kind)  # noqa: S311
    n_of = Counter(urn.draw() for _ in range(2000))
    assert n_of.most_common(1)[0][1] > 20
    assert sum(n == 1 for n in n_of.values()) > 100


def test_a_size_is_real_where_the_data_suffice_and_generated_where_not(tmp_path):
    data = tmp_path / "set.jsonl"
    documents = [{"text": f"The mayor spoke {n} times. Nobody é answered."} for n in range(4)]
    data.write_text(
        json.dumps({"id": "a", "documents": documents[:2], "references": ["It was so."]})
        + "\n"
        + json.dumps({"id": "b", "documents": documents[2:], "references": ["It was so."]})
    )
    samples = write_samples(tmp_path, [3, 6], seed=1, data=data)
    assert [(s["n_articles"], s["articles"]) for s in samples] == [(3, "real"), (6, "generated")]
    assert samples[0]["n_sentences"] == 6
    assert samples[0]["n_bytes"] == sum(len(d["text"].encode()) for d in documents[:3])
    assert [a.text for a in read(samples[0]["path"], 3)] == [d["text"] for d in documents[:3]]
    assert [a.text for a in read(samples[1]["path"], 5)] == ARTICLES[:5]


# ---- steps and floors ----


def test_all_steps_are_timed_and_put_back():
    before = [pipeline.split, pipeline.select]
    seconds = steps.split_time([[Article(text) for text in ARTICLES[:5]]])
    assert list(seconds) == [*steps.STEPS, "other"]
    assert all(seconds[step] > 0 for step in ("clean", "split", "judge", "embed", "select"))
    assert [pipeline.split, pipeline.select] == before


def test_time_in_a_step_that_another_calls_or_gives_counts_for_it_alone(monkeypatch):
    """A clock that counts the calls: each function looks at it once as it starts and ends."""
    ticks = iter(range(100))
    monkeypatch.setattr(steps, "process_time", lambda: next(ticks))
    monkeypatch.setattr(pipeline, "cite", lambda: None)
    monkeypatch.setattr(pipeline, "select", lambda: [pipeline.cite(), pipeline.cite()])
    monkeypatch.setattr(pipeline, "judge", lambda: lambda: None)
    with steps.timed() as seconds:
        pipeline.select()  # from 0 to 5, the two others from 1 to 2 and from 3 to 4
        assert (seconds["select"], seconds["cite"]) == (3, 2)
        question = pipeline.judge()
        question()
        assert seconds["judge"] == 2


def test_steps_are_put_back_after_an_error():
    original = pipeline.split

    def break_off():
        with steps.timed():
            assert pipeline.split is not original
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert pipeline.split is original


def test_the_ratio_to_the_floor_is_the_median_over_the_rounds(monkeypatch):
    spent = {"split_and_weigh": iter([1.0, 2.0, 1.0]), "summarize": iter([3.0, 4.0, 90.0])}
    monkeypatch.setattr(
        steps, "cpu_of", lambda function, *_: (next(spent[function.__name__]), None)
    )
    assert steps.ratio_to_floor([Article(text) for text in ARTICLES[:3]], rounds=3) == 3.0


def test_floors_and_ours_work_on_the_same_clusters(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(steps, "split_and_weigh", lambda texts: seen.append(("floor", len(texts))))
    monkeypatch.setattr(steps, "summarize", lambda articles: seen.append(("ours", len(articles))))
    sample = write_samples(tmp_path, [6], seed=1)[0]
    floors = steps.compare(sample["path"], 2, n_clusters=3, rounds=1)["floors"]
    assert [floor["what"].split()[0] for floor in floors] == ["read", "nltk"]
    assert seen[-6:] == [("floor", 2), ("ours", 2)] * 3


def test_a_ratio_is_the_median_of_ratios_and_not_the_ratio_of_medians():
    found = steps._floor("x", [(1.0, 2.0), (10.0, 30.0), (2.0, 16.0)])  # noqa: SLF001
    assert found == {"what": "x", "cpu": 2.0, "ours": 16.0, "ratio": 3.0}


def test_the_plain_floor_splits_at_every_terminator():
    assert steps.split_and_tokenise(["Mr. Hale left. Why?"]) == [["Mr"], ["Hale", "left"], ["Why"]]


# ---- processes ----


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
    path = write_samples(tmp_path, [5], seed=1)[0]["path"]
    work = {"system": "lead-first", "path": path, "n": 5, "seconds": 60, "memory": 8192}
    answer, finished = children.ask("speed.growth.measure", 60, **work)
    assert (answer["status"], finished.status) == ("ok", "ok")
    assert 0 < answer["cpu"] < finished.cpu


def test_a_large_process_that_asks_does_not_count_for_the_one_that_is_asked(tmp_path):
    if children.own_peak() is None:
        pytest.skip("this kernel does not tell")
    folder = {"folder": str(tmp_path), "sizes": [1], "seed": 1, "data": None}
    code = (
        "from benchmarks.speed.children import ask; held = b'x' * 300_000_000\n"
        f"print(ask('data.generate.prepare', 60, **{folder})[1].peak_mb)"
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

    path = write_samples(tmp_path, [5], seed=1)[0]["path"]
    monkeypatch.setattr(children.resource, "setrlimit", lambda *_: None)
    monkeypatch.setitem(systems.SYSTEMS, "summarize:broken", broken)
    answer = growth.measure("summarize:broken", path, 5, seconds=60, memory=100)
    assert answer == {"status": status, "error": message}


def test_the_limit_counts_the_time_at_work_and_not_the_time_asleep():
    code = "from benchmarks.speed.children import cpu_limit; import time\nwith cpu_limit(0.05): "
    at_work = children.run([sys.executable, "-c", code + "\n while True: pass"], 60)
    asleep = children.run([sys.executable, "-c", code + "time.sleep(0.3)"], 60)
    assert (at_work.status, asleep.status) == ("timeout", "ok")


# ---- starts ----


@pytest.fixture
def few_starts(monkeypatch):
    commands = (
        (starts.BARE, "json", (sys.executable, "-c", "sum(range(10**7))")),
        ("python", "json", (sys.executable, "-c", "")),
        ("broken", "json", (sys.executable, "-c", "import no_such_package")),
        ("import nothing", "no_such_package", (sys.executable, "-c", "import no_such_package")),
        ("nothing FILE", "json", ("/no/such/command", "{text}")),
    )
    monkeypatch.setattr(starts, "START_UPS", commands)
    monkeypatch.setattr(starts, "ROUNDS", 1)


@pytest.mark.usefixtures("few_starts")
def test_a_command_that_is_not_installed_is_a_row_that_says_so():
    rows = list(starts.rows(60))
    assert [(row["what"], row["status"]) for row in rows[1:]] == [
        ("python", "ok"),
        ("broken", "failed"),
        ("import nothing", "missing"),
        ("nothing FILE", "missing"),
    ]
    assert rows[0]["ratio"] == 1
    assert [row["ratio"] for row in rows[3:]] == [None, None]
    assert "No module named" in rows[2]["error"]


def test_ratios_are_those_of_the_runs_of_one_round(monkeypatch):
    spent = iter([1.0, 2.0, 10.0, 30.0, 2.0, 16.0])  # by round: the imports, the command
    commands = tuple((what, "json", (sys.executable, "-c", "")) for what in (starts.BARE, "ours"))
    monkeypatch.setattr(starts, "START_UPS", commands)
    monkeypatch.setattr(starts, "ROUNDS", 3)
    monkeypatch.setattr(
        starts, "run", lambda *_: children.Finished("ok", None, "", next(spent), 1.0, 1.0)
    )
    assert [(row["cpu"], row["ratio"]) for row in starts.rows(60)] == [(2.0, 1.0), (16.0, 3.0)]


# ---- many clusters ----


@pytest.mark.parametrize(
    ("seconds", "counting", "expected"),
    [
        ([[4.0, 4.0, 2.0]], [[1.0, 1.0, 1.0]], [(2, 1, 1), (2, 1, 1), (4, 2, 1)]),
        ([[2.0, 1.0], [2.0, 8.0], [2.0, 4.0]], [[1.0, 2.0]] * 3, [(4, 2, 2), (2, 1, 1)]),
    ],
)
def test_workers_are_compared_with_one_worker_in_each_round(seconds, counting, expected):
    found = many.summed_up(seconds, counting, n_clusters=8, one=1)
    assert [tuple(line[key] for key in ("clusters_s", "ratio", "counting")) for line in found] == (
        expected
    )


def test_all_clusters_are_of_other_articles():
    clusters = many._clusters(4, 3, seed=1)  # noqa: SLF001
    assert [article.text for cluster in clusters for article in cluster.articles] == ARTICLES[:12]


# ---- hostile inputs ----


@pytest.mark.parametrize("what", hostile.SIZES)
def test_a_hostile_input_is_as_large_as_it_says(what):
    few, more = (hostile.build(what, n) for n in (5000, 10_000))
    assert sum(map(len, more)) >= 1.9 * sum(map(len, few)) >= 5000
    assert hostile.build(what, 5000) == few


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([("ok", 1.0), ("ok", 4.0)], {"status": "ok", "exponent": 1.0}),
        ([("ok", 1.0), ("ok", 16.0)], {"status": "ok", "exponent": 2.0}),
        ([("ok", 1.0), ("timeout", None)], {"status": "timeout", "cpu": 1.0, "exponent": None}),
        ([("memory", None)], {"status": "memory", "cpu": None, "cpu_large": None}),
    ],
)
def test_growth_between_n_and_four_times_n(monkeypatch, answers, expected):
    left = iter(answers)

    def ask(*_, **__):
        status, cpu = next(left)
        ended = children.Finished(status, None, "", 1.0, 1.0, 1.0)
        return ({"status": status, "cpu": cpu} if cpu else {}), ended

    monkeypatch.setattr(hostile, "ask", ask)
    monkeypatch.setattr(hostile, "SIZES", {"one word": 5})
    (row,) = hostile.rows(60, memory=1, seed=0)
    assert {key: row[key] for key in expected} == expected


# ---- the run ----


@given(
    power=st.floats(-1, 3),
    factor=st.floats(1e-3, 1e3),
    sizes=st.lists(st.integers(1, 10**4), min_size=2, max_size=8, unique=True),
)
def test_the_exponent_of_a_power_is_found(power, factor, sizes):
    points = [(n, factor * n**power) for n in sizes]
    assert growth.exponent(points) == pytest.approx(power, abs=1e-6)


def size_row(system, n, cpu=None, status="ok"):
    return {"kind": "size", "system": system, "n_articles": n, "cpu": cpu, "status": status}


def test_a_fit_takes_what_finished_and_is_large_enough():
    rows = [
        {"kind": "speed"},
        size_row("a", 5, 100.0),
        size_row("a", 10, 1.0),
        size_row("a", 300, 30.0),
        size_row("a", 3000, status="timeout"),
        size_row("b", 30, 1.0),
    ]
    (fit,) = growth.fits(rows)
    assert (fit["system"], fit["from"], fit["to"]) == ("a", 10, 300)
    assert fit["exponent"] == pytest.approx(1)


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
    assert re.search(r"system +3 +4 .*\nlead-first +[\d.]", capsys.readouterr().out)


@pytest.mark.usefixtures("few_starts")
def test_a_run_of_all_parts_has_a_table_of_each(tmp_path, monkeypatch, capsys):
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


def test_what_broke_is_a_row_that_says_why(monkeypatch):
    ended = children.Finished("timeout", "not done in time", "", 1.0, 1.0, 1.0)
    for module in (steps, many):
        monkeypatch.setattr(module, "ask", lambda *_, **__: ({}, ended))
    sample = {"n_articles": 4, "path": "x", "articles": "generated"}
    rows = [*steps.rows(sample, 2, 60), *many.rows(60, seed=0)]
    assert [(row["kind"], row["what"], row["error"]) for row in rows] == [
        ("lost", "steps of 2 articles", "not done in time"),
        ("lost", "floors of 2 articles", "not done in time"),
        ("lost", "many clusters", "not done in time"),
    ]


def scripted(results):
    """Stand in for `ask`: a status for each (system, size), as the processes would give it."""

    def ask(task, _, **work):
        if task == "data.generate.prepare":
            return {"samples": [{"n_articles": n, "path": "x"} for n in work["sizes"]]}, ended("ok")
        status = results[work["system"], work["n"]]
        if status is KeyboardInterrupt:
            raise KeyboardInterrupt
        return ({"status": status, "cpu": 1.0} if status == "ok" else {}), ended(status)

    def ended(status):
        return children.Finished(status, None, "", 1.0, 1.0, 1.0)

    return ask


def patch_ask(monkeypatch, ask):
    for module in (speed, growth):
        monkeypatch.setattr(module, "ask", ask)


def test_a_system_that_failed_is_not_tried_at_larger_sizes(tmp_path, monkeypatch):
    results = {("random", 3): "ok", ("lead-first", 3): "timeout", ("random", 4): "ok"}
    patch_ask(monkeypatch, scripted(results))
    assert speed.run(options(systems="lead-first,random", out=tmp_path)) == 0
    assert [(row["system"], row["status"]) for row in stored(tmp_path)[1:]] == [
        ("lead-first", "timeout"),
        ("random", "ok"),
        ("lead-first", "timeout"),
        ("random", "ok"),
    ]


def test_nothing_finished_is_exit_code_1(tmp_path, monkeypatch):
    patch_ask(monkeypatch, scripted({("lead-first", 3): "memory"}))
    assert speed.run(options(out=tmp_path)) == 1


def test_an_interrupted_run_keeps_what_was_measured(tmp_path, monkeypatch, capsys):
    results = {("lead-first", 3): "ok", ("lead-first", 4): KeyboardInterrupt}
    patch_ask(monkeypatch, scripted(results))
    assert speed.run(options(out=tmp_path)) == 130
    assert [row["kind"] for row in stored(tmp_path)] == ["speed", "size"]
    out, err = capsys.readouterr()
    assert "lead-first" in out
    assert err.count("\n") == 1


def test_a_peer_that_is_not_installed_is_missing(tmp_path, monkeypatch):
    patch_ask(monkeypatch, scripted({}))
    monkeypatch.setattr(growth, "find_spec", lambda _: None)
    assert speed.run(options(systems="summa", out=tmp_path)) == 1
    assert [row["status"] for row in stored(tmp_path)[1:]] == ["missing", "missing"]
    assert "peers" in stored(tmp_path)[1]["error"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"parts": "starts,ends"}, "--parts names 'ends'; choose among starts, steps"),
        ({"sizes": "5,x"}, "--sizes is '5,x'"),
        ({"sizes": "0"}, "--sizes is '0'"),
        ({"systems": "lead-first,best"}, "--systems names 'best'; choose among summarize, "),
        ({"systems": "oracle"}, "--systems names 'oracle'"),
        ({"timeout": 0}, "--timeout, --own-timeout and --memory"),
        ({"own-timeout": 0}, "--timeout, --own-timeout and --memory"),
        ({"data": "no/such/file.jsonl"}, "no/such/file.jsonl"),
        ({"out": SEEDS / "000_4a588cfea0da092a.txt"}, "--out"),
    ],
)
def test_bad_options_are_one_line_that_names_them(changes, message):
    with pytest.raises(BenchmarkError) as caught:
        speed.run(options(**changes))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_older_results_are_not_overwritten(tmp_path):
    (tmp_path / "speed.jsonl").write_text("{}\n")
    with pytest.raises(BenchmarkError, match="is there already"):
        speed.run(options(out=tmp_path))
    assert stored(tmp_path) == [{}]
