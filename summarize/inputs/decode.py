"""Decode the bytes of an article, or say why they are not text.

A byte-order mark decides. Without one the bytes are UTF-8, which text in another encoding
hardly ever is by chance, or else Windows-1252, if the text makes sense in it. No other encoding is
guessed, no character is replaced, and no line end is changed. Nothing is extracted: HTML, PDF and
the like have readers of their own.
"""

from __future__ import annotations

import codecs
import re

from summarize.errors import InputError, OptionError
from summarize.inputs.formats import other_format
from summarize.inputs.western import reads_as_western

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip archive",
    b"%!PS": "a PostScript document",
    b"Rar!\x1a": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
}
_OFFICE = {
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an Office document of before 2007",
}
_GIVE = "give its encoding with --encoding, such as windows-1250, windows-1251 or gb18030"
# Seven bits a byte, so it is valid UTF-8; no terminal escape begins so.
_ISO_2022 = re.compile(rb"\x1b\$(?:[@AB]|\([CD]|\)[ACG])")
# What text never contains. It may contain tabs, line ends, form feeds and terminal escapes.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, encoding: str | None = None) -> str:
    r"""Decode by byte-order mark, then as UTF-8, then as Windows-1252 if the text is Western.

    Parameters
    ----------
    data
        The bytes as they were read.
    encoding
        Overrides all of that, for encodings that cannot be recognised from the bytes.

    Returns
    -------
    str
        The text without byte-order mark.

    Raises
    ------
    InputError
        If the bytes are not text in that encoding, or in any of those tried.

    Examples
    --------
    >>> decode(b"\xef\xbb\xbfcaf\xc3\xa9"), decode(b"caf\xe9"), decode(b"caf\x82", "cp437")
    ('café', 'café', 'café')
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding or marked:
        name = encoding or str(marked)
        try:
            return data.decode(name).removeprefix("\ufeff")
        except ValueError as error:
            raise InputError(
                f"is not {name.removesuffix('-sig')} text ({_position(error)}); "
                "give its encoding with --encoding"
            ) from None
    if _ISO_2022.search(data):
        raise InputError("is ISO 2022 text; give its encoding with --encoding, such as iso2022_jp")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _CONTROL.search(data):  # nearly all bytes are characters of Windows-1252
            raise InputError(
                "looks like a binary file (it contains control characters); convert it to text "
                "first, or give its encoding with --encoding"
            ) from None
        if _is_mostly_utf8(data):
            raise InputError(
                f"is UTF-8 except in places ({_position(error)}); repair it, or give its encoding "
                "with --encoding"
            ) from None
    return _decode_western(data)


def _is_mostly_utf8(data: bytes) -> bool:
    """Return whether bytes beyond ASCII are valid UTF-8 more often than not."""
    valid = data.decode("utf-8", "ignore")
    n_valid = sum(not character.isascii() for character in valid)
    return n_valid > len(data) - len(valid.encode())


def _decode_western(data: bytes) -> str:
    """Decode as Windows-1252 what is text of Western Europe in it."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is neither UTF-8 nor Windows-1252 text ({_position(error)}); {_GIVE}"
        ) from None
    if not reads_as_western(text):
        raise InputError(f"is not UTF-8 text, and makes no sense as Windows-1252; {_GIVE}")
    return text


def decode_article(data: bytes, encoding: str | None = None) -> str:
    r"""Decode a file that should contain one article.

    Raises
    ------
    InputError
        If it is empty, not text, or text that must be converted first.

    Examples
    --------
    >>> decode_article(rb"{\rtf1 ...}")
    Traceback (most recent call last):
    ...
    summarize.errors.InputError: is an RTF document; save it as .docx, PDF or plain text
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(f"looks like a binary file ({what}); convert it to text first")
    for magic, what in _OFFICE.items():
        if data.startswith(magic):
            raise InputError(f"is {what}; save it as .docx, PDF or plain text")
    is_marked = any(data.startswith(mark) for mark, _ in _MARKS)
    if b"\0" in data and not (encoding or is_marked):
        raise InputError(
            "looks like a binary file (it contains NUL bytes); convert it to text first, "
            "or give its encoding with --encoding"
        )
    return check_article(decode(data, encoding))


def check_article(text: str) -> str:
    """Return the text of an article unchanged.

    Raises
    ------
    InputError
        If it is only white space, or is in another format than prose.
    """
    if not text or text.isspace():
        raise InputError("is empty; there is nothing to summarise")
    if advice := other_format(text):
        raise InputError(advice)
    return text


def check_encoding(encoding: str, *, for_lines: bool = False) -> None:
    r"""Check that Python supports an encoding.

    Parameters
    ----------
    encoding
        Its name.
    for_lines
        Whether the bytes will be split into lines before they are decoded, as for JSONL; then a
        line feed must be the same single byte as in ASCII.

    Raises
    ------
    OptionError
        If it is unknown, is not a text encoding, or is unsuitable for lines.

    Examples
    --------
    >>> check_encoding("latin-1"), check_encoding("utf-8", for_lines=True)
    (None, None)
    """
    try:
        codecs.lookup(encoding)
        line_feed = "\n".encode(encoding)
    except (LookupError, ValueError):
        raise OptionError(
            f"unknown encoding {encoding!r}; give one that Python supports, such as utf-8 or big5"
        ) from None
    if for_lines and line_feed != b"\n":
        raise OptionError(f"JSONL cannot be read as {encoding}; convert the file to UTF-8 first")


def _position(error: ValueError) -> str:
    """Describe where decoding failed."""
    if isinstance(error, UnicodeDecodeError):
        return f"byte 0x{error.object[error.start]:02X} at offset {error.start:,}"
    return str(error)
