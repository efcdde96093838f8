"""Why articles are in one event: the nearest ones, and shared words; and what was nearly joined."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summarize.grouping.link import doubt
from summarize.grouping.neighbours import PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from summarize.grouping.neighbours import Pairs
    from summarize.grouping.sums import Sums

N_NEAREST = 3
N_TERMS = 5
NEARLY = 0.85  # of the cut, from which two events were nearly joined


@dataclass(frozen=True, slots=True)
class Space:
    """The n articles of one language, as they were grouped.

    Attributes
    ----------
    first : ndarray of shape (n,)
        For each article the first article of its event.
    origin : ndarray of shape (n,)
        The article that it copies; itself if it copies none.
    is_empty : ndarray of shape (n,)
        Whether it has no words.
    own : ndarray of shape (k,)
        The articles that copy none. What follows is of these.
    rows : csr_array of shape (k, v)
        Unit rows.
    pairs
        Their neighbours.
    sums
        Of one article each, as they were joined.
    label : ndarray of shape (k,)
        Their events, numbered by their first articles.
    written : list of str
        The words of the v columns.
    """

    first: NDArray[np.int64]
    origin: NDArray[np.int64]
    is_empty: NDArray[np.bool_]
    own: NDArray[np.int64]
    rows: csr_array
    pairs: Pairs
    sums: Sums
    label: NDArray[np.int64]
    written: list[str]


class Likest(NamedTuple):
    """Another article by its index, its cosine, and what is shared."""

    article: int
    cosine: float
    terms: tuple[str, ...]


class Near(NamedTuple):
    """The first articles of two events, how alike these are, and what is shared."""

    first: int
    second: int
    score: float
    terms: tuple[str, ...]


def nearest(space: Space) -> dict[int, list[Likest]]:
    """Find for each article that is no copy the nearest ones of its event."""
    pairs, label = space.pairs, space.label
    same = label[pairs.first] == label[pairs.second]
    first, second, cosine = pairs.first[same], pairs.second[same], pairs.cosine[same]
    own, other = np.concatenate([first, second]), np.concatenate([second, first])
    cosine = np.concatenate([cosine, cosine])
    order = np.lexsort((other, -cosine, own))
    own, other, cosine = own[order], other[order], cosine[order]
    kept = np.arange(own.size) - np.searchsorted(own, own) < N_NEAREST
    own, other, cosine = own[kept], other[kept], cosine[kept]
    found: dict[int, list[Likest]] = defaultdict(list)
    shared = terms(space.rows, own, other, space.written)
    articles = zip(space.own[own].tolist(), space.own[other].tolist(), strict=True)
    for (one, another), value, its_terms in zip(articles, cosine.tolist(), shared, strict=True):
        found[one].append(Likest(another, value, its_terms))
    return found


def nearly(space: Space, cut: float) -> list[Near]:
    """Find the pairs of events, or singles, that are nearly alike enough; the nearest first."""
    label, pairs = space.label, space.pairs
    m = int(label.max(initial=-1)) + 1
    one, other = label[pairs.first], label[pairs.second]
    keys = np.unique((np.minimum(one, other) * m + np.maximum(one, other))[one != other])
    first, second = np.divmod(keys, max(m, 1))
    sums = space.sums.merged(label)
    score = sums.alike(first, second) - doubt(sums, first, second)
    kept = score >= NEARLY * cut
    order = np.lexsort((second, first, -score))
    order = order[kept[order]]
    first, second, score = first[order], second[order], score[order]
    shared = terms(sums.rows, first, second, space.written)
    head = space.own[np.unique(label, return_index=True)[1]]
    found = zip(head[first].tolist(), head[second].tolist(), score.tolist(), shared, strict=True)
    return [Near(*each) for each in found]


def terms(
    rows: csr_array, first: NDArray[np.int64], second: NDArray[np.int64], written: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    """Yield the words that add most to the product of each pair of rows."""
    for start in range(0, first.size, PAIRS):
        part = slice(start, start + PAIRS)
        shared = rows[first[part]].multiply(rows[second[part]]).tocsr()
        for begin, end in pairwise(shared.indptr.tolist()):
            most = np.argsort(-shared.data[begin:end], kind="stable")[:N_TERMS]
            yield tuple(written[index] for index in shared.indices[begin:end][most].tolist())
