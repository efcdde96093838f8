"""What stands in the cells of a report's tables: numbers as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks import tables
from benchmarks.page import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


OURS = "summarize"
BASELINES = frozenset({"lead-first", "lead-round-robin", "random"})
SIZES = (100, 1_000)  # articles, in the short table


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


def comparison(report: Mapping[str, Any]) -> Table:
    """Make the short table: ours beside the best peer and the best baseline."""
    rows = []
    for data in report.get("quality", {}).get("sets", ()):
        lines = {line["system"]: line for line in data["lines"]}
        scores = {
            name: 100 * line["rouge"]["rouge2"] if line["n_good"] else None
            for name, line in lines.items()
        }
        ours = _score(lines.get(OURS), with_interval=True)
        rows.append((f"{data['name']}: {metric(data)} × 100", ours, *_best(scores, max, ".1f")))
    speed = report.get("speed", {}).get("rows", ())
    for size in SIZES:
        seconds = {
            row["system"]: row["cpu"] if row["status"] == "ok" else None
            for row in speed
            if row["kind"] == "size" and row["n_articles"] == size
        }
        if own := seconds.get(OURS):
            rows.append(
                (f"{size:,} articles: CPU s", f"**{own:.3g}**", *_best(seconds, min, ".3g"))
            )
    return Table(("", OURS, "best peer", "best baseline"), tuple(rows))


def _best(
    numbers: Mapping[str, float | None],
    choose: Callable[[list[tuple[float, str]]], tuple[float, str]],
    form: str,
) -> tuple[str, str]:
    """Name the best peer and the best baseline, each with its number; None did not finish."""
    others = {name for name in numbers if name.partition(":")[0] != OURS and name != "oracle"}
    cells = []
    for names in (others - BASELINES, others & BASELINES):
        finished = [(number, name) for name in names if (number := numbers[name]) is not None]
        number, name = choose(finished) if finished else (None, "none finished" if names else "")
        cells.append(name if number is None else f"{number:{form}} {name}")
    return cells[0], cells[1]


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
