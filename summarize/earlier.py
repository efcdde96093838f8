"""What the reader knows already: an earlier summary, and the articles that it was made of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarize.errors import OptionError
from summarize.schema import check_schema

if TYPE_CHECKING:
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


def as_earlier(seen: Earlier | Summary | Mapping[str, Any] | None) -> Earlier | None:
    """Take a summary, or what `Summary.to_dict` or a JSON file gave of one.

    Raises
    ------
    OptionError
        It is no summary, or one of another version.
    """
    if seen is None or isinstance(seen, Earlier):
        return seen
    data: object = seen if isinstance(seen, Mapping) else getattr(seen, "to_dict", dict)()
    check_schema(data, "seen")
    assert isinstance(data, Mapping)  # noqa: S101 - check_schema has seen to it
    try:
        return Earlier(
            tuple(str(sentence["text"]) for sentence in data["sentences"]),
            frozenset(str(document["sha256"]) for document in data["documents"]),
        )
    except (KeyError, TypeError):
        raise OptionError("seen is no complete summary; give the JSON of one") from None
