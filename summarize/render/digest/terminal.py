"""A digest for the terminal: a few lines an event, with its sources in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from summarize.render import facts, terminal
from summarize.render.digest import common
from summarize.render.lines import NUMBER, Page
from summarize.render.safe import clean_strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.digest import Digest, DigestEvent
    from summarize.summary import Summary

_MOST_SINGLES = 20
_QUIET = "dim"


def to_digest_terminal(
    digest: Digest, *, width: int = 80, color: bool = False, ascii_only: bool = False
) -> str:
    """Draw a digest for a terminal of `width` columns; see `summarize.render.render`."""
    return terminal.print_lines(
        lambda page: _lines(page, clean_strings(digest)),
        width=width,
        color=color,
        ascii_only=ascii_only,
    )


def _lines(page: Page, digest: Digest) -> Iterator[Text]:
    yield from (Text(line, _QUIET) for line in page.pack(common.about(digest)))
    if not digest.events:
        yield from page.wrap(Text(common.no_event(digest)))
    for note in digest.notes:
        yield from page.wrap(Text.assemble(("! ", "yellow"), note), hang=2)
    for number, event in enumerate(digest.events, start=1):
        yield Text()
        yield from _event(page, event, number)
    if digest.singles:
        yield Text()
        yield Text(common.rest(digest), "bold")
    for single in digest.singles[:_MOST_SINGLES]:
        parts = [single.source, facts.date(single)]
        about = page.glyphs.between.join(part for part in parts if part)
        yield from page.wrap(Text.assemble(facts.name(single), ("  " + about, _QUIET)), hang=2)
    if (more := len(digest.singles) - _MOST_SINGLES) > 0:
        yield Text(f"{page.glyphs.cut} and {more:,} more", _QUIET)


def _event(page: Page, event: DigestEvent, number: int) -> Iterator[Text]:
    summary = event.summary
    title = Text.assemble((f"{number}  ", NUMBER), (common.title(event), "bold"))
    yield from page.wrap(title, hang=len(f"{number}  "))
    parts = [common.counts(event), common.day(event), common.continued(event)]
    yield from (Text(line, _QUIET) for line in page.pack(part for part in parts if part))
    dates = facts.dates(summary)
    for sentence in summary.sentences:
        yield from terminal.sentence(page, summary, sentence, dates.get(sentence.document))
    yield from terminal.differences(page, summary)
    yield from _sources(page, summary)
    for line in event.why:
        yield from page.wrap(Text(line, _QUIET), hang=2)


def _sources(page: Page, summary: Summary) -> list[Text]:
    """Name the source of each number that the sentences use, on as few lines as possible."""
    numbers = facts.cited(summary)
    names = [
        f"{document.number} {document.source or facts.name(document)}"
        for document in summary.documents
        if document.number in numbers
    ]
    return [Text(line, _QUIET) for line in page.pack(names)]
