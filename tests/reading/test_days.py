import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Article, summarize
from summarize.languages import load
from summarize.reading.days import day, iso_date
from summarize.reading.gather import canonical


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2025-06-11", "2025-06-11"),
        ("2025-06-11T10:00:00Z", "2025-06-11T10:00:00+00:00"),
        ("2025-06-11 10:00", "2025-06-11T10:00:00"),
        ("2025-06-11 10:00:00 UTC", "2025-06-11"),
        ("June 11, 2025", "2025-06-11"),
        ("Jun. 11 2025", "2025-06-11"),
        ("JUNE 11th, 2025", "2025-06-11"),
        ("11  June\t2025", "2025-06-11"),
        ("1st Sept. 2025", "2025-09-01"),
        ("Wednesday, 11 June 2025", "2025-06-11"),
        ("Wed Jun 11 2025", "2025-06-11"),
        ("Wed, 11 Jun 2025 10:00:00 GMT", "2025-06-11T10:00:00+00:00"),
        ("11 Jun 2025 10:00:00 -0500", "2025-06-11T10:00:00-05:00"),
        ("06/11/2025", None),
        ("11.6.2025", None),
        ("June 2025", None),
        ("June 31, 2025", None),
        ("2025-02-30", None),
        ("2025-06-11/2025-06-13", None),
        ("2025-06-1", None),
        ("20250611", None),
        ("Marching 11, 2025", None),
        ("11 Jun 2025 25:00:00 GMT", None),
        ("11 Jun 2025 10:00:00 +9999", None),
        ("\u0662025-06-11", None),
        ("yesterday", None),
        ("", None),
        ("9" * 100_000, None),
    ],
)
def test_dates_become_iso_or_nothing_and_are_never_guessed(value, iso):
    assert iso_date(value) == iso


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_dates(text):
    assert iso_date(text) is None or iso_date(text) == iso_date(iso_date(text))
    assert math.isnan(day(text)) is (iso_date(text) is None)


@pytest.mark.parametrize("name", load().months)
def test_every_month_is_understood_in_full_and_cut_short(name):
    assert day(f"3 {name} 2025") == day(f"{name[:3]}. 3, 2025")


def test_articles_are_in_the_order_of_their_days_in_whatever_form_they_are_dated():
    dates = ["11 June 2025", "2 June 2025", "2025-06-05", "soon", None, "June 1, 2025"]
    ordered, _ = canonical(Article(f"Text {n}.", published=p) for n, p in enumerate(dates))
    assert [a.published for a in ordered[:4]] == [dates[5], dates[1], dates[2], dates[0]]


def test_a_summary_reports_days_in_their_order_in_whatever_form_they_are_given():
    """As text, "11 June" is before "2 June"."""
    first = "The ferry Hilda ran aground off the island of Lunde with 212 people on board."
    later = "A tug pulled the ferry off the rocks and towed it to the yard in Vestby."
    opening = "Ferries to the island of Lunde are cancelled until the end of the week."
    articles = [
        Article(f"{opening} {later}", published="11 June 2025"),
        Article(f"{opening} {first}", published="2 June 2025"),
    ]
    told = [sentence.text for sentence in summarize(articles, words=100).sentences]
    assert told.index(first) < told.index(later)
