"""Make an article of one record of a corpus: a row of a table, or a line of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.fields import choose, is_absent
from summarize.inputs.decode import check_article
from summarize.inputs.header import read_header
from summarize.reading.days import iso_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article

_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}


def kind_of(value: object) -> str:
    """Name the type of a JSON value.

    >>> kind_of(None), kind_of([]), kind_of(1.5)
    ('null', 'a list', 'a number')
    """
    return "null" if value is None else _KINDS.get(type(value), "a number")


def article_of(
    record: Mapping[str, object], given: Input, number: int, options: LoadOptions
) -> Article | None:
    """Make an article of a record with any of the names in `summarize.fields`.

    Parameters
    ----------
    record
        One row or line.
    given
        The input that it is in.
    number
        Its place there. Without an `id` of its own the article's is the input's name and this.
    options
        `text_column` is the name of its text, if it is not one that is known.

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
    if options.text_column is not None:
        chosen.pop("text", None)
        wanted = options.text_column.strip().lower()
        for name, value in record.items():
            if name.strip().lower() == wanted and not is_absent(value):
                chosen.setdefault("text", (name, value))
    if "text" not in chosen:
        return None
    values: dict[str, str] = {}
    for field, (name, value) in chosen.items():
        is_number = isinstance(value, int) and not isinstance(value, bool)
        if field == "author" and isinstance(value, list):
            values[field] = ", ".join(map(str, value))
        elif not isinstance(value, str) and not (field == "id" and is_number):
            raise InputError(f'has {kind_of(value)} as "{name}"; give a string')
        else:
            values[field] = str(value)
    text = check_article(values.pop("text"))
    published = iso_date(values.pop("published", ""))
    known = values | ({"published": published} if published else {})
    return given.article(text, read_header(text) | known, number)
