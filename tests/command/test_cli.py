"""The command as its user meets it: every flag, every exit code, every way to go wrong."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import signal
import stat
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarize import __version__
from summarize.__main__ import main as start
from summarize.choice.rank import RANKERS
from summarize.command.arguments import build_parser
from summarize.command.cli import main

ROOT = Path(__file__).parents[2]

NORTH = """\
Title: Ferry Runs Aground Off Lunde
Source: Lunde Post
Date: June 11, 2025

The ferry Hilda ran aground off the island of Lunde on Monday with 212 people on board.

Rescue boats from three harbours took all 212 people off the ferry, the coast guard said.

The captain told the coast guard that the steering had failed a few minutes after departure.
"""
SOUTH = """\
The ferry Hilda ran aground off the island of Lunde on Monday morning, and nobody was hurt.

Rescue boats took all 212 people off the ferry before noon, a coast guard spokeswoman said.

The shipping company will replace the ferry with two smaller boats until the end of the summer.
"""
EAST = """\
Nobody was hurt when the ferry Hilda ran aground off the island of Lunde on Monday.

Engineers will examine the steering of the ferry, which had been repaired twice this year.

Hotel owners on Lunde fear that visitors will stay away while only two boats are running.
"""


@dataclass
class Result:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str

    @property
    def notes(self):
        """The lines on standard error; each must be one of ours."""
        lines = self.err.splitlines()
        assert all(line.startswith("summarize: ") for line in lines), self.err
        return [line.removeprefix("summarize: ") for line in lines]


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    """Work in a folder with three articles, and in an environment that asks for nothing."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    Path("news").mkdir()
    for name, text in (("north", NORTH), ("south", SOUTH), ("east", EAST)):
        Path(f"news/{name}.txt").write_text(text)


@pytest.fixture
def run(capsys, monkeypatch):
    """Return a function that runs the command in this process."""

    def run(*argv, stdin=None):
        if stdin is not None:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = main(list(argv))
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


def command(*argv, **options):
    """Run the real command in a process of its own, buffered as on a reader's machine."""
    environment = {**os.environ, **options.pop("env", {})}
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        [sys.executable, "-m", "summarize", *argv],
        env=environment,
        check=False,
        capture_output="stdout" not in options,
        timeout=60,
        **options,
    )


def event(*texts, **fields):
    """Write an event of a batch as a line."""
    return json.dumps({**fields, "documents": list(texts)}) + "\n"


def names(folder="."):
    """List a folder, hidden files included."""
    return sorted(path.name for path in Path(folder).iterdir())


# The main job


def test_a_folder_gives_one_cited_summary_in_plain_text(run):
    result = run("news")
    assert (result.code, result.notes) == (0, [])
    headline, *sentences = result.out.split("\n\n")[0].splitlines()
    assert headline.startswith("Ferry Runs Aground Off Lunde [")
    for sentence in sentences:
        text, numbers = sentence.removesuffix("]").rsplit(" [", 1)
        assert any(text in article for article in (NORTH, SOUTH, EAST))
        assert set(numbers.split(", ")) <= {"1", "2", "3", "one origin"}
    assert "\x1b" not in result.out


def test_files_in_any_order_are_the_same_event(run):
    north, south, east = (f"news/{name}.txt" for name in ("north", "south", "east"))
    first = run(north, south, east, "-f", "json")
    assert first.code == 0
    assert run(east, north, south, "-f", "json") == first
    assert run("news", "-f", "json") == first


def test_python_m_summarize_is_the_command_on_the_seeds(run):
    process = command(str(ROOT / "seeds"), "-f", "json")
    assert (process.returncode, process.stderr) == (0, b"")
    assert process.stdout.decode() == run(str(ROOT / "seeds"), "-f", "json").out
    cited = {s["document"] for s in json.loads(process.stdout)["sentences"]}
    assert len(cited) >= 2


def test_dash_is_one_article_on_standard_input(run):
    result = run("-", "-f", "json", stdin=NORTH)
    (document,) = json.loads(result.out)["documents"]
    assert (document["id"], document["path"]) == ("-", None)
    assert (document["source"], document["published"]) == ("Lunde Post", "2025-06-11")


