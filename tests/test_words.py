"""Words and lengths in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import REPORTS

from summarize.evidence.tokens import tokens
from summarize.languages import load
from summarize.words import is_spaceless, is_without_stops, width, word_pattern

WORDS = word_pattern("<word>")
UNKNOWN = load("und")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("नौका बंदरगाह में फँसी।", ["नौका", "बंदरगाह", "में", "फँसी"]),
        ("মেয়র, வெள்ளம்", ["মেয়র", "வெள்ளம்"]),
        ("كَتَبَ الوَلَدُ", ["كَتَبَ", "الوَلَدُ"]),
        ("שָׁלוֹם לְכֻלָּם", ["שָׁלוֹם", "לְכֻלָּם"]),
        ("cafe\u0301 nai\u0308f", ["cafe\u0301", "nai\u0308f"]),
        ("渡轮35人", ["渡", "轮", "35", "人"]),
        ("フェリー2隻", ["フ", "ェ", "リ", "ー", "2", "隻"]),
        ("เรือที่นี่", ["เ", "รื", "อ", "ที่", "นี่"]),
        ("សាលា", ["សា", "លា"]),
        ("여객선이 좌초했다", ["여객선이", "좌초했다"]),
        ('צה״ל צה"ל ארה"ב', ["צה״ל", 'צה"ל', 'ארה"ב']),
        ('הוא אמר "שלום"', ["הוא", "אמר", "שלום"]),
        ("l'homme", ["l", "homme"]),
        ("१७२३ ١٬٢٣٤", ["१७२३", "١", "٢٣٤"]),
        ("\u0301 a_b …", ["a", "b"]),
    ],
)
def test_words_of_any_script(text, words):
    assert WORDS.findall(text) == words


@pytest.mark.parametrize("code", REPORTS)
def test_the_words_of_a_text_are_its_letters_and_digits(code):
    text = REPORTS[code][0]
    found = tokens([" ".join(text.split())], UNKNOWN)
    joined = "".join(found.vocabulary[word] for word in found.word)
    assert joined == "".join(word_pattern("<sign>").findall(text))


@given(st.text("aé1 हिन्दी渡轮フเรือที่ក\u0301\u200cצה\"״'_.,。-", max_size=40))
def test_the_words_of_any_text_are_its_letters_in_order(text):
    words = WORDS.findall(text)
    letters = [sign for sign in text if sign.isalnum()]
    assert [sign for word in words for sign in word if sign.isalnum()] == letters


@given(st.text("aÉ1²½ß_'’.,-“ …–", max_size=30))
def test_latin_text_is_cut_alike_by_the_pattern_for_all_scripts(text):
    sign = "\u4e00"  # beyond Latin: then the other pattern is used
    for template in ("<word>", "<letters>", "<letter>{2,}", "<sign>+", "<word>(?:['’]<word>)?"):
        pattern = word_pattern(template)
        found = pattern.findall(f"{text} {sign}")
        assert [each for each in found if each != sign] == pattern.findall(text)


def test_a_joiner_inside_a_word_does_not_cut_it():
    assert tokens(["می\u200cخواهم"], UNKNOWN).vocabulary == ["میخواهم"]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The ferry ran aground.", 4),
        ("Паром сел на мель.", 4),
        ("नौका फँस गई।", 3),
        ("渡轮于星期一沉没。", 6),
        ("渡轮 2025 年沉没", 4),
        ("フェリーが座礁した。", 6),
        ("เรือเฟอร์รีเกยตื้น", 4),
        ("OK 渡", 2),
        ("", 1),
    ],
)
def test_width_is_in_words(text, n):
    assert width(text) == n


def test_which_scripts_have_no_spaces_and_no_stops():
    texts = ("渡", "เรือ", "नौका", "Паром", "여객선", "")
    assert list(map(is_spaceless, texts)) == [True, True, False, False, False, False]
    assert list(map(is_without_stops, texts)) == [False, True, False, False, False, False]
