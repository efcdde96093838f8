from dataclasses import asdict

import numpy as np
import pytest

from benchmarks.commands import ranking
from benchmarks.data.sets import DataSet, Item
from summarize import Article, Summarizer
from summarize.weights import Weights

SHARED = "The council approved the new bridge over the river on Monday."
ITEM = Item(
    id="bridge",
    articles=tuple(
        Article(f"{SHARED} {text}")
        for text in (
            "Ferries will go on until the spring of next year.",
            "Fishermen had asked for a tunnel instead of it.",
            "Tolls will pay for a third of the cost of work.",
            "Builders from two countries wrote the best offers.",
        )
    ),
    references=("The council approved the new bridge. Ferries will go on.",),
)
DATA = DataSet("bridges", "", (ITEM, ITEM), words=20, metric="recall", tokenizer="ascii")


SHIPPED = asdict(Weights()) | {"rank": Summarizer().rank, "mmr_lambda": Summarizer().mmr_lambda}


@pytest.mark.parametrize("setting", ranking.ROWS.values(), ids=ranking.ROWS)
def test_a_row_changes_weights_and_options_that_there_are(setting):
    assert all(SHIPPED[name] != value for name, value in setting.items())


def test_the_shipped_value_of_every_constant_is_on_the_grid():
    for name, values in ranking.GRID.items():
        assert SHIPPED[name] in values, name


def test_a_cluster_is_scored_under_every_setting():
    settings = [{}, {"rank": "lead"}, {}, {"same_news": 0.0, "mmr_lambda": 1.0}]
    measured = ranking.measure([DATA], settings, jobs=1)
    scores = measured["bridges"]
    assert scores.shape == (2, 4)
    assert (scores[:, 0] == scores[:, 2]).all()
    assert (scores > 0).all()


def test_the_table_has_the_difference_and_its_interval():
    measured = {"a": np.array([[10.0, 9.0], [20.0, 18.0]]), "b": np.array([[5.0, 5.5]])}
    table = ranking.ablation({"as shipped": {}, "no lead": {}}, measured).splitlines()
    assert table[0] == "|  | a | b | mean | difference, 95 % |"
    assert table[2] == "| as shipped | 15.00 | 5.00 | 10.00 |  |"
    assert table[3].startswith("| no lead | 13.50 | 5.50 | 9.50 | -0.50 (-0.75 to -0.25) |")


def test_the_choice_without_a_set_is_the_best_of_the_others():
    named = {"as shipped": {}, "x": {"mmr_lambda": 0.6}, "y": {"mmr_lambda": 0.45}}
    measured = {"a": np.array([[1.0, 5.0, 2.0]]), "b": np.array([[1.0, 2.0, 3.0]])}
    table = ranking.fitted(named, measured).splitlines()
    assert table[2].endswith("| 0.6 | mean | 3.50 | 1.00 |")
    assert table[3].startswith("| all but a |")
    assert table[3].endswith("| 0.45 | a | 2.00 | 1.00 |")
    assert table[4].endswith("| 0.6 | b | 2.00 | 1.00 |")


@pytest.mark.parametrize("n", [1, 5])
def test_the_same_settings_are_drawn_every_time(n):
    drawn = ranking.draw(n)
    assert drawn == ranking.draw(n)
    assert next(iter(drawn)) == "as shipped"
    assert all(v in ranking.GRID[k] for s in drawn.values() for k, v in s.items())
