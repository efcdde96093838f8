"""`python -m benchmarks report`: tables and plots from stored results, for people to look at.

Nothing is run here. `collect` aggregates stored rows into `report.json`, and everything else is
made from that: `report.md`, `report.html` (one file, no network), the plots, and the tables of the
pages that are named. `page` decides how a table looks in Markdown or HTML.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError
from benchmarks.report import page, plots, results, tables, timings
from benchmarks.report.page import Figure, Section
from benchmarks.speed.growth import is_done

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from benchmarks import Row

BASELINE = "lead-first"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("folder", type=Path, metavar="DIR", help="where quality and speed left their results")
    add("--out", type=Path, metavar="DIR", help="where the report goes (default: the same folder)")
    add(
        "--page",
        nargs="+",
        default=[],
        type=Path,
        metavar="FILE",
        help="replace the tables between the marks of these pages",
    )


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises
    ------
    BenchmarkError
        There are no results in the folder, or they cannot be read or written.
    """
    report = collect(options.folder)
    folder = options.out or options.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")
        figures = draw(report)
        for name, figure in figures.items():
            (folder / f"{name}.svg").write_text(figure, "utf-8")
        found = list(sections(report, figures))
        (folder / "report.md").write_text(page.markdown(found), "utf-8")
        (folder / "report.html").write_text(page.html(found), "utf-8")
        for file in options.page:
            page.fill_file(file, blocks(report, os.path.relpath(folder, file.parent)))
    except OSError as error:
        raise BenchmarkError(f"{error.filename}: {error.strerror}; name another path") from None
    print(f"{folder / 'report.html'}")
    return 0


def collect(folder: Path) -> Row:
    """Aggregate what is stored in a folder.

    Returns
    -------
    dict
        ``quality``: the header and for each set its lines by system; ``speed``: header and rows.
        A part that was not run is absent.

    Raises
    ------
    BenchmarkError
        There is neither of the two parts.
    """
    report: Row = {}
    if (folder / results.ROWS).exists():
        header, rows = results.read(folder / results.ROWS)
        seconds = {
            results.key_of(row): row.get("cpu") for row in results.parse(folder / results.SECONDS)
        }
        of_set = results.grouped(rows, lambda row: row["set"])
        for data in header["sets"]:
            own = of_set.get(data["name"], [])
            data["lines"] = tables.lines(own, seconds, metric=data["metric"], baseline=BASELINE)
        report["quality"] = {key: header[key] for key in ("signature", "versions", "seed", "sets")}
    if (folder / results.SPEED).exists():
        header, rows = results.read(folder / results.SPEED)
        report["speed"] = {**header, "rows": rows}
    if not report:
        raise BenchmarkError(
            f"{folder}: contains no results; run python -m benchmarks quality or speed with "
            f"--out {folder} first"
        )
    return report


def sections(report: Mapping[str, Any], figures: Mapping[str, str]) -> Iterator[Section]:
    """Yield the parts of the report in order."""
    if quality := report.get("quality"):
        text = (
            "ROUGE-2 of whole sentences within the length, mean over all sets, against the CPU "
            "seconds that a cluster takes, start-up left out. Baselines and peers get sentences "
            "that are cut already; our own time holds cleaning and splitting. The line joins the "
            "systems that no other is both better and faster than."
        )
        yield Section("Quality against time", text, figure=_figure("frontier", figures))
        for data in quality["sets"]:
            yield Section(
                f"{data['name']}: {data['n_clusters']} clusters, {data['words']} words",
                f"{tables.metric_name(data)}, × 100. {data['signature']}. Difference and p (paired "
                f"permutation test) against {BASELINE}.",
                table=tables.quality_table(data["lines"]),
                figure=_figure(f"intervals-{data['name']}", figures),
            )
    if speed := report.get("speed"):
        yield from timings.sections(speed["rows"], _figure("growth", figures))
    versions = next(report[part]["versions"] for part in ("quality", "speed") if part in report)
    named = ", ".join(f"{name} {version}" for name, version in versions.items())
    yield Section("Versions", named + ".")


def draw(report: Mapping[str, Any]) -> dict[str, str]:
    """Draw all plots, by name."""
    drawn: dict[str, str] = {}
    if quality := report.get("quality"):
        points = _points(quality)
        if points:
            drawn["frontier"] = plots.frontier(points, "mean ROUGE-2 × 100")
        for data in quality["sets"]:
            scores = {
                line["system"]: tuple(100 * x for x in (line["rouge"]["rouge2"], *line["interval"]))
                for line in data["lines"]
                if line["n_good"] and line["system"] != "oracle"
            }
            drawn[f"intervals-{data['name']}"] = plots.intervals(
                scores, tables.metric_name(data) + " × 100"
            )
    if speed := report.get("speed"):
        done = [row for row in speed["rows"] if is_done(row)]
        curves = {
            system: [(row["n_articles"], row["cpu"]) for row in own]
            for system, own in results.grouped(done, lambda row: row["system"]).items()
        }
        fits = timings.of_kind(speed["rows"], "fit")
        exponents = {row["system"]: row["exponent"] for row in fits}
        drawn["growth"] = plots.growth(curves, exponents)
    return drawn


def blocks(report: Mapping[str, Any], plots_at: str) -> dict[str, str]:
    """Return the Markdown for each pair of marks that a page may have."""
    found = {"comparison": page.table(tables.comparison(report))}
    if quality := report.get("quality"):
        found["quality"] = page.table(tables.overview(quality))
        found["quality-plot"] = f"![Quality against time]({plots_at}/frontier.svg)"
    if speed := report.get("speed"):
        found["speed"] = page.table(timings.size_table(speed["rows"]))
        found["speed-plot"] = f"![Time against the number of articles]({plots_at}/growth.svg)"
    return found


def _figure(name: str, figures: Mapping[str, str]) -> Figure | None:
    return Figure(name, figures[name]) if name in figures else None


def _points(quality: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """Return mean seconds and mean quality of the systems that finished everything."""
    every = [line for data in quality["sets"] for line in data["lines"]]
    by_system = results.grouped(every, lambda line: line["system"])
    return {
        system: (
            fmean(line["cpu"] for line in lines),
            100 * fmean(line["rouge"]["rouge2"] for line in lines),
        )
        for system, lines in by_system.items()
        if system != "oracle"
        and all(line["n_good"] == line["n_rows"] and line["cpu"] for line in lines)
    }
