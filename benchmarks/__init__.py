"""Measures of quality and speed: `python -m benchmarks COMMAND`.

Imports go one way, from the end of this list to its beginning::

    errors     the one error
    data       clusters with references; generated articles
    scores     a summary or a citation -> numbers, and their uncertainty
    systems    ours, baselines, the oracle and peers, on one cluster
    speed      time and memory, in separate processes
    report     stored rows -> tables, plots, pages
    commands   one file per command: its options, what is run and in which order

The floors of `check` and the texts that were written or graded for this project are in the files
beside the folders.
"""

from typing import Any

Row = dict[str, Any]  # of results: what JSON can hold
