"""The manuals and completions are what the parsers say now, and complete."""

import argparse
import re
import shutil
import subprocess

import pytest
from commands import ROOT

from release.__main__ import COMMANDS, SHARE, files
from release.command import Command, Value
from release.completions import bash, fish, zsh
from release.man import page
from summarize.command.arguments import build_parser

MANUALS = sorted(SHARE.glob("man/man1/*.1"))


def plain(page):
    """Return the words of a page without its macros, fonts and escapes."""
    text = re.sub(r"^\.\w+ ?|\\f[BIR]|\\&", "", page, flags=re.MULTILINE)
    return " ".join(text.replace(r"\-", "-").replace(r"\(aq", "'").replace(r"\(ti", "~").split())


def test_the_files_are_those_that_the_parsers_give():
    """After a change of options run `python -m release`."""
    found = {
        path.relative_to(SHARE).as_posix(): path.read_text("utf-8")
        for path in SHARE.rglob("*")
        if path.is_file()
    }
    assert found == files()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_everything_that_the_help_says_is_in_the_manual(command):
    page = plain(files()[f"man/man1/{command.name}.1"]).lower()
    help_ = command.parser.format_help().partition("\n\n")[2]
    assert {word for word in help_.lower().replace(":\n", "\n").split() if word not in page} <= {
        "exit",
        "codes",
    }


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
@pytest.mark.parametrize("name", ["bash-completion/completions/{}", "zsh/site-functions/_{}"])
def test_every_flag_is_completed(command, name):
    text = files()[name.format(command.name)]
    flags = [flag for option in command.options for flag in option.flags]
    assert [flag for flag in flags if not re.search(rf"(?<![\w-]){flag}(?![\w-])", text)] == []


def test_every_variable_that_is_read_is_in_the_manual():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "summarize").rglob("*.py"))
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", code))
    assert read >= {"NO_COLOR", "FORCE_COLOR", "TERM"}
    [environment] = [
        command.sections["environment"] for command in COMMANDS if command.name == "summarize"
    ]
    assert read <= set(environment)


def test_the_values_of_options_are_of_the_right_kind():
    command = Command(build_parser(), "", {"--lang": ("auto", "de")}, {})
    values = {option.flags[-1]: option.value for option in command.options}
    assert values["--output"] is Value.FILE
    assert values["--save-text"] is Value.FOLDER
    assert values["--focus"] is Value.NOTHING
    assert values["--color"] == ("auto", "always", "never")
    assert values["--lang"] == ("auto", "de")


def test_a_parser_with_the_usage_and_the_help_of_argparse_has_a_manual_too():
    parser = argparse.ArgumentParser("serve-it", description="Serve it.\n\nSlowly: it's a \\ ~.")
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="what is served")
    parser.add_argument("--at", metavar="HOST:PORT", help="where [v4]; 'a' or -b for --at")
    command = Command(parser, "a server", {}, {"files": {".rc": "read first, with --at"}})
    text = page(command)
    assert "\\fBserve\\-it\\fR [\\fB\\-h\\fR] [\\fB\\-\\-at\\fR" in text
    assert "\n.TP\n\\fIFOLDER\\fR\nwhat is served\n" in text
    assert "\n.TP\n\\fB\\-\\-at\\fR \\fIHOST:PORT\\fR\nwhere [v4]; \\(aqa\\(aq or" in text
    assert "\n.PP\nSlowly: it's a \\e \\(ti.\n.SH OPTIONS\n" in text
    assert "\n.SH FILES\n.TP\n\\fB.rc\\fR\nread first, with \\fB\\-\\-at\\fR\n" in text
    assert "--at='[where \\[v4\\]]:HOST\\:PORT: '" in zsh(command)
    assert "-l at -x -d 'where [v4]'" in fish(command)
    assert "_serve_it() {" in bash(command)


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_the_manual_is_set_without_a_warning(manual):
    argv = ["groff", "-ww", "-man", "-Tutf8", "-P-cbou", manual]
    done = subprocess.run(argv, capture_output=True, check=True, text=True)
    assert done.stderr == ""
    assert {"OPTIONS", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT"} <= set(done.stdout.splitlines())
