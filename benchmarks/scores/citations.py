"""Are the citations right? Precision and recall on graded pairs of a sentence and an article.

A set of pairs is a JSON file: of each pair a sentence of a summary, another article of its cluster,
the grade of that article, and graded spans in it. The texts are those of the data given. Pairs are
weighted, since what is rare was drawn more often than it occurs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.errors import BenchmarkError
from benchmarks.scores.spans import is_right, overlap
from benchmarks.scores.statistics import N_RESAMPLES, SEED
from summarize import languages
from summarize.choice.disagree import disagree
from summarize.choice.same import Same, days_apart
from summarize.evidence.measure import measure
from summarize.reading.gather import canonical
from summarize.reading.read import read
from summarize.semantic.encoder import vectors
from summarize.weights import Calibration, Weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from summarize import Article
    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.semantic.encoder import Encoder

_NEEDED = itemgetter("set", "cluster", "a", "article", "grade", "candidates")
SAYS_THE_SAME = 1  # the least grade
FALSE = 2.0


class Cited(NamedTuple):
    """What a rule would quote of an article: how sure it is, and whether the quoted span is right.

    `is_right` is None if the span was not graded.
    """

    score: float
    is_right: bool | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and another article that was graded for it, and what two rules cite of it."""

    half: str
    cluster: str
    weight: float
    is_same: bool
    ours: Cited
    cosine: Cited
    features: tuple[float, ...]  # of the nearest sentence, in the order of `Calibration`


_NOTHING = Cited(0.0, None)


class Rates(NamedTuple):
    """Precision and recall by article, precision by span, and the share of quoted spans graded."""

    precision: float
    recall: float
    span: float
    graded: float


