"""Plain text, for pipes and files: one sentence a line, then the list of sources.

No width, no colour, and only ASCII around the articles' own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.render import facts, reasons
from summarize.render.safe import clean_strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.render.facts import Source
    from summarize.summary import Summary


def to_text(summary: Summary) -> str:
    """Write the id and headline, if any, one sentence per line with its numbers, and the sources.

    The number of a sentence's own article comes first, then those that say the same, then those
    that may; what only one origin reports is marked.
    """
    return "\n".join(_lines(clean_strings(summary))) + "\n"


def _lines(summary: Summary) -> Iterator[str]:
    if summary.id:
        yield f"# {summary.id}"
    if summary.headline:
        yield f"{summary.headline.text} [{summary.headline.document}]"
    dates = facts.dates(summary)
    for sentence in summary.sentences:
        numbers = [str(sentence.document), *facts.spell_runs(facts.also_in(sentence))]
        alone = ", one origin" if facts.is_alone(summary, sentence) else ""
        similar = ", ".join(facts.spell_runs(facts.similar(sentence)))
        also = f"; similar: {similar}" if similar else ""
        day = f"; {dates[sentence.document]}" if sentence.document in dates else ""
        yield f"{sentence.text} [{', '.join(numbers)}{alone}{also}{day}]"
        yield from (f"    {line}" for line in reasons.explanation(sentence))
    if not summary.sentences:
        yield facts.NOTHING
    sources = facts.sources(summary)
    if sources.listed:
        yield from ("", ", ".join(facts.article_counts(summary)))
    for difference in facts.differences(summary):
        values = (f"{value} {facts.numbered(numbers)}" for value, numbers in difference)
        yield f"Sources differ: {'; '.join(values)}"
    if more := facts.more_differences(summary):
        yield f"... {more}"
    yield from map(_source, sources.listed)
    if rest := facts.spell_rest(sources):
        yield f"... {rest}"
    yield from _left_out(summary)


def _left_out(summary: Summary) -> Iterator[str]:
    if summary.left_out:
        yield from ("", "Not in the summary:")
    for number, text, reason in reasons.left_out(summary):
        yield f"[{number}] “{text}”: {reason}"


def _source(source: Source) -> str:
    document = source.document
    parts = [
        f"[{document.number}] {facts.name(document)}",
        document.source,
        facts.date(document),
        facts.location(document) if document.title else None,
        f"skipped: {document.skipped}" if document.skipped else None,
    ]
    if source.copies:
        copies = facts.count(len(source.copies), "exact copy", "exact copies")
        parts.append(f"and {copies}: {', '.join(facts.spell_runs(source.copies))}")
    return " | ".join(part.replace(" | ", " / ") for part in parts if part)  # no forged fields
