"""Score what was extracted from web pages, as the sets of pages score it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from statistics import mean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORDS = 4  # of a shingle
_WORD = re.compile(r"\w+")


def text_f1(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """Return F1, precision and recall of main texts, as article-extraction-benchmark counts.

    Parameters
    ----------
    pairs
        The right text and the one that was extracted, of each page.

    Notes
    -----
    Texts are compared as multisets of runs of four words. Precision is averaged over the pages for
    which a text was extracted, recall over those that have one; F1 is of these averages.

    Examples
    --------
    >>> text_f1([("a b c d e", "a b c d e"), ("a b c d e", "a b c d x")])
    (0.75, 0.75, 0.75)
    """
    precisions, recalls = [], []
    for right, found in pairs:
        expected, given = _shingles(right), _shingles(found)
        same = (expected & given).total()
        if given:
            precisions.append(same / given.total())
        if expected:
            recalls.append(same / expected.total())
    precision, recall = mean(precisions or [0.0]), mean(recalls or [0.0])
    total = precision + recall
    return (2 * precision * recall / total if total else 0.0), precision, recall


def parts_f1(pages: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> float:
    """Return F1 of stretches of text: of those in main texts that were found, and of others.

    >>> parts_f1([("The ferry sank.", ["ferry"], ["About us"]), ("About us", ["tide"], ["About"])])
    0.5
    """
    right = lost = wrong = 0
    for text, parts, others in pages:
        shown = _squeeze(text)
        n = sum(_squeeze(part) in shown for part in parts)
        right, lost = right + n, lost + len(parts) - n
        wrong += sum(_squeeze(other) in shown for other in others)
    total = 2 * right + lost + wrong
    return 2 * right / total if total else 0.0


def is_same_title(right: str, found: str | None) -> bool:
    """Return whether two titles are the same but for case, white space and composed characters.

    >>> is_same_title("Ferry aground", "Ferry  Aground"), is_same_title("Ferry aground", "Ferry")
    (True, False)
    """
    forms = (
        unicodedata.normalize("NFC", _squeeze(title)).casefold() for title in (right, found or "")
    )
    return len(set(forms)) == 1


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words; a shorter text is one run."""
    words = _WORD.findall(text)
    runs = (tuple(words[n : n + _WORDS]) for n in range(max(1, len(words) - _WORDS + 1)))
    return Counter(run for run in runs if run)


def _squeeze(text: str) -> str:
    return " ".join(text.split())
