"""A matrix of a summary, drawn with matplotlib: which articles say which sentences, and how surely.

Rows are the sentences in reading order, columns the articles, side by side if they are of one
origin. Shades are of one blue and differ in lightness, so they can be told apart without colours.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size

from summarize.errors import OptionError, SummarizeError
from summarize.render import facts
from summarize.render.glyphs import fit
from summarize.render.safe import clean_strings
from summarize.result import CONFIDENT
from summarize.words import is_spaceless

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from summarize.result import Citation, SummaryDocument
    from summarize.summary import Summary

MOST_COLUMNS = 60
_MOST_NAMED = 16  # columns that have a name, and cells that have a figure
_ROW_CELLS, _COLUMN_CELLS = 56, 20  # the longest labels, in terminal cells
_OWN, _NONE, _INK, _LINE = "#08306b", "#f2f4f7", "#1b1b1f", "#ffffff"
_SAME = ("#6baed6", "#2171b5")  # a confident citation, the least and the most probable one
_SIMILAR = "#c6dbef"
_WHITE_FROM = 0.9  # figures are white on darker cells
_NO_MATHS = {"parse_math": False, "usetex": False}  # "$" in an article is a dollar


def plot(summary: Summary, ax: Axes | None = None) -> Axes:
    """Draw the matrix; see `Summary.plot`."""
    try:
        from matplotlib.axes import Axes
    except ImportError:
        raise SummarizeError(
            "a plot needs an extra; install it with: pip install 'summarize[plot]'"
        ) from None
    if ax is not None and not isinstance(ax, Axes):
        raise OptionError(f"ax is a {type(ax).__name__}; give Axes of matplotlib")
    shown = clean_strings(summary)
    columns, n_more = _columns(shown)
    if ax is None:
        from matplotlib import pyplot as plt

        size = _size(len(shown.sentences), columns)
        _, ax = plt.subplots(figsize=size, layout="constrained")
    ax.set_facecolor(_NONE)
    _cells(ax, shown, columns)
    _origins(ax, columns, len(shown.sentences))
    _labels(ax, shown, columns)
    _legend(ax, n_more)
    return ax


def _columns(summary: Summary) -> tuple[list[SummaryDocument], int]:
    """Return the articles that are drawn, by origin, and how many are not.

    Exact copies are not drawn. Of many articles only those are drawn that say something of the
    summary, the articles of the sentences before the others.
    """
    every = [each for each in summary.documents if not each.copy_of]
    own = {sentence.document for sentence in summary.sentences}
    cited = {each.document for sentence in summary.sentences for each in sentence.citations}
    chosen = every
    if len(every) > MOST_COLUMNS:
        said = [each for each in every if each.number in own | cited]
        said.sort(key=lambda each: (each.number not in own, each.number))
        chosen = said[:MOST_COLUMNS]
    chosen = sorted(chosen, key=lambda each: (each.origin, each.number))
    return chosen, len(summary.documents) - len(chosen)


def _size(n_rows: int, columns: list[SummaryDocument]) -> tuple[float, float]:
    """Return the width and height of a figure, in inches."""
    is_named = len(columns) <= _MOST_NAMED
    width = 4.2 + (0.5 if is_named else 0.22) * max(len(columns), 4)
    return width, (2.6 if is_named else 1.7) + 0.36 * max(n_rows, 2)


def _cells(ax: Axes, summary: Summary, columns: list[SummaryDocument]) -> None:
    """Fill the cells; where there is room, each citation has its confidence."""
    from matplotlib.patches import Rectangle

    at: dict[int, int] = {document.number: x for x, document in enumerate(columns)}
    is_named = len(columns) <= _MOST_NAMED
    for y, sentence in enumerate(summary.sentences):
        filled: list[tuple[int, Any, str]] = [(sentence.document, _OWN, "")]
        filled += [
            (each.document, _shade(each), f"{each.confidence:.2f}") for each in sentence.citations
        ]
        for number, colour, figure in filled:
            if number not in at:
                continue
            x = at[number]
            ax.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor=_LINE))
            if figure and is_named:
                ink = _LINE if float(figure) >= _WHITE_FROM else _INK
                ax.text(x, y, figure, ha="center", va="center", color=ink, fontsize="x-small")
    ax.set_xlim(-0.5, max(len(columns), 1) - 0.5)
    ax.set_ylim(max(len(summary.sentences), 1) - 0.5, -0.5)


def _shade(citation: Citation) -> tuple[float, float, float]:
    """Return the colour of a citation: the more probable, the darker."""
    from matplotlib.colors import to_rgb

    if not citation.is_confident:
        return to_rgb(_SIMILAR)
    part = (citation.confidence - CONFIDENT) / (1 - CONFIDENT)
    low, high = map(to_rgb, _SAME)
    red, green, blue = ((1 - part) * a + part * b for a, b in zip(low, high, strict=True))
    return red, green, blue


def _origins(ax: Axes, columns: list[SummaryDocument], n_rows: int) -> None:
    """Draw a line between two articles of different origins, if some have the same."""
    if len({each.origin for each in columns}) == len(columns):
        return
    for x, (left, right) in enumerate(pairwise(columns)):
        if left.origin != right.origin:
            ax.vlines(x + 0.5, -0.5, n_rows - 0.5, color=_INK, linewidth=1)


def _labels(ax: Axes, summary: Summary, columns: list[SummaryDocument]) -> None:
    n_rows, is_named = len(summary.sentences), len(columns) <= _MOST_NAMED
    labels, families = fit(
        [
            *(
                f"{place}  {_first_words(sentence.text, _ROW_CELLS)}"
                for place, sentence in enumerate(summary.sentences, 1)
            ),
            *(_column_name(each) if is_named else str(each.number) for each in columns),
        ]
    )
    rows, names = labels[:n_rows], labels[n_rows:]
    style: dict[str, Any] = {**_NO_MATHS, "fontfamily": families}
    ax.set_yticks(range(len(rows)), rows, **style)
    turned: dict[str, Any] = {
        "rotation": 40 if is_named else 90,
        "ha": "left" if is_named else "center",
    }
    ax.set_xticks(range(len(names)), names, fontsize="small", **turned, **style)
    ax.tick_params(length=0, top=False, bottom=False, labeltop=True, labelbottom=False)
    ax.spines[:].set_visible(False)
    if not rows:
        ax.text(0.5, 0.5, facts.NOTHING, ha="center", va="center", transform=ax.transAxes)


def _column_name(document: SummaryDocument) -> str:
    place = facts.location(document) or facts.UNTITLED
    name = document.source or document.title or place.rstrip("/").rpartition("/")[2]
    return f"{document.number}  {_first_words(name, _COLUMN_CELLS)}"


def _first_words(text: str, most: int) -> str:
    """Cut a text to so many cells of a terminal, between words if its script has spaces."""
    if cell_len(text) <= most:
        return text
    cut = set_cell_size(text, most - 1).rstrip()
    if not is_spaceless(cut) and " " in cut and text[len(cut) : len(cut) + 1] != " ":
        cut = cut.rpartition(" ")[0]
    return f"{cut}…"


def _legend(ax: Axes, n_more: int) -> None:
    from matplotlib.patches import Patch

    shades = {
        "its own article": _OWN,
        f"says the same, probability {CONFIDENT:.2f}": _SAME[0],
        "says the same, probability 1.00": _SAME[1],
        "similar": _SIMILAR,
    }
    patches = [Patch(facecolor=colour, label=label) for label, colour in shades.items()]
    ax.legend(
        handles=patches,
        loc="upper right",
        bbox_to_anchor=(1, -0.04),
        ncols=2,
        frameon=False,
        fontsize="small",
        title=f"{facts.count(n_more, 'more article')} not shown" if n_more else None,
        title_fontsize="small",
    )
