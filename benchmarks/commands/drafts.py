"""`python -m benchmarks drafts`: how much of what is wrong in a draft is named, and what is not."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.commands.arguments import count
from benchmarks.commands.citations import GOLD
from benchmarks.data.drafts import OTHER_WORD
from benchmarks.data.sets import read
from benchmarks.report import page
from benchmarks.scores import citations, drafts
from summarize.choice.cite import LEAST
from summarize.result import CONFIDENT
from summarize.semantic.load import load as load_encoder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from benchmarks.data.sets import Item
    from benchmarks.scores.drafts import Reported

_HALVES = ("develop", "test")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--data", nargs="+", type=Path, metavar="SET", required=True, help="JSONL of clusters")
    add("--limit", type=count, metavar="N", help="errors in the first N clusters of each set only")
    add("--gold", type=Path, metavar="FILE", default=GOLD / "news.json", help="graded pairs")
    add("--encoder", metavar="NAME|DIR", help="a model of sentences that helps our rule")


def run(options: argparse.Namespace) -> int:
    """Print what is reported of made errors and true sentences, and how graded ones are checked."""
    encoder = None if options.encoder is None else load_encoder(options.encoder)
    sets = {path.stem: read(path) for path in options.data}
    by_language: dict[str, list[Sequence[Item]]] = defaultdict(list)
    for items in sets.values():
        by_language[items[0].lang].append(items[: options.limit])
    for code, some in by_language.items():
        for of_references, name in ((False, "articles"), (True, "references")):
            found = [
                each
                for items in some
                for each in drafts.made(items, encoder, of_references=of_references)
            ]
            _print(("changed", "to", *_HALVES), _rows(found, f"{code}, sentences of {name}"))
    graded = drafts.graded(options.gold, sets, encoder)
    if graded:
        heads = ("graded", "n", "articles right", "found", "spans right", "right, but contradicted")
        _print(heads, _graded_rows(graded))
    return 0


def _print(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    print(page.table(page.Table(heads, tuple(rows))), end="\n\n")


def _rows(found: Sequence[Reported], title: str) -> Iterator[tuple[str, ...]]:
    """Write how often the place is named in each half, and in how many sentences nothing should."""
    yield (
        title,
        "",
        *(f"{len({r.cluster for r in found if r.half == h})} clusters" for h in _HALVES),
    )
    by_kind: dict[tuple[str, str], list[Reported]] = defaultdict(list)
    for each in found:
        if each.line.kind != OTHER_WORD or each.n_listed is not None:
            by_kind[each.line.kind, each.line.to].append(each)
        if each.line.kind in drafts.FIGURES:
            by_kind["any figure", each.line.to].append(each)
    for (kind, to), some in sorted(by_kind.items()):
        yield (
            kind,
            to,
            *(drafts.rate([each.is_named for each in some if each.half == h]) for h in _HALVES),
        )
    whole = by_kind["nothing", ""]
    for kind in drafts.PROBLEMS:
        cells = (drafts.rate([kind in r.kinds for r in whole if r.half == h]) for h in _HALVES)
        yield ("nothing", f"named as {kind}", *cells)
    cells = (drafts.rate([r.is_wrong for r in whole if r.half == h]) for h in _HALVES)
    yield ("nothing", "named, or not found", *cells)
    listed = [
        [r.n_listed for r in whole if r.half == h and r.n_listed is not None] for h in _HALVES
    ]
    means = (f"{sum(some) / len(some):.2f} of {len(some)}" if some else "none" for some in listed)
    yield ("nothing", "words listed, of a sentence that is found", *means)


def _graded_rows(graded: Sequence[drafts.Graded]) -> Iterator[tuple[str, ...]]:
    for half in _HALVES:
        own = [each for each in graded if each.pair.half == half]
        said = [each.is_contradicted for each in own if each.pair.is_same]
        pairs = [each.pair for each in own]
        for least in (LEAST, CONFIDENT) if pairs else ():
            rates = citations.rates(pairs, lambda pair: pair.ours, least)
            low, high = citations.interval(pairs, lambda pair: pair.ours, least)
            cells = [
                f"{x:.2f} ({a:.2f} to {b:.2f})" for x, a, b in zip(rates, low, high, strict=True)
            ]
            yield (f"{half}, p ≥ {least:g}", str(len(own)), *cells[:3], drafts.rate(said))
