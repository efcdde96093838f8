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
from summarize.command import flags
from summarize.errors import OptionError
from summarize.inputs.options import LoadOptions
from summarize.inputs.since import first_day
from summarize.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

USAGE = "summarize [OPTION]... PATH..."

_DESCRIPTION = """\
Summarise several news articles about one event. The summary consists of
sentences from the articles, word for word, each followed by the numbers of
the articles that report it.

PATH is a file, a folder, a link or -. All PATHs together are one event, unless
--group finds the events in them. Each may be text, Markdown, a web page, a
feed, a list of links, PDF, Word, EPUB, e-mail, a table, JSON, ZIP or WARC;
what needs an extra says so. A .jsonl file of events is a batch."""

_EPILOG = """\
rankings:
{rankings}

formats:
{formats}

examples:
  summarize articles/                     one summary of the folder's articles
  summarize https://... page.html a.pdf   a link, a saved page and a PDF
  summarize news.rss --since 24h --group  the events of a feed's last day
  summarize articles/ -n 3 -o page.html   three sentences, as a page
  summarize articles/ --focus trade       what the reader asks for
  summarize table.csv --group-by event    an event for each value of a column
  summarize events.jsonl -o out.jsonl --jobs 4 --resume
                                          a batch in four processes; resumes
                                          if it was interrupted
  summarize --verify summary.json         check a saved summary
  summarize --check draft.md articles/    check another text

exit codes:
  0    a summary was written, even if inputs were skipped (each is named on
       standard error)
  1    nothing could be summarised
  2    wrong usage, a PATH that cannot be read (the others are still
       summarised), or an output that cannot be written
  3    a summary was written, but inputs were skipped and --strict was given
  4    --verify or --check found a problem
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
    flags.add_length(parser.add_argument_group("length (one of)"))
    flags.add_choice(parser.add_argument_group("choice of sentences"))
    flags.add_output(parser.add_argument_group("output"))
    inputs = parser.add_argument_group("input")
    flags.add_input(inputs)
    flags.add_check(inputs)
    flags.add_links(parser.add_argument_group("links and feeds"))
    flags.add_batches(parser.add_argument_group("batches"))
    other = parser.add_argument_group("other")
    other.add_argument("-h", "--help", action=_Answer, nargs=0, help="show this help and exit")
    other.add_argument("--version", action=_Answer, nargs=0, help="show the version and exit")
    return parser


def load_options(options: argparse.Namespace) -> LoadOptions:
    """Return how inputs are read.

    Raises
    ------
    OptionError
        If an option has a value that is not allowed.
    """
    return LoadOptions(
        encoding=options.encoding,
        text_column=options.text_column,
        group_by=options.group_by,
        since=first_day(options.since),
        limit=options.limit,
        refresh=options.refresh,
        allow_private=options.allow_private,
        jobs=options.jobs or 1,
    )


def _table(rows: Mapping[str, str]) -> str:
    width = max(map(len, rows))
    return "\n".join(f"  {name:<{width}}  {what}" for name, what in rows.items())
