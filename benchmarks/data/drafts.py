"""Make drafts from articles: their sentences as they are, and with one thing changed."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from summarize import Article, languages
from summarize.reading.figures import NUMBER, SIGNS, dates, figures
from summarize.reading.gather import canonical
from summarize.reading.introduce import key, keys
from summarize.reading.read import read
from summarize.reading.signs import CLOSERS, STOPS
from summarize.record.check.forms import form, ordinary
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from benchmarks.data.sets import Item
    from summarize.languages import Language

    Found = Iterator[tuple[str, str, "Change"]]

SENTENCES = 8  # of a cluster that are drawn
WORDS = range(8, 41)  # of a sentence that is drawn
OTHER_WORD = "an ordinary word"
_MOST_TRIES = 100
_SHORTEST_NAME, _SHORTEST_WORD = 3, 5  # letters

# Words of English after which "not" negates a statement.
_BEFORE_NOT = re.compile(r"\b(?:is|are|was|were|will|would|has|have|can|could|should|must)\b")
_NOT = re.compile(r" (?:not|never)\b")
QUOTES = frozenset('"“”„«»‘')
_WORD = word_pattern("<letters>")
_NUMBER = re.compile(NUMBER)
_BEFORE_FIGURES = re.compile(r"(?:\S+[ ])?\S*$")


class Change(NamedTuple):
    """What takes the place of a span of a sentence."""

    start: int
    end: int
    text: str


class Line(NamedTuple):
    """A sentence of a draft.

    `kind` says what was changed and `to` what to; `start` and `end` are the span of the new words,
    equal in a sentence that has nothing new.
    """

    kind: str
    to: str
    text: str
    start: int
    end: int


class Maker:
    """Makes the lines of one cluster's draft.

    Parameters
    ----------
    item
        The cluster.
    foreign
        Names, some of which are in no article of this cluster.
    seed
        Decides all that is drawn.
    """

    def __init__(self, item: Item, foreign: Sequence[str], seed: object) -> None:
        self._random = Random(f"{seed} {item.id}")  # noqa: S311 - draws sentences
        self._words = Random(f"{seed} words {item.id}")  # noqa: S311 - draws words
        self._language = languages.load(item.lang)
        articles, _ = canonical(item.articles)
        self._texts = self._sentences(articles)
        self._references = self._sentences(map(Article, item.references))
        every = [f"{article.title or ''}\n{article.text}" for article in articles]
        self._keys = keys(every)
        self._tokens = {token for text in every for token in _NUMBER.findall(text)}
        own = dict.fromkeys(word for text in self._texts for _, word in names(text, self._language))
        self.names = list(own)
        self._ordinary = sorted({m[0] for text in self._texts for m in self._ordinaries(text)})
        self._foreign = [name for name in foreign if key(name) not in self._keys]

    def _sentences(self, articles: Iterable[Article]) -> list[str]:
        return [sentence.text for sentence in read(articles, self._language)[1]]

    def lines(self, *, of_references: bool = False) -> Iterator[Line]:
        """Yield some sentences as they are, and each with one thing of each kind changed.

        They are those of the articles, or those of the summaries that people wrote.
        """
        whole = [
            text
            for text in dict.fromkeys(self._references if of_references else self._texts)
            if len(text.split()) in WORDS and text.rstrip(CLOSERS)[-1:] in {*STOPS}
        ]
        for text in self._random.sample(whole, min(len(whole), SENTENCES)):
            yield Line("nothing", "", text, 0, 0)
            if not QUOTES.isdisjoint(text):  # words that are quoted are looked for word for word
                continue
            for changes in (
                self._less,
                self._other,
                self._name,
                self._figure,
                self._day,
                self._negation,
            ):
                for kind, to, (start, end, new) in changes(text):
                    changed = text[:start] + new + text[end:]
                    yield Line(kind, to, changed, start, start + len(new))

    def _ordinaries(self, text: str) -> Iterator[re.Match[str]]:
        """Find words that are not a name, a figure or a negation, nor beside a figure."""
        language = self._language
        kept = language.stop_words | language.negations | {word for word, _ in language.numbers}
        for match in _WORD.finditer(text):
            if (
                len(match[0]) >= _SHORTEST_WORD
                and match[0].islower()
                and match[0] not in kept
                and text[match.start() - 1 : match.start()] == " "
                and text[match.end() : match.end() + 1] == " "
                and not re.search(r"\d", _BEFORE_FIGURES.findall(text[: match.start()].rstrip())[0])
            ):
                yield match

    def _less(self, text: str) -> Found:
        """Leave out an ordinary word."""
        found = [(match.start() - 1, match.end()) for match in self._ordinaries(text)]
        if found:
            yield "an ordinary word left out", "", Change(*self._random.choice(found), "")

    def _other(self, text: str) -> Found:
        """Replace an ordinary word by another one of the cluster."""
        found = [match.span() for match in self._ordinaries(text)]
        present = {form(word, self._language.name) for word in _WORD.findall(text)}
        others = [w for w in self._ordinary if form(w, self._language.name) not in present]
        if found and others:
            change = Change(*self._words.choice(found), self._words.choice(others))
            yield OTHER_WORD, "of the cluster", change

    def _name(self, text: str) -> Found:
        found = list(names(text, self._language))
        if not found:
            return
        (start, end), _ = self._random.choice(found)
        present = keys([text])
        own = [name for name in self.names if key(name) not in present]
        for to, others in (("new", self._foreign), ("of the cluster", own)):
            if others:
                yield "name", to, Change(start, end, self._random.choice(others))

    def _figure(self, text: str) -> Found:
        found = list(digits(text, self._language))
        if not found:
            return
        kind, start, end = self._random.choice(found)
        old, present = text[start:end], set(_NUMBER.findall(text))
        if new := self._new(old):
            yield kind, "new", Change(start, end, new)
        others = {
            other[slice(*span)]
            for other in self._texts
            for like, *span in digits(other, self._language)
            if like == kind
        }
        if elsewhere := sorted(others - present):
            yield kind, "of the cluster", Change(start, end, self._random.choice(elsewhere))

    def _new(self, old: str) -> str | None:
        """Draw a figure of the same form that is in no article."""
        for _ in range(_MOST_TRIES):
            first = str(self._random.randint(1, 9))
            rest = re.sub(r"\d", lambda _: str(self._random.randint(0, 9)), old[1:])
            if first + rest not in self._tokens:
                return first + rest
        return None

    def _day(self, text: str) -> Found:
        language = self._language
        for kind, listed in (("weekday", language.weekdays), ("month", language.months)):
            found = [
                match
                for match in _WORD.finditer(text)
                if match[0].lower() in listed
                and (match[0][0].isupper() or not language.weekdays_capitalised)
            ]
            if found:
                match = self._random.choice(found)
                new = self._random.choice([day for day in listed if day != match[0].lower()])
                new = new.capitalize() if match[0][0].isupper() else new
                to = "of the cluster" if key(new) in self._keys else "new"
                yield kind, to, Change(*match.span(), new)

    def _negation(self, text: str) -> Found:
        """Add "not" to a sentence without a negation, or leave the only one out; in English."""
        if self._language.name != "en":
            return
        negating = {*self._language.negations, "n't"}
        n = sum(word in negating for word in re.findall(r"n't\b|\w+", text.replace("’", "'")))
        removed, added = _NOT.search(text), _BEFORE_NOT.search(text)
        if n == 1 and removed:
            yield "negation", "removed", Change(*removed.span(), "")
        elif n == 0 and added:
            yield "negation", "added", Change(added.end(), added.end(), " not")


def names(text: str, language: Language) -> Iterator[tuple[tuple[int, int], str]]:
    """Find the words of names inside a sentence, and their spans; none where nouns look alike."""
    ignored = ordinary(language.name) | language.calendar | language.speech_verbs
    for match in () if language.nouns_capitalised else _WORD.finditer(text):
        word, before = match[0], text[: match.start()]
        is_inside = before.endswith(" ") and before.rstrip()[-1:].isalnum()
        is_word = len(word) >= _SHORTEST_NAME and word[0].isupper() and word[1:].islower()
        if is_inside and is_word and word.lower() not in ignored:
            yield match.span(), word


def digits(text: str, language: Language) -> Iterator[tuple[str, int, int]]:
    """Find the figures in digits of a text, with their kinds and the spans of their digits."""
    days = [(each.start, each.end) for each in dates(text, language)]
    for figure in figures(text, language):
        match = _NUMBER.search(text, figure.start, figure.stop)
        if match and not figure.is_spelled:
            in_date = any(start <= figure.start < end for start, end in days)
            yield _kind(figure.unit, match[0], in_date=in_date), *match.span()


_kinds: dict[str, Callable[[str], bool]] = {
    "percentage": lambda unit: unit == "%",
    "money": lambda unit: unit in SIGNS,
}


def _kind(unit: str, written: str, *, in_date: bool) -> str:
    if in_date:
        return "date"
    named = next((kind for kind, is_one in _kinds.items() if is_one(unit)), None)
    return named or ("year" if re.fullmatch(r"(?:19|20)\d\d", written) else "other figure")
