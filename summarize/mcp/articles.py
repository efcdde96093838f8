"""The articles of one call: from paths, links, texts, and what earlier calls have read."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from summarize.errors import InputError
from summarize.inputs.articles import read_articles
from summarize.inputs.find import is_link
from summarize.inputs.options import LoadOptions
from summarize.inputs.records import Skipped
from summarize.mcp.folders import MOST_SHOWN
from summarize.model import Article
from summarize.reading.gather import as_cluster
from summarize.render.facts import count
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.mcp.arguments import Articles
    from summarize.mcp.folders import Folders
    from summarize.mcp.held import Held

    Read = TypeVar("Read", bound=Article | Skipped)

MOST_ARTICLES = 1_000
MOST_CHARACTERS = 5_000_000
_NO_URLS = (
    "urls are not fetched by this server; give the articles in texts, or ask its user to start it "
    "with --allow-urls"
)
_PRIVATE = "to fetch it, add --allow-private", "it is never fetched; give the text of the page"
_HALF = re.compile(r"[\ud800-\udfff]")  # of a character
_FEWER = "give fewer articles, or one part at a time"


@dataclass(frozen=True, slots=True)
class Given:
    """The articles of a call, in the order in which they were given, and what was not read."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]


class Reader:
    """Reads what calls give.

    Parameters
    ----------
    folders
        What may be read.
    held
        What earlier calls have read; what is read is added.
    allow_urls
        Whether pages may be fetched; never from private addresses.
    """

    def __init__(self, folders: Folders, held: Held, *, allow_urls: bool) -> None:
        self.folders = folders
        self.held = held
        self.allow_urls = allow_urls

    def read(self, given: Articles) -> Given:
        """Read the articles of a call.

        Raises
        ------
        InputError
            If there is none, there are too many, or one may not be read.
        """
        held = [self.held.get(address) for address in dict.fromkeys(given.resources)]
        skipped: list[Skipped] = []
        articles: list[Article] = []
        size = 0
        texts = (Article(**dict(text)) for text in given.texts)
        for found in chain(held, texts, self._found(given.paths, given.urls)):
            item = _whole(found)
            if isinstance(item, Article):
                articles.append(item)
                size += len(item.text)
                _check_size(len(articles), size)
            elif not item.is_own:
                skipped.append(item)
        if not articles:
            raise InputError(self._why_none(skipped))
        whole = as_cluster(articles).articles
        self.held.add(whole)
        return Given(whole, tuple(skipped))

    def _found(self, paths: Sequence[str], urls: Sequence[str]) -> Iterator[Article | Skipped]:
        """Yield what is at paths and links."""
        inputs: list[str] = []
        for path in dict.fromkeys(paths):
            for found in self.folders.files(path):
                if isinstance(found, Skipped):
                    yield found
                else:
                    inputs.append(found)
        inputs += self._links(urls)
        if len(inputs) > MOST_ARTICLES:
            raise InputError(f"{len(inputs):,} files are more than {MOST_ARTICLES:,}; {_FEWER}")
        for item in read_articles(inputs, LoadOptions(offline=not self.allow_urls), None):
            if isinstance(item, Skipped):
                where, reason = map(self.folders.shown, (item.where, item.reason))
                yield replace(item, where=where, reason=reason.replace(*_PRIVATE))
            elif isinstance(item, Article):
                yield replace(item, path=item.path and self.folders.shown(item.path))

    def _why_none(self, skipped: Sequence[Skipped]) -> str:
        """Say why there is no article."""
        if not skipped:
            return "no article is given; give paths, urls, texts or resources"
        n_links = sum(is_link(each.where) for each in skipped)
        if n_links and not self.allow_urls:
            return f"no article is found, only {count(n_links, 'link')}: {_NO_URLS}"
        return f"{skipped[0].where} {skipped[0].reason}"

    def _links(self, urls: Sequence[str]) -> Sequence[str]:
        """Return links that may be fetched; what is no link would be read as a file."""
        if urls and not self.allow_urls:
            raise InputError(_NO_URLS)
        for url in urls:
            if not is_link(url):
                shown = clean_text(url)[:MOST_SHOWN] or "''"
                raise InputError(f"{shown} is not a link; give one that begins with https://")
        return urls


def _whole(item: Read) -> Read:
    """Replace what is not a character, as in a file name that is not UTF-8: answers cannot have it.

    Code points are replaced one by one, before spans are counted in them.
    """
    values = ((field.name, getattr(item, field.name)) for field in fields(item))
    changed: dict[str, Any] = {
        name: _HALF.sub("\ufffd", value)
        for name, value in values
        if isinstance(value, str) and _HALF.search(value)
    }
    return replace(item, **changed) if changed else item


def _check_size(n_articles: int, n_characters: int) -> None:
    """Raise an InputError if a call gives more than is read."""
    if n_articles > MOST_ARTICLES:
        raise InputError(f"more than {MOST_ARTICLES:,} articles are given; {_FEWER}")
    if n_characters > MOST_CHARACTERS:
        raise InputError(f"the articles have more than {MOST_CHARACTERS:,} characters; {_FEWER}")
