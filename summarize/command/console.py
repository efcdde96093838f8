"""The terminal: what it can show, and how messages reach it.

Messages and progress go to standard error; summaries never do.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from summarize.command.output import discard_buffer
from summarize.render import clean_text
from summarize.render.facts import count

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

_FRAME = "●○·…│"  # if a terminal cannot show these, the frame is ASCII
_SECONDS = 0.1  # between two updates of the progress bar


def say(message: str) -> None:
    """Print one line on standard error, without characters that control a terminal."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"summarize: {clean_text(message)}\n")
            sys.stderr.flush()
        except OSError:  # there is nowhere to report it
            discard_buffer(sys.stderr)


def is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def has_frame(encoding: str) -> bool:
    """Return whether an encoding has the characters of the frame of a summary."""
    try:
        _FRAME.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def wants_color(options: Namespace) -> bool:
    """Return whether to use colours: by --color, NO_COLOR, FORCE_COLOR, then the terminal."""
    if options.color != "auto":
        return bool(options.color == "always")
    if options.output is not None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb"


@contextmanager
def progress(total: int | None, *, is_wanted: bool) -> Iterator[Callable[[int], None]]:
    """Show a progress bar with the rate and the time left while the block runs.

    Parameters
    ----------
    total
        The size of all events; None if it is unknown.
    is_wanted
        Whether to show the bar; it is shown only if standard error is a terminal.

    Yields
    ------
    callable
        To be called with the size of each finished event.
    """
    if not is_wanted or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = [BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn(compact=True)]
    bar = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
    start = shown = monotonic()
    n_events = 0
    task = bar.add_task("", total=total)

    def done(size: int) -> None:
        nonlocal n_events, shown
        if not n_events:  # until then there may be a bar of pages
            bar.start()
        n_events += size > 0
        now = monotonic()
        bar.advance(task, size)
        if now - shown >= _SECONDS:
            rate = n_events / (now - start)
            bar.update(task, description=f"{count(n_events, 'event')}, {rate:,.1f} a second")
            bar.refresh()
            shown = now

    try:
        yield done
    finally:
        bar.stop()


def fetching(*, is_wanted: bool) -> Callable[[int, int], None] | None:
    """Return what shows a progress bar while pages are fetched; None if it is not to be shown.

    It is for `LoadOptions.progress`. The bar appears with the first call and disappears with the
    last, in which both numbers are equal.
    """
    if not is_wanted or sys.stderr is None or not sys.stderr.isatty():
        return None
    bar: Progress | None = None
    shown = 0.0

    def show(n_fetched: int, n_pages: int) -> None:
        nonlocal bar, shown
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        if bar is None:
            columns = [TextColumn("fetching pages"), BarColumn(), MofNCompleteColumn()]
            console = Console(stderr=True)
            bar = Progress(*columns, console=console, auto_refresh=False, transient=True)
            bar.add_task("", total=n_pages)
            bar.start()
        bar.update(bar.task_ids[0], completed=n_fetched, total=n_pages)
        if n_fetched == n_pages:
            bar.stop()
            bar = None
        elif monotonic() - shown >= _SECONDS:
            bar.refresh()
            shown = monotonic()

    return show
