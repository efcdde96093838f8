"""The verbs: summarise the articles about one event, or any number of clusters.

The work is done by `pipeline`, which is imported when the first summary is made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarize.errors import OptionError
from summarize.options import Options
from summarize.reading.gather import as_cluster

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor
    from typing import Unpack

    from summarize.model import Cluster
    from summarize.options import Choices
    from summarize.reading.gather import Given
    from summarize.summary import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarizer(Options):
    """Summarises clusters of articles, all with the same options, which are those of `Options`.

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
            Articles or their texts, in any order, which changes nothing.
        focus
            A query for these articles; it overrides the cluster's and the summarizer's own.

        Returns
        -------
        Summary
            Without sentences, and with a warning, if no article has one.
        """
        from summarize.pipeline import run

        cluster = as_cluster(articles)
        return run(cluster, self.focused(focus if focus is not None else cluster.focus))

    def focused(self, focus: str | None) -> Summarizer:
        """Return the same options with this focus, unless it is None."""
        return self if focus is None else replace(self, focus=focus)

    def summarize_many(
        self, clusters: Iterable[Cluster], *, executor: Executor | None = None
    ) -> Iterator[Summary]:
        """Summarise any number of clusters; their summaries come in the same order.

        Parameters
        ----------
        clusters
            Taken only as fast as the summaries are, so memory does not grow with their number.
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

    >>> print(summarize(["The council approved the new bridge on Monday."], words=50).text)
    The council approved the new bridge on Monday.
    """
    return Summarizer(**options).summarize(articles, focus=options.get("focus"))


def _size(cluster: Cluster | Iterable[Given]) -> int:
    """Return the number of characters of a cluster; 0 if counting would consume it."""
    articles = getattr(cluster, "articles", cluster)
    if not isinstance(articles, list | tuple):
        return 0
    return sum(len(str(getattr(article, "text", article))) for article in articles)
