"""Many small clusters one after another: how many per second, and what a second process adds.

Workers are started and warm before the clock starts. Time on the clock is measured, since workers
are meant to reduce it; because other work on the machine affects it, the same workers also run a
loop that only counts and shares nothing. Quality is not measured.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from itertools import islice
from multiprocessing import get_context
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.data.generate import generate
from benchmarks.speed.processes import Lost, ask, lost
from summarize import Article, Cluster, Summarizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor
    from threading import Barrier

    from benchmarks import Row

WORKERS = (0, 1, 2)  # 0: the plain loop
N_CLUSTERS, SIZE, ROUNDS = 400, 10, 3
WARM_UP = 5  # clusters
COUNT, PARTS = 1_000_000, 64
PATIENCE = 60  # seconds on the clock, for workers to start


def rows(seconds: float, seed: int) -> Iterator[Row]:
    """Measure the plain loop and each number of workers.

    Yields
    ------
    dict
        ``kind: many``; `workers`, `n_clusters`, `n_articles` of each, and what `summed_up` returns.
    """
    work = {"n_clusters": N_CLUSTERS, "size": SIZE, "rounds": ROUNDS, "seed": seed}
    answer = ask(measure, seconds, workers=WORKERS, count=COUNT, **work)
    if isinstance(answer, Lost):
        yield lost("many clusters", answer)
        return
    size = {"n_clusters": N_CLUSTERS, "n_articles": SIZE}
    for workers, found in zip(WORKERS, answer, strict=True):
        yield {"kind": "many", "workers": workers, **size, **found}


def measure(
    n_clusters: int, size: int, rounds: int, seed: int, workers: Sequence[int], count: int
) -> list[dict[str, float]]:
    """Let the plain loop and the pools take turns on the same generated clusters."""
    clusters = clusters_of(size, n_clusters + WARM_UP, seed)
    warm_up, clusters = clusters[:WARM_UP], clusters[WARM_UP:]
    _summarise(warm_up, None)
    with ExitStack() as stack:
        pools = [stack.enter_context(_pool(n, warm_up)) if n else None for n in workers]
        seconds, counting = [], []
        for _ in range(rounds):
            seconds.append([_summarise(clusters, pool) for pool in pools])
            counting.append([_count(count, pool) for pool in pools])
    return summed_up(seconds, counting, n_clusters, one=workers.index(1))


def summed_up(
    seconds: Sequence[Sequence[float]],
    counting: Sequence[Sequence[float]],
    n_clusters: int,
    one: int,
) -> list[dict[str, float]]:
    """Return what each number of workers did, as medians over the rounds.

    Parameters
    ----------
    seconds, counting
        For each round, the seconds of each number of workers, for `n_clusters` and for counting.
    one
        The index of one worker among the numbers of workers.

    Returns
    -------
    list of dict
        `clusters_s`, clusters per second; `ratio` of that to one worker's; and the same ratio for
        `counting`, the most that the machine allows for workers that share nothing.

    >>> summed_up([[2.0, 1.0], [2.0, 0.5]], [[3.0, 1.5], [3.0, 1.5]], n_clusters=8, one=0)[1]
    {'clusters_s': 12.0, 'ratio': 3.0, 'counting': 2.0}
    """
    return [
        {
            "clusters_s": median(n_clusters / line[column] for line in seconds),
            "ratio": median(line[one] / line[column] for line in seconds),
            "counting": median(line[one] / line[column] for line in counting),
        }
        for column in range(len(seconds[0]))
    ]


def clusters_of(size: int, n: int, seed: int) -> list[Cluster]:
    """Make n clusters of generated articles, no two with the same articles."""
    texts = generate(seed)
    return [Cluster(tuple(map(Article, islice(texts, size)))) for _ in range(n)]


def _pool(n: int, warm_up: Sequence[Cluster]) -> ProcessPoolExecutor:
    """Start n workers and wait until each of them has summarised the warm-up clusters."""
    context = get_context("spawn")  # a worker inherits nothing, on any system
    pool = ProcessPoolExecutor(n, context, _warm_up, (tuple(warm_up), context.Barrier(n)))
    for ready in [pool.submit(os.getpid) for _ in range(n)]:
        ready.result()
    return pool


def _warm_up(clusters: Sequence[Cluster], everyone: Barrier) -> None:
    _summarise(clusters, None)
    everyone.wait(PATIENCE)


def _summarise(clusters: Sequence[Cluster], pool: Executor | None) -> float:
    """Return the seconds on the clock that the clusters take."""
    start = perf_counter()
    deque(Summarizer().summarize_many(clusters, executor=pool), maxlen=0)
    return perf_counter() - start


def _count(count: int, pool: Executor | None) -> float:
    """Return the seconds that counting takes, in many small parts that share nothing."""
    start = perf_counter()
    deque((map if pool is None else pool.map)(sum, [range(count)] * PARTS), maxlen=0)
    return perf_counter() - start