def test_flags_may_stand_between_paths_and_a_double_dash_ends_them(run):
    Path("-odd.txt").write_text(SOUTH)
    result = run("news/north.txt", "-n", "1", "-f", "json", "--", "-odd.txt")
    paths = {document["path"] for document in json.loads(result.out)["documents"]}
    assert paths == {"news/north.txt", "-odd.txt"}
    assert run("--", "-odd.txt").code == 0
    assert run("-w", "20", "--", "-odd.txt", "--").notes == [
        "cannot read --: does not exist; check the path",
        "there is one article: nothing can be corroborated",
    ]


# Flags


@pytest.mark.parametrize(
    ("flag", "limit", "measure"),
    [
        ("-w", 40, lambda text, _: len(text.split())),
        ("--words", 20, lambda text, _: len(text.split())),
        ("-n", 2, lambda _, sentences: len(sentences)),
        ("--sentences", 1, lambda _, sentences: len(sentences)),
        ("-c", 280, lambda text, _: len(text)),
        ("--chars", 100, lambda text, _: len(text)),
        ("-p", 30, lambda text, _: len(text.split()) / 1.5),
        ("--percent", 15.5, lambda text, _: len(text.split()) / 1.5),
    ],
)
def test_a_length_is_an_upper_bound(run, flag, limit, measure):
    result = json.loads(run("news", flag, str(limit), "-f", "json").out)
    assert 0 < measure(result["text"], result["sentences"]) <= limit


@pytest.mark.parametrize("name", RANKERS)
def test_every_ranking_can_be_asked_for(run, name):
    result = run("news", "--rank", name, "-f", "json")
    assert f"rank:{name}|" in json.loads(result.out)["signature"]


def test_focus_chooses_what_the_text_is_about(run):
    without, with_focus = (
        run("news", "-n", "1", *flags).out for flags in ((), ("--focus", "hotel owners visitors"))
    )
    assert "Hotel owners on Lunde" not in without
    assert "Hotel owners on Lunde" in with_focus


def test_a_summary_is_verified_against_the_paths_that_it_names(run):
    run("news", "-o", "s.json")
    result = run("--verify", "s.json")
    assert (result.code, result.notes) == (0, [])
    assert result.out.endswith(" of 3 articles: all holds\n")
    assert run("--verify", "s.json", "news").code == 0
    Path("news/south.txt").write_text(SOUTH.replace("ferry", "fairy", 1))
    changed = run("--verify", "s.json")
    assert (changed.code, changed.out) == (4, "")
    assert "s.json: article" in changed.notes[0]
    assert "(news/south.txt) is missing or not as it was" in changed.notes[0]
    Path("news/south.txt").unlink()
    assert run("--verify", "s.json").code == 4


@pytest.mark.parametrize(
    ("written", "note"),
    [
        (None, "cannot read s.json: does not exist; check the path"),
        ("{", "s.json is no complete JSON; give what -f json wrote"),
        ("[1]", "s.json is no summary; give the JSON that -f json wrote"),
        ('{"schema": "summarize/9"}', "s.json is a summary of the version summarize/9;"),
        ("\\udcff", "s.json is no"),
    ],
)
@pytest.mark.parametrize("flag", ["--verify", "--seen"])
def test_what_is_no_summary_is_one_clear_line(run, flag, written, note):
    if written is not None:
        Path("s.json").write_text(written)
    result = run("news", flag, "s.json")
    assert (result.code, result.out, len(result.notes)) == (2, "", 1)
    assert result.notes[0].startswith(note)


