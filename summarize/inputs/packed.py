"""Decompress gzip and zstandard while it is read, a little at a time."""

from __future__ import annotations

import gzip
import io
import zlib
from importlib.util import find_spec
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PACKED = (".gz", ".zst")  # suffixes
_GZIP = b"\x1f\x8b\x08"
_ZSTANDARD = b"\x28\xb5\x2f\xfd"
# Bytes of zstandard that are decompressed at a time: they become 32 MB at most.
_PIECE = 1024
_BUFFER = 1 << 16
_BROKEN = "is broken or cut off: it cannot be decompressed to its end; get it again"


def plain_path(path: str) -> str:
    """Return a path without the suffix of a compressed file.

    >>> plain_path("news.jsonl.GZ"), plain_path("news.jsonl")
    ('news.jsonl', 'news.jsonl')
    """
    suffix = next((suffix for suffix in _PACKED if path.lower().endswith(suffix)), "")
    return path[: len(path) - len(suffix)]


def unpacked(handle: BinaryIO) -> BinaryIO:
    """Return what a file contains, decompressed if its first bytes say that it is compressed.

    Raises
    ------
    InputError
        If it is zstandard and the extra that reads it is not installed; when it is read, also if
        it is broken.
    """
    head = _peek(handle)
    if head.startswith(_GZIP):
        return io.BufferedReader(_Gzip(handle), _BUFFER)
    if head.startswith(_ZSTANDARD):
        if find_spec("zstandard") is None:
            raise InputError(
                "is compressed with zstandard; to read it: pip install 'summarize[tables]'"
            )
        return io.BufferedReader(_Zstandard(handle), _BUFFER)
    return handle


def _peek(handle: BinaryIO) -> bytes:
    """Return the first bytes of a file without moving in it."""
    if isinstance(handle, io.BufferedReader):
        return handle.peek(4)[:4]
    if not handle.seekable():
        return b""
    place = handle.tell()
    head = handle.read(4)
    handle.seek(place)
    return head


class _Gzip(io.RawIOBase):
    """The bytes that gzip compressed, in one part or in several."""

    def __init__(self, handle: BinaryIO) -> None:
        self._file = gzip.GzipFile(fileobj=handle)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        try:
            return self._file.readinto(buffer)
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise InputError(_BROKEN) from None


class _Zstandard(io.RawIOBase):
    """The bytes that zstandard compressed, in one frame or in several.

    The library's own stream does not say that a file is cut off, so its frames are read here.
    """

    def __init__(self, handle: BinaryIO) -> None:
        import zstandard

        self._decompressor = zstandard.ZstdDecompressor()
        self._error = zstandard.ZstdError
        self._handle = handle
        self._packed = b""
        self._frame = self._decompressor.decompressobj()
        self._is_begun = False
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        while not self._ready:
            piece = self._packed or self._handle.read(_PIECE)
            if not piece:
                if self._is_begun:
                    raise InputError(_BROKEN)
                return 0
            try:
                self._ready = memoryview(self._frame.decompress(piece))
            except self._error:
                raise InputError(_BROKEN) from None
            self._packed = self._frame.unused_data if self._frame.eof else b""
            self._is_begun = not self._frame.eof
            if self._frame.eof:
                self._frame = self._decompressor.decompressobj()
        target = memoryview(buffer).cast("B")
        n = min(len(target), len(self._ready))
        target[:n], self._ready = self._ready[:n], self._ready[n:]
        return n
