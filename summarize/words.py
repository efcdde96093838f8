"""Words and lengths in any script: the one definition for all stages.

A word is a run of letters with their marks, for a vowel sign or an accent is part of its word. Some
scripts put no space between words: of these each letter, with its marks, is a word.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Letters and marks of scripts without spaces, as the inside of a set of characters: Chinese
# characters and Kana, which are wide; then Thai, Lao, Burmese and Khmer.
WIDE = (
    "\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
NARROW = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u109a-\u109d"
    "\u1780-\u17d3"
)
# Characters of one word, on average; signs between them count too.
WIDE_A_WORD, NARROW_A_WORD = 1.7, 4.5

_ALONE = rf"[{WIDE}{NARROW}]\p{{M}}*+"
_LETTERS, _SIGNS = (  # they begin with a letter or digit
    rf"(?!\p{{M}})[[{signs}\p{{M}}]--[{WIDE}{NARROW}]]++"
    for signs in (r"\p{L}\p{Nl}\p{No}", r"\p{L}\p{N}")
)
_FRAGMENTS = {
    "<capital>": r"\p{Uppercase}",
    "<letter>": r"[\p{L}\p{M}\p{Nl}\p{No}]",
    "<sign>": r"[\p{L}\p{M}\p{N}]",
    "<letters>": rf"(?>{_ALONE}|{_LETTERS})",
    # Hebrew writes abbreviations with a sign inside the word: צה״ל.
    "<word>": rf"(?>{_ALONE}|{_SIGNS}(?>(?:(?<=\p{{Hebrew}})[\"״'׳’](?=\p{{Hebrew}}){_SIGNS})*))",
}

_LATIN = {
    "<capital>": "[{capitals}]",
    "<letter>": r"[^\W\d_]",
    "<sign>": r"[^\W_]",
    "<letters>": r"[^\W\d_]+",
    "<word>": r"[^\W_]+",
}


class _Lazy:
    """A pattern that is compiled when it is first needed: sets so large take milliseconds."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a method of `re.Pattern`
        compiled = re.compile(self._pattern)
        self.search, self.findall, self.sub = compiled.search, compiled.findall, compiled.sub
        return getattr(compiled, name)


# Marks and letters that are not Latin; the punctuation of all scripts that use Latin is before them
# or between them.
_BEYOND = _Lazy("[\u0300-\u1dff\u20d0-\u20ff\u2c00-\U0010ffff]")
_SPACELESS = _Lazy(f"[{WIDE}{NARROW}]")
_IS_WIDE = _Lazy(f"[{WIDE}\u3000-\u303f\uff01-\uff65]")
_NO_STOPS = _Lazy("[\u0e01-\u0edf]")  # Thai and Lao
_IS_NARROW = _Lazy(f"[{NARROW}]")


class WordPattern:
    """A pattern of words, compiled twice: for all scripts, and for text that is surely Latin.

    `re`, which is faster, has neither marks nor scripts; without them, both find the same.
    """

    def __init__(self, template: str) -> None:
        self._template = template

    def findall(self, text: str, *span: int) -> list[Any]:
        """Find all matches, as `re` does; so do the others."""
        return self._for(text, *span).findall(text, *span)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """Yield all matches."""
        return self._for(text, *span).finditer(text, *span)

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """Match at the beginning."""
        return self._for(text, *span).match(text, *span)

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """Find the first match."""
        return self._for(text, *span).search(text, *span)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole text."""
        return self._for(text).fullmatch(text)

    def _for(self, text: str, *span: int) -> re.Pattern[str]:
        """Return the pattern for a span of a text, of which nothing else is looked at."""
        if span:
            text = text[span[0] :] if len(span) == 1 else text[span[0] : span[1]]
        return self._latin if text.isascii() or not _BEYOND.search(text) else self._any_script

    @cached_property
    def _latin(self) -> re.Pattern[str]:
        pattern = _filled(self._template, _LATIN)
        return re.compile(pattern.replace("{capitals}", _capitals()))

    @cached_property
    def _any_script(self) -> re.Pattern[str]:
        import regex

        found: re.Pattern[str] = regex.compile(f"(?V1){_filled(self._template, _FRAGMENTS)}")
        return found


def _filled(template: str, fragments: Mapping[str, str]) -> str:
    for name, fragment in fragments.items():
        template = template.replace(name, fragment)
    return template


@cache
def _capitals() -> str:
    """Return the capitals of text that is surely Latin, as the inside of a set of characters."""
    return "".join(sign for sign in map(chr, range(0x2C00)) if sign.isupper())


@cache
def word_pattern(template: str) -> WordPattern:
    """Compile a pattern in which some names are parts of words.

    Parameters
    ----------
    template
        ``<capital>`` is a capital; ``<letter>`` and ``<sign>`` are a letter or mark, and one of
        these or a digit, in any script. ``<letters>`` is a word without digits, ``<word>`` one
        with them; both are one letter in a script without spaces.

    >>> word_pattern("<word>").findall("हिन्दी: 2 किताबें, 东京 2025年, צה״ל")
    ['हिन्दी', '2', 'किताबें', '东', '京', '2025', '年', 'צה״ל']
    """
    return WordPattern(template)


def is_capitalised(word: str) -> bool:
    """Return whether a word begins with a capital; ``<capital>`` in a `word_pattern` is the same.

    >>> [is_capitalised(word) for word in ("Lunde", "Łódź", "Émile", "Ольга", "élan", "北京", "")]
    [True, True, True, True, False, False, False]
    """
    return word[:1].isupper()


def is_spaceless(text: str) -> bool:
    """Return whether a text has a letter of a script without spaces between words."""
    return not text.isascii() and _SPACELESS.search(text) is not None


def is_wide(text: str) -> bool:
    """Return whether a text has a Chinese character or Kana."""
    return _IS_WIDE.search(text) is not None


def is_without_stops(text: str) -> bool:
    """Return whether a text is mostly in a script that sets no sign at the end of a sentence.

    >>> is_without_stops("เรือเฟอร์รีเกยตื้น"), is_without_stops("The word เรือ is Thai.")
    (True, False)
    """
    if text.isascii() or _NO_STOPS.search(text) is None:
        return False
    return 2 * len(_NO_STOPS.findall(text)) > len("".join(text.split()))


def n_words(text: str) -> int:
    r"""Count the words of any text, as `width` does.

    >>> n_words("The ferry\n\nsank."), n_words("渡轮搁浅"), n_words(" ")
    (3, 3, 0)
    """
    single = " ".join(text.split())
    return width(single) if single else 0


def width(text: str) -> int:
    """Return the length of a text, with single spaces, in words.

    They are the white-space tokens; of a script without spaces, characters by the `WIDE_A_WORD` or
    `NARROW_A_WORD`.

    >>> width("The ferry sank."), width("渡轮于星期一沉没。"), width("")
    (3, 6, 1)
    """
    if text.isascii() or not is_spaceless(text):  # quick, for nearly all
        return text.count(" ") + 1
    n_wide, n_narrow = (
        len(_IS_WIDE.findall(text)),
        len(_IS_NARROW.findall(text)),
    )
    rest = _IS_NARROW.sub(" ", _IS_WIDE.sub(" ", text)).split()
    n_others = sum(any(map(str.isalnum, token)) for token in rest)
    return n_others + ceil(n_wide / WIDE_A_WORD + n_narrow / NARROW_A_WORD)
