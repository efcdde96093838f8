"""The nouns: what travels from step to step.

Frozen dataclasses, no arrays, no input or output. Cleaning and splitting mark spans; nothing
ever rewrites `Article.text`, so each span can be checked against it: a span is half-open,
``[start, end)``, in code points, and the text of what it marks is ``squeeze(text[start:end])``.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


def squeeze(text: str) -> str:
    r"""Fold each run of white space into one space and drop it at both ends.

    >>> squeeze(" two\n  words ")
    'two words'
    """
    return " ".join(text.split())


def digest(text: str) -> str:
    """Give the SHA-256 of a text's UTF-8 in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came.

    Parameters
    ----------
    text
        The decoded text without byte-order mark; line ends untouched.
    title, source, url, published
        What is known about it; `published` is an ISO 8601 date or time.
    id
        The caller's name for it.
    path
        The file it was read from, as the user gave it.
    """

    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    id: str | None = None
    path: str | None = None

    @property
    def sha256(self) -> str:
        """Hex digest over the UTF-8 of the text."""
        return digest(self.text)

    @property
    def day(self) -> float:
        """The day when it was published as a number; not a number where no ISO date is given."""
        try:
            return date.fromisoformat((self.published or "")[:10]).toordinal()
        except ValueError:
            return math.nan


@dataclass(frozen=True, slots=True)
class Cluster:
    """The articles about one event."""

    articles: tuple[Article, ...]
    id: str | None = None
    focus: str | None = None


class Kind(StrEnum):
    """What a block of an article is."""

    TITLE = "title"
    STANDFIRST = "standfirst"  # sums the article up above its title
    BODY = "body"
    BYLINE = "byline"  # who wrote it, where, for which agency; datelines
    REPEAT = "repeat"  # stands in the article before, word for word
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A marked span of an article's text: a paragraph, or a part of one.

    `rule` names the rule, or rules, that marked it as something else than plain body.
    """

    start: int
    end: int
    kind: Kind
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article and what cleaning marked in it.

    `blocks` are in text order, do not overlap, and cover all that is not white space.
    """

    article: Article
    blocks: tuple[Block, ...]

    @property
    def body(self) -> tuple[Block, ...]:
        """The paragraphs that sentences may come from."""
        return tuple(block for block in self.blocks if block.kind is Kind.BODY)

    @property
    def heading(self) -> Block | None:
        """The article's title where it stands in the text, if it does."""
        return next((block for block in self.blocks if block.kind is Kind.TITLE), None)

    @property
    def title(self) -> str | None:
        """The title as it stands in the text, else as it was given."""
        if self.heading:
            return squeeze(self.article.text[self.heading.start : self.heading.end])
        return squeeze(self.article.title or "") or None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document's body; its identity is (document, position).

    `document` is the document's index in canonical order and `position` the sentence's index in
    it, both from 0. `paragraph` is the index of its block among the body's blocks.
    """

    document: int
    position: int
    paragraph: int
    start: int
    end: int
    text: str

    @property
    def n_words(self) -> int:
        """Number of white-space tokens."""
        return self.text.count(" ") + 1


@dataclass(frozen=True, slots=True)
class Rival:
    """The sentence with the next highest gain when another was chosen, and what became of it.

    `fate` is ``"chosen"`` where it was taken later, ``"same"`` where it says the same as the pick
    `same_as`, ``"refused"`` where too few carry it or the reader has read it, ``"long"`` where it
    no longer fitted, and ``"trifle"`` where the summary was full enough without it.
    """

    index: int
    gain: float
    fate: str
    same_as: int | None


@dataclass(frozen=True, slots=True)
class Pick:
    """A sentence that was chosen, by its index, and why: gain = λ·relevance − (1−λ)·redundancy."""

    index: int
    relevance: float
    redundancy: float
    gain: float
    rival: Rival | None = None


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """A `Rival` as the reader sees it.

    Where its fate is ``"same"``, `like` is the place in the summary, from 1, of the sentence that
    says the same, and `similarity` the higher of the two cosines that decide it.
    """

    document: int
    position: int
    start: int
    end: int
    text: str
    gain: float
    fate: str
    like: int | None
    similarity: float | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a sentence was chosen: the factors of its relevance by name, and what it beat."""

    factors: tuple[tuple[str, float], ...]
    runner_up: RunnerUp | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of another article that says the same, at this cosine similarity."""

    document: int
    position: int
    start: int
    end: int
    similarity: float


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of an article."""

    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DifferentValue:
    """One of the values that articles give, and where they give it."""

    value: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What articles tell differently: a ``"name"``, a ``"number"`` or a ``"date"``."""

    kind: str
    values: tuple[DifferentValue, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The most central title; `start` and `end` are None where it does not stand in the text."""

    text: str
    document: int
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of the summary: verbatim, with its place and with what says the same.

    `document` is the number that the reader sees in brackets. `citations` are in the *other*
    articles. `explanation` is there where it was asked for. `corroboration` counts the distinct
    origins among its own article and the cited.
    """

    text: str
    document: int
    position: int
    start: int
    end: int
    relevance: float
    redundancy: float
    gain: float
    corroboration: int
    citations: tuple[Citation, ...]
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class SummaryDocument:
    """An article in the summary's numbered list.

    Articles that copy one another share an `origin`, which is the number of the first of them;
    one with the very text of another has its number in `copy_of`. `skipped` says why an article
    could not contribute.
    """

    number: int
    id: str | None
    title: str | None
    source: str | None
    url: str | None
    path: str | None
    published: str | None
    sha256: str
    n_sentences: int
    origin: int
    copy_of: int | None
    skipped: str | None

    @property
    def is_lost(self) -> bool:
        """Whether no sentence of it was found, nor of what it copies."""
        return not self.n_sentences and self.origin == self.number


@dataclass(frozen=True, slots=True)
class SummaryWarning:
    """Something that the reader should know; `document` is a number in the list, or None."""

    code: str
    message: str
    document: int | None = None
