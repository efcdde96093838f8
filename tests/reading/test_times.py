from datetime import date

import pytest

from summarize.languages import load
from summarize.reading.times import times

ENGLISH = load()
FRIDAY = date(2025, 6, 13).toordinal()


def found(text, published=FRIDAY):
    return {text[t.start : t.end]: t.date for t in times(text, published, ENGLISH)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on Tuesday.", {"Tuesday": "2025-06-10"}),
        (
            "The ferry sank Friday, police said Thursday.",
            {"Friday": "2025-06-13", "Thursday": "2025-06-12"},
        ),
        ("It sank Saturday night.", {"Saturday": "2025-06-07"}),
        (
            "It sank yesterday, as it did last month.",
            {"yesterday": "2025-06-12", "last month": "2025-05"},
        ),
        ("Yesterday it sank.", {"Yesterday": "2025-06-12"}),
        ("It carried 441 people last year.", {"last year": "2024"}),
    ],
)
def test_what_has_happened_has_a_date(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ferry will sail on Tuesday.",
        "The court is expected to rule Monday.",
        "They meet next Tuesday.",
        "It sails every Tuesday and on Mondays.",
        "“It sank on Tuesday,” he said.",
        "It sank on Tuesday, June 3.",
        "It has been closed since Tuesday.",
        "Tuesday’s ferry sank.",
        "Ruby tuesday sang.",
        "It sank today.",  # often: nowadays
    ],
)
def test_what_is_not_certain_has_none(text):
    assert found(text) == {}


def test_the_month_before_january_is_december():
    january = date(2025, 1, 9).toordinal()
    assert found("It sank last month.", january) == {"last month": "2024-12"}


@pytest.mark.parametrize(
    ("code", "dated", "plain"),
    [
        ("en", "It sank on Tuesday, the 3rd.", "It sank on Tuesday, the captain said."),
        ("fr", "Le bac a coulé mardi, le 3 juin.", "Le bac a coulé mardi, a dit le capitaine."),
        ("es", "El barco se hundió el martes, el 3.", "El barco se hundió el martes, dijo."),
        ("nl", "De boot zonk dinsdag de 3e juni.", "De boot zonk dinsdag, zei de kapitein."),
    ],
)
def test_a_weekday_beside_its_date_is_not_dated_again(code, dated, plain):
    language = load(code)
    assert list(times(dated, FRIDAY, language)) == []
    assert [each.date for each in times(plain, FRIDAY, language)] == ["2025-06-10"]
