"""Types of options: each parses a string, or says what is wrong with it."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


def count(text: str) -> int:
    """Parse a whole number of at least 1."""
    if not text.strip().isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


def counts(text: str) -> list[int]:
    """Parse whole numbers separated by commas; sorted, without duplicates."""
    return sorted({count(part) for part in text.split(",")})


def seconds(text: str) -> float:
    """Parse a number of seconds above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return value


def names(known: Collection[str]) -> Callable[[str], list[str]]:
    """Return a parser of known names separated by commas, without duplicates."""

    def read(text: str) -> list[str]:
        found = [part for part in map(str.strip, text.split(",")) if part]
        unknown = [name for name in found if name not in known]
        if unknown or not found:
            wrong = f"unknown name {unknown[0]!r}" if unknown else "no name"
            raise ArgumentTypeError(f"{wrong}; choose among {', '.join(known)}")
        return list(dict.fromkeys(found))

    return read
