from itertools import product

import numpy as np
import pytest

from benchmarks.scores.statistics import interval, p_value


def test_the_interval_is_that_of_resampling_one_by_one():
    values = [float(v) for v in np.random.default_rng(3).normal(10, 2, 40)]
    draw = np.random.default_rng(4)
    means = [np.mean(draw.choice(values, len(values))) for _ in range(5_000)]
    assert interval(values) == pytest.approx(np.quantile(means, [0.025, 0.975]), abs=0.1)


def test_a_single_cluster_has_an_interval_without_width():
    assert interval([0.25]) == (0.25, 0.25)


def test_p_is_near_that_of_all_sign_flips():
    values = np.array([0.9, 0.4, 0.8, 0.6, 0.7, 0.2, 0.9, 0.5])
    others = np.array([0.5, 0.5, 0.6, 0.3, 0.7, 0.1, 0.6, 0.6])
    d = values - others
    flips = [
        abs(sum(s * x for s, x in zip(signs, d, strict=True)))
        for signs in product((1, -1), repeat=8)
    ]
    exact = np.mean([f >= abs(d.sum()) - 1e-12 for f in flips])
    assert p_value(values, others) == pytest.approx(exact, abs=0.015)
    assert p_value(others, values) == p_value(values, others)


def test_the_same_numbers_give_the_same_answer_whatever_ran_before():
    before = interval([1.0, 2.0, 4.0]), p_value([1.0, 2.0, 4.0], [0.0, 3.0, 1.0])
    np.random.default_rng().random(10)
    assert (interval([1.0, 2.0, 4.0]), p_value([1.0, 2.0, 4.0], [0.0, 3.0, 1.0])) == before
