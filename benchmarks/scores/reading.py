"""What readers found in summaries, as they wrote it down.

A reader's file has a line a cluster: ``{"set", "cluster", "faults": {"A": [["told"], []]}, "whole":
{"A": ["missing"]}, "rank": {"A": 1, "B": 2, "C": 2}}``: the faults of each sentence, those of the
summary as a whole, and which summary the reader would rather print.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

# What an editor would strike a sentence out for.
FAULTS = {
    "told": "told twice: the summary has said it before, in these or other words",
    "opening": "first sentence only: it does not tell the main news of the event",
    "dangling": "a name, “the agency”, “the attack” or a connective without what it refers to",
    "junk": "no report: a caption, a promotion, another page, a quotation without content",
    "trifle": "a detail that does not matter, or nothing but the name of the event",
    "outdated": "a later article contradicts it, or what it expects has happened",
}
# What is wrong with a summary as a whole.
WHOLE = {
    "missing": "an essential fact is missing, though there was room",
    "order": "the order is incoherent",
}
OURS, BASELINE = "ours", "lead"


@dataclass(frozen=True, slots=True)
class Graded:
    """One summary as one reader graded it: faults of each sentence, of the whole, and its rank."""

    sentences: tuple[frozenset[str], ...]
    whole: frozenset[str]
    rank: int


Reader = dict[tuple[str, str], dict[str, Graded]]  # set and cluster -> system -> grades


def read(key: Path, files: Sequence[Path]) -> list[Reader]:
    """Read the grades of some readers, one file each, with systems in place of letters.

    Raises
    ------
    BenchmarkError
        A file cannot be read or does not fit the key, or readers graded different clusters.
    """
    try:
        rows = json.loads(key.read_text("utf-8"))
        sheet = {(row["set"], row["cluster"]): row for row in rows}
        readers = [dict(_rows(path.read_text("utf-8"), sheet)) for path in files]
    except OSError as error:
        raise BenchmarkError(f"{error.filename}: {error.strerror}; name another path") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BenchmarkError(f"the grades do not fit {key}: {error!r}") from None
    if any(reader.keys() != readers[0].keys() for reader in readers) or not readers[0]:
        raise BenchmarkError("the readers did not grade the same clusters")
    return readers


def _rows(
    text: str, sheet: Mapping[tuple[str, str], Any]
) -> Iterator[tuple[tuple[str, str], dict[str, Graded]]]:
    """Yield the grades of one reader, cluster by cluster; ValueError if some are missing."""
    for line in filter(str.strip, text.splitlines()):
        row = json.loads(line)
        name = row["set"], row["cluster"]
        graded = {}
        for letter, system in sheet[name]["system_of"].items():
            faults = row["faults"][letter]
            whole = frozenset(row["whole"].get(letter, ()))
            unknown = {fault for each in faults for fault in each}.difference(FAULTS)
            if len(faults) != sheet[name]["n_sentences"][letter] or unknown or whole - set(WHOLE):
                raise ValueError(f"{name}, {letter}: {unknown or len(faults)}")
            graded[system] = Graded(tuple(map(frozenset, faults)), whole, row["rank"][letter])
        yield name, graded
