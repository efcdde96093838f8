"""How long a summary may be: units, what each sentence costs, and which sizes have a meaning."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeGuard

from summarize.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.model import Sentence

UNITS = ("words", "sentences", "chars", "percent")
MOST = 2**53  # more than any budget needs, and fits an array


def spend(sentences: Sequence[Sentence], unit: str, size: float) -> tuple[list[int], int]:
    """Give each sentence's cost and the most that may be spent, in the unit of the budget."""
    if unit == "sentences":
        return [1] * len(sentences), int(size)
    if unit == "chars":  # a space joins two sentences: n of them cost n - 1 more
        return [len(sentence.text) + 1 for sentence in sentences], int(size) + 1
    words = [sentence.n_words for sentence in sentences]
    if unit == "words":
        return words, int(size)
    return words, math.floor(round(sum(words) * size / 100, 9))  # 36.48 % of 625 is 228


def check(sizes: Mapping[str, object]) -> None:
    """Refuse a budget that has no meaning.

    Parameters
    ----------
    sizes
        For each unit the size, or None where that one is not given.

    Raises
    ------
    OptionError
        If several are given, or one is out of its range.
    """
    given = {unit: size for unit, size in sizes.items() if size is not None}
    if len(given) > 1:
        raise OptionError(f"{' and '.join(given)} are both given; a summary has one length")
    for unit, size in given.items():
        if unit == "percent":
            if not is_number(size) or not 0 < size <= 100:
                raise OptionError(f"percent is {shown(size)}; give a number above 0, at most 100")
        elif not is_whole(size):
            raise OptionError(f"{unit} is {shown(size)}; give a whole number of at least 1")


def shown(value: object) -> str:
    """Show a value in a message; Python refuses to spell numbers of thousands of digits."""
    return f"{value!r}" if not isinstance(value, int) or abs(value) <= MOST else "too large"


def is_whole(value: object) -> TypeGuard[int]:
    """Tell whether this is a whole number of at least 1."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether this is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)
