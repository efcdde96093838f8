"""What loading hands on: an event, or the record of an input that could not be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarize.model import Cluster


@dataclass(frozen=True, slots=True)
class Event:
    """The articles about one event, and where they were read.

    Parameters
    ----------
    cluster
        The articles.
    where
        In the form of `Skipped.where`; empty where all paths are one event.
    size
        How much of the input it is: bytes of a batch, else one path.
    """

    cluster: Cluster
    where: str = ""
    size: int = 1


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be used, and why; loading goes on without it.

    Parameters
    ----------
    where
        The path as the user gave it; for a line of a batch ``path:line``.
    reason
        What is wrong and what to do, as the rest of a sentence that begins with `where`.
    is_unreadable
        Whether the user named it and it cannot be opened at all, as when it does not exist.
    is_event
        Whether a whole event of a batch is lost with it, so that its summary will be missing.
    id
        That event's id, where it is known.
    size
        That of the event; 0 where no event is lost.
    """

    where: str
    reason: str
    is_unreadable: bool = False
    is_event: bool = False
    id: str | None = None
    size: int = 0
