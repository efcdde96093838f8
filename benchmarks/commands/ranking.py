"""`python -m benchmarks ranking`: what each part of the ranking is worth, and its constants.

One summary per cluster says little about a constant: which sentence comes last in it is chance. So
each cluster is summarised at three lengths and, if it has enough articles, from halves of them,
and the mean counts. Settings are compared with the shipped one on the same clusters.
"""

from __future__ import annotations

import random
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.commands.arguments import count
from benchmarks.data.sets import DataSet, Item, load
from benchmarks.errors import BenchmarkError
from benchmarks.report import page
from benchmarks.scores.rouge import score
from summarize import Cluster, Summarizer
from summarize.pipeline import run as summarise
from summarize.weights import Weights

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from summarize import Article

# A setting is its differences from the shipped one: fields of Weights and options.
Setting = dict[str, Any]

ROWS: dict[str, Setting] = {
    "as shipped": {},
    "no early mention": {"early_weight": 0.0},
    "no nearness to the centroid": {"centroid_power": 0.0},
    "no weight for the lead": {"lead_weight": 0.0},
    "no weight for the titles": {"title_weight": 0.0},
    "no weight for the length": {"short_power": 0.0},
    "no weight for the form": {"figure": 1.0, "speech": 1.0},
    "λ = 1: relevance only": {"mmr_lambda": 1.0},
    "no likeness in the redundancy": {"wholly_redundant": 1e9},
    "no ceiling on the same news": {"same_news": 2.0},
    "no ceilings at all": {"same": 2.0, "same_news": 2.0},
    "filled to the budget": {"trifle": 0.0},
    "rank: centroid": {"rank": "centroid"},
    "rank: lexrank": {"rank": "lexrank"},
    "rank: textrank": {"rank": "textrank"},
    "rank: lead": {"rank": "lead"},
}

