import pytest

from benchmarks.data.generate import write_samples
from benchmarks.speed import steps
from benchmarks.speed.processes import Lost
from summarize import Article, pipeline


def test_all_steps_are_timed_and_put_back(tmp_path):
    before = [pipeline.read, pipeline.select]
    sample = write_samples(str(tmp_path), [4], seed=1)[0]
    found = {row["step"]: row for row in steps.split_time(sample["path"], 2, 2, rounds=1)}
    assert list(found)[:7] == ["gather", "identify", "read", "plain", "stops", "clean", "split"]
    assert list(found)[-1] == "other"
    assert all(found[step]["cpu"] > 0 for step in ("judge", "measure", "tokens", "embed", "cite"))
    assert sum(row["share"] for row in found.values()) == pytest.approx(1)
    assert [pipeline.read, pipeline.select] == before


def test_time_in_a_step_that_another_calls_or_returns_counts_for_it_alone(monkeypatch):
    """A clock that counts the calls: each function looks at it once as it starts and ends."""
    ticks = iter(range(100))
    monkeypatch.setattr(steps, "process_time", lambda: next(ticks))
    functions = {
        "cite": lambda: None,
        "select": lambda: [pipeline.cite(), pipeline.cite()],
        "judge": lambda: lambda: None,
    }
    for name, function in functions.items():
        function.__module__ = f"summarize.stage.{name}"
        monkeypatch.setattr(pipeline, name, function, raising=False)
    with steps.timed() as seconds:
        pipeline.select()  # from 0 to 5, the two others from 1 to 2 and from 3 to 4
        assert (seconds["select"], seconds["cite"]) == (3, 2)
        question = pipeline.judge()
        question()
        assert seconds["judge"] == 2


def test_steps_are_put_back_after_an_error():
    original = pipeline.read

    def break_off():
        with steps.timed():
            assert pipeline.read is not original
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert pipeline.read is original


def test_the_ratio_to_the_floor_is_the_median_over_the_rounds(monkeypatch):
    """A clock that only these two turn on, by so much a call; the first call is the warm-up."""
    now = 0.0
    spent = {"floor": iter([9.0, 1.0, 2.0, 1.0]), "ours": iter([9.0, 3.0, 4.0, 90.0])}

    def work(name):
        def run(_):
            nonlocal now
            now += next(spent[name])

        return run

    monkeypatch.setattr(steps, "process_time", lambda: now)
    monkeypatch.setattr(steps, "split_and_weigh", work("floor"))
    monkeypatch.setattr(steps, "summarize", work("ours"))
    assert steps.ratio_to_floor([Article("One."), Article("Two.")], rounds=3) == 3.0


def test_floors_and_ours_work_on_the_same_clusters(tmp_path, monkeypatch):
    seen = []
    for name in ("split_and_weigh", "summarize"):
        monkeypatch.setattr(
            steps,
            name,
            lambda articles, name=name: seen.append((name, len(articles))) or sum(range(9**5)),
        )
    sample = write_samples(str(tmp_path), [6], seed=1)[0]
    floors = steps.floors(sample["path"], 2, n_clusters=3, rounds=1)
    assert [floor["what"].split()[0] for floor in floors] == ["read", "nltk"]
    assert seen[-6:] == [("split_and_weigh", 2), ("summarize", 2)] * 3


def test_the_plain_floor_splits_at_every_terminator():
    assert steps.split_and_tokenise([Article("Mr. Hale left. Why?")]) == [
        ["Mr"],
        ["Hale", "left"],
        ["Why"],
    ]


def test_what_broke_is_a_row_that_says_why(monkeypatch):
    ended = Lost("timeout", "not done in time")
    monkeypatch.setattr(steps, "ask", lambda *_, **__: ended)
    sample = {"n_articles": 4, "path": "x", "articles": "generated"}
    assert [(row["kind"], row["what"], row["error"]) for row in steps.rows(sample, 2, 60)] == [
        ("lost", "steps of 2 articles", "not done in time"),
        ("lost", "floors of 2 articles", "not done in time"),
    ]
