"""Which articles copy one another: wire stories, syndicated and lightly edited copies.

Articles that share most of their wording are one origin, however many of them there are. What is
compared is runs of words, so a quotation that two reporters heard does not make them one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from summarize.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summarize.model import Document

# Words in a run, and the share of the shorter article's runs from which it counts as a copy: less
# where both name the same agency.
N_WORDS = 5
COPIED, COPIED_FROM_AGENCY = 0.5, 0.4
FEWEST_RUNS = 10  # an article with fewer is its own origin
MOST_COMPARED = 5

_AGENCY = re.compile(
    r"\b(AP|A\.P\.|Associated Press|Reuters|AFP|Agence France-Presse|UPI|Xinhua|dpa|TASS|Kyodo|PTI|"
    r"ANI|IANS|Bloomberg|EFE|ANSA|APA)\b"
)
_BRACKETED = re.compile(r"\(([^()]{2,30})\)")
_SHORT = {"A.P.": "AP", "Associated Press": "AP", "Agence France-Presse": "AFP"}


def origins(
    documents: Sequence[Document],
    owners: NDArray[np.int64],
    lines: NDArray[np.int64],
    words: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Find the origin of each document.

    Parameters
    ----------
    documents
        The k documents in canonical order, so that of several copies the earliest is the origin.
    owners : ndarray of shape (n,)
        The document of each of the n sentences.
    lines, words : ndarray of shape (t,)
        For each word of the sentences, in their order, its sentence and its stem as a number.

    Returns
    -------
    ndarray of shape (k,)
        The index of the document that is its origin; its own where it copies none.

    Notes
    -----
    Runs of `N_WORDS` words inside a sentence, after Broder (1997), "On the resemblance and
    containment of documents". A document is compared with the `MOST_COMPARED` that were the first
    to hold most of its runs, and never with all others: O(words).
    """
    runs, owner_of_run = _runs(owners, lines, words)
    found = np.arange(len(documents))
    holder = np.full(int(runs.max(initial=-1)) + 1, -1)
    agencies = [_agency(document) for document in documents]
    bounds = np.searchsorted(owner_of_run, np.arange(len(documents) + 1)).tolist()
    runs_of = [np.unique(runs[start:end]) for start, end in pairwise(bounds)]
    for index, own in enumerate(runs_of):
        held = holder[own]
        first_holders, n_shared = np.unique(held[held >= 0], return_counts=True)
        for other in first_holders[np.argsort(-n_shared, kind="stable")][:MOST_COMPARED].tolist():
            is_agencys = agencies[index] is not None and agencies[index] == agencies[other]
            least = min(own.size, runs_of[other].size)
            n_common = np.intersect1d(own, runs_of[other], assume_unique=True).size
            share = COPIED_FROM_AGENCY if is_agencys else COPIED
            if least >= FEWEST_RUNS and n_common >= share * least:
                found[index] = found[other]
                break
        holder[own[held < 0]] = index
    return found


def _runs(
    owners: NDArray[np.int64], lines: NDArray[np.int64], words: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Number the runs of words that stand in one sentence; give each with its document."""
    n = max(words.size - N_WORDS + 1, 0)
    keys = np.zeros(n, np.uint64)
    for step in range(N_WORDS):  # a polynomial modulo 2^64; two runs in 10^9 share a key by chance
        keys = keys * np.uint64(6364136223846793005) + words[step : step + n].astype(np.uint64)
    inside = lines[:n] == lines[N_WORDS - 1 : N_WORDS - 1 + n]
    _, numbers = np.unique(keys[inside], return_inverse=True)
    return numbers, owners[lines[:n][inside]]


def _agency(document: Document) -> str | None:
    """Find the agency that the by-line or the beginning of the body names."""
    text = document.article.text
    marked = [text[b.start : b.end] for b in document.blocks if b.kind is Kind.BYLINE]
    opening = [text[b.start : b.end][:80] for b in document.body[:1]]
    marked += [bracketed[1] for start in opening for bracketed in _BRACKETED.finditer(start)]
    named = _AGENCY.search(" ".join(marked))
    return _SHORT.get(named[1], named[1]) if named else None
