"""``--since`` leaves out what was certainly published before, and says how much."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import TEXT, one, write

from summarize.errors import OptionError
from summarize.inputs.options import LoadOptions
from summarize.inputs.records import Skipped
from summarize.inputs.since import first_day, is_before, moment, older, recent
from summarize.model import Article
from summarize.reading.days import day

NOON = day("2025-06-11") + 0.5


@pytest.mark.parametrize(
    ("since", "days"), [("24h", 1), (" 36H ", 1.5), ("7d", 7), ("0h", 0), ("999999d", 999_999)]
)
def test_hours_and_days_count_from_now(since, days):
    now = datetime.now(UTC)
    assert first_day(since) == pytest.approx(moment(now.isoformat()) - days, abs=0.01)


@pytest.mark.parametrize(
    "since", ["2025-06-11", "11 June 2025", date(2025, 6, 11), "Wed, June 11, 2025"]
)
def test_a_date_is_the_beginning_of_its_day(since):
    assert first_day(since) == day("2025-06-11")


@pytest.mark.parametrize("since", ["yesterday", "06/11/2025", "24", "h", "-24h", "1.5d", "", 24])
def test_what_is_no_time_is_an_option_error(since):
    with pytest.raises(OptionError, match="give a date such as"):
        first_day(since)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-06-11T11:59:59Z", True),
        ("2025-06-11T12:00:00Z", False),
        ("2025-06-11T13:30:00+02:00", True),
        ("2025-06-11T08:30:00-04:00", False),
        ("2025-06-11T11:00:00", True),  # no zone is UTC
        ("Wed, 11 Jun 2025 11:00:00 GMT", True),
        ("2025-06-11", False),  # it may have been in the evening
        ("2025-06-10", True),
        ("11 June 2025", False),
        ("last week", False),
        ("", False),
        (None, False),
    ],
)
def test_the_time_of_day_counts(published, expected):
    assert is_before(published, NOON) is expected


def test_a_day_is_that_of_the_publisher():
    assert not is_before("2025-06-11T00:30:00+02:00", day("2025-06-11"))
    assert is_before("2025-06-10T23:30:00-05:00", day("2025-06-11"))


@given(st.datetimes(min_value=datetime(1800, 1, 1)), st.integers(-11, 11))  # noqa: DTZ001 - zones are added
def test_a_moment_is_what_datetime_says(naive, hours):
    zone = timedelta(hours=hours)
    local = naive.replace(microsecond=0)
    sign = "-" if hours < 0 else "+"
    text = f"{local.isoformat()}{sign}{abs(hours):02}:00"
    expected = (local - zone - datetime(1, 1, 1)) / timedelta(days=1) + 1  # noqa: DTZ001
    assert moment(text) == pytest.approx(expected, abs=1e-6)


def test_times_that_no_calendar_has_are_still_shown():
    assert older(2, first_day("999999d")).startswith("are older than --since, 0001-01-01")


def test_all_articles_are_filtered_and_counted_once():
    items = [Article("a", published="2025-06-10"), Skipped("b", "is empty"), Article("c")]
    *kept, record = recent([*items, *items], NOON)
    assert kept == [*items[1:], *items[1:]]
    assert (record.where, record.reason) == (
        "2 articles",
        "are older than --since, 2025-06-11 12:00 UTC",
    )
    assert record.is_asked
    assert list(recent(items, None)) == items


def test_files_are_left_out_by_the_date_in_their_header(tmp_path):
    old = write(tmp_path / "old.txt", f"Date: 2025-06-09\n\n{TEXT}")
    new = write(tmp_path / "new.txt", f"Date: 2025-06-11\n\n{TEXT}")
    undated = write(tmp_path / "undated.txt", TEXT)
    articles, (record,) = one([old, new, undated], since=first_day("2025-06-10"))
    assert [article.path for article in articles] == [new, undated]
    assert (record.where, record.is_asked) == ("1 article", True)


@pytest.mark.parametrize("limit", [0, -1, True, 2.0, "3"])
def test_a_limit_below_1_is_an_option_error(limit):
    with pytest.raises(OptionError, match="limit is"):
        LoadOptions(limit=limit)
