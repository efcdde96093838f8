import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from strategies import evidence, sentences, unit

from summarize.choice.cite import alike, cite
from summarize.choice.same import ALIKE, CITED
from summarize.languages import load

ENGLISH = load()
TEXTS = sentences(["a", "b"], ["c", "d", "e"], ["f"])
ALL = [True] * 6
UNDATED = np.full(6, np.nan)


def cited(rows, pick, texts=TEXTS, usable=ALL, days=UNDATED):
    known = evidence(texts, claims=np.array(rows, float), day=days[: len(texts)])
    found = cite(pick, known, usable.__getitem__, ENGLISH)
    return [
        (texts[match.index].document, texts[match.index].position, round(match.similarity, 3))
        for match in found
    ]


def test_the_best_sentence_of_each_other_document_is_cited():
    rows = unit(csr_array([[1.0, 0], [1, 0.1], [0.5, 1], [1, 0], [1, 0.5], [0.9, 0.4]])).toarray()
    assert cited(rows, 0) == [(1, 1, 1.0), (2, 0, 0.914)]


def test_what_is_below_the_threshold_is_not_cited():
    below = [CITED - 0.01, np.sqrt(1 - (CITED - 0.01) ** 2)]
    at = [CITED, np.sqrt(1 - CITED**2)]
    assert cited([[1, 0], [0, 1], [0, 1], below, [0, 1], at], 0) == [(2, 0, CITED)]


def test_an_article_of_another_day_must_be_more_similar():
    near = [0.4, np.sqrt(1 - 0.4**2)]
    rows = [[1, 0], [0, 1], [0, 1], near, [0, 1], near]
    assert cited(rows, 0, days=[1, 1, 1, 1, 1, 2]) == [(1, 1, 0.4), (2, 0, 0.4)]
    assert cited(rows, 0, days=[1, 1, 1, 1, 1, 90]) == [(1, 1, 0.4)]


def test_of_equally_similar_sentences_the_earlier_is_cited():
    assert cited([[1, 0], [0, 1], [1, 0], [1, 0], [1, 0], [0, 1]], 0) == [(1, 0, 1.0)]


def test_a_sentence_without_content_words_cites_nothing():
    assert cited([[0, 0], [0, 1], [0, 0], [1, 0], [0, 0], [0, 0]], 0) == []


@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=6, max_size=6))
def test_at_most_one_place_per_document_and_never_its_own(rows):
    rows = unit(csr_array(np.array(rows))).toarray()
    for pick in range(6):
        found = cited(rows, pick)
        documents = [document for document, _, _ in found]
        assert documents == sorted(set(documents) - {TEXTS[pick].document})
        assert all(CITED <= similarity <= 1 for _, _, similarity in found)


@pytest.mark.parametrize("n", [0, 1])
def test_one_article_or_none_has_no_citations(n):
    texts = sentences(["a"] * n)
    assert [cited(np.ones((n, 1)), pick, texts) for pick in range(n)] == [[]] * n


ONES = np.ones((4, 1))


def test_a_fragment_is_not_cited():
    texts = sentences(["a"], ["b", "c"], ["d"])
    assert cited(ONES, 0, texts, [True, False, True, False]) == [(1, 1, 1.0)]


def test_what_disagrees_is_passed_over_for_the_next_best():
    texts = sentences(["It rose by 5."], ["It rose by 6.", "It rose."], ["It never rose by 5."])
    assert cited(ONES, 0, texts, [True] * 4) == [(1, 1, 1.0)]


def test_similar_sentences_are_found_whether_they_disagree_or_not():
    near = [ALIKE, np.sqrt(1 - ALIKE**2)]
    claims = [[1, 0], [1, 0], [0, 1], near, [0, 1], [1, 0]]
    assert alike(0, evidence(TEXTS, claims=claims)) == [3, 5]
