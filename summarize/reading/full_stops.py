"""Does a full stop end a sentence? The word before it and the one after it decide.

A few rules take precedence; where the word before leaves a doubt, nltk's Punkt (Kiss and Strunk,
2006), built from the lists of `summarize.languages`, decides.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import category

from summarize import languages
from summarize.reading.signs import BULLETS

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    from summarize.languages import Language
    from summarize.reading.stops import Stop

LONGEST_WORD = 60  # code points; no word that matters here is longer
_DOTTED = re.compile(r"(?:(?:[^\W\d_][\u0900-\u0d7f]?){1,2}\.){2,}")  # U.S., a.m., Ph.D., ए.पी.जे.
_LONGEST_MARKER = len("viii.")  # in small letters
MARKER = re.compile(r"[(\[]?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})[.)]+")  # 1. (b) iv.
_SIGNS_IN_WORDS = "\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0900-\u0dff\u200c\u200d"
_WORD = re.compile(rf"\w(?:[\w{_SIGNS_IN_WORDS}'’-]{{0,59}})")
_OMISSIONS = (". . . .", "....")  # of words, with the full stop after them
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_PART = len("inn.")  # of an abbreviation of two words
_ORDINAL = re.compile(r"(?:\d{1,3}|[IVX]{1,5})\.")
_NUMERO = re.compile(r"[^\W\d_]{1,3}[°º]s?\.")  # "N°. 12"; not "at 30°."
_SEEN_IN_LOWER_CASE = 1 << 6  # Punkt's flag of a word that is not always capitalised


def is_end(text: str, before: str, stop: Stop, language: Language) -> bool:
    """Return whether a full stop or an ellipsis after the word `before` ends a sentence."""
    at, after = stop.start, stop.word
    if text[after] in BULLETS or _is_plain(before, language):
        return True
    spaced = text[max(0, at - 2) : at].strip() == "."  # . . .
    if spaced or text[at] == "…" or stop.close - at > 1:
        if text[max(at - 6, 0) : stop.close].endswith(_OMISSIONS):
            return True
        before = "..."
    match = _WORD.match(text, after)
    follower = match.group().replace("’", "'") if match else text[after]
    if len(follower) == 1 and follower.isalpha() and text[after + 1 : after + 2] == ".":
        follower = "Xx"  # an initial, not the word "A" or "I"
    word = before.rpartition("-")[2]
    if language.elisions:  # l'Ing.
        word = word.replace("’", "'").rpartition("'")[2]
    if _belongs_to_next(text, word, stop, match, language):
        return False
    if _is_dotted(text, word, at, language):
        return follower.lower() in language.sentence_starters and not text[after].islower()
    is_unit = follower != "Xx" and not follower[0].isdigit() and _is_unit(text, word, at, language)
    if is_unit or not is_doubtful(word[:-1], language):
        return True
    return punkt_splits(word, follower, language.name)


def _is_plain(before: str, language: Language) -> bool:
    """Return whether a word with its full stop can be nothing but the last of a sentence."""
    word = before[:-1]
    is_word = len(before) > _LONGEST_MARKER and word.isalpha() and word.islower()
    return is_word and before[-1] == "." and not is_doubtful(word, language)


def _is_dotted(text: str, word: str, at: int, language: Language) -> bool:
    """Return whether an abbreviation ends a sentence only before a word that begins one.

    It has several full stops, listed or not, or is one letter: a listed one, or of a script that
    has no capitals to show an initial.
    """
    if len(word) == len("г.") and (category(word[0]) == "Lo" or is_abbreviation(word[0], language)):
        return True
    in_two_parts = _in_two_parts(text, word, at) in language.abbreviations
    return in_two_parts or _DOTTED.fullmatch(word) is not None


def _belongs_to_next(
    text: str, word: str, stop: Stop, match: re.Match[str] | None, language: Language
) -> bool:
    """Return whether a word with a full stop belongs to what follows, given its word."""
    at = stop.start
    return (
        word[:-1].lower() in language.titles
        or _in_two_parts(text, word, at) in language.titles
        or is_ordinal(text, word, at, language)
        or (text[stop.word].isdigit() and _counts_on(word, language))
        or _is_first_item(text, word, at)
        or _is_torn_figure(text, word, match, language)
    )


def _counts_on(word: str, language: Language) -> bool:
    """Return whether a figure after this word belongs to it: "N°. 12", "Bahnhofstr. 5"."""
    ending = "-" + word[-len("str.") : -1].lower()
    is_street = (ending, "##number##") in language.collocations
    return is_street or _NUMERO.fullmatch(word) is not None


def is_ordinal(text: str, word: str, at: int, language: Language) -> bool:
    """Return whether the full stop at `at` makes a number an ordinal: "am 3. Oktober"."""
    if _ORDINAL.fullmatch(word) is None:
        return False
    match = _LETTERS.search(text, at, at + LONGEST_WORD)
    follower = match[0].lower() if match else ""
    if ("##number##", follower) in language.collocations:
        return True
    if not language.ordinals:
        return False
    before = "".join(text[max(at - LONGEST_WORD, 0) : at].split()[-2:-1]).lower()
    is_king = not word[0].isdigit() and follower not in language.sentence_starters
    after = text[at + 1 : at + len(" 11. 1989")].lstrip()
    is_date = (
        follower in language.months
        or (  # 17. 11. 1989
            _ORDINAL.match(after) is not None
            or (_ORDINAL.fullmatch(before) is not None and after[:4].isdigit())
        )
    )
    return is_king or is_date or before in language.ordinals


def _in_two_parts(text: str, word: str, at: int) -> str:
    """Return an abbreviation of two words without the space: "z.b" for "z. B."; or nothing."""
    if len(word) > _LONGEST_PART:
        return ""
    before = text[max(at - LONGEST_WORD, 0) : at].split()[-2:-1]
    is_part = before != [] and before[0].endswith(".") and len(before[0]) <= _LONGEST_PART
    return (before[0] + word[:-1]).lower() if is_part else ""


def _is_unit(text: str, word: str, at: int, language: Language) -> bool:
    """Return whether a small letter after a figure is a unit: "at 15 h. Paul left"."""
    letter = word[:-1]
    return (
        len(letter) == 1
        and letter.islower()
        and not is_abbreviation(letter, language)
        and text[max(at - 3, 0) : max(at - 1, 0)].strip()[-1:].isdigit()
        and language.abbreviations != frozenset()
    )


def _is_torn_figure(
    text: str, word: str, follower: re.Match[str] | None, language: Language
) -> bool:
    """Return whether white space tears a figure apart: "452. 9 million"."""
    if follower is None or not word[:-1].isdigit() or not follower[0].isdigit():
        return False
    scale = _WORD.search(text, follower.end(), follower.end() + LONGEST_WORD)
    is_year = len(word) == len("2019.")
    return not is_year and scale is not None and scale[0].lower() in dict(language.scales)


def _is_first_item(text: str, word: str, at: int) -> bool:
    """Return whether the full stop at `at` follows the number of an item: "This is new: 1. We"."""
    before = text[max(at - LONGEST_WORD, 0) : at + 1 - len(word)].rstrip()
    return before.endswith((":", "：")) and MARKER.fullmatch(word) is not None


def is_doubtful(word: str, language: Language) -> bool:
    """Return whether the full stop after this word may be more than the end of a sentence."""
    initial_or_ellipsis = len(word) < 2 or word[-1] == "."
    listed = is_abbreviation(word, language) or word.lower() in _first_words(language.name)
    return initial_or_ellipsis or listed


def is_abbreviation(word: str, language: Language) -> bool:
    """Return whether the word is listed as written (``Ill``) or in lower case."""
    return word in language.abbreviations or word.lower() in language.abbreviations


@cache
def _first_words(name: str) -> frozenset[str]:
    """First words of a language's collocations."""
    return frozenset(first for first, _ in languages.load(name).collocations)


@lru_cache(maxsize=4096)
def punkt_splits(before: str, follower: str, name: str) -> bool:
    """Return whether Punkt ends a sentence between two words, the first with a full stop."""
    return len(list(_punkt(name).sentences_from_tokens((before, follower)))) > 1


@cache
def _punkt(name: str) -> PunktSentenceTokenizer:
    """Punkt with our lists in place of a trained model."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    language = languages.load(name)
    parameters = PunktParameters()
    parameters.abbrev_types = {word.lower() for word in language.abbreviations}
    parameters.collocations = set(language.collocations)
    parameters.sent_starters = set(language.sentence_starters)  # after an abbreviation
    for word in language.sentence_starters:
        parameters.add_ortho_context(word, _SEEN_IN_LOWER_CASE)  # after an initial
    return PunktSentenceTokenizer(parameters)
