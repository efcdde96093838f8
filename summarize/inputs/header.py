"""Read the header of a plain-text article: title, author, source, address and date.

It is a block at the very top: lines ``Key: value``, YAML front matter, or the header of an e-mail.
No title is searched for in the text below, and no date is guessed. The block stays in the text,
which is never changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.fields import language_tag
from summarize.reading.days import iso_date
from summarize.reading.front import TITLES, read_front

if TYPE_CHECKING:
    from collections.abc import Iterable

# For each field, its keys; where several are given, the first of them here counts.
_FIELDS = {
    "title": TITLES,
    "author": ("author", "authors", "byline"),
    "source": (
        *("sitename", "site_name", "site", "publisher", "publication", "newspaper", "source"),
        *("website", "hostname"),
    ),
    "url": ("url", "link", "source", "website", "source_url", "canonical", "canonical_url"),
    "published": (
        *("published", "date", "date_published", "datepublished", "published_date"),
        *("publish_date", "publishdate", "pubdate", "sent"),
    ),
    "language": ("language", "lang", "content-language"),
}
_PLAIN = {
    "title": "title",
    "headline": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "source": "source",
    "publisher": "source",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
}
_UNUSED = frozenset(["updated"])
_LINE = re.compile(r"\s{0,9}(\w{3,9})[ \t]{0,9}:\s++(\S.{0,999})", re.ASCII)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MAX_LINES = 10
_MAX_CHARACTERS = 12_000


def read_header(text: str) -> dict[str, str]:
    r"""Return the fields at the top of the text of an article.

    Parameters
    ----------
    text
        The whole text; only its first lines are read.

    Returns
    -------
    dict
        Any of ``title``, ``author``, ``source``, ``url``, ``published`` and ``language``, named as
        `Article` names them. If a field is given twice, the first counts; a date that is not
        understood is left out.

    Examples
    --------
    >>> read_header("Title: Ferry runs aground\nDate: June 11, 2025\n\nThe ferry ...")
    {'title': 'Ferry runs aground', 'published': '2025-06-11'}
    >>> read_header("---\ntitle: Ferry runs aground\ndate: 2025-06-11\n---\nThe ferry ...")
    {'title': 'Ferry runs aground', 'published': '2025-06-11'}
    >>> read_header("The ferry ran aground.\nDate: June 11, 2025")
    {}
    """
    front = read_front(text)
    if front:
        return _fields((entry.key, entry.value) for entry in front.entries)
    fields: dict[str, str] = {}
    for line in text[:_MAX_CHARACTERS].splitlines()[:_MAX_LINES]:
        match = _LINE.fullmatch(line)
        key = match[1].lower() if match else ""
        if match is None or not (key in _PLAIN or key in _UNUSED):
            break
        field = _PLAIN.get(key, "")
        value = iso_date(match[2]) if field == "published" else match[2].strip()
        if field and value:
            fields.setdefault(field, value)
    return fields


def _fields(entries: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Choose the value of each field among the entries of front matter or of an e-mail."""
    given: dict[str, str] = {}
    for key, value in entries:
        given.setdefault(key.replace(" ", "_"), value)
    fields = {}
    for field, keys in _FIELDS.items():
        values = (_value(field, given[key]) for key in keys if key in given)
        if chosen := next(filter(None, values), None):
            fields[field] = chosen
    return fields


def _value(field: str, value: str) -> str | None:
    """Return a value as `Article` has it; None if it is something else."""
    match field:
        case "published":
            return iso_date(value)
        case "language":
            return language_tag(value)
        case "title" | "author":
            return value
        case _:
            return value if (field == "url") == bool(_ADDRESS.fullmatch(value)) else None
