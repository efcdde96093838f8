"""Read plain text and Markdown: one article, with the header at its top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.inputs.decode import decode_article
from summarize.inputs.header import read_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article


def read(given: Input, options: LoadOptions) -> Iterator[Article]:
    """Yield the article of a text.

    Raises
    ------
    InputError
        If it is larger than 50 MB, or is not an article.
    OSError
        If it cannot be opened or read.
    """
    text = decode_article(given.read(), options.encoding or given.charset)
    yield given.article(text, read_header(text))
