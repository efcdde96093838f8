"""The sheet that readers grade: one page of HTML that needs no network and keeps its own state."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def sheet(
    rows: Sequence[Mapping[str, Any]], faults: Mapping[str, str], whole: Mapping[str, str]
) -> str:
    """Write the page: each cluster's summaries, sentence by sentence, and its articles."""
    from jinja2 import Environment

    text = resources.files("benchmarks.report").joinpath("sheet.html").read_text("utf-8")
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(text)
    return template.render(rows=rows, faults=faults, whole=whole)
