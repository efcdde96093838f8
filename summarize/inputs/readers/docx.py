"""Read a Word document (DOCX), by python-docx."""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import version
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.given import MAX_BYTES
from summarize.inputs.readers import nexis
from summarize.inputs.readers.downloads import is_download
from summarize.inputs.readers.properties import sane_author, sane_date, sane_title
from summarize.inputs.readers.unzip import unpack, unzip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Skipped
    from summarize.model import Article

_DEEPEST = 8  # tables in tables
_TEMPLATE = "python-docx"  # whose template has properties of its own
_BROKEN = "is a broken Word document; save it again as .docx"


def read(given: Input, options: LoadOptions) -> Iterator[Article | Skipped]:  # noqa: ARG001
    """Yield the article of a document, or the articles of a download of Nexis or Factiva.

    Raises
    ------
    InputError
        If it is larger than 50 MB, broken, or has no text.
    OSError
        If it cannot be opened or read.
    """
    document = _open(given.read())
    paragraphs = [*_paragraphs(document, 0)]
    text = "\n\n".join(text for paragraph in paragraphs if (text := paragraph.text.strip()))
    if not text:
        raise InputError("has no text; save the text of the article as plain text")
    extractor = f"python-docx {version('python-docx')}"
    if is_download(text):
        yield from nexis.articles(text, given, extractor)
        return
    yield given.article(text, _properties(document, paragraphs) | {"extractor": extractor})


def _open(data: bytes) -> Document:
    """Open a document; python-docx unpacks all of it, so that is tried first within limits."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    with unzip(data) as archive:
        if any(file.file_size > MAX_BYTES for file in archive.infolist()):
            raise InputError("has a part that is larger than 50 MB; save its text as plain text")
        for name in archive.namelist():
            unpack(archive, name)
    try:
        return docx.Document(io.BytesIO(data))
    except (
        OpcError,
        LxmlError,
        LookupError,
        ValueError,
        AttributeError,
        TypeError,
        OSError,
        zipfile.BadZipFile,
        RecursionError,
    ):
        raise InputError(_BROKEN) from None


def _paragraphs(container: Document | BlockItemContainer, depth: int) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document, and those in its tables row by row."""
    from docx.table import Table

    for block in container.iter_inner_content():
        if not isinstance(block, Table):
            yield block
        elif depth < _DEEPEST:
            cells = (cell for row in block.rows for cell in row.cells)
            for cell in {cell._tc: cell for cell in cells}.values():  # noqa: SLF001 - merged cells are one element
                yield from _paragraphs(cell, depth + 1)


def _properties(document: Document, paragraphs: list[Paragraph]) -> dict[str, str | None]:
    """Return what a document says of itself; its title may be a paragraph in that style."""
    headings = (
        paragraph.text
        for paragraph in paragraphs
        if paragraph.style is not None and paragraph.style.name in {"Title", "Heading 1"}
    )
    title = sane_title(next(headings, None))
    try:
        core = document.core_properties
        if core.author == _TEMPLATE:
            return {"title": title}
        return {
            "title": sane_title(core.title) or title,
            "author": sane_author(core.author),
            "published": sane_date(core.created),
        }
    except (ValueError, LookupError, AttributeError):  # a date that is not one
        return {"title": title}
