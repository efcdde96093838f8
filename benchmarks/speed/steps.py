"""Our own CPU time: split by step, and beside two floors on the same text.

Floors are less work than ours by plain means, so a ratio to them says how much ours costs whatever
the machine; it is the median over clusters and rounds in which both take turns. Quality is not
looked at.
"""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from statistics import mean, median
from time import process_time
from types import FunctionType
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from benchmarks.data.generate import read
from benchmarks.speed.children import ask, lost
from summarize import summarize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from summarize import Article

# Function of the pipeline -> the step that its time counts for.
FUNCTIONS = {
    "canonical": "gather",
    "clean": "clean",
    "split": "split",
    "judge": "judge",
    "forms": "judge",
    "tokens": "tokens",
    "embed": "embed",
    "origins": "origins",
    "weigh": "weigh",
    "rank": "rank",
    "select": "select",
    "cite": "cite",
    "alike": "cite",
    "order": "order",
    "differences": "differences",
    "headline": "headline",
    "assemble": "assemble",
}
STEPS = tuple(dict.fromkeys(FUNCTIONS.values()))

N_CLUSTERS = {10: 40, 100: 1, 2000: 1}  # articles in a cluster -> clusters that are measured
MOST_ROUNDS, FEWEST_ROUNDS, ENOUGH = 9, 3, 900  # articles in all rounds together

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_TOKEN = re.compile(r"\w+")


