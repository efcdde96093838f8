from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import evidence, sentences

from summarize.choice.budget import Budget
from summarize.choice.select import select
from summarize.choice.select.again import Told
from summarize.choice.select.fuller import LEAST_RELEVANT, LONGEST
from summarize.languages import load
from summarize.reading.judge import Verdict
from summarize.weights import Weights

ENGLISH = load()
POOR = "On Monday the council approved the bridge in Lunde."
FULL = "On Monday the council approved the bridge in Lunde for 12 million kroner."
ALIKE = [[1, 1, 1, 0], [1, 1, 1, 1]]


class Open:
    """Replaces a gate: every sentence is usable, accepted and cited by none."""

    language = ENGLISH
    known = frozenset()

    def __init__(self, refused=()):
        self.citations, self._refused = defaultdict(tuple), refused

    def verdict(self, _):
        return Verdict(is_usable=True, need=-1)

    def accepts(self, index):
        return index not in self._refused

    def takes_as_known(self, _):
        return frozenset()

    def tells(self, _):
        return set()


def chosen(texts, rows, relevance, costs=None, budget=None, refused=(), start=1):
    """The texts that are chosen of second sentences of an article each; `start` is their place."""
    listed = [
        sentence._replace(position=start) for sentence in sentences(*([text] for text in texts))
    ]
    rows = np.array(rows, float)
    costs = np.array(costs or [1] * len(texts))
    picks = select(
        evidence(listed, rows=rows, weights=rows),
        np.array(relevance, float),
        Open(refused),
        Budget(budget or int(costs.sum()), costs),
        mmr_lambda=0.5,
        weights=Weights(),
    ).picks
    return [texts[pick.index] for pick in picks]


def test_a_fuller_sentence_takes_the_place_of_one_that_it_repeats():
    assert chosen([POOR, FULL], ALIKE, [1.0, 0.8]) == [FULL]


@pytest.mark.parametrize(
    "given",
    [
        {"relevance": [1.0, LEAST_RELEVANT - 0.01]},
        {"costs": [1, LONGEST + 1]},
        {"costs": [1, 2], "budget": 1},
        {"refused": [1]},
        {"start": 0},
        {"rows": [[1, 1, 1, 1], [1, 1, 1, 0]]},
    ],
    ids=["less relevant", "longer", "does not fit", "refused", "a first sentence", "says less"],
)
def test_the_best_sentence_stays(given):
    arguments = {"rows": ALIKE, "relevance": [1.0, 0.8], **given}
    assert chosen([POOR, FULL], **arguments) == [POOR]


def test_a_sentence_about_something_else_takes_no_place():
    assert chosen([POOR, FULL], [[1, 1, 0, 0], [0, 0, 1, 1]], [1.0, 0.8]) == [POOR, FULL]


def test_the_fullest_of_several_is_taken():
    more = f"{FULL[:-1]}, said Ann Poe."
    rows = [[1, 1, 1, 0, 0], [1, 1, 1, 1, 0], [1, 1, 1, 1, 1]]
    assert chosen([POOR, FULL, more], rows, [1.0, 0.8, 0.8]) == [more]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (POOR, FULL, True),
        (FULL, POOR, False),
        (POOR, POOR, False),
        (POOR, f"{POOR[:-1]} after Ann Poe had spoken.", True),
        (FULL, "On Monday the council approved the bridge in Lunde for 15 million kroner.", False),
        (POOR, "On Monday the council approved the bridge for 12 million kroner.", False),
        ("The council of Lunde met.", "Lunde has a council of 9 members that met.", True),
        (POOR, "On Tuesday the council approved the bridge in Lunde.", False),
    ],
    ids=[
        "a figure more", "a figure less", "the same", "a name more", "another figure",
        "without a name", "a name as its first word", "another day",
    ],
)  # fmt: skip
def test_a_fuller_sentence_has_all_figures_and_names_and_one_more(first, second, expected):
    told = Told(evidence(sentences([first], [second]), weights=np.eye(2)), ENGLISH)
    assert told.is_fuller(1, 0) is expected


def test_what_a_pick_has_told_makes_nothing_fuller():
    listed = sentences([POOR], [FULL], ["It costs 12 million kroner."])
    told = Told(evidence(listed, weights=np.eye(3)), ENGLISH)
    told.add(2, [])
    assert told.is_fuller(1, 0) is False


FACTS = st.lists(st.sampled_from(["12 bridges", "Ann Poe", "Lunde", "7 roads", "rain"]), max_size=4)


@given(FACTS, FACTS)
def test_no_two_sentences_are_fuller_than_each_other(first, second):
    listed = sentences(*([f"They saw {' and '.join(facts)}."] for facts in (first, second)))
    told = Told(evidence(listed, weights=np.eye(2)), ENGLISH)
    lost = {fact for fact in first if fact != "rain"} - set(second)
    assert not (told.is_fuller(1, 0) and (told.is_fuller(0, 1) or lost))
