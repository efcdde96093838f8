"""Which sentence is taken instead of the best one, since it says the same and more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summarize.choice.same import days_apart, repeats

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.choice.gate import Gate
    from summarize.choice.select.again import Told
    from summarize.choice.select.candidates import Candidates
    from summarize.choice.select.said import Said
    from summarize.evidence.measure import Evidence
    from summarize.weights import Weights

# Chosen at no loss of ROUGE-2: a longer or less relevant sentence has more beside the point.
LONGEST = 2  # times the cost of what it replaces
LEAST_RELEVANT = 0.7  # share of its relevance


class Fuller(NamedTuple):
    """What is asked about the n sentences to find a fuller one than the best."""

    evidence: Evidence
    weights: Weights
    costs: NDArray[np.int64]
    candidates: Candidates
    gate: Gate
    told: Told
    said: Said

    def instead_of(
        self, best: int, relevance: NDArray[np.float64], gain: NDArray[np.float64]
    ) -> int:
        """Return the fuller sentence that replaces the best one; `best` itself if there is none.

        It `repeats` the best one and may be chosen; it has the figures and names of the best and
        a new one besides (`Told.is_fuller`); and it says as much that is unsaid, at no more than
        `LONGEST` times the cost and no less than `LEAST_RELEVANT` of the relevance. Of several, it
        is the one that says most. The first sentence of an article is never replaced: it is chosen
        for how it opens. The gain of what is replaced becomes -inf.
        """
        if self.evidence.position[best] == 0:
            return best
        unsaid = self.said.unsaid()
        may_be = np.isfinite(gain) & (self.costs <= LONGEST * self.costs[best])
        may_be &= (unsaid >= unsaid[best]) & (relevance >= LEAST_RELEVANT * relevance[best])
        compared = self.said.compare(self.evidence.rows[[best]])
        near = repeating(best, *compared, may_be, self.evidence, self.weights)
        for index in near[np.argsort(-unsaid[near], kind="stable")].tolist():
            if self.told.is_fuller(index, best) and self._may_be_chosen(index, gain):
                gain[best] = -np.inf
                return index
        return best

    def _may_be_chosen(self, index: int, gain: NDArray[np.float64]) -> bool:
        """Return whether a sentence is accepted, and tells nothing again and nothing too early."""
        if not self.candidates.is_free(index, gain) or not self.gate.accepts(index):
            return False
        citations = self.gate.citations[index]
        return not (self.told.repeat(index, citations) or self.told.is_overtaken(index, citations))


def repeating(
    pick: int,
    cosine: NDArray[np.float64],
    shared: NDArray[np.float64],
    is_open: NDArray[np.bool_],
    evidence: Evidence,
    weights: Weights,
) -> NDArray[np.int64]:
    """Find the open sentences that only repeat a pick, given their cosines to it."""
    may_be = is_open & ((cosine >= weights.same) | (shared >= weights.same_news))  # quick
    near = np.flatnonzero(may_be)
    apart = days_apart(evidence.day[near], evidence.day[pick])
    is_other = evidence.document[near] != evidence.document[pick]
    return near[repeats(cosine[near], shared[near], apart, is_other, weights)]
