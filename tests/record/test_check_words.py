"""What of a draft's words is named or listed, and what says the same in other words."""

import pytest

from summarize import check, languages
from summarize.model import HIDDEN
from summarize.record.check.spelled import with_digits


def problems(text, article):
    found = check(text, [article])
    return [(each.kind, each.text) for s in found.sentences for each in s.problems]


FERRY = "The ferry Hilda ran aground near Lunde. All 212 people on board the ferry are safe."


@pytest.mark.parametrize(
    ("text", "article", "expected"),
    [
        ("All 212 people on board the ferry are dead.", FERRY, ("dead",)),
        ("All 212 people on board the ferry are not safe.", FERRY, ("not",)),
        ("All 212 people on board the ferry aren't safe.", FERRY, ("aren't",)),
        ("All 212 people aboard the ferries are safe.", FERRY, ("aboard",)),
        ("All of the 212 people on the ferry were safe on board.", FERRY, ()),
        (
            "Two people on board the ferry are dead, dead and dying.",
            FERRY,
            ("Two", "dead", "dying"),
        ),
        (
            "The US bank lost $1,500,000 in Berg's time.",
            "The United States bank didn't lose $1.5 million in Berg’s time.",
            ("lost",),
        ),
        (
            "Le bateau de l'armée a coulé devant l’île.",
            "Le bateau de l’équipage a coulé lundi devant l'île.",
            ("l'armée",),
        ),
        ("渡轮希尔达号星期一在伦讷附近沉没。", "渡轮希尔达号星期一在伦讷附近搁浅。", ()),
    ],
)
def test_words_that_no_cited_passage_has_are_listed(text, article, expected):
    [sentence] = check(text, [article]).sentences
    assert sentence.citations
    assert sentence.uncited_words == expected
    assert check(article, [article]).sentences[0].uncited_words == ()


def test_words_of_what_is_not_found_are_not_listed():
    [sentence] = check("Pigs fly over the hills at night.", [FERRY]).sentences
    assert (sentence.status, sentence.uncited_words) == ("not found", ())


def test_words_that_no_passage_has_are_no_problem():
    found = check("All 212 people on board the ferry are dead.", [FERRY])
    assert (found.n_wrong, found.sentences[0].problems) == (0, ())


TWO_TOWNS = "The storm killed 18 people in Molde and 7 in Bodo."
PASSENGERS = "The ship Hilda had 120 passengers on board when it sank, 5 percent of them children."
VOTE = "Parliament voted 61 to 38 to reject the plan."
HALF_DENIED = "The plan was not approved by the senate, but the house passed it."


@pytest.mark.parametrize(
    ("article", "text", "expected"),
    [
        (TWO_TOWNS, "The storm killed 7 people in Bodo.", []),
        (TWO_TOWNS, "Seven people died in Bodo and 18 people in Molde.", []),
        (TWO_TOWNS, "The storm killed 7 people.", []),
        (TWO_TOWNS, "The storm killed 7 people in Molde.", [("contradiction", "killed 7 people")]),
        (PASSENGERS, "The ship Hilda had one hundred and twenty passengers on board.", []),
        (
            PASSENGERS,
            "The ship Hilda had one hundred and twenty-one passengers on board.",
            [("figure", "one hundred and twenty-one")],
        ),
        (PASSENGERS, "Of the passengers on board, five per cent were children.", []),
        (
            PASSENGERS,
            "Of the passengers on board, six per cent were children.",
            [("figure", "six per cent")],
        ),
        (VOTE, "Parliament rejected the plan by 61 votes to 38.", []),
        (HALF_DENIED, "The plan was approved by the house.", []),
        (
            HALF_DENIED,
            "The plan was approved by the senate.",
            [("contradiction", "The plan was approved by the senate.")],
        ),
    ],
)
def test_what_an_article_says_in_other_words_is_not_named(article, text, expected):
    assert problems(text, article) == expected
    assert problems(article, article) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one hundred and twenty men", "120 men"),
        ("one hundred twenty-one men", "121 men"),
        ("two hundred and fifty thousand men", "250000 men"),
        ("three million two hundred thousand and five", "3200005"),
        ("twenty-one men", "21 men"),
        ("forty-five percent", "45 percent"),
        ("two hundred men", "two hundred men"),
        ("two hundred and three hundred men", "two hundred and three hundred men"),
        ("two and three men", "two and three men"),
        ("a one-two punch", "a one-two punch"),
    ],
)
def test_long_numbers_in_words_are_digits(text, expected):
    written = with_digits(text, languages.load())
    assert written.replace(HIDDEN, "") == expected
    assert len(written) == len(text)
