"""Figures in the same place of nearly the same sentences."""

import pytest

from summarize.languages import load
from summarize.report.differences.in_place import rivals

ENGLISH = load()
ARTICLE = "With 212 people on board the ferry Hilda ran aground off Lunde."


def found(text, *others, language=ENGLISH):
    """The figures of a text, and what sentences of one article have in their place."""
    return [
        (text[own.start : own.end], others[at][other.start : other.end])
        for own, at, other in rivals(text, others, language)
    ]


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        (ARTICLE, ARTICLE.replace("212", "214"), [("212 people", "214 people")]),
        (ARTICLE, "Of 5 trips, one with 214 people failed.", [("212 people", "214 people")]),
        ("Prices rose 5.1% in May.", "Prices rose 5.3% in May.", [("5.1%", "5.3%")]),
        ("The fire burnt 4,000 maps.", "It burnt 5,000 maps.", [("4,000 maps", "5,000 maps")]),
        ("Six boats sank.", "Eight boats sank.", [("Six boats", "Eight boats")]),
    ],
)
def test_another_figure_in_the_same_place_is_found(text, other, expected):
    assert found(text, other) == expected
    assert found(other, text) == [pair[::-1] for pair in expected]


@pytest.mark.parametrize(
    "other",
    [
        ARTICLE,
        ARTICLE.replace("212", "200"),  # 212 rounded
        ARTICLE.replace("212", "about 214"),
        ARTICLE.replace("212", "at least 214"),
        ARTICLE.replace("212 people", "214 passengers"),  # another word beside it
        ARTICLE.replace("With 212", "Carrying 214"),
        ARTICLE.replace("212", "214 crates and 212"),  # it has this figure too
        "Flight 12 left with people.",
    ],
)
def test_what_may_be_the_same_or_of_something_else_is_not(other):
    assert found(ARTICLE, other) == []


def test_a_figure_that_names_something_is_not_compared():
    assert found("He won stage 13 in Lunde.", "He won stage 15 in Lunde.") == []
    assert found("It was in 2019 that he won.", "It was in 2021 that he won.") == []


def test_another_sentence_of_the_article_may_have_the_figure():
    assert found(ARTICLE, ARTICLE.replace("212", "214"), "All 212 people are safe.") == []


def test_an_article_with_two_figures_in_the_place_tells_of_two_things():
    others = [ARTICLE.replace("212", "214"), ARTICLE.replace("212", "30")]
    assert found(ARTICLE, *others) == []


def test_it_needs_no_words_of_a_language():
    assert found("Kivuko na watu 212 leo.", "Kivuko na watu 214 leo.", language=load("und")) == [
        ("212 leo", "214 leo")
    ]
