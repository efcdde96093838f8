"""One function, many items, any executor: the results come in the order of the items.

Items are submitted in parcels, so that small ones share the overhead, and never too many at a
time, so that memory does not grow with their number. What happens to a process that dies is the
executor's business; see `workers`.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

MOST_ITEMS = 16  # in a parcel
MOST_SIZE = 1_000_000  # of a parcel, in characters or bytes
MOST_AHEAD = 64_000_000  # of all parcels that are submitted
PARCELS_AHEAD = 64  # by default
SECONDS = 1  # between two checks
GROW_AFTER = 16  # parcels of one item each, so that all workers share few items; then they grow

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Backend:
    """What does the work.

    Parameters
    ----------
    executor
        Any `concurrent.futures.Executor`.
    n_ahead
        How many parcels are submitted at a time: more than there are workers.
    check
        Raises if no worker is left. Called regularly while a result is awaited, and before an
        item is given up.
    """

    executor: Executor
    n_ahead: int = PARCELS_AHEAD
    check: Callable[[], None] = lambda: None


def in_order(
    function: Callable[[T], R],
    items: Iterable[T],
    backend: Backend,
    *,
    size: Callable[[T], int],
    lost: Callable[[T, Exception], R] | None = None,
) -> Iterator[R]:
    """Apply a function to each item on a backend.

    Parameters
    ----------
    function
        What is done; it and the items must be picklable if the executor has other processes.
    items
        Taken only as fast as the results are.
    backend
        What does the work.
    size
        Returns the size of an item, in characters or bytes.
    lost
        Returns the result of an item that raised when it was submitted alone. Without it, what
        the function or the executor raises is raised here.

    Yields
    ------
    R
        In the order of the items. A finished result is yielded when the next item has been taken,
        or when all have.
    """
    queue = _Queue(function, backend, lost)
    try:
        for parcel, weight in _parcels(items, size):
            queue.put(parcel, weight)
            while queue.is_ready() or len(queue) > backend.n_ahead or queue.weight > MOST_AHEAD:
                yield from queue.take()
        while queue:
            yield from queue.take()
    finally:
        queue.cancel()


class _Queue(Generic[T, R]):
    """The parcels that are submitted, in order."""

    def __init__(
        self,
        function: Callable[[T], R],
        backend: Backend,
        lost: Callable[[T, Exception], R] | None,
    ) -> None:
        self.weight = 0
        self._function, self._backend, self._lost = function, backend, lost
        self._waiting: deque[tuple[list[T], int, Future[list[R]]]] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, parcel: list[T], weight: int) -> None:
        self._waiting.append((parcel, weight, self._submit(parcel)))
        self.weight += weight

    def is_ready(self) -> bool:
        """Return whether the first parcel is done."""
        return bool(self._waiting) and self._waiting[0][2].done()

    def take(self) -> Iterator[R]:
        """Wait for the first parcel; one that raised is submitted again, item by item."""
        parcel, weight, future = self._waiting.popleft()
        self.weight -= weight
        try:
            yield from self._result(future)
        except Exception as error:
            if self._lost is None:
                raise
            if len(parcel) == 1:
                self._backend.check()
                yield self._lost(parcel[0], error)
                return
        else:
            return
        for item in parcel:
            self._backend.check()
            try:
                yield from self._result(self._submit([item]))
            except Exception as error:  # noqa: BLE001 - whatever it is, the others continue
                self._backend.check()
                yield self._lost(item, error)

    def cancel(self) -> None:
        """Cancel what has not begun."""
        for _, _, future in self._waiting:
            future.cancel()

    def _result(self, future: Future[list[R]]) -> list[R]:
        while not wait([future], timeout=SECONDS).done:
            self._backend.check()
        return future.result()

    def _submit(self, parcel: list[T]) -> Future[list[R]]:
        return self._backend.executor.submit(_each, self._function, parcel)


def _parcels(items: Iterable[T], size: Callable[[T], int]) -> Iterator[tuple[list[T], int]]:
    """Pack items into parcels; the first parcels hold one item each."""
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
