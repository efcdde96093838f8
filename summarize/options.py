"""The options of a summary: complete, and checked before anything is read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, TypeGuard

from summarize import __version__
from summarize.choice.rank import RANKERS
from summarize.errors import OptionError
from summarize.languages import codes
from summarize.languages.identify import AUTO
from summarize.model import squeeze
from summarize.record.earlier import Earlier, as_earlier

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from summarize.semantic.encoder import Encoder
    from summarize.summary import Summary

UNITS = ("words", "sentences", "chars", "percent")
MOST = 2**53  # more than any budget needs, and fits an array
MOST_SHOWN = 60  # characters of a value in a message
DEFAULT_WORDS = 120
DEFAULT_LAMBDA = 0.5
_NOTHING = Earlier((), frozenset())


class Choices(TypedDict, total=False):
    """The options by name, for callers that pass them on; `Options` describes them."""

    words: int | None
    sentences: int | None
    chars: int | None
    percent: float | None
    rank: str
    mmr_lambda: float
    focus: str | None
    min_origins: int
    seen: Earlier | Summary | Mapping[str, Any] | None
    encoder: Encoder | None
    explain: bool
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Everything that decides a summary, apart from its articles.

    Parameters
    ----------
    words, sentences, chars, percent
        The budget, one of: most words (120 if none is given; see `words.width`), sentences,
        characters of the joined text, or percent of the words in the articles' bodies.
    rank
        How relevance is measured: a key of `summarize.choice.rank.RANKERS`.
    mmr_lambda
        1 chooses by relevance only, 0 by novelty only (Carbonell & Goldstein 1998).
    focus
        A query; sentences that are similar to it become more relevant.
    min_origins
        Use only what at least this many independent origins carry.
    seen
        An earlier summary, or its JSON as a dictionary; use only what is new to its reader. Its
        articles count for relevance, but no sentence is chosen from them or repeats them.
    encoder
        A model of sentences, whose vectors help to decide what is cited: anything with
        ``encode(texts)`` that returns one row of numbers for each text, such as a model of
        sentence-transformers, or what `summarize.semantic.load.load` reads.
    explain
        Give every sentence its `Explanation`, and list what is left out as `LeftOut`.
    lang
        The language that the articles are read in, by its code, such as ``"de"``; ``"auto"``
        identifies it.

    Raises
    ------
    OptionError
        If an option has a value that is not allowed, or two budgets are given.
    """

    words: int | None = None
    sentences: int | None = None
    chars: int | None = None
    percent: float | None = None
    rank: str = "corroboration"
    mmr_lambda: float = DEFAULT_LAMBDA
    focus: str | None = None
    min_origins: int = 1
    seen: Earlier | Summary | Mapping[str, Any] | None = None
    encoder: Encoder | None = None
    explain: bool = False
    lang: str = AUTO

    def __post_init__(self) -> None:
        object.__setattr__(self, "seen", as_earlier(self.seen))
        check_whole("min_origins", self.min_origins)
        check_budget({unit: getattr(self, unit) for unit in UNITS})
        if not isinstance(self.rank, str) or self.rank not in RANKERS:
            raise OptionError(f"rank is {shown(self.rank)}; choose one of {', '.join(RANKERS)}")
        if not is_number(self.mmr_lambda) or not 0 <= self.mmr_lambda <= 1:
            raise OptionError(f"mmr_lambda is {shown(self.mmr_lambda)}; give a number from 0 to 1")
        if self.focus is not None and not isinstance(self.focus, str):
            raise OptionError(f"focus is {shown(self.focus)}; give a string, or None for no focus")
        is_text = isinstance(self.encoder, str)  # its `encode` is another
        encode = None if is_text else getattr(self.encoder, "encode", None)
        if self.encoder is not None and not callable(encode):
            raise OptionError(
                f"encoder is {shown(self.encoder)}; give an object with encode(texts), such as "
                "summarize.semantic.load.load(folder) returns"
            )
        if not isinstance(self.explain, bool):
            raise OptionError(f"explain is {shown(self.explain)}; give True or False")
        if self.lang != AUTO and self.lang not in codes():
            known = ", ".join((AUTO, *codes()))
            raise OptionError(f"lang is {shown(self.lang)}; choose one of {known}")

    @property
    def budget(self) -> tuple[str, float]:
        """The unit and the size of the budget."""
        for unit in UNITS:
            size: float | None = getattr(self, unit)
            if size is not None:
                return unit, min(size, MOST)
        return "words", DEFAULT_WORDS

    @property
    def signature(self) -> str:
        """Everything that decides the output, apart from the articles."""
        unit, size = self.budget
        parts = [f"rank:{self.rank}", f"lambda:{self.mmr_lambda!r}", f"{unit}:{size!r}"]
        if self.focus:
            focus = json.dumps(squeeze(self.focus)).replace("|", r"\u007c")  # which separates parts
            parts.append(f"focus:{focus}")
        if self.min_origins > 1:
            parts.append(f"min_origins:{self.min_origins}")
        if isinstance(self.seen, Earlier):
            parts.append(f"seen:{self.seen.fingerprint}")
        if self.lang != AUTO:
            parts.append(f"lang:{self.lang}")
        if self.encoder is not None:
            from summarize.semantic.encoder import identity  # imports numpy

            parts.append(f"encoder:{identity(self.encoder)}")
        return "|".join([*parts, f"version:{__version__}"])

    @property
    def earlier(self) -> Earlier:
        """What the reader has seen; nothing if `seen` is not given."""
        return self.seen if isinstance(self.seen, Earlier) else _NOTHING


def check_budget(sizes: Mapping[str, object]) -> None:
    """Check that a budget makes sense.

    Parameters
    ----------
    sizes
        The size in each unit, or None if it is not given.

    Raises
    ------
    OptionError
        If several are given, or one is out of range.
    """
    given = {unit: size for unit, size in sizes.items() if size is not None}
    if len(given) > 1:
        raise OptionError(f"{' and '.join(given)} are both given; a summary has one length")
    for unit, size in given.items():
        if unit == "percent":
            if not is_number(size) or not 0 < size <= 100:
                raise OptionError(f"percent is {shown(size)}; give a number above 0, at most 100")
        elif not is_whole(size):
            raise OptionError(f"{unit} is {shown(size)}; give a whole number of at least 1")


def shown(value: object) -> str:
    """Format a value for a message, on one line; Python refuses to convert thousands of digits."""
    try:
        text = squeeze(f"{value!r}")
    except ValueError:
        return "too large"
    is_large = isinstance(value, int) and abs(value) > MOST
    return "too large" if is_large else text[:MOST_SHOWN]


def check_whole(name: str, value: object) -> None:
    """Raise an OptionError unless this is a whole number of at least 1 that fits an array."""
    if not is_whole(value) or value > MOST:
        raise OptionError(f"{name} is {shown(value)}; give a whole number of at least 1")


def is_whole(value: object) -> TypeGuard[int]:
    """Return whether this is a whole number of at least 1."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def is_number(value: object) -> TypeGuard[float]:
    """Return whether this is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)
