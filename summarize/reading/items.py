"""Items of a list that is in one paragraph: each of them is cut on its own.

A paragraph that begins with a bullet, with "1." or with "a)" is such a list if its later items are
marked in the same way, and count on. It does not look for lists inside other paragraphs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.reading.signs import BULLETS, one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# "*", "·" and ">" are between words as well.
ITEM_SIGNS = "".join(sign for sign in BULLETS if sign not in "*·>✉")
_FIRST = re.compile(
    rf"(?P<bullet>{one_of(ITEM_SIGNS)})|"
    r"(?P<open>\(?)(?P<count>1|a|A(?!\.\s))(?P<close>\.\)|[.)])(?=\s+\S)"
)


def items(text: str, start: int, end: int) -> Iterator[int]:
    """Return where the items of a list after its first one start.

    Notes
    -----
    O(n) in the length of the span.

    >>> text = "1) Bread 2) Salt"
    >>> [text[at:] for at in items(text, 0, len(text))]
    ['2) Salt']
    >>> list(items("1) Bread, and (2) salt", 0, 22))
    []
    """
    first = _FIRST.match(text, start, end)
    if first is None:
        return
    if bullet := first["bullet"]:
        for match in re.compile(rf"(?<=\s){re.escape(bullet)}").finditer(text, start + 1, end):
            yield match.start()
        return
    opening, closing = map(re.escape, (first["open"], first["close"]))
    count, at = first["count"], first.end()
    while count := _next(count):
        mark = rf"(?<=\s){opening}{count}{closing}(?=\s+[^\W_a-zà-ÿ])"
        found = re.compile(mark).search(text, at, end)
        if found is None:
            return
        yield found.start()
        at = found.end()


def _next(count: str) -> str:
    """Return the count after this one; nothing after 100 and the last letter."""
    if count.isdigit():
        return str(int(count) + 1) if len(count) < 3 else ""
    return "" if count in "zZ" else chr(ord(count) + 1)
