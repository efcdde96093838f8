from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.batch import many
from summarize.batch.many import Backend, in_order


class AtOnce(Executor):
    """Runs each task when it is submitted, and counts them."""

    def __init__(self):
        self.n = 0

    def submit(self, function, /, *args, **kwargs):
        self.n += 1
        future = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except ZeroDivisionError as error:
            future.set_exception(error)
        return future


class Never(AtOnce):
    """Accepts tasks and runs none of them."""

    def submit(self, *_, **__):
        self.n += 1
        return Future()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    """Check at short intervals whether a worker is left."""
    monkeypatch.setattr(many, "SECONDS", 0.01)


def one(_):
    return 1


def inverse(n):
    return 1 / n


@given(st.lists(st.integers(0, 2_000_000)), st.integers(1, 5))
def test_the_results_are_those_of_map_in_its_order(items, n_ahead):
    with ThreadPoolExecutor(3) as executor:
        found = in_order(str, items, Backend(executor, n_ahead), size=lambda n: n)
        assert list(found) == [str(item) for item in items]


def test_items_are_taken_only_as_fast_as_their_results():
    taken = []
    items = (taken.append(n) or n for n in range(10_000))
    found = in_order(inverse, items, Backend(Never(), 3, pytest.fail), size=one)
    with pytest.raises(pytest.fail.Exception):
        next(found)
    assert len(taken) == 4


def test_not_too_much_is_submitted_in_few_parcels(monkeypatch):
    monkeypatch.setattr(many, "MOST_AHEAD", 10)
    taken = []
    items = (taken.append(n) or n for n in range(10_000))
    found = in_order(one, items, Backend(Never(), check=pytest.fail), size=lambda _: 4)
    with pytest.raises(pytest.fail.Exception):
        next(found)
    assert len(taken) == 3


def test_many_small_items_share_a_parcel_and_a_big_one_has_its_own():
    executor = AtOnce()
    assert len(list(in_order(str, range(1_000), Backend(executor), size=one))) == 1_000
    assert executor.n < 300
    executor = AtOnce()
    list(in_order(str, range(1_000), Backend(executor), size=lambda _: many.MOST_SIZE))
    assert executor.n == 1_000


def test_a_finished_result_is_not_held_back():
    items = iter([1, 2, 3])
    found = in_order(str, items, Backend(AtOnce()), size=one)
    assert next(found) == "1"
    assert next(items) == 2


def test_what_is_lost_is_one_item_and_not_its_parcel():
    items = [*range(1, 500), 0, *range(1, 500)]
    found = list(
        in_order(
            inverse, items, Backend(AtOnce()), size=one, lost=lambda n, error: (n, type(error))
        )
    )
    assert found == [1 / n if n else (0, ZeroDivisionError) for n in items]


def test_without_a_replacement_the_error_is_raised():
    with pytest.raises(ZeroDivisionError):
        list(in_order(inverse, [1, 0], Backend(AtOnce()), size=one))


def test_nothing_is_lost_if_no_worker_is_left():
    def gone():
        raise ConnectionError

    found = in_order(inverse, [0], Backend(AtOnce(), check=gone), size=one, lost=pytest.fail)
    with pytest.raises(ConnectionError):
        next(found)


def test_a_single_item_is_not_submitted_twice():
    executor = AtOnce()
    assert list(in_order(inverse, [0], Backend(executor), size=one, lost=lambda *_: "lost")) == [
        "lost"
    ]
    assert executor.n == 1


def test_workers_that_are_lost_while_a_parcel_is_repeated_are_noticed():
    asked = []

    def gone_later():
        asked.append(1)
        if len(asked) > 1:
            raise ConnectionError

    found = in_order(
        inverse,
        [1] * 300 + [0] * 20,
        Backend(AtOnce(), check=gone_later),
        size=one,
        lost=pytest.fail,
    )
    with pytest.raises(ConnectionError):
        list(found)


def test_a_caller_that_stops_cancels_the_rest():
    executor = Never()
    futures = []
    executor.submit = lambda *_: futures.append(Future()) or futures[-1]
    found = in_order(one, range(10), Backend(executor, check=pytest.fail), size=one)
    with pytest.raises(pytest.fail.Exception):
        next(found)
    assert len(futures) == 10
    assert all(future.cancelled() for future in futures[1:])
