"""Find the data above an article: YAML front matter, or the header of an e-mail.

Front matter is between two lines ``---`` at the top, as `trafilatura --with-metadata`, Obsidian's
clipper and blog generators write it. Only so much of YAML is read as they need: scalars, lists and
links ``[[...]]``. The text is never changed; each value is there with its span.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    Found = tuple[int, tuple["Entry", ...]] | None  # where the data end, and what they say

TITLES = ("title", "headline", "subject")  # keys
_MOST = 20_000  # characters; longer data are not read
_LONGEST_KEY = 100  # characters, with white space before it
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r"---[ \t]*+")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*+")
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40})[ \t]{0,9}:(?:\s++(?P<value>.*+))?", re.DOTALL)
_BLOCK = re.compile(r"[|>][+-]?\d?")
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{1,300})\]\]")
_NONE = frozenset(["", "~", "null", "none", "[]", "{}", "''", '""'])
_FREE = frozenset(["description", "excerpt", "summary", "abstract"])  # may run over lines

_FORWARDED = re.compile(
    r"-*+\s?(?:original|forwarded|begin forwarded) message\s?(?:-*+|:)", re.IGNORECASE
)
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|sv|vs)\s?:\s*+)+", re.IGNORECASE)
_MAIL = frozenset(
    [
        *("from", "to", "cc", "bcc", "subject", "sent", "date", "sender", "reply-to"),
        *("message-id", "received", "return-path", "newsgroups"),
    ]
)
_HYPHENATED = re.compile(r"\A[\w.]+-[\w.-]+\Z")  # "content-type", "x-mailer"
_MAIL_TOO = frozenset(
    ["attachments", "importance", "keywords", "lines", "organization", "path", "priority"]
)


class Entry(NamedTuple):
    """A key in lower case and its value, with the span of the value where it is on one line."""

    key: str
    value: str
    start: int
    end: int


class Front(NamedTuple):
    """The data above an article; `end` is where the article begins."""

    end: int
    entries: tuple[Entry, ...]

    @property
    def title(self) -> Entry | None:
        """The entry that gives the title, where its value is in the text as it is."""
        titles = (entry for entry in self.entries if entry.key in TITLES)
        return next((entry for entry in titles if entry.start < entry.end), None)


def read_front(text: str) -> Front | None:
    r"""Read the data at the top of a text; return None if there are none.

    >>> front = read_front("---\ntitle: 'Ferry aground'\nauthor:\n  - '[[Ann Ray]]'\n---\nA ferry.")
    >>> [(entry.key, entry.value) for entry in front.entries], front.end
    ([('title', 'Ferry aground'), ('author', 'Ann Ray')], 57)
    >>> read_front("---\nA ferry ran aground.\n---\n")
    """
    head = text[:_MOST]
    start = len(head) - len(head.lstrip())
    if head[start : start + 1] != "-" and ":" not in head[start : start + _LONGEST_KEY]:
        return None
    lines = _lines(head, start)
    at, first = next(lines)
    if _FENCE.fullmatch(first):
        found = _front_matter(lines)
    elif _FORWARDED.fullmatch(first):
        found = _mail_header(lines)
    else:
        found = _mail_header(chain([(at, first)], lines))
    if found is None:
        return None
    end, entries = found
    rest = text[end : end + _MOST]
    return Front(end + len(rest) - len(rest.lstrip()), entries)


def _lines(head: str, at: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text from a place on, each with its place and without its end."""
    for match in _LINE.finditer(head, at):
        yield match.start(), match[0].rstrip("\r\n")


def _front_matter(lines: Iterator[tuple[int, str]]) -> Found:
    """Return where front matter ends and its entries; None if it is not closed, or is prose."""
    raw: list[tuple[str, int, list[str]]] = []
    for at, line in lines:
        if _END.fullmatch(line):
            entries = (_entry(*found) for found in raw)
            return (at + len(line), tuple(filter(_has_value, entries))) if raw else None
        match = _ENTRY.fullmatch(line)
        if match:
            value = match["value"] or ""
            raw.append((match["key"].lower(), at + len(line) - len(value), [value]))
        elif not line.strip() or line.startswith("#"):
            continue
        elif raw and (line[0] in " \t" or line.startswith("- ") or raw[-1][0] in _FREE):
            raw[-1][2].append(line)
        else:
            return None
    return None


def _entry(key: str, start: int, lines: list[str]) -> Entry:
    """Make an entry of a key and the lines of its value; of a list, the first item counts."""
    first, *more = lines
    rest = [line.strip() for line in more]
    if rest and rest[0].startswith("- "):
        first, rest = rest[0][2:], []
    elif _BLOCK.fullmatch(first.strip()):
        first = ""
    value = _scalar(" ".join([first, *rest]).strip())
    inside = first.find(value) if value else -1
    if rest or more or inside < 0:
        return Entry(key, value, start, start)
    return Entry(key, value, start + inside, start + inside + len(value))


def _scalar(value: str) -> str:
    """Return what a scalar of YAML says, or the first item of a list on one line."""
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        value = value[1:-1].partition(",")[0].strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = re.sub(r"\\([\"\\/])", r"\1", value[1:-1])
    elif len(value) > 1 and value[0] == value[-1] == "'":
        value = value[1:-1].replace("''", "'")
    value = _LINK.sub(r"\1", value).strip()
    return "" if value.lower() in _NONE else value


def _mail_header(lines: Iterator[tuple[int, str]]) -> Found:
    """Return where the header of an e-mail ends and its entries; None if it is something else."""
    entries: list[Entry] = []
    end = 0
    for at, line in lines:
        match = _ENTRY.fullmatch(line)
        key = match["key"].lower() if match else ""
        if match and (key in _MAIL or (entries and (key in _MAIL_TOO or _HYPHENATED.search(key)))):
            value = _REPLY.sub("", (match["value"] or "").strip(), count=1)
            start = at + line.rfind(value)
            entries.append(Entry(key, value, start, start + len(value)))
        elif entries and line[:1] in {" ", "\t"} and line.strip():  # the value runs on
            key, value, start, _ = entries.pop()
            entries.append(Entry(key, f"{value} {line.strip()}".strip(), start, start))
        else:
            break
        end = at + len(line)
    n_keys = len({entry.key for entry in entries} & _MAIL)
    return (end, tuple(filter(_has_value, entries))) if n_keys > 1 else None


def _has_value(entry: Entry) -> bool:
    """Return whether an entry says anything, and not in the code of e-mail for other letters."""
    return bool(entry.value) and not entry.value.startswith("=?")
