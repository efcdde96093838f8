"""Make articles of the records of a corpus: the rows of a table, lines or objects of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.fields import NAMES, bare, choose, is_absent, listed
from summarize.inputs.decode import check_article
from summarize.inputs.given import display
from summarize.inputs.header import read_header
from summarize.inputs.jsonl import documents_of, kind_of
from summarize.inputs.records import Row, Skipped
from summarize.model import squeeze
from summarize.reading.days import iso_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article

_AMONG_ARTICLES = "is an event, among articles; put it into a file of its own"
_EVENTS = "is a batch of events; give it as a PATH of its own that ends in .jsonl or .json"
_NO_TEXT = "no text; add it"
_MOST_NAMED = 3  # records that are named by their numbers, unless they are rows of a table
_MOST_NAMES = 1000  # of records that are kept for a message


def read_records(
    records: Iterable[tuple[int, Mapping[str, object] | Skipped | str]],
    given: Input,
    options: LoadOptions,
    kind: str,
) -> Iterator[Article | Row | Skipped]:
    """Yield the articles of records, with their groups if `options.group_by` names them.

    Parameters
    ----------
    records
        The number of each in its input, and the record; or why there is none: `Skipped`, or what
        is wrong as the rest of a sentence after "has", which is counted.
    given
        The input that they are in.
    options
        `text_column` is the name of their text, `group_by` that of their groups.
    kind
        What they are: ``"rows"``, ``"lines"`` or ``"articles"``.

    Raises
    ------
    InputError
        If there is no record, none has the text or the group that is named, or they are events.
    """
    lost: dict[str, list[int]] = {}
    names: dict[str, None] = {}
    n_records, is_empty, is_used = 0, True, False
    for number, record in records:
        is_empty = False
        n_records += not isinstance(record, Skipped)
        found: Article | Row | Skipped | str
        if isinstance(record, Skipped | str):
            found = record
        else:
            if len(names) < _MOST_NAMES:
                names |= dict.fromkeys(record)
            if not is_used and isinstance(documents_of(record), list):
                raise InputError(_EVENTS)
            found = _found(record, given, number, options)
        if isinstance(found, str):
            lost.setdefault(found, []).append(number)
        else:
            is_used |= not isinstance(found, Skipped)
            yield found
    if is_empty:
        raise InputError(f"has no {kind}; add at least one article")
    if names and not is_used:
        check_names(names, options, kind)
    yield from _lost(lost, n_records, display(given.path), kind)


def check_names(names: Collection[str], options: LoadOptions, kind: str) -> None:
    """Check that records have a text, and what divides them into events.

    Raises
    ------
    InputError
        If they do not.
    """
    what, seen = ("column", "columns") if kind == "rows" else ("key", "keys")
    known = {bare(name) for name in names}
    for wanted in (options.text_column, options.group_by):
        if wanted is not None and bare(wanted) not in known:
            raise InputError(f'has no {what} "{wanted}"; its {seen} are {listed(names)}')
    if options.text_column is None and known.isdisjoint(NAMES["text"]):
        raise InputError(
            f"has no {what} of text; name it with --text-column; its {seen} are {listed(names)}"
        )


def fields_of(record: Mapping[str, object], options: LoadOptions) -> dict[str, str] | None:
    """Return the fields of the article in a record with any of the names in `summarize.fields`.

    What the record does not say is read from the header of its text, if that has one.

    Returns
    -------
    dict or None
        None if it has no text.

    Raises
    ------
    InputError
        If a field is not a string, or its text is not prose.
    """
    chosen = choose(record)
    if options.text_column is not None:
        chosen.pop("text", None)
        if named := _value(record, options.text_column):
            chosen["text"] = named
    if "text" not in chosen:
        return None
    values: dict[str, str] = {}
    for field, (name, value) in chosen.items():
        is_number = isinstance(value, int) and not isinstance(value, bool)
        if not isinstance(value, str) and not (field == "id" and is_number):
            raise InputError(f'has {kind_of(value)} as "{name}"; give a string')
        values[field] = str(value)
    text = check_article(values["text"])
    published = iso_date(values.pop("published", ""))
    return read_header(text) | values | ({"published": published} if published else {})


def article_of(
    record: Mapping[str, object], given: Input, number: int | None, options: LoadOptions
) -> Article | None:
    """Make the article of a record, named by its input and number unless it has an id.

    Returns and raises as `fields_of` does.
    """
    known = fields_of(record, options)
    return None if known is None else given.article(known.pop("text"), known, number)


def _found(
    record: Mapping[str, object], given: Input, number: int, options: LoadOptions
) -> Article | Row | Skipped | str:
    """Return the article of a record, the record of why it is not one, or the reason to count."""
    where = f"{display(given.path)}:{number}"
    if isinstance(documents_of(record), list):
        return Skipped(where, _AMONG_ARTICLES)
    try:
        article = article_of(record, given, number, options)
    except InputError as error:
        return Skipped(where, str(error))
    if article is None:
        return _NO_TEXT
    if options.group_by is None:
        return article
    name, value = _value(record, options.group_by) or (options.group_by, "")
    if isinstance(value, list | dict):
        return Skipped(where, f'has {kind_of(value)} as "{name}"; give a string')
    group = squeeze(str(value))
    return Row(article, group) if group else f'no value as "{name}"; add it'


def _value(record: Mapping[str, object], wanted: str) -> tuple[str, object] | None:
    """Return the name and value of what a user named; None if it is absent."""
    found = (
        (name, value)
        for name, value in record.items()
        if bare(name) == bare(wanted) and not is_absent(value)
    )
    return next(found, None)


def _lost(
    lost: Mapping[str, list[int]], n_records: int, where: str, kind: str
) -> Iterator[Skipped]:
    """Yield the records of what was counted: named where it is little, rows of a table never."""
    for reason, numbers in lost.items():
        if kind == "rows" or len(numbers) > _MOST_NAMED:
            share = f"{len(numbers):,} of the {n_records:,} {kind} of {where}"
            yield Skipped(share, f"have {reason}")
        else:
            yield from (Skipped(f"{where}:{number}", f"has {reason}") for number in numbers)
