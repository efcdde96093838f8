"""Read a list of links: one a line of a text, or the bookmarks that a browser exports."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.fields import listed
from summarize.inputs.given import display
from summarize.inputs.lists import is_bookmarks, is_comment, link_in
from summarize.inputs.readers.entries import Entry, select, web_address
from summarize.inputs.records import Link, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found

_ANCHOR = re.compile(r"<a\s[^<>]{0,2000}?\bhref\s{0,9}=\s{0,9}\"([^\"<>]{1,8000})\"", re.IGNORECASE)
_NOT_PAGE = "no http or https address of a page; correct or delete"


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the links, and records of the lines that are none.

    Raises
    ------
    InputError
        If it is larger than 50 MB, is not text, or has no link to a page.
    OSError
        If it cannot be opened or read.
    """
    text = given.decoded(options.encoding)
    name = display(given.path)
    if is_bookmarks(b"", text):
        addresses = [web_address(html.unescape(match[1])) for match in _ANCHOR.finditer(text)]
        links = [Link(url, name) for url in addresses if url]
    else:
        lines = [pair for pair in enumerate(text.splitlines(), 1) if not is_comment(pair[1])]
        found = [(number, web_address(link_in(line))) for number, line in lines]
        links = [Link(url, f"{name}:{number}") for number, url in found if url]
        if lost := [number for number, url in found if not url]:
            where, verb = ("line", "has") if len(lost) == 1 else ("lines", "have")
            yield Skipped(f"{name}, {where} {listed(lost)}", f"{verb} {_NOT_PAGE}")
    if not links:
        raise InputError("has no link to a page; give one that begins with https://")
    yield from select(map(Entry, links), given, options)
