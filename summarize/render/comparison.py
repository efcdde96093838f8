"""A comparison of summaries as a table: for a notebook, for a terminal, and as rows of figures."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any

from summarize.render import facts
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from rich.table import Table

    from summarize.comparison import ComparedSentence, Comparison

_WIDTH = 100
_NOTE = (
    "The place of each sentence in the summary, and how many origins report it; [number]: its "
    "article in the first summary."
)
_NOTE_TURNED = "There are too many summaries to show their sentences beside one another."
_GAP = 3  # columns of the terminal between two of the table
_LEAST_TEXT = 30  # columns of the terminal that sentences need


@dataclass(frozen=True, slots=True)
class _Table:
    """The cells of the table; the first column has the sentences, or the names of the figures."""

    head: list[str]
    sentences: list[tuple[str, list[str]]]
    figures: list[tuple[str, list[str]]]
    note: str = _NOTE


def rows(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the figures of each summary; see `Comparison.rows`."""
    n_shared = len(comparison.shared)
    found = []
    for name, summary in zip(comparison.names, comparison.summaries, strict=True):
        support = [sentence.corroboration for sentence in summary.sentences]
        found.append(
            {
                "name": name,
                "n_sentences": len(support),
                "n_words": summary.n_words,
                "n_shared": n_shared,
                "n_only_here": len(comparison.only_in(name)),
                "n_corroborated": sum(n > 1 for n in support),
                "mean_corroboration": sum(support) / len(support) if support else 0.0,
                "n_origins": facts.n_origins(summary),
                "signature": summary.signature,
            }
        )
    return found


def to_html(comparison: Comparison) -> str:
    """Write the table as a fragment of HTML, without script or style sheet; see `render.card`."""
    from summarize.render.html import template

    return template("compare.html").render(table=_table(comparison))


def to_text(comparison: Comparison) -> str:
    """Write the table as plain text."""
    from rich.console import Console

    file = StringIO()
    console = Console(
        file=file,
        width=_WIDTH,
        color_system=None,
        force_jupyter=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(table(comparison, _WIDTH))
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines())


def table(comparison: Comparison, width: int) -> Table:
    """Draw the table with rich; if it has too many columns for a width, only the figures."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shown = _table(comparison)
    cells = [cell for _, row in (*shown.sentences, *shown.figures) for cell in row]
    column = _GAP + max(map(len, cells))
    if _LEAST_TEXT + column * len(comparison.names) > width:
        shown = _turned(shown)
    drawn = Table(box=box.SIMPLE, caption=Text(shown.note), caption_justify="left", pad_edge=False)
    for place, name in enumerate(shown.head):
        drawn.add_column(Text(name), justify="right" if place else "left", ratio=None)
    for section in (shown.sentences, shown.figures):
        for text, cells in section:
            drawn.add_row(Text(text), *map(Text, cells))
        drawn.add_section()
    return drawn


def _table(comparison: Comparison) -> _Table:
    figures = rows(comparison)
    return _Table(
        ["sentence", *map(clean_text, comparison.names)],
        [
            (f"{clean_text(each.text)} [{each.document}]", _cells(each))
            for each in comparison.sentences
        ],
        [
            ("words", [f"{row['n_words']:,}" for row in figures]),
            ("sentences", [f"{row['n_sentences']:,}" for row in figures]),
            ("only here", [f"{row['n_only_here']:,}" for row in figures]),
            ("reported by several origins", [f"{row['n_corroborated']:,}" for row in figures]),
            (
                "origins a sentence, on average",
                [f"{row['mean_corroboration']:.1f}" for row in figures],
            ),
        ],
    )


def _turned(table: _Table) -> _Table:
    """Return the figures with a row for each summary."""
    columns = [cells for _, cells in table.figures]
    return _Table(
        ["summary", *(name for name, _ in table.figures)],
        [],
        list(zip(table.head[1:], map(list, zip(*columns, strict=True)), strict=True)),
        _NOTE_TURNED,
    )


def _cells(sentence: ComparedSentence) -> list[str]:
    """Write the place in each summary and the number of origins; empty where it is not."""
    return [
        f"{place} ({found.corroboration:,})" if place and found else ""
        for place, found in zip(sentence.places, sentence.sentences, strict=True)
    ]
