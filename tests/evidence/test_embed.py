from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evidence.embed import embed
from summarize.evidence.tokens import tokens
from summarize.languages import load
from summarize.model import squeeze

ENGLISH = load()


def embedded(texts, extra=()):
    return embed(tokens([*map(squeeze, texts), *extra], ENGLISH), len(texts), ENGLISH)


def similarity(first, second):
    rows, *_ = embedded([first, second])
    return (rows @ rows.T).toarray()[0, 1]


def test_rows_are_tf_idf_as_scikit_learn_defines_it():
    """Worked by hand: idf = ln((1 + n) / (1 + df)) + 1, then rows of length 1."""
    rows, *_ = embedded(["storm storm hits", "storm passes", "village rebuilt"])
    storm, other = log(4 / 3) + 1, log(4 / 2) + 1
    expected = np.array([2 * storm, other]) / np.hypot(2 * storm, other)
    assert sorted(rows[[0]].data) == pytest.approx(sorted(expected))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Prices were rising.", "The price rises"),
        ("The U.S. delegation", "US delegations"),
        ("NEGOTIATIONS", "negotiation"),
        ("rare-earth", "rare earths"),
    ],
)
def test_forms_of_a_word_are_one_column(first, second):
    assert similarity(first, second) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("first", "second"),
    [("The US agreed", "it gave us"), ("the WHO", "those who"), ("of the and", "of the and")],
)
def test_stop_words_are_not_counted_and_names_in_capitals_are_not_stop_words(first, second):
    assert similarity(first, second) == 0.0


def test_a_bigram_is_marked_once_where_a_sentence_holds_it():
    _, _, bigrams, *_ = embedded(["trade deal trade deal", "deal reached", "rain"])
    assert bigrams.toarray().sum(axis=1).tolist() == [2, 1, 0]
    assert set(bigrams.data.tolist()) == {1.0}


def test_bigrams_do_not_cross_sentences_and_need_a_content_word():
    _, _, bigrams, *_ = embedded(["of the deal", "was reached"])
    assert bigrams.toarray().astype(bool).sum(axis=1).tolist() == [1, 1]


def test_extra_texts_change_no_weight():
    texts = ["storm hits coast", "coast is safe"]
    plain, _, plain_bigrams, *_ = embedded(texts)
    rows, _, bigrams, _, extra, *_ = embedded(
        texts, extra=["storm storm on the coast", "", "volcano"]
    )
    assert (plain @ plain.T).toarray() == pytest.approx((rows @ rows.T).toarray())
    assert bigrams.toarray() == pytest.approx(plain_bigrams.toarray())
    assert extra.shape == (3, rows.shape[1])
    assert np.linalg.norm(extra.toarray(), axis=1) == pytest.approx([1, 0, 1])


@given(st.lists(st.text(), min_size=1, max_size=6))
def test_any_text_gives_unit_or_zero_rows(texts):
    rows, _, bigrams, *_ = embedded(texts)
    lengths = np.linalg.norm(rows.toarray(), axis=1)
    assert (np.isclose(lengths, 1) | (lengths == 0)).all()
    assert bigrams.shape[0] == len(texts)
    assert (bigrams.data == 1).all()


def test_no_sentences_give_no_rows():
    rows, _, bigrams, _, extra, *_ = embedded([], extra=["a title"])
    assert (rows.shape[0], bigrams.shape[0], extra.shape[0]) == (0, 0, 1)
