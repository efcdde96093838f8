"""The articles as the steps need them: checked, in canonical order, without exact copies."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from summarize.errors import OptionError
from summarize.model import Article, Cluster, digest, squeeze
from summarize.reading.days import day

if TYPE_CHECKING:
    from collections.abc import Iterable

    Given = Article | str | Mapping[str, Any] | PathLike[str]

_NAMES = ("id", "focus")


def as_cluster(articles: Cluster | Iterable[Given]) -> Cluster:
    """Check what the caller gave, so that no step has to.

    Raises
    ------
    OptionError
        If something is not a string, an article or a dict, a dict has no text, or a field is not a
        string.
    """
    cluster = articles if isinstance(articles, Cluster) else Cluster(())
    items = articles.articles if isinstance(articles, Cluster) else _rows(articles)
    if isinstance(items, str | Mapping) or not hasattr(items, "__iter__"):
        seen = type(items).__name__
        raise OptionError(f"articles is a {seen}; give a list of texts or of Article objects")
    texts = {name: _as_text(f"{name} of the cluster", getattr(cluster, name)) for name in _NAMES}
    return replace(cluster, articles=tuple(_as_article(item) for item in items), **texts)


def _rows(articles: Any) -> Any:  # noqa: ANN401 - checked by the caller
    """Return the rows of a table of pandas or Polars as dicts; both iterate over columns."""
    if hasattr(articles, "columns") and hasattr(articles, "to_dicts"):
        return articles.to_dicts()
    if hasattr(articles, "columns") and hasattr(articles, "to_dict"):
        return articles.to_dict("records")
    return articles


def _as_article(item: Given) -> Article:
    """Make an article from what was given, with dates and paths as strings."""
    article: object = Article(item) if isinstance(item, str) else item
    if not isinstance(article, Article | Mapping) and hasattr(article, "to_dict"):
        article = article.to_dict()  # a row of pandas
    if isinstance(article, Mapping):
        article = Article.from_dict(article)
    if not isinstance(article, Article):
        seen = type(article).__name__
        raise OptionError(f"one of the articles is a {seen}; give a text or an Article")
    values: dict[str, str] = {}
    for field in fields(Article):
        value = getattr(article, field.name)
        if isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, PathLike):
            value = fspath(value)
        if value is None and field.name == "text":
            raise OptionError("text of an article is None; give a string")
        text = _as_text(f"{field.name} of an article", value)
        if text or field.name == "text":  # an empty source is one that is not known
            values[field.name] = text or ""
    return Article(**values)


def _as_text(what: str, value: object) -> str | None:
    """Return a plain string: no subclass, and no character in two halves, which JSON lacks."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise OptionError(f"{what} is a {type(value).__name__}; give a string")
    text = str.__str__(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return text


def canonical(articles: Iterable[Article]) -> tuple[list[Article], list[tuple[Article, int]]]:
    """Put articles in an order that their content decides, and separate exact copies.

    Each copy is returned with the index of the article that it copies; white space is ignored.
    """
    originals: list[Article] = []
    copies: list[tuple[Article, int]] = []
    index_of: dict[str, int] = {}
    for article in sorted(articles, key=_canonical_key):
        words = digest(squeeze(article.text))
        if words in index_of:
            copies.append((article, index_of[words]))
        else:
            index_of[words] = len(originals)
            originals.append(article)
    return originals, copies


def _canonical_key(article: Article) -> tuple[bool | float | str, ...]:
    published = day(article.published)
    undated = math.isnan(published)
    known = (article.id, article.path, article.title, article.source, article.url)
    return (
        undated,
        0.0 if undated else published,
        article.published or "",
        article.sha256,
        *(text or "" for text in (*known, article.language)),
    )
