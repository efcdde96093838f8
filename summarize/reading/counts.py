"""What a figure counts: "killing 12", "12 people died" and "a toll of 12" count the same.

There is no parser. A figure counts what a word for a kind of count beside it says, and otherwise
the noun after it; what is not clear is not read: a part of something, "killed or wounded".
"""

from __future__ import annotations

import re
from functools import cache
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from summarize import languages
from summarize.reading.figures import JOINED, SIGNS, numbers
from summarize.reading.introduce import key
from summarize.reading.joined import joined_kind
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.languages import Language
    from summarize.reading.figures import Figure

    Tokens = Sequence[re.Match[str]]  # from a figure outwards

ROUNDING = 0.025  # share of a figure of money, a rate or a number of things that may be rounding
ESTIMATE = 0.2  # the same of one after "about"

_REACH = 70  # characters on either side of a figure that are looked at
_NOUNS = 4  # words of the noun phrase after it
_LINKS = 8  # words between it and the word for its kind

_TOKEN = word_pattern(r"(?:<capital>\.){2,}|<word>(?>(?:[_'’]|<word>)*)(?:[.,]\d+)*|[^\w\s]")


class Count(NamedTuple):
    """What a text says how many there are of.

    Attributes
    ----------
    value
        The figure.
    least, most
        What it may mean: more than the figure after "at least", and what rounds to it.
    kind
        A kind of count of the language, such as "dead"; or empty.
    noun
        What is counted: a sign of money or ``"%"``, the key of a plural, or empty for people.
    start, end
        The span in the text that says this: "killing at least 12 people".
    """

    value: float
    least: float
    most: float
    kind: str
    noun: str
    start: int
    end: int


def counts(text: str, language: Language) -> Iterator[Count]:
    """Read what the figures of a text count.

    >>> from summarize.languages import load
    >>> for text in ("killing at least 12 and hurting 30", "12 people were killed"):
    ...     print([(text[c.start : c.end], c.value, c.kind) for c in counts(text, load())])
    [('killing at least 12', 12.0, 'dead'), ('hurting 30', 30.0, 'injured')]
    [('12 people were killed', 12.0, 'dead')]
    """
    for figure in numbers(text, language):
        before = [*_TOKEN.finditer(text, max(0, figure.start - _REACH), figure.start)][::-1]
        after = [*_TOKEN.finditer(text, figure.stop, figure.stop + _REACH)]
        found = (
            joined_kind(text, figure, language)
            if language.script in JOINED and figure.unit not in SIGNS
            else _counted(figure, before, after, language)
        )
        if found:
            kind, noun, start, end = found
            least, most, bound = _bounds(text, figure, kind, language)
            yield Count(figure.value, least, most, kind, noun, min(start, bound), end)


def _counted(
    figure: Figure, before: Tokens, after: Tokens, language: Language
) -> tuple[str, str, int, int] | None:
    """Find the kind and the noun of a count, and the span from the one to the other."""
    if figure.unit in SIGNS:
        return "", figure.unit, figure.start, figure.stop
    phrase = _phrase(after, language)
    words = [token[0].lower() for token in phrase]
    ends = (*before[:1], *after[len(phrase) : len(phrase) + 1])
    beside = {*words, *(token[0].lower() for token in ends)}
    is_part = (
        after
        and (after[0][0] in ("-", "–") or _begins_with(after, language.part_links))
        and after[0].start() - figure.stop < 2
    )
    # Without words for what is counted there are none for what is only a part or a rate.
    is_share = is_part or not language.rest.isdisjoint(beside) or _is_rate(before, language)
    if not language.counted or is_share:
        return None
    plural = next((i for i, word in enumerate(words) if _is_plural(word, language)), None)
    is_people = not language.people.isdisjoint(words)
    noun = "" if plural is None or is_people else key(words[plural])
    if not noun and not is_people and not language.plurals:
        nouns = (word for word in words if word not in language.count_links)
        noun = key(next(nouns, ""))  # it may be the plural
    if noun in language.time_words:
        return None
    named = _kind_after(after, len(phrase), language) or _kind_before(before, language)
    if named is None or noun in language.measures:  # "killed 12 miles away"
        return (
            None if plural is None else ("", key(words[plural]), figure.start, phrase[plural].end())
        )
    kind, token = named
    if not kind:
        return None
    shown = () if plural is None else phrase[: plural + 1]
    end = max(figure.stop, token.end(), *(each.end() for each in shown))
    return kind, noun, min(figure.start, token.start()), end


def _begins_with(tokens: Tokens, phrases: frozenset[str]) -> bool:
    """Return whether tokens begin with one of some phrases of one or two words."""
    words = [token[0].lower().replace("’", "'") for token in tokens[:2]]
    return not phrases.isdisjoint(words[:1]) or " ".join(words) in phrases


def _ends_with(before: Tokens, phrases: frozenset[str]) -> bool:
    """Return the same for the end of the tokens before a figure, which are the last one first."""
    return _begins_with(before[:1], phrases) or _begins_with(before[1::-1], phrases)


