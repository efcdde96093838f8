"""ROUGE-1, ROUGE-2 and ROUGE-L of a summary, with the signature that makes numbers comparable.

The numbers are those of the package rouge-score, which the tests hold them to; they are computed
here because its table of a longest common subsequence and its stemming of every token anew take
most of a run. rouge-score drops every letter that is not ASCII, so texts in other scripts are cut
into words by Unicode instead, and the signature says so. The Perl scorer's numbers are others.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nltk.stem.porter import PorterStemmer

EQUAL_TO = "0.1.2"  # the version of rouge-score that the tests compare with
_STEMS = {"ascii": "porter", "unicode": "none"}
_SPACELESS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")

Scores = dict[str, dict[str, float]]


def score(text: str, references: Sequence[str], *, words: int, tokenizer: str) -> Scores:
    """Score a summary against its references.

    Parameters
    ----------
    text
        The summary; only its first `words` white-space tokens count.
    references
        At least one; they are taken whole.
    words
        The length that the set asks for.
    tokenizer
        A key of `TOKENIZERS`.

    Returns
    -------
    dict
        Precision, recall and F1, ``{"p", "r", "f"}``, of ``rouge1``, ``rouge2`` and ``rougeL``,
        each the mean over the references, in [0, 1].

    Examples
    --------
    >>> score("A bridge!", ["A bridge opened."], words=9, tokenizer="ascii")["rouge2"]
    {'p': 1.0, 'r': 0.5, 'f': 0.6666666666666666}
    """
    tokens = TOKENIZERS[tokenizer](" ".join(text.split()[:words]))
    totals: Scores = {name: dict.fromkeys("prf", 0.0) for name in ("rouge1", "rouge2", "rougeL")}
    for reference in references:
        expected = _reference_tokens(reference, tokenizer)
        for name, (matches, n_tokens, n_expected) in _matches(tokens, expected).items():
            precision, recall = matches / max(n_tokens, 1), matches / max(n_expected, 1)
            total = totals[name]
            total["p"] += precision
            total["r"] += recall
            total["f"] += 2 * precision * recall / (precision + recall) if matches else 0.0
    return {
        name: {key: value / len(references) for key, value in total.items()}
        for name, total in totals.items()
    }


def signature(*, words: int, tokenizer: str) -> str:
    """Name all that decides the numbers, in the manner of sacreBLEU.

    >>> signature(words=100, tokenizer="ascii")
    'rouge:1,2,L|stem:porter|tok:ascii|limit:100w|refs:mean|rouge-score:0.1.2'
    """
    return (
        f"rouge:1,2,L|stem:{_STEMS[tokenizer]}|tok:{tokenizer}|limit:{words}w|refs:mean"
        f"|rouge-score:{EQUAL_TO}"
    )


def ngrams(tokens: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    """Count the runs of `n` tokens.

    >>> ngrams(["a", "b", "a", "b"], 2)[("a", "b")]
    2
    """
    return Counter(zip(*(tokens[start:] for start in range(n)), strict=False))


def common_subsequence(first: Sequence[str], second: Sequence[str]) -> int:
    """Length of the longest common subsequence.

    One long integer stands for a row of the usual table, so a row costs a few operations on
    words of the machine: O(len(first) * len(second) / 64).

    References
    ----------
    Hyyrö (2004), "Bit-parallel LCS-length computation revisited".

    Examples
    --------
    >>> common_subsequence("abcbdab", "bdcaba")
    4
    """
    places: dict[str, int] = {}
    for index, token in enumerate(first):
        places[token] = places.get(token, 0) | 1 << index
    everything = (1 << len(first)) - 1
    row = everything
    for token in second:
        met = row & places.get(token, 0)
        row = ((row + met) | (row - met)) & everything
    return len(first) - row.bit_count()


def _matches(tokens: list[str], expected: list[str]) -> dict[str, tuple[int, int, int]]:
    """Give, for each score, what both hold, what the summary holds and what was expected."""
    found = {
        f"rouge{n}": (
            (ngrams(tokens, n) & ngrams(expected, n)).total(),
            max(len(tokens) - n + 1, 0),
            max(len(expected) - n + 1, 0),
        )
        for n in (1, 2)
    }
    found["rougeL"] = (common_subsequence(tokens, expected), len(tokens), len(expected))
    return found


@lru_cache(maxsize=64)  # the systems are scored one after another on the same few references
def _reference_tokens(reference: str, tokenizer: str) -> list[str]:
    return TOKENIZERS[tokenizer](reference)


def _ascii_tokens(text: str) -> list[str]:
    """Cut and stem as rouge-score's own tokenizer does."""
    tokens = re.findall(r"[a-z0-9]+", text.lower())
    return [_stem(token) if len(token) > 3 else token for token in tokens]


@lru_cache(maxsize=100_000)
def _stem(token: str) -> str:
    return str(_stemmer().stem(token))


@cache
def _stemmer() -> PorterStemmer:
    from nltk.stem.porter import PorterStemmer

    return PorterStemmer()


def _unicode_tokens(text: str) -> list[str]:
    """Take runs of letters, marks and digits; a letter alone in scripts without spaces."""
    return unicodedata.normalize("NFKC", text).lower().translate(_SIGNS).split()


class _Signs(dict[int, str]):
    """What stands for a character: itself, itself between spaces, or a space; found once each."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if unicodedata.category(sign)[0] not in "LMN":
            self[code] = " "
        elif unicodedata.name(sign, "").startswith(_SPACELESS):
            self[code] = f" {sign} "
        else:
            self[code] = sign
        return self[code]


_SIGNS = _Signs()

TOKENIZERS: dict[str, Callable[[str], list[str]]] = {
    "ascii": _ascii_tokens,
    "unicode": _unicode_tokens,
}
