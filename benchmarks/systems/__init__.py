"""All systems that can be measured: ours, baselines, the oracle and the peers.

`summarize` and its variants get the raw articles through the public door of the package. All
others get the same cleaned sentences (the package's clean and split), articles by date and then
as given. Each fills the budget by one rule: in its own order, a sentence that does not fit is
passed over and shorter ones are still tried, so every summary is of whole sentences.
"""

from __future__ import annotations

import random
from functools import lru_cache, partial
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Protocol

from benchmarks.data.sets import tokenizer_for
from benchmarks.scores.rouge import TOKENIZERS, ngrams
from benchmarks.systems import peers

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Sequence

    from benchmarks.data.sets import Item


class System(Protocol):
    """Something that summarises: a cluster and a budget in, sentences in reading order out."""

    def __call__(self, item: Item, *, words: int, seed: int) -> list[str]:
        """Summarise in at most so many words; chance, if any, comes from the seed."""


@lru_cache(maxsize=4)  # the systems work on one cluster after another
def sentences(item: Item) -> tuple[tuple[str, ...], ...]:
    """Cut the cluster's articles into cleaned sentences; the earliest article first."""
    from summarize import languages
    from summarize.reading.clean import clean
    from summarize.reading.split import split

    by_date = sorted(item.articles, key=lambda a: (a.published is None, a.published or ""))
    return tuple(
        tuple(sentence.text for sentence in split(clean(article), index, languages.load()))
        for index, article in enumerate(by_date)
    )


def fill(ranked: Iterable[tuple[int, str]], words: int) -> list[tuple[int, str]]:
    """Take sentences in the order given, passing over those that do not fit.

    >>> fill([(0, "two words"), (1, "these are four words"), (2, "one")], words=3)
    [(0, 'two words'), (2, 'one')]
    """
    taken = []
    left = words
    for place, text in ranked:
        n_words = len(text.split())
        if n_words <= left:
            taken.append((place, text))
            left -= n_words
    return taken


def ours(
    item: Item, *, words: int, seed: int, rank: str = "corroboration", use_query: bool = False
) -> list[str]:
    """Summarise with the package itself, from the raw articles.

    Raises
    ------
    LookupError
        The query is wanted and the cluster has none.
    """
    from summarize import Summarizer

    del seed  # no chance in it
    if use_query and not item.query:
        raise LookupError("the cluster has no query")
    focus = item.query if use_query else None
    summary = Summarizer(words=words, rank=rank).summarize(item.articles, focus=focus)
    return [sentence.text for sentence in summary.sentences]


def lead_first(item: Item, *, words: int, seed: int) -> list[str]:
    """Take the beginning of the earliest article; of the next where that is too short."""
    del seed
    return _texts(fill(enumerate(chain.from_iterable(sentences(item))), words))


def lead_round_robin(item: Item, *, words: int, seed: int) -> list[str]:
    """Take the first sentence of each article, then the second of each, and so on."""
    del seed
    turns = chain.from_iterable(zip_longest(*sentences(item)))
    return _texts(fill(enumerate(text for text in turns if text is not None), words))


def by_chance(item: Item, *, words: int, seed: int) -> list[str]:
    """Take sentences in random order."""
    texts = list(chain.from_iterable(sentences(item)))
    random.Random(seed).shuffle(texts)  # noqa: S311 - a baseline, no secret
    return _texts(fill(enumerate(texts), words))


def oracle(item: Item, *, words: int, seed: int) -> list[str]:
    """Choose with the references in view: what extraction can about reach, not a fair system.

    Greedy: always the sentence that adds most ROUGE-2 recall (mean over the references) a word,
    the earlier of two equals, among those that fit, until none adds any. Bigrams across two
    sentences are left out of account. O(n_picks * n_bigrams * n_references).
    """
    del seed
    tokenize = TOKENIZERS[tokenizer_for(item.references)]
    texts = list(chain.from_iterable(sentences(item)))
    costs = [len(text.split()) for text in texts]
    bigrams = [ngrams(tokenize(text), 2) for text in texts]
    missing = [ngrams(tokenize(reference), 2) for reference in item.references]
    shares = [1 / max(1, reference.total()) for reference in missing]
    picks: list[int] = []
    left = words
    while True:
        gains = {
            index: _gain(bigrams[index], missing, shares) / cost
            for index, cost in enumerate(costs)
            if cost <= left and index not in picks
        }
        best = max(gains, key=lambda index: gains[index], default=None)
        if best is None or gains[best] <= 0:
            return [texts[index] for index in sorted(picks)]
        missing = [reference - bigrams[best] for reference in missing]
        picks.append(best)
        left -= costs[best]


def peer(
    item: Item,
    *,
    words: int,
    seed: int,
    rank: Callable[[Sequence[Sequence[str]], str], peers.Ranked],
) -> list[str]:
    """Fill the budget by a peer's ranking; the sentences stand in the order of the articles."""
    del seed
    return _texts(sorted(fill(rank(sentences(item), item.lang), words)))


def _gain(
    bigrams: Counter[tuple[str, ...]],
    missing: list[Counter[tuple[str, ...]]],
    shares: list[float],
) -> float:
    return sum(
        share * sum(min(n, reference[gram]) for gram, n in bigrams.items() if gram in reference)
        for reference, share in zip(missing, shares, strict=True)
    )


def _texts(placed: Iterable[tuple[int, str]]) -> list[str]:
    return [text for _, text in placed]


SYSTEMS: dict[str, System] = {
    "summarize": ours,
    **{
        f"summarize:{rank}": partial(ours, rank=rank)
        for rank in ("centroid", "lexrank", "textrank", "lead")
    },
    "summarize:focus": partial(ours, use_query=True),
    "lead-first": lead_first,
    "lead-round-robin": lead_round_robin,
    "random": by_chance,
    "oracle": oracle,
    **{
        f"sumy:{method}": partial(peer, rank=partial(peers.rank_with_sumy, method=method))
        for method in peers.SUMY
    },
    "lexrank": partial(peer, rank=peers.rank_with_lexrank),
    "summa": partial(peer, rank=peers.rank_with_summa),
}

# Not run unless asked for: it answers another question than the others.
NEED_A_QUERY = ON_REQUEST = {"summarize:focus"}

# System -> the package of the extra `peers` that it cannot do without.
PACKAGES = {
    name: name.partition(":")[0]
    for name in SYSTEMS
    if name.partition(":")[0] in {"sumy", "lexrank", "summa"}
}
