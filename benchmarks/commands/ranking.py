"""`python -m benchmarks ranking`: what each part of the ranking is worth, and its constants.

One summary a cluster says little about a constant: which sentence comes last in it is chance. So
each cluster is summarised at three lengths and, where it has enough articles, from halves of
them, and the mean counts. Settings are compared with the shipped one on the same clusters.
"""

from __future__ import annotations

import random
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import numpy as np

from benchmarks.data.sets import DataSet, Item, load
from benchmarks.errors import BenchmarkError
from benchmarks.report import page
from benchmarks.scores.rouge import score
from summarize import Summarizer

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

# A setting is what it has other than the shipped one: a constant of a room, as "room.NAME", or an
# option of the Summarizer.
Setting = dict[str, Any]

ROWS: dict[str, Setting] = {
    "as shipped": {},
    "no early mention": {"evidence.weigh.EARLY_WEIGHT": 0.0},
    "no nearness to the centroid": {"choice.rank.corroboration.CENTROID_POWER": 0.0},
    "no weight for the lead": {"choice.rank.corroboration.LEAD_WEIGHT": 0.0},
    "no weight for the titles": {"choice.rank.corroboration.TITLE_WEIGHT": 0.0},
    "no weight for the form": {"reading.judge.FIGURE": 1.0, "reading.judge.SPEECH": 1.0},
    "λ = 1: relevance only": {"mmr_lambda": 1.0},
    "no likeness in the redundancy": {"choice.select.WHOLLY_REDUNDANT": 1e9},
    "no ceiling on the same news": {
        "choice.select.SAME_NEWS": 2.0,
        "choice.select.SAME_LATER": 2.0,
    },
    "no ceilings at all": {
        "choice.select.SAME": 2.0,
        "choice.select.SAME_NEWS": 2.0,
        "choice.select.SAME_LATER": 2.0,
    },
    "filled up with trifles": {"choice.select.TRIFLE": 0.0},
    "rank: centroid": {"rank": "centroid"},
    "rank: lexrank": {"rank": "lexrank"},
    "rank: textrank": {"rank": "textrank"},
    "rank: lead": {"rank": "lead"},
}

# The constants that were fitted, and the values that are tried for each.
GRID: dict[str, tuple[float, ...]] = {
    "evidence.weigh.EARLY_WEIGHT": (0.6, 0.8, 1.0),
    "choice.rank.corroboration.CENTROID_POWER": (0.6, 0.7, 0.8, 1.0),
    "choice.rank.corroboration.LEAD_WEIGHT": (0.3, 0.4, 0.5),
    "choice.rank.corroboration.TITLE_WEIGHT": (1.0, 1.3, 1.5),
    "reading.judge.FIGURE": (1.0, 1.07, 1.1),
    "reading.judge.SPEECH": (0.9, 0.93, 1.0),
    "choice.select.WHOLLY_REDUNDANT": (0.6, 0.7, 0.8),
    "mmr_lambda": (0.45, 0.5, 0.55, 0.6),
}
LENGTHS = (1.0, 0.75, 1.35)
ENOUGH = 4  # articles that are worth halving
N_RESAMPLES = 1_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--data", nargs="+", required=True, type=Path, metavar="PATH", help="JSONL, a set a file")
    add("--fit", type=int, metavar="N", help="try N settings of the constants, not the ablation")
    add("--jobs", type=int, default=1, metavar="N", help="processes (default: 1)")
    add("--page", type=Path, metavar="FILE", help="write the table between its marks anew")


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
        name = "fit" if options.fit else "ablation"
        try:
            text = options.page.read_text("utf-8")
            options.page.write_text(page.fill(text, {name: table}), "utf-8")
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
        return {
            data.name: np.array(
                list(
                    executor.map(
                        partial(_scores, data=_header(data), settings=settings), data.items
                    )
                )
            )
            for data in sets
        }


def _header(data: DataSet) -> DataSet:
    """Give the set without its clusters, which need not travel to every process."""
    return DataSet(data.name, data.sha256, (), data.words, data.metric, data.tokenizer)


