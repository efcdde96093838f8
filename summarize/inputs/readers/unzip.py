"""Open ZIP archives that may be broken, or made to fill the memory."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from summarize.errors import InputError

MOST_BYTES = 200_000_000  # of all files in an archive, unpacked
MOST_FILES = 10_000
_SMALL = 10_000_000  # bytes; what is smaller unpacked may be packed however well
_MOST_RATIO = 200  # of unpacked to packed bytes; articles are packed to a third, a table to a tenth
_BROKEN = "is a broken ZIP archive; download it or save it again"
_ERRORS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, OSError, RuntimeError, ValueError, LookupError),
)


def unzip(data: bytes) -> zipfile.ZipFile:
    """Open an archive.

    Raises
    ------
    InputError
        If it is broken, or unpacks to more than 200 MB, 10,000 files or 200 times its size.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        files = archive.infolist()
    except _ERRORS:
        raise InputError(_BROKEN) from None
    if len(files) > MOST_FILES:
        raise InputError(f"has {len(files):,} files, more than {MOST_FILES:,}; split it")
    total = sum(file.file_size for file in files)
    if total > MOST_BYTES or (total > _SMALL and total > _MOST_RATIO * len(data)):
        size = f"{len(data) / 1e6:,.1f} MB to {total / 1e6:,.0f} MB"
        raise InputError(f"unpacks from {size}; unpack it, and give the articles in it")
    return archive


def unpack(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of a file in an archive, at most as many as the archive says it has.

    Raises
    ------
    InputError
        If it is missing, broken or encrypted.
    """
    try:
        file = archive.getinfo(name)
        if file.flag_bits & 0x1:
            raise InputError("is encrypted; unpack it, and give what is in it")
        with archive.open(file) as handle:
            return handle.read(file.file_size + 1)  # with no number, all is unpacked at once
    except _ERRORS:
        raise InputError(_BROKEN) from None
