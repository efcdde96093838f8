import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarize.grouping import link as linkage
from summarize.grouping import neighbours as near
from summarize.grouping import sums as summed
from summarize.grouping.link import link
from summarize.grouping.neighbours import dots, neighbours
from summarize.grouping.sums import DAYS_WEIGHT, Sums, usual_gap


def slow_link(score, least):
    """Average linkage as it is defined: join the most alike pair, look at all pairs again."""
    groups = [[index] for index in range(len(score))]
    while len(groups) > 1:
        pairs = [(a, b) for a in range(len(groups)) for b in range(a)]
        means = [np.mean([score[i, j] for i in groups[a] for j in groups[b]]) for a, b in pairs]
        best = int(np.argmax(means))
        if means[best] < least:
            break
        a, b = pairs[best]
        groups[b] += groups.pop(a)
    return {frozenset(own) for own in groups}


def alike(rows, day):
    """How alike two articles are, from the definition."""
    known = day[~np.isnan(day)]
    gaps = np.log1p(np.abs(known[:, None] - known))
    score = rows @ rows.T
    for i, j in np.ndindex(score.shape):
        if not np.isnan(day[i] + day[j]):
            score[i, j] += DAYS_WEIGHT * (gaps.mean() - np.log1p(abs(day[i] - day[j])))
    return score


def as_sets(label):
    return {frozenset(np.flatnonzero(label == one).tolist()) for one in np.unique(label)}


@st.composite
def mixes(draw):
    n = draw(st.integers(2, 12))
    generator = np.random.default_rng(draw(st.integers(0, 10**6)))
    rows = generator.random((n, 6)) * (generator.random((n, 6)) < 0.5)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    day = np.where(generator.random(n) < 0.7, generator.integers(0, 60, n), np.nan)
    return rows, day


@given(mixes(), st.floats(0.2, 0.9))
@settings(max_examples=100, deadline=None)
def test_rounds_of_mutual_neighbours_give_average_linkage(mix, least):
    rows, day = mix
    first, second = np.triu_indices(len(rows), 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linkage, "DOUBT", 0.0)
        label = link(Sums.of(csr_array(rows), day), first, second, least)
    assert as_sets(label) == slow_link(alike(rows, day), least)


@given(mixes(), st.floats(0.2, 0.9))
@settings(max_examples=50, deadline=None)
def test_a_group_of_two_is_more_alike_than_the_cut_by_the_doubt(mix, least):
    rows, day = mix
    first, second = np.triu_indices(len(rows), 1)
    sums = Sums.of(csr_array(rows), day)
    groups = as_sets(link(sums, first, second, least))
    score = alike(rows, day)
    for own in groups:
        if len(own) == 2:
            a, b = own
            assert score[a, b] - linkage.DOUBT >= least - 1e-9


def test_single_articles_must_be_more_alike_than_large_groups():
    direction = np.array([[1.0, 0], [0.8, 0.6]])  # the cosine of two is .8
    few, many = csr_array(direction), csr_array(np.repeat(direction, 10, axis=0))
    least = 0.8 - linkage.DOUBT / 2
    assert link(Sums.of(few, np.full(2, np.nan)), *np.triu_indices(2, 1), least).tolist() == [0, 1]
    label = link(Sums.of(many, np.full(20, np.nan)), *np.triu_indices(20, 1), least)
    assert label.tolist() == [0] * 20


@given(mixes())
@settings(max_examples=50, deadline=None)
def test_groups_are_as_alike_as_the_mean_of_their_pairs(mix):
    rows, day = mix
    n = len(rows)
    group = np.arange(n) % 3 if n > 2 else np.arange(n)
    sums = Sums.of(csr_array(rows), day).merged(group)
    score = alike(rows, day)
    for one in range(int(group.max())):
        pair = score[np.ix_(group == one, group == one + 1)]
        found = sums.alike(np.array([one]), np.array([one + 1]))
        assert found == pytest.approx([pair.mean()])


def test_a_sum_of_many_words_gives_the_same_product(monkeypatch):
    rows = csr_array(np.random.default_rng(1).random((4, 9)))
    sums = Sums.of(rows, np.full(4, np.nan))
    pairs = np.array([0, 1, 2]), np.array([3, 3, 0])
    light = sums.alike(*pairs)
    monkeypatch.setattr(summed, "HEAVY", 2)
    assert sums.alike(*pairs) == pytest.approx(light)


def test_the_first_article_numbers_a_group():
    rows = csr_array(np.array([[1.0, 0], [0, 1], [1, 0], [0, 1]]))
    first, second = np.triu_indices(4, 1)
    label = link(Sums.of(rows, np.full(4, np.nan)), first, second, 0.5)
    assert label.tolist() == [0, 1, 0, 1]


def test_a_missing_pair_does_not_join_but_counts_in_the_mean(monkeypatch):
    rows = csr_array(np.array([[1.0, 0], [1, 0], [0.6, 0.8]]))
    sums = Sums.of(rows, np.full(3, np.nan))
    none = np.empty(0, np.int64)
    assert link(sums, none, none, 0.5).tolist() == [0, 1, 2]
    monkeypatch.setattr(linkage, "DOUBT", 0.0)
    assert link(sums, np.array([0, 1]), np.array([1, 2]), 0.59).tolist() == [0, 0, 0]
    assert link(sums, np.array([0, 1]), np.array([1, 2]), 0.61).tolist() == [0, 0, 1]


@pytest.mark.parametrize(
    ("days", "gap"),
    [([], 0.0), ([5.0], 0.0), ([1.0, 2.0], np.log(2) / 2), ([1.0, 8.0], np.log(8) / 2)],
)
def test_the_usual_gap_is_the_mean_over_pairs(days, gap):
    assert usual_gap(np.array(days), np.ones(len(days), np.int64)) == pytest.approx(gap)


@given(mixes(), st.integers(1, 4))
@settings(max_examples=50, deadline=None)
def test_the_nearest_are_those_of_all_comparisons(mix, most):
    rows = mix[0] + np.random.default_rng(most).random(mix[0].shape) / 100  # no ties
    cosine = rows @ rows.T
    np.fill_diagonal(cosine, -1)
    wanted = set()
    for row, own in enumerate(cosine):
        for column in np.argsort(-own)[:most].tolist():
            if own[column] >= near.LEAST:
                wanted.add((min(row, column), max(row, column)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near, "MOST", most)
        patch.setattr(near, "WORK", 20)
        patch.setattr(near, "PAIRS", 3)
        pairs = neighbours(csr_array(rows))
    assert set(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)) == wanted
    assert pairs.cosine == pytest.approx(cosine[pairs.first, pairs.second])


def test_articles_that_share_only_common_words_are_found_all_the_same(monkeypatch):
    monkeypatch.setattr(near, "MOST_HOLDERS", 5)
    monkeypatch.setattr(near, "FEW", 2)
    rows = csr_array(np.full((20, 3), 3**-0.5))
    pairs = neighbours(rows)
    reached = {0}
    for _ in range(20):
        for a, b in zip(pairs.first.tolist(), pairs.second.tolist(), strict=True):
            reached |= {a, b} if reached & {a, b} else set()
    assert reached == set(range(20))
    assert len(pairs.first) < 20 * 19 / 2


def test_no_pair_of_no_rows():
    none = np.empty(0, np.int64)
    assert neighbours(csr_array((0, 0))).first.size == 0
    assert dots(csr_array((0, 0)), none, none).size == 0
