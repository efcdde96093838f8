import argparse
import importlib.util
import io
import json
import random
from dataclasses import replace

import pytest
from rich.console import Console

from benchmarks.commands import quality
from benchmarks.data.sets import DataSet, Item, read
from benchmarks.errors import BenchmarkError
from benchmarks.report import tables
from benchmarks.report.results import read as read_results
from benchmarks.speed.pool import Lost, in_order
from benchmarks.systems import PACKAGES, SYSTEMS, sentences
from benchmarks.systems.tasks import plan
from summarize import Article
from summarize.choice.rank import RANKERS

EARLY = "The dam near Oslo broke on Monday. Water ran into forty cellars. Nobody drowned in it."
LATE = "A dam broke near Oslo early this week. The mayor spoke of luck. Repairs will take a year."
ITEM = Item(
    id="dam",
    articles=(Article(LATE, published="2024-05-02"), Article(EARLY, published="2024-05-01")),
    references=("The dam near Oslo broke. Repairs will take a year.",),
    query="How long will repairs take?",
)
OURS = [name for name in SYSTEMS if name not in PACKAGES]


def run_system(name, item=ITEM, words=14, seed=1):
    return SYSTEMS[name](item, words=words, seed=seed)


# Systems


def test_every_ranker_of_the_package_is_measured():
    named = {name.partition(":")[2] for name in SYSTEMS if name.startswith("summarize:")}
    assert named - {"focus"} == set(RANKERS) - {"corroboration"}


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("words", [7, 14, 30])
def test_systems_give_whole_sentences_within_the_budget(name, words):
    known = {sentence for article in sentences(ITEM) for sentence in article}
    chosen = run_system(name, words=words)
    assert set(chosen) <= known
    assert 0 < sum(len(sentence.split()) for sentence in chosen) <= words
    assert len(set(chosen)) == len(chosen)


def test_lead_takes_the_earliest_article_first_and_passes_over_what_does_not_fit():
    assert run_system("lead-first", words=12) == [
        "The dam near Oslo broke on Monday.",
        "Water ran into forty cellars.",
    ]
    assert run_system("lead-first", words=11) == [
        "The dam near Oslo broke on Monday.",
        "Nobody drowned in it.",
    ]


def test_round_robin_takes_a_sentence_of_each_article_in_turn():
    assert run_system("lead-round-robin", words=20) == [
        "The dam near Oslo broke on Monday.",
        "A dam broke near Oslo early this week.",
        "Water ran into forty cellars.",
    ]


def test_articles_without_a_date_come_last_as_they_are_given():
    item = Item("x", (Article(LATE), Article(EARLY), Article(EARLY, published="2024")), ("x",))
    starts = [article[0].split()[0] for article in sentences(item)]
    assert starts == ["The", "A", "The"]


def test_random_depends_on_its_seed_alone():
    draws = [run_system("random", seed=seed) for seed in (1, 2, 3, 4, 1)]
    random.random()  # noqa: S311 - the global generator changes nothing
    assert run_system("random", seed=1) == draws[0] == draws[4]
    assert len({tuple(draw) for draw in draws}) > 1


def test_the_oracle_reads_the_references():
    assert run_system("oracle", words=12) == [
        "The dam near Oslo broke on Monday.",
        "Repairs will take a year.",
    ]


def test_focus_gets_the_query_and_the_default_does_not(monkeypatch):
    seen = []
    real = quality.summarize.Summarizer.summarize

    def spy(self, articles, *, focus=None):
        seen.append(focus)
        return real(self, articles, focus=focus)

    monkeypatch.setattr(quality.summarize.Summarizer, "summarize", spy)
    run_system("summarize")
    run_system("summarize:focus")
    assert seen == [None, ITEM.query]
    with pytest.raises(LookupError, match="no query"):
        run_system("summarize:focus", Item("x", ITEM.articles, ITEM.references))


def test_peers_rank_our_sentences_and_need_no_data():
    for package in set(PACKAGES.values()):
        pytest.importorskip(package, reason="the extra `peers` is not installed")
    text = " ".join(" ".join(article) for article in sentences(ITEM))
    # In a process of their own: their warnings and global state are none of ours.
    for name, chosen in zip(
        PACKAGES, in_order(run_system, PACKAGES, jobs=1, seconds=60), strict=True
    ):
        assert isinstance(chosen, list), name
        assert 0 < sum(len(sentence.split()) for sentence in chosen) <= 14
        assert all(sentence in text for sentence in chosen)


# Processes


def test_results_come_in_the_order_of_the_tasks():
    tasks = ["__import__('time').sleep(0.3)", "1", "2", "3"]
    assert list(in_order(eval, tasks, jobs=2, seconds=30)) == [None, 1, 2, 3]


def test_a_task_that_hangs_or_dies_is_lost_alone():
    tasks = ["1", "__import__('time').sleep(60)", "__import__('os')._exit(3)", "4"]
    assert list(in_order(eval, tasks, jobs=1, seconds=1)) == [
        1,
        Lost("timeout", "took longer than 1 s"),
        Lost("failed", "its process ended with exit code 3"),
        4,
    ]


