"""The options of a summary, complete and checked before anything is read.

What is done with them is told in `pipeline`, which is imported when the first summary is made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarize import __version__
from summarize.choice.budget import MOST, UNITS, check, is_number, is_whole, shown
from summarize.choice.rank import RANKERS
from summarize.errors import OptionError
from summarize.model import squeeze
from summarize.reading.gather import as_cluster
from summarize.record.earlier import Earlier, as_earlier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Executor
    from typing import Any

    from summarize.model import Article, Cluster
    from summarize.summary import Summary

DEFAULT_WORDS = 120
DEFAULT_LAMBDA = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarizer:
    """Summarises clusters of articles, always with the same options.

    Parameters
    ----------
    words, sentences, chars, percent
        The budget, one of: most white-space tokens (120 if none is given), sentences,
        characters of the joined text, or percent of the words in the articles' bodies.
    rank
        How relevance is measured: a key of `summarize.choice.rank.RANKERS`.
    mmr_lambda
        1 chooses by relevance only, 0 by novelty only (Carbonell & Goldstein 1998).
    focus
        A query; what is like it becomes more relevant.
    min_origins
        Only what at least so many independent origins carry.
    seen
        An earlier summary, or its JSON as a dictionary: only what is new to its reader. Articles
        that it was made of count for relevance, but are not chosen from, nor is what they say.
    explain
        Give every sentence its `Explanation`.

    Raises
    ------
    OptionError
        If an option has a value that is not allowed, or two budgets are given.
    """

    words: int | None = None
    sentences: int | None = None
    chars: int | None = None
    percent: float | None = None
    rank: str = "corroboration"
    mmr_lambda: float = DEFAULT_LAMBDA
    focus: str | None = None
    min_origins: int = 1
    seen: Earlier | Summary | Mapping[str, Any] | None = None
    explain: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "seen", as_earlier(self.seen))
        if not is_whole(self.min_origins) or self.min_origins > MOST:
            raise OptionError(
                f"min_origins is {shown(self.min_origins)}; give a whole number of at least 1"
            )
        check({unit: getattr(self, unit) for unit in UNITS})
        if not isinstance(self.rank, str) or self.rank not in RANKERS:
            raise OptionError(f"rank is {self.rank!r}; choose one of {', '.join(RANKERS)}")
        if not is_number(self.mmr_lambda) or not 0 <= self.mmr_lambda <= 1:
            raise OptionError(f"mmr_lambda is {shown(self.mmr_lambda)}; give a number from 0 to 1")
        if self.focus is not None and not isinstance(self.focus, str):
            raise OptionError(f"focus is {self.focus!r}; give a text, or None for no focus")

    @property
    def budget(self) -> tuple[str, float]:
        """The unit and the size of the budget."""
        for unit in UNITS:
            size: float | None = getattr(self, unit)
            if size is not None:
                return unit, min(size, MOST)
        return "words", DEFAULT_WORDS

    @property
    def signature(self) -> str:
        """All that decides the output, apart from the articles."""
        unit, size = self.budget
        parts = [f"rank:{self.rank}", f"lambda:{self.mmr_lambda!r}", f"{unit}:{size!r}"]
        if self.focus:
            parts.append(f"focus:{json.dumps(squeeze(self.focus))}")
        if self.min_origins > 1:
            parts.append(f"min_origins:{self.min_origins}")
        if isinstance(self.seen, Earlier):
            parts.append(f"seen:{self.seen.fingerprint}")
        return "|".join([*parts, f"version:{__version__}"])

    def summarize(
        self, articles: Cluster | Iterable[Article | str], *, focus: str | None = None
    ) -> Summary:
        """Summarise the articles about one event.

        Parameters
        ----------
        articles
            Articles or their texts, in any order: it changes nothing but the names.
        focus
            A query for these articles; it comes before the cluster's and the summarizer's own.

        Returns
        -------
        Summary
            Without sentences, and with a warning, where no article holds one.
        """
        from summarize.pipeline import run

        cluster = as_cluster(articles)
        return run(cluster, self.focused(focus if focus is not None else cluster.focus))

    def focused(self, focus: str | None) -> Summarizer:
        """Give the same options with another focus, if there is one."""
        return self if focus is None else replace(self, focus=focus)

    def summarize_many(
        self, clusters: Iterable[Cluster], *, executor: Executor | None = None
    ) -> Iterator[Summary]:
        """Summarise any number of clusters; their summaries come in the same order.

        Parameters
        ----------
        clusters
            Taken only as fast as summaries are: memory does not grow with their number.
        executor
            Who does the work, such as a `concurrent.futures.ProcessPoolExecutor`, or
            ``client.get_executor()`` of a Dask cluster; by default this process. What it raises is
            raised here.
        """
        if executor is None:
            return map(self.summarize, clusters)
        from summarize.batch.many import Backend, in_order

        return in_order(self.summarize, clusters, Backend(executor), size=_size)


def summarize(
    articles: Cluster | Iterable[Article | str],
    *,
    words: int | None = None,
    sentences: int | None = None,
    chars: int | None = None,
    percent: float | None = None,
    rank: str = "corroboration",
    mmr_lambda: float = DEFAULT_LAMBDA,
    focus: str | None = None,
    min_origins: int = 1,
    seen: Earlier | Summary | Mapping[str, Any] | None = None,
    explain: bool = False,
) -> Summary:
    """Summarise the articles about one event; the options are those of `Summarizer`.

    >>> print(summarize(["The council approved the new bridge on Monday."]).text)
    The council approved the new bridge on Monday.
    """
    return Summarizer(
        words=words,
        sentences=sentences,
        chars=chars,
        percent=percent,
        rank=rank,
        mmr_lambda=mmr_lambda,
        min_origins=min_origins,
        seen=seen,
        explain=explain,
    ).summarize(articles, focus=focus)


def _size(cluster: Cluster | Iterable[Article | str]) -> int:
    """Give the characters of a cluster, where that can be told without using it up."""
    articles = getattr(cluster, "articles", cluster)
    if not isinstance(articles, list | tuple):
        return 0
    return sum(len(str(getattr(article, "text", article))) for article in articles)
