"""The pages of a real day as events: those of article-extraction-benchmark, labelled by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.data import pages
from benchmarks.data.sets import Item
from summarize import InputError
from summarize.inputs.given import Input
from summarize.inputs.options import LoadOptions
from summarize.inputs.readers.page import read

if TYPE_CHECKING:
    from summarize import Article

LABELS = Path(__file__).with_name("day.json")


def read_day(mirror: Path) -> list[Item]:
    """Read the pages of the mirror as clusters: each event, then each page that is in none.

    A page that summarize does not read, such as a paywall, is left out.
    """
    labels = json.loads(LABELS.read_text("utf-8"))["events"]
    event_of = {page: event for event, named in labels.items() for page in named}
    held: dict[str, list[Article]] = {}
    for page in pages.texts(mirror):
        try:
            found = list(read(Input(page.name, page.data, url=page.url), LoadOptions()))
        except InputError:
            continue
        event = event_of.get(page.name[:12], page.name)
        held.setdefault(event, []).extend(replace(each, id=page.name) for each in found)
    return [Item(event, tuple(articles), ("",)) for event, articles in sorted(held.items())]
