"""Our own CPU time: split by step, and beside two floors on the same text.

Floors are less work than ours by plain means, so a ratio to them says how much ours costs whatever
the machine; it is the median over rounds in which both take turns. Quality is not looked at.
"""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from importlib import import_module
from statistics import mean, median
from time import process_time
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from benchmarks.generate import read
from summarize import summarize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from summarize import Article

STEPS = (
    "clean",
    "split",
    "judge",
    "tokens",
    "embed",
    "origins",
    "weigh",
    "rank",
    "select",
    "cite",
    "order",
    "differences",
    "headline",
    "assemble",
)

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_TOKEN = re.compile(r"\w+")


def split_time(articles: Sequence[Article], rounds: int = 1) -> dict[str, float]:
    """Give the mean CPU seconds that each of `STEPS` takes, and ``"other"`` for what is left."""
    with timed() as seconds:
        totals = [cpu_of(summarize, articles)[0] for _ in range(rounds)]
    by_step = {step: spent / rounds for step, spent in seconds.items()}
    return by_step | {"other": max(0.0, mean(totals) - sum(by_step.values()))}


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Count the CPU seconds inside each step for as long as the block runs.

    The pipeline looks its steps up when it runs, each in the module of its name; that is where
    they are wrapped.
    """
    seconds = dict.fromkeys(STEPS, 0.0)

    def wrap(step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: object, **options: object) -> object:
            start = process_time()
            try:
                return function(*args, **options)
            finally:
                seconds[step] += process_time() - start

        return run

    with ExitStack() as stack:
        for step in STEPS:
            module = import_module(f"summarize.{step}")
            stack.enter_context(patch.object(module, step, wrap(step, getattr(module, step))))
        yield seconds


def compare(path: str | Path, n: int, rounds: int) -> list[dict[str, Any]]:
    """Measure ours and the floors in turns on the first n articles of a JSONL file.

    Returns
    -------
    list of dict
        For each floor `what` it is, its `cpu` seconds, those of `ours`, and the `ratio` of ours
        to it: medians over the rounds. Reading counts for both where it is part of the floor.
    """
    summarize(read(path, 3))  # late imports
    by_regex, by_punkt = [], []
    for _ in range(rounds):
        reading, articles = cpu_of(read, path, n)
        texts = [article.text for article in articles]
        regex, _ = cpu_of(split_and_tokenise, texts)
        punkt, _ = cpu_of(split_and_weigh, texts)
        ours, _ = cpu_of(summarize, articles)
        by_regex.append((reading + regex, reading + ours))
        by_punkt.append((punkt, ours))
    return [
        _floor("read + regex split + regex tokens", by_regex),
        _floor("nltk Punkt + scikit-learn TF-IDF", by_punkt),
    ]


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
