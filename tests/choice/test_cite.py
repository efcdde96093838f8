import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from strategies import sentences, unit

from summarize.choice.cite import ALIKE, CITED, alike, cite, disagree
from summarize.languages import load

ENGLISH = load()
TEXTS = sentences(["a", "b"], ["c", "d", "e"], ["f"])
ALL = [True] * 6
UNDATED = np.full(6, np.nan)


def ask(picks, texts, rows, usable, days):
    documents = np.array([sentence.document for sentence in texts], int)
    return cite(picks, texts, documents, rows, usable.__getitem__, days, ENGLISH)


def cited(rows, pick, texts=TEXTS, usable=ALL, days=UNDATED):
    days = np.array(days[: len(texts)], float)
    found = ask([pick], texts, csr_array(np.array(rows, float)), usable, days)[pick]
    return [(place.document, place.position, round(place.similarity, 3)) for place in found]


def test_the_best_sentence_of_each_other_document_is_cited():
    rows = unit(csr_array([[1.0, 0], [1, 0.1], [0.5, 1], [1, 0], [1, 0.5], [0.9, 0.4]])).toarray()
    assert cited(rows, 0) == [(1, 1, 1.0), (2, 0, 0.914)]


def test_what_is_below_the_threshold_is_not_cited():
    below = [CITED - 0.01, np.sqrt(1 - (CITED - 0.01) ** 2)]
    at = [CITED, np.sqrt(1 - CITED**2)]
    assert cited([[1, 0], [0, 1], [0, 1], below, [0, 1], at], 0) == [(2, 0, CITED)]


def test_more_is_asked_of_an_article_of_another_time():
    near = [0.4, np.sqrt(1 - 0.4**2)]
    rows = [[1, 0], [0, 1], [0, 1], near, [0, 1], near]
    assert cited(rows, 0, days=[1, 1, 1, 1, 1, 2]) == [(1, 1, 0.4), (2, 0, 0.4)]
    assert cited(rows, 0, days=[1, 1, 1, 1, 1, 90]) == [(1, 1, 0.4)]


def test_of_equally_similar_sentences_the_earlier_is_cited():
    assert cited([[1, 0], [0, 1], [1, 0], [1, 0], [1, 0], [0, 1]], 0) == [(1, 0, 1.0)]


def test_a_sentence_without_content_words_cites_nothing():
    assert cited([[0, 0], [0, 1], [0, 0], [1, 0], [0, 0], [0, 0]], 0) == []


@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=6, max_size=6))
def test_at_most_one_place_a_document_and_never_the_own_one(rows):
    rows = unit(csr_array(np.array(rows)))
    for pick, places in ask(range(6), TEXTS, rows, ALL, UNDATED).items():
        documents = [place.document for place in places]
        assert documents == sorted(set(documents) - {TEXTS[pick].document})
        assert all(CITED <= place.similarity <= 1 for place in places)


@pytest.mark.parametrize("n", [0, 1])
def test_one_article_or_none_has_no_citations(n):
    texts, rows = sentences(["a"] * n), csr_array(np.ones((n, 1)))
    found = ask(range(n), texts, rows, [True] * n, UNDATED[:n])
    assert found == dict.fromkeys(range(n), ())


ONES = np.ones((4, 1))


def test_a_fragment_is_not_cited():
    texts = sentences(["a"], ["b", "c"], ["d"])
    assert cited(ONES, 0, texts, [True, False, True, False]) == [(1, 1, 1.0)]


def test_what_disagrees_is_passed_over_for_the_next_best():
    texts = sentences(["It rose by 5."], ["It rose by 6.", "It rose."], ["It never rose by 5."])
    assert cited(ONES, 0, texts, [True] * 4) == [(1, 1, 1.0)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The bodies were found.", "Neither body was found.", True),
        ("He did not resign.", "He didn’t resign.", False),
        ("They won't pay.", "They will pay.", True),
        ("Tariffs fell to 30%.", "Tariffs peaked at 145%.", True),
        ("Tariffs fell from 145% to 30%.", "Tariffs peaked at 145%.", False),
        ("At least 1,200 died.", "Hundreds died.", False),
        ("It cost 1,200.", "It cost 1.200.", True),
        ("The note was found.", "Notice of it was found.", False),
        ("It was 5. Then it was 3,000, and", "There were 3000 of 5.", False),
        ("The No. 2 official met them.", "The official met them.", False),
    ],
)
def test_negation_and_figures_decide_whether_two_texts_disagree(first, second, expected):
    assert disagree(first, second, ENGLISH) is expected
    assert disagree(second, first, ENGLISH) is expected


def test_what_is_much_alike_is_found_whether_it_disagrees_or_not():
    near = [ALIKE, np.sqrt(1 - ALIKE**2)]
    rows = csr_array(np.array([[1, 0], [1, 0], [0, 1], near, [0, 1], [1, 0]], float))
    assert alike([0], np.array([0, 0, 1, 1, 1, 2]), rows) == {0: [3, 5]}
