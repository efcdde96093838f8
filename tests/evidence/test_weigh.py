from math import exp

import numpy as np
import pytest
from hypothesis import given
from scipy.sparse import csr_array
from strategies import sparse_rows

from summarize.evidence.weigh import weigh
from summarize.weights import Weights

WEIGHTS = Weights()


def weighed(rows, documents):
    """The weight of each bigram, 0 for one that no sentence contains."""
    documents = np.array(documents)
    positions = np.array([(documents[:i] == documents[i]).sum() for i in range(len(documents))])
    weights = weigh(csr_array(np.array(rows, float)), documents, positions, WEIGHTS)
    return weights.toarray().max(axis=0)


def slow(rows, documents):
    """The formula, bigram by bigram."""
    expected, n = [], len(set(documents))
    for column in np.array(rows).T:
        places = {}
        for sentence in np.flatnonzero(column):
            document = documents[sentence]
            places.setdefault(document, []).append(documents[:sentence].count(document))
        if not places:
            expected.append(0.0)
            continue
        df = len(places)
        early = sum(exp(-min(found) / WEIGHTS.early_scale) for found in places.values()) / df
        expected.append(df / n * exp(WEIGHTS.early_weight * early * min(3 / n, 1.5)))
    return expected


def test_more_articles_and_an_earlier_mention_weigh_more():
    many, few, late = weighed([[1, 1, 0], [0, 0, 1], [1, 0, 0]], documents=[0, 0, 1])
    assert many > few > late


@given(sparse_rows())
def test_equals_the_formula(rows):
    present = (rows.toarray() > 0) * 1
    documents = sorted(i % 3 for i in range(len(present)))
    assert weighed(present, documents) == pytest.approx(slow(present, documents))


def test_no_sentences_have_no_weights():
    nothing = np.zeros(0, np.int64)
    assert weigh(csr_array((0, 0)), nothing, nothing, WEIGHTS).shape == (0, 0)
