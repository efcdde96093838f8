"""Untrusted text is safe to show."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.render import clean_text

KEPT = "\u200c\u200d\u180e\u06dd\u070f\u08e2\U000110bd\U000110cd" + "".join(
    map(chr, [*range(0x600, 0x606), 0x890, 0x891, *range(0x13430, 0x13440)])
)


INTRODUCERS = "\x1b\x90\x98\x9b\x9d\x9e\x9f"


def cleaned_by_category(character):
    """Decide by the Unicode database what the written-out ranges decide."""
    category, number = unicodedata.category(character), ord(character)
    if character in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85" or category in {"Zl", "Zp"}:
        return " "
    if category == "Cs" or number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF:
        return "\ufffd"
    if category == "Cc" or (category == "Cf" and character not in KEPT):
        return ""
    if number == 0x2065 or 0xE0000 <= number <= 0xE0FFF:  # reserved for more of the kind
        return ""
    return character


def test_every_character_is_kept_dropped_or_replaced_by_its_category():
    characters = [c for c in map(chr, range(sys.maxunicode + 1)) if c not in INTRODUCERS]
    found = clean_text("x".join(characters)).split("x")
    expected = "x".join(map(cleaned_by_category, characters)).split("x")
    wrong = [(a, b) for a, b in zip(found, expected, strict=True) if a != b]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[38;2;1;2;3mred\x9b0m", "red"),
        ("\x1b]0;new title\x07after", "after"),
        ("\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d0;title\x9cafter", "after"),
        ("\x1bPpayload\x1b\\after", "after"),
        ("\x1b_payload\x9cafter", "after"),
        ("\x1bcreset", "reset"),
        ("\x1b(Bcharset", "charset"),
        ("begun \x1b", "begun "),
        ("begun \x1b[12;", "begun 12;"),
        ("begun \x1b]0;never ended", "begun 0;never ended"),
        ("\x1b]0;one\x1b[31mtwo", "0;onetwo"),
        ("two\r\nlines", "two lines"),
        ("Is\u00adland", "Island"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀 ❤\ufe0f", "👩\u200d🚀 ❤\ufe0f"),
    ],
)
def test_terminal_sequences_go_whole_and_words_stay(text, clean):
    assert clean_text(text) == clean


@given(st.text(st.sampled_from("\x1b\x9b\x9d\x9c\x07[]\\P;0m \na\u202e\ud800\x00")))
def test_nothing_that_controls_a_terminal_survives_cleaning(text):
    clean = clean_text(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e\ud800]", clean)
    assert clean_text(clean) == clean


@pytest.mark.parametrize("part", ["\x1b]", "\x1b[", "\x9d", "\x1bP0", "\x1b[1;", "\x1b ", "\u202e"])
def test_cleaning_a_megabyte_of_begun_sequences_ends(part):
    assert len(clean_text(part * (1_000_000 // len(part)))) <= 1_000_000


class Live(str):
    """A string that calls itself HTML, as markupsafe's Markup does."""

    __slots__ = ()

    def __html__(self):
        return self


@pytest.mark.parametrize("text", ["<b>", "<b>\u202e"])
def test_markup_is_text_like_any_other(text):
    assert type(clean_text(Live(text))) is str
