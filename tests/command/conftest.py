"""A folder with three articles, and the command run in this process."""

import io
from pathlib import Path

import pytest
from commands import EAST, NORTH, ROOT, SOUTH, Result

from summarize.command.cli import main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work in a folder with three articles, and in an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    Path("news").mkdir()
    for name, text in (("north", NORTH), ("south", SOUTH), ("east", EAST)):
        Path(f"news/{name}.txt").write_text(text)


@pytest.fixture
def run(folder, capsys, monkeypatch):  # noqa: ARG001 - the command runs in it
    """Return a function that runs the command in this process."""

    def run(*argv, stdin=None):
        if stdin is not None:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = main(list(argv))
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run
