"""The command ``summarize-mcp``: a server for agents."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

_EPILOG = """\
examples:
  summarize-mcp articles/                as a client starts it
  summarize-mcp articles/ --http         for any number of clients

exit codes:
  0    the client closed standard input
  2    wrong usage, a FOLDER or HOST:PORT that cannot be used, or the extra mcp
       is missing
  130  interrupted"""
_MISSING = "needs the extra mcp: pip install 'summarize[mcp]'"


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, where argparse would print the usage as well."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until the client closes standard input, or the process is interrupted.

    Returns
    -------
    int
        0 at the end; 2 if the command or a folder is wrong, or the extra is missing; 130 if
        interrupted.
    """
    try:
        options = build_parser().parse_args(argv)
        if not all(map(find_spec, ("mcp", "mcp_types"))):  # the second came with version 2
            return _refuse(_MISSING)
        return _serve(options)
    except KeyboardInterrupt:
        return 130


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of the command."""
    parser = _Parser(
        "summarize-mcp",
        description="Serve summaries and checks of articles to agents, by the Model Context "
        "Protocol, over standard input and output.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "folders",
        nargs="*",
        metavar="FOLDER",
        help="a folder whose articles agents may read; without one, they give texts",
    )
    parser.add_argument("--allow-urls", action="store_true", help="let agents fetch public pages")
    parser.add_argument(
        "--http",
        nargs="?",
        const="",
        metavar="HOST:PORT",
        help="serve over HTTP instead, by default at 127.0.0.1:8000",
    )
    return parser


def _serve(options: argparse.Namespace) -> int:
    import logging
    import warnings

    from summarize.errors import OptionError
    from summarize.mcp.articles import Reader
    from summarize.mcp.folders import Folders
    from summarize.mcp.held import Held
    from summarize.mcp.http import DEFAULT, address, serve_http

    logging.disable()  # what libraries log may quote articles and requests
    warnings.simplefilter("ignore")
    try:
        place = None if options.http is None else address(options.http or DEFAULT)
        reader = Reader(Folders(options.folders), Held(), allow_urls=options.allow_urls)
        from summarize.mcp.server import serve_stdio, warm_up  # heavy

        warm_up()
        if place is None:
            serve_stdio(reader)
        else:
            serve_http(reader, *place)
    except OptionError as error:
        return _refuse(str(error))
    return 0


def _refuse(message: str) -> int:
    sys.stderr.write(f"summarize-mcp: {message}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