def test_pages_of_a_batch_are_a_folder_with_an_index(run):
    Path("b.jsonl").write_text(event(NORTH, SOUTH, id="one") + event(EAST, id="<two>"))
    assert run("b.jsonl", "-f", "html").notes == ["pages of a batch need a folder; give -o DIR"]
    result = run("b.jsonl", "-f", "html", "-o", "pages")
    assert (result.code, result.out) == (0, "")
    assert sorted(path.name for path in Path("pages").iterdir()) == [
        "1.html",
        "2.html",
        "index.html",
    ]
    index = Path("pages/index.html").read_text("utf-8")
    assert index.count("<li>") == 2
    assert "&lt;two&gt;" in index
    Path("file").write_text("x")
    assert run("b.jsonl", "-f", "html", "-o", "file").notes == [
        "cannot write file: it is a file; give -o a folder"
    ]


def test_one_page_goes_where_it_is_asked_to(run):
    assert run("news", "-o", "page.html").code == 0
    page = Path("page.html").read_text("utf-8")
    assert page == run("news", "-f", "html").out
    assert page.startswith("<!doctype html>")


def test_seen_leaves_only_what_is_new(run):
    Path("later").mkdir()
    Path("later/tugs.txt").write_text(
        "Two tugs pulled the ferry Hilda off the sandbank at high water on Tuesday.\n\nDivers "
        "found a crack in the rudder of the ship, and it will stay in the yard until Friday."
    )
    run("news", "-f", "json", "-o", "day1.json")
    result = run("news", "later", "--seen", "day1.json", "-f", "json")
    summary = json.loads(result.out)
    paths = {document["number"]: document["path"] for document in summary["documents"]}
    assert {paths[s["document"]] for s in summary["sentences"]} == {"later/tugs.txt"}
    again = run("news", "--seen", "day1.json")
    assert (again.code, again.out) == (1, "")


def test_min_origins_and_explain_reach_the_summary(run):
    result = run("news", "--min-origins", "2", "--explain", "-f", "json")
    for sentence in json.loads(result.out)["sentences"]:
        assert sentence["corroboration"] >= 2
        assert set(sentence["explanation"]) == {"factors", "runner_up"}
    assert run("news", "--min-origins", "0").notes == [
        "min_origins is 0; give a whole number of at least 1"
    ]


def test_the_lambda_reaches_the_choice(run):
    result = run("news", "--mmr-lambda", "0.25", "-f", "json")
    assert "lambda:0.25|" in json.loads(result.out)["signature"]


@pytest.mark.parametrize(
    ("flags", "beginning"),
    [
        (("-f", "text"), "Ferry Runs Aground Off Lunde ["),
        (("--format", "markdown"), "# Ferry Runs Aground Off Lunde ["),
        (("-f", "json"), '{\n  "schema": "summarize/1",'),
        (("-f", "jsonl"), '{"schema": "summarize/1",'),
        (("-f", "terminal"), " Ferry Runs Aground Off Lunde  [1]\n 3 articles"),
        (("--color", "always"), " \x1b["),
        (("--color", "never"), "Ferry Runs Aground"),
    ],
)
def test_every_format_can_be_asked_for(run, flags, beginning):
    result = run("news", *flags)
    assert result.code == 0
    assert result.out.lstrip("\n").startswith(beginning)
    assert result.out.endswith("\n")


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


def test_colours_are_never_put_into_a_file_unasked(run, monkeypatch):
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


def test_quiet_keeps_only_errors(run):
    Path("empty.txt").touch()
    assert run("news", "empty.txt").notes == [
        "skipped empty.txt: is empty; there is nothing to summarise in it"
    ]
    for flag in ("-q", "--quiet"):
        assert run("news", "empty.txt", flag).notes == []
        assert run("news", "missing.txt", flag).notes == [
            "cannot read missing.txt: does not exist; check the path"
        ]
        assert len(run("empty.txt", flag).notes) == 1


def test_verbose_says_what_was_read(run):
    for flag in ("-v", "--verbose"):
        (note,) = run("news", flag).notes
        assert note.startswith("articles: 3, sentences: 9, signature: rank:corroboration|")


