"""The edge that shows a summary: `render` writes it as text of one of several `FORMS`.

It makes strings. It reads nothing, prints nothing and asks no terminal what it is: width and
colour are arguments, and the same arguments give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.errors import OptionError
from summarize.render.data import error_line, to_dict, to_json, to_jsonl
from summarize.render.markdown import to_markdown
from summarize.render.safe import clean_text
from summarize.render.text import to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarize.summary import Summary

__all__ = ["FORMS", "Look", "clean_text", "error_line", "render", "to_dict"]


@dataclass(frozen=True, slots=True)
class Look:
    """What not all forms ask for; see `render`."""

    width: int
    color: bool
    ascii_only: bool
    event: int | None


def _terminal(summary: Summary, look: Look) -> str:
    """For a terminal: wrapped at its width, with colours."""
    from summarize.render.terminal import to_terminal

    return to_terminal(summary, width=look.width, color=look.color, ascii_only=look.ascii_only)


def _text(summary: Summary, _look: Look) -> str:
    """Plain text: one sentence a line, then the sources."""
    return to_text(summary)


def _markdown(summary: Summary, look: Look) -> str:
    """Markdown: a footnote for every source."""
    return to_markdown(summary, event=look.event)


def _html(summary: Summary, _look: Look) -> str:
    """One page: each citation opens its article at its place."""
    from summarize.render.html import to_html

    return to_html(summary)


def _json(summary: Summary, _look: Look) -> str:
    """JSON: everything, with spans; indented."""
    return to_json(summary)


def _jsonl(summary: Summary, _look: Look) -> str:
    """JSON on one line, for batches."""
    return to_jsonl(summary)


# The first line of each function's docstring is its help.
FORMS: dict[str, Callable[[Summary, Look], str]] = {
    "terminal": _terminal,
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
    "jsonl": _jsonl,
}


def render(
    summary: Summary,
    form: str,
    *,
    width: int = 80,
    color: bool = False,
    ascii_only: bool = False,
    event: int | None = None,
) -> str:
    """Write a summary in one of the `FORMS`.

    Parameters
    ----------
    summary
        What to show.
    form
        A name in `FORMS`.
    width
        Columns of the terminal; text runs over at most 100 of them and at least 24.
    color
        Whether to use colours and bold; terminal only.
    ascii_only
        Whether the frame must be ASCII; the articles' own words stay as they are. Terminal only.
    event
        Its number where several summaries share a file, so that footnotes do not collide.
        Markdown only.

    Returns
    -------
    str
        Ends in exactly one newline.

    Raises
    ------
    OptionError
        If there is no such form.
    """
    if form not in FORMS:
        raise OptionError(f"form is {form!r}, but must be one of {', '.join(FORMS)}")
    return FORMS[form](summary, Look(width, color, ascii_only, event))
