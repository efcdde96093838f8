"""The elements of an XML file that is a list: nothing is fetched, and no entity is declared."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from summarize.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Collection

_MOST = 1_000_000  # elements that are kept
# An ampersand that is not escaped, as in addresses; or an entity of HTML, not of XML.
_LOOSE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,8}|#x[0-9a-fA-F]{1,7});)(\w{1,32};)?")


class Element(NamedTuple):
    """One element.

    Parameters
    ----------
    name, parent
        Its name and that of the element that it is in, in lower case, without the prefix of the
        root.
    attributes
        By their names in lower case.
    text
        Its text up to its last child.
    """

    name: str
    parent: str
    attributes: dict[str, str]
    text: str


def elements(
    data: bytes, names: Collection[str], encoding: str | None = None
) -> tuple[list[Element], str | None]:
    """Return the elements of some names, as far as the XML can be read, and where it cannot.

    Raises
    ------
    InputError
        If it declares entities, or has over a million of these elements.
    """
    kept: list[Element] = []
    open_: list[tuple[str, dict[str, str]]] = [("", {})]
    text: list[str] = []
    prefix = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal prefix
        name = name.lower()
        if len(open_) == 1 and ":" in name:
            prefix = name.partition(":")[0] + ":"
        open_.append((name.removeprefix(prefix), attributes))
        text.clear()

    def end(_: str) -> None:
        name, attributes = open_.pop()
        if name in names:
            if len(kept) == _MOST:
                raise InputError(f"has over {_MOST:,} entries; split it")
            lower = {key.lower(): value for key, value in attributes.items()}
            kept.append(Element(name, open_[-1][0], lower, "".join(text).strip()))

    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(_LOOSE.sub(_escape, data), True)  # noqa: FBT003 - it takes no keywords
    except expat.ExpatError as error:
        return kept, f"line {error.lineno:,}"
    except (ValueError, LookupError):
        return kept, "its encoding is unknown"
    return kept, None


def _refuse(*_: object) -> None:
    raise InputError("declares entities of XML, which a list needs not; remove them")


def _escape(match: re.Match[bytes]) -> bytes:
    """Escape an ampersand, or write an entity of HTML as the number of its character."""
    found = html.unescape(match[0].decode("ascii", "replace")) if match[1] else ""
    if len(found) == 1:
        return b"&#%d;" % ord(found)
    return b"&amp;" + (match[1] or b"")
