import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from strategies import evidence, sentences

from summarize.languages import load
from summarize.model import Match, Pick
from summarize.report.order import order

ENGLISH = load()
TWO = sentences([*"abcd"], [*"efgh"])


def place(document, position):
    return Match(4 * document + position, 0.5)


def read(citations, texts, days=None, needs=None):
    needs = dict(enumerate(needs or [-1] * len(texts)))
    known = {} if days is None else {"day": [days[sentence.document] for sentence in texts]}
    picks = [Pick(index, 1.0, 0.0, 1.0) for index in citations]
    in_order = order(picks, citations, needs, evidence(texts, **known), ENGLISH)
    return [pick.index for pick in in_order]


def test_the_theme_that_most_articles_report_first_opens():
    """Sentence 1 is second in its article, but the other article opens with it."""
    assert read({2: (), 0: (), 1: (place(1, 0),)}, TWO) == [1, 0, 2]


def test_the_rest_follows_as_the_articles_present_it():
    assert read({7: (), 0: (place(1, 0),), 2: (), 5: ()}, TWO) == [0, 5, 2, 7]


def test_a_theme_is_at_the_mean_of_its_places():
    """Last in its own article but second in the other (mean .5): before 6, at .5, by its index."""
    opening = {0: (place(1, 0),)}
    assert read({**opening, 6: (), 3: ()}, TWO) == [0, 6, 3]
    assert read({**opening, 6: (), 3: (place(1, 1),)}, TWO) == [0, 3, 6]


def test_dated_articles_are_reported_in_the_order_of_the_days():
    """Without dates, sentence 5 would come first: it is earlier in its article than 2."""
    picks = {0: (place(1, 0),), 5: (), 2: ()}
    assert read(picks, TWO) == [0, 5, 2]
    assert read(picks, TWO, days=[10, 11]) == [0, 2, 5]


def test_with_one_undated_article_the_days_are_ignored():
    assert read({0: (place(1, 0),), 5: (), 2: ()}, TWO, days=[10, np.nan]) == [0, 5, 2]


def test_a_theme_counts_from_the_day_it_was_first_reported():
    picks = {0: (place(1, 0),), 3: (), 5: (place(0, 1),)}
    assert read(picks, TWO, days=[10, 11]) == [0, 5, 3]


def test_a_leaning_sentence_comes_right_after_the_one_it_needs():
    needs = [-1, -1, 1, 2, -1, -1, -1, -1]
    assert read({0: (place(1, 0),), 3: (), 2: (), 5: (), 1: ()}, TWO, needs=needs) == [
        0,
        1,
        2,
        3,
        5,
    ]


def test_a_name_is_given_in_full_before_its_last_word_alone():
    texts = sentences(["A deal is near.", "Reed added that it is good.", "Mayor Ann Reed agreed."])
    assert read({0: (), 1: (), 2: ()}, texts) == [0, 2, 1]
    texts = sentences(["A deal by Ann Reed is near.", "Reed said so.", "Mayor Ann Reed agreed."])
    assert read({0: (), 1: (), 2: ()}, texts) == [0, 1, 2]


def test_a_place_after_a_function_word_is_not_a_name_in_full():
    texts = sentences(
        ["A deal is near.", "All met late on Monday to vote.", "On Monday it rained."]
    )
    assert read({0: (), 1: (), 2: ()}, texts) == [0, 1, 2]


def test_the_opening_stays_in_front_of_a_name_in_full():
    texts = sentences(["Reed agreed to the deal.", "Mayor Ann Reed was glad."])
    assert read({0: (), 1: ()}, texts) == [0, 1]


def test_no_picks_have_no_order():
    assert read({}, TWO) == []


@given(st.sets(st.integers(0, 7)), st.lists(st.booleans(), min_size=8, max_size=8))
def test_every_pick_comes_exactly_once(picks, leans):
    needs = [i - 1 if lean and i % 4 else -1 for i, lean in enumerate(leans)]
    assert sorted(read(dict.fromkeys(picks, ()), TWO, needs=needs)) == sorted(picks)
