"""The names under which people's data has the fields of an article: the one table of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# For each field of `Article`, its names in lower case; the first that has a value counts.
NAMES = {
    "text": ("text", "body", "content", "maintext", "article"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "source": ("source", "publisher", "site", "outlet", "sitename"),
    "url": ("url", "link"),
    "published": (
        *("published", "date", "published_at", "publish_date", "pubdate", "datetime"),
        "created_at",
    ),
    "id": ("id",),
}
MOST_LISTED = 10  # names in a message
LONGEST_NAME = 40  # characters of a name in a message


def choose(given: Mapping[str, object]) -> dict[str, tuple[str, object]]:
    """Choose the value of each field of an article among data with other names.

    Case and white space around a name are ignored. None, NaN and "" mean that a value is absent,
    as pandas and spreadsheets write it.

    Returns
    -------
    dict
        For each field that has a value: the name it has in `given`, and the value, of any type.

    Examples
    --------
    >>> choose({"Headline": "Ferry aground", "body": "The ferry ...", "date": None, "words": 9})
    {'text': ('body', 'The ferry ...'), 'title': ('Headline', 'Ferry aground')}
    """
    known: dict[str, tuple[str, object]] = {}
    for name, value in given.items():
        if isinstance(name, str) and not is_absent(value):
            known.setdefault(name.strip().lower(), (name, value))
    found = {}
    for field, names in NAMES.items():
        if values := [known[name] for name in names if name in known]:
            found[field] = values[0]
    return found


def is_absent(value: object) -> bool:
    """Return whether a value says that there is none: None, NaN or an empty string."""
    return value is None or (isinstance(value, str) and not value) or _is_nan(value)


def _is_nan(value: object) -> bool:
    return isinstance(value, float | date) and value != value  # noqa: PLR0124 - NaN, pandas' NaT


def listed(names: Iterable[object]) -> str:
    """List names in a message, at most ten of them.

    >>> listed(["a", "b"]), listed([]), listed(range(1000))
    ('a, b', 'none', '0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 990 more')
    """
    every = [" ".join(str(name).split())[:LONGEST_NAME] for name in names]
    more = len(every) - MOST_LISTED
    shown = ", ".join(every[:MOST_LISTED]) or "none"
    return f"{shown} and {more:,} more" if more > 0 else shown
