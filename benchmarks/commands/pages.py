"""`python -m benchmarks pages`: main text, titles and dates of web pages, by our reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.data import pages
from benchmarks.report import page
from benchmarks.scores.pages import is_same_title, parts_f1, text_f1
from summarize.errors import InputError
from summarize.inputs.given import Input
from summarize.inputs.options import LoadOptions
from summarize.inputs.readers.page import read
from summarize.model import Article

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_NOTHING = Article("")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "--mirror",
        type=Path,
        required=True,
        metavar="DIR",
        help="git mirrors: DIR/adbar+trafilatura/repo and "
        "DIR/scrapinghub+article-extraction-benchmark/repo",
    )


def run(options: argparse.Namespace) -> int:
    """Print the scores of our reader on both sets; a page that it refuses has no text."""
    rows = [*_texts(pages.texts(options.mirror)), *_gold(pages.gold(options.mirror))]
    print(page.table(page.Table(("measure", "pages", "score"), tuple(rows))))
    return 0


def _texts(given: Sequence[pages.Page]) -> list[tuple[str, str, str]]:
    """Measure main texts on article-extraction-benchmark."""
    found = [_read(item) for item in given]
    scores = text_f1((item.text, article.text) for item, article in zip(given, found, strict=True))
    names = ("F1", "precision", "recall")
    return [
        (f"article-extraction-benchmark: main text, {name}", f"{len(given):,}", f"{score:.3f}")
        for name, score in zip(names, scores, strict=True)
    ]


def _gold(given: Sequence[pages.Page]) -> list[tuple[str, str, str]]:
    """Measure titles, dates and stretches of text on the pages that trafilatura is tested on."""
    found = [(item, _read(item)) for item in given]
    titles = [is_same_title(item.title, article.title) for item, article in found if item.title]
    dates = [
        (article.published or "")[:10] == item.date[:10] for item, article in found if item.date
    ]
    f1 = parts_f1((article.text, item.parts, item.others) for item, article in found)
    return [
        ("trafilatura's pages: stretches of text, F1", f"{len(given):,}", f"{f1:.3f}"),
        ("trafilatura's pages: titles", f"{len(titles):,}", f"{sum(titles) / len(titles):.3f}"),
        ("trafilatura's pages: dates", f"{len(dates):,}", f"{sum(dates) / len(dates):.3f}"),
    ]


def _read(item: pages.Page) -> Article:
    try:
        return next(read(Input("page.html", item.data, item.url), LoadOptions()))
    except InputError:
        return _NOTHING
