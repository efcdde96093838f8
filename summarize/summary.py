"""The result of a call to `summarize`, and its formats."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarize.render import render, to_dict
from summarize.words import width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes
    from rich.console import Console, ConsoleOptions, RenderResult

    from summarize.model import Document
    from summarize.reading.gather import Given
    from summarize.result import (
        Difference,
        Headline,
        LeftOut,
        SummaryDocument,
        SummarySentence,
        SummaryWarning,
    )
    from summarize.semantic.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Summary:
    """One cited summary of one event.

    Attributes
    ----------
    sentences
        In reading order.
    documents
        All articles, numbered in reading order from 1; articles that are never cited come last.
    headline
        The most central title among the articles; None if no article has one, or it shares no
        word with the summary.
    warnings
        What the reader should know.
    signature
        Everything that decided the output: methods, numbers, version.
    n_body_words
        Words in the bodies of all articles, exact copies counted once.
    differences
        What the articles report differently: spellings of names, figures, dates.
    id
        The cluster's id.
    language
        The code of the language that the articles were read in, such as ``"en"``; ``"und"`` if it
        is not known.
    left_out
        What is not in the summary, and why, by document and place; empty without `explain`.
    sources
        The marked text of each of the `documents`, for the evidence page; None for an exact copy.
    """

    sentences: tuple[SummarySentence, ...]
    documents: tuple[SummaryDocument, ...]
    headline: Headline | None
    warnings: tuple[SummaryWarning, ...]
    signature: str
    n_body_words: int
    differences: tuple[Difference, ...] = ()
    id: str | None = None
    language: str = "und"
    left_out: tuple[LeftOut, ...] = ()
    sources: tuple[Document | None, ...] = field(default=(), repr=False, compare=False)

    @property
    def text(self) -> str:
        """The sentences, joined by one space."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def n_words(self) -> int:
        """Words in the text: see `summarize.words.width`."""
        return sum(width(sentence.text) for sentence in self.sentences)

    def verify(self, articles: Iterable[Given], encoder: Encoder | None = None) -> list[str]:
        """Check every span against the articles, as `summarize --verify` does.

        Parameters
        ----------
        articles
            In any order.
        encoder
            The model that the summary was made with, if any.

        Returns
        -------
        list of str
            The problems found; empty if there are none.
        """
        from summarize.reading.gather import as_cluster
        from summarize.record.verify import verify

        return verify(self.to_dict(), as_cluster(articles).articles, encoder)

    def __str__(self) -> str:
        """Plain text: one sentence a line with its numbers, then the sources."""
        return render(self, "text").removesuffix("\n")

    def to_dict(self) -> dict[str, Any]:
        """Return what `to_json` writes, as dictionaries and lists."""
        return to_dict(self)

    def to_json(self) -> str:
        """Write JSON as `docs/guide/json.md` describes it."""
        return render(self, "json")

    def to_markdown(self) -> str:
        """Write Markdown, with a footnote for every source."""
        return render(self, "markdown")

    def to_html(self) -> str:
        """Write the evidence page, where each citation opens its article at the cited span."""
        return render(self, "html")

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draw which articles say which sentences, as a matrix; needs the extra ``plot``.

        A row is a sentence, in reading order, and a column an article. The cell of a sentence's
        own article is the darkest; those that say the same are darker the more probable it is, and
        those that are only similar are the lightest. Of more than 60 articles, those are drawn
        that the summary cites.

        Parameters
        ----------
        ax
            The axes to draw on; by default those of a new figure of pyplot.

        Returns
        -------
        Axes
            That were drawn on.

        Raises
        ------
        SummarizeError
            If matplotlib is not installed.
        OptionError
            If `ax` is something other than axes.
        """
        from summarize.render.plot import plot

        return plot(self, ax)

    def _repr_html_(self) -> str:
        """Show a card in a notebook's cell; the evidence page opens inside it."""
        from summarize.render.card import to_card

        return to_card(self)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the summary on a rich console: ``rich.print(summary)``."""
        from summarize.render.terminal import draw

        return draw(self, console, width=options.max_width, ascii_only=options.ascii_only)
