"""Lets ``python -m summarize`` be the same as ``summarize``."""

import sys

from summarize.cli import main

if __name__ == "__main__":
    sys.exit(main())
