"""All systems that can be measured: ours, baselines, the oracle and the peers.

`summarize` and its variants get the raw articles through the public API of the package. All
others get the same cleaned sentences (see `baselines.sentences`). Each fills the budget by one
rule: in its own order, a sentence that does not fit is passed over and shorter ones are still
tried, so every summary consists of whole sentences.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from benchmarks.systems import baselines, peers

if TYPE_CHECKING:
    from benchmarks.data.sets import Item


class System(Protocol):
    """Something that summarises: a cluster and a budget in, sentences in reading order out."""

    def __call__(self, item: Item, *, words: int, seed: int) -> list[str]:
        """Summarise in at most so many words; randomness, if any, comes from the seed."""


def ours(
    item: Item, *, words: int, seed: int, rank: str = "corroboration", use_query: bool = False
) -> list[str]:
    """Summarise with the package itself, from the raw articles.

    Raises
    ------
    LookupError
        The query is needed and the cluster has none.
    """
    from summarize import Summarizer

    del seed  # no chance in it
    if use_query and not item.query:
        raise LookupError("the cluster has no query")
    focus = item.query if use_query else None
    summary = Summarizer(words=words, rank=rank).summarize(item.articles, focus=focus)
    return [sentence.text for sentence in summary.sentences]


def not_installed(system: str) -> str:
    """Return what is missing for a peer, and what to do."""
    return f"{PACKAGES[system]} is not installed: pip install 'summarize[peers]'"


SYSTEMS: dict[str, System] = {
    "summarize": ours,
    **{
        f"summarize:{rank}": partial(ours, rank=rank)
        for rank in ("centroid", "lexrank", "textrank", "lead")
    },
    "summarize:focus": partial(ours, use_query=True),
    "lead-first": baselines.lead_first,
    "lead-round-robin": baselines.lead_round_robin,
    "random": baselines.by_chance,
    "oracle": baselines.oracle,
    **{
        f"sumy:{method}": partial(peers.fill_by, partial(peers.rank_with_sumy, method=method))
        for method in peers.SUMY
    },
    "lexrank": partial(peers.fill_by, peers.rank_with_lexrank),
    "summa": partial(peers.fill_by, peers.rank_with_summa),
}

# Run only on request: it answers a different question from the others.
NEED_A_QUERY = ON_REQUEST = {"summarize:focus"}

# System -> the package of the extra `peers` that it needs.
PACKAGES = {
    name: name.partition(":")[0]
    for name in SYSTEMS
    if name.partition(":")[0] in {"sumy", "lexrank", "summa"}
}
