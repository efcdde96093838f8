"""What a check of somebody's text finds: for each of its sentences, which article says it.

Frozen dataclasses, no input or output. Articles go by their numbers in the list of the check.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarize.result import Number, Place


@dataclass(frozen=True, slots=True)
class Problem:
    """A span of the draft that no article supports.

    `kind` is ``"quotation"``, ``"figure"`` (dates and weekdays too) or ``"name"`` for what no
    article has; and ``"contradiction"`` for a figure, day or name in the place of which the
    sentences that are most alike have another one, a count that articles give otherwise, or a whole
    sentence that negates what the most alike ones say, or says what they negate. `instead` is what
    articles have in its place, if that is known.
    """

    kind: str
    text: str
    start: int
    end: int
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Supported:
    """A span of an article, and the probability that it says what a sentence of the draft does."""

    place: Place
    confidence: float


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of the draft: its span there, and what articles have of it.

    `status` is ``"said"`` if an article most probably says it, ``"similar"`` if one may, and
    ``"not found"``. `uncited_words` are the words, without stop words, that none of the
    passages cited for it has, and a negation that none of them has, each once; they may turn its
    meaning, but are not a problem.
    """

    text: str
    start: int
    end: int
    status: str
    citations: tuple[Supported, ...]
    problems: tuple[Problem, ...]
    uncited_words: tuple[str, ...] = ()

    @property
    def is_found(self) -> bool:
        """Whether an article says it or may say it, and it has no problem."""
        return self.status != "not found" and not self.problems


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """An article that the draft was checked against."""

    number: Number
    title: str | None
    source: str | None
    path: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Check:
    """The sentences of a draft, the articles, and the lines that have no sentence to check.

    `foreign` is the code of the draft's language if no article is in that language, and otherwise
    None. What is said in another language is not found, and only quotations and figures are named.
    """

    sentences: tuple[CheckedSentence, ...]
    articles: tuple[CheckedArticle, ...]
    not_checked: tuple[str, ...] = ()
    foreign: str | None = None

    @property
    def n_wrong(self) -> int:
        """The number of sentences that are not found or have a problem."""
        return sum(not sentence.is_found for sentence in self.sentences)
