"""Shells complete the command as they do for a person who presses the tab key."""

import os
import pty
import re
import select
import shutil
import subprocess
from pathlib import Path

import pytest

from release.__main__ import SHARE
from summarize.choice.rank import RANKERS
from summarize.languages import codes
from summarize.render import FORMATS

BASH = SHARE / "bash-completion" / "completions"
ZSH = SHARE / "zsh" / "site-functions"
FISH = SHARE / "fish" / "vendor_completions.d"
SHOW = "\x0f"  # a key that shows the line that has been typed, between ( and )
SETUP = {
    "bash": rf"""source '{BASH}/summarize'; source '{BASH}/summarize-mcp'; """
    r"""bind -x '"\C-o": echo "($READLINE_LINE)"'""",
    "zsh": f"fpath=('{ZSH}' $fpath); autoload -Uz compinit; compinit -u -D; "
    "show() { print -r -- \"($BUFFER)\" }; zle -N show; bindkey '^O' show",
}
START = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}
CASES = {  # what is typed after the command, and what it becomes
    "--forma": "--format",
    "news/ --save": "news/ --save-text",
    "-f ht": "-f html",
    "--format ht": "--format html",
    "--format=ht": "--format=html",
    "news/ -n 3 --rank cor": "news/ -n 3 --rank corroboration",
    "--lang v": "--lang vi",
    "ne": "news/",
    "news/ dra": "news/ draft.md",
    "-w 60 news/ dra": "-w 60 news/ draft.md",
    "news/ --explain dra": "news/ --explain draft.md",
    "news/ --check dra": "news/ --check draft.md",
    "news/ --check=dra": "news/ --check=draft.md",
    "news/ -o dra": "news/ -o draft.md",
    "--save-text t": "--save-text texts/",
    "--save-text dra": "--save-text dra",
    "--words t": "--words t",
    "two": r"two\ words.txt",
    "-- --forma": "-- --forma",
    "-- dra": "-- draft.md",
}

SERVER = {
    "ne": "news/",
    "dra": "dra",
    "news/ te": "news/ texts/",
    "--allow-urls dra": "--allow-urls dra",
    "--all": "--allow-urls",
    "-- te": "-- texts/",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("news", "texts"):
        (tmp_path / name).mkdir()
    for name in ("draft.md", "two words.txt", "table.csv"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)


def completed(shell, lines):
    """Type each line in an interactive shell, press tab, and return what the lines become."""
    ours, its = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "COLUMNS": "200", "PS1": "$ "}
    process = subprocess.Popen(
        START[shell], stdin=its, stdout=its, stderr=its, env=environment, start_new_session=True
    )
    try:
        os.write(ours, f"{SETUP[shell]}; echo 'rea''dy'\n".encode())
        until(ours, r"ready")
        for line in lines:
            os.write(ours, f"{line}\t{SHOW}".encode())
            yield until(ours, r"\((summarize.*)\)")
            os.write(ours, b"\x15")  # the line is deleted
    finally:
        process.kill()
        process.wait()
        os.close(its)
        os.close(ours)


def until(terminal, pattern):
    """Read from a terminal until it shows a pattern; return the last group of it."""
    shown = ""
    while not (found := re.search(pattern, shown)):
        assert select.select([terminal], [], [], 20)[0], shown
        shown += os.read(terminal, 4096).decode()
    return found[found.re.groups]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_line_is_completed(shell):
    if not shutil.which(shell):
        pytest.skip(f"needs {shell}")
    lines = {f"summarize {typed}": f"summarize {line}" for typed, line in CASES.items()}
    lines |= {f"summarize-mcp {typed}": f"summarize-mcp {line}" for typed, line in SERVER.items()}
    found = completed(shell, lines)
    assert {typed: line.rstrip(" =") for typed, line in zip(lines, found, strict=True)} == lines


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (" --forma", ["--format"]),
        ("-mcp ", ["news/", "texts/"]),
        ("-mcp dra", []),
        (" -f ", FORMATS),
        (" --format=", [f"--format={name}" for name in FORMATS]),
        (" news/ --rank ", RANKERS),
        (" --lang ", ["auto", *codes()]),
        (" news/ dra", ["draft.md"]),
        (" --check dra", ["draft.md"]),
        (" --save-text ", ["news/", "texts/"]),
    ],
)
def test_fish_offers_these_words(typed, words):
    if not (fish := shutil.which("fish")):
        pytest.skip("needs fish")
    code = f"source '{FISH}/summarize.fish'; source '{FISH}/summarize-mcp.fish'; "
    code += f"complete -C 'summarize{typed}'"
    environment = {**os.environ, "HOME": str(Path.cwd())}
    done = subprocess.run(
        [fish, "--no-config", "-c", code],
        capture_output=True,
        check=True,
        text=True,
        env=environment,
    )
    assert sorted(line.split("\t")[0] for line in done.stdout.splitlines()) == sorted(words)
