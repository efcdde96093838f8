"""How a report looks: the same sections as Markdown and as one HTML page.

All words are escaped; the page holds its style and its plots and asks no network for anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from benchmarks.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TITLE = "Benchmarks of summarize"
_BOLD = re.compile(r"\*\*(.+?)\*\*")


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
    template = Template((Path(__file__).parent / "page.html").read_text("utf-8"))
    return template.substitute(title=escape(TITLE), body="\n".join(map(_section, sections)))


def fill(text: str, blocks: Mapping[str, str]) -> str:
    """Put each block between its pair of marks, ``<!-- name -->`` and ``<!-- /name -->``.

    Raises
    ------
    BenchmarkError
        A pair of marks is missing.

    >>> print(fill("<!-- a --> old <!-- /a -->", {"a": "new"}))
    <!-- a -->
    new
    <!-- /a -->
    """
    for name, block in blocks.items():
        first, last = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, found, rest = text.partition(first)
        _, ended, after = rest.partition(last)
        if not found or not ended:
            raise BenchmarkError(f"the file has no {first} followed by {last}; add them")
        text = f"{before}{first}\n{block}\n{last}{after}"
    return text


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")


def _section(section: Section) -> str:
    parts = [f"<section>\n<h2>{escape(section.title)}</h2>", f"<p>{escape(section.text)}</p>"]
    if section.figure:
        label = escape(section.title, quote=True)
        drawn = _own_ids(section.figure)
        parts.append(f'<figure role="img" aria-label="{label}" tabindex="0">{drawn}</figure>')
    if section.table:
        parts.append(_html_table(section.table))
    return "\n".join([*parts, "</section>"])


def _own_ids(figure: Figure) -> str:
    """Give the ids of a plot a prefix, so that several plots can share a page."""
    ids = re.sub(r'(\bid="|xlink:href="#|url\(#)', rf"\g<1>{figure.name}-", figure.svg)
    return ids.replace("<svg ", "<svg focusable='false' ", 1)


def _html_table(cells: Table) -> str:
    head = "".join(f'<th scope="col">{_words(name)}</th>' for name in cells.heads)
    body = "\n".join(
        f'<tr><th scope="row">{_words(first)}</th>'
        + "".join(f"<td>{_words(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in cells.rows
    )
    return (
        '<div class="wide" tabindex="0"><table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div>"
    )


def _words(text: str) -> str:
    return _BOLD.sub(r"<strong>\1</strong>", escape(text))
