"""What stored rows say of each system: means, intervals, differences; and the table of them.

It reads rows and times as `results` keeps them and computes nothing about texts.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.scores.rouge import signature
from benchmarks.scores.statistics import interval, p_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console
    from rich.table import Table

    from benchmarks.data.sets import DataSet
    from benchmarks.report.results import Key, Row

WIDE = 200  # columns, where the table goes to a file or a pipe
MEASURES = ("verbatim", "repeated", "dangling", "junk", "sources", "budget_used")
ROUGE = ("rouge1", "rouge2", "rougeL")


@dataclass(frozen=True, slots=True)
class Line:
    """A system on a set; the means are over its good rows, and empty where it has none.

    Parameters
    ----------
    system
        Its name.
    n_good, n_rows
        Clusters that it summarised, and that it was given.
    error
        Status and message of its first bad row.
    rouge
        ``rouge1``, ``rouge2`` and ``rougeL`` by the metric of the set, in [0, 1].
    interval
        95 % of the mean ROUGE-2.
    difference, p
        Mean ROUGE-2 minus the baseline's on the clusters that both summarised, and its p; None
        for the baseline itself, and where there is no such cluster.
    beyond
        Means of `MEASURES`.
    cpu
        Mean CPU seconds a cluster.
    """

    system: str
    n_good: int
    n_rows: int
    error: str | None
    rouge: dict[str, float]
    interval: tuple[float, float] | None
    difference: float | None
    p: float | None
    beyond: dict[str, float]
    cpu: float | None


def lines(
    rows: Sequence[Row], seconds: Mapping[Key, float | None], *, metric: str, baseline: str | None
) -> list[Line]:
    """Sum up the rows of one set, a line for each system in the order of the rows.

    Parameters
    ----------
    rows
        All rows of one set.
    seconds
        CPU seconds of each row, where known.
    metric
        "recall" or "f".
    baseline
        The system that the others are compared with, if any.
    """
    key = metric[0]
    by_system: dict[str, list[Row]] = {}
    for row in rows:
        by_system.setdefault(row["system"], []).append(row)
    rouge2 = {
        system: {
            row["cluster"]: row["scores"]["rouge2"][key] for row in own if row["status"] == "ok"
        }
        for system, own in by_system.items()
    }
    found = []
    for system, own in by_system.items():
        good = [row for row in own if row["status"] == "ok"]
        bad = next((row for row in own if row["status"] != "ok"), None)
        other = rouge2.get(baseline or "", {}) if system != baseline else {}
        shared = [cluster for cluster in rouge2[system] if cluster in other]
        ours, theirs = ([s[cluster] for cluster in shared] for s in (rouge2[system], other))
        times = [seconds.get((row["set"], row["cluster"], system)) for row in good]
        found.append(
            Line(
                system=system,
                n_good=len(good),
                n_rows=len(own),
                error=f"{bad['status']}: {bad['error']}" if bad else None,
                rouge={n: _mean([row["scores"][n][key] for row in good]) for n in ROUGE if good},
                interval=interval(list(rouge2[system].values())) if good else None,
                difference=_mean(ours) - _mean(theirs) if shared else None,
                p=p_value(ours, theirs) if shared else None,
                beyond={m: _mean([row["beyond"][m] for row in good]) for m in MEASURES if good},
                cpu=_mean([t for t in times if t is not None]) if any(times) else None,
            )
        )
    return found


def show_all(
    rows: Sequence[Row],
    seconds: Mapping[Key, float | None],
    sets: Sequence[DataSet],
    *,
    baseline: str,
) -> None:
    """Print a table for each set, and the signature that its numbers were made with."""
    from rich.console import Console

    console = Console() if sys.stdout.isatty() else Console(width=WIDE)
    for data in sets:
        own = [row for row in rows if row["set"] == data.name]
        found = lines(own, seconds, metric=data.metric, baseline=baseline)
        named = "recall" if data.metric == "recall" else "F1"
        n_clusters = len(data.items)
        title = f"{data.name}: {n_clusters} clusters, {data.words} words, ROUGE {named} × 100"
        show(title, found, console, baseline=baseline)
        signed = signature(words=data.words, tokenizer=data.tokenizer)
        console.print(signed, "\n", highlight=False, markup=False)


def show(title: str, found: Sequence[Line], console: Console, *, baseline: str | None) -> None:
    """Print the table of one set, in two parts where the terminal is narrow."""
    versus = f"− {baseline}" if baseline else "−"
    scores = {
        "system": [line.system for line in found],
        "R-1": [_percent(line.rouge.get("rouge1"), 2) for line in found],
        "R-2": [_percent(line.rouge.get("rouge2"), 2) for line in found],
        "R-2, 95 %": [_span(line.interval) for line in found],
        "R-L": [_percent(line.rouge.get("rougeL"), 2) for line in found],
        versus: [_percent(line.difference, 2, sign="+") for line in found],
        "p": [_p(line.p) for line in found],
    }
    others = {
        "verbatim": [_percent(line.beyond.get("verbatim"), 0) for line in found],
        "repeats": [_percent(line.beyond.get("repeated"), 0) for line in found],
        "dangling": [_percent(line.beyond.get("dangling"), 0) for line in found],
        "junk": [_percent(line.beyond.get("junk"), 0) for line in found],
        "sources": [_number(line.beyond.get("sources"), 1) for line in found],
        "used": [_percent(line.beyond.get("budget_used"), 0) for line in found],
        "cpu s": [_number(line.cpu, 3) for line in found],
    }
    if any(line.error for line in found):
        others["done"] = [f"{line.n_good}/{line.n_rows}" for line in found]
    whole = _table({**scores, **others})
    parts = [whole]
    unlimited = console.options.update(width=WIDE)
    if console.measure(whole, options=unlimited).maximum > console.width:
        parts = [_table(scores), _table({"system": scores["system"], **others})]
    console.print(title, highlight=False, markup=False)
    for part in parts:
        console.print(part, highlight=False)
    for line in found:
        if line.error:
            console.print(f"{line.system}: {line.error}", highlight=False, markup=False)


def _table(columns: Mapping[str, Sequence[str]]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for name in columns:
        table.add_column(
            escape(name), justify="left" if name == "system" else "right", no_wrap=True
        )
    for cells in zip(*columns.values(), strict=True):
        table.add_row(*map(escape, cells))
    return table


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _number(value: float | None, decimals: int) -> str:
    return "" if value is None else f"{value:.{decimals}f}"


def _percent(value: float | None, decimals: int, sign: str = "") -> str:
    return "" if value is None else f"{100 * value:{sign}.{decimals}f}"


def _p(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if value >= 0.001 else "<.001"


def _span(ends: tuple[float, float] | None) -> str:
    return "" if ends is None else f"{100 * ends[0]:.2f}–{100 * ends[1]:.2f}"