def test_processes_cut_words_in_the_same_order_in_every_run():
    task = "__import__('os').environ['PYTHONHASHSEED'], hash('dam')"
    assert (
        len(
            set(in_order(eval, [task], jobs=1, seconds=30))
            | set(in_order(eval, [task], jobs=1, seconds=30))
        )
        == 1
    )


# Runs


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
    """Do the work in this process, so that a test is quick."""
    monkeypatch.setattr(
        quality, "in_order", lambda work, tasks, **_: (work(task) for task in tasks)
    )


def run(data, *arguments, systems="lead-first,random,oracle"):
    parser = argparse.ArgumentParser()
    quality.add_arguments(parser)
    given = ["--data", data, "--words", 14, "--systems", systems, *arguments]
    return quality.run(parser.parse_args(list(map(str, given))))


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
    draw = random.Random(7)  # noqa: S311 - no secret
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
        ([], "is there already; add --resume"),
        (["--resume", "--seed", "2"], "made with other seed"),
        (["--resume", "--limit", "1"], "made with other sets"),
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
    [("{broken\n", "line 3: is no JSON object"), ('{"set":"x"}\n', "line 3: is not the row")],
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
        """Stand in for the processes, which are tested above."""
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
    assert "random: timeout: took longer than 3 s" in printed
    assert "2/3" in printed


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


def test_focus_is_run_on_request_where_there_is_a_query():
    assert "summarize:focus" not in quality.choose(None)
    names = quality.choose("lead-first", use_query=True)
    assert names == ["lead-first", "summarize:focus"]
    items = (ITEM, replace(ITEM, id="other", query=None))
    data = DataSet("dams", "", items, words=14, metric="recall", tokenizer="ascii")
    planned = [(task.item.id, task.system) for task in plan([data], names, seed=1)]
    assert planned == [("dam", "lead-first"), ("dam", "summarize:focus"), ("other", "lead-first")]


@pytest.mark.parametrize(
    ("arguments", "systems", "message"),
    [
        ([], "lead-first,nobody", "unknown system 'nobody'; known are summarize, "),
        ([], ",", "names none"),
        (["--baseline", "random"], "lead-first", "random is not among the systems"),
        (["--resume"], "lead-first", "--resume needs --out"),
    ],
)
def test_options_that_make_no_sense_are_refused(data, arguments, systems, message):
    with pytest.raises(BenchmarkError, match=message):
        run(data, *arguments, systems=systems)


@pytest.mark.parametrize(
    "arguments", [["--words", "0"], ["--jobs", "x"], ["--limit", "-1"], ["--timeout", "nan"]]
)
def test_numbers_out_of_range_are_usage_errors(data, arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        run(data, *arguments)
    assert caught.value.code == 2
    assert arguments[0] in capsys.readouterr().err


def test_all_systems_but_those_on_request_are_the_default():
    assert quality.choose(None) == [name for name in SYSTEMS if name != "summarize:focus"]
    assert quality.choose("oracle, oracle") == ["oracle"]


def test_no_system_is_given_more_than_the_file_holds(data):
    assert [len(item.articles) for item in read(data)] == [2, 2, 2]


# Tables


def row(system, cluster, value, status="ok"):
    good = status == "ok"
    scores = {name: dict.fromkeys("prf", value) for name in tables.ROUGE}
    return {
        "set": "news",
        "cluster": cluster,
        "system": system,
        "status": status,
        "error": None if good else "bad luck",
        "scores": scores if good else None,
        "beyond": dict.fromkeys(tables.MEASURES, value) if good else None,
    }


ROWS = [
    row("base", "a", 0.1),
    row("new", "a", 0.3),
    row("base", "b", 0.2),
    row("new", "b", 0.0, "timeout"),
    row("none", "a", 0.0, "missing"),
]


def test_means_are_over_good_rows_and_differences_over_shared_clusters():
    seconds = {("news", "a", "base"): 1.0, ("news", "b", "base"): 2.0}
    base, new, none = tables.lines(ROWS, seconds, metric="recall", baseline="base")
    assert base.rouge["rouge2"] == pytest.approx(0.15)
    assert (base.difference, base.p, base.cpu) == (None, None, 1.5)
    assert new.difference == pytest.approx(0.2)
    assert (new.n_good, new.n_rows, new.error) == (1, 2, "timeout: bad luck")
    assert (none.rouge, none.interval, none.difference, none.cpu) == ({}, None, None, None)


@pytest.mark.parametrize("width", [80, 200])
def test_the_table_fits_its_terminal(width):
    found = tables.lines(ROWS, {}, metric="recall", baseline="base")
    console = Console(file=io.StringIO(), width=width)
    tables.show("news", found, console, baseline="base")
    lines = console.file.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert any("base" in line and "15.00" in line for line in lines)
    assert lines[-1] == "none: missing: bad luck"
