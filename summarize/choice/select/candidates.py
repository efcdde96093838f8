"""Which sentence may be chosen next, and why the others may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

PATIENCE = 500  # sentences that may be refused in a row

OPEN, REFUSED = -1, -2  # what is no index of the pick that says the same


class Candidates:
    """The sentences that may be chosen next; a verdict is asked for only where one comes to it.

    `is_open` tells what is not out yet, and `closed_by`, for the others, which pick says the same.
    """

    def __init__(self, n: int, verdict: Callable[[int], tuple[bool, int]]) -> None:
        self.is_open = np.ones(n, np.bool_)
        self.closed_by = np.full(n, OPEN)
        self.is_chosen = np.append(np.zeros(n, np.bool_), True)  # the last for a need of -1
        self._needs = np.full(n, -1)
        self._is_judged = np.zeros(n, np.bool_)
        self._n_judged = 0
        self._verdict = verdict

    def are_free(self) -> NDArray[np.bool_]:
        """Tell which are open and, as far as is known, need none that is not chosen."""
        free: NDArray[np.bool_] = self.is_open & self.is_chosen[self._needs]
        return free

    def choose(self, index: int) -> None:
        """Take a sentence: what needs it may come, and it may not come again."""
        self.is_chosen[index], self.is_open[index] = True, False

    def best_accepted(self, gain: NDArray[np.float64], accept: Callable[[int], bool]) -> int:
        """Give the best that is accepted; -1 if there is none, or patience is at its end."""
        for _ in range(PATIENCE):
            best = self.best(gain)
            if best < 0 or accept(best):
                return best
            self.is_open[best], self.closed_by[best], gain[best] = False, REFUSED, -np.inf
        return -1

    def best(self, gain: NDArray[np.float64]) -> int:
        """Give the sentence of the highest gain, the first of equals; -1 where all are -inf.

        Those of a high gain that may not be chosen get -inf. The more have been looked at, the
        more are looked at together, so that O(log n) passes are enough for all.
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
            is_usable, self._needs[index] = self._verdict(index)
            self.is_open[index] &= is_usable
            self._is_judged[index] = True
            self._n_judged += 1
            if not (is_usable and self.is_chosen[self._needs[index]]):
                gain[index] = -np.inf
