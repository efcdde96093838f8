from collections import defaultdict
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from strategies import evidence, sparse_rows, unit

from summarize.choice.budget import Budget
from summarize.choice.same import LATER
from summarize.choice.select import PATIENCE, select
from summarize.choice.select.again import Told
from summarize.languages import load
from summarize.reading.judge import Verdict
from summarize.weights import Weights, weights_for

WEIGHTS = Weights()


class Porter:
    """Replaces a gate: admits what it is told to, and records what it was asked.

    No sentence takes anything as known, and none is cited.
    """

    language = load()
    known = frozenset()

    def __init__(self, verdict, accepts):
        self.judged, self.verdict, self.accepts = [], self._remembered(verdict), accepts
        self.citations = defaultdict(tuple)

    def takes_as_known(self, _):
        return frozenset()

    def tells(self, _):
        return set()

    def _remembered(self, verdict):
        def asked(index):
            self.judged.append(index)
            return Verdict(*map(int, verdict(index)))

        return asked


def choose(
    relevance,
    weights,
    rows=None,
    costs=None,
    usable=None,
    needs=None,
    document=None,
    day=None,
    **options,
):
    n = len(relevance)
    rows = csr_array(np.eye(n) if rows is None else rows)
    usable = [True] * n if usable is None else usable
    needs = [-1] * n if needs is None else needs
    known = evidence(
        rows=rows,
        weights=csr_array(weights),
        document=np.arange(n) if document is None else document,
        day=np.arange(n) * 9.0 if day is None else day,
        seen=options.pop("seen", rows[:0]),
    )
    gate = Porter(
        lambda index: (usable[index], needs[index]), options.pop("accept", lambda _: True)
    )
    costs = np.array([1] * n if costs is None else costs, int)
    size, constants = options.pop("budget", n), options.pop("constants", WEIGHTS)
    with patch.object(Told, "repeat", return_value=None):  # these sentences have no words
        return select(
            known,
            np.array(relevance, float),
            gate,
            Budget(size, costs),
            **{"mmr_lambda": 0.5, "weights": constants, **options},
        ).picks


def chosen(*args, **options):
    return [pick.index for pick in choose(*args, **options)]


def cosine(a, b):
    size = np.linalg.norm(a) * np.linalg.norm(b)
    return float(a @ b / size) if size else 0.0


def slow_mmr(relevance, weights, rows, costs, usable, needs, document, day, budget, mmr_lambda):
    """The rules as documented, with everything recomputed for each candidate."""
    weights, rows = weights.toarray(), rows.toarray()
    n, picks = len(relevance), []

    def is_same(i, j):
        apart = np.nan_to_num(abs(day[i] - day[j]))
        threshold = WEIGHTS.same_news + LATER * np.log(1 + apart)
        plain = cosine((rows[i] > 0) * 1.0, (rows[j] > 0) * 1.0) >= threshold - 1e-9
        return cosine(rows[i], rows[j]) >= WEIGHTS.same or (plain and document[i] != document[j])

    while True:
        said = (weights[picks] > 0).any(axis=0) if picks else np.zeros(weights.shape[1], bool)
        told = sum((rows[j] for j in picks), np.zeros(rows.shape[1]))
        spent = sum(costs[j] for j in picks)
        best, best_gain = None, -np.inf
        for i in range(n):
            total = weights[i].sum()
            cover = weights[i][said].sum() / total if total else 0.0
            is_alone = needs[i] >= 0 and needs[i] not in picks
            if i in picks or not usable[i] or is_alone or spent + costs[i] > budget:
                continue
            if any(is_same(i, j) for j in picks):
                continue
            if spent >= WEIGHTS.full_enough * budget and relevance[i] < WEIGHTS.trifle:
                continue
            share = min(max(cover, cosine(rows[i], told) / WEIGHTS.wholly_redundant), 1)
            gain = mmr_lambda * relevance[i] - (1 - mmr_lambda) * relevance[i] * share
            if gain > best_gain + 1e-9:
                best, best_gain = i, gain
        if best is None:
            return picks
        picks.append(best)


