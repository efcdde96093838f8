import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from strategies import evidence, sentences, unit

from summarize.choice.cite import LEAST, cite, corroboration
from summarize.choice.disagree import disagree
from summarize.choice.same import N_NEAREST, Same, probability
from summarize.languages import load
from summarize.model import Match
from summarize.weights import MINILM, WORDS

ENGLISH = load()
TEXTS = sentences(["a", "b"], ["c", "d", "e"], ["f"])
UNDATED = np.full(6, np.nan)
ONES = np.ones((4, 1))


def cited(rows, pick, texts=TEXTS, days=UNDATED):
    known = evidence(texts, claims=np.array(rows, float), day=days[: len(texts)])
    found = cite(pick, Same(known, ENGLISH))
    return [
        (texts[match.index].document, texts[match.index].position, round(match.confidence, 4))
        for match in found
    ]


def at(likeness, days=0, disagreement=0):
    odds = WORDS.intercept + WORDS.likeness * likeness + WORDS.days * np.log1p(days)
    found = probability(odds + WORDS.disagreement * disagreement)
    return round(min(found, 0.69) if disagreement else found, 4)


def test_the_best_sentence_of_each_other_document_is_cited():
    rows = unit(csr_array([[1.0, 1], [1, 0], [0, 0], [1, 1], [0, 1], [1, 0]])).toarray()
    assert cited(rows, 0) == [(1, 1, at(1)), (2, 0, at(np.sqrt(0.5)))]


def test_a_part_in_one_and_a_part_in_the_other_are_multiplied():
    """A has 3 of the 4 words of B, and B has 3 of the 5 of A."""
    rows = [[1, 1, 1, 1, 1, 0], [0] * 6, [0] * 6, [1, 1, 1, 0, 0, 1], [0] * 6, [0] * 6]
    assert cited(rows, 0) == [(1, 1, at(np.sqrt(3 / 5 * 3 / 4)))]


def test_an_article_of_another_day_must_be_more_similar():
    half = [1, 1, 0, 0]
    rows = [[1, 1, 1, 1], [0] * 4, [0] * 4, half, [0] * 4, half]
    likeness = np.sqrt(0.5)
    days = [1, 1, 1, 1, 1, 2]
    assert cited(rows, 0, days=days) == [(1, 1, at(likeness)), (2, 0, at(likeness, 1))]
    assert cited(rows, 0, days=[1, 1, 1, 1, 1, 900_000_000]) == [(1, 1, at(likeness))]


def test_of_equally_similar_sentences_the_earlier_is_cited():
    assert cited([[1, 0], [0, 1], [1, 0], [1, 0], [1, 0], [0, 1]], 0) == [(1, 0, at(1))]


def test_a_sentence_without_content_words_cites_nothing():
    assert cited([[0, 0], [0, 1], [0, 0], [1, 0], [0, 0], [0, 0]], 0) == []


def test_of_two_the_one_that_agrees_is_quoted():
    texts = sentences(["It rose by 5."], ["It rose by 6.", "It rose."], ["It never rose by 5."])
    assert cited(ONES, 0, texts) == [(1, 1, at(1)), (2, 0, at(1, disagreement=1))]


@given(
    st.lists(
        st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=3, max_size=3), min_size=6, max_size=6
    )
)
def test_citations_are_those_of_the_obvious_way(rows):
    """Every pair compared on its own."""
    known = evidence(TEXTS, claims=np.array(rows), day=UNDATED)
    for pick in range(6):
        best = {}
        for other, text in enumerate(TEXTS):
            own, its = np.array(rows[pick]), np.array(rows[other])
            shares = own[its > 0].sum() * its[own > 0].sum()
            likeness = np.sqrt(shares / (own.sum() * its.sum())) if shares else 0.0
            found = at(likeness, 0, disagree(TEXTS[pick].text, text.text, ENGLISH))
            if found >= LEAST and text.document != TEXTS[pick].document:
                best[text.document] = max(found, best.get(text.document, 0))
        found = cite(pick, Same(known, ENGLISH))
        confidences = {TEXTS[m.index].document: round(m.confidence, 4) for m in found}
        assert list(confidences) == sorted(best)
        assert confidences == best


def test_only_the_nearest_sentences_of_an_article_are_looked_at():
    """The sixth agrees, but is not looked at."""
    texts = sentences(["It rose by 5."], [*["It rose by 6."] * N_NEAREST, "It rose."])
    known = evidence(texts, claims=np.ones((len(texts), 1)), day=np.full(len(texts), np.nan))
    assert [match.index for match in Same(known, ENGLISH).matches(0)] == [1]


class Letters:
    """An encoder whose vectors count two letters, and that remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked += texts
        return [[text.count("a") + 0.001, text.count("b") + 0.001] for text in texts]


def test_a_model_decides_whether_and_words_decide_where():
    texts = sentences(["a"], ["b", "a"], ["a"])
    claims = np.array([[1.0, 1, 1, 1], [1, 1, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1]])
    known = evidence(texts, claims=claims, day=UNDATED[:4])
    encoder = Letters()
    first, second = Same(known, ENGLISH, encoder).matches(0)
    assert [first.index, second.index] == [1, 3]
    odds = MINILM.intercept + MINILM.likeness * np.sqrt(3 / 4) + MINILM.meaning * 0.002
    assert first.confidence == pytest.approx(probability(odds), abs=1e-3)
    odds = MINILM.intercept + MINILM.likeness * np.sqrt(1 / 4) + MINILM.meaning
    assert second.confidence == pytest.approx(probability(odds), abs=1e-3)


def test_each_sentence_is_encoded_once():
    texts = sentences(["a"], ["b"], ["ab"])
    known = evidence(texts, claims=np.ones((3, 1)), day=UNDATED[:3])
    encoder = Letters()
    same = Same(known, ENGLISH, encoder)
    for index in (0, 1, 0):
        same.matches(index)
    assert sorted(encoder.asked) == ["a", "ab", "b"]


@pytest.mark.parametrize("n", [0, 1])
def test_one_article_or_none_has_no_citations(n):
    texts = sentences(["a"] * n)
    assert [cited(np.ones((n, 1)), pick, texts) for pick in range(n)] == [[]] * n


def test_only_confident_citations_of_other_origins_corroborate():
    known = evidence(TEXTS, origin=np.array([0, 0, 1, 1, 1, 0]))
    matches = Match(2, 0.9), Match(5, 0.9)
    assert corroboration(0, matches, known) == 2
    assert corroboration(0, [Match(2, 0.6)], known) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Police found survivors in the wreck.", "Police found no survivors in the wreck."),
        ("The storm killed 12 people.", "The storm killed 15 people."),
        ("The quake had a magnitude of 5.6.", "The quake had a magnitude of 6.9."),
    ],
)
def test_what_disagrees_never_corroborates(first, second):
    texts = sentences([first], [second])
    (match,) = cite(0, Same(evidence(texts, claims=ONES[:2], day=UNDATED[:2]), ENGLISH))
    assert not match.is_confident
