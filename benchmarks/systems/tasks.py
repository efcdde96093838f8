"""One cluster for one system: the task, its execution, and its row.

It runs in whichever process it is called in, and touches neither the files of a run nor its tables.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.data.sets import DataSet, Item
from benchmarks.errors import one_line
from benchmarks.scores.beyond import beyond
from benchmarks.scores.rouge import score
from benchmarks.systems import NEED_A_QUERY, PACKAGES, SYSTEMS, not_installed
from benchmarks.systems.baselines import sentences
from summarize import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks import Row


_WARM_UP = Item(
    id="warm-up",
    articles=(
        Article("The council approved the new bridge. Work on the bridge begins in spring."),
        Article("A new bridge was approved on Monday. The council had argued for years."),
    ),
    references=("The council approved a new bridge.",),
    query="bridge",
)


@dataclass(frozen=True, slots=True)
class Task:
    """One cluster for one system; its set comes without the other clusters."""

    data: DataSet
    item: Item
    system: str
    seed: int


def plan(sets: Sequence[DataSet], names: Sequence[str], *, seed: int) -> list[Task]:
    """List the tasks in the order of the rows: set, cluster, system.

    A system that needs a query is left out if there is none.
    """
    return [
        Task(replace(data, items=()), item, name, _seed(seed, data.name, item.id))
        for data in sets
        for item in data.items
        for name in names
        if item.query or name not in NEED_A_QUERY
    ]


def carry_out(task: Task) -> tuple[Row, float | None]:
    """Summarise and score one cluster; return its row, and the CPU seconds of the system alone.

    An error of the system becomes its row. A system's imports and first steps are not counted,
    nor is cutting the sentences that baselines and peers are given.
    """
    words = task.data.words
    if not find_spec(PACKAGES.get(task.system, "summarize")):
        return empty_row(task, "missing", not_installed(task.system)), None
    try:
        _warm_up(task.system)
        sentences(task.item)
        start = process_time()
        chosen = SYSTEMS[task.system](task.item, words=words, seed=task.seed)
        cpu = process_time() - start
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in a peer is a result
        return empty_row(task, "failed", one_line(error)), None
    text = " ".join(chosen)
    references, tokenizer = task.item.references, task.data.tokenizer
    measures = {
        "n_words": len(text.split()),
        "scores": score(text, references, words=words, tokenizer=tokenizer),
        "beyond": beyond(chosen, task.item.articles, words=words),
    }
    return empty_row(task, "ok") | measures, cpu


def empty_row(task: Task, status: str, error: str | None = None) -> Row:
    """Make the row of a task that returned none, or the beginning of one that did."""
    return {
        "set": task.data.name,
        "cluster": task.item.id,
        "system": task.system,
        "status": status,
        "error": error,
        "n_words": 0,
        "scores": None,
        "beyond": None,
    }


@cache
def _warm_up(name: str) -> None:
    """Let a system import what it needs; errors are ignored, and recur on a real cluster."""
    with suppress(Exception):
        SYSTEMS[name](_WARM_UP, words=20, seed=0)


def _seed(seed: int, name: str, cluster: str) -> int:
    """Derive a seed for each cluster, so that leaving other clusters out changes nothing."""
    mixed = repr((seed, name, cluster)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(mixed).digest()[:8], "big")
