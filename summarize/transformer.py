"""A transformer with the habits of scikit-learn: clusters in, summaries out.

It has the options of `Summarizer` and none of its immutability, since scikit-learn sets parameters
after construction. The options are checked by `fit` and `transform`, as scikit-learn asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sklearn.base import BaseEstimator, TransformerMixin

from summarize.errors import OptionError
from summarize.languages.identify import AUTO
from summarize.options import DEFAULT_LAMBDA
from summarize.summarizer import Summarizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

    from sklearn.utils import Tags

    from summarize.model import Cluster
    from summarize.reading.gather import Given
    from summarize.record.earlier import Earlier
    from summarize.semantic.encoder import Encoder
    from summarize.summary import Summary


@dataclass(kw_only=True, eq=False, repr=False)
class SummaryTransformer(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """Makes one summary of each cluster, as a step of a scikit-learn pipeline.

    It learns nothing from data: `fit` only checks the options, and `transform` needs no `fit`.

    Parameters
    ----------
    words, sentences, chars, percent, rank, mmr_lambda, focus, min_origins, seen, encoder, explain,
    lang
        The options of `Summarizer`, with the same defaults.

    Examples
    --------
    >>> from sklearn.base import clone
    >>> short = clone(SummaryTransformer(words=60)).set_params(words=6)
    >>> [summary.text for summary in short.transform([["The dam held. It rained on the valley."]])]
    ['It rained on the valley.']
    """

    words: int | None = None
    sentences: int | None = None
    chars: int | None = None
    percent: float | None = None
    rank: str = "corroboration"
    mmr_lambda: float = DEFAULT_LAMBDA
    focus: str | None = None
    min_origins: int = 1
    seen: Earlier | Summary | Mapping[str, Any] | None = None
    encoder: Encoder | None = None
    explain: bool = False
    lang: str = AUTO

    def fit(self, clusters: object = None, y: object = None) -> Self:  # noqa: ARG002
        """Check the options; the clusters are not looked at.

        Raises
        ------
        OptionError
            If an option has a value that is not allowed, or two budgets are given.
        """
        self._summarizer()
        return self

    def transform(self, clusters: Iterable[Cluster | Iterable[Given]]) -> list[Summary]:
        """Summarise each cluster.

        Parameters
        ----------
        clusters
            Clusters, or lists of articles, texts or dicts: one cluster for each event.

        Returns
        -------
        list of Summary
            One for each cluster, in the same order.

        Raises
        ------
        OptionError
            If an option or a cluster has a value that is not allowed.
        """
        if hasattr(clusters, "columns"):  # a data frame, which iterates over their names
            raise OptionError("clusters is one table; give a list with a table for each event")
        return list(self._summarizer().summarize_many(clusters))

    def _summarizer(self) -> Summarizer:
        return Summarizer(**self.get_params(deep=False))

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Tags:
        tags: Tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.no_validation = True
        tags.input_tags.two_d_array = False
        return tags
