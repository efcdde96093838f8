import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from strategies import evidence, sparse_rows

from summarize.choice.rank import RANKERS, factors, rank
from summarize.choice.rank.lexrank import lexrank
from summarize.choice.rank.textrank import textrank
from summarize.model import Sentence
from summarize.weights import Weights, weights_for

DAMPING = 0.85


def stationary(links):
    """The walk's distribution from a dense linear system: (I - d M) p = (1 - d)/n + dangling."""
    n = len(links)
    degrees = links.sum(axis=1)
    steps = np.where(degrees > 0, links.T / np.where(degrees > 0, degrees, 1), 1 / n)
    return np.linalg.solve(np.eye(n) - DAMPING * steps, np.full(n, (1 - DAMPING) / n))


def ask(method, rows, document=None, **known):
    document = np.zeros(rows.shape[0], int) if document is None else np.array(document)
    return rank(method, evidence(weights=rows, document=document, **known), Weights())


@pytest.mark.parametrize("method", RANKERS)
@given(rows=sparse_rows())
def test_relevance_is_in_0_to_1_and_the_best_has_1(method, rows):
    relevance = ask(method, rows)
    assert relevance.shape == (rows.shape[0],)
    assert ((relevance >= 0) & (relevance <= 1)).all()
    assert relevance.max() in (0, 1)


@given(sparse_rows())
def test_lexrank_is_the_stationary_distribution_of_the_cosine_graph(rows):
    known = evidence(rows=rows)
    links = (known.rows @ known.rows.T).toarray()
    assert lexrank(known) == pytest.approx(stationary(links), abs=1e-6)


@given(sparse_rows())
def test_textrank_is_the_stationary_distribution_of_the_overlap_graph(rows):
    n = rows.shape[0]
    words = [set(np.flatnonzero(row)) for row in rows.toarray()]
    links = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i != j and words[i] & words[j]:
                size = np.log(len(words[i]) + 1) + np.log(len(words[j]) + 1)
                links[i, j] = len(words[i] & words[j]) / size
    expected = stationary(links)
    rows.eliminate_zeros()
    assert textrank(evidence(rows=rows)) == pytest.approx(expected, abs=1e-6)


def test_corroboration_prefers_what_more_articles_carry():
    weights = csr_array([[1.0, 1.0, 0.0], [0.0, 1 / 3, 1 / 3], [1.0, 0.0, 1 / 3]])
    relevance = ask("corroboration", weights, document=[0, 1, 2])
    assert relevance[0] > relevance[2] > relevance[1]


def test_corroboration_prefers_the_earlier_of_two_equals():
    relevance = ask("corroboration", csr_array([[1.0, 1.0], [1.0, 1.0]]))
    assert relevance[0] > relevance[1]


def test_corroboration_prefers_what_the_titles_say():
    rows = csr_array(np.eye(3))
    titles = csr_array([[0.0, 1.0, 0.0]] * 3)
    relevance = ask("corroboration", rows, document=[0, 1, 2], titles=titles)
    less = np.exp(-Weights().title_weight)
    assert relevance.tolist() == pytest.approx([less, 1, less])


def test_corroboration_depends_on_the_form_of_a_sentence():
    relevance = ask("corroboration", csr_array(np.eye(2)), document=[0, 1], form=[0.9, 1.1])
    assert relevance == pytest.approx([0.9 / 1.1, 1])


@pytest.mark.parametrize(("language", "full"), [("en", 16), ("cs", 12), ("und", 12)])
def test_a_sentence_of_fewer_words_than_its_language_takes_counts_less(language, full):
    own, lengths = weights_for(language), [full - 1, full, full + 9]
    listed = [Sentence(i, 0, 0, 0, 1, "word " * (n - 1) + "word") for i, n in enumerate(lengths)]
    short, *others = factors("corroboration", evidence(listed), own)["length"].tolist()
    assert short == pytest.approx((1 - 1 / full) ** own.short_power)
    assert others == [1, 1]


def test_centroid_does_not_let_a_long_article_outweigh_the_others():
    """Four sentences of one article against one each of two: the two articles win."""
    rows = csr_array([[1.0, 0.0]] * 4 + [[0.0, 1.0]] * 2)
    relevance = ask("centroid", rows, document=[0, 0, 0, 0, 1, 2])
    assert relevance[4] > relevance[0]


def test_lead_counts_down_in_each_article():
    relevance = ask("lead", csr_array(np.eye(4)), document=[0, 0, 0, 1])
    assert relevance.tolist() == [1, 1 / 2, 1 / 3, 1]


@given(st.sampled_from(sorted(RANKERS)))
def test_focus_lifts_what_contains_it(method):
    rows = csr_array(np.array([[1.0, 1, 0, 0], [1, 1, 0, 0.5], [0, 0, 1, 0], [0.5, 0, 1, 1]]))
    without = ask(method, rows)
    focused = ask(method, rows, focus=np.array([0, 0, 1, 0.5]))
    assert focused[2] / focused[0] > without[2] / without[0]


@given(method=st.sampled_from(sorted(RANKERS)), rows=sparse_rows(), asks=st.booleans())
def test_relevance_is_the_product_of_its_factors(method, rows, asks):
    known = evidence(weights=rows, focus=np.full(rows.shape[0], 0.5 * asks))
    relevance = rank(method, known, Weights())
    parts = factors(method, known, Weights())
    assert ("focus" in parts) is (asks and known.rows.nnz > 0)
    product = np.prod(list(parts.values()), axis=0)
    if product.max() > 0 and known.rows.nnz:
        assert relevance == pytest.approx(product / product.max())
