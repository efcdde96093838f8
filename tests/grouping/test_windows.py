"""Grouping by windows of days: what goes over a border is joined, and nothing is lost."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import DAM, FERRY, MUSEUM, SINGLES, told

from summarize import Article, group
from summarize.grouping import windows as module
from summarize.grouping.windows import DAYS, OVERLAP, group_all, merged, windows

NAN = float("nan")


@given(st.lists(st.one_of(st.integers(0, 60).map(float), st.just(NAN)), max_size=30))
def test_each_article_is_in_a_window_and_near_ones_are_together(days):
    found = windows(days)
    assert {index for window in found for index in window} == set(range(len(days)))
    for one, first in enumerate(days):
        for other, second in enumerate(days):
            if abs(first - second) <= OVERLAP:
                assert any(one in window and other in window for window in found)
    for window in found:
        known = [days[index] for index in window if days[index] == days[index]]
        assert not known or max(known) - min(known) < DAYS


def dated(articles, first, step):
    return [
        replace(article, published=f"2024-03-{first + step * n:02}")
        for n, article in enumerate(articles)
    ]


def as_sets(grouping):
    return {frozenset(Counter(event.articles).items()) for event in grouping.events}


ARTICLES = [
    *dated(told(FERRY, 8), 1, 2),  # over two weeks
    *dated(told(DAM, 4), 4, 1),
    *told(MUSEUM, 4),
    *(Article(text, published="2024-03-09") for text in SINGLES),
]


def test_an_event_that_goes_over_borders_is_one_event(monkeypatch):
    monkeypatch.setattr(module, "MOST", 3)
    found = group_all(ARTICLES)
    assert as_sets(found) == {
        frozenset(Counter(part).items()) for part in (ARTICLES[:8], ARTICLES[8:12], ARTICLES[12:16])
    }
    assert {each.articles[0] for each in found.singles} == set(ARTICLES[16:])


def test_the_order_and_what_does_the_work_change_nothing(monkeypatch):
    monkeypatch.setattr(module, "MOST", 3)
    found = group_all(ARTICLES)
    shuffled = random.Random(1).sample(ARTICLES, len(ARTICLES))
    with ThreadPoolExecutor(2) as executor:
        again = group_all(shuffled, executor.map)
    assert [event.id for event in again.events] == [event.id for event in found.events]
    assert again.events == found.events
    for event in found.events:
        for index, member in enumerate(event.members):
            assert member.article == event.articles[index]
            assert all(one.member != index for one in member.nearest)


def test_few_articles_are_grouped_at_once():
    assert group_all(ARTICLES) == group(ARTICLES)


def test_one_part_is_merged_to_itself():
    whole = group([*ARTICLES, ARTICLES[0]])
    again = merged([whole])
    assert as_sets(again) == as_sets(whole)
    assert [event.id for event in again.events] == [event.id for event in whole.events]
    assert [event.weight for event in again.events] == pytest.approx(
        [event.weight for event in whole.events]
    )


def test_equal_articles_without_a_sentence_are_all_kept():
    empty = [Article("", published="2024-03-09")] * 3
    whole = group([*ARTICLES, *empty])
    assert Counter(single.articles[0] for single in whole.singles)[empty[0]] == 3
    again = merged([whole, whole])
    assert Counter(map(_articles, again.singles)) == Counter(map(_articles, whole.singles))
    assert as_sets(again) == as_sets(whole)


def _articles(event):
    return event.articles