def test_each_path_is_an_event_of_its_own(run):
    paths = ("news/north.txt", "news/south.txt")
    lines = run(*paths, "--each", "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == list(paths)
    first, second = (run(path, "--each").out for path in paths)
    assert run(*paths, "--each").out == f"{first}\n{second}"


def test_input_jsonl_reads_events_from_standard_input(run):
    result = run("-", "--input", "jsonl", "-f", "jsonl", stdin=event(NORTH, SOUTH, id="e1"))
    assert json.loads(result.out)["id"] == "e1"


def test_the_encoding_can_be_given(run):
    Path("a.txt").write_bytes(
        "The ferry “Hilda” ran aground off Lunde on Monday.".encode("utf-16-le")
    )
    assert "“Hilda”" in run("a.txt", "--encoding", "utf-16-le").out
    assert run("a.txt").code == 1


def test_strict_turns_a_skipped_input_into_exit_code_3(run):
    Path("empty.txt").touch()
    Path("title.txt").write_text("Ferry Aground\n")
    assert run("news", "--strict").code == 0
    for name in ("empty.txt", "title.txt"):
        lenient, strict = run("news", name), run("news", name, "--strict")
        assert (lenient.code, strict.code) == (0, 3)
        assert lenient.out == strict.out
        assert lenient.notes[0].startswith(f"skipped {name}: ")


def test_strict_does_not_mind_exact_copies(run):
    Path("news/copy.txt").write_text(SOUTH)
    result = run("news", "--strict")
    assert result.code == 0
    assert len(result.notes) == 1
    assert "exact copy" in result.notes[0]


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_is_complete(run, flag):
    result = run(flag, "news", "--rank", "lead")
    assert (result.code, result.err) == (0, "")
    assert [line for line in result.out.splitlines() if len(line) > 79] == []
    for words in [*RANKERS, "examples:", "exit codes:", *_flags()]:
        assert words in result.out


def test_version(run):
    assert run("--version") == Result(0, f"summarize {__version__}\n", "")


def _flags():
    actions = build_parser()._actions  # noqa: SLF001 - argparse has no other list of them
    return [flag for action in actions for flag in action.option_strings]


@pytest.mark.parametrize("flag", _flags())
def test_every_flag_is_documented(flag):
    documented = (ROOT / "docs" / "guide" / "cli.md").read_text(encoding="utf-8")
    assert f"`{flag}`" in documented or f"`{flag} " in documented


@pytest.mark.parametrize(
    "code",
    ["import summarize", "import summarize.command.cli; summarize.command.cli.main(['--help'])"],
)
def test_import_and_help_load_nothing_heavy(code):
    heavy = "{'numpy', 'scipy', 'sklearn', 'nltk', 'rich'}"
    code = f"import sys; {code}; sys.exit(str({heavy} & set(sys.modules) or ''))"
    process = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert process.stderr.decode().strip() == ""


# Wrong usage


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ((), "no PATH is given; usage: summarize [OPTION]... PATH..."),
        (("news", "-w", "0"), "words is 0"),
        (("news", "-w", "-5"), "words is -5"),
        (("news", "-n", "-1"), "sentences is -1"),
        (("news", "-c", "0"), "chars is 0"),
        (("news", "-p", "0"), "percent is 0"),
        (("news", "-p", "101"), "percent is 101"),
        (("news", "-p", "nan"), "percent is nan"),
        (("news", "-w", "many"), "-w/--words: 'many' is not a whole number"),
        (("news", "-n", "2.5"), "-n/--sentences: '2.5' is not a whole number"),
        (("news", "-w", "9" * 5000), "is not a whole number"),
        (("news", "-p", "half"), "-p/--percent: 'half' is not a number"),
        (("news", "-w"), "-w/--words: expected one argument"),
        (("news", "-w", "5", "-n", "5"), "words and sentences are both given"),
        (("news", "--mmr-lambda", "2"), "mmr_lambda is 2"),
        (("news", "--mmr-lambda", "x"), "--mmr-lambda: 'x' is not a number"),
        (("news", "--rank", "best"), "invalid choice: 'best' (choose from 'corroboration'"),
        (("news", "-f", "pdf"), "invalid choice: 'pdf'"),
        (("news", "--color", "red"), "invalid choice: 'red'"),
        (("news", "--width", "23"), "--width: 23 is too narrow; give at least 24"),
        (("news", "--width", "wide"), "--width: 'wide' is not a whole number"),
        (("news", "--encoding", "x"), "encoding is 'x'; give one that Python knows"),
        (("news", "-q", "-v"), "not allowed with argument"),
        (("news", "--wor", "5"), "unrecognized arguments: --wor"),
        (("news", "--\x1b[31mred"), "unrecognized arguments: --red"),
        (("news", "b.jsonl"), "cannot be mixed"),
        (("news", "-o", ""), "cannot write ''"),
        (("news", "-o", "out/"), "it names no file"),
        (("news", "-o", "news"), "cannot write news: it is a folder"),
        (("news", "-o", "none/out.md"), "its folder does not exist"),
        (("news", "-o", "news/east.txt/out.md"), "Not a directory; choose another place"),
        (("news", "-o", "news/east.txt"), "news/east.txt is an input; give -o another file"),
        (("news", "-o", "link.txt"), "link.txt is an input"),
        (("b.jsonl", "-o", "b.jsonl"), "b.jsonl is an input"),
        (("b.jsonl", "-f", "json"), "the format json holds one event; use -f jsonl"),
        (("b.jsonl", "-o", "out.json"), "the format json holds one event"),
        (("-", "--input", "jsonl", "-f", "json"), "the format json holds one event"),
        (("news", "news", "--each", "-f", "json"), "the format json holds one event"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_one_line_that_says_what_to_do(run, argv, words):
    Path("link.txt").symlink_to("news/east.txt")
    Path("b.jsonl").write_text(event(NORTH))
    result = run(*argv)
    assert (result.code, result.out) == (2, "")
    (line,) = result.notes
    assert words in line
    assert ";" in line
    assert Path("news/east.txt").read_text() == EAST
    assert names() == ["b.jsonl", "link.txt", "news"]


def test_json_of_one_path_is_one_event_even_with_each(run):
    assert json.loads(run("news", "--each", "-f", "json").out)["id"] == "news"


# Bad inputs


def test_a_missing_path_is_exit_code_2_and_the_others_are_summarised(run):
    result = run("missing.txt", "news")
    assert result.code == 2
    assert result.notes == ["cannot read missing.txt: does not exist; check the path"]
    assert result.out == run("news").out


def test_a_missing_path_alone_is_one_line(run):
    result = run("missing.txt", "--strict")
    assert (result.code, result.out, len(result.notes)) == (2, "", 1)
    assert run("").notes == ["cannot read '': does not exist; check the path"]
    assert run("", "--each").notes == ["cannot read '': does not exist; check the path"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\x7fELF\0\0", "looks like a binary file"),
        (b"caf\x81", "name its encoding with --encoding"),
        (b"<html><p>The ferry ran aground.</p>", "is HTML"),
        (b"Ferry Aground\n\nIsland Waits\n", "no sentence found"),
    ],
)
def test_nothing_to_summarise_is_exit_code_1_and_writes_nothing(run, data, words):
    Path("a.txt").write_bytes(data)
    Path("out.md").write_text("older")
    result = run("a.txt", "-o", "out.md")
    assert (result.code, result.out) == (1, "")
    skipped, failed = result.notes
    assert skipped.startswith("skipped a.txt: ")
    assert words in skipped
    assert failed.startswith("nothing could be summarised; ")
    assert Path("out.md").read_text() == "older"
    assert names() == ["a.txt", "news", "out.md"]
    assert run("a.txt", "news").code == 0


def test_one_event_that_fails_writes_no_line_even_as_jsonl(run):
    Path("empty.txt").touch()
    Path("title.txt").write_text("Ferry Aground\n")
    for argv in (["empty.txt"], ["title.txt"], ["empty.txt", "--each"]):
        result = run(*argv, "-f", "jsonl")
        assert (result.code, result.out) == (1, "")


def test_a_folder_without_articles_is_exit_code_1(run):
    Path("none").mkdir()
    result = run("none")
    assert result.code == 1
    assert result.notes[0].startswith("skipped none: no articles in this folder")


def test_a_one_sentence_article_is_its_own_summary(run):
    result = run(
        "-", stdin="The ferry Hilda ran aground off the island of Lunde on Monday morning."
    )
    assert result.code == 0
    assert result.out.startswith("The ferry Hilda ran aground")


def test_a_budget_that_no_sentence_fits_gives_one_and_a_warning(run):
    result = run("news", "-w", "3")
    assert result.code == 0
    assert any("no sentence fits" in note for note in result.notes)


def test_ten_thousand_copies_of_an_article_are_one_origin(run):
    Path("many").mkdir()
    for number in range(10_000):
        Path(f"many/{number}.txt").write_text(SOUTH)
    result = run("many", "-f", "json")
    assert (result.code, len(result.notes)) == (0, 2)
    summary = json.loads(result.out)
    assert len(summary["documents"]) == 10_000
    assert {sentence["corroboration"] for sentence in summary["sentences"]} == {1}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("new\nline.txt", "new line.txt"),
        ("\x1b[31mred.txt", "red.txt"),
        ("\u202etxt.exe.txt", "txt.exe.txt"),
        ("caf\udce9.txt", "caf\ufffd.txt"),
    ],
)
def test_a_hostile_file_name_cannot_command_the_terminal(run, name, shown):
    Path(name).touch()
    result = run(name, "missing " + name, "news", "-v")
    assert f"cannot read missing {shown}: does not exist; check the path" in result.notes
    assert any(note.startswith(f"skipped {shown}: is empty") for note in result.notes)
    Path(name).write_text(SOUTH)
    for form in ("text", "terminal", "markdown"):
        assert not set(run(name, "-f", form).out) & {"\x1b", "\u202e", "\udce9"}
    assert json.loads(run(name, "-f", "json").out)["documents"][0]["path"] == name


