"""How a report looks: the same sections in Markdown, as one HTML page, and in a terminal.

All words are escaped; the page contains its style and its plots and needs no network.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

TITLE = "Benchmarks of summarize"
WIDE = 200  # columns, where a table goes to a file or a pipe


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of text; the first column names the row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A plot: the name of its file, and its SVG."""

    name: str
    svg: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    title: str
    text: str
    table: Table | None = None
    figure: Figure | None = None


def table(cells: Table) -> str:
    """Write a table in Markdown."""
    lines = [cells.heads, ("---", *["---:"] * (len(cells.heads) - 1)), *cells.rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def markdown(sections: Sequence[Section]) -> str:
    """Write the report in Markdown, its plots as files beside it."""
    parts = [f"# {TITLE}"]
    for section in sections:
        parts += [f"## {section.title}", section.text]
        if section.figure:
            parts.append(f"![{section.title}]({section.figure.name}.svg)")
        if section.table:
            parts.append(table(section.table))
    return "\n\n".join(parts) + "\n"


def html(sections: Sequence[Section]) -> str:
    """Write the report as one HTML page."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["own_ids"] = _own_ids
    template = environment.from_string((Path(__file__).parent / "page.html").read_text("utf-8"))
    return template.render(title=TITLE, sections=sections) + "\n"


def show(cells: Table, console: Console | None = None) -> None:
    """Print a table, in parts if it is wider than the terminal."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    console = console or (Console() if sys.stdout.isatty() else Console(width=WIDE))
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for index, head in enumerate(cells.heads):
        grid.add_column(Text(head), justify="right" if index else "left", no_wrap=True)
    for row in cells.rows:
        grid.add_row(*map(Text, row))
    needed = console.measure(grid, options=console.options.update(width=WIDE)).maximum
    n = len(cells.heads)
    if needed > console.width and n > 2:
        for part in (slice(1, (n + 1) // 2), slice((n + 1) // 2, n)):
            first, *rest = ((line[0], *line[part]) for line in (cells.heads, *cells.rows))
            show(Table(first, tuple(rest)), console)
    else:
        console.print(grid)


def fill(text: str, blocks: Mapping[str, str]) -> str:
    """Put each block between its pair of marks, ``<!-- name -->`` and ``<!-- /name -->``.

    A block without marks in the text is left out.

    Raises
    ------
    BenchmarkError
        The text has no marks of any block, or only the first of a pair.

    >>> print(fill("<!-- a --> old <!-- /a -->", {"a": "new", "b": "elsewhere"}))
    <!-- a -->
    new
    <!-- /a -->
    """
    marks = {name: (f"<!-- {name} -->", f"<!-- /{name} -->") for name in blocks}
    present = {name: pair for name, pair in marks.items() if pair[0] in text}
    if not present:
        wanted = " or ".join(first for first, _ in marks.values())
        raise BenchmarkError(f"the file has no {wanted}; add a pair of marks")
    for name, (first, last) in present.items():
        before, _, rest = text.partition(first)
        _, ended, after = rest.partition(last)
        if not ended:
            raise BenchmarkError(f"the file has {first}, but no {last} after it; add it")
        text = f"{before}{first}\n{blocks[name]}\n{last}{after}"
    return text


def fill_file(path: Path, blocks: Mapping[str, str]) -> None:
    """Fill a file in the same way."""
    path.write_text(fill(path.read_text("utf-8"), blocks), "utf-8")


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")


def _own_ids(figure: Figure) -> str:
    """Prefix the ids of a plot, so that several plots can share a page."""
    ids = re.sub(r'(\bid="|xlink:href="#|url\(#)', rf"\g<1>{figure.name}-", figure.svg)
    return ids.replace("<svg ", "<svg focusable='false' ", 1)
