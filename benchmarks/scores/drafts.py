"""Is what is wrong in a draft found? Made errors, and graded sentences as drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scipy.stats import binomtest

from benchmarks.data.drafts import OTHER_WORD, Maker
from benchmarks.scores import citations
from benchmarks.scores.citations import SAYS_THE_SAME, Cited, Pair
from benchmarks.scores.spans import is_right
from benchmarks.scores.statistics import SEED
from summarize import check
from summarize.reading.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from benchmarks.data.drafts import Line
    from benchmarks.data.sets import Item
    from summarize import Article, Check
    from summarize.semantic.encoder import Encoder


FIGURES = ("other figure", "percentage", "money", "year", "date")
PROBLEMS = ("quotation", "figure", "name", "contradiction")


class Reported(NamedTuple):
    """A made line, and what was reported.

    `is_named` says whether a problem is named at the changed place, or anywhere in a sentence that
    has nothing new; of another ordinary word, whether it is listed as in none of the passages.
    `is_wrong` says whether it has a problem or is not found, and `n_listed` how many words are
    listed; None if it is not found.
    """

    cluster: str
    half: str
    line: Line
    is_named: bool
    is_wrong: bool
    kinds: frozenset[str]
    n_listed: int | None


class Graded(NamedTuple):
    """A graded sentence as a draft: what is cited of the graded article, and what is said of it."""

    pair: Pair
    is_contradicted: bool


def made(
    items: Sequence[Item], encoder: Encoder | None = None, *, of_references: bool = False
) -> Iterator[Reported]:
    """Check sentences, as they are and changed, against the articles of their cluster."""
    foreign = [name for item in items for name in Maker(item, (), SEED).names]
    for number, item in enumerate(items):
        lines = list(Maker(item, foreign, SEED).lines(of_references=of_references))
        found = check("\n\n".join(line.text for line in lines), item.articles, encoder=encoder)
        at = 0
        for line in lines:
            yield _reported(item.id, "test" if number % 2 else "develop", line, at, found)
            at += len(line.text) + 2


def _reported(cluster: str, half: str, line: Line, at: int, found: Check) -> Reported:
    """Look for problems at the changed place; anywhere if there is none."""
    own = [each for each in found.sentences if at <= each.start < at + len(line.text)]
    start, end = (line.start, line.end) if line.end > line.start else (0, len(line.text))
    is_named = any(
        problem.start < at + end and at + start < problem.end
        for each in own
        for problem in each.problems
    )
    listed = [word for each in own for word in each.uncited_words]
    if line.kind == OTHER_WORD:
        is_named = line.text[line.start : line.end] in listed
    kinds = frozenset(problem.kind for each in own for problem in each.problems)
    is_wrong = any(not each.is_found for each in own) or not own
    is_cited = all(each.citations for each in own) and bool(own)
    n_listed = len(listed) if is_cited else None
    return Reported(cluster, half, line, is_named, is_wrong, kinds, n_listed)


def graded(
    path: Path, sets: Mapping[str, Sequence[Item]], encoder: Encoder | None = None
) -> list[Graded]:
    """Check each graded sentence as a draft, against the articles of its cluster without its own.

    Pairs of clusters that are not in the sets are left out.
    """
    clusters = {(name, item.id): item.articles for name, items in sets.items() for item in items}
    found = []
    for pair in citations.read_pairs(path):
        articles = clusters.get((pair["set"], pair["cluster"]))
        if articles is None:
            continue
        name, start, end = pair["a"]
        sentence = next(quoted(each.text, start, end) for each in articles if each.id == name)
        others = [article for article in articles if article.id != name]
        result = check(sentence, others, encoder=encoder)
        number = _number(result, others, pair["article"])
        spans = {tuple(c["span"][1:]): c["grade"] >= SAYS_THE_SAME for c in pair["candidates"]}
        cited = [c for s in result.sentences for c in s.citations if c.place.document == number]
        best = max(cited, key=lambda each: each.confidence, default=None)
        ours = Cited(0.0, None)
        if best is not None:
            span = (best.place.start, best.place.end)
            ours = Cited(best.confidence, is_right(span, spans))
        is_same = pair["grade"] >= SAYS_THE_SAME
        cluster = f"{pair['set']}/{pair['cluster']}"
        scored = Pair(
            pair.get("half", "all"), cluster, pair.get("weight", 1.0), is_same, ours, ours, ()
        )
        kinds = {problem.kind for each in result.sentences for problem in each.problems}
        found.append(Graded(scored, "contradiction" in kinds))
    return found


def _number(result: Check, articles: Sequence[Article], name: str) -> int | None:
    """Return the number of an article in the list of a check; None if it is a copy of another."""
    sha256 = next(article.sha256 for article in articles if article.id == name)
    return next((each.number for each in result.articles if each.sha256 == sha256), None)


def rate(hits: Sequence[bool]) -> str:
    """Write how many of some are true, the share, and its exact interval."""
    if not hits:
        return "none"
    low, high = binomtest(sum(hits), len(hits)).proportion_ci(method="exact")
    return f"{sum(hits)} of {len(hits)}: {sum(hits) / len(hits):.3f} ({low:.3f} to {high:.3f})"
