"""Words of two names are not one name."""

import weakref

from hypothesis import given
from hypothesis import strategies as st

from summarize import languages
from summarize.record.check.near import Near

PEOPLE = ("Anna", "Berg", "Holm", "Falk", "met", "twice", "near", "Lunde")


@given(
    st.lists(st.lists(st.sampled_from(PEOPLE), max_size=12), max_size=3),
    st.lists(st.sampled_from(PEOPLE[:4]), min_size=2, max_size=2),
)
def test_words_are_near_one_another_as_a_slow_search_says(texts, pair):
    listed = [[word.lower() for word in words] for words in texts]
    places = [(t, at, word) for t, words in enumerate(listed) for at, word in enumerate(words)]
    first, second = (word.lower() for word in pair)
    is_near = any(
        t == u and abs(a - b) <= 5 and (v, w) == (first, second)
        for t, a, v in places
        for u, b, w in places
    )
    are_known = {first, second} <= {word for _, _, word in places}
    found = list(
        Near([" ".join(words) for words in texts], languages.load()).strangers(
            f"Yesterday, {' '.join(pair)} left."
        )
    )
    assert bool(found) == (are_known and not is_near)


def test_nothing_is_kept_of_what_is_no_longer_used():
    near = Near(["Howard Lutnick was in London.", "Jamieson Greer was not."], languages.load())
    assert list(near.strangers("So Howard Greer was glad.")) == [(3, 15)]
    gone = weakref.ref(near)
    del near
    assert gone() is None
