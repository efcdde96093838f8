"""The articles that calls have read, so that agents can read their whole texts as resources."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from dataclasses import fields
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.model import digest
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.model import Article

SCHEME = "summarize://articles/"
TEMPLATE = SCHEME + "{sha256}"
MOST_HELD = 10_000_000  # characters, twice what one call may read
_MOST_SHOWN = 100  # characters of an address in a message


def uri(article: Article) -> str:
    """Return the address of an article, by the SHA-256 of its text and of all that is known of it.

    So nobody can change what an address means by giving the same text with another source.
    """
    known = [getattr(article, field.name) for field in fields(article) if field.name != "text"]
    return SCHEME + digest(json.dumps([article.sha256, *known]))


class Held:
    """Articles by their addresses; what was used longest ago leaves first.

    Parameters
    ----------
    most
        Characters of all texts together.
    """

    def __init__(self, most: int = MOST_HELD) -> None:
        self._most = most
        self._articles: OrderedDict[str, Article] = OrderedDict()
        self._n_characters = 0
        self._lock = threading.Lock()  # resources are read while a tool works

    def add(self, articles: Iterable[Article]) -> None:
        """Hold articles, and let go of what no longer fits."""
        with self._lock:
            for article in articles:
                address = uri(article)
                if address not in self._articles:
                    self._n_characters += len(article.text)
                self._articles[address] = article
                self._articles.move_to_end(address)
            while self._n_characters > self._most and len(self._articles) > 1:
                _, gone = self._articles.popitem(last=False)
                self._n_characters -= len(gone.text)

    def get(self, address: str) -> Article:
        """Return the article at an address.

        Raises
        ------
        InputError
            If it is not held.
        """
        with self._lock:
            if address not in self._articles:
                shown = clean_text(address)[:_MOST_SHOWN] or "''"
                raise InputError(f"{shown} is not held (any more); give its path or text again")
            self._articles.move_to_end(address)
            return self._articles[address]

    def latest(self, most: int) -> list[Article]:
        """Return the articles that were used last, the last of them first."""
        with self._lock:
            return list(reversed(self._articles.values()))[:most]
