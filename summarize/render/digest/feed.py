"""A digest as a feed, Atom (RFC 4287) or JSON Feed 1.1: one entry an event.

A feed needs times and names that stay the same. The time of an entry is that of its latest article,
not of the run, so that the same articles give the same bytes; the name is the event's id.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from summarize.reading.days import iso_date
from summarize.render import facts
from summarize.render.data import dump
from summarize.render.digest import common
from summarize.render.digest.mail import event_of
from summarize.render.html import template
from summarize.render.safe import clean_strings

if TYPE_CHECKING:
    from summarize.digest import Digest, DigestEvent

_ATOM = "http://www.w3.org/2005/Atom"
_UNDATED = "1970-01-01T00:00:00Z"  # a feed must say when an entry is from
_TITLE = "The news, each event once"


def to_atom(digest: Digest) -> str:
    """Write an Atom feed."""
    shown = clean_strings(digest)
    feed = ET.Element("feed", xmlns=_ATOM)
    _add(feed, "title", _TITLE)
    _add(feed, "id", "urn:summarize:digest")
    _add(feed, "updated", max(map(_updated, shown.events), default=_UNDATED))
    ET.SubElement(_add(feed, "author", ""), "name").text = "summarize"
    for event in shown.events:
        entry = _add(feed, "entry", "")
        _add(entry, "title", common.title(event))
        _add(entry, "id", f"urn:summarize:event:{event.id}")
        _add(entry, "updated", _updated(event))
        if link := _address(event):
            ET.SubElement(entry, "link", rel="alternate", href=link)
        _add(entry, "content", _content(event)).set("type", "html")
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, "unicode") + "\n"


def to_json_feed(digest: Digest) -> str:
    """Write a JSON Feed."""
    shown = clean_strings(digest)
    items: list[dict[str, Any]] = []
    for event in shown.events:
        item = {
            "id": f"urn:summarize:event:{event.id}",
            "title": common.title(event),
            "content_html": _content(event),
            "date_published": _updated(event),
        }
        items.append(item | ({"url": link} if (link := _address(event)) else {}))
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": _TITLE, "items": items}
    return dump(feed, indent=2)


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = text
    return child


def _content(event: DigestEvent) -> str:
    return template("entry.html").render(event=event_of(event)).strip()


def _address(event: DigestEvent) -> str | None:
    """Return the address of the first article that has one."""
    urls = (document.url for document in event.summary.documents)
    return next((url for url in urls if facts.is_web(url)), None)


def _updated(event: DigestEvent) -> str:
    """Return the time of the latest article, as RFC 3339 writes it."""
    known = (iso_date(document.published or "") for document in event.summary.documents)
    return max(map(_utc, filter(None, known)), default=_UNDATED)


def _utc(time: str) -> str:
    moment = datetime.fromisoformat(time)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
