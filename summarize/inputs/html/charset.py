"""Decode the bytes of a web page, whose server and whose head may name its encoding."""

from __future__ import annotations

import codecs
import re

from summarize.inputs.decode import decode

_HEAD = 4_096  # bytes
_META = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})",
    re.IGNORECASE,
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NAME = re.compile(
    r"(?:utf|iso|windows|cp|koi8|gb|big5|euc|s(?:hift)?[_-]?jis|mac|latin|tis|ascii|us-ascii|ks_c)"
    r"[\w.:-]*"
)
# What browsers read instead: the larger encoding that has the same characters in the same places.
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_SHIFTED = re.compile(rb"\x1b[$(]")  # ISO 2022, which is valid UTF-8


def decode_page(data: bytes, encoding: str | None = None, charset: str | None = None) -> str:
    r"""Decode by byte-order mark, as UTF-8, as the server or the page says, else as Windows-1252.

    Text that is valid UTF-8 is UTF-8, whatever servers say. As in browsers, bytes that are
    not valid in a named encoding are replaced.

    Parameters
    ----------
    data
        The bytes of the page.
    encoding
        Overrides everything else.
    charset
        The encoding that the server names.

    Raises
    ------
    InputError
        If the bytes are not text in that encoding, or in any of those tried.

    Examples
    --------
    >>> decode_page(b"<meta charset=windows-1251><p>\xcf\xe0\xf0\xee\xec")
    '<meta charset=windows-1251><p>Паром'
    """
    if encoding or data.startswith(_MARKS):
        return decode(data, encoding)
    if not _SHIFTED.search(data) and b"\0" not in data:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    named = _META.search(data[:_HEAD])
    for name in (charset, named[1].decode("ascii") if named else None):
        if codec := _codec(name):
            return data.decode(codec, "replace")
    return decode(data)


def _codec(name: str | None) -> str | None:
    """Return the codec for the name of an encoding; None if it is not one of text."""
    name = (name or "").strip().lower()
    if not _NAME.fullmatch(name):
        return None
    try:
        found = codecs.lookup(name.removeprefix("x-")).name
    except LookupError:
        return None
    return _READ_AS.get(found, found)
