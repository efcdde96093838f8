"""Read RSS, Atom and RDF: an article for each entry with its text, a link for each other.

feedparser gets only the bytes, so it fetches nothing, and it drops the entities that are declared.
It does not sanitise, which takes most of its time: of HTML only the text is kept.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from summarize.errors import InputError
from summarize.fields import language_tag
from summarize.inputs.formats import as_text, root_of
from summarize.inputs.given import HEAD, display
from summarize.inputs.readers.elements import encoded
from summarize.inputs.readers.entries import Entry, select, web_address
from summarize.inputs.readers.markup import plain, plain_line
from summarize.inputs.records import Link, Skipped
from summarize.reading.days import iso_date
from summarize.words import n_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from time import struct_time

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found

FULL = 80  # words of a text that is an article; the page of a shorter one is fetched
_MOST_SIGNS = 2_000_000  # tags and entities, of which each takes far more memory than it is long


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the articles and links of a feed, and records of what was left out.

    Raises
    ------
    InputError
        If it is larger than 50 MB, has no entries, or is other XML.
    OSError
        If it cannot be opened or read.
    """
    data, encoding = encoded(given, options)
    if data.count(b"<") + data.count(b"&") > _MOST_SIGNS:
        raise InputError(f"has over {_MOST_SIGNS:,} tags and entities; split the feed")
    parsed = _parse(data, encoding, given.url)
    if not parsed["entries"]:
        raise InputError(_why_empty(parsed, data))
    channel = parsed["feed"]
    entries, n_bare = [], 0
    for number, raw in enumerate(parsed["entries"], start=1):
        entry = entry_of(_values(raw, channel), given, number)
        n_bare += entry is None
        entries += [entry] if entry else []
    yield from select(entries, given, options)
    yield from bare(n_bare, given)
    if _is_cut(parsed, data):
        yield Skipped(display(given.path), "is cut off, and read as far as it goes; get it again")


def entry_of(values: Mapping[str, Any], given: Input, number: int) -> Entry | None:
    """Make an entry of what a feed of any kind says about it.

    Parameters
    ----------
    values
        ``text``, ``title``, ``author``, ``source``, ``url``, ``published``, ``id``,
        ``extractor`` and ``language``; any may be None.
    given
        The feed.
    number
        The number of the entry in it, from 1.

    Returns
    -------
    Entry or None
        An article if its text has at least 80 words, or no page to fetch; otherwise the link to its
        page. None if it has neither a text nor a page.
    """
    fields = ("title", "author", "source", "url", "published", "extractor", "language")
    known = {field: values.get(field) for field in fields}
    text = values.get("text") or ""
    article = given.article(text, known, number)
    url = known["url"]
    if n_words(text) >= FULL or (text and not url):
        return Entry(article, known["published"], values.get("id"))
    if not url:
        return None
    return Entry(Link(url, display(given.path), article), known["published"], values.get("id"))


def bare(n_bare: int, given: Input) -> Iterator[Skipped]:
    """Yield the record of how many entries have neither a text nor a page."""
    if n_bare:
        where = f"{n_bare:,} of the entries of {display(given.path)}"
        verb = "has" if n_bare == 1 else "have"
        yield Skipped(
            where, f"{verb} neither a text nor a link to a page; there is nothing to read"
        )


def _parse(data: bytes, encoding: str | None, url: str | None) -> dict[str, Any]:
    """Parse the bytes of a feed, as far as it can be read."""
    import feedparser

    charset = f"; charset={encoding}" if encoding else ""
    headers = {"content-type": f"application/xml{charset}", "content-location": url or ""}
    try:
        return feedparser.parse(
            io.BytesIO(data),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # noqa: BLE001 - a parser of whatever is out there, which may fail at anything
        raise InputError("is a feed that cannot be read; fix its XML") from None


def _why_empty(parsed: Mapping[str, Any], data: bytes) -> str:
    """Say why there are no entries, and what to do."""
    root = root_of(as_text(data[:HEAD]))
    if not parsed.get("version") and root is not None:
        return (
            "is XML, but not a feed, a sitemap or OPML; save the text of the article as plain text"
        )
    if parsed.get("bozo_exception"):
        return "is a feed that cannot be read; fix its XML"
    return "is a feed without entries; there is nothing to read"


def _is_cut(parsed: Mapping[str, Any], data: bytes) -> bool:
    """Return whether a feed that is not well-formed has no end of its first element."""
    root = root_of(as_text(data[:HEAD]))
    end = data[-2_000:].replace(b"\0", b"").lower()  # of UTF-16 without its zeros
    return bool(parsed.get("bozo")) and root is not None and f"</{root}".encode() not in end


def _values(entry: Mapping[str, Any], channel: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an entry of feedparser says, as `entry_of` takes it."""
    import feedparser

    source = entry.get("source")
    origin = source.get("title") if isinstance(source, dict) else None
    link = entry.get("feedburner_origlink") or entry.get("link") or _first_link(entry)
    return {
        "text": _text(entry),
        "title": plain_line(entry.get("title")),
        "author": plain_line(entry.get("author")),
        "source": plain_line(origin) or plain_line(channel.get("title")),
        "url": web_address(link) or web_address(entry.get("id")),
        "published": _published(entry),
        "id": entry.get("id"),
        "extractor": f"feedparser {feedparser.__version__}",
        "language": _language(entry, channel),
    }


def _first_link(entry: Mapping[str, Any]) -> str | None:
    """Return the first link of an entry that is not to another kind of thing than its page."""
    links = entry.get("links") or ()
    pages = (link for link in links if link.get("rel", "alternate") == "alternate")
    return next((link["href"] for link in pages if link.get("href")), None)


def _text(entry: Mapping[str, Any]) -> str:
    """Return the longest text of an entry."""
    parts = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    texts = [
        plain(part["value"], is_html=part.get("type") != "text/plain")
        for part in parts
        if isinstance(part.get("value"), str) and _is_text(part.get("type"))
    ]
    return max(texts, key=n_words, default="")


def _language(entry: Mapping[str, Any], channel: Mapping[str, Any]) -> str | None:
    """Return the language that an entry's texts declare, or else the feed."""
    parts = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    parts.append(entry.get("title_detail") or {})
    said = (*(part.get("language") for part in parts), entry.get("language"))
    return next(filter(None, map(language_tag, (*said, channel.get("language")))), None)


def _is_text(media: str | None) -> bool:
    return not media or media.startswith("text/") or media.endswith("html+xml")


def _published(entry: Mapping[str, Any]) -> str | None:
    """Return when an entry was published, or else changed, in ISO 8601."""
    for name in ("published", "updated"):
        if name in entry:  # feedparser warns if `updated` is read where there is none
            written = iso_date(str(entry.get(name) or ""))
            if found := written or _iso(
                entry.get(f"{name}_parsed") if f"{name}_parsed" in entry else None
            ):
                return found
    return None


def _iso(parsed: struct_time | None) -> str | None:
    """Return a time in UTC in ISO 8601; None if there is no such time."""
    from datetime import UTC, datetime

    try:
        return datetime(*parsed[:6], tzinfo=UTC).isoformat() if parsed else None
    except ValueError:
        return None
