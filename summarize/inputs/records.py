"""What loading yields: an event, or the record of an input that could not be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summarize.model import Article

if TYPE_CHECKING:
    from summarize.model import Cluster


@dataclass(frozen=True, slots=True)
class Event:
    """The articles about one event, and where they were read from.

    Parameters
    ----------
    cluster
        The articles.
    where
        Like `Skipped.where`; empty if all paths are one event.
    size
        Its share of the input: bytes in a batch, otherwise one path.
    """

    cluster: Cluster
    where: str = ""
    size: int = 1


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be used, and the reason; loading continues without it.

    Parameters
    ----------
    where
        The path as the user gave it; ``path:line`` for a line of a batch; how many files of a
        folder are not read.
    reason
        What is wrong and what to do, as the rest of a sentence that begins with `where`.
    is_unreadable
        Whether the user named it and it cannot be opened at all, for example because it is missing.
    is_event
        Whether a whole event of a batch is lost, so that its summary will be missing.
    id
        The id of that event, if known.
    size
        The size of that event; 0 if no event is lost.
    is_own
        Whether this package wrote it, so that nothing is missing; it is named with --verbose only.
    """

    where: str
    reason: str
    is_unreadable: bool = False
    is_event: bool = False
    id: str | None = None
    size: int = 0
    is_own: bool = False


class Link(NamedTuple):
    """A page that is still to be fetched, and what is known of it.

    Parameters
    ----------
    url
        Its address.
    where
        What names the link: a path with the line, a feed; empty if the user gave it as a PATH.
    article
        What a feed says of the page: its title, source and date, used where the page does not say;
        and a text, which is used if the page cannot be read.
    """

    url: str
    where: str = ""
    article: Article | None = None


class Row(NamedTuple):
    """An article of a table that is divided into events by a column, and its value there."""

    article: Article
    group: str


# What a reader finds in an input.
Found = Article | Skipped | Link | Row
