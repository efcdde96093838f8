"""Baselines, and the oracle: what is easily done, and roughly what extraction can reach.

They get the cluster's sentences as the package cleans and splits them, the earliest article first.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import lru_cache
from itertools import chain, pairwise, zip_longest
from typing import TYPE_CHECKING

from benchmarks.data.sets import tokenizer_for
from benchmarks.scores.rouge import TOKENIZERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.data.sets import Item


@lru_cache(maxsize=4)  # the systems work on one cluster after another
def sentences(item: Item) -> tuple[tuple[str, ...], ...]:
    """Cut the cluster's articles into cleaned sentences; articles by date, then as given."""
    from summarize import languages
    from summarize.languages.identify import find
    from summarize.reading.read import read

    by_date = sorted(item.articles, key=lambda a: (a.published is None, a.published or ""))
    tongues = find(by_date)
    _, found = read(by_date, languages.load(tongues.main), tongues.each)
    texts: list[list[str]] = [[] for _ in by_date]
    for sentence in found:
        texts[sentence.document].append(sentence.text)
    return tuple(map(tuple, texts))


def fill(ranked: Iterable[tuple[int, str]], words: int) -> list[tuple[int, str]]:
    """Take sentences in the order given, passing over those that do not fit.

    >>> fill([(0, "two words"), (1, "these are four words"), (2, "one")], words=3)
    [(0, 'two words'), (2, 'one')]
    """
    taken = []
    left = words
    for position, text in ranked:
        n_words = len(text.split())
        if n_words <= left:
            taken.append((position, text))
            left -= n_words
    return taken


def lead_first(item: Item, *, words: int, seed: int) -> list[str]:
    """Take the beginning of the earliest article; if that is too short, of the next as well."""
    del seed
    return _filled(chain.from_iterable(sentences(item)), words)


def lead_round_robin(item: Item, *, words: int, seed: int) -> list[str]:
    """Take the first sentence of each article, then the second of each, and so on."""
    del seed
    turns = chain.from_iterable(zip_longest(*sentences(item)))
    return _filled((text for text in turns if text is not None), words)


def by_chance(item: Item, *, words: int, seed: int) -> list[str]:
    """Take sentences in random order."""
    texts = list(chain.from_iterable(sentences(item)))
    random.Random(seed).shuffle(texts)  # noqa: S311 - a baseline, no secret
    return _filled(texts, words)


def oracle(item: Item, *, words: int, seed: int) -> list[str]:
    """Choose with knowledge of the references: roughly what extraction can reach.

    Greedy: always the sentence that adds most ROUGE-2 recall (mean over the references) per word,
    the earlier of two equals, among those that fit, until none adds any. Bigrams across two
    sentences are ignored. O(n_picks * n_bigrams * n_references).
    """
    del seed
    tokenize = TOKENIZERS[tokenizer_for(item.references)]
    texts = list(chain.from_iterable(sentences(item)))
    costs = [len(text.split()) for text in texts]
    bigrams = [Counter(pairwise(tokenize(text))) for text in texts]
    missing = [Counter(pairwise(tokenize(reference))) for reference in item.references]
    shares = [1 / max(1, reference.total()) for reference in missing]

    def gain(index: int) -> float:
        both = [(bigrams[index] & reference).total() for reference in missing]
        return sum(n * share for n, share in zip(both, shares, strict=True)) / costs[index]

    picks: list[int] = []
    left = words
    while True:
        fitting = (i for i, cost in enumerate(costs) if cost <= left and i not in picks)
        gains = {index: gain(index) for index in fitting}
        best = max(gains, key=lambda index: gains[index], default=None)
        if best is None or gains[best] <= 0:
            return [texts[index] for index in sorted(picks)]
        missing = [reference - bigrams[best] for reference in missing]
        picks.append(best)
        left -= costs[best]


def _filled(texts: Iterable[str], words: int) -> list[str]:
    return [text for _, text in fill(enumerate(texts), words)]
