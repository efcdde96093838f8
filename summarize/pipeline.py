"""The steps, in order, on one page.

::

    articles -> gather -> clean -> split -> tokens -> embed -> origins -> weigh -> rank -> select
             -> cite -> order -> differences, explain -> assemble -> summary

`judge` is asked by `select` and `cite` about the sentences that they come to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize import languages
from summarize.choice.budget import spend
from summarize.choice.cite import alike, cite
from summarize.choice.rank import focus, rank
from summarize.choice.rank.corroboration import factors
from summarize.choice.select import select
from summarize.evidence.embed import embed
from summarize.evidence.origins import origins
from summarize.evidence.tokens import tokens
from summarize.evidence.weigh import weigh
from summarize.model import squeeze
from summarize.reading.clean import clean
from summarize.reading.gather import canonical
from summarize.reading.judge import forms, judge
from summarize.reading.split import split
from summarize.record.earlier import Earlier
from summarize.report.assemble import assemble
from summarize.report.differences import differences
from summarize.report.explain import explain
from summarize.report.headline import headline
from summarize.report.order import order

if TYPE_CHECKING:
    from summarize.model import Citation, Cluster
    from summarize.summarizer import Summarizer
    from summarize.summary import Summary


def run(cluster: Cluster, options: Summarizer) -> Summary:
    """Take one cluster through all the steps."""
    language = languages.load()
    articles, copies = canonical(cluster.articles)
    documents = [clean(article, language) for article in articles]
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
    days = np.array([document.article.day for document in documents])[owners]
    lines, words = lines[: stems.size], words[: stems.size]
    origin_of = origins(documents, owners, lines, stems, language)
    del stems  # at 100,000 articles, 200 MB that nobody needs any more
    weights = weigh(bigrams, origin_of[owners], positions)
    form = forms(vocabulary, lines, words, n, language)
    evidence = (rows, weights, origin_of[owners], positions, title_rows, form)
    relevance = rank(options.rank, *evidence, query=query)

    costs, budget = spend(sentences, *options.budget)
    is_read = np.array([article.sha256 in seen.articles for article in articles], np.bool_)
    is_read[[index for copy, index in copies if copy.sha256 in seen.articles]] = True
    cited: dict[int, tuple[Citation, ...]] = {}

    def is_usable(index: int) -> bool:
        return verdict(index).is_usable

    def may_come_next(index: int) -> tuple[bool, int]:
        """Leave out what stands in an article that the reader has read."""
        found = verdict(index)
        return found.is_usable and not is_read[owners[index]], found.need

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
            lines,
            words,
            language,
        ),
        explanations=explanations,
        over_budget=sum(costs[index] for index in by_index) > budget,
        focus_missed=options.focus is not None and not query.nnz,
        is_narrowed=bool(is_read.any()) or options.min_origins > 1 or bool(seen.texts),
        signature=options.signature,
        id=cluster.id,
    )
