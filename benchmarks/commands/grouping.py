"""`python -m benchmarks grouping`: events found in a mix of clusters, and how time grows.

The clusters of each set are mixed: all of them, random halves, and mixes made hard. Ours has one
setting for all sets; each baseline has the cut that is best on the whole mix of each set.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.commands.arguments import count, counts
from benchmarks.data.day import read_day
from benchmarks.data.mixes import halves, likest, mix, singles
from benchmarks.data.sets import read
from benchmarks.errors import BenchmarkError
from benchmarks.report import page
from benchmarks.scores import events
from benchmarks.scores.statistics import interval
from benchmarks.speed import grouping as speed
from benchmarks.systems import grouping as systems

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from benchmarks.data.mixes import Mix
    from benchmarks.data.sets import Item

OURS = "summarize"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--data", nargs="+", default=[], type=Path, metavar="PATH", help="JSONL, a set a file")
    add("--n", type=count, default=8, metavar="N", help="random halves of each set (default: 8)")
    add(
        "--mirror",
        type=Path,
        metavar="DIR",
        help="group the pages of a real day instead, from mirrors as of the command pages",
    )
    add("--growth", action="store_true", help="measure time and memory instead")
    sizes = ",".join(map(str, speed.SIZES))
    add("--sizes", type=counts, default=speed.SIZES, metavar="N,N", help=f"default: {sizes}")
    add("--page", type=Path, metavar="FILE", help="replace the tables between their marks")


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises
    ------
    BenchmarkError
        Data cannot be read; the page has no marks.
    """
    if not options.data and options.mirror is None:
        raise BenchmarkError("nothing to group; give --data or --mirror")
    if options.mirror is not None:
        tables = {"day": whole({"a real day": read_day(options.mirror)})}
    elif options.growth:
        tables = {"growth": growth(options.data, options.sizes)}
    else:
        sets = {path.stem: read(path) for path in options.data}
        tables = {"whole": whole(sets), "hard": hard(sets, options.n)}
    print("\n\n".join(tables.values()))
    if options.page:
        try:
            page.fill_file(options.page, tables)
        except OSError as error:
            raise BenchmarkError(f"{error.filename}: {error.strerror}; name another path") from None
    return 0


class System(NamedTuple):
    """A way to group, and its cut in words."""

    cut: str
    group: Callable[[Mix], systems.Labels]


def whole(sets: Mapping[str, Sequence[Item]]) -> str:
    """Make the table of the whole mixes."""
    rows = []
    for set_name, items in sets.items():
        mixed = mix(items)
        for name, system in compared(mixed).items():
            found = events.agreement(mixed.event, system.group(mixed))
            low_high = events.intervals(found)
            cells = []
            for score, (low, high) in zip(
                (events.bcubed(found), events.ceaf(found)), low_high, strict=True
            ):
                f1 = f"{score.f1:.3f} ({low:.3f} to {high:.3f})"
                cells += [f"{score.precision:.3f}", f"{score.recall:.3f}", f1]
            rows.append((set_name, name, system.cut, *cells))
    heads = ("set", "system", "cut", "B³ precision", "recall", "F1")
    return page.table(page.Table((*heads, "CEAF precision", "recall", "F1"), tuple(rows)))


def hard(sets: Mapping[str, Sequence[Item]], n: int) -> str:
    """Make the table of B-Cubed F1 on other mixes: the mean, and its interval over mixes."""
    rows = []
    for set_name, items in sets.items():
        kinds = {
            "random halves": list(halves(items, n)),
            "a day's singles": list(singles(items, n)),
            "two like events": list(likest(items, 5 * n)),
        }
        for name, system in compared(mix(items)).items():
            cells = [_mean(mixes, system) for mixes in kinds.values()]
            rows.append((set_name, name, *cells))
    return page.table(page.Table(("set", "system", *kinds), tuple(rows)))


def _mean(mixes: Iterable[Mix], system: System) -> str:
    scores = [
        events.bcubed(events.agreement(mixed.event, system.group(mixed))).f1 for mixed in mixes
    ]
    low, high = interval(scores)
    return f"{fmean(scores):.3f} ({low:.3f} to {high:.3f})"


def compared(mixed: Mix) -> dict[str, System]:
    """Return ours, and the baselines with the cuts that are best on this mix."""
    cosine = systems.cosines(mixed.articles)
    found = {OURS: System("the one", lambda other: systems.ours(other.articles))}
    for name, baseline in systems.BASELINES.items():
        scores = {
            cut: events.bcubed(events.agreement(mixed.event, baseline(cosine, cut))).f1
            for cut in systems.CUTS
        }
        best = max(scores, key=scores.__getitem__)
        found[name] = System(f"{best:.2f}", partial(_apart, baseline, best))
    return found


def _apart(baseline: systems.System, cut: float, mixed: Mix) -> systems.Labels:
    return baseline(systems.cosines(mixed.articles), cut)


def growth(paths: Sequence[Path], sizes: Sequence[int]) -> str:
    """Make the table of time and memory, with the exponent in the last row."""
    rows, measured = [], []
    for row in speed.rows(paths, sizes):
        measured.append(row)
        done = row["status"] == "ok"
        cells = [f"{row['cpu']:.1f}", f"{row['wall']:.1f}", f"{row['peak_mb']:.0f}"] if done else []
        rows.append((f"{row['n_articles']:,}", *(cells or [row["status"], "", ""])))
    if sum(row["status"] == "ok" for row in measured) > 1:
        rows.append(("exponent", f"{speed.growth(measured):.2f}", "", ""))
    return page.table(page.Table(("articles", "CPU s", "clock s", "peak MB"), tuple(rows)))
