"""Signals that end a run: none is lost, whatever code it reaches.

A library that is being imported, or code that is called from C, may catch the exception of a
signal handler and continue half made. So imports wait for no signal, and a signal is remembered.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class Signals:
    """A context manager that remembers each signal before its own handler is called.

    Signals without a handler in Python are left alone, and so are all of them outside the main
    thread, which may not set handlers.
    """

    def __init__(self) -> None:
        self._handlers: dict[int, Callable[[int, FrameType | None], object]] = {}
        self._received: int | None = None
        self._is_held = False

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
                handler = signal.getsignal(number)
                if callable(handler):
                    self._handlers[number] = handler
                    signal.signal(number, self._receive)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        if kind is not None and issubclass(kind, Exception):  # the signal may be its cause
            self.check()

    def _receive(self, number: int, frame: FrameType | None) -> None:
        self._received = number
        if not self._is_held:
            self._handlers[number](number, frame)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let a signal wait until the block has ended, as an import must not be interrupted."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
            self.check()

    def check(self) -> None:
        """Call the handler of a signal that was received, in case its exception was swallowed."""
        if self._received is not None:
            self._handlers[self._received](self._received, None)
