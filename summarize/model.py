"""The nouns of the work: the data that the steps pass on. Those of a summary are in `result`.

Frozen dataclasses, no arrays, no input or output. Cleaning and splitting mark spans; nothing
ever rewrites `Article.text`, so each span can be checked against it. A span is half-open,
``[start, end)``, in code points, and the text of what it marks is
``shown(document.text[start:end])``.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from summarize.errors import OptionError
from summarize.fields import choose, listed
from summarize.result import CONFIDENT
from summarize.words import width

if TYPE_CHECKING:
    from collections.abc import Mapping


def squeeze(text: str) -> str:
    r"""Replace each run of white space by one space, and strip both ends.

    >>> squeeze(" two\n  words ")
    'two words'
    """
    return " ".join(text.split())


# Takes the place of what is not shown in `Document.text`: a space without width.
HIDDEN = "\u200b"
# White space after white space, or after the hyphen of a word that a line end breaks.
NOT_SHOWN = re.compile(rf"{HIDDEN}+|(?<=\w[-‐])[^\S\r\n]*[\r\n]\s*(?=\w)|(?<=\s)\s+")


def shown(text: str) -> str:
    r"""Return what is shown of a span of `Document.text`.

    A hyphen at the end of a line stays, for it may be part of the word; the line end goes.

    >>> shown("every-\n one of\n them")
    'every-one of them'
    """
    if text.isprintable() and "  " not in text:  # of all white space only " " is printable
        return text.strip()
    if HIDDEN in text or "\n" in text or "\r" in text:
        text = NOT_SHOWN.sub("", text)
    return squeeze(text)


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
        The file it was read from, as the user gave it, or the address of the page.
    author
        Who wrote it.
    language
        The language that its publisher declares, such as ``"pt-BR"``; what it is read in is decided
        by its text, and by this only in doubt.
    extractor
        The library that extracted the text and its version, such as ``"trafilatura 2.3.1"``; None
        if the text is what the file contains. Another version may extract another text.
    """

    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    id: str | None = None
    path: str | None = None
    author: str | None = None
    extractor: str | None = None
    language: str | None = None

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> Article:
        """Make an article from data with the names that people use, such as ``body`` or ``date``.

        Values are taken as they are; `summarize` checks their types. Other keys are ignored.

        Raises
        ------
        OptionError
            If no key that names a text has a value.

        Examples
        --------
        >>> Article.from_dict({"headline": "Ferry aground", "Body": "The ferry ..."}).title
        'Ferry aground'
        """
        values: dict[str, Any] = {field: value for field, (_, value) in choose(given).items()}
        if "text" not in values:
            raise OptionError(
                'an article has no text under a name such as "text" or "body"; its keys are '
                f"{listed(given)}"
            )
        if isinstance(values.get("id"), int) and not isinstance(values["id"], bool):
            values["id"] = str(values["id"])
        return cls(**values)

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

    `text` is the article's, place for place, without marks that are not shown (`reading.plain`).
    `blocks` are in text order, do not overlap, and cover all of it that is not white space.
    """

    article: Article
    text: str
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
            return shown(self.text[self.heading.start : self.heading.end])
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
        """Its length in words: see `summarize.words.width`."""
        return width(self.text)


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
    """A sentence of another document, by its index, and the probability that it says the same."""

    index: int
    confidence: float

    @property
    def is_confident(self) -> bool:
        """Whether it most probably says the same."""
        return self.confidence >= CONFIDENT
