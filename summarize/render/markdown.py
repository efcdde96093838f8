"""Markdown (CommonMark with the footnotes of GitHub, pandoc and others).

Text of an article stays text: every character that could begin markup is escaped, and only a web
address becomes a link.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from summarize.render import facts, reasons
from summarize.render.safe import clean_strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.result import SummaryDocument
    from summarize.summary import Summary

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&~|$^]")
# What opens a block, but only at the start of a line: headings, lists, underlines, definitions.
_OPENER = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+=:%-]))")
# GitHub turns bare addresses and "@name" into links. It looks for them after it has resolved
# backslashes, so an invisible character (a word joiner) has to separate them.
# Others (linkify-it, and what follows its rules) also link "//host" and a name with a known ending.
_BARE_LINK = re.compile(
    r"(?<=[a-z])(?=:/)|(?<=www)(?=\.)|(?<=/)(?=/)|(?<=\w)(?=\.(?:[a-z]{2}|biz|com|edu|gov|net|org|pro"
    r"|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[a-z0-9-]{1,59})(?![^\W_]))",
    re.IGNORECASE,
)
_BARE_MAIL = re.compile(r"@(?=\S)")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")


def to_markdown(summary: Summary, *, event: int | None = None) -> str:
    """Write the headline as a heading, each sentence as a paragraph, each source as a footnote.

    The labels contain the number of the event, if there is one: several can share a file.
    """
    return "\n\n".join(_blocks(clean_strings(summary), event)) + "\n"


def escape(text: str) -> str:
    r"""Escape text so that Markdown shows it unchanged.

    >>> print(escape("1. *Not* a [list](x)"))
    1\. \*Not\* a \[list\](x)
    """
    text = _SPECIAL.sub(r"\\\g<0>", text.strip())
    text = _BARE_LINK.sub(r"\\", text)
    text = _BARE_MAIL.sub("@&#8288;", text)
    return _OPENER.sub(r"\1\\", text)


def _blocks(summary: Summary, event: int | None) -> Iterator[str]:
    prefix = "" if event is None else f"{event}-"

    def references(numbers: list[int]) -> str:
        # A space keeps two superscript numbers apart, and a "!" before the first from an image.
        return " ".join(f"[^{prefix}{number}]" for number in numbers)

    if summary.headline:
        yield f"# {escape(summary.headline.text)} {references([summary.headline.document])}"
    if summary.id:
        yield f"*{escape(summary.id)}*"
    dates = facts.dates(summary)
    for sentence in summary.sentences:
        numbers = [sentence.document, *facts.also_in(sentence)]
        alone = "one origin" if facts.is_alone(summary, sentence) else None
        notes = ", ".join(filter(None, [dates.get(sentence.document), alone]))
        note = f" *({escape(notes)})*" if notes else ""
        if similar := facts.similar(sentence):
            note += f" similar: {references(similar)}"
        yield f"{escape(sentence.text)} {references(numbers)}{note}"
        yield from (f"> {escape(line)}" for line in reasons.explanation(sentence))
    yield f"{', '.join(facts.article_counts(summary))}." if summary.sentences else facts.NOTHING
    for difference in facts.differences(summary):
        values = (f"{escape(value)} {references(numbers)}" for value, numbers in difference)
        yield f"Sources differ: {'; '.join(values)}"
    yield from filter(None, [facts.more_differences(summary)])
    cited = facts.cited(summary)
    footnotes = [document for document in summary.documents if document.number in cited]
    if footnotes:
        yield "\n".join(
            f"[^{prefix}{document.number}]: {_source(document)}" for document in footnotes
        )
    if rest := _rest([document for document in summary.documents if document.number not in cited]):
        yield rest
    if summary.left_out:
        yield "Not in the summary:"
        listed = reasons.left_out(summary, reasons.MOST_LEFT_OUT)
        lines = [f"- [{number}] “{text}”: {reason}" for number, text, reason in listed]
        yield "\n".join(f"- {escape(line[2:])}" for line in lines)
        yield from filter(None, [reasons.more_left_out(summary)])


def _source(document: SummaryDocument) -> str:
    title, location = escape(facts.name(document)), facts.location(document)
    if document.url and facts.is_web(document.url):
        title, location = f"[{title}]({_target(document.url)})", None
    about = [document.source, facts.date(document), location if document.title else None]
    if document.copy_of is not None:
        about.append(f"exact copy of {document.copy_of}")
    elif document.skipped:
        about.append(f"skipped: {document.skipped}")
    return ", ".join([title, *(escape(part) for part in about if part)])


def _target(url: str) -> str:
    """Percent-encode what could end the address of a link; keep ``&lt;`` from being decoded."""
    return _ENTITY.sub("&amp;", quote(url, safe=":/?#[]@!$&*+,;=%~", errors="replace"))


def _rest(documents: list[SummaryDocument]) -> str:
    """Name the articles without a footnote; only count them if there are many."""
    if len(documents) <= facts.MOST_UNCITED:
        parts = list(map(_source, documents))
    else:
        n_copies = sum(document.copy_of is not None for document in documents)
        counts = {
            facts.count(n_copies, "exact copy", "exact copies"): n_copies,
            facts.count(len(documents) - n_copies, "article"): len(documents) - n_copies,
        }
        parts = [words for words, number in counts.items() if number]
    return f"Not cited: {'; '.join(parts)}." if parts else ""
