import json

import numpy as np
import pytest

from benchmarks.commands import check
from benchmarks.errors import BenchmarkError
from summarize import pipeline
from summarize.choice.select import Choice
from summarize.model import Fate, Pick

MEASURED = {"seeds": {"rouge2_recall": 0.2}, "speed": {"floor_by_ours": 0.5}}


@pytest.fixture
def floors(tmp_path):
    path = tmp_path / "floors.json"
    check.write(MEASURED, may_lower=True, floors=path)
    return path


def quality():
    return {"seeds": check.measure_seeds()}


def by_relevance_alone(_, relevance, gate, room, **__):
    """Select as if there were no MMR."""
    picks, left = [], room.limit
    for index in np.argsort(-relevance).tolist():
        verdict, cost = gate.verdict(index), room.costs[index]
        if verdict.is_usable and verdict.need < 0 and cost <= left and gate.accepts(index):
            picks.append(Pick(index, float(relevance[index]), 0.0, 0.0))
            left -= cost
    return Choice(tuple(picks), lambda _: Fate("long"))


def by_chance(_, evidence, *__):
    return np.random.default_rng(1).random(len(evidence.sentences))


def test_the_stored_floors_hold():
    assert check.compare(quality()) == 0


@pytest.mark.parametrize(
    ("stage", "broken"),
    [("select", by_relevance_alone), ("rank", by_chance)],
    ids=["without MMR", "ranked by chance"],
)
def test_a_worse_pipeline_misses_a_floor(monkeypatch, capsys, stage, broken):
    monkeypatch.setattr(pipeline, stage, broken)
    assert check.compare(quality()) == 1
    assert "MISS seeds" in capsys.readouterr().out


def test_a_slower_pipeline_misses_the_floor_of_speed(capsys):
    """Three times as slow is a third of the stored ratio, beyond the margin for noise."""
    stored = json.loads(check.FLOORS.read_text("utf-8"))["speed"]["floors"]["floor_by_ours"]
    measured = stored / check.ROOM["speed"]
    assert check.compare({"speed": {"floor_by_ours": measured}}) == 0
    assert check.compare({"speed": {"floor_by_ours": measured / 3}}) == 1
    assert "MISS speed" in capsys.readouterr().out


def test_a_measure_without_a_floor_and_changed_data_are_missed(floors, capsys):
    assert check.compare({"seeds": {"novelty": 1.0}}, floors) == 1
    stored = json.loads(floors.read_text())
    stored["seeds"]["checksum"] = "other"
    floors.write_text(json.dumps(stored))
    assert check.compare({"seeds": {"rouge2_recall": 0.2}}, floors) == 1
    assert "its data are not those" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "may_lower", "floor"), [(0.3, False, 0.297), (0.1, False, 0.198), (0.1, True, 0.099)]
)
def test_a_floor_falls_only_if_it_may(floors, value, may_lower, floor):
    check.write({"seeds": {"rouge2_recall": value}}, may_lower=may_lower, floors=floors)
    assert json.loads(floors.read_text())["seeds"]["floors"]["rouge2_recall"] == floor


def test_floors_are_not_raised_on_changed_data(floors):
    stored = json.loads(floors.read_text())
    stored["seeds"]["checksum"] = "other"
    floors.write_text(json.dumps(stored))
    with pytest.raises(BenchmarkError, match="data of seeds have changed"):
        check.write({"seeds": {"rouge2_recall": 1.0}}, may_lower=False, floors=floors)