def test_an_article_without_a_sentence_is_one_line_and_its_copies_are_none(run):
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text("Ferry Aground\n")
    result = run("news", "a.txt", "b.txt", "c.txt")
    assert result.notes == ["skipped a.txt: no sentence found; give its full text"]
    result = run("a.txt", "news", "--each")
    assert result.notes == [
        "skipped a.txt: no article holds a sentence that can be used; give one in whole sentences"
    ]


# Batches


BATCH = (
    event(NORTH, SOUTH, id="one")
    + "{broken\n\n"
    + event("Ferry Aground", id="three")
    + event({"id": "x", "text": 5}, EAST)
)


def test_the_lines_of_a_jsonl_batch_match_its_events(run):
    Path("b.jsonl").write_text(BATCH)
    result = run("b.jsonl", "-f", "jsonl")
    assert result.code == 0
    first, second, third, fourth = map(json.loads, result.out.splitlines())
    assert (first["id"], len(first["documents"])) == ("one", 2)
    assert second["schema"] == third["schema"] == "summarize/1"
    assert (second["id"], third["id"]) == (None, "three")
    assert second["error"].startswith("b.jsonl:2: is not JSON")
    assert third["error"].startswith("b.jsonl:4: no article holds a sentence")
    assert (fourth["id"], len(fourth["documents"])) == (None, 1)
    assert [note.split(": ")[0] for note in result.notes] == [
        "skipped b.jsonl:2",
        "skipped b.jsonl:4 (three)",
        "skipped b.jsonl:5",
    ]
    assert run("b.jsonl", "-f", "jsonl", "--strict").code == 3


