"""The nouns: the data that the steps pass on.

Frozen dataclasses, no arrays, no input or output. Cleaning and splitting mark spans; nothing
ever rewrites `Article.text`, so each span can be checked against it. A span is half-open,
``[start, end)``, in code points, and the text of what it marks is ``squeeze(text[start:end])``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

# The number of an article in a summary's list, from 1, as the reader sees it. An index, from 0, is
# a plain int.
Number = NewType("Number", int)


def squeeze(text: str) -> str:
    r"""Replace each run of white space by one space, and strip both ends.

    >>> squeeze(" two\n  words ")
    'two words'
    """
    return " ".join(text.split())


def digest(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """One article, unchanged.

    Parameters
    ----------
    text
        The decoded text without byte-order mark; line ends untouched.
    title, source, url, published
        What is known about it; `published` is a date or time in ISO 8601, or one that names its
        month in English.
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


@dataclass(frozen=True, slots=True)
class Cluster:
    """The articles about one event."""

    articles: tuple[Article, ...]
    id: str | None = None
    focus: str | None = None


class Kind(StrEnum):
    """What a block of an article is."""

    TITLE = "title"
    STANDFIRST = "standfirst"  # a summary of the article above its title
    BODY = "body"
    BYLINE = "byline"  # who wrote it, where, for which agency; datelines
    REPEAT = "repeat"  # printed earlier in the article, word for word
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A marked span of an article's text: a paragraph, or a part of one.

    `rule` names the rule, or rules, that marked it as something other than plain body.
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
        """The block of the article's title, if the title is in the text."""
        return next((block for block in self.blocks if block.kind is Kind.TITLE), None)

    @property
    def title(self) -> str | None:
        """The title as it is in the text, or else as it was given."""
        if self.heading:
            return squeeze(self.article.text[self.heading.start : self.heading.end])
        return squeeze(self.article.title or "") or None


class Sentence(NamedTuple):
    """A sentence of a document's body; its identity is (document, position).

    `document` is the document's index in canonical order and `position` the sentence's index in
    it, both from 0. `paragraph` is the index of its block among the body's blocks. A named tuple,
    because a cluster has millions and a frozen dataclass takes four times as long to make.
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


class Fate(NamedTuple):
    """What became of a sentence at the end of selection.

    `name` is ``"chosen"``; ``"same"`` if it says the same as the pick `same_as`; ``"refused"``
    if too few origins carry it or the reader has seen it; ``"unusable"`` if `rule` refuses it;
    ``"leans"`` if the sentence that it needs was not chosen; ``"long"`` if it did not fit in
    what was left of the budget; and ``"trifle"`` if the summary was full enough without it.
    """

    name: str
    same_as: int | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Rival:
    """The sentence with the next highest gain when a pick was chosen, and what became of it."""

    index: int
    gain: float
    fate: Fate


@dataclass(frozen=True, slots=True)
class Pick:
    """A sentence that was chosen, by its index, and why: gain = λ·relevance − (1−λ)·redundancy."""

    index: int
    relevance: float
    redundancy: float
    gain: float
    rival: Rival | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of another document that says the same, by its index, and their cosine."""

    index: int
    similarity: float


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


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of another article that says the same, at this cosine similarity."""

    document: Number
    position: int
    start: int
    end: int
    similarity: float


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
class SummarySentence:
    """A sentence of the summary: verbatim, with its place and its citations.

    `document` is the number that the reader sees in brackets. `citations` are in the *other*
    articles. `explanation` is None unless it was requested. `corroboration` is the number of
    distinct origins among its own article and the cited ones.
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
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class SummaryDocument:
    """An article in the summary's numbered list.

    Articles that copy one another share an `origin`, which is the number of the first of them.
    `copy_of` is the number of the article of which this one is an exact copy. `skipped` says why
    an article could not contribute.
    """

    number: Number
    id: str | None
    title: str | None
    source: str | None
    url: str | None
    path: str | None
    published: str | None
    sha256: str
    n_sentences: int
    origin: Number
    copy_of: Number | None
    skipped: str | None

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
