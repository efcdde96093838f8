"""Make an article of one record of a corpus: a row of a table, or a line of JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.fields import choose, is_absent
from summarize.load.decode import check_article
from summarize.load.files import STDIN
from summarize.load.header import read_header
from summarize.model import Article
from summarize.reading.days import iso_date

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}


def kind_of(value: object) -> str:
    """Name the type of a JSON value.

    >>> kind_of(None), kind_of([]), kind_of(1.5)
    ('null', 'a list', 'a number')
    """
    return "null" if value is None else _KINDS.get(type(value), "a number")


def article_of(
    record: Mapping[str, object], path: str, number: int, text_column: str | None = None
) -> Article | None:
    """Make an article of a record with any of the names in `summarize.fields`.

    Parameters
    ----------
    record
        One row or line.
    path
        The file that it is in.
    number
        Its place there. Without an `id` of its own the article's is the file's name and this.
    text_column
        The name of its text, if it is not one that is known; in any case.

    Returns
    -------
    Article or None
        None if it has no text.

    Raises
    ------
    InputError
        If a field is not a string, or its text is not prose.
    """
    chosen = choose(record)
    if text_column is not None:
        chosen.pop("text", None)
        wanted = text_column.strip().lower()
        for name, value in record.items():
            if name.strip().lower() == wanted and not is_absent(value):
                chosen.setdefault("text", (name, value))
    if "text" not in chosen:
        return None
    values: dict[str, str] = {}
    for field, (name, value) in chosen.items():
        is_number = isinstance(value, int) and not isinstance(value, bool)
        if not isinstance(value, str) and not (field == "id" and is_number):
            raise InputError(f'has {kind_of(value)} as "{name}"; give a string')
        values[field] = str(value)
    text = check_article(values.pop("text"))
    published = iso_date(values.pop("published", ""))
    name = STDIN if path == STDIN else Path(path).name
    known = {"id": f"{name}:{number}", **values} | ({"published": published} if published else {})
    return Article(text, path=None if path == STDIN else path, **(read_header(text) | known))
