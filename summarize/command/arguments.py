"""The command line: its options, and the help that describes them.

Only the type of a value is checked here, such as that it is a number. `Summarizer` and `load`
decide which values are allowed, and their messages reach the user as well.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

from summarize import __version__
from summarize.choice.rank import RANKERS
from summarize.errors import OptionError
from summarize.options import DEFAULT_LAMBDA, DEFAULT_WORDS
from summarize.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

USAGE = "summarize [OPTION]... PATH..."
NARROWEST = 24

_DESCRIPTION = """\
Summarise several news articles about one event. The summary consists of
sentences from the articles, word for word, each followed by the numbers of
the articles that report it.

PATH is a file, a folder or -. All PATHs together are one event. A folder is
searched for .txt, .text and .md files, except hidden ones; - is one article on
standard input. A .csv or .tsv file is a table with one article a row. A .jsonl
file is a batch with one event per line and cannot be mixed with articles."""

_EPILOG = """\
rankings:
{rankings}

formats:
{formats}

examples:
  summarize articles/                     one summary of the folder's articles
  summarize a.txt b.txt c.txt -n 3        of three files, in three sentences
  summarize articles/ -o summary.md       in Markdown, because of the suffix
  summarize --each mon/ tue/ wed/         one summary per folder
  summarize events.jsonl -f jsonl         a batch: one JSON object per line
  summarize events.jsonl -o out.jsonl --jobs 4 --resume
                                          in four processes; resumes if it was
                                          interrupted
  cat a.txt | summarize - --focus trade   an article from a pipe
  summarize --verify summary.json         check a saved summary

exit codes:
  0    a summary was written, even if inputs were skipped (each is named on
       standard error)
  1    nothing could be summarised
  2    wrong usage, a PATH that cannot be read (the others are still
       summarised), or an output that cannot be written
  3    a summary was written, but inputs were skipped and --strict was given
  4    --verify found a problem
  130  interrupted"""


class _Answered(Exception):  # noqa: N818 - not an error
    """The help or the version was requested; the text of it."""


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
    """Parse the command line.

    Returns
    -------
    Namespace or str
        The options, or the text of the help or version if that was requested.

    Raises
    ------
    OptionError
        If the command line is invalid.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    end = arguments.index("--") if "--" in arguments else len(arguments)
    try:
        options = build_parser().parse_intermixed_args(arguments[:end])
    except _Answered as answer:
        return str(answer)
    options.paths += arguments[end + 1 :]  # argparse would take paths with a dash for flags
    return options


def build_parser() -> argparse.ArgumentParser:
    """Build the parser; a flag that is not given is None or False."""
    formats = {
        f"{known.name} ({known.suffix})" if known.suffix else known.name: known.help
        for known in FORMATS.values()
    }
    parser = _Parser(
        prog="summarize",
        usage=USAGE,
        description=_DESCRIPTION,
        epilog=_EPILOG.format(rankings=_table(RANKERS), formats=_table(formats)),
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


def _table(rows: Mapping[str, str]) -> str:
    width = max(map(len, rows))
    return "\n".join(f"  {name:<{width}}  {what}" for name, what in rows.items())


def _add_length(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-w", "--words", type=_whole, metavar="N", help=f"words (default: {DEFAULT_WORDS})"
    )
    group.add_argument("-n", "--sentences", type=_whole, metavar="N", help="sentences")
    group.add_argument(
        "-c",
        "--chars",
        type=_whole,
        metavar="N",
        help="characters, including spaces",
    )
    group.add_argument(
        "-p", "--percent", type=_number, metavar="X", help="percent of the words in the articles"
    )


def _add_choice(group: argparse._ArgumentGroup) -> None:
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
        help=f"from 1 (relevance only) to 0 (novelty only); default: {DEFAULT_LAMBDA}",
    )
    group.add_argument(
        "--min-origins",
        type=_whole,
        metavar="N",
        help="use only what at least N independent origins report",
    )
    group.add_argument(
        "--seen",
        metavar="SUMMARY.json",
        help="leave out what this earlier summary and its articles already say",
    )
    group.add_argument(
        "--encoder",
        metavar="NAME|DIR",
        help="a model of sentences that helps to cite; needs: pip install 'summarize[semantic]'",
    )


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-f",
        "--format",
        choices=tuple(FORMATS),
        metavar="NAME",
        help="one of the formats below (default: with -o, by the suffix of FILE; otherwise "
        "terminal on a terminal and text elsewhere)",
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
        help="auto, always or never; auto respects NO_COLOR, FORCE_COLOR and TERM",
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


def _add_input(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--input",
        choices=("auto", "jsonl"),
        default="auto",
        metavar="KIND",
        help="jsonl reads every PATH, even -, as a batch; auto decides by the suffix .jsonl",
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
        "--text-column", metavar="NAME", help="column of a .csv or .tsv file that has the text"
    )
    group.add_argument("--strict", action="store_true", help="exit with 3 if any input was skipped")
    group.add_argument(
        "--verify",
        metavar="SUMMARY.json",
        help="check this summary against the articles at PATH, or at the paths that it names, and "
        "write no summary",
    )


def _add_batches(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--each", action="store_true", help="make each PATH an event of its own")
    group.add_argument(
        "--jobs", type=_whole, metavar="N", help="summarise N events at a time (default: 1)"
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
