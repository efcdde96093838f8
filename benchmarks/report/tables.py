"""What stored rows say about each system: means, intervals, differences; and the tables of them.

It reads rows and times as `results` stores them and computes nothing from texts. A line is what
`report.json` has for a system on a set.
"""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Any

from benchmarks.report.page import Table
from benchmarks.report.results import grouped, rounded
from benchmarks.scores.rouge import ROUGE
from benchmarks.scores.statistics import interval, p_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks import Row
    from benchmarks.report.results import Key

OURS = "summarize"
BASELINES = frozenset({"lead-first", "lead-round-robin", "random"})
SIZES = (100, 1_000)  # articles, in the short table
MEASURES = ("verbatim", "repeated", "dangling", "junk", "sources", "budget_used")


def lines(
    rows: Sequence[Row], seconds: Mapping[Key, float | None], *, metric: str, baseline: str | None
) -> list[Row]:
    """Aggregate the rows of one set, one line for each system, in the order of the rows.

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

    Returns
    -------
    list of dict
        `system`; `n_good` of `n_rows` clusters that it summarised, and the `error` of the first
        other, with its status. Over the good rows, and empty if there are none: the means
        `rouge` of `ROUGE` by the metric, in [0, 1], the 95 % `interval` of ROUGE-2, `beyond`,
        the means of `MEASURES`, and the mean `cpu` seconds. `difference` is mean ROUGE-2 minus
        the baseline's on the clusters that both summarised, and `p` its p-value; None for the
        baseline itself, and if there is no such cluster.
    """
    key = metric[0]
    by_system = grouped(rows, lambda row: row["system"])
    good_rows = {
        system: {row["cluster"]: row for row in own if row["status"] == "ok"}
        for system, own in by_system.items()
    }
    found = []
    for system, own in by_system.items():
        good = list(good_rows[system].values())
        bad = next((row for row in own if row["status"] != "ok"), None)
        other = good_rows.get(baseline or "", {}) if system != baseline else {}
        pairs = [(row, other[row["cluster"]]) for row in good if row["cluster"] in other]
        ours, theirs = ([pair[i]["scores"]["rouge2"][key] for pair in pairs] for i in (0, 1))
        times = [seconds.get((row["set"], row["cluster"], system)) for row in good]
        known = [cpu for cpu in times if cpu is not None]
        line = {
            "system": system,
            "n_good": len(good),
            "n_rows": len(own),
            "error": f"{bad['status']}: {bad['error']}" if bad else None,
            "rouge": {n: fmean(row["scores"][n][key] for row in good) for n in ROUGE if good},
            "interval": interval([r["scores"]["rouge2"][key] for r in good]) if good else None,
            "difference": fmean(ours) - fmean(theirs) if pairs else None,
            "p": p_value(ours, theirs) if pairs else None,
            "beyond": {m: fmean(row["beyond"][m] for row in good) for m in MEASURES if good},
            "cpu": fmean(known) if any(known) else None,
        }
        found.append(rounded(line))
    return found


def metric_name(data: Mapping[str, Any]) -> str:
    """Name the main metric of a set."""
    return f"ROUGE-2 {'recall' if data['metric'] == 'recall' else 'F1'}"


def overview(quality: Mapping[str, Any]) -> Table:
    """Make one table of all sets: ROUGE-2, ours with its interval."""
    sets = quality["sets"]
    heads = [f"{data['name']} ({data['words']} words, {data['metric']})" for data in sets]
    by_set = [{line["system"]: line for line in data["lines"]} for data in sets]
    systems = dict.fromkeys(system for by_system in by_set for system in by_system)
    rows = [
        (
            f"**{system}**" if system == OURS else system,
            *(_score(own.get(system)) for own in by_set),
        )
        for system in systems
    ]
    return Table(("system", *heads), tuple(rows))


def comparison(report: Mapping[str, Any]) -> Table:
    """Make the short table: ours, the best peer and the best baseline."""
    rows = []
    for data in report.get("quality", {}).get("sets", ()):
        found = {
            line["system"]: 100 * line["rouge"]["rouge2"] if line["n_good"] else None
            for line in data["lines"]
        }
        ours = _score(next((line for line in data["lines"] if line["system"] == OURS), None))
        rows.append((f"{data['name']}: {metric_name(data)} × 100", ours, *_best(found, max, ".1f")))
    sizes = [row for row in report.get("speed", {}).get("rows", ()) if row["kind"] == "size"]
    for size, own in grouped(sizes, lambda row: row["n_articles"]).items():
        seconds = {row["system"]: row["cpu"] if row["status"] == "ok" else None for row in own}
        if size in SIZES and (cpu := seconds.get(OURS)):
            named = f"{size:,} articles: CPU s"
            rows.append((named, f"**{cpu:.3g}**", *_best(seconds, min, ".3g")))
    return Table(("", OURS, "best peer", "best baseline"), tuple(rows))


def _best(
    numbers: Mapping[str, float | None], choose: Callable[..., tuple[float, str]], form: str
) -> tuple[str, str]:
    """Name the best peer and the best baseline, each with its value; None did not finish."""
    others = {name for name in numbers if name.partition(":")[0] != OURS and name != "oracle"}
    cells = []
    for names in (others - BASELINES, others & BASELINES):
        finished = [(number, name) for name in names if (number := numbers[name]) is not None]
        number, name = choose(finished) if finished else (None, "none finished" if names else "")
        cells.append(name if number is None else f"{number:{form}} {name}")
    return cells[0], cells[1]


def _score(line: Mapping[str, Any] | None) -> str:
    if line is None or not line["n_good"]:
        return "" if line is None else str(line["error"]).split(":", 1)[0]
    score = f"{100 * line['rouge']['rouge2']:.1f}"
    if line["system"] == OURS:
        low, high = line["interval"]
        score = f"**{score}** ({100 * low:.1f}–{100 * high:.1f})"
    return score if line["n_good"] == line["n_rows"] else f"{score} ({line['n_good']} clusters)"


def quality_table(found: Sequence[Mapping[str, Any]]) -> Table:
    """Make the table of one set, from its lines."""
    heads = ("system", "R-1", "R-2", "95 %", "R-L", "difference", "p", *MEASURES, "CPU s")
    rows = []
    for line in found:
        if not line["n_good"]:
            rows.append((line["system"], line["error"], *[""] * (len(heads) - 2)))
            continue
        r1, r2, rl = (f"{100 * line['rouge'][name]:.2f}" for name in ROUGE)
        low, high = (100 * end for end in line["interval"])
        difference, p, cpu = line["difference"], line["p"], line["cpu"]
        row = [line["system"], r1, r2, f"{low:.2f}–{high:.2f}", rl]
        row.append("" if difference is None else f"{100 * difference:+.2f}")
        row.append("" if p is None else f"{p:.3f}")
        for name, value in line["beyond"].items():
            row.append(f"{value:.1f}" if name == "sources" else f"{100 * value:.0f}%")
        row.append("" if cpu is None else f"{cpu:.3f}")
        rows.append(tuple(row))
    return Table(heads, tuple(rows))
