import pytest

from summarize.languages import load
from summarize.reading.figures import dates, figures, numbers

ENGLISH = load()


def read(text):
    return [(figure.value, figure.unit) for figure in figures(text, ENGLISH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed at 1,310.22 points.", [(1310.22, "point")]),
        ("It cost 1.5 million and 1,500,000.", [(1_500_000, ""), (1_500_000, "")]),
        ("It cost $2 billion, a $2-billion plan.", [(2e9, "$"), (2e9, "$")]),
        ("Rates of 3.5 per cent or 4%", [(3.5, "%"), (4, "%")]),
        ("It fell to £14.5bn.", [(14.5e9, "£")]),
        ("Twelve people and 30 houses", [(12, "people"), (30, "house")]),
        ("In 2025 at 3 of the schools", [(2025, ""), (3, "")]),
        ("Two of them met on 5 June.", [(5, "")]),
        ("A score of 6-4, COVID-19, 1.000.000, 24/7, 7:30", [(7, "")]),
        ("Twenty-two people, two hundred houses", [(22, "people"), (200, "house")]),
    ],
)
def test_values_and_units(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Boeing 737 landed.",
        "A Boeing 737-400 landed.",
        "Flight 990 landed.",
        "It took Route 66.",
        "Under Article 5 and Resolution 1441 and section 8",
        "No. 5 lives",
        "Lee, 35, sings.",
        "Lee, aged 35 and well",
        "The 35-year-old singer",
        "It was in 2019.",
        "It is at 7 p.m. and at 7:30.",
        "They came on June 5 and on 7 July.",
    ],
)
def test_numbers_of_types_laws_ages_years_and_times_count_nothing(text):
    assert list(numbers(text, ENGLISH)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In Iraq 12 soldiers died.", 12),
        ("Twelve died.", 12),
        ("On Monday 12 died.", 12),
        ("About 12 died.", 12),
        ("It had 102 people aboard.", 102),
    ],
)
def test_what_counts_something_is_a_number(text, value):
    assert [figure.value for figure in numbers(text, ENGLISH)] == [value]


@pytest.mark.parametrize(
    ("text", "is_vague"),
    [
        ("At least 10 people", True),
        ("about ten people", True),
        ("two dozen people", True),
        ("The 10 people", False),
    ],
)
def test_bounds_and_guesses_are_vague(text, is_vague):
    assert [figure.is_vague for figure in figures(text, ENGLISH)] == [is_vague]


def test_spans_hold_the_figure_and_its_unit():
    text = "Some 1.5 million people paid $3 million, or 4 percent."
    spans = [text[figure.start : figure.end] for figure in figures(text, ENGLISH)]
    assert spans == ["1.5 million people", "$3 million", "4 percent"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("on June 5", ["June 5"]), ("from 5 June", ["5 June"]), ("June 32, June 2025, Mark 5", [])],
)
def test_dates_name_a_month_and_a_day(text, expected):
    assert [text[date.start : date.end] for date in dates(text, ENGLISH)] == expected
