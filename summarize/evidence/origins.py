"""Which articles copy one another: wire stories, syndicated and lightly edited copies.

Articles that share most of their wording are one origin, however many of them there are. Runs of
words are compared, so two articles are not one origin just because they quote the same statement.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from summarize import languages
from summarize.evidence.distinct import number
from summarize.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summarize.languages import Language
    from summarize.model import Document

# Words in a run, and the share of the shorter article's runs from which it counts as a copy: less
# if both name the same agency.
N_WORDS = 5
COPIED, COPIED_FROM_AGENCY = 0.5, 0.4
FEWEST_RUNS = 20  # an article with fewer is its own: one shared sentence would be most of it
MOST_COMPARED = 5
AT_A_TIME = 1 << 20  # runs that are sorted together, to save memory

_BRACKETED = re.compile(r"\(([^()]{2,30})\)")


def origins(
    documents: Sequence[Document],
    document: NDArray[np.int64],
    row: NDArray[np.int32],
    stems: NDArray[np.int32],
    language: Language,
    in_a_word: float = 1.0,
) -> NDArray[np.int64]:
    """Find the origin of each document.

    Parameters
    ----------
    documents
        The k documents in canonical order, so that of several copies the earliest is the origin.
    document : ndarray of shape (n,)
        The index of each sentence's document.
    row, stems : ndarray of shape (t,)
        For each word of the sentences, in their order, its sentence and its stem as a number.
    language
        Names of agencies.
    in_a_word
        How many of these "words" make a word; more than one where they are single letters.

    Returns
    -------
    ndarray of shape (k,)
        The index of the document that is its origin; its own if it copies none.

    Notes
    -----
    Runs of `N_WORDS` words inside a sentence, after Broder (1997), "On the resemblance and
    containment of documents". A document is compared only with the `MOST_COMPARED` that were the
    first to contain most of its runs, never with all others: O(words · log words), to sort the
    runs.
    """
    k = len(documents)
    n_words = round(N_WORDS * in_a_word)
    owner_of_run, runs, holder = _runs(document, row, stems, n_words)
    found = np.arange(k)
    bounds = np.searchsorted(owner_of_run, np.arange(k + 1))
    n_runs = np.diff(bounds)
    n_held = np.bincount(owner_of_run[holder < owner_of_run], minlength=k)
    may_copy = (n_held >= COPIED_FROM_AGENCY * FEWEST_RUNS) & (n_runs >= FEWEST_RUNS)
    for index in np.flatnonzero(may_copy).tolist():
        own, held = (some[bounds[index] : bounds[index + 1]] for some in (runs, holder))
        first_holders, n_shared = np.unique(held[held < index], return_counts=True)
        for other in first_holders[np.argsort(-n_shared, kind="stable")][:MOST_COMPARED].tolist():
            least = min(own.size, n_runs[other])
            if least < FEWEST_RUNS or n_held[index] < COPIED_FROM_AGENCY * least:
                continue
            theirs = runs[bounds[other] : bounds[other + 1]]
            n_common = np.intersect1d(own, theirs, assume_unique=True).size
            if n_common < COPIED_FROM_AGENCY * least:
                continue
            pair = documents[index], documents[other]
            if n_common >= COPIED * least or _share_agency(*pair, language):
                found[index] = found[other]
                break
    return found


def _runs(
    document: NDArray[np.int64],
    row: NDArray[np.int32],
    stems: NDArray[np.int32],
    n_words: int,
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Number the runs of `n_words` words that lie within one sentence.

    Returns
    -------
    owner_of_run, runs, holders
        For each distinct run of each document, by document: that document, the run's number, and
        the first document that contains it.
    """
    n = max(stems.size - n_words + 1, 0)
    keys = np.zeros(n, np.uint64)
    for step in range(n_words):  # a polynomial modulo 2^64; two runs in 10^9 share a key by chance
        keys *= np.uint64(6364136223846793005)
        keys += stems[step : step + n].astype(np.uint64)
    inside = row[:n] == row[n_words - 1 : n_words - 1 + n]
    keys = keys[inside]
    numbers, n_runs = number(keys)
    del keys  # the largest array of all
    owner = document.astype(np.int32)[row[:n][inside]]
    first = np.full(n_runs, -1, np.int32)
    found = [(first[:0], first[:0])]
    for start, end in pairwise(_cuts(owner)):
        pairs = np.sort(owner[start:end].astype(np.int64) * n_runs + numbers[start:end])
        owner_of_run, runs = np.divmod(pairs[np.diff(pairs, prepend=-1) > 0], n_runs)
        is_new = first[runs] < 0
        first[runs[is_new][::-1]] = owner_of_run[is_new][::-1]  # the first is written last
        found.append((owner_of_run.astype(np.int32), runs.astype(np.int32)))
    owner_of_run, runs = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return owner_of_run, runs, first[runs]


def _cuts(owner: NDArray[np.int32]) -> list[int]:
    """Return where to cut into stretches of whole documents, of about `AT_A_TIME` runs each."""
    cuts = np.searchsorted(owner, owner[::AT_A_TIME])
    return [*np.unique(cuts).tolist(), owner.size]


def _share_agency(first: Document, second: Document, language: Language) -> bool:
    """Return whether two articles name the same agency."""
    agency = _agency(first, language)
    return agency is not None and agency == _agency(second, language)


@cache
def _names(name: str) -> re.Pattern[str]:
    """Return the pattern of the agencies' names in a language, as they are written."""
    agencies = [re.escape(agency) for agency, _ in languages.load(name).agencies]
    return re.compile(rf"\b({'|'.join(agencies) or '(?!)'})\b")


def _agency(document: Document, language: Language) -> str | None:
    """Find the agency that the by-line or the beginning of the body names."""
    text = document.text
    marked = [text[b.start : b.end] for b in document.blocks if b.kind is Kind.BYLINE]
    opening = [text[b.start : b.end][:80] for b in document.body[:1]]
    marked += [bracketed[1] for start in opening for bracketed in _BRACKETED.finditer(start)]
    named = _names(language.name).search(" ".join(marked))
    return dict(language.agencies)[named[1]] if named else None