def load(
    path: Path, clusters: Mapping[str, Sequence[Article]], encoder: Encoder | None = None
) -> list[Pair]:
    """Read a set of pairs, and let the rules cite.

    Parameters
    ----------
    path
        The JSON file.
    clusters
        The articles of each cluster, by its id, or by "set/id" where two sets share an id. Pairs of
        other clusters are left out.
    encoder
        A model that helps our rule.

    Raises
    ------
    BenchmarkError
        The file is not a set of pairs, or an article or a span is not in the data.
    """
    pairs = read_pairs(path)
    try:
        by_cluster: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for pair in pairs:
            names = f"{pair['set']}/{pair['cluster']}", pair["cluster"]
            known = next((name for name in names if name in clusters), None)
            if known is not None:
                by_cluster[known].append(pair)
        return [
            found
            for known, some in by_cluster.items()
            for found in _look(some, clusters[known], encoder)
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise BenchmarkError(f"{path}: is not a set of graded pairs ({error!r})") from None


def read_pairs(path: Path) -> list[dict[str, Any]]:
    """Read graded pairs as they are in the file.

    Raises
    ------
    BenchmarkError
        It cannot be read, or is not a set of pairs.
    """
    try:
        pairs = list(json.loads(path.read_text("utf-8"))["pairs"])
        list(map(_NEEDED, pairs))
    except OSError as error:
        raise BenchmarkError(
            f"{path}: {error.strerror}; give a JSON file of graded pairs"
        ) from None
    except (ValueError, KeyError, TypeError) as error:
        raise BenchmarkError(f"{path}: is not a set of graded pairs ({error!r})") from None
    return pairs


def rates(pairs: Sequence[Pair], rule: Callable[[Pair], Cited], least: float) -> Rates:
    """Return precision and recall of what a rule cites with a score of at least `least`."""
    return Rates(*_rates(_table(pairs, rule, least), np.ones(len(pairs))))


def interval(
    pairs: Sequence[Pair], rule: Callable[[Pair], Cited], least: float
) -> tuple[Rates, Rates]:
    """Return the 95 % bootstrap interval of the rates, over clusters."""
    table = _table(pairs, rule, least)
    names = {name: index for index, name in enumerate(dict.fromkeys(p.cluster for p in pairs))}
    of_pair = np.array([names[pair.cluster] for pair in pairs])
    generator, n = np.random.default_rng(SEED), len(names)
    drawn = generator.multinomial(n, np.full(n, 1 / n), size=N_RESAMPLES)
    low, high = np.nanquantile([_rates(table, each[of_pair]) for each in drawn], [0.025, 0.975], 0)
    return Rates(*low), Rates(*high)


def least_for(pairs: Sequence[Pair], rule: Callable[[Pair], Cited], share: float) -> float:
    """Return the score from which a rule cites a share of all pairs, by weight."""
    scores, weights = np.array([(rule(pair).score, pair.weight) for pair in pairs]).T
    order = np.argsort(-scores, kind="stable")
    n = np.searchsorted(np.cumsum(weights[order]), share * weights.sum())
    return float(scores[order[min(n, len(pairs) - 1)]])


def share_cited(pairs: Sequence[Pair], rule: Callable[[Pair], Cited], least: float) -> float:
    """Return which share of the pairs, by weight, a rule cites."""
    weights = np.array([pair.weight for pair in pairs])
    return float(weights @ [rule(pair).score >= least for pair in pairs] / weights.sum())


def fit(pairs: Sequence[Pair]) -> Calibration:
    """Fit the formula of `Same` to graded pairs, by weighted logistic regression.

    A false citation counts as much as `FALSE` that are missed.
    """
    model = LogisticRegression(C=np.inf)
    model.fit(
        [pair.features for pair in pairs],
        [pair.is_same for pair in pairs],
        sample_weight=[pair.weight * (1 if pair.is_same else FALSE) for pair in pairs],
    )
    return Calibration(*map(float, (*model.intercept_, *model.coef_[0])))


def _table(
    pairs: Sequence[Pair], rule: Callable[[Pair], Cited], least: float
) -> NDArray[np.float64]:
    """Give for each pair its weight, and whether it is cited, the same, right and graded."""
    found = [(pair, rule(pair)) for pair in pairs]
    return np.array(
        [
            (
                pair.weight,
                cited.score >= least,
                pair.is_same,
                bool(cited.is_right),
                cited.is_right is not None,
            )
            for pair, cited in found
        ],
        float,
    )


def _rates(table: NDArray[np.float64], times: NDArray[np.float64]) -> tuple[float, ...]:
    weight, cited, same, right, graded = table.T
    weight = weight * times
    with np.errstate(invalid="ignore"):
        n_cited = weight @ cited
        n_right = weight @ (cited * same)
        return (
            n_right / n_cited,
            n_right / (weight @ same),
            weight @ (cited * right) / n_cited,
            weight @ (cited * graded) / n_cited,
        )


def _look(
    pairs: Sequence[dict[str, Any]], given: Sequence[Article], encoder: Encoder | None
) -> list[Pair]:
    """Let the rules cite for the pairs of one cluster.

    Nothing is cited for a sentence of an article that was set aside, or of one.
    """
    language = languages.load()
    articles, copies = canonical(given)
    evidence = measure(*read(articles, language), language, Weights())
    same = Same(evidence, language, encoder)
    index_of = {article.id: index for index, article in enumerate(articles)}
    index_of |= {article.id: index for article, index in copies}
    found = []
    for pair in pairs:
        sentences, others = (
            np.flatnonzero(evidence.document == index_of[name])
            for name in (pair["a"][0], pair["article"])
        )
        ours = cosine = _NOTHING
        features: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)
        if sentences.size and others.size:
            first = _sentence(evidence, sentences, *pair["a"][1:])
            spans = {tuple(c["span"][1:]): c["grade"] >= SAYS_THE_SAME for c in pair["candidates"]}
            cited = {match.index: match.confidence for match in same.matches(first)}
            cosines = (evidence.rows[others] @ evidence.rows[[first]].T).toarray().ravel()
            ours, cosine = (
                _cited(evidence, others, np.array(scores), spans)
                for scores in ([cited.get(other, 0.0) for other in others.tolist()], cosines)
            )
            features = _features(evidence, first, others, language, encoder)
        found.append(
            Pair(
                pair.get("half", "all"),
                f"{pair['set']}/{pair['cluster']}",
                pair.get("weight", 1.0),
                pair["grade"] >= SAYS_THE_SAME,
                ours,
                cosine,
                features,
            )
        )
    return found


def _cited(
    evidence: Evidence,
    others: NDArray[np.int64],
    scores: NDArray[np.float64],
    graded: Mapping[tuple[int, int], bool],
) -> Cited:
    """Quote the sentence with the highest score, if any has one."""
    if scores.max() <= 0:
        return _NOTHING
    quoted = evidence.sentences[int(others[scores.argmax()])]
    return Cited(float(scores.max()), is_right((quoted.start, quoted.end), graded))


def _features(
    evidence: Evidence,
    first: int,
    others: NDArray[np.int64],
    language: Language,
    encoder: Encoder | None,
) -> tuple[float, ...]:
    """Measure the most alike of some sentences, in the order of `Calibration`."""
    likeness = Same(evidence, language).likeness(first)[others]
    nearest = int(others[likeness.argmax()])
    apart = days_apart(evidence.day[[nearest]], evidence.day[first])[0]
    texts = evidence.sentences[first].text, evidence.sentences[nearest].text
    is_other = float(disagree(*texts, language))
    cosine = 0.0 if encoder is None else float(np.prod(vectors(encoder, texts), axis=0).sum())
    return float(likeness.max()), float(np.log1p(apart)), is_other, cosine


def _sentence(evidence: Evidence, own: NDArray[np.int64], start: int, end: int) -> int:
    """Find the sentence of an article, one of `own`, that shares most of a span."""
    overlaps = [overlap(evidence.sentences[index][3:5], (start, end)) for index in own.tolist()]
    if not any(overlaps):
        raise ValueError(f"no sentence at {start} to {end}")
    return int(own[np.argmax(overlaps)])
