"""The options of the command line, group by group."""

from __future__ import annotations

import argparse

from summarize.choice.rank import RANKERS
from summarize.options import DEFAULT_LAMBDA, DEFAULT_WORDS
from summarize.render import FORMATS

NARROWEST = 24


def add_length(group: argparse._ArgumentGroup) -> None:
    """Add the options of how long a summary may be."""
    group.add_argument(
        "-w",
        "--words",
        type=_whole,
        metavar="N",
        help=f"at most N words (default: {DEFAULT_WORDS})",
    )
    group.add_argument("-n", "--sentences", type=_whole, metavar="N", help="at most N sentences")
    group.add_argument(
        "-c",
        "--chars",
        type=_whole,
        metavar="N",
        help="at most N characters, including spaces",
    )
    group.add_argument(
        "-p",
        "--percent",
        type=_number,
        metavar="X",
        help="at most X percent of the words in the articles",
    )


def add_choice(group: argparse._ArgumentGroup) -> None:
    """Add the options of which sentences are chosen."""
    group.add_argument(
        "--rank",
        choices=tuple(RANKERS),
        metavar="NAME",
        help="how relevance is measured: one of the rankings below",
    )
    group.add_argument(
        "--focus",
        metavar="TEXT",
        help="prefer sentences about TEXT; an event's own focus in a batch takes precedence",
    )
    group.add_argument(
        "--mmr-lambda",
        type=_number,
        metavar="X",
        help=f"weight of relevance, 1, against novelty, 0 (default: {DEFAULT_LAMBDA})",
    )
    group.add_argument(
        "--min-origins",
        type=_whole,
        metavar="N",
        help="use only what at least N independent origins report; with --group, only "
        "events that N origins report",
    )
    group.add_argument(
        "--seen",
        metavar="SUMMARY.json",
        help="leave out what this earlier summary and its articles already say; with --group, "
        "an earlier digest",
    )
    group.add_argument(
        "--encoder",
        metavar="NAME|DIR",
        help="a model of sentences that helps to cite; needs: pip install 'summarize[semantic]'",
    )


def add_output(group: argparse._ArgumentGroup) -> None:
    """Add the options of what is written, and where."""
    group.add_argument(
        "-f",
        "--format",
        choices=tuple(FORMATS),
        metavar="NAME",
        help="format of the output: one of those below (default: with -o, by the suffix of FILE; "
        "otherwise terminal on a terminal and text elsewhere)",
    )
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to FILE, completely or not at all, and never over an input; the pages of a "
        "batch need a folder",
    )
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="use of colours: auto, always or never; auto respects NO_COLOR, FORCE_COLOR and TERM",
    )
    group.add_argument(
        "--width",
        type=_columns,
        metavar="N",
        help="columns of the terminal format (default: those of the terminal, or COLUMNS)",
    )
    group.add_argument(
        "--explain",
        action="store_true",
        help="show why each sentence was chosen, and why the others were not",
    )
    amount = group.add_mutually_exclusive_group()
    amount.add_argument(
        "-q", "--quiet", action="store_true", help="show errors only, no warnings or notes"
    )
    amount.add_argument("-v", "--verbose", action="store_true", help="also show what was read")


def add_input(group: argparse._ArgumentGroup) -> None:
    """Add the options of how inputs are read."""
    group.add_argument(
        "--input",
        choices=("auto", "jsonl"),
        default="auto",
        metavar="KIND",
        help="how PATHs are read: jsonl reads each, even -, as a batch; auto decides by the suffix "
        ".jsonl",
    )
    group.add_argument(
        "--encoding",
        metavar="NAME",
        help="encoding of all inputs (default: by byte-order mark, else UTF-8, else "
        "Windows-1252; a batch is UTF-8)",
    )
    group.add_argument(
        "--lang",
        metavar="CODE",
        help="language of the articles, such as de (default: auto, which identifies it)",
    )
    group.add_argument(
        "--text-column", metavar="NAME", help="column of a table, or key of JSON, that has the text"
    )
    group.add_argument(
        "--group-by",
        metavar="NAME",
        help="column of a table, or key of JSON, whose values make an event each",
    )
    group.add_argument("--strict", action="store_true", help="exit with 3 if any input was skipped")
    group.add_argument(
        "--save-text", metavar="DIR", help="also save the articles as they were read, as Markdown"
    )
    group.add_argument(
        "--verify",
        metavar="SUMMARY.json",
        help="check this summary against the articles at PATH, or at the paths that it names, and "
        "write no summary",
    )


def add_check(group: argparse._ArgumentGroup) -> None:
    """Add the option that checks a draft."""
    group.add_argument(
        "--check",
        metavar="DRAFT",
        help="check which sentences of this text the articles at PATH say, and write no summary",
    )


def add_links(group: argparse._ArgumentGroup) -> None:
    """Add the options of links and feeds."""
    group.add_argument(
        "--since", metavar="WHEN", help="leave out what was published before: a date, 24h or 7d"
    )
    group.add_argument(
        "--limit", type=_whole, metavar="N", help="read at most N entries of each feed or list"
    )
    group.add_argument(
        "--refresh", action="store_true", help="fetch pages again, not from the cache"
    )
    group.add_argument(
        "--allow-private", action="store_true", help="fetch from private and local addresses too"
    )


def add_batches(group: argparse._ArgumentGroup) -> None:
    """Add the options of batches of events."""
    group.add_argument("--each", action="store_true", help="make each PATH an event of its own")
    group.add_argument(
        "--group", action="store_true", help="find the events in a mix of articles, and tell each"
    )
    group.add_argument(
        "--top", type=_whole, metavar="N", help="tell only the N weightiest events; with --group"
    )
    group.add_argument(
        "--jobs",
        type=_whole,
        metavar="N",
        help="processes that summarise events, or read pages (default: 1)",
    )
    group.add_argument(
        "--resume",
        action="store_true",
        help="resume an interrupted run with -f jsonl -o FILE",
    )
    group.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="run on a Dask cluster: the address of its scheduler, such as tcp://host:8786",
    )


def _whole(text: str) -> int:
    """Parse a whole number; `Summarizer` decides which are allowed."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a whole number") from None


def _number(text: str) -> float:
    """Parse a number; `Summarizer` decides which are allowed."""
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number") from None


def _columns(text: str) -> int:
    """Parse the width of a terminal."""
    if (width := _whole(text)) < NARROWEST:
        raise argparse.ArgumentTypeError(f"{width} is too narrow; use at least {NARROWEST}")
    return width
