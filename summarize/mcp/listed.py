"""What all results have: the list of documents, and what was skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from summarize.mcp import results
from summarize.mcp.held import uri
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.checked import Supported
    from summarize.mcp.articles import Given
    from summarize.model import Article
    from summarize.result import Citation

    Cited = TypeVar("Cited", Citation, Supported)

MOST_SKIPPED = 50
MOST_CITATIONS = 20  # of a sentence, the most probable
KNOWN = ("title", "source", "published", "url", "path")


def document(number: int, article: Article, **known: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the fields of a document; `known` overrides what the article says of itself."""
    fields = {name: getattr(article, name) for name in KNOWN}
    return {"number": number, "resource": uri(article), **fields, **known}


def documents(articles: Sequence[Article]) -> list[results.Document]:
    """Return the list of articles in their order."""
    return [results.Document(**document(n, each)) for n, each in enumerate(articles, start=1)]


def likeliest(citations: Sequence[Cited]) -> list[Cited]:
    """Return the most probable citations, in their order."""
    first = sorted(range(len(citations)), key=lambda index: -citations[index].confidence)
    return [citations[index] for index in sorted(first[:MOST_CITATIONS])]


def skipped(read: Given) -> dict[str, Any]:
    """Return the fields of what was not read."""
    first = read.skipped[:MOST_SKIPPED]
    return {
        "skipped": [results.Skip(where=each.where, reason=each.reason) for each in first],
        "n_skipped": len(read.skipped),
    }


def skipped_text(read: Given) -> str:
    """Return the lines of what was not read, of which each begins with a line end."""
    lines = [f"skipped: {each.where} {each.reason}" for each in read.skipped[:MOST_SKIPPED]]
    more = len(read.skipped) - len(lines)
    lines += [f"skipped: {more:,} more"] * bool(more)
    return "".join(f"\n{clean_text(line)}" for line in lines)
