"""The nouns of a summary, as its reader gets them: sentences, citations, documents, differences.

Frozen dataclasses, no arrays, no input or output. Articles go by their numbers in the summary's
list, and a span is one of `Article.text`, half-open and in code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

# The number of an article in a summary's list, from 1, as the reader sees it. An index, from 0, is
# a plain int.
Number = NewType("Number", int)

# Probability from which another article counts as saying the same. On graded pairs, see
# docs/method/citations.md.
CONFIDENT = 0.7


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """A `Rival` as the reader sees it.

    If its fate is ``"same"``, `like` is the place in the summary, from 1, of the sentence that
    says the same, and `similarity` the higher of the two cosines that decide it.
    """

    document: Number
    position: int
    start: int
    end: int
    text: str
    gain: float
    fate: str
    like: int | None
    similarity: float | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of an article that is not in the summary, and why.

    `fate` is the name of the `Fate` of a sentence, and ``"removed"`` for what is not part of the
    report. `rule` names the rule that refused or removed it, and `like` is the place in the
    summary, from 1, of the sentence that says the same. `relevance` is None if it was removed.
    """

    document: Number
    start: int
    end: int
    fate: str
    rule: str | None = None
    like: int | None = None
    relevance: float | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a sentence was chosen: the factors of its relevance by name, and the runner-up."""

    factors: tuple[tuple[str, float], ...]
    runner_up: RunnerUp | None


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A span of another article, and the probability that this article says the same.

    A less probable one is only similar, and does not count as corroboration.
    """

    document: Number
    position: int
    start: int
    end: int
    confidence: float

    @property
    def is_confident(self) -> bool:
        """Whether the article most probably says the same."""
        return self.confidence >= CONFIDENT


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of an article."""

    document: Number
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DifferentValue:
    """One of the values that articles give, and where they give it."""

    value: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What articles report differently: a ``"name"``, a ``"number"`` or a ``"date"``."""

    kind: str
    values: tuple[DifferentValue, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The most central title; `start` and `end` are None if it is not in the text."""

    text: str
    document: Number
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class When:
    """What words such as "Tuesday" mean in a sentence, and where they are in its article.

    `date` is a day, month or year in ISO 8601: ``"2025-06-10"``, ``"2025-05"``, ``"2024"``.
    """

    text: str
    start: int
    end: int
    date: str


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of the summary: verbatim, with its place and its citations.

    `document` is the number that the reader sees in brackets. `citations` are in the *other*
    articles. `explanation` is None unless it was requested. `corroboration` is the number of
    distinct origins among its own article and those cited with confidence. `times` are the words
    for times in it that the date of its article resolves.
    """

    text: str
    document: Number
    position: int
    start: int
    end: int
    relevance: float
    redundancy: float
    gain: float
    corroboration: int
    citations: tuple[Citation, ...]
    times: tuple[When, ...] = ()
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class SummaryDocument:
    """An article in the summary's numbered list.

    Articles that copy one another share an `origin`, which is the number of the first of them.
    `copy_of` is the number of the article of which this one is an exact copy. `skipped` says why
    an article could not contribute. `language` is the code of the language it was read in, and
    `declared_language` what its publisher says that it is, such as ``"pt-BR"``.
    """

    number: Number
    id: str | None
    title: str | None
    author: str | None
    source: str | None
    url: str | None
    path: str | None
    published: str | None
    extractor: str | None
    sha256: str
    n_sentences: int
    origin: Number
    copy_of: Number | None
    skipped: str | None
    language: str = "und"
    declared_language: str | None = None

    @property
    def is_lost(self) -> bool:
        """Whether no sentence was found in it, nor in what it copies."""
        return not self.n_sentences and self.origin == self.number


@dataclass(frozen=True, slots=True)
class SummaryWarning:
    """Something that the reader should know; `document` is an article's number, or None."""

    code: str
    message: str
    document: Number | None = None