def _scores(item: Item, *, data: DataSet, settings: Sequence[Setting]) -> list[float]:
    """Score every setting on one cluster, in all the views of it."""
    views = [(item.articles, int(data.words * share)) for share in LENGTHS]
    if len(item.articles) >= ENOUGH:
        shuffled = random.Random(item.id).sample(item.articles, len(item.articles))  # noqa: S311
        middle = len(shuffled) // 2
        views += [(tuple(half), data.words) for half in (shuffled[:middle], shuffled[middle:])]
    found: list[float] = []
    with remembered():
        for setting in settings:
            with installed(setting) as options:
                texts = [
                    (Summarizer(words=words, **options).summarize(articles).text, words)
                    for articles, words in views
                ]
            found.append(
                100
                * fmean(
                    score(text, item.references, words=words, tokenizer=data.tokenizer)["rouge2"][
                        data.metric[0]
                    ]
                    for text, words in texts
                )
            )
    return found


@contextmanager
def installed(setting: Setting) -> Iterator[dict[str, Any]]:
    """Give the rooms the constants of a setting for a while; yields the Summarizer's options."""
    with ExitStack() as stack:
        for name, value in setting.items():
            room, _, constant = name.rpartition(".")
            if room:
                module = import_module(f"summarize.{room}")
                stack.enter_context(patch.object(module, constant, value))
        yield {name: value for name, value in setting.items() if "." not in name}


@contextmanager
def remembered() -> Iterator[None]:
    """Let the steps that no setting changes keep what they found, for as long as the block runs."""
    pipeline: Any = import_module("summarize.pipeline")
    plain_tokens, plain_embed = cache(pipeline.tokens), pipeline.embed
    embedded: dict[tuple[int, int], object] = {}

    def tokens_once(texts: Sequence[str], language: object) -> object:
        return plain_tokens(tuple(texts), language)

    def embed_once(vocabulary: Sequence[str], *others: Any) -> object:  # noqa: ANN401
        """Know a vocabulary again: it lives as long as `plain_tokens` keeps it."""
        key = id(vocabulary), others[2]  # and how many of the texts are sentences
        if key not in embedded:
            embedded[key] = plain_embed(vocabulary, *others)
        return embedded[key]

    with (
        patch.object(pipeline, "clean", cache(pipeline.clean)),
        patch.object(pipeline, "split", cache(pipeline.split)),
        patch.object(pipeline, "tokens", tokens_once),
        patch.object(pipeline, "embed", embed_once),
    ):
        yield


def ablation(named: Mapping[str, Setting], measured: Mapping[str, NDArray[np.float64]]) -> str:
    """Make the table of what is lost without each part, with paired intervals."""
    lines = [
        f"| | {' | '.join(measured)} | mean | difference, 95 % |",
        f"|---|{'---|' * (len(measured) + 2)}",
    ]
    for index, name in enumerate(named):
        means = [scores[:, index].mean() for scores in measured.values()]
        cells = [f"{value:.2f}" for value in [*means, fmean(means)]]
        cells.append(_span(*_difference(measured, index)) if index else "")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def fitted(named: Mapping[str, Setting], measured: Mapping[str, NDArray[np.float64]]) -> str:
    """Make the table of the best setting by all sets, and by all sets but one."""
    means = np.array([scores.mean(axis=0) for scores in measured.values()])
    names = list(named)
    best = int(means.mean(axis=0).argmax())
    lines = [
        "| chosen on | " + " | ".join(GRID) + " | set | score there | shipped there |",
        f"|---|{'---|' * (len(GRID) + 3)}",
    ]

    def line(chosen_on: str, index: int, left_out: str, row: int | None) -> str:
        values = [f"{named[names[index]].get(name, 'as shipped')}" for name in GRID]
        there = means.mean(axis=0) if row is None else means[row]
        cells = [chosen_on, *values, left_out, f"{there[index]:.2f}", f"{there[0]:.2f}"]
        return f"| {' | '.join(cells)} |"

    lines.append(line("all", best, "mean", None))
    for row, name in enumerate(measured):
        others = np.delete(means, row, axis=0).mean(axis=0)
        lines.append(line(f"all but {name}", int(others.argmax()), name, row))
    return "\n".join(lines)


def _difference(
    measured: Mapping[str, NDArray[np.float64]], index: int
) -> tuple[float, float, float]:
    """Give the mean difference to the first setting over the sets, and its bootstrap interval."""
    generator = np.random.default_rng(1)
    differences = [scores[:, index] - scores[:, 0] for scores in measured.values()]
    resampled = [
        values[generator.integers(0, len(values), (N_RESAMPLES, len(values)))].mean(axis=1)
        for values in differences
    ]
    low, high = np.quantile(np.mean(resampled, axis=0), [0.025, 0.975])
    return fmean(values.mean() for values in differences), float(low), float(high)


def _span(mean: float, low: float, high: float) -> str:
    return f"{mean:+.2f} ({low:+.2f} to {high:+.2f})"
