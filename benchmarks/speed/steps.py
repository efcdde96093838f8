"""Our own CPU time: by step, and compared with two floors on the same text.

Floors do less work than ours, by simple means, so the ratio to them says how much ours costs on any
machine; it is the median over clusters and rounds in which both take turns. Quality is not
measured.
"""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib import import_module
from statistics import median
from time import process_time
from types import FunctionType
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from benchmarks.data.generate import read
from benchmarks.speed.processes import Lost, ask, lost
from summarize import summarize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from benchmarks import Row
    from summarize import Article

# Modules that call the steps.
CALLERS = (
    "summarize.pipeline",
    "summarize.reading.read",
    "summarize.evidence.measure",
    "summarize.choice.gate",
)

N_CLUSTERS = {10: 40, 100: 1, 2000: 1}  # articles in a cluster -> clusters that are measured
MOST_ROUNDS, FEWEST_ROUNDS, ENOUGH = 9, 3, 900  # articles in all rounds together

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_TOKEN = re.compile(r"\w+")


def rows(sample: Mapping[str, Any], n: int, seconds: float) -> Iterator[Row]:
    """Measure steps and floors on clusters of n consecutive articles.

    The sample is as `generate.write_samples` describes it; either has so many seconds on the clock.

    Yields
    ------
    dict
        ``kind: step`` with the `cpu` seconds of a cluster and the `share`, and ``kind: floor``
        with what `floors` returns; what `lost` returns where there is none.
    """
    rounds = min(MOST_ROUNDS, max(FEWEST_ROUNDS, ENOUGH // sample["n_articles"]))
    n_clusters = sample["n_articles"] // n
    work = {"path": sample["path"], "n": n, "n_clusters": n_clusters, "rounds": rounds}
    shared = {"n_articles": n, "n_clusters": n_clusters, "articles": sample["articles"]}
    for kind, function in (("step", split_time), ("floor", floors)):
        answer = ask(function, seconds, **work)
        if isinstance(answer, Lost):
            yield lost(f"{kind}s of {n} articles", answer)
        else:
            yield from ({"kind": kind, **shared, **found} for found in answer)


def split_time(path: str, n: int, n_clusters: int, rounds: int) -> list[Row]:
    """Return the mean `cpu` seconds per cluster of each `step`, and its `share`.

    The first clusters of a file are measured, after a warm-up. ``"other"`` is the rest.
    """
    clusters = _clusters(path, n, n_clusters)
    summarize(clusters[0])
    with timed() as seconds:
        totals = in_turns(clusters, rounds, summarize)
    total = sum(cpu for (cpu,) in totals)
    seconds["other"] = max(0.0, total - sum(seconds.values()))
    return [
        {"step": step, "cpu": spent / len(totals), "share": spent / total}
        for step, spent in seconds.items()
    ]


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Count the CPU seconds inside each step while the block runs.

    A step is named after the module of its functions, which are wrapped where `CALLERS` look them
    up. Time that one spends in another counts for the other alone; a function that one returns
    counts for it when it is called.
    """
    seconds: dict[str, float] = {}
    nested: list[float] = []  # for each step that is under way, what others inside it have spent

    def wrap(step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: object, **options: object) -> object:
            seconds.setdefault(step, 0.0)
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
        for caller in map(import_module, CALLERS):
            for name, function in list(vars(caller).items()):
                home = getattr(function, "__module__", "")
                is_step = isinstance(function, FunctionType) and home != caller.__name__
                if is_step and home.count(".") > 1:  # of a stage, not of the nouns
                    step = home.rpartition(".")[2]
                    stack.enter_context(patch.object(caller, name, wrap(step, function)))
        yield seconds


def floors(path: str, n: int, n_clusters: int, rounds: int) -> list[Row]:
    """Measure ours and the floors in turns on the first clusters of a JSONL file.

    Returns
    -------
    list of dict
        For each floor `what` it is, its `cpu` seconds per cluster, those of `ours`, and the `ratio`
        of ours to it: medians over all clusters in all rounds. Reading counts for both if it is
        part of the floor.
    """
    clusters = _clusters(path, n, n_clusters)
    functions = split_and_tokenise, split_and_weigh, summarize
    in_turns(clusters[:1], 1, *functions)  # late imports
    reading = median(
        cpu / n_clusters for (cpu,) in in_turns([n * n_clusters], rounds, partial(read, path))
    )
    found = in_turns(clusters, rounds, *functions)
    pairs = {
        "read + regex split + regex tokens": [(reading + a, reading + b) for a, _, b in found],
        "nltk Punkt + scikit-learn TF-IDF": [(a, b) for _, a, b in found],
    }
    return [
        {
            "what": what,
            "cpu": median(floor for floor, _ in pairs),
            "ours": median(ours for _, ours in pairs),
            "ratio": median_ratio(pairs),
        }
        for what, pairs in pairs.items()
    ]


def ratio_to_floor(articles: Sequence[Article], rounds: int) -> float:
    """Return how many times as much CPU time ours takes as Punkt and TF-IDF on the same text.

    About a hundred articles give a steady ratio. It is the median over the rounds.
    """
    functions = split_and_weigh, summarize
    in_turns([articles[:3]], 1, *functions)  # late imports
    return median_ratio(in_turns([articles], rounds, *functions))


def median_ratio(pairs: Sequence[tuple[float, ...]]) -> float:
    """Return the median of the ratios, which is not the ratio of the medians.

    >>> median_ratio([(1.0, 2.0), (10.0, 30.0), (2.0, 16.0)])
    3.0
    """
    return median(ours / floor for floor, ours in pairs)


def in_turns(
    arguments: Sequence[Any], rounds: int, *functions: Callable[[Any], object]
) -> list[tuple[float, ...]]:
    """Call the functions in turns; return their CPU seconds (user and system, all threads).

    Returns
    -------
    list of tuple
        For each argument in each round, the seconds of each function.
    """

    def seconds(function: Callable[[Any], object], argument: object) -> float:
        start = process_time()
        function(argument)
        return process_time() - start

    return [
        tuple(seconds(function, argument) for function in functions)
        for _ in range(rounds)
        for argument in arguments
    ]


def split_and_tokenise(articles: Sequence[Article]) -> list[list[str]]:
    """Split at every terminator before white space, and each sentence into runs of letters."""
    sentences = (part for article in articles for part in _SENTENCE_END.split(article.text))
    return [_TOKEN.findall(sentence) for sentence in sentences]


def split_and_weigh(articles: Sequence[Article]) -> object:
    """Split with nltk's untrained Punkt, a paragraph at a time; weigh uni- and bigrams."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer
    from sklearn.feature_extraction.text import TfidfVectorizer

    tokenise = PunktSentenceTokenizer().tokenize
    paragraphs = (line for a in articles for line in a.text.splitlines() if line.strip())
    sentences = [sentence for paragraph in paragraphs for sentence in tokenise(paragraph)]
    return TfidfVectorizer(ngram_range=(1, 2)).fit_transform(sentences)


def _clusters(path: str, n: int, n_clusters: int) -> list[list[Article]]:
    articles = read(path, n * n_clusters)
    return [articles[start : start + n] for start in range(0, len(articles), n)]
