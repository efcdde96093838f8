"""Ways to group articles by event: ours, and what is usual.

The others have TF-IDF rows of title and text from scikit-learn, and a cut; those who measure them
choose the cut that is best on each set, which flatters them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from summarize import group

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from summarize import Article

    Labels = Sequence[int] | NDArray[np.int64]
    System = Callable[[NDArray[np.float64], float], Labels]

CUTS = tuple(np.round(np.arange(0.06, 0.52, 0.02), 2).tolist())  # cosines


def ours(articles: Sequence[Article]) -> list[int]:
    """Return the number of each article's event; a single one has a number of its own."""
    named = [replace(article, path=str(index)) for index, article in enumerate(articles)]
    grouping = group(named)
    found = [0] * len(named)
    for number, event in enumerate((*grouping.events, *grouping.singles)):
        for article in event.articles:
            found[int(article.path or "")] = number
    return found


def cosines(articles: Sequence[Article]) -> NDArray[np.float64]:
    """Return the cosine of each two articles, of shape (n, n), in order of their dates."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [f"{article.title or ''}\n{article.text}" for article in articles]
    rows = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    return np.clip((rows @ rows.T).toarray(), 0.0, 1.0)


def linkage(method: str) -> System:
    """Return hierarchical clustering with a linkage of scipy, cut at a cosine."""

    def system(cosine: NDArray[np.float64], cut: float) -> Labels:
        from scipy.cluster.hierarchy import fcluster
        from scipy.cluster.hierarchy import linkage as link
        from scipy.spatial.distance import squareform

        distance = 1 - (cosine + cosine.T) / 2
        np.fill_diagonal(distance, 0)
        tree = link(squareform(distance, checks=False), method)
        return fcluster(tree, 1 - cut, "distance")

    return system


def dbscan(cosine: NDArray[np.float64], cut: float) -> Labels:
    """Cluster by density; two articles make a dense place, and noise is single."""
    from sklearn.cluster import DBSCAN

    found = DBSCAN(eps=1 - cut, min_samples=2, metric="precomputed").fit_predict(1 - cosine)
    return np.where(found < 0, found.size + np.arange(found.size), found)


def one_pass(cosine: NDArray[np.float64], cut: float) -> Labels:
    """Take the articles as they come: each joins the nearest group so far, or begins one.

    A group is as near as the mean of its articles. Miranda et al. (2018), EMNLP, do this with more
    features and trained weights.
    """
    n = len(cosine)
    found = np.zeros(n, np.int64)
    total = np.zeros((n, n))  # the sum of the cosines of each group to each article
    size = np.zeros(n)
    n_groups = 0
    for article in range(n):
        mean = total[:n_groups, article] / size[:n_groups]
        nearest = int(mean.argmax()) if n_groups else 0
        if not n_groups or mean[nearest] < cut:
            nearest, n_groups = n_groups, n_groups + 1
        found[article] = nearest
        total[nearest] += cosine[article]
        size[nearest] += 1
    return found


BASELINES: dict[str, System] = {
    "average linkage": linkage("average"),
    "single linkage": linkage("single"),
    "DBSCAN": dbscan,
    "one pass": one_pass,
}
