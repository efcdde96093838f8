"""Measures of quality and speed, compared with baselines and peers."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from benchmarks.errors import BenchmarkError

COMMANDS = {
    "quality": "score systems, baselines and peers on the same clusters",
    "speed": "time and memory: cold starts, ten to 100,000 articles, batches, hostile inputs",
    "ranking": "what each part of the ranking is worth, and how its constants were fitted",
    "citations": "precision and recall of citations on graded pairs",
    "drafts": "what is named of errors made in drafts, and of what is true",
    "pages": "main text, titles and dates of web pages, on two public sets",
    "grouping": "events found in a mix of clusters, with baselines; time and memory",
    "reading": "a sheet of summaries for people to grade, and rates from their grades",
    "report": "tables and plots from stored results",
    "check": "quick floors of quality and speed; exit 1 if one is missed",
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return 0 if all is well, 1 for a missed floor or no result, 2 for misuse."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, allow_abbrev=False
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(
            name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}."
        )
        import_module(f"benchmarks.commands.{name}").add_arguments(command)
    options = parser.parse_args(arguments)
    try:
        code: int = import_module(f"benchmarks.commands.{options.command}").run(options)
    except BenchmarkError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("benchmarks: interrupted; what was computed is kept", file=sys.stderr)
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
