"""The names under which people's data has the fields of an article: the one table of them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# For each field of `Article`, its names as `bare` gives them; the first that has a value counts.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "maintext", "article", "articletext", "articlebody"),
        *("bodytext", "fulltext", "plaintext", "articlecontent", "story", "document"),
    ),
    "title": ("title", "headline", "articletitle", "webtitle", "heading", "name"),
    "author": ("author", "authors", "byline", "creator"),
    "source": (
        *("source", "publisher", "site", "outlet", "sitename", "publication", "newspaper"),
        *("sourcename", "newssource", "sourcedomain", "domain"),
    ),
    "url": ("url", "link", "articleurl", "weburl"),
    "published": (
        *("published", "date", "publishedat", "publishdate", "pubdate", "publisheddate"),
        *("datepublished", "datepublish", "publicationdate", "webpublicationdate", "publishtime"),
        *("datetime", "createdat", "time", "timestamp"),
    ),
    "language": ("language", "lang", "languagecode", "inlanguage", "contentlanguage"),
    "id": ("id", "articleid", "docid", "guid", "uuid"),
}
MOST_LISTED = 10  # names in a message
LONGEST_NAME = 40  # characters of a name in a message
_TAG = re.compile(r"[a-z]{2,20}(?:[-_][a-z\d]{1,8}){0,4}", re.IGNORECASE | re.ASCII)
_IGNORED = re.compile(r"[\s_-]+")
_NAMED = {"author": "name", "source": "name", "id": "$oid", "published": "$date"}
_SECONDS = (1e8, 1e11)  # since 1970, of dates from 1973 on; beyond, they are milliseconds


def choose(given: Mapping[str, object]) -> dict[str, tuple[str, object]]:
    """Choose the value of each field of an article among data with other names.

    Case, white space, "_" and "-" in a name are ignored. None, NaN and "" mean that a value is
    absent, as pandas and spreadsheets write it. Authors may be a list, an author or a source an
    object with a name, and a date may be one of Python, or the seconds since 1970. What is not the
    tag or name of one language is absent.

    Returns
    -------
    dict
        For each field that has a value: the name it has in `given`, and the value, of any type.

    Examples
    --------
    >>> choose({"Headline": "Ferry aground", "body": "The ferry ...", "date": None, "words": 9})
    {'text': ('body', 'The ferry ...'), 'title': ('Headline', 'Ferry aground')}
    >>> choose({"source": {"id": None, "name": "Lunde Post"}, "published_at": 1749600000})
    {'source': ('source', 'Lunde Post'), 'published': ('published_at', '2025-06-11T00:00:00+00:00')}
    """
    known: dict[str, tuple[str, object]] = {}
    for name, value in given.items():
        if isinstance(name, str) and not is_absent(value):
            known.setdefault(bare(name), (name, value))
    found = {}
    for field, names in NAMES.items():
        for name, value in (known[name] for name in names if name in known):
            plain = language_tag(value) if field == "language" else _plain(field, value)
            if not is_absent(plain):
                found[field] = (name, plain)
                break
    return found


def bare(name: str) -> str:
    """Return a name as names are compared.

    >>> bare(" Published_At"), bare("publishedAt")
    ('publishedat', 'publishedat')
    """
    return _IGNORED.sub("", name).lower()


def language_tag(value: object) -> str | None:
    """Return what may be the tag or name of one language; None for all else.

    >>> [language_tag(value) for value in ("pt-BR", " German ", "de, en", ["de"], 5, "<b>")]
    ['pt-BR', 'German', None, None, None, None]
    """
    tag = value.strip() if isinstance(value, str) else ""
    return tag if _TAG.fullmatch(tag) else None


def is_absent(value: object) -> bool:
    """Return whether a value says that there is none: None, NaN or an empty string."""
    return value is None or (isinstance(value, str) and not value) or _is_nan(value)


def _is_nan(value: object) -> bool:
    return isinstance(value, float | date) and value != value  # noqa: PLR0124 - NaN, pandas' NaT


def _plain(field: str, value: object) -> object:
    """Return a value as a string where it is a date, a named object, or a list of authors."""
    key = _NAMED.get(field)
    if field == "author" and isinstance(value, list):
        names = [_plain(field, each) for each in value]
        return ", ".join(name for name in names if isinstance(name, str) and name)
    if isinstance(value, dict) and key in value:
        return _plain(field, value[key])
    if field != "published":
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and _SECONDS[0] <= value < 1000 * _SECONDS[1]:
        seconds = value if value < _SECONDS[1] else value / 1000
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    return value


def listed(names: Iterable[object]) -> str:
    """List names in a message, at most ten of them.

    >>> listed(["a", "b"]), listed([]), listed(range(1000))
    ('a, b', 'none', '0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 990 more')
    """
    every = [" ".join(str(name).split())[:LONGEST_NAME] for name in names]
    more = len(every) - MOST_LISTED
    shown = ", ".join(every[:MOST_LISTED]) or "none"
    return f"{shown} and {more:,} more" if more > 0 else shown
