"""What the tools return: models from which the schemas that agents read are made.

Spans are half-open, in code points of the text of an article, which its resource has. Documents go
by their numbers in the list of the same result.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from summarize.record.quote import Match  # noqa: TC001 - pydantic reads it


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True)


class Skip(_Result):
    """An input that could not be used."""

    where: str
    reason: str


class Document(_Result):
    """An article of the result."""

    number: int = Field(description="Its number in this result, from 1.")
    resource: str = Field(description="Address of its whole text, which spans refer to.")
    title: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    path: str | None = None


class SummaryDocument(Document):
    """An article of a summary."""

    language: str
    n_sentences: int
    origin: int = Field(
        description="Articles that copy one another share it: the number of the first of them."
    )
    copy_of: int | None = Field(None, description="The article that this is an exact copy of.")
    skipped: str | None = Field(None, description="Why it could not contribute.")


class Passage(_Result):
    """A span of an article."""

    document: int
    start: int
    end: int


class Citation(Passage):
    """A span of another article that says the same."""

    confidence: float = Field(description="Probability that it says the same; 0.7 is confident.")


class Factor(_Result):
    """One factor of a sentence's relevance."""

    name: str
    value: float


class RunnerUp(Passage):
    """The sentence that would have been chosen instead."""

    text: str
    reason: str = Field(description="What became of it.")


class Why(_Result):
    """Why a sentence was chosen."""

    relevance: float = Field(description="From 0 to 1; the product of the factors, scaled.")
    redundancy: float = Field(description="How much the sentences before it say already.")
    factors: list[Factor]
    runner_up: RunnerUp | None = None


class Sentence(Passage):
    """A sentence of the summary, verbatim from its article."""

    text: str
    corroboration: int = Field(description="How many independent origins say it, its own too.")
    citations: list[Citation] = Field(
        description="Other articles that say the same: the 20 most probable."
    )
    n_citations: int
    why: Why | None = None


class Value(_Result):
    """One of several values that articles give."""

    value: str
    documents: list[int]


class Difference(_Result):
    """What articles report differently."""

    kind: str = Field(description="name, number or date")
    values: list[Value]


class LeftOut(Passage):
    """A sentence that is not in the summary."""

    text: str
    reason: str


class _Articles(_Result):
    skipped: list[Skip] = Field([], description="Inputs that could not be used: the first 50.")
    n_skipped: int = 0


class Summary(_Articles):
    """A summary: sentences in reading order, each with its article and who else says it."""

    headline: str | None = Field(None, description="The title of one of the articles.")
    text: str = Field(description="All sentences, joined by spaces.")
    n_words: int
    sentences: list[Sentence]
    documents: list[SummaryDocument]
    differences: list[Difference] = Field(description="What the articles report differently.")
    warnings: list[str] = Field(description="What a reader should know of this summary.")
    language: str
    signature: str = Field(
        description="All that decided the result; the same with the same articles gives the same."
    )


class Explained(Summary):
    """A summary with the reasons for its sentences and for what was left out."""

    left_out: list[LeftOut] = Field(
        description="Sentences that are not in the summary, the most relevant first, at most 50."
    )
    n_left_out: int


class Like(_Result):
    """Another article of the event."""

    document: int
    cosine: float
    terms: list[str] = Field(description="The shared words that weigh most.")


class Member(_Result):
    """An article of an event."""

    document: int
    origin: int = Field(description="The document that it copies; its own number if none.")
    nearest: list[Like]


class Event(_Result):
    """Articles about one event."""

    id: str
    title: str | None = None
    opening: str = Field(description="The first words of its first article.")
    documents: list[int]
    n_origins: int = Field(description="How many of them are independent of one another.")
    weight: float = Field(description="How much news it is: more origins that bear it out.")
    members: list[Member]


class Nearly(_Result):
    """Two events or single articles that were nearly joined."""

    first: list[int]
    second: list[int]
    score: float
    needed: float
    terms: list[str]


class Groups(_Articles):
    """The events of a mix of articles, the weightiest first."""

    events: list[Event]
    singles: list[int] = Field(description="Documents that belong to no event.")
    nearly_joined: list[Nearly]
    documents: list[Document]


class Place(Passage):
    """Where a quotation is, or the passage that is nearest to it."""

    text: str = Field(description="The exact words there.")
    before: str = Field(description="What is before it, up to 200 characters.")
    after: str = Field(description="What is after it, up to 200 characters.")


class Changed(_Result):
    """Where a quotation is not what the article says."""

    quotation: str
    article: str


class Quotation(_Articles):
    """Whether a quotation is in the articles."""

    is_verbatim: bool = Field(
        description="True only if an article has it to the character; white space is not compared."
    )
    match: Match = Field(
        description="verbatim; cut: it ends within a word or figure ('5' of '5.3'); words: the "
        "same words with another case or other signs; near: other words; none: nothing is like it."
    )
    message: str
    places: list[Place] = Field(
        description="The first place in each article, at most 20; if it is near, the nearest one."
    )
    changes: list[Changed] = Field(description="If it is near: the words that differ.")
    documents: list[Document]


class Support(Passage):
    """A span of an article that says what a sentence of the draft says."""

    confidence: float
    text: str


class Problem(_Result):
    """A part of the draft that no article supports."""

    kind: str = Field(description="quotation, figure, name or contradiction")
    text: str
    start: int = Field(description="In the draft, like `end`.")
    end: int
    instead: list[str] = Field(description="What the articles have in its place, if that is known.")


class Checked(_Result):
    """A sentence of the draft."""

    text: str
    start: int = Field(description="In the draft, like `end`.")
    end: int
    status: str = Field(description="said, similar or not found")
    is_found: bool
    citations: list[Support] = Field(description="Who says it: the 20 most probable.")
    n_citations: int
    problems: list[Problem]
    uncited_words: list[str] = Field(
        description="Its words that no cited passage has: one of them may turn its meaning."
    )


class Checks(_Articles):
    """A draft, sentence by sentence."""

    n_wrong: int = Field(description="Sentences that are not found or have a problem.")
    sentences: list[Checked]
    not_checked: list[str] = Field(description="Lines without a sentence, such as headings.")
    foreign: str | None = Field(
        None,
        description="The draft's language if no article is in it: then nothing can be found.",
    )
    documents: list[Document]
