"""Make untrusted text safe to show: on a terminal, on a page, in a log.

The text, title or file name of an article must not move a cursor, change a colour, reverse the
reading direction or hide words. This module handles characters only: neither markup nor what the
words say. The ranges are written out, not taken from `unicodedata`, so that every Python version
gives the same bytes.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

T = TypeVar("T")

# A terminal sequence is removed as a whole, or "[31m" would remain. A string command ends at the
# next introducer at the latest, which keeps the search linear.
SEQUENCE = re.compile(
    r"(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])"  # OSC, DCS and the like, up to their end mark
    r"[^\x07\x1b\x90\x98\x9c-\x9f]*+(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"  # CSI
    r"|\x1b[ -/]*+[0-~]?"  # all others, and incomplete ones
)
_SPACE = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]++")

# Invisible format characters: soft hyphen, zero-width space, direction marks, overrides
# and isolates, word joiner and invisible operators, byte-order mark, annotations, shorthand and
# musical controls, tags and the variation selectors next to them. The joiners U+200C and U+200D,
# the selectors U+FE00 to U+FE0F and the format characters of single scripts are kept: words and
# emoji need them.
_FORMAT = (
    r"\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_HIDDEN = re.compile(rf"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_FORMAT}]++")

# Lone surrogates and noncharacters, which no encoding can represent.
_NONCHARACTER = "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
_LOST_RANGES = rf"\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTER}"
_LOST = re.compile(f"[{_LOST_RANGES}]")

_UNSAFE = re.compile(rf"[\x7f-\x9f\u2028\u2029{_FORMAT}{_LOST_RANGES}]")


def clean_text(text: str) -> str:
    r"""Remove what controls a terminal or hides text, and keep every visible character.

    Terminal sequences, control characters and invisible format characters are removed; line ends,
    tabs and separators become one space; a lone surrogate or a noncharacter becomes
    U+FFFD. Cleaning twice changes nothing. Linear in the length of the text.

    >>> clean_text("\x1b[31mred\x1b[0m\nand \u202ereversed")
    'red and reversed'
    """
    text = str.__str__(text)  # a subclass, such as Markup, could be taken for markup
    if text.isascii() and text.isprintable():
        return text
    text = SEQUENCE.sub("", text)
    text = _SPACE.sub(" ", text)
    text = _HIDDEN.sub("", text)
    return _LOST.sub("\ufffd", text)


def clean_strings(value: T) -> T:
    r"""Copy a value of nested dataclasses and tuples with every string in it cleaned.

    The formats that people read start with this, so none of them can forget a field. Fields that
    are not compared, such as the sources of a summary, are unchanged.

    >>> clean_strings(("\x07bell", 7))
    ('bell', 7)
    """
    changed: Any = value
    if isinstance(value, str):
        changed = clean_text(value)
    elif isinstance(value, tuple):
        changed = tuple(clean_strings(part) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        shown = [field.name for field in fields(value) if field.compare]
        changed = replace(value, **{name: clean_strings(getattr(value, name)) for name in shown})
    return cast("T", changed)


def escape_json(text: str) -> str:
    r"""Write the unsafe characters of a JSON text as ``\uXXXX``, which does not change the data.

    JSON itself escapes U+0000 to U+001F. The rest that `clean_text` would change is escaped
    here, so that the raw text is valid UTF-8 and safe to show on a terminal.

    >>> escape_json('"a\u202eb"')
    '"a\\u202eb"'
    """
    return _UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(rf"\u{units[at : at + 4]}" for at in range(0, len(units), 4))
