"""What the reader knows already: an earlier summary, and the articles that it was made of."""

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
    """The sentences of an earlier summary, and the SHA-256 of each article it was made of."""

    texts: tuple[str, ...]
    articles: frozenset[str]

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that name it in a signature."""
        parts = "\n".join([*self.texts, "", *sorted(self.articles)])
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def read(
        self, articles: Sequence[Article], copies: Iterable[tuple[Article, int]]
    ) -> frozenset[int]:
        """Find the articles that it was made of, by their indices, also where only a copy was."""
        each = [*enumerate(articles), *((index, copy) for copy, index in copies)]
        return frozenset(index for index, article in each if article.sha256 in self.articles)


def as_earlier(seen: Earlier | Summary | Mapping[str, Any] | None) -> Earlier | None:
    """Take a summary, or what `Summary.to_dict` or a JSON file gave of one.

    Raises
    ------
    OptionError
        It is no summary, or one of another version.
    """
    if seen is None or isinstance(seen, Earlier):
        return seen
    data: object = seen if isinstance(seen, Mapping) else _as_data(seen)
    check_schema(data, "seen")
    assert isinstance(data, Mapping)  # noqa: S101 - check_schema has seen to it
    sentences, documents = data.get("sentences"), data.get("documents")
    texts = _strings(sentences, "text")
    articles = _strings(documents, "sha256")
    if texts is None or articles is None:
        raise OptionError("seen is no complete summary; give the JSON of one")
    return Earlier(tuple(texts), frozenset(articles))


def _as_data(seen: object) -> object:
    """Give what a summary holds; anything else stays what it is."""
    to_dict = getattr(seen, "to_dict", None)
    return to_dict() if callable(to_dict) and not isinstance(seen, type) else seen


def _strings(items: object, key: str) -> list[str] | None:
    """Give one string of each object in a list, or None if it is no such list."""
    if not isinstance(items, list):
        return None
    found = [item.get(key) if isinstance(item, Mapping) else None for item in items]
    strings = [value for value in found if isinstance(value, str)]
    return strings if len(strings) == len(items) else None
