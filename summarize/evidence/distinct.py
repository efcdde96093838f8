"""Numbers for keys: equal keys get equal numbers, with little memory for many keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BITS = 22  # 2 ** this many keys, about, are sorted at a time: sorting takes memory


def number(keys: NDArray[Any]) -> tuple[NDArray[np.int32], int]:
    """Number the distinct keys.

    Parameters
    ----------
    keys : ndarray of shape (n,)
        Whole numbers of at least 0.

    Returns
    -------
    numbers : ndarray of shape (n,)
        From 0; in the order of the keys, if there are at most a few million.
    n_distinct : int
        How many numbers there are.

    Notes
    -----
    Keys are partitioned by their last bits, and each part is sorted separately.

    >>> number(np.array([30, 10, 30, 20]))
    (array([2, 0, 2, 1], dtype=int32), 3)
    """
    last_bits = keys.dtype.type((1 << max(keys.size.bit_length() - BITS, 0)) - 1)
    part_of = (keys & last_bits).astype(np.uint16)
    numbers = np.empty(keys.size, np.int32)
    n_distinct = 0
    for part in range(int(last_bits) + 1):
        places = np.flatnonzero(part_of == part) if last_bits else slice(None)
        distinct, inverse = np.unique(keys[places], return_inverse=True)
        numbers[places] = inverse + n_distinct
        n_distinct += distinct.size
    return numbers, n_distinct
