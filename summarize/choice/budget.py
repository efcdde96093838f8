"""How long a summary may be, and what each sentence costs of that."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summarize.model import Sentence


class Budget(NamedTuple):
    """The most that a summary may cost, and the cost of each of the n sentences in that unit."""

    limit: int
    costs: NDArray[np.int64]


def budget(sentences: Sequence[Sentence], unit: str, size: float) -> Budget:
    """Convert a size in words, sentences, chars or percent to a budget for these sentences."""
    if unit == "sentences":
        return Budget(int(size), np.ones(len(sentences), np.int64))
    if unit == "chars":  # a space joins two sentences: n of them cost n - 1 more
        costs = np.array([len(sentence.text) + 1 for sentence in sentences], np.int64)
        return Budget(int(size) + 1, costs)
    costs = np.array([sentence.n_words for sentence in sentences], np.int64)
    if unit == "percent":
        size = math.floor(round(int(costs.sum()) * size / 100, 9))  # 36.48 % of 625 is 228
    return Budget(int(size), costs)