@given(sparse_rows(), st.data())
def test_equals_mmr_written_from_its_definition(weights, data):
    n = weights.shape[0]
    lists = lambda cells: data.draw(st.lists(cells, min_size=n, max_size=n))  # noqa: E731
    rows = unit(csr_array(np.array(lists(st.sampled_from([[1, 0], [0, 1], [3, 1], [0, 0]])))))
    arguments = {
        "relevance": np.array(lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]))),
        "weights": weights,
        "rows": rows,
        "costs": np.array(lists(st.integers(1, 5))),
        "usable": np.array(lists(st.booleans())),
        "needs": np.array(
            [i - 1 if lean and i else -1 for i, lean in enumerate(lists(st.booleans()))]
        ),
        "document": np.array(sorted(lists(st.integers(0, 2)))),
        "day": np.array(lists(st.sampled_from([1.0, 2.0, 9.0, np.nan]))),
        "budget": data.draw(st.integers(1, 12)),
        "mmr_lambda": data.draw(st.sampled_from([0.0, 0.25, 0.5, 1.0])),
    }
    slow = slow_mmr(**arguments)
    fast = chosen(
        arguments["relevance"],
        weights,
        rows,
        arguments["costs"],
        arguments["usable"],
        arguments["needs"],
        arguments["document"],
        arguments["day"],
        budget=arguments["budget"],
        mmr_lambda=arguments["mmr_lambda"],
    )
    if slow:
        assert fast == slow
    else:
        alone = [i for i in range(n) if arguments["usable"][i] and arguments["needs"][i] < 0]
        costs = arguments["costs"]
        assert fast == sorted(alone, key=lambda i: (costs[i], -arguments["relevance"][i], i))[:1]


def test_a_covered_bigram_counts_for_less():
    """Sentence 1 repeats sentence 0; the less relevant sentence 2 says something else."""
    assert chosen([1.0, 0.9, 0.7], [[1, 1, 0, 0], [0, 2, 3, 0], [0, 0, 0, 1]], budget=2) == [0, 2]


def test_lambda_one_looks_at_relevance_only():
    weights = [[1, 1, 0, 0], [0, 2, 3, 0], [0, 0, 0, 1]]
    assert chosen([1.0, 0.9, 0.7], weights, budget=2, mmr_lambda=1.0) == [0, 1]


@pytest.mark.parametrize(
    ("day", "document", "expected"),
    [
        ([5, 5], [0, 1], [0]),
        ([5, 5.5], [0, 1], [0]),
        ([5, 6], [0, 1], [0, 1]),
        ([5, np.nan], [0, 1], [0]),
        ([5, 5], [0, 0], [0, 1]),
    ],
)
def test_the_same_words_at_about_the_same_time_are_the_same_news(day, document, expected):
    """The plain cosine is 1/3: a repetition in two articles of one day, but not in one article."""
    rows = unit(csr_array([[1.0, 2.0, 2.0, 0, 0], [1.0, 0, 0, 2.0, 2.0]]))
    assert chosen([1.0, 0.9], np.eye(2), rows, document=document, day=day) == expected


def test_a_summary_that_is_nearly_full_is_not_filled_up_with_a_trifle():
    assert chosen([1.0, 0.1], np.eye(2), costs=[9, 1], budget=10) == [0]
    assert chosen([1.0, 0.3], np.eye(2), costs=[9, 1], budget=10) == [0, 1]
    assert chosen([1.0, 0.1], np.eye(2), costs=[5, 1], budget=10) == [0, 1]


@pytest.mark.parametrize(("language", "expected"), [("en", [0]), ("fr", [0, 1]), ("und", [0, 1])])
def test_only_an_english_summary_leaves_a_trifle_out(language, expected):
    constants = weights_for(language)
    picks = chosen([1.0, 0.1], np.eye(2), costs=[9, 1], budget=10, constants=constants)
    assert picks == expected


