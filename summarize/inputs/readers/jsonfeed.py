"""Read JSON Feed: an article for each item with its text, a link for each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.errors import InputError
from summarize.fields import language_tag
from summarize.inputs.jsonl import load_json
from summarize.inputs.readers.entries import Entry, select, web_address
from summarize.inputs.readers.feed import bare, entry_of
from summarize.inputs.readers.markup import plain, plain_line
from summarize.reading.days import iso_date
from summarize.words import n_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the articles and links of a feed, and records of what was left out.

    Raises
    ------
    InputError
        If it is larger than 50 MB, not JSON, or has no items.
    OSError
        If it cannot be opened or read.
    """
    feed = load_json(given.decoded(options.encoding), "the feed")
    if not isinstance(feed, dict):
        raise InputError("is not a feed: it is not a JSON object; fix its JSON")
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise InputError("is a feed without entries; there is nothing to read")
    base = web_address(feed.get("feed_url"), given.url) or given.url
    entries: list[Entry] = []
    n_bare = 0
    for number, item in enumerate(items, start=1):
        values = _values(item, feed, base) if isinstance(item, dict) else {}
        entry = entry_of(values, given, number)
        n_bare += entry is None
        entries += [entry] if entry else []
    yield from select(entries, given, options)
    yield from bare(n_bare, given)


def _values(item: dict[str, Any], feed: dict[str, Any], base: str | None) -> dict[str, Any]:
    """Return what an item says, as `entry_of` takes it."""
    names = ("content_html", "content_text", "summary")
    texts = [
        plain(value, is_html=name == "content_html")
        for name in names
        if isinstance(value := item.get(name), str)
    ]
    dates = (item.get("date_published"), item.get("date_modified"))
    identity = item.get("id")
    links = (item.get("url"), identity, item.get("external_url"))
    return {
        "text": max(texts, key=n_words, default=""),
        "title": plain_line(item.get("title")),
        "author": _author(item) or _author(feed),
        "source": plain_line(feed.get("title")),
        "url": next(filter(None, (web_address(link, base) for link in links)), None),
        "published": next(filter(None, (iso_date(d) for d in dates if isinstance(d, str))), None),
        "id": str(identity) if isinstance(identity, str | int) else None,
        "language": language_tag(item.get("language")) or language_tag(feed.get("language")),
    }


def _author(given: dict[str, Any]) -> str | None:
    """Return the names of the authors of an item or a feed."""
    listed = given.get("authors")
    people = listed if isinstance(listed, list) else [given.get("author")]
    names = [plain_line(person.get("name")) for person in people if isinstance(person, dict)]
    return ", ".join(filter(None, names)) or None
