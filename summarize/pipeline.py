"""The steps, in order, on one page.

::

    articles -> gather -> clean -> split -> judge -> embed -> origins -> weigh -> rank -> select
             -> cite -> order -> differences, explain -> assemble -> summary
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from summarize import __version__
from summarize.earlier import Earlier, as_earlier
from summarize.errors import OptionError
from summarize.gather import as_cluster, canonical
from summarize.model import squeeze
from summarize.rank import RANKERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from typing import Any

    from summarize.model import Article, Citation, Cluster, Sentence
    from summarize.summary import Summary

DEFAULT_WORDS = 120
DEFAULT_LAMBDA = 0.5
MOST = 2**53  # more than any budget needs, and fits an array


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarizer:
    """Summarises clusters of articles, always with the same options.

    Parameters
    ----------
    words, sentences, chars, percent
        The budget, one of: most white-space tokens (120 if none is given), sentences,
        characters of the joined text, or percent of the words in the articles' bodies.
    rank
        How relevance is measured: a key of `summarize.rank.RANKERS`.
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
        if not _is_whole(self.min_origins) or self.min_origins > MOST:
            raise OptionError(
                f"min_origins is {_shown(self.min_origins)}; give a whole number of at least 1"
            )
        _check_budget(self)
        if not isinstance(self.rank, str) or self.rank not in RANKERS:
            raise OptionError(f"rank is {self.rank!r}; choose one of {', '.join(RANKERS)}")
        if not _is_number(self.mmr_lambda) or not 0 <= self.mmr_lambda <= 1:
            raise OptionError(f"mmr_lambda is {self.mmr_lambda!r}; give a number from 0 to 1")
        if self.focus is not None and not isinstance(self.focus, str):
            raise OptionError(f"focus is {self.focus!r}; give a text, or None for no focus")

    @property
    def budget(self) -> tuple[str, float]:
        """The unit and the size of the budget."""
        for unit in ("words", "sentences", "chars", "percent"):
            size: float | None = getattr(self, unit)
            if size is not None:
                return unit, size
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
            parts.append(f"seen:{self.seen.digest}")
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
        cluster = as_cluster(articles)
        focus = focus if focus is not None else cluster.focus
        options = self if focus is None else replace(self, focus=focus)
        return _run(cluster, options)

    def summarize_many(
        self, clusters: Iterable[Cluster], *, executor: Executor | None = None
    ) -> Iterator[Summary]:
        """Summarise clusters one after another, in their order; lazily without an executor."""
        return (map if executor is None else executor.map)(self.summarize, clusters)


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


