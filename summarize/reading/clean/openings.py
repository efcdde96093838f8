r"""Which patterns a sentence may fit, by its first characters, so that few need to be tried.

The characters are read off the patterns themselves: ``(?:please )?(?:click|tap) here`` may begin
with ``ple``, ``cli`` or ``tap``. It reads groups, alternatives and plain characters; where a
pattern holds anything else so early, such as ``\d``, it is tried with every sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LENGTH = 3  # characters; by so many, two sentences of news in three can fit none that has a word

_UNKNOWN = "."
_TOKEN = re.compile(r"\\.|\[\^?.[^\]]*\]|.", re.DOTALL)
_PLAIN = re.compile(r"(?:\\(\W)|([^\\.^$|?*+()\[\]{}]))(\??)(?![*+{])")


def by_opening(patterns: Iterable[str]) -> dict[str, str]:
    r"""Join those patterns that can only fit a text with a given opening.

    Returns
    -------
    dict
        Opening -> pattern. What may open in another way as well stands under the empty opening.

    >>> by_opening([r"tap (?:here|to)\b", r"(?:the )?tape", r"\d+ of \d+"])
    ... # doctest: +NORMALIZE_WHITESPACE
    {'': '\\d+ of \\d+',
     'tap': 'tap (?:here|to)\\b|(?:the )?tape',
     'the': '(?:the )?tape'}
    """
    choices = [choice for pattern in patterns for choice in _split_group(f"(?:{pattern})")[0]]
    fitting = {choice: set(_openings(choice)) for choice in choices}
    joined: dict[str, list[str]] = {"": []}
    for choice, heads in fitting.items():
        for head in sorted(heads) if min(map(len, heads)) == LENGTH else [""]:
            joined.setdefault(head, []).append(choice)
    return {head: "|".join(found) for head, found in joined.items()}


def _openings(pattern: str, head: str = "") -> Iterator[str]:
    """Yield how the texts begin that fit a pattern; less than `LENGTH` where that is not known."""
    plain = _PLAIN.match(pattern)
    if len(head) == LENGTH:
        yield head
    elif pattern.startswith("(?:"):
        choices, rest = _split_group(pattern)
        for choice in choices:
            yield from _openings(choice + rest, head)
    elif plain:
        if plain[3]:
            yield from _openings(pattern[plain.end() :], head)
        yield from _openings(pattern[plain.end() :], head + (plain[1] or plain[2]))
    else:
        yield head


def _split_group(pattern: str) -> tuple[list[str], str]:
    """Take a pattern's first group apart into its alternatives and what follows the group.

    That the group may be left out is one more alternative.
    """
    depth = 0
    cuts = []
    for token in _TOKEN.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if (depth == 1 and token[0] == "|") or depth == 0:
            cuts.append(token.start())
        if depth == 0:
            break
    starts = [len("(?:"), *(cut + 1 for cut in cuts)]
    choices = [pattern[a:b] for a, b in zip(starts, cuts, strict=False)]
    rest = pattern[cuts[-1] + 1 :]
    if rest.startswith("?"):
        return [*choices, ""], rest[1:]
    if rest.startswith(("*", "+", "{")):  # the group may come again
        return [_UNKNOWN], ""
    return choices, rest
