"""The edge that shows a summary: `render` writes it as text in one of the `FORMATS`.

It returns strings. It reads nothing, prints nothing and does not look at the terminal: width and
colour are arguments, and the same arguments give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Literal, cast

from summarize.errors import OptionError
from summarize.render.data import error_line, to_dict
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarize.digest import Digest
    from summarize.summary import Summary

__all__ = ["FORMATS", "Format", "clean_text", "error_line", "render", "render_digest", "to_dict"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a summary.

    Parameters
    ----------
    name
        What a user calls it.
    help
        What it is, in one line.
    function
        The function that writes a summary, as ``"module:function"`` below `summarize.render`. It is
        imported when it is first used, so that no run loads rich or Jinja2 for nothing. None for a
        format of digests only.
    digest
        The function that writes a digest; None if its events are written like a batch.
    options
        The options of `render` that the function takes, by name.
    suffix
        Suffix of the file names that mean this format.
    batch
        How several summaries are written: joined by an empty line, as one line each, as one file
        each in a folder, as a digest, or not at all.
    encoding
        What it must be encoded in; None if any encoding will do.
    """

    name: str
    help: str
    function: str | None
    digest: str | None
    options: tuple[str, ...] = ()
    suffix: str | None = None
    batch: Literal["joined", "lines", "folder", "digest", "none"] = "joined"
    encoding: str | None = None

    def load(self, *, is_digest: bool = False) -> Callable[..., str]:
        """Import the function that writes a summary, or a digest, in this format."""
        function = self.digest if is_digest else self.function
        return cast("Callable[..., str]", resolve_name(f"{__name__}.{function}"))


# Adding a format takes one file in this folder and one entry here.
FORMATS = {
    record.name: record
    for record in (
        Format(
            "terminal",
            "wrapped to the terminal's width, in colour",
            "terminal:to_terminal",
            "digest.terminal:to_digest_terminal",
            options=("width", "color", "ascii_only"),
        ),
        Format(
            "text",
            "one sentence per line, then the sources",
            "text:to_text",
            "digest.text:to_digest_text",
        ),
        Format(
            "markdown",
            "with a footnote for each source",
            "markdown:to_markdown",
            "digest.text:to_digest_markdown",
            options=("event",),
            suffix=".md",
        ),
        Format(
            "html",
            "a page on which each citation opens its article",
            "html:to_html",
            "digest.html:to_digest_html",
            suffix=".html",
            batch="folder",
            encoding="utf-8",
        ),
        Format(
            "json",
            "everything, with spans; for one event",
            "data:to_json",
            "digest.data:to_digest_json",
            suffix=".json",
            batch="none",
            encoding="utf-8",
        ),
        Format(
            "jsonl",
            "the same on one line per event",
            "data:to_jsonl",
            None,
            suffix=".jsonl",
            batch="lines",
            encoding="utf-8",
        ),
        Format(
            "mail",
            "the HTML of an e-mail",
            None,
            "digest.mail:to_digest_mail",
            batch="digest",
            encoding="utf-8",
        ),
        Format(
            "atom",
            "an Atom feed, one entry per event",
            None,
            "digest.feed:to_atom",
            suffix=".atom",
            batch="digest",
            encoding="utf-8",
        ),
        Format(
            "feed",
            "a JSON Feed, likewise",
            None,
            "digest.feed:to_json_feed",
            batch="digest",
            encoding="utf-8",
        ),
    )
}


def render(
    summary: Summary,
    format: str,  # noqa: A002 - what everyone calls it
    *,
    width: int = 80,
    color: bool = False,
    ascii_only: bool = False,
    event: int | None = None,
) -> str:
    """Write a summary in one of the `FORMATS`.

    Parameters
    ----------
    summary
        What to show.
    format
        A name in `FORMATS`.
    width
        Columns of the terminal, of which at least 24 and at most 100 are used. Terminal only.
    color
        Whether to use colours and bold. Terminal only.
    ascii_only
        Whether the frame must be ASCII; the articles' own words stay as they are. Terminal only.
    event
        Number of the event where several summaries share a file, so that footnotes do not
        collide. Markdown only.

    Returns
    -------
    str
        Ends in exactly one newline.

    Raises
    ------
    OptionError
        If there is no such format, or it holds digests only.
    """
    chosen = _format(format)
    if chosen.function is None:
        raise OptionError(f"the format {format} holds a digest; give its Digest")
    given = {"width": width, "color": color, "ascii_only": ascii_only, "event": event}
    return chosen.load()(summary, **{name: given[name] for name in chosen.options})


def render_digest(
    digest: Digest,
    format: str,  # noqa: A002 - what everyone calls it
    *,
    width: int = 80,
    color: bool = False,
    ascii_only: bool = False,
) -> str:
    """Write a digest in one of the `FORMATS`; the parameters are those of `render`.

    Raises
    ------
    OptionError
        If there is no such format, or it holds no digest.
    """
    chosen = _format(format)
    if chosen.digest is None:
        raise OptionError(f"the format {format} holds no digest; choose another, such as json")
    given = {"width": width, "color": color, "ascii_only": ascii_only}
    options = {name: given[name] for name in chosen.options if name in given}
    return chosen.load(is_digest=True)(digest, **options)


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise OptionError(f"format is {name!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[name]
