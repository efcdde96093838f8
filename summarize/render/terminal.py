"""The terminal format, drawn with rich: the sentences, how well each is supported, and by whom.

This module handles cells and colours. All text of an article goes through `Text`, never through
the markup of rich. Everything else that decides the output is an argument: it reads neither the
environment nor the terminal.
"""

from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from summarize.render import facts, reasons
from summarize.render.lines import ASCII, NUMBER, UNICODE, Page, indent
from summarize.render.safe import clean_strings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from summarize.result import SummaryDocument, SummarySentence
    from summarize.summary import Summary

_NARROWEST, _WIDEST = 24, 100  # columns; longer lines than that are hard to read
_MARGIN = 1
_MOST_SOURCES = 20
_MOST_WARNINGS = 3
_MOST_DOTS = 8  # one dot per origin up to here; above, five dots in proportion
_MOSTNUMBERS = 12
_MOST_DETAIL_LINES = 3

_LINK_ID = re.compile(r"(?<=\x1b\]8);id=[^;]*;")  # rich gives each link a random id
_FILLED, _QUIET, _WARNING = "green", "dim", "yellow"


def to_terminal(
    summary: Summary, *, width: int = 80, color: bool = False, ascii_only: bool = False
) -> str:
    """Draw a summary for a terminal of `width` columns; see `summarize.render.render`."""
    return print_lines(
        lambda page: _page(page, clean_strings(summary)),
        width=width,
        color=color,
        ascii_only=ascii_only,
    )


def print_lines(
    draw_lines: Callable[[Page], Iterable[Text]], *, width: int, color: bool, ascii_only: bool
) -> str:
    """Return what lines, drawn for a page of this width, are on a terminal."""
    file = StringIO()
    console = Console(
        file=file,
        width=max(width, _NARROWEST),
        color_system="standard" if color else None,
        force_terminal=color,
        force_jupyter=False,
        legacy_windows=False,
        _environ={},
    )
    for line in draw_lines(_new_page(console, width, ascii_only=ascii_only)):
        console.print(indent(line, _MARGIN))
    return _LINK_ID.sub(";;", file.getvalue())


def draw(summary: Summary, console: Console, *, width: int, ascii_only: bool) -> Iterator[Text]:
    """Yield the lines of a summary, none wider than `width` (or 24, if that is more)."""
    page = _new_page(console, width, ascii_only=ascii_only)
    yield from (indent(line, _MARGIN) for line in _page(page, clean_strings(summary)))


def _new_page(console: Console, width: int, *, ascii_only: bool) -> Page:
    return Page(
        console,
        width=min(max(width, _NARROWEST), _WIDEST) - 2 * _MARGIN,
        glyphs=ASCII if ascii_only else UNICODE,
    )


def _page(page: Page, summary: Summary) -> Iterator[Text]:
    """Yield the lines of a summary, without the margin."""
    blocks = [_head(page, summary)]
    dates = facts.dates(summary)
    blocks += [
        sentence(page, summary, each, dates.get(each.document)) for each in summary.sentences
    ]
    if not summary.sentences:
        blocks.append(page.wrap(Text(facts.NOTHING)))
    blocks += [differences(page, summary), _warnings(page, summary), _sources(page, summary)]
    blocks.append(_left_out(page, summary))
    is_first = True
    for block in filter(None, blocks):
        if not is_first:
            yield Text()
        is_first = False
        yield from block


def _head(page: Page, summary: Summary) -> list[Text]:
    lines = page.wrap(Text(summary.id, _QUIET)) if summary.id else []
    if summary.headline:
        lines += page.wrap_cited(summary.headline.text, summary.headline.document, "bold")
    parts = [*facts.article_counts(summary), facts.length(summary)]
    return lines + [Text(line, _QUIET) for line in page.pack(parts)]


def sentence(page: Page, summary: Summary, chosen: SummarySentence, when: str | None) -> list[Text]:
    """Draw a sentence, how well it is supported, and by whom."""
    lines = page.wrap_cited(chosen.text, chosen.document)
    others, similar = facts.also_in(chosen), facts.similar(chosen)
    n_origins = facts.n_origins(summary)
    if n_origins > 1 or others or similar:
        n_similar = facts.n_similar(summary, chosen)
        meter = _meter(page, chosen.corroboration, n_similar, n_origins)
        words = (
            Text.assemble(("also in ", _QUIET), _numbers(others))
            if others
            else Text(f"only in {chosen.document}", _QUIET)
        )
        if others and chosen.corroboration == 1:
            words.append(", one origin", _QUIET)
        if similar:
            words.append(f"{page.glyphs.between}similar: ", _QUIET).append_text(_numbers(similar))
        if when:
            words.append(f"{page.glyphs.between}{when}", _QUIET)
        lines += page.wrap(Text.assemble(meter, " ", words))
    for line in reasons.explanation(chosen):
        lines += page.wrap(Text(line, _QUIET), hang=2)
    return lines


def differences(page: Page, summary: Summary) -> list[Text]:
    """Write the differences, one per line."""
    lines = []
    for difference in facts.differences(summary):
        line = Text("Sources differ  ", _WARNING)
        for index, (value, numbers) in enumerate(difference):
            line.append(page.glyphs.between if index else "", "not yellow").append(
                f"{value} ", "none"
            )
            line.append_text(_numbers(numbers))
        lines += page.wrap(line, hang=2)
    if more := facts.more_differences(summary):
        lines.append(Text(more, _QUIET))
    return lines