def _is_rate(before: Tokens, language: Language) -> bool:
    """Return whether a figure is the second of a rate: "one in 12", "three of the 10"."""
    links = language.rate_links | language.part_links
    known = before[1:] if before and before[0][0].lower() in language.definite else before
    return any(
        _ends_with(tokens, links)
        and any(
            each in language.ones or _is_number(each, language)
            for each in (token[0].lower() for token in tokens[1:3])
        )
        for tokens in (before, known)
    )


def _phrase(after: Tokens, language: Language) -> list[re.Match[str]]:
    """Return the noun phrase after a figure, up to a word for a kind of count."""
    found = []
    for token in after[:_NOUNS]:
        word = token[0].lower()
        is_end = word in language.stop_words or word in language.speech_verbs
        if is_end or not word[0].isalpha() or word in _kinds(language.name):
            break
        found.append(token)
    return found


def _is_plural(word: str, language: Language) -> bool:
    is_regular = key(word) != word and not word.endswith(("us", "is"))
    return (
        (is_regular and language.plurals_in_s)
        or word in language.people
        or word in language.plurals
    )


def _kind_after(after: Tokens, first: int, language: Language) -> tuple[str, re.Match[str]] | None:
    """Find the word for a kind after a noun phrase: "12 people were killed"."""
    kinds = _kinds(language.name)
    for i, token in enumerate(after[first : first + _LINKS], start=first):
        word = token[0].lower()
        if word in kinds:
            is_verb = i > first and after[i - 1][0].lower() in language.count_links
            is_active = not is_verb and i >= first > 0 and _has_figure(after[i + 1 :], language)
            return None if is_active else (_single(after, i, language), token)
        if word not in language.count_links:
            return None
    return None


def _has_figure(after: Tokens, language: Language) -> bool:
    """Return whether a figure comes next, maybe after words for a bound: "killed at least 12"."""
    links = language.count_links | _bound_words(language.name)
    word = next((token[0] for token in after if token[0].lower() not in links), "")
    return _is_number(word, language)


def _is_number(word: str, language: Language) -> bool:
    return word.isdigit() or word.lower() in dict(language.numbers)


def _kind_before(before: Tokens, language: Language) -> tuple[str, re.Match[str]] | None:
    """Find the word for a kind before a figure: "killing 12", "the toll in Lunde rose to 12"."""
    kinds, links = _kinds(language.name), language.count_links | _bound_words(language.name)
    is_reached = False
    for i, token in enumerate(before[:_LINKS]):
        word = token[0].lower()
        if word in kinds:
            return _single(before, i, language), token
        is_reached |= word in language.reaching
        if not word[0].isalpha() or not (is_reached or word in links):
            return None
    return None


def _single(tokens: Tokens, i: int, language: Language) -> str:
    """Return the kind of a token; empty if it is one of two, as in "killed or wounded"."""
    kinds = _kinds(language.name)
    next_words = [token[0].lower() for token in tokens[i + 1 : i + 3]]
    is_one_of_two = len(next_words) > 1 and next_words[0] in language.connectives
    return "" if is_one_of_two and next_words[1] in kinds else kinds[tokens[i][0].lower()]


def _bounds(text: str, figure: Figure, kind: str, language: Language) -> tuple[float, float, int]:
    """Return the least and the most that a figure may mean, and where the words for it begin."""
    value = figure.value
    slack = max(0.0 if kind else ROUNDING * value, half_a_unit(value))
    match = _bound(language.name).search(text, max(0, figure.start - _REACH), figure.start)
    start = match.start() if match else figure.start
    if match and match["lower"]:
        return value - slack, inf, start
    if match and match["upper"]:
        return 0.0, value + slack, start
    if match or figure.is_vague:
        slack = max(slack, ESTIMATE * value)
    return value - slack, value + slack, start


def half_a_unit(value: float) -> float:
    """Return half of what the last digit that is not 0 is worth; 0 for less than three digits.

    >>> half_a_unit(1500), half_a_unit(1503), half_a_unit(30)
    (50.0, 0.5, 0.0)
    """
    digits = f"{value:.0f}"
    return 0.5 * 10 ** (len(digits) - len(digits.rstrip("0"))) if len(digits) > 2 else 0.0


@cache
def _kinds(name: str) -> Mapping[str, str]:
    return dict(languages.load(name).counted)


@cache
def _bound_words(name: str) -> frozenset[str]:
    language = languages.load(name)
    phrases = language.lower_bounds | language.upper_bounds
    return language.vague.union(*(phrase.split() for phrase in phrases))


@cache
def _bound(name: str) -> re.Pattern[str]:
    """Return a pattern for words that end before a figure, and make it a bound or an estimate."""
    language = languages.load(name)
    lower, upper, vague = (
        "|".join(sorted(words, key=lambda word: (-len(word), word))) or "(?!)"
        for words in (language.lower_bounds, language.upper_bounds, language.vague)
    )
    first, word = ("", "") if language.script in JOINED else (r"\b", r"(?: [^\W\d_]+)?")
    pattern = rf"{first}(?:(?P<lower>{lower})|(?P<upper>{upper})|(?:{vague})){word} ?$"
    return re.compile(pattern, re.IGNORECASE)
