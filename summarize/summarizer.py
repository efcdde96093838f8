"""The verbs: summarise the articles about one event, or any number of clusters.

The work is done by `pipeline`, which is imported when the first summary is made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from os import PathLike
from typing import TYPE_CHECKING

from summarize.errors import OptionError
from summarize.options import Options, check_whole
from summarize.reading.gather import as_cluster

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Executor
    from typing import Any, Unpack

    from summarize.checked import Check
    from summarize.digest import Digest
    from summarize.model import Cluster
    from summarize.options import Choices
    from summarize.reading.gather import Given
    from summarize.semantic.encoder import Encoder
    from summarize.summary import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarizer(Options):
    """Summarises clusters of articles, all with the same options, which are those of `Options`.

    Examples
    --------
    >>> summarizer = Summarizer(sentences=1)
    >>> summarizer.summarize(["The council approved the new bridge on Monday."]).n_words
    8
    """

    def summarize(
        self, articles: Cluster | Iterable[Given], *, focus: str | None = None
    ) -> Summary:
        """Summarise the articles about one event.

        Parameters
        ----------
        articles
            Articles, their texts, their paths as `Path` objects, or dicts with the names that data
            has, in any order, which changes nothing.
        focus
            A query for these articles; it overrides the cluster's and the summarizer's own.

        Returns
        -------
        Summary
            Without sentences, and with a warning, if no article has one.
        """
        from summarize.pipeline import run

        cluster = as_cluster(_read(articles))
        return run(cluster, self.focused(focus if focus is not None else cluster.focus))

    def digest(
        self,
        articles: Iterable[Given],
        *,
        seen: Digest | Mapping[str, Any] | None = None,
        least_origins: int = 1,
        top: int | None = None,
    ) -> Digest:
        """Find the events in a mix of articles, and summarise each.

        Parameters
        ----------
        articles
            Articles or their texts, in any order, which changes nothing.
        seen
            An earlier digest, or its JSON: its events go on under the same ids, only what is new is
            told of them, and what has ended is not told again.
        least_origins
            The least number of independent origins that an event must have, unless it goes on;
            `min_origins` is of each sentence.
        top
            The most events that are told, the weightiest.

        Returns
        -------
        Digest
            Every article is in one of its events, among its singles, or in an event that its
            notes count.

        Raises
        ------
        OptionError
            If `least_origins` or `top` is not a whole number of at least 1, or `seen` is not a
            digest of this version.
        """
        check_whole("least_origins", least_origins)
        if top is not None:
            check_whole("top", top)
        from summarize.digest import Digest, DigestEvent, Single
        from summarize.grouping.earlier import as_earlier_events
        from summarize.grouping.plan import plan

        found = plan(
            as_cluster(_read(articles)).articles,
            earlier=() if seen is None else as_earlier_events(seen),
            min_origins=least_origins,
            top=top,
            explain=self.explain,
        )
        events = []
        for told in found.told:
            chosen = self if told.seen is None else replace(self, seen=told.seen)
            name = told.cluster.id or ""
            summary = chosen.summarize(told.cluster)
            if summary.sentences:
                events.append(DigestEvent(name, summary, told.is_new, told.why))
        singles = tuple(map(Single.of, found.singles))
        return Digest(tuple(events), singles, found.notes(len(events)))

    def focused(self, focus: str | None) -> Summarizer:
        """Return the same options with this focus, unless it is None."""
        return self if focus is None else replace(self, focus=focus)

    def summarize_many(
        self, clusters: Iterable[Cluster | Iterable[Given]], *, executor: Executor | None = None
    ) -> Iterator[Summary]:
        """Summarise any number of clusters; their summaries come in the same order.

        Parameters
        ----------
        clusters
            Clusters, or lists of articles; taken only as fast as the summaries are, so memory does
            not grow with their number.
        executor
            What does the work, such as a `concurrent.futures.ProcessPoolExecutor`, or
            ``client.get_executor()`` of a Dask cluster; by default this process. What it raises is
            raised here.

        Raises
        ------
        OptionError
            If `clusters` is one cluster, one text, or nothing that can be iterated over.
        """
        if isinstance(clusters, str) or not hasattr(clusters, "__iter__"):
            seen = type(clusters).__name__
            raise OptionError(f"clusters is a {seen}; give a list of clusters")
        if executor is None:
            return map(self.summarize, clusters)
        from summarize.batch.many import Backend, in_order

        return in_order(self.summarize, clusters, Backend(executor), size=_size)


def summarize(articles: Cluster | Iterable[Given], **options: Unpack[Choices]) -> Summary:
    """Summarise the articles about one event; the options are those of `Options`.

    Examples
    --------
    >>> print(summarize(["The council approved the new bridge on Monday."], words=50).text)
    The council approved the new bridge on Monday.
    """
    return Summarizer(**options).summarize(articles, focus=options.get("focus"))


def check(
    draft: Given, articles: Cluster | Iterable[Given], *, encoder: Encoder | None = None
) -> Check:
    """Check which sentences of a draft the articles say, and what it has that no article has.

    Examples
    --------
    >>> check("The bridge opened.", ["The bridge opened. It rained."]).sentences[0].status
    'said'
    """
    from summarize.record.check import check as check_draft

    own = as_cluster(_read([draft])).articles
    if len(own) != 1:
        raise OptionError("draft has no text, or several; give one text")
    return check_draft(own[0], as_cluster(_read(articles)).articles, encoder)


def _read(articles: Cluster | Iterable[Given]) -> Cluster | Iterable[Given]:
    """Replace paths by the articles that they contain."""
    if not isinstance(articles, list | tuple) or not any(isinstance(a, PathLike) for a in articles):
        return articles
    from summarize.inputs.load import load

    return [
        article
        for each in articles
        for article in (load(each) if isinstance(each, PathLike) else (each,))
    ]


def _size(cluster: Cluster | Iterable[Given]) -> int:
    """Return the number of characters of a cluster; 0 if counting would consume it."""
    articles = getattr(cluster, "articles", cluster)
    if not isinstance(articles, list | tuple):
        return 0
    return sum(len(str(getattr(article, "text", article))) for article in articles)
