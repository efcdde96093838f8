"""The quantities of a text: figures in digits and in words, with their scale and unit, and dates.

This is the one parser of figures, for what is one word (`judge`), what contradicts (`same`) and
what differs (`differences`). It takes the word after a figure for its unit, and no more; `counts`
says what a figure counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarize import languages
from summarize.reading.dates import LAST_DAY, days_of_months
from summarize.reading.numerals import NUMERALS, spelled_value
from summarize.words import NARROW, WIDE, is_capitalised, is_spaceless, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.languages import Language
    from summarize.words import WordPattern

# Digits that are one word: with separators of thousands, decimals, minutes, or points of a score.
NUMBER = r"\d+(?:[.,:٫٬–-]\d+)*"

SIGNS = ("$", "€", "£", "%")  # units that are not nouns

TENS = 20  # number words from here on form others with a hyphen: "twenty-two"
SPACES = " \xa0\u202f"  # between groups of digits
DENSE = ("Han", "Hiragana")  # scripts whose figures have no spaces beside them
JOINED = (*DENSE, "Hangul")  # and those that join a figure to what it counts
SYLLABLES = "\uac00-\ud7a3"  # of Hangul
_BESIDE, _HALF_DAY = 20, len(" p.m.")  # characters beside a figure that are looked at
_VAGUE_WORDS = 3  # words before a figure that may make it vague

_WORD = word_pattern("<letters>")
_DIGIT = re.compile(r"\d")
_LAST_WORD = word_pattern(r"<letters>\.? ?$")
_AGE = re.compile(r"-[^\W\d_]+-[^\W\d_]")  # "35-year-old"
_MINUTES = re.compile(r":\d")


class Figure(NamedTuple):
    """A quantity that a text gives.

    Attributes
    ----------
    value
        With its scale: "1.5 million" and "1,500,000" have one value.
    unit
        A sign of currency, ``"%"``, or the noun after it in lower case without its "s"; empty if
        there is none.
    start, end
        Its span in the text, with its unit.
    stop
        Where its number and scale end.
    is_spelled
        Whether it is spelled out in words.
    is_vague
        Whether it is an estimate, or the words before it make it one or a bound.
    is_name
        Whether the number names or dates something instead of counting it: a flight, a type, a
        law, an age, a year, a day, a time.
    """

    value: float
    unit: str
    start: int
    end: int
    stop: int
    is_spelled: bool = False
    is_vague: bool = False
    is_name: bool = False


def figures(text: str, language: Language) -> Iterator[Figure]:
    """Read the quantities of a text, those in words first.

    Digits that are part of a word, a range or a longer number ("COVID-19", "10-15", "1.000.000")
    are not read, nor is a number word without a noun. Four plain digits may be a year: they have
    no unit.

    >>> from summarize.languages import load
    >>> for figure in figures("Twelve firms lost $1.5 million, 30% of it in 2025.", load()):
    ...     print(figure.value, figure.unit or "-")
    12 firm
    1500000.0 $
    30.0 %
    2025.0 -
    """
    return (figure for figure in _read(text, language.name) if figure.unit or not figure.is_spelled)


def numbers(text: str, language: Language) -> Iterator[Figure]:
    """Read the figures that count or measure something; a number word needs no noun."""
    return (figure for figure in _read(text, language.name) if not figure.is_name)


def instances(text: str, language: Language) -> Iterator[tuple[str, float]]:
    """Read the numbers that name one of several alike, with the word that says of what.

    >>> from summarize.languages import load
    >>> list(instances("Flight 12 left in 2025, after flight 990.", load()))
    [('flight', 12.0), ('flight', 990.0)]
    """
    low = text.lower()
    if not any(word in low for word in language.number_names):
        return
    for figure in _read(text, language.name):
        word = _word_before(text, figure.start).lower() if figure.is_name else ""
        if word in language.number_names:
            yield word, figure.value


@lru_cache(maxsize=1024)  # a pick is compared with many sentences
def _read(text: str, name: str) -> tuple[Figure, ...]:
    language = languages.load(name)
    return (*_in_words(text, language), *_in_digits(text, language))


def _in_words(text: str, language: Language) -> Iterator[Figure]:
    lists = _lists(language.name)
    if is_spaceless(text):
        for match in NUMERALS.finditer(text):
            value, (start, end) = spelled_value(match[0]), match.span()
            if text[:start].rstrip()[-1:].isdecimal():  # it is the scale of digits: 3万亿
                continue
            yield Figure(value, text[end : end + 1].strip(), start, end, end, is_spelled=True)
    if lists.parts.isdisjoint(_WORD.findall(text.lower())):
        return
    for match in lists.spelled.finditer(text):
        number = match["number"].lower()
        parts = [number] if number in lists.numbers else number.split("-")
        value = sum(lists.numbers[part] for part in parts)
        noun = (match["noun"] or "").lower()
        has_noun = len(noun) > 2 and noun not in language.stop_words
        yield Figure(
            value * lists.scales.get((match["scale"] or "").lower(), 1),
            noun.rstrip("s") if has_noun else "",
            match.start(),
            match.end("noun" if has_noun else "figure"),
            match.end("figure"),
            is_spelled=True,
            # "Two hundred" is an estimate.
            is_vague=bool(match["scale"]) or _is_vague(text, match.start(), language),
        )


def _in_digits(text: str, language: Language) -> Iterator[Figure]:
    lists = _lists(language.name)
    for match in lists.digits.finditer(text) if _DIGIT.search(text) else ():
        scale = lists.scales.get(match["suffix"] or (match["scale"] or "").lower(), 1)
        noun = (match["noun"] or "").lower().rstrip("s") or match["counter"] or ""
        unit = match["currency"] or ("%" if match["percent"] else lists.unit(noun))
        is_year = match["digits"].isdigit() and len(match["digits"]) == len("2025")
        if is_year:
            unit = ""
        start, stop = match.span("figure")
        is_plain = match["figure"].isdigit()
        yield Figure(
            _value(match["digits"], lists.decimal) * scale,
            unit,
            start,
            max(match.end("noun"), match.end("counter")) if unit and unit == noun else stop,
            stop,
            is_vague=_is_vague(text, start, language),
            is_name=is_year or (is_plain and _is_name(text, start, stop, language)),
        )


def _is_name(text: str, start: int, stop: int, language: Language) -> bool:
    """Return whether digits name or date something: "Flight 990", "aged 35", "7 p.m.", "June 5"."""
    before, after = text[max(0, start - _BESIDE) : start], text[stop : stop + _BESIDE]
    # "12. Juni": the stop of an ordinal.
    next_word = after if language.month_first else after.removeprefix(".")
    following = _WORD.match(next_word.lstrip())
    word, noun = _word_before(text, start), following[0] if following else ""
    is_age = bool(_AGE.match(after)) or (before.endswith(", ") and after.startswith(","))
    is_time = bool(_MINUTES.match(after)) or _half_day(after) in language.half_days
    is_before = language.month_first and word.lower() in language.months
    is_day = is_before or noun.lower() in language.months
    is_numbered = word.lower() in language.number_names
    return is_age or is_time or is_day or is_numbered or _is_type(word, noun, language)


def _word_before(text: str, start: int) -> str:
    match = _LAST_WORD.search(text[max(0, start - _BESIDE) : start])
    return match[0].rstrip(". ") if match else ""


def _is_type(word: str, noun: str, language: Language) -> bool:
    """Return whether a number belongs to the name before it, and does not count the noun.

    Only where the language says how its plurals are made can that be seen.
    """
    if not language.plurals:
        return False
    ordinary = language.stop_words | language.calendar | language.sentence_starters
    is_capital = is_capitalised(word) and len(word) > 1
    is_counted = noun.islower() and (noun.endswith("s") or noun in language.plurals)
    return is_capital and not is_counted and word.lower() not in ordinary


def _half_day(after: str) -> str:
    words = after[:_HALF_DAY].lower().replace(".", "").split()
    return words[0] if words else ""


def dates(text: str, language: Language) -> Iterator[Figure]:
    """Read the dates that name a month and a day; their values count 31 days in every month."""
    for month, day, start, end in days_of_months(text, language):
        yield Figure((month - 1) * LAST_DAY + day, "date", start, end, end)


def _is_vague(text: str, start: int, language: Language) -> bool:
    before = text[max(0, start - _BESIDE) : start].lower().split()
    return not language.vague.isdisjoint(before[-_VAGUE_WORDS:])


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists for figures of a language, ready for use."""

    numbers: dict[str, float]
    parts: frozenset[str]  # runs of letters in number words
    scales: dict[str, float]
    ordinary: frozenset[str]
    decimal: str
    digits: WordPattern  # a figure in digits, with the word after it
    spelled: WordPattern  # one in words, the same

    def unit(self, noun: str) -> str:
        """Return a noun as a unit; a function word, a month or a day is not one."""
        return "" if noun in self.ordinary else noun


