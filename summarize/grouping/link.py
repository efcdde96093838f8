"""Average linkage on a sparse graph: groups grow from mutual nearest neighbours.

Two groups are joined if each is the one that the other is most like, and alike enough. As the mean
of two means lies between them, this gives what joining the most alike pair first would give, but a
whole round of pairs is joined at a time. Of few pairs the mean is less certain, so small groups
must be more alike; where that decides between two pairs, the order of joining can matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.grouping.sums import Sums


# Two single articles must be more alike than large groups by DOUBT, and groups of m and n by
# DOUBT / (m·n)^FADING, as the mean of more pairs is more certain. From a real day of mostly single
# articles, where topics look like events, beside the sets of docs/method/grouping.md.
DOUBT, FADING = 0.3, 0.75


def link(
    sums: Sums, first: NDArray[np.int64], second: NDArray[np.int64], least: float
) -> NDArray[np.int64]:
    """Join articles to groups.

    Parameters
    ----------
    sums
        Of n groups of one article each.
    first, second : ndarray of shape (p,)
        The pairs that may be alike enough. A pair that is missing is never the reason to join two
        groups, but counts in the mean where another pair is.
    least
        How alike two groups must be to be joined, beside the `DOUBT`.

    Returns
    -------
    ndarray of shape (n,)
        The group of each article, numbered from 0 by the first article of each.

    Notes
    -----
    Groups that are alike no other one are finished and leave the graph, so a round costs what is
    still growing. Ties go to the earlier group.

    References
    ----------
    Murtagh (1983), The Computer Journal 26: reciprocal nearest neighbours.
    """
    n = sums.size.size
    parent = np.arange(n)
    key = np.arange(n)  # the first article of each group
    score = sums.alike(first, second)
    while True:
        kept = score >= least  # a lower mean never rises to it, and the doubt only falls
        first, second, score = first[kept], second[kept], score[kept]
        sure = score - doubt(sums, first, second) >= least
        if not sure.any():
            break
        active = np.unique(np.concatenate([first, second]))
        to = np.full(key.size, -1)
        to[active] = np.arange(active.size)
        first, second, key = to[first], to[second], key[active]
        best = _best(first[sure], second[sure], score[sure], active.size)
        mates = np.flatnonzero((best[best] == np.arange(best.size)) & (np.arange(best.size) < best))
        parent[key[best[mates]]] = key[mates]
        group, is_new = _numbered(best, mates)
        to[active] = group
        sums = sums.merged(to)
        key = key[np.unique(group, return_index=True)[1]]
        first, second, score = _edges(group[first], group[second], score, is_new, sums)
    while (parent != parent[parent]).any():
        parent = parent[parent]
    return np.unique(parent, return_inverse=True)[1]


def doubt(sums: Sums, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how much more alike each pair of groups must be, because the groups are small."""
    return DOUBT / (sums.size[first] * sums.size[second]) ** FADING


def _best(
    first: NDArray[np.int64], second: NDArray[np.int64], score: NDArray[np.float64], m: int
) -> NDArray[np.int64]:
    """Return the group that each of m groups is most alike; itself if it has no pair."""
    own, other = np.concatenate([first, second]), np.concatenate([second, first])
    order = np.lexsort((other, -np.concatenate([score, score]), own))
    group, at = np.unique(own[order], return_index=True)
    best = np.arange(m)
    best[group] = other[order][at]
    return best


def _numbered(
    best: NDArray[np.int64], mates: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Number the groups after a round; return also which of them are new."""
    group = np.arange(best.size)
    group[best[mates]] = mates
    numbers, group = np.unique(group, return_inverse=True)
    is_new = np.zeros(numbers.size, np.bool_)
    is_new[group[mates]] = True
    return group, is_new


def _edges(
    first: NDArray[np.int64],
    second: NDArray[np.int64],
    score: NDArray[np.float64],
    is_new: NDArray[np.bool_],
    sums: Sums,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return the pairs of groups after a round, each once; those of new groups are scored again."""
    m = is_new.size
    keys = np.minimum(first, second) * m + np.maximum(first, second)
    keys, index = np.unique(keys, return_index=True)
    first, second = np.divmod(keys, m)
    apart = first != second
    first, second, score = first[apart], second[apart], score[index[apart]]
    changed = np.flatnonzero(is_new[first] | is_new[second])
    score[changed] = sums.alike(first[changed], second[changed])
    return first, second, score
