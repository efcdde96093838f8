"""What the reader has already read: an earlier summary and its articles."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarize.errors import OptionError
from summarize.record.schema import check_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.model import Article
    from summarize.summary import Summary


@dataclass(frozen=True, slots=True)
class Earlier:
    """The sentences of an earlier summary, and the SHA-256 of each of its articles."""

    texts: tuple[str, ...]
    articles: frozenset[str]

    @classmethod
    def joined(cls, parts: Iterable[Earlier]) -> Earlier:
        """Return what the reader of all these has read."""
        each = tuple(parts)
        texts = tuple(text for part in each for text in part.texts)
        return cls(texts, frozenset().union(*(part.articles for part in each)))

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that identify it in a signature."""
        parts = "\n".join([*self.texts, "", *sorted(self.articles)])
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def read(
        self, articles: Sequence[Article], copies: Iterable[tuple[Article, int]]
    ) -> frozenset[int]:
        """Find the articles that it was made of, by their indices, also where only a copy was."""
        if not self.articles:
            return frozenset()
        each = [*enumerate(articles), *((index, copy) for copy, index in copies)]
        return frozenset(index for index, article in each if article.sha256 in self.articles)


def as_earlier(seen: Earlier | Summary | Mapping[str, Any] | None) -> Earlier | None:
    """Convert a summary, the result of `Summary.to_dict`, or the content of a JSON file.

    Raises
    ------
    OptionError
        If it is not a summary, or has another version.
    """
    if seen is None or isinstance(seen, Earlier):
        return seen
    return earlier_of(check_schema(seen if isinstance(seen, Mapping) else as_data(seen), "seen"))


def earlier_of(data: Mapping[str, Any]) -> Earlier:
    """Convert the dictionary of a summary.

    Raises
    ------
    OptionError
        If it is not complete.
    """
    sentences, documents = data.get("sentences"), data.get("documents")
    texts = _strings(sentences, "text")
    articles = _strings(documents, "sha256")
    if texts is None or articles is None:
        raise OptionError("seen is not a complete summary; give all of its JSON")
    return Earlier(tuple(texts), frozenset(articles))


def as_data(seen: object) -> object:
    """Convert a summary to a dictionary; return anything else unchanged."""
    to_dict = getattr(seen, "to_dict", None)
    return to_dict() if callable(to_dict) and not isinstance(seen, type) else seen


def _strings(items: object, key: str) -> list[str] | None:
    """Return the string at `key` of each object in a list, or None if one is missing."""
    if not isinstance(items, list):
        return None
    found = [item.get(key) if isinstance(item, Mapping) else None for item in items]
    strings = [value for value in found if isinstance(value, str)]
    return strings if len(strings) == len(items) else None
