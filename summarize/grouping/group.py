"""From a mix of articles to its events: the steps on one page.

Articles of two languages are never of one event, since they share no words. Nothing is random, and
nothing depends on the order in which articles are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from summarize import languages
from summarize.evidence.lengths import row_of
from summarize.grouping.assemble import assemble, joined
from summarize.grouping.copies import origin_of
from summarize.grouping.explain import Space
from summarize.grouping.link import link
from summarize.grouping.neighbours import Pairs, dots, neighbours
from summarize.grouping.sums import Sums
from summarize.grouping.weigh import counts, weigh
from summarize.grouping.words import words
from summarize.languages.identify import find
from summarize.reading.days import day
from summarize.reading.gather import as_cluster, canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from summarize.grouping.grouped import Grouping
    from summarize.languages import Language
    from summarize.model import Article
    from summarize.reading.gather import Given

# Two groups are one event if their articles are, on average, about half as like one another as
# each is like its nearest neighbour, and more if the groups are small; dates shift that a little.
CUT = 0.47
# What that likeness counts at least, for the nearest neighbour of a single article is far away; and
# at most, for that of one among thousands is ever nearer.
NEAREST = 0.38, 0.6
# At first, a looser cut: it shows which words belong to events, and joins nothing for good.
FIRST_CUT = 0.7 * CUT


def group(articles: Iterable[Given]) -> Grouping:
    """Find the events in a mix of articles.

    Parameters
    ----------
    articles
        Articles or their texts, in any order, which changes nothing.

    Returns
    -------
    Grouping
        Every article is in one of its events or singles.

    Raises
    ------
    OptionError
        If something is neither a text nor an article.

    Notes
    -----
    About linear time and memory: docs/method/grouping.md has the figures.

    Examples
    --------
    >>> lines = "The ferry ran aground off Oban on Friday.", "A ferry ran aground off Oban."
    >>> [len(event.articles) for event in group([*lines, "The bank cut its rate."]).events]
    [2]
    """
    given = as_cluster(articles).articles
    return joined(_group(own, language) for own, language in by_language(given))


def by_language(articles: Sequence[Article]) -> list[tuple[Sequence[Article], Language]]:
    """Separate the articles by language, in the order of its code; see `languages.identify`."""
    each = find(articles).each
    held: dict[str, list[Article]] = {}
    for article, code in zip(articles, each, strict=True):
        held.setdefault(code, []).append(article)
    return [(held[code], languages.load(code)) for code in sorted(held)]


def _group(articles: Sequence[Article], language: Language) -> Grouping:
    """Group the articles of one language."""
    originals, copies = canonical(articles)
    read = words(originals, language)
    days = np.array([day(article.published) for article in originals], np.float64)
    counted = counts(read)
    each = np.arange(len(originals))
    origin = origin_of(read, neighbours(weigh(counted, each)), language)
    own = np.flatnonzero(origin == each)
    rows, pairs, sums, label = events(counted[own], days[own])
    label_of = np.empty(each.size, np.int64)
    label_of[own] = label
    label_of = label_of[origin]
    first = np.unique(label_of, return_index=True)[1][label_of]
    is_empty = np.bincount(read.row, minlength=each.size) == 0
    space = Space(first, origin, is_empty, own, rows, pairs, sums, label, read.written)
    return assemble(originals, copies, space, CUT)


class Events(NamedTuple):
    """What `events` returns: unit rows, pairs of neighbours, sums of one article each, groups."""

    rows: csr_array
    pairs: Pairs
    sums: Sums
    label: NDArray[np.int64]


def events(counted: csr_array, days: NDArray[np.float64]) -> Events:
    """Join articles twice: the second time, words are weighed by the events of the first.

    Parameters
    ----------
    counted : csr_array of shape (n, v)
        As `counts` returns it, of articles that are no copies.
    days : ndarray of shape (n,)
        When each was published; NaN where it is not known.
    """
    n = counted.shape[0]
    rows = weigh(counted, np.arange(n))
    pairs = neighbours(rows)
    label = link(Sums.of(scaled(rows, pairs), days), pairs.first, pairs.second, FIRST_CUT)
    rows = weigh(counted, label)
    pairs = Pairs(pairs.first, pairs.second, dots(rows, pairs.first, pairs.second))
    sums = Sums.of(scaled(rows, pairs), days)
    return Events(rows, pairs, sums, link(sums, pairs.first, pairs.second, CUT))


def scaled(rows: csr_array, pairs: Pairs) -> csr_array:
    """Scale each article by its nearest neighbour: its likeness to others is relative to that.

    With t the highest cosine of an article, within the bounds of `NEAREST`, the product of two
    scaled rows is ``cosine / (t · t')^(1/2)``.

    References
    ----------
    Zelnik-Manor and Perona (2004), NIPS: local scaling.
    """
    least, most = NEAREST
    highest = np.full(rows.shape[0], least)
    for side in (pairs.first, pairs.second):
        np.maximum.at(highest, side, pairs.cosine)
    value = rows.data / np.sqrt(np.minimum(highest, most)[row_of(rows)])
    return csr_array((value, rows.indices, rows.indptr), rows.shape)
