"""`python -m benchmarks citations`: how many citations are right, on graded pairs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.data.sets import ROOT, english_sets, read, seed_articles
from benchmarks.report import page
from benchmarks.scores import citations
from summarize.choice.cite import LEAST
from summarize.result import CONFIDENT
from summarize.semantic.load import load as load_encoder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from benchmarks.scores.citations import Cited, Pair

GOLD = ROOT / "benchmarks" / "gold"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    shipped = sorted(GOLD.glob("*.json"))
    add(
        "--gold",
        nargs="+",
        type=Path,
        metavar="FILE",
        default=shipped,
        help="graded pairs (default: those of the project)",
    )
    add("--data", nargs="+", type=Path, metavar="SET", default=[], help="JSONL with their articles")
    add("--encoder", metavar="NAME|DIR", help="a model of sentences that helps our rule")
    add("--fit", action="store_true", help="also print a calibration.json for each half")


def run(options: argparse.Namespace) -> int:
    """Print precision and recall of our citations, and those of as many by cosine."""
    clusters = {"seeds": seed_articles()}
    for path in [*english_sets(), *options.data]:
        for item in read(path):
            for key in (item.id, f"{path.stem}/{item.id}"):
                clusters[key] = list(item.articles)
    encoder = None if options.encoder is None else load_encoder(options.encoder)
    rows = []
    for path in options.gold:
        pairs = citations.load(path, clusters, encoder)
        if not pairs:
            print(f"{path.name}: none of its clusters is given; give their sets with --data")
        for half in dict.fromkeys(pair.half for pair in pairs):
            own = [pair for pair in pairs if pair.half == half]
            rows += _rows(f"{path.stem} {half}", own)
            if options.fit:
                print(f"{path.stem} {half}: {json.dumps(citations.fit(own)._asdict())}")
    heads = ("pairs", "n", "rule", "articles right", "found", "spans right", "spans graded")
    print(page.table(page.Table(heads, tuple(rows))))
    return 0


def _rows(name: str, pairs: list[Pair]) -> list[tuple[str, ...]]:
    """Measure ours from both probabilities, and the cosine from those that cite as many."""
    rows = []
    for least in (LEAST, CONFIDENT):
        share = citations.share_cited(pairs, _ours, least)
        for rule, cites, start in (
            (f"ours, p ≥ {least:g}", _ours, least),
            ("cosine, as many", _cosine, citations.least_for(pairs, _cosine, share)),
        ):
            rows.append((name, str(len(pairs)), rule, *_cells(pairs, cites, start)))
    return rows


def _cells(pairs: list[Pair], rule: Callable[[Pair], Cited], least: float) -> list[str]:
    """Write the rates, each with its interval."""
    rates = citations.rates(pairs, rule, least)
    low, high = citations.interval(pairs, rule, least)
    cells = [f"{x:.2f} ({a:.2f} to {b:.2f})" for x, a, b in zip(rates, low, high, strict=True)]
    return [*cells[:3], f"{rates.graded:.2f}"]


def _ours(pair: Pair) -> Cited:
    return pair.ours


def _cosine(pair: Pair) -> Cited:
    return pair.cosine
