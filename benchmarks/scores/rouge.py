"""ROUGE-1, ROUGE-2 and ROUGE-L of a summary, with the signature that makes numbers comparable.

The numbers are those of the package rouge-score. It drops every letter that is not ASCII, so texts
in other scripts are cut into words by Unicode instead, and the signature says so. The numbers of
the Perl scorer are different.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.metadata import version
from statistics import fmean
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUGE = ("rouge1", "rouge2", "rougeL")

_STEMS = {"ascii": "porter", "unicode": "none"}
_SPACELESS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")

Scores = dict[str, dict[str, float]]


def score(
    text: str,
    references: Sequence[str],
    *,
    words: int,
    tokenizer: str,
    types: tuple[str, ...] = ROUGE,
) -> Scores:
    """Score a summary against its references.

    Parameters
    ----------
    text
        The summary; only its first `words` white-space tokens count.
    references
        At least one; they are not cut.
    words
        The length that the set requires.
    tokenizer
        A key of `TOKENIZERS`.
    types
        Some of `ROUGE`; "rougeL" takes most of the time.

    Returns
    -------
    dict
        Precision, recall and F1, ``{"p", "r", "f"}``, of each type: the means over the
        references, in [0, 1].

    Examples
    --------
    >>> score("A bridge!", ["A bridge opened."], words=9, tokenizer="ascii")["rouge2"]
    {'p': 1.0, 'r': 0.5, 'f': 0.6666666666666666}
    """
    scorer = _scorer(types, tokenizer)
    found = [scorer.score(reference, " ".join(text.split()[:words])) for reference in references]
    return {
        name: {key: fmean(each[name][index] for each in found) for index, key in enumerate("prf")}
        for name in types
    }


def signature(*, words: int, tokenizer: str) -> str:
    """Name everything that decides the scores, in the style of sacreBLEU.

    >>> signature(words=100, tokenizer="ascii")
    'rouge:1,2,L|stem:porter|tok:ascii|limit:100w|refs:mean|rouge-score:0.1.2'
    """
    return (
        f"rouge:1,2,L|stem:{_STEMS[tokenizer]}|tok:{tokenizer}|limit:{words}w|refs:mean"
        f"|rouge-score:{version('rouge-score')}"
    )


@cache
def _scorer(types: tuple[str, ...], tokenizer: str) -> Any:  # noqa: ANN401 - it has no types
    from rouge_score.rouge_scorer import RougeScorer

    class Tokenizer:
        # The systems are scored one after another on the same few references.
        tokenize = staticmethod(lru_cache(maxsize=64)(TOKENIZERS[tokenizer]))

    return RougeScorer(types, tokenizer=Tokenizer())


def _ascii_tokens(text: str) -> list[str]:
    """Tokenize and stem as rouge-score's own tokenizer does, but stem each word only once."""
    stem, tokens = _stemmer(), re.findall(r"[a-z0-9]+", text.lower())
    return [stem(token) if len(token) > 3 else token for token in tokens]


@cache
def _stemmer() -> Callable[[str], str]:
    from nltk.stem.porter import PorterStemmer

    return lru_cache(maxsize=100_000)(PorterStemmer().stem)


def _unicode_tokens(text: str) -> list[str]:
    """Take runs of letters, marks and digits; a letter alone in scripts without spaces."""
    return "".join(map(_spaced, unicodedata.normalize("NFKC", text).lower())).split()


@cache
def _spaced(sign: str) -> str:
    """Return what a character becomes: itself, itself between spaces, or a space."""
    if unicodedata.category(sign)[0] not in "LMN":
        return " "
    return f" {sign} " if unicodedata.name(sign, "").startswith(_SPACELESS) else sign


TOKENIZERS: dict[str, Callable[[str], list[str]]] = {
    "ascii": _ascii_tokens,
    "unicode": _unicode_tokens,
}
