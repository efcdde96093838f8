"""The elements of an XML file that is a list: nothing is fetched, and no entity is declared."""

from __future__ import annotations

import codecs
import html
import re
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from summarize.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Collection

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions

_MOST = 1_000_000  # elements that are kept
# An ampersand that is not escaped, as in addresses; or an entity of HTML, not of XML.
_LOOSE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,8}|#x[0-9a-fA-F]{1,7});)(\w{1,32};)?")


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoded(given: Input, options: LoadOptions) -> tuple[bytes, str | None]:
    """Return the bytes of an XML file, and their encoding if it is not what the XML declares.

    What the bytes show counts more than what the XML or the server says, which is often wrong: a
    byte-order mark, or characters that are valid UTF-8.

    Raises
    ------
    InputError
        If it is larger than 50 MB.
    OSError
        If it cannot be opened or read.
    """
    data = given.read()
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if options.encoding or marked:
        text = data.decode(options.encoding or str(marked), "replace")
        return text.removeprefix("\ufeff").encode("utf-8", "replace"), "utf-8"
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data, None if b"encoding" in data[:200] else given.charset
    return data, None if data.isascii() or b"\0" in data else "utf-8"


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
    data: bytes, encoding: str | None, names: Collection[str]
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
