"""Plots of stored results as SVG text: no fonts, no links, the same bytes for the same numbers."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

OURS, OTHERS = "#c8511b", "#5b6b7b"
WIDTH, HEIGHT = 7.2, 4.6  # inches; SVG scales to the page


def intervals(scores: Mapping[str, tuple[float, float, float]], label: str) -> str:
    """Draw each system's score with its interval, the best at the top.

    A score is its mean, and the low and high end of its interval.
    """
    figure, axes = _canvas(height=0.9 + 0.27 * len(scores))
    ranked = sorted(scores, key=lambda system: scores[system][0])
    for y, system in enumerate(ranked):
        mean, low, high = scores[system]
        axes.plot([low, high], [y, y], color=_colour(system), linewidth=2)
        axes.plot([mean], [y], "o", color=_colour(system), markersize=6)
    axes.set_yticks(range(len(ranked)), ranked)
    axes.set_xlabel(label)
    return _svg(figure)


def frontier(points: Mapping[str, tuple[float, float]], quality: str) -> str:
    """Draw quality against time; the line joins those with no system both better *and* faster.

    A point is the CPU seconds per cluster, and what `quality` names.
    """
    figure, axes = _canvas()
    best, edge = float("-inf"), []
    for seconds, score in sorted(points.values(), key=lambda point: (point[0], -point[1])):
        if score > best:
            best = score
            edge.append((seconds, score))
    axes.plot(*zip(*edge, strict=True), color="#b8c0c8", linewidth=1.5, zorder=0)
    for system, (seconds, score) in points.items():
        axes.plot([seconds], [score], "o", color=_colour(system), markersize=7)
    axes.set_xscale("log")
    axes.set_xlabel("CPU seconds a cluster")
    axes.set_ylabel(quality)
    axes.margins(x=0.18, y=0.12)
    _label(axes, points)
    return _svg(figure)


def growth(
    curves: Mapping[str, Sequence[tuple[int, float]]], exponents: Mapping[str, float]
) -> str:
    """Draw CPU seconds against the number of articles, both on log axes.

    A curve is (articles, seconds) for the sizes that a system finished; its fitted exponent is in
    the legend.
    """
    figure, axes = _canvas()
    for system, curve in curves.items():
        is_ours = system == "summarize"
        style: dict[str, Any] = {"color": OURS, "linewidth": 2.6, "zorder": 5} if is_ours else {}
        fitted = f" (n^{exponents[system]:.2f})" if system in exponents else ""
        x, y = zip(*curve, strict=True)
        axes.plot(x, y, marker="o", markersize=4, label=system + fitted, **style)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("articles in the cluster")
    axes.set_ylabel("CPU seconds")
    if curves:
        axes.legend(fontsize=7, loc="lower right", frameon=False)
    return _svg(figure)


def _label(axes: Axes, points: Mapping[str, tuple[float, float]]) -> None:
    """Write each name beside its point, lower where it would cover another name."""
    taken: list[tuple[float, float]] = []
    for system, point in sorted(points.items(), key=lambda item: -item[1][1]):
        x, y = axes.transData.transform(point)
        lower = 0.0
        while any(abs(x - left) < 115 and abs(y - lower - at) < 11 for left, at in taken):
            lower += 2.0
        taken.append((x, y - lower))
        axes.annotate(
            system, point, xytext=(7, -3 - lower * 0.72), textcoords="offset points", fontsize=8
        )


def _canvas(height: float = HEIGHT) -> tuple[Figure, Axes]:
    try:
        import matplotlib as mpl
    except ImportError:
        raise BenchmarkError(
            'plots need matplotlib; install the extra: pip install -e ".[benchmarks]"'
        ) from None
    from matplotlib.figure import Figure

    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "summarize", "font.size": 9})
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(alpha=0.25)
    return figure, axes


def _colour(system: str) -> str:
    return OURS if system.partition(":")[0] == "summarize" else OTHERS


def _svg(figure: Figure) -> str:
    """Write the figure without date, header or fixed size, so that it fits any page."""
    buffer = StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    text = buffer.getvalue()
    tag, rest = text[text.index("<svg") :].split(">", 1)
    text = re.sub(r' (?:width|height)="[^"]*"', "", tag) + ">" + rest
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
