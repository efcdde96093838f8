from datetime import date

import pytest

from benchmarks.data.mixes import halves, likest, mix, repeated, singles
from benchmarks.data.sets import Item
from summarize import Article

WORDS = ("ferry harbour captain lifeboat", "ferry harbour pilot storm", "museum canvas thief guard")
ITEMS = [
    Item(
        id=str(k),
        articles=tuple(
            Article(f"{words.title()} number {n}.", published=f"2024-05-{9 - n:02}")
            for n in range(4)
        ),
        references=("A summary.",),
    )
    for k, words in enumerate(WORDS)
]


def test_a_mix_has_every_article_with_its_event_in_order_of_dates():
    mixed = mix(ITEMS)
    assert len(mixed.articles) == 12
    for article, event in zip(mixed.articles, mixed.event, strict=True):
        assert article in ITEMS[event].articles
    days = [article.published for article in mixed.articles]
    assert days == sorted(days)
    assert mix(ITEMS) == mixed
    assert len(mix(ITEMS, share=0.5).articles) == 6


def test_the_halves_differ_and_are_the_same_in_every_run():
    found = list(halves(ITEMS * 2, 5))
    assert [len(set(mixed.event)) for mixed in found] == [3] * 5
    assert len({mixed.articles for mixed in found}) > 1
    assert found == list(halves(ITEMS * 2, 5))


def test_half_of_the_clusters_become_singles():
    (mixed,) = singles(ITEMS, 1)
    assert sorted(mixed.event.count(event) for event in range(3)) == [1, 4, 4]


def test_the_likest_pair_is_whole_and_the_others_are_single():
    (mixed,) = likest(ITEMS, 1)
    assert [mixed.event.count(event) for event in range(3)] == [4, 4, 1]


@pytest.mark.parametrize("n", [1, 12, 40])
def test_clusters_are_written_again_until_there_are_enough(n):
    articles = repeated(ITEMS, n)
    assert len(articles) == n
    assert articles == repeated(ITEMS, n)
    assert articles[:12] == [a for item in ITEMS for a in item.articles][:n]
    assert all(date.fromisoformat(article.published) for article in articles)
    assert len({article.text for article in articles}) == n


def test_a_repeated_cluster_uses_the_same_new_words_in_all_its_articles():
    first, second, *_ = repeated(ITEMS, 40)[12:]
    assert (
        first.text.split()[:4] == second.text.split()[:4] != ITEMS[0].articles[0].text.split()[:4]
    )
