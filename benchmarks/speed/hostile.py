"""Inputs that no newspaper would send: how our time grows with them.

Each is measured at n and at 4 n, in separate processes; the exponent between the two is 1 if the
work grows with the input, and 2 if it grows with its square. The summaries are ignored.
"""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any

from benchmarks.data.generate import generate
from benchmarks.speed.limits import measured_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks import Row

TIMES = 4  # the larger of two sizes is so many times the smaller
SECONDS = 120.0  # CPU, an input

# What one article repeats -> the text, and the smaller n.
REPEATED = {
    "letters without a break": ("a", 1_000_000),
    "one word": ("word ", 1_000_000),
    "short sentences": ("A. ", 300_000),
    "quotation marks": ('"', 1_000_000),
    "names joined by slashes": ("Chengang/Barroso ", 25_000),
    "Markdown that is never closed": ("[a](b/ **c _d [[e ", 50_000),
}
# What it is, as `build` understands it -> the smaller n.
SIZES = {what: n for what, (_, n) in REPEATED.items()} | {
    "copies of one article": 12_500,
    "articles of one sentence": 20_000,
    "characters of one article": 3_000_000,
    "characters of sentences, each a word longer": 500_000,
    "half of one article": 500_000,
    "page of half of one article": 1_000_000,
}
# Options other than the usual ones.
OPTIONS: dict[str, dict[str, Any]] = {
    "characters of sentences, each a word longer": {"rank": "textrank"},
    "half of one article": {"percent": 50},
    "page of half of one article": {"percent": 50},
}


def rows(patience: float, memory: int, seed: int) -> Iterator[Row]:
    """Measure all of `SIZES`, each with `patience` seconds beyond its CPU time, and so many MB.

    Yields
    ------
    dict
        ``kind: hostile``; `what`, `status`, `error`; `n` and `cpu`, `n_large` and `cpu_large`
        seconds, the `exponent` of growth between them, and `peak_mb` of the larger.
    """
    for what, n in SIZES.items():
        row: Row = {"kind": "hostile", "what": what, "n": n, "n_large": TIMES * n}
        row |= {"cpu": None, "cpu_large": None, "exponent": None}
        for key, size in (("cpu", n), ("cpu_large", TIMES * n)):
            work = partial(prepare, what, size, seed)
            found = measured_by(work, patience + SECONDS, seconds=SECONDS, memory=memory)
            row |= {name: found[name] for name in ("status", "error", "peak_mb")}
            row[key] = found["cpu"]
            if row["status"] != "ok":
                break
        if row["cpu"] and row["cpu_large"]:
            row["exponent"] = math.log(row["cpu_large"] / row["cpu"], TIMES)
        yield row


def prepare(what: str, n: int, seed: int) -> Callable[[], object]:
    """Prepare our whole pipeline for one of the inputs."""
    from summarize import summarize

    options = OPTIONS.get(what, {})
    first = summarize(["The mayor spoke. The council voted on Monday."] * 3, **options)
    first.to_html()  # late imports
    if what.startswith("page"):
        return summarize(build(what, n, seed), **options).to_html
    return partial(summarize, build(what, n, seed), **options)


def build(what: str, n: int, seed: int = 0) -> list[str]:
    """Build the articles of one input.

    >>> build("short sentences", 3), build("articles of one sentence", 2)
    (['A. A. A. '], ['Village 0 voted on Monday.', 'Village 1 voted on Monday.'])
    """
    if what == "names joined by slashes":
        return [REPEATED[what][0].replace("e", letter) * n + "met." for letter in "ea"]
    if what in REPEATED:
        return [REPEATED[what][0] * n]
    if what == "characters of sentences, each a word longer":
        longest = round((n / 4) ** 0.5)  # the words of all sentences are half of its square
        lines = (" ".join(f"word{word}" for word in range(most)) for most in range(6, longest))
        return [" ".join(f"The {line} end." for line in lines)]
    if what == "articles of one sentence":
        return [f"Village {number} voted on Monday." for number in range(n)]
    if what == "copies of one article":
        return [next(generate(seed))] * n
    texts: list[str] = []
    articles = generate(seed)
    while sum(map(len, texts)) < n:
        texts.append(next(articles))
    return ["\n".join(texts)[:n]]
