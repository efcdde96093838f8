"""What the tables of `speed` hold: rows as they are stored in, cells as people read them out.

The same tables are printed after a run and stand in the report. Results that were stored before
a column or a table was there are shown without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.report.page import Section, Table
from benchmarks.speed.growth import FIT_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.report.page import Figure

Row = dict[str, Any]

OURS = "summarize"

# Table -> its title and what stands above it.
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

# Kind of row -> the column of a table: what it is called, and the key that it shows.
COLUMNS = {
    "start": {
        "what": "what",
        "CPU s": "cpu",
        "s on the clock": "wall",
        "ratio": "ratio",
        "status": "status",
        "error": "error",
    },
    "floor": {
        "articles": "n_articles",
        "clusters": "n_clusters",
        "what": "what",
        "CPU s a cluster": "cpu",
        "ours": "ours",
        "ratio": "ratio",
    },
    "many": {
        "workers": "workers",
        "clusters a second": "clusters_s",
        "ratio to one worker": "ratio",
        "at counting": "counting",
        "clusters": "n_clusters",
        "articles in each": "n_articles",
    },
    "hostile": {
        "what": "what",
        "n": "n",
        "CPU s": "cpu",
        "n, larger": "n_large",
        "CPU s, larger": "cpu_large",
        "exponent": "exponent",
        "peak MB": "peak_mb",
        "status": "status",
        "error": "error",
    },
    "lost": {"what": "what", "status": "status", "error": "error"},
}


def sections(rows: Sequence[Row], growth: Figure | None = None) -> Iterator[Section]:
    """Give a section for each table that there are rows for; the first shows the plot of growth."""
    tables = {
        "size": size_table(rows),
        "own": own_table(rows),
        "memory": memory_table(rows),
        "step": step_table(rows),
        **{kind: _plain_table(rows, kind) for kind in COLUMNS},
    }
    start = min((row["from"] for row in of_kind(rows, "fit")), default=FIT_FROM)
    for name, (title, text) in TEXTS.items():
        table = tables[name]
        if table.rows:
            figure = growth if name == "size" else None
            yield Section(title, " ".join(text.format(start=start).split()), table, figure)


def of_kind(rows: Sequence[Row], kind: str) -> list[Row]:
    """Give the rows of one kind."""
    return [row for row in rows if row["kind"] == kind]


def size_table(rows: Sequence[Row]) -> Table:
    """Make the table of CPU seconds, with the exponents."""
    return _grid(rows, "cpu", exponents={r["system"]: r["exponent"] for r in of_kind(rows, "fit")})


def memory_table(rows: Sequence[Row]) -> Table:
    """Make the table of peak memory."""
    return _grid(rows, "peak_mb")


def own_table(rows: Sequence[Row]) -> Table:
    """Make the table of our own sizes: what went in, what it took."""
    heads = ("articles", "sentences", "MB of text", "CPU s", "CPU ms an article", "peak MB")
    lines = []
    for row in of_kind(rows, "size"):
        if row["system"] != OURS or "n_bytes" not in row:
            continue
        n, cpu = row["n_articles"], row["cpu"]
        lines.append(
            (
                f"{n:,}",
                f"{row['n_sentences']:,}",
                number(row["n_bytes"] / 1e6),
                row["status"] if cpu is None else number(cpu),
                "" if cpu is None else f"{1000 * cpu / n:.2f}",
                "" if row["peak_mb"] is None else f"{row['peak_mb']:,.0f}",
            )
        )
    return Table(heads, tuple(lines))


def step_table(rows: Sequence[Row]) -> Table:
    """Make the table of steps by sizes: seconds and share."""
    found: dict[str, dict[int | None, Row]] = {}
    for row in of_kind(rows, "step"):
        found.setdefault(row["step"], {})[row.get("n_articles")] = row
    sizes = list(dict.fromkeys(row.get("n_articles") for row in of_kind(rows, "step")))
    heads = ["step"]
    for size in sizes:
        heads += [f"{size:,} articles" if size else "CPU s", "share"]
    lines = []
    for step, by_size in found.items():
        cells = [step]
        for size in sizes:
            spent = by_size.get(size)
            cells += [number(spent["cpu"]), f"{100 * spent['share']:.1f}%"] if spent else ["", ""]
        lines.append(tuple(cells))
    return Table(tuple(heads), tuple(lines))


def number(value: Any) -> str:  # noqa: ANN401 - a cell of any kind
    """Write a cell: three digits that count, or thousands with commas.

    >>> [number(cell) for cell in (0.01234, 123456.7, 1000, "ok", None)]
    ['0.0123', '123,457', '1,000', 'ok', '']
    """
    if isinstance(value, float):
        return f"{value:.3g}" if value < 100 else f"{value:,.0f}"
    if isinstance(value, int):
        return f"{value:,}"
    return "" if value is None else str(value)


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


def _grid(rows: Sequence[Row], what: str, exponents: Mapping[str, float] | None = None) -> Table:
    """Make a table of systems by sizes; what did not finish says why."""
    rows = of_kind(rows, "size")
    sizes = sorted({row["n_articles"] for row in rows})
    found = {(row["system"], row["n_articles"]): row for row in rows}
    lines = []
    for system in dict.fromkeys(row["system"] for row in rows):
        cells = []
        for size in sizes:
            row = found.get((system, size))
            good = row is not None and row["status"] == "ok"
            cells.append(number(row[what]) if row and good else row["status"] if row else "")
        if exponents is not None:
            cells.append(f"{exponents[system]:.2f}" if system in exponents else "")
        lines.append((system, *cells))
    heads = ("system", *(f"{size:,}" for size in sizes))
    return Table((*heads, "exponent") if exponents is not None else heads, tuple(lines))
