"""The entry point of the command and of ``python -m summarize``, and how it ends on a signal."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator


def main() -> int:
    """Run `summarize.command.cli.main`; an interrupt gives one line, even during its import.

    Raises
    ------
    SystemExit
        With 128 plus the number of the signal, if the process is terminated.
    """
    try:
        with _ended_by_signals():
            from summarize.command.cli import main as run

            return run()
    except KeyboardInterrupt:
        sys.stderr.write("summarize: interrupted\n")
        return 130


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind the stack, so that no temporary file is left.

    Only where they would end the process at once: a caller's handlers and ``nohup`` are respected.
    """
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    is_main = (
        threading.current_thread() is threading.main_thread()
    )  # only the main thread may set handlers
    taken = [n for n in numbers if is_main and signal.getsignal(n) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
