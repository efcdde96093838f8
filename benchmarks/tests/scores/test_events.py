from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scores.events import agreement, bcubed, ceaf, intervals

# The example of Luo (2005): three entities of twelve mentions, four responses, and the F1 that the
# paper has for each, by B-Cubed and by CEAF with φ4.
LUO = [1] * 5 + [2] * 2 + [3] * 5
RESPONSES = [
    ([1] * 5 + [2] * 7, 0.865, 0.733),
    ([1] * 5 + [2] * 2 + [1] * 5, 0.737, 0.667),
    ([1] * 12, 0.545, 0.294),
    (list(range(12)), 0.400, 0.178),
]


@pytest.mark.parametrize(("response", "b3", "phi4"), RESPONSES)
def test_the_example_of_luo(response, b3, phi4):
    found = agreement(LUO, response)
    assert round(bcubed(found).f1, 3) == b3
    assert round(ceaf(found).f1, 3) == phi4


# The four constraints of Amigó et al. (2009), each with a worse and a better grouping.
CONSTRAINTS = {
    "homogeneity": ([1, 1, 2, 2], [1, 1, 1, 1], [1, 1, 2, 2]),
    "completeness": ([1, 1, 1, 1], [1, 1, 2, 2], [1, 1, 1, 1]),
    "rag bag": (
        [1, 1, 1, 1, 2, 3, 4, 5, 6],
        [1, 1, 1, 1, 1, 2, 2, 2, 2],
        [1, 1, 1, 1, 2, 2, 2, 2, 2],
    ),
    "size and quantity": (
        [1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5],
        [1, 1, 1, 1, 1, 2, 6, 3, 7, 4, 8, 5, 9],
        [1, 1, 1, 1, 6, 2, 2, 3, 3, 4, 4, 5, 5],
    ),
}


@pytest.mark.parametrize(("event", "worse", "better"), CONSTRAINTS.values(), ids=CONSTRAINTS)
def test_bcubed_meets_the_constraints_of_amigo(event, worse, better):
    assert bcubed(agreement(event, worse)).f1 < bcubed(agreement(event, better)).f1


labels = st.integers(1, 9).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 3), min_size=n, max_size=n)] * 2)
)


@given(labels)
def test_bcubed_is_the_mean_over_articles(pair):
    event, group = map(np.array, pair)
    both = [np.sum((event == event[i]) & (group == group[i])) for i in range(event.size)]
    found = bcubed(agreement(event, group))
    sizes = [np.sum(group == one) for one in group], [np.sum(event == one) for one in event]
    assert found.precision == pytest.approx(np.mean(np.array(both) / sizes[0]))
    assert found.recall == pytest.approx(np.mean(np.array(both) / sizes[1]))


@given(labels)
def test_ceaf_is_the_best_of_all_alignments(pair):
    event, group = ([set(np.flatnonzero(np.array(x) == one)) for one in set(x)] for x in pair)
    more, fewer = sorted((event, group), key=len, reverse=True)
    best = max(
        sum(2 * len(a & b) / (len(a) + len(b)) for a, b in zip(chosen, fewer, strict=True))
        for chosen in permutations(more, len(fewer))
    )
    found = ceaf(agreement(*pair))
    assert found.precision == pytest.approx(best / len(group))
    assert found.recall == pytest.approx(best / len(event))


def test_the_intervals_contain_the_scores_and_are_points_where_all_is_right():
    assert intervals(agreement(LUO, LUO)) == ((1.0, 1.0), (1.0, 1.0))
    found = agreement([*range(40), *range(40)], [*range(40), *range(20), *range(50, 70)])
    for (low, high), score in zip(intervals(found), (bcubed(found), ceaf(found)), strict=True):
        assert low < score.f1 < high
