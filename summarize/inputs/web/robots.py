"""What a site's robots.txt allows: RFC 9309.

The `urllib.robotparser` of Python 3.11 takes the first rule that matches, not the longest, and no
wildcards.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarize.inputs.web.address import escaped

PRODUCT = "summarize"
MOST_BYTES = 512_000  # that are read of a robots.txt; RFC 9309 asks for at least 500 KiB
_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")


class Rule(NamedTuple):
    """A pattern of paths, and whether pages there may be fetched."""

    pattern: str
    is_allowed: bool

    def matches(self, path: str) -> bool:
        """Return whether a path begins as the pattern says; linear in its length for each ``*``."""
        is_whole = self.pattern.endswith("$")
        first, *rest = self.pattern.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        if not rest:
            return not is_whole or at == len(path)
        for part in rest[:-1] if is_whole else rest:
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return not is_whole or (path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at)


def read_rules(data: bytes) -> tuple[Rule, ...]:
    r"""Read the rules for this program, else those for all.

    Examples
    --------
    >>> read_rules(b"User-agent: *\nDisallow: /print/")
    (Rule(pattern='/print/', is_allowed=False),)
    """
    ours: list[Rule] = []
    general: list[Rule] = []
    is_named = is_ours = is_general = was_agent = False
    for line in data[:MOST_BYTES].decode("utf-8-sig", "replace").splitlines():
        if not (match := _LINE.match(line)):
            continue
        key, value = match[1].lower(), match[2].strip()
        if key == "user-agent":
            agent = re.split(r"[^A-Za-z_*-]", value, maxsplit=1)[0].lower()
            is_ours = (is_ours and was_agent) or agent == PRODUCT
            is_general = (is_general and was_agent) or agent == "*"
            is_named |= agent == PRODUCT
        elif key in {"allow", "disallow"} and value:
            rule = Rule(escaped(value), key == "allow")
            ours += [rule] * is_ours
            general += [rule] * is_general
        if key != "sitemap":  # which is not part of a group
            was_agent = key == "user-agent"
    return tuple(ours if is_named else general)


def is_allowed(path: str, rules: tuple[Rule, ...]) -> bool:
    """Return whether a path, with its query, may be fetched: by the longest rule that matches.

    >>> is_allowed("/a/print", (Rule("/a", True), Rule("/*print", False)))
    False
    """
    matching = [rule for rule in rules if rule.matches(path)]
    longest = max(matching, key=lambda rule: (len(rule.pattern), rule.is_allowed), default=None)
    return longest is None or longest.is_allowed
