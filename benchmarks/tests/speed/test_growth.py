import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.speed import growth


@given(
    power=st.floats(-1, 3),
    factor=st.floats(1e-3, 1e3),
    sizes=st.lists(st.integers(1, 10**4), min_size=2, max_size=8, unique=True),
)
def test_the_exponent_of_a_power_is_found(power, factor, sizes):
    points = [(n, factor * n**power) for n in sizes]
    assert growth.exponent(points) == pytest.approx(power, abs=1e-6)


def size_row(system, n, cpu=None, status="ok"):
    return {"kind": "size", "system": system, "n_articles": n, "cpu": cpu, "status": status}


def test_a_fit_takes_what_finished_and_is_large_enough():
    rows = [
        {"kind": "speed"},
        size_row("a", 5, 100.0),
        size_row("a", 10, 1.0),
        size_row("a", 300, 30.0),
        size_row("a", 3000, status="timeout"),
        size_row("b", 30, 1.0),
    ]
    (fit,) = growth.fits(rows)
    assert (fit["system"], fit["from"], fit["to"]) == ("a", 10, 300)
    assert fit["exponent"] == pytest.approx(1)
