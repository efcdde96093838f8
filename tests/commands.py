"""Three invented articles, and ways to run the command on them."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]

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
    """The result of one run of the command."""

    code: int
    out: str
    err: str

    @property
    def notes(self):
        """The lines on standard error, each of which must be ours."""
        lines = self.err.splitlines()
        assert all(line.startswith("summarize: ") for line in lines), self.err
        return [line.removeprefix("summarize: ") for line in lines]


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