def _run(cluster: Cluster, options: Summarizer) -> Summary:  # noqa: PLR0915 - a line a step
    """Take one cluster through all the steps."""
    import numpy as np

    from summarize import languages
    from summarize.assemble import assemble
    from summarize.cite import alike, cite
    from summarize.clean import clean
    from summarize.differences import differences
    from summarize.embed import embed
    from summarize.explain import explain
    from summarize.headline import headline
    from summarize.judge import Verdict, forms, judge
    from summarize.order import order
    from summarize.origins import origins
    from summarize.rank import focus, rank
    from summarize.rank.corroboration import factors
    from summarize.select import select
    from summarize.split import split
    from summarize.tokens import tokens
    from summarize.weigh import weigh

    language = languages.load()
    articles, copies = canonical(cluster.articles)
    documents = [clean(article) for article in articles]
    sentences = [s for index, d in enumerate(documents) for s in split(d, index, language)]
    verdict = judge(sentences, language)

    owners = np.array([sentence.document for sentence in sentences], np.int64)
    positions = np.array([sentence.position for sentence in sentences], np.int64)
    has_sentences = set(owners.tolist())
    titles = [d.title if index in has_sentences else None for index, d in enumerate(documents)]
    seen = options.seen if isinstance(options.seen, Earlier) else Earlier((), frozenset())
    extra = [*(title or "" for title in titles), options.focus or "", *seen.texts]
    texts = [*(sentence.text for sentence in sentences), *map(squeeze, extra)]
    n, k = len(sentences), len(titles)
    vocabulary, lines, words = tokens(texts, language)
    rows, claims, bigrams, stems, extra_rows = embed(
        vocabulary, lines, words, n, len(extra), language
    )
    title_rows, query, seen_rows = extra_rows[:k], extra_rows[[k]], extra_rows[k + 1 :]
    days = np.array([day_of(document.article.published) for document in documents])[owners]
    origin_of = origins(documents, owners, lines[: stems.size], stems)
    weights = weigh(bigrams, origin_of[owners], positions)
    form = forms(vocabulary, lines, words, n, language)
    evidence = (rows, weights, origin_of[owners], positions, title_rows, form)
    relevance = rank(options.rank, *evidence, query=query)

    costs, budget = _budget(sentences, *options.budget)
    is_read = np.array([article.sha256 in seen.articles for article in articles], np.bool_)
    is_read[[index for copy, index in copies if copy.sha256 in seen.articles]] = True
    cited: dict[int, tuple[Citation, ...]] = {}

    def is_usable(index: int) -> bool:
        return verdict(index).is_usable

    def may_come_next(index: int) -> Verdict:
        """Leave out what stands in an article that the reader has read."""
        found = verdict(index)
        return found._replace(is_usable=found.is_usable and not is_read[owners[index]])

    def accept(index: int) -> bool:
        """Refuse what too few origins carry, and what the reader has read in other words."""
        cited.update(cite([index], sentences, owners, claims, is_usable, days, language))
        carriers = [int(owners[index]), *(place.document for place in cited[index])]
        n_origins = len({int(origin_of[document]) for document in carriers})
        return n_origins >= options.min_origins and not is_read[carriers].any()

    picks = select(
        relevance,
        weights,
        rows,
        np.array(costs, np.int64),
        owners,
        days,
        verdict=may_come_next,
        seen=seen_rows,
        accept=accept,
        budget=budget,
        mmr_lambda=options.mmr_lambda,
    )
    by_index = {pick.index: pick for pick in picks}
    citations = {index: cited[index] for index in by_index}
    needs = {index: verdict(index).need for index in by_index}
    reading_order = order(citations, sentences, documents, needs, language)
    explanations = {}
    if options.explain and picks:
        parts = factors(*evidence) if options.rank == "corroboration" else {options.rank: relevance}
        if query.nnz:
            parts["focus"] = focus(rows, query)
        explanations = explain(picks, reading_order, sentences, rows, parts)
    return assemble(
        documents,
        copies,
        sentences,
        {index: by_index[index] for index in reading_order},
        citations,
        headline(titles, title_rows, rows),
        origin_of=origin_of.tolist(),
        differences=differences(
            alike(list(by_index), owners, claims),
            sentences,
            [article.text for article in articles],
            vocabulary,
            language,
        ),
        explanations=explanations,
        over_budget=sum(costs[index] for index in by_index) > budget,
        focus_missed=options.focus is not None and not query.nnz,
        is_narrowed=bool(is_read.any()) or options.min_origins > 1 or bool(seen.texts),
        signature=options.signature,
        id=cluster.id,
    )


def _budget(sentences: Sequence[Sentence], unit: str, size: float) -> tuple[list[int], int]:
    """Give each sentence's cost and the most that may be spent."""
    if unit == "sentences":
        return [1] * len(sentences), min(int(size), MOST)
    if unit == "chars":  # a space joins two sentences: n of them cost n - 1 more
        return [len(sentence.text) + 1 for sentence in sentences], min(int(size), MOST) + 1
    words = [sentence.n_words for sentence in sentences]
    if unit == "words":
        return words, min(int(size), MOST)
    return words, math.floor(round(sum(words) * size / 100, 9))  # 36.48 % of 625 is 228


def day_of(published: str | None) -> float:
    """Number a day; what is no ISO date is not a number."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return math.nan


def _check_budget(options: Summarizer) -> None:
    given = {
        unit: size
        for unit in ("words", "sentences", "chars", "percent")
        if (size := getattr(options, unit)) is not None
    }
    if len(given) > 1:
        raise OptionError(f"{' and '.join(given)} are both given; a summary has one length")
    for unit, size in given.items():
        if unit == "percent":
            if not _is_number(size) or not 0 < size <= 100:
                raise OptionError(f"percent is {size!r}; give a number above 0, at most 100")
        elif not _is_whole(size):
            raise OptionError(f"{unit} is {size!r}; give a whole number of at least 1")


def _shown(value: object) -> str:
    """Show a value in a message; Python refuses to spell numbers of thousands of digits."""
    return f"{value!r}" if not isinstance(value, int) or abs(value) <= MOST else "too large"


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