# The constants that were fitted, and the values that are tried for each.
GRID: dict[str, tuple[float, ...]] = {
    "early_weight": (0.6, 0.8, 1.0),
    "centroid_power": (0.6, 0.7, 0.8, 1.0),
    "lead_weight": (0.3, 0.4, 0.5),
    "title_weight": (1.0, 1.3, 1.5),
    "figure": (1.0, 1.07, 1.1),
    "speech": (0.9, 0.93, 1.0),
    "wholly_redundant": (0.6, 0.7, 0.8),
    "mmr_lambda": (0.45, 0.5, 0.55, 0.6),
}
LENGTHS = (1.0, 0.75, 1.35)
ENOUGH = 4  # articles that are worth halving
N_RESAMPLES = 1_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--data", nargs="+", required=True, type=Path, metavar="PATH", help="JSONL, a set a file")
    add("--fit", type=count, metavar="N", help="try N settings of the constants, not the ablation")
    add("--jobs", type=count, default=1, metavar="N", help="processes (default: 1)")
    add("--page", type=Path, metavar="FILE", help="replace the table between its marks")


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises
    ------
    BenchmarkError
        Data cannot be read; the page has no marks.
    """
    sets = load(options.data)
    named = draw(options.fit) if options.fit else ROWS
    measured = measure(sets, list(named.values()), jobs=options.jobs)
    table = fitted(named, measured) if options.fit else ablation(named, measured)
    print(table)
    if options.page:
        try:
            page.fill_file(options.page, {"fit" if options.fit else "ablation": table})
        except OSError as error:
            raise BenchmarkError(f"{error.filename}: {error.strerror}; name another path") from None
    return 0


def draw(n: int) -> dict[str, Setting]:
    """Draw n settings of the constants with a fixed seed; the first is the shipped one."""
    generator = random.Random(20)  # noqa: S311 - no secret
    drawn = [{name: generator.choice(values) for name, values in GRID.items()} for _ in range(n)]
    return {", ".join(f"{v:g}" for v in s.values()) or "as shipped": s for s in [{}, *drawn]}


def measure(
    sets: Sequence[DataSet], settings: Sequence[Setting], *, jobs: int
) -> dict[str, NDArray[np.float64]]:
    """Score every setting on every cluster.

    Returns
    -------
    dict
        For each set an array of shape (clusters, settings): ROUGE-2 × 100 by its leading metric.
    """
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as executor:
        found = {}
        for data in sets:
            header = replace(data, items=())  # the clusters travel one by one
            scores = partial(_scores, data=header, settings=settings)
            found[data.name] = np.array(list(executor.map(scores, data.items)))
    return found


def _scores(item: Item, *, data: DataSet, settings: Sequence[Setting]) -> list[float]:
    """Score every setting on one cluster, in all views of it."""
    views = [(item.articles, int(data.words * share)) for share in LENGTHS]
    if len(item.articles) >= ENOUGH:
        shuffled = random.Random(item.id).sample(item.articles, len(item.articles))  # noqa: S311
        middle = len(shuffled) // 2
        views += [(tuple(half), data.words) for half in (shuffled[:middle], shuffled[middle:])]
    return [
        100 * fmean(_score(item, data, setting, *view) for view in views) for setting in settings
    ]


def _score(
    item: Item, data: DataSet, setting: Setting, articles: tuple[Article, ...], words: int
) -> float:
    weights = {name: value for name, value in setting.items() if hasattr(Weights, name)}
    options = {name: value for name, value in setting.items() if name not in weights}
    text = summarise(
        Cluster(articles), Summarizer(words=words, **options), replace(Weights(), **weights)
    ).text
    scores = score(text, item.references, words=words, tokenizer=data.tokenizer, types=("rouge2",))
    return scores["rouge2"][data.metric[0]]


def ablation(named: Mapping[str, Setting], measured: Mapping[str, NDArray[np.float64]]) -> str:
    """Make the table of what is lost without each part, with paired intervals."""
    rows = []
    for index, name in enumerate(named):
        means = [scores[:, index].mean() for scores in measured.values()]
        cells = [f"{value:.2f}" for value in [*means, fmean(means)]]
        mean, low, high = _difference(measured, index)
        rows.append((name, *cells, f"{mean:+.2f} ({low:+.2f} to {high:+.2f})" if index else ""))
    return page.table(page.Table(("", *measured, "mean", "difference, 95 %"), tuple(rows)))


def fitted(named: Mapping[str, Setting], measured: Mapping[str, NDArray[np.float64]]) -> str:
    """Make the table of the best setting by all sets, and by all sets but one."""
    means = np.array([scores.mean(axis=0) for scores in measured.values()])
    settings = list(named.values())
    views = [("all", means, "mean", means.mean(axis=0))]
    for row, name in enumerate(measured):
        views.append((f"all but {name}", np.delete(means, row, axis=0), name, means[row]))
    rows = []
    for chosen_on, others, left_out, there in views:
        best = int(others.mean(axis=0).argmax())
        values = [f"{settings[best].get(name, 'as shipped')}" for name in GRID]
        rows.append((chosen_on, *values, left_out, f"{there[best]:.2f}", f"{there[0]:.2f}"))
    heads = ("chosen on", *GRID, "set", "score there", "shipped there")
    return page.table(page.Table(heads, tuple(rows)))


def _difference(
    measured: Mapping[str, NDArray[np.float64]], index: int
) -> tuple[float, float, float]:
    """Return the mean difference to the first setting over the sets, and its bootstrap interval."""
    generator = np.random.default_rng(1)
    differences = [scores[:, index] - scores[:, 0] for scores in measured.values()]
    resampled = [
        values[generator.integers(0, len(values), (N_RESAMPLES, len(values)))].mean(axis=1)
        for values in differences
    ]
    low, high = np.quantile(np.mean(resampled, axis=0), [0.025, 0.975])
    return fmean(values.mean() for values in differences), float(low), float(high)
