"""Recognise documents of several kinds by their first bytes."""

from __future__ import annotations

import json
import re

from summarize.fields import NAMES, bare
from summarize.inputs import formats
from summarize.inputs.given import HEAD

_LISTED = re.compile(r'\s*+\[\s*+\{[^{}]{0,20000}?"(?:documents|articles)"\s*+:\s*+\[')
_LINE = re.compile(r'\s*+\{[^\n]{0,2000}?"(?:documents|articles)"\s*+:\s*+\[[^\n]*+\n\s*+\{')
_STRINGS = re.compile(r'\s*+\[\s*+"')
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # the second begins an empty archive
_OFFICE = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"customXml/")
_PDF_START = 1024  # bytes; what is before the mark is ignored


def is_pdf(head: bytes, _: str) -> bool:
    """Return whether an input is a PDF."""
    return b"%PDF-" in head[:_PDF_START] and (head.startswith(b"%PDF-") or b"\0" in head)


def is_zip(head: bytes, _: str) -> bool:
    """Return whether an input is a ZIP archive, of whatever is in it."""
    return head.startswith(_ZIP)


def is_docx(head: bytes, _: str) -> bool:
    """Return whether an input is a Word document, by the names of the first files in it."""
    return is_zip(head, _) and head[30:].startswith(_OFFICE) and b"word/" in head


def is_epub(head: bytes, _: str) -> bool:
    """Return whether an input is an EPUB book, by the first file in it, which says so."""
    return is_zip(head, _) and b"mimetypeapplication/epub+zip" in head[30:200]


def is_warc(head: bytes, _: str) -> bool:
    """Return whether an input is a WARC archive."""
    return head.startswith(b"WARC/")


def is_parquet(head: bytes, _: str) -> bool:
    """Return whether an input is Parquet."""
    return head.startswith(b"PAR1")


def is_lines(_: bytes, text: str) -> bool:
    r"""Return whether an input begins with an object on a line, and another on the next.

    >>> is_lines(b"", '{"text": "The ferry"}\n{"text": "A boat"}'), is_lines(b"", '{\n"a": 1}')
    (True, False)
    """
    first, *rest = text.lstrip().split("\n", 1)
    if first[:1] != "{" or "".join(rest).lstrip()[:1] != "{":
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def is_events(head: str) -> bool:
    r"""Return whether a text is a list of events in JSON, or has one in each of several lines.

    >>> is_events('[{"id": 7, "documents": ["The ferry'), is_events('[{"title": "Ferry"}')
    (True, False)
    >>> is_events('{"articles": []}\n{"articles": []}'), is_events('{"articles": []}')
    (True, False)
    """
    return bool(_LISTED.match(head) or _LINE.match(head))


def is_json(head: bytes, text: str) -> bool:
    """Return whether an input begins as JSON does, by its first bytes as text.

    >>> is_json(b"", '[{"title": "Ferry aground"'), is_json(b"", "[Lunde] The ferry")
    (True, False)
    """
    is_cut = len(head) == HEAD
    return formats.is_json(text, text) or (is_cut and _STRINGS.match(text) is not None)


def is_table(_: bytes, text: str) -> bool:
    r"""Return whether an input is a table with a column of text, by its first bytes as text.

    >>> is_table(b"", 'title,text\nAground,"The ferry, ..."\n'), is_table(b"", "a,b\nc,d\n")
    (True, False)
    """
    names = re.split(r"[,;\t|]", text.lstrip("\r\n").partition("\n")[0])
    known = {bare(name.strip('"\r')) for name in names}
    return not known.isdisjoint(NAMES["text"]) and formats.is_table(text, text)


def is_mailbox(_: bytes, text: str) -> bool:
    """Return whether an input is a mailbox of messages."""
    return formats.is_mailbox(text)


def is_mail(_: bytes, text: str) -> bool:
    """Return whether an input is an e-mail in MIME."""
    return formats.is_mime(text)


def is_download(_: bytes, text: str) -> bool:
    """Return whether an input is a download of Nexis, ProQuest or Factiva."""
    from summarize.inputs.readers import downloads

    return downloads.is_download(text)
