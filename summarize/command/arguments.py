"""The grammar of the command line: what can be asked for, and the help that says so.

Only the shape of a value is checked here, such as that it is a number. What values mean, and
which are allowed, is known by `Summarizer` and `load`, whose messages reach the user as well.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

from summarize import __version__
from summarize.choice.rank import RANKERS
from summarize.errors import OptionError
from summarize.options import DEFAULT_LAMBDA, DEFAULT_WORDS
from summarize.render import FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE = "summarize [OPTION]... PATH..."
NARROWEST = 24

_DESCRIPTION = """\
Summarise several news articles about one event: sentences chosen from the
articles, word for word, each with the numbers of the articles that carry it.

PATH is a file, a folder or -. All PATHs together are one event. A folder is
searched for .txt, .text and .md files, hidden ones left out; - is one article
on standard input. A .jsonl file is a batch of events, one a line, and is not
mixed with articles."""

_EPILOG = """\
rankings:
{rankings}

examples:
  summarize articles/                     one summary of a folder's articles
  summarize a.txt b.txt c.txt -n 3        of three files, in three sentences
  summarize articles/ -o summary.md       Markdown, because of the suffix
  summarize --each mon/ tue/ wed/         one summary for each folder
  summarize events.jsonl -f jsonl         a batch: one JSON object a line
  summarize events.jsonl -o out.jsonl --jobs 4 --resume
                                          in four processes; goes on if it was
                                          broken off
  cat a.txt | summarize - --focus trade   an article from a pipe
  summarize --verify summary.json         does it still hold?

exit codes:
  0    a summary was written, even if inputs were skipped (each is named on
       standard error)
  1    nothing could be summarised
  2    wrong usage, a PATH that cannot be read (the others are summarised all
       the same), or an output that cannot be written
  3    a summary was written, but inputs were skipped and --strict was given
  4    --verify found that the summary does not hold
  130  interrupted"""


class _Answered(Exception):  # noqa: N818 - it is no error
    """The help or the version has been asked for: its text, and nothing is left to be done."""


class _Answer(argparse.Action):
    """A flag that is answered at once, whatever else is on the command line."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise _Answered(
            parser.format_help() if self.dest == "help" else f"summarize {__version__}\n"
        )


class _Parser(argparse.ArgumentParser):
    """A parser that raises where argparse would print two lines and exit."""

    def error(self, message: str) -> NoReturn:
        raise OptionError(f"{message}; see summarize --help")


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace | str:
    """Read the command line: the options, or the text of the help or version if that is asked for.

    Raises
    ------
    OptionError
        If it is not understood.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    end = arguments.index("--") if "--" in arguments else len(arguments)
    try:
        options = build_parser().parse_intermixed_args(arguments[:end])
    except _Answered as answer:
        return str(answer)
    options.paths += arguments[end + 1 :]  # argparse takes those with a dash for flags
    return options


def build_parser() -> argparse.ArgumentParser:
    """Describe all flags; those that are not given are None or False."""
    rankings = "\n".join(f"  {name:<14} {what}" for name, what in RANKERS.items())
    parser = _Parser(
        prog="summarize",
        usage=USAGE,
        description=_DESCRIPTION,
        epilog=_EPILOG.format(rankings=rankings),
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(
            prog, max_help_position=28
        ),
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help=argparse.SUPPRESS)
    _add_length(parser.add_argument_group("length, at most (one of)"))
    _add_choice(parser.add_argument_group("choice of sentences"))
    _add_output(parser.add_argument_group("output"))
    _add_input(parser.add_argument_group("input"))
    _add_batches(parser.add_argument_group("batches"))
    other = parser.add_argument_group("other")
    other.add_argument("-h", "--help", action=_Answer, nargs=0, help="show this help and exit")
    other.add_argument("--version", action=_Answer, nargs=0, help="show the version and exit")
    return parser


def _add_length(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-w", "--words", type=_whole, metavar="N", help=f"words (default: {DEFAULT_WORDS})"
    )
    group.add_argument("-n", "--sentences", type=_whole, metavar="N", help="sentences")
    group.add_argument(
        "-c", "--chars", type=_whole, metavar="N", help="characters, spaces between included"
    )
    group.add_argument(
        "-p", "--percent", type=_number, metavar="X", help="percent of the articles' words"
    )


def _add_choice(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--rank",
        choices=tuple(RANKERS),
        metavar="NAME",
        help="what makes a sentence relevant: one of the rankings below",
    )
    group.add_argument(
        "--focus",
        metavar="TEXT",
        help="prefer what is like TEXT; an event's own focus in a batch comes first",
    )
    group.add_argument(
        "--mmr-lambda",
        type=_number,
        metavar="X",
        help=f"from 1, choose by relevance only, to 0, by novelty only (default: {DEFAULT_LAMBDA})",
    )

    group.add_argument(
        "--min-origins",
        type=_whole,
        metavar="N",
        help="only what at least N independent origins carry",
    )
    group.add_argument(
        "--seen",
        metavar="SUMMARY.json",
        help="only what is new to one who has read this summary and its articles",
    )


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-f",
        "--format",
        choices=tuple(FORMS),
        metavar="NAME",
        help=f"{', '.join(FORMS)} (default: terminal on a terminal, otherwise text; "
        "with -o by the suffix .md, .html, .json or .jsonl)",
    )
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to FILE, completely or not at all, and never over an input; for pages of a "
        "batch, a folder",
    )
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="auto, always or never; auto heeds NO_COLOR, FORCE_COLOR and TERM",
    )
    group.add_argument(
        "--width",
        type=_columns,
        metavar="N",
        help="columns of the terminal format (default: the terminal's, or COLUMNS)",
    )
    group.add_argument(
        "--explain",
        action="store_true",
        help="say why each sentence was chosen, and what it beat",
    )
    amount = group.add_mutually_exclusive_group()
    amount.add_argument(
        "-q", "--quiet", action="store_true", help="no warnings and notes, only errors"
    )
    amount.add_argument("-v", "--verbose", action="store_true", help="also say what was read")


def _add_input(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--input",
        choices=("auto", "jsonl"),
        default="auto",
        metavar="KIND",
        help="jsonl reads every PATH as a batch, - too; auto goes by the suffix .jsonl",
    )
    group.add_argument(
        "--encoding",
        metavar="NAME",
        help="of all inputs (default: by byte-order mark, else UTF-8, else "
        "Windows-1252; a batch is UTF-8)",
    )
    group.add_argument("--strict", action="store_true", help="exit with 3 if any input was skipped")
    group.add_argument(
        "--verify",
        metavar="SUMMARY.json",
        help="write nothing; check this summary against the articles at PATH, or at the paths "
        "that it names",
    )


def _add_batches(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--each", action="store_true", help="make each PATH an event of its own")
    group.add_argument(
        "--jobs", type=_whole, metavar="N", help="summarise N events at a time (default: 1)"
    )
    group.add_argument(
        "--resume",
        action="store_true",
        help="go on where an earlier run with -f jsonl -o FILE was broken off",
    )
    group.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="have a Dask cluster do the work: its scheduler's address, such as tcp://host:8786",
    )


def _whole(text: str) -> int:
    """Read a whole number; `Summarizer` says which are allowed."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a whole number") from None


def _number(text: str) -> float:
    """Read a number; `Summarizer` says which are allowed."""
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number") from None


def _columns(text: str) -> int:
    """Read a width that something can be shown in."""
    if (width := _whole(text)) < NARROWEST:
        raise argparse.ArgumentTypeError(f"{width} is too narrow; give at least {NARROWEST}")
    return width
