"""Recognise files in a folder that are not articles of their own: our output, parts of a page."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from summarize.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PAGES = (".html", ".htm", ".xhtml")
_HEAD = 2_000  # bytes
_MOST = 20_000_000  # bytes of a page that are searched for its folder
_PAGE = re.compile(rb'<meta name="generator" content="summarize ')
_JSON = re.compile(rb'\s*+\{\s*+"schema"\s*+:\s*+"summarize')


def is_output(path: str) -> bool:
    """Return whether a file is a page or JSON that this package wrote."""
    name = path.lower()
    if not name.endswith((*_PAGES, ".json", ".jsonl")):
        return False
    try:
        with Path(path).open("rb") as file:
            return is_output_text(file.read(_HEAD))
    except (OSError, ValueError):
        return False


def is_output_text(head: bytes) -> bool:
    """Return whether bytes are the beginning of what this package writes.

    >>> is_output_text(b'{"schema": "summarize/1", '), is_output_text(b'{"title": "Ferry"')
    (True, False)
    """
    return bool(_PAGE.search(head[:_HEAD]) or _JSON.match(head[:_HEAD]))


def refuse_output(record: Mapping[str, object]) -> None:
    """Refuse the JSON of a summary or a digest that this package wrote.

    Raises
    ------
    InputError
        If it is one.
    """
    schema = record.get("schema")
    if isinstance(schema, str) and schema.startswith("summarize"):
        what = "digest" if "digest" in schema else "summary"
        raise InputError(f"is a {what} that was saved as JSON; give the articles, or use --verify")


def is_part(folder: os.DirEntry[str], files: Iterable[os.DirEntry[str]]) -> bool:
    """Return whether a folder has the pictures of a page beside it that a browser saved.

    Its name is that of the page with an ending that depends on the browser's language, such as
    ``ferry_files`` or ``ferry-Dateien``, and the page links into it.
    """
    for file in files:
        stem, suffix = os.path.splitext(file.name)  # noqa: PTH122 - names may be strange
        end = folder.name.removeprefix(stem)
        if suffix.lower() in _PAGES and end != folder.name and end[:1] in set("_-. "):
            return _links_to(file, folder.name)
    return False


def _links_to(file: os.DirEntry[str], name: str) -> bool:
    """Return whether a page links into a folder beside it."""
    try:
        if not file.is_file():
            return False
        with Path(file.path).open("rb") as handle:
            page = handle.read(_MOST)
    except OSError:
        return False
    return any(
        f"{form}/".encode() in page for form in {name, quote(name), name.replace("&", "&amp;")}
    )