def rows(sample: Mapping[str, Any], n: int, seconds: float) -> Iterator[dict[str, Any]]:
    """Measure steps and floors on clusters of n consecutive articles.

    Parameters
    ----------
    sample
        As `generate.write_samples` describes it; it is cut into clusters.
    n
        Articles in a cluster.
    seconds
        On the clock, for either.

    Yields
    ------
    dict
        ``kind: step`` with the `cpu` seconds of a cluster and the `share`, and ``kind: floor``
        with what `compare` gives; what `children.lost` gives where there is none.
    """
    rounds = min(MOST_ROUNDS, max(FEWEST_ROUNDS, ENOUGH // sample["n_articles"]))
    work = {"path": sample["path"], "n": n, "n_clusters": sample["n_articles"] // n}
    shared = {"n_articles": n, "n_clusters": work["n_clusters"], "articles": sample["articles"]}
    spent, ended = ask("speed.steps.split", seconds, **work, rounds=rounds)
    for step, cpu in spent.items():
        share = cpu / sum(spent.values())
        yield {"kind": "step", "step": step, **shared, "cpu": cpu, "share": share}
    if not spent:
        yield lost(f"steps of {n} articles", ended)
    answer, ended = ask("speed.steps.compare", seconds, **work, rounds=rounds)
    for floor in answer.get("floors", []):
        yield {"kind": "floor", **shared, **floor}
    if not answer:
        yield lost(f"floors of {n} articles", ended)


def split(path: str, n: int, n_clusters: int, rounds: int) -> dict[str, float]:
    """Give what `split_time` gives, for the clusters that a file begins with, after a warm-up."""
    clusters = _clusters(read(path, n * n_clusters), n)
    split_time(clusters[:1])
    return split_time(clusters, rounds)


def split_time(clusters: Sequence[Sequence[Article]], rounds: int = 1) -> dict[str, float]:
    """Give the mean CPU seconds a cluster of each of `STEPS`, and ``"other"`` for what is left."""
    with timed() as seconds:
        totals = [cpu_of(summarize, articles)[0] for _ in range(rounds) for articles in clusters]
    by_step = {step: spent / len(totals) for step, spent in seconds.items()}
    return by_step | {"other": max(0.0, mean(totals) - sum(by_step.values()))}


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Count the CPU seconds inside each step for as long as the block runs.

    The functions are wrapped where the pipeline looks them up. What one spends in another counts
    for the other alone; what one gives to be called later counts for it when it is called.
    """
    from summarize import pipeline

    seconds = dict.fromkeys(STEPS, 0.0)
    nested: list[float] = []  # for each step that is under way, what others inside it have spent

    def wrap(step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: object, **options: object) -> object:
            nested.append(0.0)
            start = process_time()
            try:
                result = function(*args, **options)
            finally:
                spent = process_time() - start
                seconds[step] += spent - nested.pop()
                if nested:
                    nested[-1] += spent
            return wrap(step, result) if isinstance(result, FunctionType) else result

        return run

    with ExitStack() as stack:
        for name, step in FUNCTIONS.items():
            function = wrap(step, getattr(pipeline, name))
            stack.enter_context(patch.object(pipeline, name, function))
        yield seconds


def compare(path: str | Path, n: int, n_clusters: int, rounds: int) -> dict[str, Any]:
    """Measure ours and the floors in turns on the clusters that a JSONL file begins with.

    Returns
    -------
    dict
        `floors`: for each `what` it is, its `cpu` seconds a cluster, those of `ours`, and the
        `ratio` of ours to it: medians over all clusters in all rounds. Reading counts for both
        where it is part of the floor.
    """
    few = read(path, n)
    for function in (split_and_weigh, split_and_tokenise):
        function([article.text for article in few])  # late imports
    summarize(few)
    by_regex, by_punkt = [], []
    for _ in range(rounds):
        reading, articles = cpu_of(read, path, n * n_clusters)
        for cluster in _clusters(articles, n):
            texts = [article.text for article in cluster]
            regex, _ = cpu_of(split_and_tokenise, texts)
            punkt, _ = cpu_of(split_and_weigh, texts)
            ours, _ = cpu_of(summarize, cluster)
            by_regex.append((reading / n_clusters + regex, reading / n_clusters + ours))
            by_punkt.append((punkt, ours))
    floors = [
        _floor("read + regex split + regex tokens", by_regex),
        _floor("nltk Punkt + scikit-learn TF-IDF", by_punkt),
    ]
    return {"floors": floors}


def _clusters(articles: Sequence[Article], n: int) -> list[Sequence[Article]]:
    return [articles[start : start + n] for start in range(0, len(articles), n)]


def _floor(what: str, rounds: Sequence[tuple[float, float]]) -> dict[str, Any]:
    return {
        "what": what,
        "cpu": median(floor for floor, _ in rounds),
        "ours": median(ours for _, ours in rounds),
        "ratio": median(ours / floor for floor, ours in rounds),
    }


def ratio_to_floor(articles: Sequence[Article], rounds: int) -> float:
    """Give how many times as much CPU time ours takes as Punkt and TF-IDF take on the same text.

    Parameters
    ----------
    articles
        About a hundred give a steady ratio.
    rounds
        How often both are measured, in turns; the median ratio counts.
    """
    texts = [article.text for article in articles]
    summarize(articles[:3])  # late imports
    split_and_weigh(texts[:3])
    ratios = []
    for _ in range(rounds):
        floor, _ = cpu_of(split_and_weigh, texts)
        ours, _ = cpu_of(summarize, articles)
        ratios.append(ours / floor)
    return median(ratios)


def cpu_of(function: Callable[..., Any], *args: object) -> tuple[float, Any]:
    """Call a function; give the CPU seconds (user and system, all threads) and its result."""
    start = process_time()
    result = function(*args)
    return process_time() - start, result


def split_and_tokenise(texts: Sequence[str]) -> list[list[str]]:
    """Split at every terminator before white space, and each sentence into runs of letters."""
    sentences = (sentence for text in texts for sentence in _SENTENCE_END.split(text))
    return [_TOKEN.findall(sentence) for sentence in sentences]


def split_and_weigh(texts: Sequence[str]) -> object:
    """Split with nltk's untrained Punkt, a paragraph at a time; weigh uni- and bigrams."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer
    from sklearn.feature_extraction.text import TfidfVectorizer

    tokenise = PunktSentenceTokenizer().tokenize
    paragraphs = (line for text in texts for line in text.splitlines() if line.strip())
    sentences = [sentence for paragraph in paragraphs for sentence in tokenise(paragraph)]
    return TfidfVectorizer(ngram_range=(1, 2)).fit_transform(sentences)