@cache
def _lists(name: str) -> _Lists:
    language = languages.load(name)
    by_length = sorted((scale for scale, _ in language.scales), key=len, reverse=True)
    scales = "|".join(map(re.escape, by_length)) or "(?!)"
    suffixes = "|".join(suffix for suffix, _ in language.suffixes) or "(?!)"
    percents = "|".join(map(re.escape, language.percents)) or "(?!)"
    case = "(?i:" if language.nouns_capitalised else "(?:"  # "Millionen", "Prozent"
    decimal = language.decimal or "."
    group = f"[{re.escape(''.join(language.groups) or ',')}٬]".replace(r"\ ", SPACES)
    # Where a figure is joined to what it counts, the next letter says what that is.
    is_joined = language.script in JOINED
    letters = f"{WIDE}{SYLLABLES}" if language.script == "Hangul" else WIDE
    beside, gap = rf"[^\W{letters}{NARROW}]", "[ -]?" if is_joined else "[ -]"
    blank, bound = (" ?", "") if is_joined else (" ", r"\b")
    digits = word_pattern(
        rf"(?P<figure>(?<!{beside}|[.,:/-])(?P<currency>[$€£])?"
        rf"(?P<digits>\d{{1,3}}(?:{group}\d{{3}})+(?:[{decimal}٫]\d+)?"
        rf"|\d{{1,15}}(?:[{decimal}٫]\d{{1,2}})?)"
        rf"(?:(?P<suffix>{suffixes})\b)?(?![.,]?{beside}|[-–/]\d)"
        rf"(?:{gap}(?P<scale>{case}{scales})){bound})?"
        rf"(?P<percent> ?[%٪％]|{blank}{case}{percents}){bound})?)"
        rf"(?: (?P<noun><letter>{{3,}})|(?P<counter>[{letters}]))?"
    )
    by_length = sorted((word for word, _ in language.numbers), key=len, reverse=True)
    words = "|".join(map(re.escape, by_length)) or "(?!)"
    tens = "|".join(word for word, value in language.numbers if value >= TENS) or "(?!)"
    spelled = word_pattern(
        rf"(?i)(?<![\w-])(?P<figure>(?P<number>(?:{tens})-(?:{words})|{words})"
        rf"(?: (?P<scale>{scales})\b)?)"
        r"(?![\w-])(?: (?P<noun><letters>))?"
    )
    scale_of = dict(language.scales + language.suffixes)
    ordinary = language.stop_words | language.calendar
    parts = frozenset(part for word, _ in language.numbers for part in _WORD.findall(word))
    return _Lists(dict(language.numbers), parts, scale_of, ordinary, decimal, digits, spelled)


def _value(digits: str, decimal: str) -> float:
    """Return the value of a figure in the digits of any script.

    >>> _value("1.234,5", ","), _value("١٬٢٣٤", "."), _value("१७२३", ".")
    (1234.5, 1234.0, 1723.0)
    """
    whole, _, rest = digits.replace("٫", decimal).partition(decimal)
    return float("".join(filter(str.isdigit, whole)) + (f".{rest}" if rest else ""))
