"""`python -m benchmarks citations`: precision and recall of citations on graded pairs."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.report import page
from benchmarks.scores.citations import load, measure, superpal
from summarize.choice.same import CITED

if TYPE_CHECKING:
    import argparse

RULES = (("cosine", "cosine", CITED), ("ours", "margin", 0.0))
CURVE = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "--superpal", type=Path, metavar="FILE", help="also the recall on these alignments"
    )


def run(options: argparse.Namespace) -> int:
    """Print the curve of our rule and that of the cosine alone."""
    pairs = load()
    rows = []
    for half, (rule, by, start) in product(("tune", "test"), RULES):
        own = [pair for pair in pairs if pair.half == half]
        for more in CURVE:
            precision, recall, n = measure(own, by, start + more)
            least = f"{start + more:.2f}" if start else f"+{more:.2f}"
            rows.append((half, rule, least, f"{precision:.2f}", f"{recall:.2f}", str(n)))
    heads = ("half", "rule", "from", "precision", "recall", "cited")
    print(page.table(page.Table(heads, tuple(rows))))
    if options.superpal:
        print(f"\nSuperPAL: {superpal(options.superpal):.1%} of the aligned sentences are cited")
    return 0