def test_a_batch_in_text_has_one_summary_after_another_and_errors_apart(run):
    Path("b.jsonl").write_text(BATCH)
    Path("one.jsonl").write_text(event(NORTH, SOUTH, id="one"))
    Path("two.jsonl").write_text(event(EAST))
    result = run("b.jsonl")
    assert result.out == run("one.jsonl").out + "\n" + run("two.jsonl").out
    assert "error" not in result.out


def test_a_batch_that_fails_altogether_still_has_its_lines(run):
    result = run("-", "--input", "jsonl", "-f", "jsonl", stdin="5\n[]\n")
    assert (result.code, len(result.out.splitlines())) == (1, 2)
    assert run("-", "--input", "jsonl", "-f", "jsonl", "-o", "x", stdin="5\n").code == 1
    assert not Path("x").exists()


def test_paths_that_fail_under_each_have_their_lines(run):
    Path("empty.txt").touch()
    result = run("missing", "empty.txt", "news", "--each", "-f", "jsonl")
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert [line["id"] for line in lines] == ["missing", "empty.txt", "news"]
    assert ["error" in line for line in lines] == [True, True, False]
    assert result.code == 2


def test_a_dash_is_a_name_like_any_other_in_a_batch(run):
    line = event(NORTH, {"id": "-", "text": "Ferry Aground"})
    Path("b.jsonl").write_text(line)
    assert run("b.jsonl").notes == ["b.jsonl:1: skipped -: no sentence found; give its full text"]


