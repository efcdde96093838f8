"""The nouns of a day: its events, each with a summary, and the articles that belong to none."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from summarize.render import render_digest

if TYPE_CHECKING:
    from summarize.model import Article
    from summarize.summary import Summary


@dataclass(frozen=True, slots=True)
class DigestEvent:
    """One event of a digest.

    Parameters
    ----------
    id
        Its name, which it keeps in later digests that are made with ``seen``.
    summary
        Of its articles; with ``seen``, of what is new.
    is_new
        Whether the digest of ``seen`` does not have it; True without ``seen``.
    why
        Why each article is in it, one line each; empty if that was not requested.
    """

    id: str
    summary: Summary
    is_new: bool = True
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Single:
    """An article that belongs to no event, under the names that `SummaryDocument` has."""

    id: str | None
    title: str | None
    source: str | None
    url: str | None
    path: str | None
    published: str | None

    @classmethod
    def of(cls, article: Article) -> Single:
        """Return what a digest shows of an article."""
        return cls(**{each.name: getattr(article, each.name) for each in fields(cls)})


@dataclass(frozen=True, slots=True)
class Digest:
    """The events of a mix of articles.

    Parameters
    ----------
    events
        In order of weight, as `summarize.grouping.grouped.Event.weight` has it: the number of
        independent origins, each counted by how well another bears it out.
    singles
        The articles that belong to no event, in an order that the order of the input does not
        change.
    notes
        What the reader should know of the digest as a whole, one sentence each.
    """

    events: tuple[DigestEvent, ...]
    singles: tuple[Single, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Plain text: the events, then the articles that belong to none."""
        return render_digest(self, "text").removesuffix("\n")

    def to_dict(self) -> dict[str, Any]:
        """Return what `to_json` writes, as dictionaries and lists."""
        from summarize.render.digest.data import to_dict

        return to_dict(self)

    def to_json(self) -> str:
        """Write JSON, with that of each summary, as `docs/guide/digest.md` describes it."""
        return render_digest(self, "json")

    def to_markdown(self) -> str:
        """Write Markdown, with a footnote for every source."""
        return render_digest(self, "markdown")

    def to_html(self) -> str:
        """Write the front page, on which each event opens its evidence."""
        return render_digest(self, "html")

    def _repr_html_(self) -> str:
        """Show the front page in a notebook's cell, in a frame of its own."""
        from summarize.render.html import in_frame

        return in_frame(self.to_html(), "Digest")
