"""Each word of each list, in a short sentence, is found by the rule that the list is for."""

import pytest

from summarize.choice.disagree import disagree
from summarize.languages import codes, load
from summarize.reading.days import iso_date
from summarize.reading.figures import DENSE, dates, figures, numbers
from summarize.reading.lean import leans
from summarize.reading.times import times

CODES = [code for code in codes() if code != "und"]


def printed(word, language):
    """Write a noun as the language does."""
    return word.capitalize() if language.nouns_capitalised else word


def joined(*words, language):
    return ("" if language.script in DENSE else " ").join(words)


@pytest.mark.parametrize("code", CODES)
def test_scales_and_percents_are_read(code):
    language = load(code)
    for scale, value in language.scales:
        text = joined("3", printed(scale, language), "x", language=language)
        assert [each.value for each in figures(text, language)] == [3 * value], scale
    for percent in language.percents:
        text = joined("12", printed(percent, language), "x", language=language)
        assert [each.unit for each in figures(text, language)] == ["%"], percent


@pytest.mark.parametrize("code", CODES)
def test_number_words_have_their_values(code):
    language = load(code)
    for word, value in language.numbers:
        text = f"{word} xxxx"
        assert [each.value for each in numbers(text, language)] == [value], word


@pytest.mark.parametrize("code", CODES)
def test_a_day_beside_each_month_is_a_date(code):
    language = load(code)
    for number, month in enumerate(language.months, start=1):
        for name in (month, month.capitalize()):
            found = [int(each.value) for each in dates(f"11 {name}", language)]
            assert found == [(number - 1) * 31 + 11], name
        assert (iso_date(f"11 {month} 2025") or "")[5:7] in ("", f"{number:02}"), month


@pytest.mark.parametrize("code", CODES)
def test_each_negation_makes_a_text_disagree(code):
    language = load(code)
    plain = "市长同意" if language.script in DENSE else "xyzzy plugh"
    for word in language.negations:
        negation = f"xy{word[1:]}" if word.startswith("-") else word
        assert disagree(plain, joined(plain, negation, language=language), language), word
    assert not disagree(plain, plain, language)


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_that_opens_with_a_connective_or_pronoun_leans(code):
    language = load(code)
    rest = "市长没有同意" if language.script in DENSE else "Xyzzy plugh"
    for word in language.connectives | language.pronouns:
        assert leans(joined(word, rest, language=language), language), word
    assert not leans(rest, language)


@pytest.mark.parametrize("code", ["en", "de", "es", "fr", "it", "nl", "pt"])
def test_weekdays_are_resolved_as_the_language_writes_them(code):
    language = load(code)
    friday = 739_415  # 13 June 2025
    for number, day in enumerate(language.weekdays):
        name = day.capitalize() if language.weekdays_capitalised else day
        found = [each.date for each in times(f"Xyzzy plugh {name}.", friday, language)]
        assert found == [f"2025-06-{9 + number if number < 5 else 2 + number:02}"], name


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("de", "Laut Polizei 12 Menschen verletzt", "Laut Polizei 15 Menschen verletzt"),
        ("de", "Er zahlte 3 Millionen Euro", "Er zahlte 3 Milliarden Euro"),
        ("it", "A Roma 12 persone sono morte", "A Roma 15 persone sono morte"),
        ("ru", "Погибли 12 человек", "Погибли 15 человек"),
        ("fr", "En juin 12 personnes sont mortes", "En juin 15 personnes sont mortes"),
    ],
)
def test_figures_that_differ_disagree(code, first, second):
    assert disagree(first, second, load(code))
    assert not disagree(first, first, load(code))


def test_what_is_the_same_in_digits_does_not_disagree():
    assert not disagree("Er zahlte 3 Millionen Euro", "Er zahlte 3.000.000 Euro", load("de"))
    assert not disagree("The firm 华为 moved north.", "The firm 华为 moved up.", load())
