"""One function, many items, any executor: the results come in the order of the items.

Items are handed out in parcels, so that small ones share what handing out costs, and never too
many at a time, so that memory does not grow with their number. What happens to a process that dies
is the executor's business; see `workers`.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import wait
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

MOST_ITEMS = 16  # in a parcel
MOST_SIZE = 1_000_000  # of a parcel, and of all that are handed out
MOST_AHEAD = 64_000_000
PARCELS_AHEAD = 64  # if not said otherwise
SECONDS = 1  # between two checks
GROW_AFTER = 16  # parcels of one item, so that few items are shared by all; then they grow

T = TypeVar("T")
R = TypeVar("R")


def in_order(
    function: Callable[[T], R],
    items: Iterable[T],
    executor: Executor,
    *,
    size: Callable[[T], int],
    n_ahead: int = PARCELS_AHEAD,
    lost: Callable[[T, Exception], R] | None = None,
    check: Callable[[], None] = lambda: None,
) -> Iterator[R]:
    """Apply a function to each item, somewhere else.

    Parameters
    ----------
    function
        What is done; it and the items must be picklable if the executor has other processes.
    items
        Taken only as fast as their results are.
    executor
        Any `concurrent.futures.Executor`.
    size
        Gives the size of an item, in characters or bytes.
    n_ahead
        Parcels that are handed out at a time: more than there are workers.
    lost
        Asked for the result of an item that raised when it was handed out alone. Without it,
        what the function raises, or the executor, is raised here.
    check
        Raises where nobody is left to do the work; asked now and then while a result is waited
        for, and before an item is called lost.

    Yields
    ------
    R
        In the order of the items. What is there is given when the next item has been taken, or
        when all have.
    """
    queue = _Queue(function, executor, lost, check)
    try:
        for parcel, weight in _parcels(items, size):
            queue.put(parcel, weight)
            while queue.is_ready() or len(queue) > n_ahead or queue.weight > MOST_AHEAD:
                yield from queue.take()
        while queue:
            yield from queue.take()
    finally:
        queue.cancel()


class _Queue(Generic[T, R]):
    """The parcels that are handed out, in order."""

    def __init__(
        self,
        function: Callable[[T], R],
        executor: Executor,
        lost: Callable[[T, Exception], R] | None,
        check: Callable[[], None],
    ) -> None:
        self.weight = 0
        self._function, self._executor, self._lost, self._check = function, executor, lost, check
        self._waiting: deque[tuple[list[T], int, Future[list[R]]]] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, parcel: list[T], weight: int) -> None:
        self._waiting.append((parcel, weight, self._hand_out(parcel)))
        self.weight += weight

    def is_ready(self) -> bool:
        """Tell whether the first parcel is done."""
        return bool(self._waiting) and self._waiting[0][2].done()

    def take(self) -> Iterator[R]:
        """Wait for the first parcel; one that raised is handed out again, item by item."""
        parcel, weight, future = self._waiting.popleft()
        self.weight -= weight
        try:
            yield from self._result(future)
        except Exception as error:
            if self._lost is None:
                raise
            if len(parcel) == 1:
                self._check()
                yield self._lost(parcel[0], error)
                return
        else:
            return
        for item in parcel:
            self._check()
            try:
                yield from self._result(self._hand_out([item]))
            except Exception as error:  # noqa: BLE001 - whatever it was, the others go on
                self._check()
                yield self._lost(item, error)

    def cancel(self) -> None:
        """Call back what nobody has begun."""
        for _, _, future in self._waiting:
            future.cancel()

    def _result(self, future: Future[list[R]]) -> list[R]:
        while not wait([future], timeout=SECONDS).done:
            self._check()
        return future.result()

    def _hand_out(self, parcel: list[T]) -> Future[list[R]]:
        return self._executor.submit(_each, self._function, parcel)


def _parcels(items: Iterable[T], size: Callable[[T], int]) -> Iterator[tuple[list[T], int]]:
    """Pack items together, the first ones alone."""
    parcel: list[T] = []
    weight, n_packed = 0, 0
    for item in items:
        parcel.append(item)
        weight += size(item)
        if len(parcel) >= min(1 + n_packed // GROW_AFTER, MOST_ITEMS) or weight >= MOST_SIZE:
            yield parcel, weight
            parcel, weight = [], 0
            n_packed += 1
    if parcel:
        yield parcel, weight


def _each(function: Callable[[T], R], items: list[T]) -> list[R]:
    return [function(item) for item in items]
