"""Runs the commands in the ``console`` blocks of the documentation, as on a terminal.

They find the folders of the repository, and the first block of Markdown on the page as `draft.md`.
``python tests/consoles.py`` writes what they print into the pages; read the change before a commit.
"""

import io
import os
import re
import subprocess
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from summarize.command.cli import main

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
DRAFT = re.compile(r"(?<=^```markdown\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
SETTINGS = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "xterm"}


class Terminal(io.TextIOWrapper):
    """A terminal that keeps what is written on it."""

    def __init__(self):
        super().__init__(io.BytesIO(), "utf-8", write_through=True)

    def isatty(self):
        return True

    @property
    def text(self):
        return self.buffer.getvalue().decode()


def played(page):
    """Return a page with what its commands print now, run one after the other in one folder."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder), patch.dict(os.environ, SETTINGS):
        for name in ("seeds", "docs"):
            Path(name).symlink_to(ROOT / name)
        for draft in DRAFT.findall(page)[:1]:
            Path("draft.md").write_text(draft)
        return BLOCK.sub(lambda block: "".join(map(run, commands(block[0]))), page)


def commands(block):
    """Return the lines of a block that are commands, without what they printed."""
    return [line for line in block.splitlines() if line.startswith("$ ")]


def run(line):
    """Run a command, and return it with what it prints. `summarize` runs in this process."""
    before, is_ours, after = line.removeprefix("$ ").rpartition("summarize ")
    if not is_ours:
        return f"{line}\n{shell(after)}"
    screen, notes = Terminal(), io.StringIO()
    given = io.TextIOWrapper(io.BytesIO(shell(before.rstrip("| ")).encode()))
    words = shell(rf"printf '%s\n' {after}").splitlines()
    with patch("sys.stdin", given), redirect_stdout(screen), redirect_stderr(notes):
        main(words)
    text = "".join(f"{row.rstrip()}\n" for row in (screen.text + notes.getvalue()).splitlines())
    return f"{line}\n{text}"


def shell(command):
    """Run a command of the shell."""
    return subprocess.run(
        ["/bin/bash", "-ec", command], check=True, capture_output=True, text=True
    ).stdout


PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

if __name__ == "__main__":
    for path in PAGES:
        path.write_text(played(path.read_text("utf-8")), "utf-8")