def test_a_near_copy_is_never_picked_however_relevant():
    """With relevance alone, MMR would choose both; the cosine of .8 excludes one."""
    rows = unit(csr_array([[1.0, 0.0, 0.0], [0.8, 0.6, 0.0], [0.0, 0.0, 1.0]]))
    assert chosen([1.0, 0.9, 0.3], np.eye(3), rows, mmr_lambda=1.0) == [0, 2]


def test_a_refused_sentence_is_followed_by_the_next_best():
    asked = []

    def accept(index):
        asked.append(index)
        return index != 0

    assert chosen([1.0, 0.9, 0.5], np.eye(3), accept=accept, budget=2) == [1, 2]
    assert asked == [0, 1, 2]
    assert chosen([1.0, 0.9], np.eye(2), costs=[3, 9], accept=lambda i: i == 1, budget=1) == [1]
    assert chosen([1.0, 0.9], np.eye(2), accept=lambda _: False) == []


@pytest.mark.parametrize(
    ("options", "fate"),
    [
        ({}, ("chosen", None)),
        ({"rows": [[1.0, 0, 0], [1.0, 0, 0], [0, 0, 1.0]]}, ("same", 0)),
        ({"accept": lambda index: index != 1}, ("refused", None)),
        ({"costs": [2, 2, 1], "budget": 3}, ("long", None)),
        ({"relevance": [1.0, 0.12, 0.1], "costs": [9, 1, 1], "budget": 10}, ("trifle", None)),
    ],
)
def test_a_pick_has_its_rival_and_what_became_of_it(options, fate):
    """Sentence 1 is the runner-up when 0 is chosen."""
    options = {"relevance": [1.0, 0.9, 0.5], "weights": np.eye(3), **options}
    first, *_ = choose(**options)
    assert (first.index, first.rival.index) == (0, 1)
    assert first.rival.fate[:2] == fate


def test_the_fate_of_every_sentence_is_known_when_all_is_chosen():
    """In the order of the sentences: see what is given to each of them."""
    fates = {
        "chosen": {"cost": 9},
        "same": {"row": 0},
        "unusable": {"usable": False},
        "refused": {"accepted": False},
        "leans": {"need": 2},
        "long": {"cost": 9},
        "trifle": {"relevance": 0.1},
    }
    given, n = list(fates.values()), len(fates)
    rows = csr_array(np.eye(n)[[one.get("row", i) for i, one in enumerate(given)]])
    gate = Porter(
        lambda i: (given[i].get("usable", True), given[i].get("need", -1)),
        lambda i: given[i].get("accepted", True),
    )
    choice = select(
        evidence(rows=rows),
        np.array([one.get("relevance", 1 - i / 20) for i, one in enumerate(given)]),
        gate,
        Budget(10, np.array([one.get("cost", 1) for one in given])),
        mmr_lambda=0.5,
        weights=WEIGHTS,
    )
    assert [choice.fate(index).name for index in range(n)] == list(fates)
    assert choice.fate(1).same_as == 0


def test_the_only_sentence_has_no_rival():
    assert choose([1.0], np.eye(1))[0].rival is None


def test_what_was_seen_counts_as_already_said():
    rows = unit(csr_array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]))
    assert chosen([1.0, 0.9, 0.5], np.eye(3), rows, seen=rows[[0]]) == [1, 2]
    assert chosen([1.0, 0.9, 0.5], np.eye(3), rows, seen=rows) == []


def test_after_one_that_does_not_fit_shorter_ones_are_tried():
    assert chosen([1.0, 0.9, 0.5], np.eye(3), costs=[3, 9, 2], budget=5) == [0, 2]


def test_where_nothing_fits_the_cheapest_usable_one_is_given():
    picks = choose([1.0, 0.9, 0.5], np.eye(3), costs=[9, 7, 6], usable=[1, 1, 0], budget=5)
    assert [pick.index for pick in picks] == [1]


def test_a_leaning_sentence_comes_only_after_the_one_it_needs():
    assert chosen([0.5, 1.0, 0.7], np.eye(3), needs=[-1, 0, -1], budget=2) == [2, 0]
    assert chosen([0.9, 1.0, 0.7], np.eye(3), needs=[-1, 0, -1], budget=2) == [0, 1]