def test_an_events_own_focus_comes_before_the_flag(run):
    line = event(NORTH, SOUTH, EAST, query="hotel owners visitors")
    result = run("-", "--input", "jsonl", "-n", "1", "--focus", "captain steering", stdin=line)
    assert "Hotel owners on Lunde" in result.out
    result = run(
        "-",
        "--input",
        "jsonl",
        "-n",
        "1",
        "--focus",
        "hotel owners visitors",
        stdin=event(NORTH, SOUTH, EAST),
    )
    assert "Hotel owners on Lunde" in result.out


# Outputs


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("out.md", "markdown"),
        ("OUT.MD", "markdown"),
        ("out.json", "json"),
        ("out.jsonl", "jsonl"),
        ("out.txt", "text"),
        ("out", "text"),
    ],
)
@pytest.mark.parametrize("flag", ["-o", "--output"])
def test_the_suffix_of_the_output_chooses_the_format(run, flag, name, form):
    assert run("news", flag, name) == Result(0, "", "")
    assert Path(name).read_bytes().decode() == run("news", "-f", form).out


def test_the_format_that_is_asked_for_comes_before_the_suffix(run):
    run("news", "-o", "out.json", "-f", "markdown")
    assert Path("out.json").read_text(encoding="utf-8").startswith("# Ferry")


def test_an_output_has_the_rights_of_a_new_file_and_follows_a_link(run):
    Path("folder").mkdir()
    Path("link.md").symlink_to("folder/out.md")
    old = os.umask(0o027)
    try:
        assert run("news", "-o", "link.md").code == 0
    finally:
        os.umask(old)
    assert Path("link.md").is_symlink()
    assert stat.S_IMODE(Path("folder/out.md").stat().st_mode) == 0o640
    assert names("folder") == ["out.md"]


def test_an_output_that_is_replaced_keeps_its_rights(run):
    Path("out.md").touch()
    Path("out.md").chmod(0o600)
    assert run("news", "-o", "out.md").code == 0
    assert stat.S_IMODE(Path("out.md").stat().st_mode) == 0o600


def test_an_output_that_may_not_be_written_is_not_replaced(run, monkeypatch):
    Path("out.md").write_text("older")
    monkeypatch.setattr("os.access", lambda *_: False)
    result = run("news", "-o", "out.md")
    assert (result.code, result.out) == (2, "")
    assert result.notes == ["cannot write out.md: permission denied; choose another place"]
    assert (Path("out.md").read_text(), names()) == ("older", ["news", "out.md"])


def test_standard_input_is_never_overwritten():
    with Path("news/north.txt").open("rb") as file:
        process = command("-", "-o", "news/north.txt", stdin=file)
    assert process.returncode == 2
    assert b"news/north.txt is an input; " in process.stderr
    assert Path("news/north.txt").read_text() == NORTH


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, as Linux has it")
def test_a_folder_that_takes_no_files_is_not_said_to_be_missing(run):
    (note,) = run("news", "-o", "/proc/summary.md").notes
    assert "folder does not exist" not in note