def _left_out(page: Page, summary: Summary) -> list[Text]:
    """Draw the most relevant sentences that are not in the summary, and why they are not."""
    if not summary.left_out:
        return []
    lines = [Text("Not in the summary", _WARNING)]
    for number, text, reason in reasons.left_out(summary, reasons.MOST_LEFT_OUT):
        quoted = Text.assemble((f"[{number}] ", NUMBER), text, (f"  {reason}", _QUIET))
        lines += page.wrap(quoted, hang=2)
    if more := reasons.more_left_out(summary):
        lines += page.wrap(Text(more, _QUIET))
    return lines


def _meter(page: Page, corroboration: int, n_similar: int, n_origins: int) -> Text:
    """Draw how many of the origins report this, and how many may."""
    n_origins = max(n_origins, corroboration + n_similar)
    n_dots = n_origins if n_origins <= _MOST_DOTS else 5
    # Rounded up, but all dots are filled only if all origins agree.
    n_filled = -(-n_dots * corroboration // n_origins)
    if corroboration < n_origins:
        n_filled = min(n_filled, n_dots - 1)
    n_hollow = min(-(-n_dots * n_similar // n_origins), n_dots - n_filled)
    meter = Text.assemble(
        (page.glyphs.filled * n_filled, _FILLED if corroboration > 1 else _QUIET),
        (page.glyphs.hollow * n_hollow, _FILLED),
        (page.glyphs.empty * (n_dots - n_filled - n_hollow), _QUIET),
    )
    if n_dots < n_origins:
        meter.append(f" {corroboration:,} of {n_origins:,}{page.glyphs.between.rstrip()}", _QUIET)
    return meter


def _numbers(numbers: list[int]) -> Text:
    runs = facts.runs(numbers)
    n_more = sum(last - first + 1 for first, last in runs[_MOSTNUMBERS:])
    return Text.assemble(
        (" ".join(map(facts.spell_run, runs[:_MOSTNUMBERS])), NUMBER),
        (f" and {n_more:,} more" if n_more else "", _QUIET),
    )


def _warnings(page: Page, summary: Summary) -> list[Text]:
    """Write each warning once; the message itself names the articles it is about."""
    messages = list(dict.fromkeys(warning.message for warning in summary.warnings))
    if (n_more := len(messages) - _MOST_WARNINGS) > 0:
        messages[_MOST_WARNINGS:] = [f"and {facts.count(n_more, 'more warning')}"]
    lines = []
    for message in messages:
        lines += page.wrap(Text.assemble(("! ", _WARNING), message), hang=2)
    return lines


def _sources(page: Page, summary: Summary) -> list[Text]:
    sources = facts.sources(summary, _MOST_SOURCES)
    names = [entry.document.title or facts.UNTITLED for entry in sources.listed]
    details = [_details(entry.document) for entry in sources.listed]
    n_digits = max((len(str(entry.document.number)) for entry in sources.listed), default=0)
    hang = n_digits + 2
    inner = replace(page, width=page.width - hang)
    column = _column(inner, names, map(page.glyphs.between.join, details))

    lines = []
    for entry, title, detail in zip(sources.listed, names, details, strict=True):
        url = entry.document.url
        rows = _source(inner, title, detail, column, url if facts.is_web(url) else None)
        if entry.copies:
            copies = facts.count(len(entry.copies), "exact copy", "exact copies")
            words = Text.assemble((f"and {copies}: ", _QUIET), _numbers(list(entry.copies)))
            rows += inner.wrap(words)
        number = f"{entry.document.number:>{n_digits}}  "
        lines.append(Text.assemble((number, NUMBER), rows[0]))
        lines += [indent(row, hang) for row in rows[1:]]
    if rest := facts.spell_rest(sources):
        lines += page.wrap(Text(f"{page.glyphs.cut} {rest}", _QUIET))
    return lines


def _column(page: Page, names: Iterable[str], details: Iterable[str]) -> int | None:
    """Return the width of the column of titles; None if the details need over half the page."""
    room = page.width - max(map(cell_len, details), default=0) - 2
    if room < page.width // 2:
        return None
    return min(room, max(map(cell_len, names), default=0))


def _source(
    page: Page, title: str, details: list[str], column: int | None, url: str | None
) -> list[Text]:
    """Put the details in a column next to the title, or below it if there is no column."""
    link = Style(link=url)
    if column is None:
        rows = page.pack(details)
        if len(rows) > _MOST_DETAIL_LINES:
            rows = [*rows[: _MOST_DETAIL_LINES - 1], page.glyphs.cut]
        name = Text(page.shorten(title, page.width), link)
        return [name, *(Text(row, _QUIET) for row in rows)]
    cell = page.shorten(title, column)
    fill = " " * (column - cell_len(cell) + 2)
    row = Text.assemble((cell, link), fill, (page.glyphs.between.join(details), _QUIET))
    row.rstrip()
    return [row]


def _details(document: SummaryDocument) -> list[str]:
    parts = [
        document.source,
        facts.date(document),
        facts.location(document),
        f"skipped: {document.skipped}" if document.skipped else None,
    ]
    return [part for part in parts if part]
