"""The stages on one page: from a cluster of articles to one cited summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize import languages
from summarize.choice.budget import budget
from summarize.choice.gate import Gate
from summarize.choice.rank import factors, rank
from summarize.choice.select import select
from summarize.evidence.measure import measure
from summarize.languages.identify import find
from summarize.reading.gather import canonical
from summarize.reading.judge import judge
from summarize.reading.read import read
from summarize.report.assemble import cited, heading, listed, number, resolved
from summarize.report.differences import differences
from summarize.report.explain import explain, left_out
from summarize.report.headline import headline, is_supported
from summarize.report.order import order
from summarize.report.warn import warn
from summarize.summary import Summary
from summarize.weights import weights_for

if TYPE_CHECKING:
    from summarize.model import Cluster
    from summarize.options import Options
    from summarize.result import Explanation, LeftOut
    from summarize.weights import Weights


def run(cluster: Cluster, options: Options, weights: Weights | None = None) -> Summary:
    """Take one cluster through all the stages, with the weights for its language by default."""
    earlier = options.earlier

    # Reading: each article on its own, in its language.
    articles, copies = canonical(cluster.articles)
    found = find(articles, options.lang)
    language = languages.load(found.main)
    weights = weights or weights_for(found.main)
    documents, cut = read(articles, language, found.each)

    # Evidence: all sentences together, without those of documents that are set aside.
    asked = options.focus, earlier.texts
    evidence = measure(documents, cut, language, weights, *asked, skipped=found.others)
    sentences = evidence.sentences

    # Choice: what enters the summary.
    verdict = judge(sentences, language)
    relevance = rank(options.rank, evidence, weights)
    seen = earlier.read(articles, copies)
    title_of = headline(documents, evidence, seen)
    title = None if title_of is None else documents[title_of].title
    gate = Gate(
        evidence,
        verdict,
        language,
        read=seen,
        min_origins=options.min_origins,
        title=title,
        encoder=options.encoder,
    )
    room = budget(sentences, *options.budget)
    choice = select(evidence, relevance, gate, room, mmr_lambda=options.mmr_lambda, weights=weights)

    # Report: what the reader is given.
    needs = {pick.index: verdict(pick.index).need for pick in choice.picks}
    picks = order(choice.picks, gate.citations, needs, evidence, language)
    if not is_supported(title, [sentences[pick.index].text for pick in picks], language):
        title_of = None  # none rather than one of something else
    numbers = number(title_of, picks, gate.citations, evidence, len(documents))
    times = resolved(picks, evidence, documents, language)
    listing = listed(documents, copies, evidence, numbers, found)
    explanations: dict[int, Explanation] = {}
    others: tuple[LeftOut, ...] = ()
    if options.explain:
        explanations = explain(picks, evidence, factors(options.rank, evidence, weights), numbers)
        others = left_out(choice.fate, picks, evidence, relevance, documents, numbers)
    return Summary(
        sentences=cited(picks, gate.citations, times, explanations, evidence, numbers),
        documents=listing,
        headline=None if title_of is None else heading(documents[title_of], numbers[title_of]),
        warnings=warn(listing, picks, found, evidence, gate, room, options),
        language=found.main,
        signature=options.signature,
        n_body_words=sum(sentence.n_words for sentence in sentences),
        differences=tuple(differences(picks, gate.same, evidence, documents, numbers, language)),
        id=cluster.id,
        left_out=others,
        sources=(*(documents[index] for index in numbers), *(None for _ in copies)),
    )
