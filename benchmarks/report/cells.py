"""What stands in the cells of a report's tables: numbers as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.report import tables
from benchmarks.report.page import Table

if TYPE_CHECKING:
    from collections.abc import Mapping


OURS = "summarize"


def metric(data: Mapping[str, Any]) -> str:
    """Name the number that leads a set."""
    return f"ROUGE-2 {'recall' if data['metric'] == 'recall' else 'F1'}"


def overview(quality: Mapping[str, Any]) -> Table:
    """Make one table of all sets: ROUGE-2, ours with its interval."""
    sets = quality["sets"]
    heads = [f"{data['name']} ({data['words']} words, {data['metric']})" for data in sets]
    rows = []
    for system in dict.fromkeys(line["system"] for data in sets for line in data["lines"]):
        cells = []
        for data in sets:
            line = next((line for line in data["lines"] if line["system"] == system), None)
            cells.append(_score(line, with_interval=system == OURS))
        rows.append((f"**{system}**" if system == OURS else system, *cells))
    return Table(("system", *heads), tuple(rows))


def _score(line: Mapping[str, Any] | None, *, with_interval: bool) -> str:
    if line is None or not line["n_good"]:
        return "" if line is None else str(line["error"]).split(":", 1)[0]
    score = f"{100 * line['rouge']['rouge2']:.1f}"
    if with_interval:
        low, high = line["interval"]
        score = f"**{score}** ({100 * low:.1f}–{100 * high:.1f})"
    return score if line["n_good"] == line["n_rows"] else f"{score} ({line['n_good']} clusters)"


def quality_table(data: Mapping[str, Any]) -> Table:
    """Make the table of one set."""
    heads = ("system", "R-1", "R-2", "95 %", "R-L", "difference", "p", *tables.MEASURES, "CPU s")
    rows = []
    for line in data["lines"]:
        if not line["n_good"]:
            rows.append((line["system"], line["error"], *[""] * (len(heads) - 2)))
            continue
        rouge = [f"{100 * line['rouge'][name]:.2f}" for name in tables.ROUGE]
        low, high = (100 * end for end in line["interval"])
        difference, p = line["difference"], line["p"]
        beyond = [
            f"{value:.1f}" if name == "sources" else f"{100 * value:.0f}%"
            for name, value in line["beyond"].items()
        ]
        rows.append(
            (
                line["system"],
                *rouge[:2],
                f"{low:.2f}–{high:.2f}",
                rouge[2],
                "" if difference is None else f"{100 * difference:+.2f}",
                "" if p is None else f"{p:.3f}",
                *beyond,
                "" if line["cpu"] is None else f"{line['cpu']:.3f}",
            )
        )
    return Table(tuple(heads), tuple(rows))
