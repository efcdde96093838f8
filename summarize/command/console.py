"""What the command knows of its terminal: what it can show, and how messages reach it.

Messages and progress go to standard error, summaries never do.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from summarize.command.output import let_go
from summarize.render import clean_text
from summarize.render.facts import count

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

_FRAME = "●○·…│"  # what a terminal must be able to show, or the frame is ASCII
_SECONDS = 0.1  # between two pictures of the progress


def say(message: str) -> None:
    """Print one line on standard error, without what would command a terminal."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"summarize: {clean_text(message)}\n")
            sys.stderr.flush()
        except OSError:  # nobody can be told
            let_go(sys.stderr)


def is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def has_frame(encoding: str) -> bool:
    """Tell whether an encoding has the signs that a summary is framed with."""
    try:
        _FRAME.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def wants_color(options: Namespace) -> bool:
    """Heed --color, then NO_COLOR, then FORCE_COLOR, then the terminal."""
    if options.color != "auto":
        return bool(options.color == "always")
    if options.output is not None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb"


@contextmanager
def progress(total: int | None, *, is_wanted: bool) -> Iterator[Callable[[int], None]]:
    """Show a bar with rate and time left for as long as the block runs.

    Parameters
    ----------
    total
        The size of all events; None if that is not known.
    is_wanted
        Whether to show anything; without a terminal for standard error nothing is shown.

    Yields
    ------
    callable
        To be told the size of each event that is done.
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
    with bar:
        task = bar.add_task("", total=total)

        def done(size: int) -> None:
            nonlocal n_events, shown
            n_events += size > 0
            now = monotonic()
            bar.advance(task, size)
            if now - shown >= _SECONDS:
                rate = n_events / (now - start)
                bar.update(task, description=f"{count(n_events, 'event')}, {rate:,.1f} a second")
                bar.refresh()
                shown = now

        yield done
