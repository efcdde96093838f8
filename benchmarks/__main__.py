"""`python -m benchmarks check`: hold the summaries of `seeds/` to their floors."""

from __future__ import annotations

import argparse
import sys

from benchmarks.check import check


def main() -> int:
    """Run the command that is named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="quick floors on seeds/; exit 1 if one is missed")
    parser.parse_args()
    return check()


if __name__ == "__main__":
    sys.exit(main())
