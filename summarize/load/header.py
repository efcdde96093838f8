"""Read the header of a plain-text article: title, source, address and date.

Only a block of ``Key: value`` lines at the very top counts; no title is searched for in the text
below, and no date is guessed. The block stays in the text, which is never changed.
"""

from __future__ import annotations

import re

from summarize.reading.days import iso_date

_FIELDS = {
    "title": "title",
    "source": "source",
    "publisher": "source",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
}
_LINE = re.compile(r"\s{0,9}(\w{3,9})[ \t]{0,9}:\s++(\S.{0,999})", re.ASCII)
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
        Any of ``title``, ``source``, ``url`` and ``published``, named as `Article` names them.
        If a field is given twice, the first counts; a date that is not understood is left out.

    Examples
    --------
    >>> read_header("Title: Ferry runs aground\nDate: June 11, 2025\n\nThe ferry ...")
    {'title': 'Ferry runs aground', 'published': '2025-06-11'}
    >>> read_header("The ferry ran aground.\nDate: June 11, 2025")
    {}
    """
    fields: dict[str, str] = {}
    for line in text[:_MAX_CHARACTERS].splitlines()[:_MAX_LINES]:
        match = _LINE.fullmatch(line)
        field = _FIELDS.get(match[1].lower()) if match else None
        if match is None or field is None:
            break
        value = iso_date(match[2]) if field == "published" else match[2].strip()
        if value:
            fields.setdefault(field, value)
    return fields