def test_an_output_beside_the_inputs_may_be_made_but_not_read_and_overwritten(run):
    assert run("news", "-o", "news/out.md").code == 0
    before = Path("news/out.md").read_text(encoding="utf-8")
    assert run("news", "-o", "news/out.md").code == 2
    assert Path("news/out.md").read_text(encoding="utf-8") == before
    assert run("news/east.txt", "-o", "news/out.md").code == 0


def test_a_pipe_is_written_to_and_not_replaced(run):
    os.mkfifo("pipe.md")
    reader = os.open("pipe.md", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("news", "-o", "pipe.md").code == 0
        assert os.read(reader, 100_000).startswith(b"# Ferry Runs Aground")
    finally:
        os.close(reader)
    assert Path("pipe.md").is_fifo()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, as Linux has it")
@pytest.mark.parametrize("argv", [["news"], ["--help"]])
def test_a_full_disk_is_one_line(argv):
    with Path("/dev/full").open("wb") as full:
        process = command(*argv, stdout=full, stderr=subprocess.PIPE)
    assert process.returncode == 2
    assert process.stderr == (
        b"summarize: cannot write standard output: No space left on device; choose another place\n"
    )


def test_a_failure_at_the_last_step_leaves_the_older_output_and_nothing_else(run, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    Path("out.md").write_text("older")
    monkeypatch.setattr("pathlib.Path.replace", fail)
    result = run("news", "-o", "out.md")
    assert result.code == 2
    assert result.notes == ["cannot write out.md: No space left on device; choose another place"]
    assert Path("out.md").read_text() == "older"
    assert names() == ["news", "out.md"]


def test_an_output_without_permission_is_found_out_before_the_work(run, monkeypatch):
    def refuse(path, mode="r", *_args, **_options):
        assert "x" in mode, f"{path} was read"
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    result = run("news", "-o", "out.md")
    assert result.code == 2
    assert result.notes == ["cannot write out.md: permission denied; choose another place"]


@pytest.mark.parametrize("form", ["text", "terminal", "markdown"])
def test_an_output_encoding_that_lacks_characters_gets_escapes(run, monkeypatch, form):
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert run("-", "-f", form, stdin="The ferry “Hilda” ran aground on Monday.").code == 0
    shown = raw.getvalue().decode("ascii")
    assert r"\u201cHilda\u201d" in shown.replace("\\\\", "\\")
    assert "\\u25" not in shown  # the frame has nothing but ASCII


def test_json_is_utf8_whatever_standard_output_is(run, monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    run("-", "-f", "json", stdin="The ferry “Zoë” ran aground on Monday.")
    assert "“Zoë”" in json.loads(raw.getvalue().decode("utf-8"))["text"]


def test_a_stream_of_text_can_stand_for_standard_output(run, monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    assert run("news", "-n", "1").code == 0
    assert stream.getvalue().startswith("Ferry Runs Aground")


def test_closed_standard_streams_are_no_crash(run, monkeypatch):
    monkeypatch.setattr("sys.stdout", None)
    assert run("news").notes == ["standard output is closed; send it to a file or a pipe"]
    monkeypatch.setattr("sys.stderr", None)
    assert main(["missing.txt"]) == 2


@pytest.mark.parametrize("argv", [["news"], ["--help"]])
def test_a_closed_pipe_is_no_error(argv):
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


def test_a_closed_pipe_for_errors_is_no_crash():
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
def test_a_signal_leaves_no_file_and_no_traceback_behind(number, code, message):
    process = subprocess.Popen(
        [sys.executable, "-m", "summarize", "-", "-o", "out.md"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
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


def test_the_footnotes_of_a_batch_do_not_collide(run):
    Path("b.jsonl").write_text(event(NORTH, SOUTH) + event(EAST) + event(NORTH, id="a b"))
    out = run("b.jsonl", "-f", "markdown").out
    labels = re.findall(r"^\[\^([\w-]+)\]:", out, re.MULTILINE)
    assert len(labels) == len(set(labels))
    assert {label.partition("-")[0] for label in labels} == {"1", "2", "3"}
    assert set(re.findall(r"\[\^([\w-]+)\](?!:)", out)) == set(labels)
