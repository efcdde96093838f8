"""Types of options: each reads a text, or says what is wrong with it."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


def count(text: str) -> int:
    """Read a whole number of at least 1."""
    if not text.strip().isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


def counts(text: str) -> list[int]:
    """Read whole numbers between commas; in order, each once."""
    return sorted({count(part) for part in text.split(",")})


def seconds(text: str) -> float:
    """Read a time above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return value


def names(known: Collection[str]) -> Callable[[str], list[str]]:
    """Return a reader of known names between commas, each once."""

    def read(text: str) -> list[str]:
        found = [part for part in map(str.strip, text.split(",")) if part]
        unknown = [name for name in found if name not in known]
        if unknown or not found:
            wrong = f"unknown name {unknown[0]!r}" if unknown else "no name"
            raise ArgumentTypeError(f"{wrong}; choose among {', '.join(known)}")
        return list(dict.fromkeys(found))

    return read
