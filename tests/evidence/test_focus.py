from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from strategies import sparse_rows

from summarize.evidence.focus import DOUBT, NEIGHBOUR, focus


def slowly(rows, query, weights, document):
    """The formulas of the docstring, cell by cell."""
    n, d = rows.shape
    df = [sum(rows[i, w] > 0 for i in range(n)) for w in range(d)]
    rarity = [log((2 + n) / (1 + df[w])) for w in range(d)]
    worth = [query[w] * rarity[w] / (1 + rarity[w]) if df[w] else 0 for w in range(d)]
    if not sum(worth):
        return np.zeros(n), weights
    share = [sum(worth[w] for w in range(d) if rows[i, w] > 0) / sum(worth) for i in range(n)]
    beside = [
        [share[j] for j in (i - 1, i + 1) if 0 <= j < n and document[j] == document[i]]
        for i in range(n)
    ]
    near = [share[i] + NEIGHBOUR * sum(beside[i]) for i in range(n)]
    new = weights.copy()
    for b in range(weights.shape[1]):
        has = [i for i in range(n) if weights[i, b] > 0]
        about = (sum(near[i] for i in has) + DOUBT * sum(near) / n) / (len(has) + DOUBT)
        new[:, b] *= about**2
    return np.array(share), new


@given(sparse_rows(), st.data())
def test_the_fast_way_is_the_slow_one(rows, data):
    rows.eliminate_zeros()
    n, d = rows.shape
    cells = st.sampled_from([0.0, 0.3, 1.0])
    query = np.array(data.draw(st.lists(cells, min_size=d, max_size=d)))
    document = sorted(data.draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)))
    share, weights = focus(rows, csr_array(query[None]), rows, np.array(document))
    expected_share, expected = slowly(rows.toarray(), query, rows.toarray(), document)
    assert share == pytest.approx(expected_share)
    assert weights.toarray() == pytest.approx(expected)
    assert share.max() <= 1 + 1e-9


def test_without_a_query_the_weights_are_the_same_object():
    rows = csr_array(np.eye(3))
    share, weights = focus(rows, csr_array((1, 3)), rows, np.zeros(3, int))
    assert weights is rows
    assert not share.any()


def test_a_rare_word_counts_more_than_one_that_is_in_nearly_all_sentences():
    rows = csr_array(np.array([[1.0, 0]] * 9 + [[0, 1]]))
    share, _ = focus(rows, csr_array([[1.0, 1.0]]), rows, np.zeros(10, int))
    assert share[9] > 3 * share[0]


def test_the_sentence_after_the_words_of_the_question_gains_too():
    """The question's word is in the first sentence, the answer in the second."""
    words = csr_array(np.array([[1.0, 1, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]))
    bigrams = csr_array(np.eye(4))
    _, weights = focus(words, csr_array([[1.0, 0, 0, 0]]), bigrams, np.array([0, 0, 0, 1]))
    about = weights.diagonal()
    assert about[0] > about[1] > about[2] == about[3]
