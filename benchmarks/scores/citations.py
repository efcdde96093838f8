"""Are the citations right? Precision and recall on graded pairs.

`citations.json` contains pairs of sentences that were graded by reading, half of them for choosing
thresholds and half for testing. The clusters are those of `seeds/` and, if SUMMARIZE_DATA names
their folder, of MultiLing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.data.sets import ROOT, english_sets, read, seed_articles
from summarize import languages
from summarize.choice.same import CITED, days_apart, disagree, least_cosine
from summarize.evidence.embed import embed
from summarize.evidence.measure import measure as measure_sentences
from summarize.evidence.tokens import tokens
from summarize.reading.read import read as read_articles
from summarize.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarize import Article

PAIRS = ROOT / "benchmarks" / "citations.json"
SAYS_THE_SAME = 1  # the least grade


@dataclass(frozen=True, slots=True)
class Pair:
    """A graded pair, and the score that each of the two rules gives it.

    `cosine` is that of TF-IDF rows; `margin` is how far the cosine that `cite` uses is above its
    threshold, and lower than any other if the two disagree.
    """

    cluster: str
    half: str
    is_same: bool
    cosine: float
    margin: float


def load(path: Path = PAIRS) -> list[Pair]:
    """Read the pairs whose clusters are available."""
    listed: dict[str, list[dict[str, Any]]] = {}
    for pair in json.loads(path.read_text("utf-8"))["pairs"]:
        listed.setdefault(pair["cluster"], []).append(pair)
    return [
        pair
        for cluster, articles in _clusters(set(listed)).items()
        for pair in _look(cluster, articles, listed[cluster])
    ]


def measure(pairs: Sequence[Pair], by: str, least: float) -> tuple[float, float, int]:
    """Return precision, recall and the number of pairs that count as citations."""
    cited = [pair for pair in pairs if getattr(pair, by) >= least]
    n_right = sum(pair.is_same for pair in cited)
    n_same = sum(pair.is_same for pair in pairs)
    return n_right / max(1, len(cited)), n_right / max(1, n_same), len(cited)


def superpal(path: Path) -> float:
    """Return the share of aligned sentences (SuperPAL, Ernst et al. 2021) that would be cited.

    The alignments contain only pairs that say the same, so there is no precision.
    """
    pairs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = [pair[f"{side}_sentence"] for pair in pairs for side in ("summary", "document")]
    language = languages.load()
    claims = embed(tokens(texts, language), len(texts), language).claims
    cosines = claims[::2].multiply(claims[1::2]).sum(axis=1)
    cited = [
        cosine >= CITED and not disagree(first, second, language)
        for cosine, first, second in zip(cosines, texts[::2], texts[1::2], strict=True)
    ]
    return float(np.mean(cited))


def _clusters(names: set[str]) -> dict[str, list[Article]]:
    """Read the articles of the clusters that are available."""
    items = [item for path in english_sets() for item in read(path)]
    found = {item.id: list(item.articles) for item in items if item.id in names}
    return {"seeds": seed_articles()} | found


def _look(cluster: str, articles: list[Article], pairs: list[dict[str, Any]]) -> list[Pair]:
    """Score each pair of a cluster as `cite` does."""
    language = languages.load()
    documents, sentences = read_articles(articles, language)
    evidence = measure_sentences(documents, sentences, language, Weights())
    at = {(articles[s.document].id, s.start, s.end): i for i, s in enumerate(sentences)}
    found = []
    for pair in pairs:
        first, second = at[tuple(pair["a"])], at[tuple(pair["b"])]
        texts = sentences[first].text, sentences[second].text
        cosine, claimed = (
            float((rows[[first]] @ rows[[second]].T).sum())
            for rows in (evidence.rows, evidence.claims)
        )
        least = least_cosine(days_apart(evidence.day[[second]], evidence.day[first]))[0]
        margin = -1.0 if disagree(*texts, language) else claimed - float(least)
        is_same = pair["grade"] >= SAYS_THE_SAME
        found.append(Pair(cluster, pair["half"], is_same, cosine, margin))
    return found
