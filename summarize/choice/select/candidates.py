"""Which sentence may be chosen next, and why the others may not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from summarize.choice.gate import ALREADY_READ
from summarize.model import Fate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.choice.gate import Gate

PATIENCE = 500  # sentences that may be refused in a row

OPEN, REFUSED = -1, -2  # in place of the index of a pick that says the same


class Candidates:
    """The n sentences that may be chosen next; the gate is asked only about possible best ones.

    `is_open` marks those that are not out yet; `closed_by` has the pick that each other repeats.
    """

    def __init__(self, n: int, gate: Gate) -> None:
        self.is_open = np.ones(n, np.bool_)
        self.closed_by = np.full(n, OPEN)
        self.fits = np.ones(n, np.bool_)  # in what is left of the budget at the end
        self.is_chosen = np.append(np.zeros(n, np.bool_), True)  # the last for a need of -1
        self._needs = np.full(n, -1)
        self._is_over = False
        self._is_judged = np.zeros(n, np.bool_)
        self._n_judged = 0
        self._known = set(gate.known)  # words that the headline and the picks have said
        self._n_unknown = np.zeros(n, np.int64)  # how many more words a sentence takes as known
        self._waiting: defaultdict[str, list[int]] = defaultdict(list)  # which wait for a word
        self._gate = gate

    def are_free(self) -> NDArray[np.bool_]:
        """Find which are open and, as far as is known, wait for nothing that is not chosen."""
        return self.is_open & self.is_chosen[self._needs] & (self._n_unknown == 0)

    def choose(self, index: int) -> None:
        """Choose a sentence: those that wait for it are free, and it cannot be chosen again."""
        self.is_chosen[index], self.is_open[index] = True, False
        self._known |= self._gate.tells(index)
        for word in self._known & self._waiting.keys():
            self._n_unknown[self._waiting.pop(word)] -= 1

    def free_all(self) -> bool:
        """Let the sentences be chosen that wait for words; return whether there were any."""
        were_waiting = bool(self._n_unknown.any())
        self._waiting.clear()
        self._n_unknown[:] = 0
        return were_waiting

    def fate(self, index: int) -> Fate:
        """Return what became of a sentence, at the end of selection, when `fits` is known."""
        if self.is_chosen[index]:
            return Fate("chosen")
        same_as = int(self.closed_by[index])
        if same_as >= 0:
            return Fate("same", same_as)
        verdict = self._gate.verdict(index)
        is_read = verdict.reason == ALREADY_READ
        if not verdict.is_usable and not is_read:
            return Fate("unusable", rule=verdict.reason)
        if is_read or same_as == REFUSED or self._is_over:
            return Fate("refused")
        if not self.is_chosen[verdict.need] or self._n_unknown[index]:
            return Fate("leans")
        return Fate("trifle" if self.fits[index] else "long")

    def best_accepted(self, gain: NDArray[np.float64]) -> int:
        """Return the best that the gate accepts; -1 if there is none, or too many were refused."""
        for _ in range(PATIENCE):
            best = self.best(gain)
            if best < 0 or self._gate.accepts(best):
                return best
            self.is_open[best], self.closed_by[best], gain[best] = False, REFUSED, -np.inf
        self._is_over = True
        return -1

    def is_free(self, index: int, gain: NDArray[np.float64]) -> bool:
        """Return whether a sentence may be chosen next; its gain becomes -inf if it may not."""
        if not self._is_judged[index]:
            self._look(index, gain)
        return bool(gain[index] > -np.inf)

    def best(self, gain: NDArray[np.float64]) -> int:
        """Return the sentence with the highest gain, the first of equals; -1 if all are -inf.

        Those with a high gain that may not be chosen get -inf. The more have been judged, the
        more are judged together, so that O(log n) passes are enough for all.
        """
        while gain.size:
            top = int(np.argmax(gain))
            if gain[top] == -np.inf:
                break
            if self._is_judged[top]:
                return top
            n_more = min(self._n_judged // 8, gain.size - 1)
            others = np.argpartition(-gain, n_more)[:n_more].tolist() if n_more else []
            for index in (top, *others):
                self._look(index, gain)
        return -1

    def _look(self, index: int, gain: NDArray[np.float64]) -> None:
        if not self._is_judged[index]:
            verdict = self._gate.verdict(index)
            self._needs[index] = verdict.need
            self.is_open[index] &= verdict.is_usable
            self._is_judged[index] = True
            self._n_judged += 1
            if verdict.is_usable:
                unknown = self._gate.takes_as_known(index) - self._known
                self._n_unknown[index] = len(unknown)
                for word in unknown:
                    self._waiting[word].append(index)
            is_free = self.is_open[index] and self.is_chosen[self._needs[index]]
            if not is_free or self._n_unknown[index]:
                gain[index] = -np.inf
