"""A digest as plain text and as Markdown: its events, one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.render import facts
from summarize.render.digest import common
from summarize.render.markdown import escape, to_markdown
from summarize.render.safe import clean_strings
from summarize.render.text import to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.digest import Digest, Single


def to_digest_text(digest: Digest) -> str:
    """Write the number of each event, its summary, and the articles in no event."""
    return "\n".join(_text(digest)) + "\n"


def _text(digest: Digest) -> Iterator[str]:
    shown = clean_strings(digest)
    yield ", ".join(common.about(shown))
    yield from (f"note: {note}" for note in shown.notes)
    if not digest.events:
        yield common.no_event(digest)
    for number, (event, plain) in enumerate(zip(digest.events, shown.events, strict=True), 1):
        mark = f", {common.continued(plain)}" if common.continued(plain) else ""
        yield f"\n# {number} of {len(digest.events)}: {plain.id}{mark}"
        yield to_text(replace(event.summary, id=None)).rstrip("\n")
        yield from (f"    {line}" for line in plain.why)
    if shown.singles:
        yield f"\n{common.rest(shown)}"
    for single in shown.singles:
        parts = [facts.name(single), single.source, facts.date(single), facts.location(single)]
        yield "- " + " | ".join(part.replace(" | ", " / ") for part in parts if part)


def to_digest_markdown(digest: Digest) -> str:
    """Write each event as its summary, with footnotes of its own."""
    return "\n\n".join(_markdown(digest)) + "\n"


def _markdown(digest: Digest) -> Iterator[str]:
    shown = clean_strings(digest)
    yield f"*{', '.join(common.about(shown))}*"
    if not digest.events:
        yield common.no_event(digest)
    yield from (f"> {escape(note)}" for note in shown.notes)
    for number, event in enumerate(digest.events, 1):
        yield to_markdown(replace(event.summary, id=None), event=number).rstrip("\n")
        if mark := common.continued(event):
            yield f"*{mark}*"
        yield from (f"> {escape(line)}" for line in shown.events[number - 1].why)
    if shown.singles:
        yield f"## {common.rest(shown)}"
        yield "\n".join(f"- {_single(single)}" for single in shown.singles)


def _single(single: Single) -> str:
    title, location = escape(facts.name(single)), facts.location(single)
    about = [single.source, facts.date(single), location if single.title else None]
    return ", ".join([title, *(escape(part) for part in about if part)])