def test_equal_gains_go_to_the_earlier_sentence():
    assert chosen([0.5, 0.5, 0.5], np.eye(3), budget=2) == [0, 1]


def test_a_pick_has_its_numbers():
    first, second = choose([1.0, 0.8], [[1, 1, 0], [0, 1, 3]], mmr_lambda=0.6)
    assert (first.relevance, first.redundancy, first.gain) == pytest.approx((1.0, 0.0, 0.6))
    assert (second.relevance, second.redundancy) == pytest.approx((0.8, 0.2))
    assert second.gain == pytest.approx(0.6 * 0.8 - 0.4 * 0.2)


def test_lambda_from_c_is_marginal_cover():
    """λ = 1/(2 − c): gains are in the proportion of new weight plus c times covered weight."""
    c = 0.2
    weights = np.array([[1.0, 1, 1, 0, 0, 0], [0, 0, 1, 1, 1, 0], [1, 0, 0, 0, 1, 1]])
    relevance = weights.sum(axis=1) / 4
    picks = choose(relevance, weights, mmr_lambda=1 / (2 - c))
    said = set()
    for pick in picks:
        covers = [1 if b not in said else c for b in np.flatnonzero(weights[pick.index])]
        assert pick.gain * (2 - c) * 4 == pytest.approx(sum(covers))
        said |= set(np.flatnonzero(weights[pick.index]).tolist())


def test_no_sentences_give_no_picks():
    assert chosen([], np.zeros((0, 0)), np.zeros((0, 0)), budget=3) == []


def test_only_candidates_are_judged():
    n = 2_000
    gate = Porter(lambda index: (index % 3 == 0, -1), lambda _: True)
    known = evidence(
        rows=csr_array((np.ones(n), (range(n), range(n)))),
        weights=csr_array((np.ones(n), (range(n), range(n)))),
        document=np.arange(n),
        position=np.full(n, 9),
    )
    picks = select(
        known,
        np.linspace(1, 0, n),
        gate,
        Budget(3, np.ones(n, int)),
        mmr_lambda=0.5,
        weights=WEIGHTS,
    ).picks
    assert [pick.index for pick in picks] == [0, 3, 6]
    assert len(gate.judged) < 20


def test_after_many_refusals_in_a_row_no_more_are_tried():
    refused = []
    n = PATIENCE + 50
    rows = csr_array((np.ones(n), (range(n), range(n))))
    picks = choose([1.0] * n, np.ones((n, 1)), rows, accept=refused.append)
    assert not picks
    assert len(refused) == 2 * PATIENCE  # by gain, then by length


@given(st.integers(0, 10_000))
def test_many_verdicts_at_a_time_change_nothing(seed):
    """Enough sentences for several to be judged together."""
    dice = np.random.default_rng(seed)
    n = 60
    usable = dice.random(n) < 0.15
    needs = np.where(dice.random(n) < 0.4, np.arange(n) - 1, -1)
    rows = unit(csr_array(dice.integers(0, 2, (n, 40)) * (dice.random((n, 40)) < 0.1) * 1.0))
    weights = csr_array((dice.random((n, 50)) < 0.05) * dice.random((n, 50)))
    arguments = {
        "relevance": dice.integers(0, 5, n) / 4,
        "weights": weights,
        "rows": rows,
        "costs": dice.integers(1, 5, n),
        "usable": usable,
        "needs": needs,
        "document": np.arange(n) // 6,
        "day": np.full(n, np.nan),
    }
    slow = slow_mmr(**arguments, budget=20, mmr_lambda=0.5)
    picks = choose(*arguments.values(), budget=20)
    if slow:
        assert [pick.index for pick in picks] == slow
        places = {pick.index: place for place, pick in enumerate(picks)}
        for place, pick in enumerate(picks):
            rival = pick.rival
            if rival and needs[rival.index] >= 0:  # not before what it needs
                assert places[needs[rival.index]] < place
