"""The tables of `speed`: from stored rows to cells that people read.

The same tables are printed after a run and are in the report. Results that were stored before
a column or a table existed are shown without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.report.page import Section, Table
from benchmarks.report.results import grouped
from benchmarks.speed.growth import FIT_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks import Row
    from benchmarks.report.page import Figure

OURS = "summarize"

# Table -> its title, and the text above it.
TEXTS = {
    "size": (
        "Time and size of the cluster",
        """CPU seconds of one run in a process of its own, start-up and reading left out. A system
        that did not finish is shown as it ended; exponents are fitted from {start} articles on.""",
    ),
    "own": (
        "Our own growth",
        """The whole pipeline, with citations, origins and differences. Peak memory is that of the
        process: the interpreter, the libraries and the articles are in it.""",
    ),
    "memory": ("Peak memory", "MB of the whole process."),
    "start": (
        "Start-up",
        """Seconds of the whole process, median of several. The ratio is that of CPU seconds to
        those of the bare imports of our libraries, in turns with them.""",
    ),
    "step": (
        "Our own time by step",
        "CPU seconds a cluster, and share; a step is without those that it calls.",
    ),
    "floor": (
        "Floors",
        """What reading and counting alone cost, and our ratio to it in a warm process: the median
        over clusters and rounds, in turns.""",
    ),
    "many": (
        "Many clusters",
        """`summarize_many` with warm worker processes, by time on the clock; 0 workers are the
        plain loop. Beside it the ratio of the same workers at counting, which is what the machine
        gives.""",
    ),
    "hostile": (
        "Hostile inputs",
        "Our whole pipeline at n and at four times n; an exponent of 1 is linear.",
    ),
    "lost": ("Not measured", "What broke, or was not done in time."),
}

# Kind of row -> the columns of its table: their names, and the keys that they show.
COLUMNS = {
    "start": {"what": "what", "CPU s": "cpu", "s on the clock": "wall", "ratio": "ratio"}
    | {"status": "status", "error": "error"},
    "floor": {"articles": "n_articles", "clusters": "n_clusters", "what": "what"}
    | {"CPU s a cluster": "cpu", "ours": "ours", "ratio": "ratio"},
    "many": {"workers": "workers", "clusters a second": "clusters_s"}
    | {"ratio to one worker": "ratio", "at counting": "counting"}
    | {"clusters": "n_clusters", "articles in each": "n_articles"},
    "hostile": {"what": "what", "n": "n", "CPU s": "cpu", "n, larger": "n_large"}
    | {"CPU s, larger": "cpu_large", "exponent": "exponent", "peak MB": "peak_mb"}
    | {"status": "status", "error": "error"},
    "lost": {"what": "what", "status": "status", "error": "error"},
}


def sections(rows: Sequence[Row], growth: Figure | None = None) -> Iterator[Section]:
    """Yield a section for each table that has rows; the first shows the plot of growth."""
    tables = {
        "size": size_table(rows),
        "own": _own_table(rows),
        "memory": _by_size(rows, "peak_mb"),
        "step": _step_table(rows),
        **{kind: _plain_table(rows, kind) for kind in COLUMNS},
    }
    start = min((row["from"] for row in of_kind(rows, "fit")), default=FIT_FROM)
    for name, (title, text) in TEXTS.items():
        table = tables[name]
        if table.rows:
            figure = growth if name == "size" else None
            yield Section(title, " ".join(text.format(start=start).split()), table, figure)


def of_kind(rows: Sequence[Row], kind: str) -> list[Row]:
    """Return the rows of one kind."""
    return [row for row in rows if row["kind"] == kind]


def size_table(rows: Sequence[Row]) -> Table:
    """Make the table of CPU seconds, with the exponents."""
    exponents = {row["system"]: f"{row['exponent']:.2f}" for row in of_kind(rows, "fit")}
    table = _by_size(rows, "cpu")
    lines = [(*line, exponents.get(line[0], "")) for line in table.rows]
    return Table((*table.heads, "exponent"), tuple(lines))


def number(value: Any) -> str:  # noqa: ANN401 - a cell of any kind
    """Write a cell: three significant digits, or thousands with commas.

    >>> [number(cell) for cell in (0.01234, 123456.7, 1000, "ok", None)]
    ['0.0123', '123,457', '1,000', 'ok', '']
    """
    if isinstance(value, float):
        return f"{value:.3g}" if value < 100 else f"{value:,.0f}"
    if isinstance(value, int):
        return f"{value:,}"
    return "" if value is None else str(value)


def _by_size(rows: Sequence[Row], what: str) -> Table:
    """Make a table of systems by sizes; a cell that did not finish says why."""

    def cells(row: Row | None) -> list[str]:
        return [number(row[what] if row["status"] == "ok" else row["status"]) if row else ""]

    found = sorted(of_kind(rows, "size"), key=lambda row: row["n_articles"])
    sizes = dict.fromkeys(row["n_articles"] for row in found)
    heads = [f"{size:,}" for size in sizes]
    return _grid(of_kind(rows, "size"), "system", heads, list(sizes), cells)


def _step_table(rows: Sequence[Row]) -> Table:
    """Make the table of steps by sizes: seconds and share."""

    def cells(row: Row | None) -> list[str]:
        return [number(row["cpu"]), f"{100 * row['share']:.1f}%"] if row else ["", ""]

    found = of_kind(rows, "step")
    sizes = list(dict.fromkeys(row.get("n_articles") for row in found))
    named = [f"{size:,} articles" if size else "CPU s" for size in sizes]
    return _grid(found, "step", [h for name in named for h in (name, "share")], sizes, cells)


def _grid(
    rows: Sequence[Row],
    key: str,
    heads: Sequence[str],
    sizes: Sequence[int | None],
    cells: Callable[[Row | None], Sequence[str]],
) -> Table:
    """Make a table with a line for each value of a key, and the cells of each size side by side."""
    lines = []
    for name, own in grouped(rows, lambda row: row[key]).items():
        by_size = {row.get("n_articles"): row for row in own}
        lines.append((name, *(cell for size in sizes for cell in cells(by_size.get(size)))))
    return Table((key, *heads), tuple(lines))


def _own_table(rows: Sequence[Row]) -> Table:
    """Make the table of our own sizes: what went in, what it took."""
    heads = ("articles", "sentences", "MB of text", "CPU s", "CPU ms an article", "peak MB")
    lines = []
    for row in of_kind(rows, "size"):
        if row["system"] == OURS and "n_bytes" in row:
            n, cpu, peak = row["n_articles"], row["cpu"], row["peak_mb"]
            sizes = map(number, (n, row["n_sentences"], row["n_bytes"] / 1e6))
            times = (row["status"], "") if cpu is None else (number(cpu), f"{1000 * cpu / n:.2f}")
            lines.append((*sizes, *times, "" if peak is None else f"{peak:,.0f}"))
    return Table(heads, tuple(lines))


def _plain_table(rows: Sequence[Row], kind: str) -> Table:
    """Make the table of one of `COLUMNS`, a line for each row; empty columns are left out."""
    found = of_kind(rows, kind)
    shown = {
        head: key
        for head, key in COLUMNS[kind].items()
        if any(row.get(key) is not None for row in found)
    }
    lines = tuple(tuple(number(row.get(key)) for key in shown.values()) for row in found)
    return Table(tuple(shown), lines)
