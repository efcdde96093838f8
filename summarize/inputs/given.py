"""An input before it is read: its bytes, and what is known of them."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import InputError
from summarize.inputs.decode import decode
from summarize.inputs.packed import plain_path, unpacked
from summarize.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STDIN = "-"
MAX_BYTES = 50_000_000
TOO_BIG = "is larger than 50 MB; split it, or remove what is not the article"
HEAD = 100_000  # bytes; what is further on does not change what a file is
_PIECE = 4096  # bytes of it


@dataclass(frozen=True, slots=True)
class Input:
    """One input: a file, standard input, or a page that was fetched.

    Parameters
    ----------
    path
        As the user gave it; the address of a page; ``-`` for standard input.
    data
        Its bytes where they are in memory: not those of a file. They may be compressed.
    url
        The address that the page was fetched from, after redirects.
    media
        Its media type in lower case, such as ``"text/html"``, where a server gave one.
    charset
        Its encoding, where a server gave one.
    """

    path: str
    data: bytes | None = None
    url: str | None = None
    media: str | None = None
    charset: str | None = None

    @property
    def name(self) -> str:
        """The name of the file, or the address."""
        is_file = self.path != STDIN and self.url is None
        return Path(self.path).name if is_file else self.path

    @property
    def suffix(self) -> str:
        """The suffix in lower case, with its dot, before ``.gz``; empty if there is none."""
        return Path(plain_path(self.path)).suffix.lower()

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open it for reading bytes, decompressed.

        Raises
        ------
        InputError
            If it is broken, or needs an extra to be decompressed.
        OSError
            If it cannot be opened.
        """
        if self.data is not None:
            yield unpacked(io.BytesIO(self.data))
            return
        with open_input(self.path) as handle:
            yield handle

    def head(self) -> bytes:
        """Return its first 100,000 bytes, or fewer if it is compressed and then broken.

        Raises
        ------
        InputError
            If it is broken from the beginning, or needs an extra to be decompressed.
        OSError
            If it cannot be opened or read.
        """
        head = b""
        with self.open() as handle:
            try:
                while len(head) < HEAD and (piece := handle.read(_PIECE)):
                    head += piece
            except InputError:
                if not head:
                    raise
        return head[:HEAD]

    def read(self, most: int = MAX_BYTES) -> bytes:
        """Return all its bytes.

        Raises
        ------
        InputError
            If there are more than `most` after decompression, in which case not all are read.
        OSError
            If it cannot be opened or read.
        """
        with self.open() as handle:
            data = handle.read(most + 1)
        if len(data) > most:
            raise InputError(TOO_BIG)
        return data

    def decoded(self, encoding: str | None) -> str:
        """Return its text, by this encoding, the one that a server gave, or as `decode` finds it.

        Raises
        ------
        InputError
            If it is larger than 50 MB, or not text.
        OSError
            If it cannot be opened or read.
        """
        return decode(self.read(), encoding or self.charset)

    def article(
        self, text: str, known: Mapping[str, str | None], number: int | None = None
    ) -> Article:
        """Make an article of a text that was found in this input.

        Parameters
        ----------
        text
            What `Article.text` is to be.
        known
            Other fields of `Article`.
        number
            Its number in an input of several articles.
        """
        name = self.name if number is None else f"{self.name}:{number}"
        path = None if self.path == STDIN else self.path
        return Article(text, **({"id": name, "path": path, "url": self.url} | dict(known)))


@contextmanager
def open_input(path: str, stdin: BinaryIO | None = None) -> Iterator[BinaryIO]:
    """Open a file for reading bytes, decompressed, or standard input, which stays open."""
    if not path:  # which Path takes for the current folder
        raise FileNotFoundError
    if path != STDIN:
        with Path(path).open("rb") as handle:
            yield unpacked(handle)
        return
    source: BinaryIO | None = stdin or getattr(sys.stdin, "buffer", None)
    if source is None:
        raise OSError("is closed; give a PATH, or pipe an article into it")
    yield unpacked(source)


def display(path: str) -> str:
    """Return a path as messages show it."""
    return {STDIN: "standard input", "": "''"}.get(path, path)


def read_failure(error: OSError | ValueError) -> str:
    """Say what is wrong with a path and what to do, as the rest of a sentence."""
    match error:
        case FileNotFoundError():
            return "does not exist; check the path"
        case PermissionError():
            return "is not readable; check its permissions"
        case IsADirectoryError():
            return "is a folder; give a file"
        case OSError(strerror=str(reason)):
            return f"could not be opened: {reason}; check the path"
        case _:
            return str(error)
