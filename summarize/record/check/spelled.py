"""Long numbers in words, as digits: "one hundred and twenty", "twenty-one", "five per cent".

The parser of figures reads "two hundred" and "twenty-two", which are most that articles have; a
draft may spell out others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarize import languages
from summarize.model import HIDDEN
from summarize.reading.figures import TENS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.languages import Language

_WITHIN = 100  # a scale that others may follow: "two hundred thousand"


def with_digits(text: str, language: Language) -> str:
    """Write long numbers in digits, place for place: what is left over is hidden before them.

    "Two hundred" stays, for it is an estimate.

    >>> from summarize.languages import load
    >>> some = "One hundred and twenty-one of two hundred men, or sixty percent, left in two groups"
    >>> with_digits(some, load()).replace(HIDDEN, "")
    '121 of two hundred men, or 60 percent, left in two groups'
    """
    pattern = _pattern(language.name)
    return pattern.sub(lambda match: _digits(match[0], language), text) if pattern else text


def begin(text: str, start: int) -> int:
    """Return where a number that `with_digits` may have written begins in the text it had."""
    return len(text[:start].rstrip(HIDDEN))


def _digits(text: str, language: Language) -> str:
    words = re.split(r"[ -]", text.lower().replace(" and ", " "))
    values, scales = _values(language.name), dict(language.scales)
    if len(words) == len(("two", "hundred")) and words[1] in scales:
        return text
    total = current = 0.0
    for word in words:
        scale = scales.get(word, 0)
        if not scale:
            current += values[word]
        elif scale <= _WITHIN:
            current *= scale
        else:
            total, current = total + current * scale, 0.0
    return f"{total + current:.0f}".rjust(len(text), HIDDEN)


@cache
def _values(name: str) -> dict[str, float]:
    language = languages.load(name)
    return {**dict.fromkeys(language.ones, 1.0), **dict(language.numbers)}


@cache
def _pattern(name: str) -> re.Pattern[str] | None:
    """Return the pattern of long numbers in words, and of any before a word for percent."""
    language = languages.load(name)
    numbers = {word: value for word, value in _values(name).items() if word.isalpha()}
    if not numbers or not language.scales:
        return None
    number, tens, one, scale, percent = map(
        _any_of,
        (
            numbers,
            [word for word, value in numbers.items() if value >= TENS],
            language.ones,
            [word for word, _ in language.scales if word.isalpha()],
            language.percents,
        ),
    )
    part = rf"(?:{tens}-{number}|{number})"
    # Not "two hundred and three hundred", which are two numbers.
    rest = rf"(?: (?P<scale>{scale})(?:(?: and)? {part}(?! (?P=scale)\b))?)"
    return re.compile(
        rf"(?i)(?<![\w-])(?:{part}{rest}{{1,4}}|{tens}-{one}|{part}(?= {percent}\b))(?![\w-])"
    )


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or '(?!)'})"
