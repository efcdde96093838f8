import pytest

from benchmarks.speed import hostile


@pytest.mark.parametrize("what", hostile.SIZES)
def test_a_hostile_input_is_as_large_as_it_says(what):
    few, more = (hostile.build(what, n) for n in (5000, 10_000))
    assert sum(map(len, more)) >= 1.9 * sum(map(len, few)) >= 5000
    assert hostile.build(what, 5000) == few


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([("ok", 1.0), ("ok", 4.0)], {"status": "ok", "exponent": 1.0}),
        ([("ok", 1.0), ("ok", 16.0)], {"status": "ok", "exponent": 2.0}),
        ([("ok", 1.0), ("timeout", None)], {"status": "timeout", "cpu": 1.0, "exponent": None}),
        ([("memory", None)], {"status": "memory", "cpu": None, "cpu_large": None}),
    ],
)
def test_growth_between_n_and_four_times_n(monkeypatch, answers, expected):
    left = iter(answers)

    def measured_by(*_, **__):
        status, cpu = next(left)
        return {"status": status, "error": None, "cpu": cpu, "peak_mb": 1.0}

    monkeypatch.setattr(hostile, "measured_by", measured_by)
    monkeypatch.setattr(hostile, "SIZES", {"one word": 5})
    (row,) = hostile.rows(60, memory=1, seed=0)
    assert {key: row[key] for key in expected} == expected
