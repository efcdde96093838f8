"""Summaries of the same articles by different options, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarize.errors import OptionError
from summarize.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, ConsoleOptions, RenderResult

    from summarize.result import Number, SummarySentence

_LONGEST_PART = 40  # characters of an option in a name


@dataclass(frozen=True, slots=True)
class ComparedSentence:
    """A sentence of any of the compared summaries.

    Attributes
    ----------
    document
        The number of its article in the first of the summaries.
    sentences
        The sentence as each summary has it; None in those that do not have it. What differs are its
        citations, if the options decide them, and the numbers of articles.
    places
        Its place in each summary, in reading order from 1; None in those that do not have it.
    """

    document: Number
    sentences: tuple[SummarySentence | None, ...]
    places: tuple[int | None, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return next(sentence.text for sentence in self.sentences if sentence)

    @property
    def is_shared(self) -> bool:
        """Whether all summaries have it."""
        return None not in self.places


@dataclass(frozen=True, slots=True)
class Comparison:
    """Summaries of the same articles, side by side.

    Attributes
    ----------
    names
        What each summary is called.
    summaries
        As they were given.
    sentences
        All their sentences, each once: those that most summaries have first, then in the reading
        order of the first summary that has them.
    """

    names: tuple[str, ...]
    summaries: tuple[Summary, ...]
    sentences: tuple[ComparedSentence, ...]

    @property
    def shared(self) -> tuple[ComparedSentence, ...]:
        """The sentences that all summaries have."""
        return tuple(each for each in self.sentences if each.is_shared)

    def only_in(self, name: str) -> tuple[ComparedSentence, ...]:
        """Return the sentences that no other summary than that of this name has.

        Raises
        ------
        OptionError
            If there is no such summary.
        """
        if name not in self.names:
            raise OptionError(f"name is {name!r}; choose one of {', '.join(self.names)}")
        at = self.names.index(name)
        return tuple(
            each
            for each in self.sentences
            if [where for where, place in enumerate(each.places) if place] == [at]
        )

    def rows(self) -> list[dict[str, Any]]:
        """Return one dict for each summary: its name, lengths, and what it shares and supports."""
        from summarize.render.comparison import rows

        return rows(self)

    def __str__(self) -> str:
        """Return the table as plain text of 100 columns; of many summaries, only the figures."""
        from summarize.render.comparison import to_text

        return to_text(self)

    def _repr_html_(self) -> str:
        """Show the table in a notebook's cell."""
        from summarize.render.comparison import to_html

        return to_html(self)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the table on a rich console: ``rich.print(comparison)``."""
        from summarize.render.comparison import table

        yield table(self, options.max_width)


def compare(summaries: Mapping[str, Summary] | Iterable[Summary]) -> Comparison:
    """Compare summaries of the same articles by different options.

    Parameters
    ----------
    summaries
        At least two, by their names or without; without, they are named after the options that
        differ.

    Returns
    -------
    Comparison
        Shown as a table by a notebook, `print` and rich.

    Raises
    ------
    OptionError
        If there are fewer than two, something is not a summary, two have one name, or they are of
        other articles.

    Examples
    --------
    >>> from summarize import Summarizer
    >>> articles = ["The dam of Ruhnau held all night. It rained on the whole valley until noon."]
    >>> found = compare(Summarizer(words=words).summarize(articles) for words in (8, 40))
    >>> found.names, len(found.shared), len(found.only_in("words=40"))
    (('words=8', 'words=40'), 1, 1)
    """
    if not isinstance(summaries, Mapping) and not hasattr(summaries, "__iter__"):
        raise OptionError(f"summaries is a {type(summaries).__name__}; give a list of summaries")
    is_named = isinstance(summaries, Mapping)
    given = tuple(summaries.values() if isinstance(summaries, Mapping) else summaries)
    for each in given:
        if not isinstance(each, Summary):
            seen = type(each).__name__
            raise OptionError(f"one of the summaries is a {seen}; give what summarize returns")
    if len(given) < 2:
        raise OptionError(f"summaries has {len(given)}; give at least two of the same articles")
    articles = [sorted(document.sha256 for document in each.documents) for each in given]
    for place, others in enumerate(articles[1:], 2):
        if others != articles[0]:
            raise OptionError(
                f"summary {place} is of other articles than summary 1; give summaries of the same"
            )
    names = tuple(map(str, summaries)) if is_named else _names(given)
    if twice := [name for name, n in Counter(names).items() if n > 1]:
        raise OptionError(f"two summaries are called {twice[0]!r}; give each another name")
    return Comparison(names, given, _compared(given))


def _names(summaries: tuple[Summary, ...]) -> tuple[str, ...]:
    """Name summaries after the options that not all have, and number those that are the same."""
    options = [summary.signature.split("|") for summary in summaries]
    common = set.intersection(*map(set, options))
    names: list[str] = []
    for place, parts in enumerate(options, 1):
        own = [part for part in parts if part not in common]
        name = " ".join(part.replace(":", "=", 1)[:_LONGEST_PART] for part in own)
        is_taken = not name or name in names
        names.append(f"{name} ({place})".strip() if is_taken else name)
    return tuple(names)


def _compared(summaries: tuple[Summary, ...]) -> tuple[ComparedSentence, ...]:
    """Gather the sentences of summaries by their articles and places, which are the same in all."""
    n = len(summaries)
    found: dict[tuple[str, int, int], list[tuple[int, SummarySentence] | None]] = {}
    for at, summary in enumerate(summaries):
        articles = {document.number: document.sha256 for document in summary.documents}
        for place, sentence in enumerate(summary.sentences, 1):
            key = (articles[sentence.document], sentence.start, sentence.end)
            found.setdefault(key, [None] * n)[at] = (place, sentence)
    numbers = {document.sha256: document.number for document in reversed(summaries[0].documents)}
    ordered = sorted(found.items(), key=lambda item: item[1].count(None))
    return tuple(
        ComparedSentence(
            numbers[sha256],
            tuple(entry and entry[1] for entry in entries),
            tuple(entry and entry[0] for entry in entries),
        )
        for (sha256, _, _), entries in ordered
    )
