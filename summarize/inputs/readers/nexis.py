"""Read a download of Nexis, ProQuest or Factiva: many articles in one file of text.

They are recognised by their structure. Each article has its title, source, date and author beside
the text. The layouts are those that these services describe and their users publish scripts for;
what is not recognised in an article is left out, never put into the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.inputs.given import display
from summarize.inputs.readers import downloads
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article


def read(given: Input, options: LoadOptions) -> Iterator[Article | Skipped]:
    """Yield the articles of a download, and a record of those without a text.

    Raises
    ------
    InputError
        If it is larger than 50 MB, or is not text.
    OSError
        If it cannot be opened or read.
    """
    yield from articles(given.decoded(options.encoding), given)


def articles(text: str, given: Input, extractor: str | None = None) -> Iterator[Article | Skipped]:
    """Yield the articles of the text of a download, and a record of those without a text."""
    found = downloads.split(text)
    lost = 0
    for number, known in enumerate(found, start=1):
        body = known.pop("text", None)
        if body and body.strip():
            yield given.article(body, known | {"extractor": extractor}, number)
        else:
            lost += 1
    if lost:
        where = f"{lost:,} of the {len(found):,} articles in {display(given.path)}"
        yield Skipped(where, "have no text that is recognised; save them as plain text")
