"""Cold starts: whole processes, from their start to their end, imports and all.

What a command costs before it does anything is set beside what its libraries cost alone: the
same imports and nothing else. Quality is not looked at.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.data.generate import SEEDS
from benchmarks.speed.children import PYTHON, Finished, run

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 5

# What a first call waits for: what is measured, the package that it needs, and the command.
_TEXTRANK = Path(PYTHON).with_name("textrank")
_OURS = (PYTHON, "-m", "summarize")
BARE = "import sklearn.feature_extraction.text, nltk, rich.console"
START_UPS = (
    (BARE, "summarize", (PYTHON, "-c", BARE)),
    ("summarize seeds/", "summarize", (*_OURS, str(SEEDS))),
    ("summarize --help", "summarize", (*_OURS, "--help")),
    ("summarize --version", "summarize", (*_OURS, "--version")),
    ("textrank FILE", "summa", (str(_TEXTRANK), "-t", "{text}")),
    *(
        (f"import {modules}", package, (PYTHON, "-c", f"import {modules}"))
        for package, modules in (
            ("summarize", "summarize"),
            ("sumy", "sumy.parsers.plaintext, sumy.nlp.tokenizers, sumy.summarizers.lex_rank"),
            ("lexrank", "lexrank"),
        )
    ),
)


def rows(seconds: float) -> Iterator[dict[str, Any]]:
    """Measure all that is installed, in turns.

    Parameters
    ----------
    seconds
        On the clock, for one process.

    Yields
    ------
    dict
        ``kind: start``; `what`, `status`, `error`, the median `cpu` and `wall` seconds, and the
        `ratio` of its CPU seconds to those of `BARE`: the median over rounds in which both ran.
    """
    with TemporaryDirectory() as folder:
        text = Path(folder, "seeds.txt")
        text.write_bytes(b"\n".join(path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))))
        commands = {
            what: [part.format(text=text) for part in command]
            for what, package, command in START_UPS
            if find_spec(package) and Path(command[0]).exists()
        }
        runs: dict[str, list[Finished]] = {what: [] for what in commands}
        for _ in range(ROUNDS):
            for what, command in commands.items():
                runs[what].append(run(command, seconds))
    for what, *_ in START_UPS:
        yield {"kind": "start", "what": what} | _summed_up(runs.get(what), runs.get(BARE))


def _summed_up(runs: list[Finished] | None, bare: list[Finished] | None) -> dict[str, Any]:
    if not runs:
        return {"status": "missing", "error": None, "cpu": None, "wall": None, "ratio": None}
    worst = next((one for one in runs if one.status != "ok"), runs[-1])
    return {
        "status": worst.status,
        "error": worst.error,
        "cpu": median(one.cpu for one in runs),
        "wall": median(one.wall for one in runs),
        "ratio": median(a.cpu / b.cpu for a, b in zip(runs, bare, strict=True)) if bare else None,
    }
