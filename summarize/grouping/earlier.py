"""What the reader has already read: the events of an earlier digest."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarize.errors import OptionError
from summarize.fields import language_tag
from summarize.model import Article
from summarize.reading.days import day
from summarize.record.earlier import Earlier, as_data, earlier_of
from summarize.record.schema import DIGEST_SCHEMA, check_schema

if TYPE_CHECKING:
    from summarize.digest import Digest


@dataclass(frozen=True, slots=True)
class EarlierEvent:
    """An event of an earlier digest.

    `seen` is what the digest said of it, `title` its headline, `published` the date of its latest
    article, if it is known, and `language` the code of the language of its summary.
    """

    id: str
    seen: Earlier
    title: str | None
    published: str | None
    language: str | None

    def as_article(self, path: str) -> Article:
        """Make an article of what the digest said, to find what goes on."""
        text = "\n\n".join([self.title or "", *self.seen.texts]).strip()
        return Article(
            text, title=self.title, published=self.published, path=path, language=self.language
        )


def as_earlier_events(digest: Digest | Mapping[str, Any]) -> tuple[EarlierEvent, ...]:
    """Convert a digest, or the content of its JSON file, to its events.

    Raises
    ------
    OptionError
        If it is not a digest, or has another version.
    """
    data = digest if isinstance(digest, Mapping) else as_data(digest)
    data = check_schema(data, "seen", DIGEST_SCHEMA)
    found = [_event(each) for each in data.get("events") or []]
    events = [each for each in found if each is not None]
    if len(events) < len(found) or not isinstance(data.get("events"), list):
        raise OptionError("seen is not a complete digest; give all of its JSON")
    return tuple(events)


def _event(data: object) -> EarlierEvent | None:
    """Convert one event of a digest; None if it is incomplete."""
    if not isinstance(data, Mapping) or not isinstance(data.get("id"), str):
        return None
    summary = data.get("summary")
    if not isinstance(summary, Mapping):
        return None
    headline = summary.get("headline")
    title = headline.get("text") if isinstance(headline, Mapping) else None
    documents = summary.get("documents")
    dates = [
        document.get("published")
        for document in (documents if isinstance(documents, list) else [])
        if isinstance(document, Mapping)
    ]
    known = [date for date in dates if isinstance(date, str) and not math.isnan(day(date))]
    return EarlierEvent(
        data["id"],
        earlier_of(summary),
        title if isinstance(title, str) else None,
        max(known, key=lambda date: (day(date), date), default=None),
        language_tag(summary.get("language")),
    )
