"""The help, and wrong usage, which is one line that says what to do."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from commands import EAST, NORTH, ROOT, Result, event, names

from summarize import __version__
from summarize.choice.rank import RANKERS
from summarize.command.arguments import build_parser


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


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ((), "no PATH given; usage: summarize [OPTION]... PATH..."),
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
        (("news", "--width", "23"), "--width: 23 is too narrow; use at least 24"),
        (("news", "--width", "wide"), "--width: 'wide' is not a whole number"),
        (("news", "--encoding", "x"), "unknown encoding 'x'; give one that Python supports"),
        (("news", "-q", "-v"), "not allowed with argument"),
        (("news", "--wor", "5"), "unrecognized arguments: --wor"),
        (("news", "--\x1b[31mred"), "unrecognized arguments: --red"),
        (("news", "b.jsonl"), "cannot be mixed"),
        (("news", "-o", ""), "cannot write ''"),
        (("news", "-o", "out/"), "it has no file name"),
        (("news", "-o", "news"), "cannot write news: it is a folder"),
        (("news", "-o", "none/out.md"), "its folder does not exist"),
        (("news", "-o", "news/east.txt/out.md"), "Not a directory; choose another location"),
        (("news", "-o", "news/east.txt"), "news/east.txt is an input; choose another file for -o"),
        (("news", "-o", "link.txt"), "link.txt is an input"),
        (("b.jsonl", "-o", "b.jsonl"), "b.jsonl is an input"),
        (("b.jsonl", "-f", "json"), "the format json holds only one event; use -f jsonl"),
        (("b.jsonl", "-o", "out.json"), "the format json holds only one event"),
        (("-", "--input", "jsonl", "-f", "json"), "the format json holds only one event"),
        (("news", "news", "--each", "-f", "json"), "the format json holds only one event"),
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
