"""An input before it is read: its bytes, and what is known of them."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import InputError
from summarize.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STDIN = "-"
MAX_BYTES = 50_000_000
TOO_BIG = "is larger than 50 MB; split it, or remove what is not the article"
_HEAD = 100_000  # bytes; what is further on does not change what a file is


@dataclass(frozen=True, slots=True)
class Input:
    """One input: a file, standard input, or a page that was fetched.

    Parameters
    ----------
    path
        As the user gave it; the address of a page; ``-`` for standard input.
    data
        Its bytes where they are in memory: not those of a file.
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
        """The suffix in lower case, with its dot; empty if there is none."""
        return Path(self.path).suffix.lower()

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open it for reading bytes.

        Raises
        ------
        OSError
            If it cannot be opened.
        """
        if self.data is not None:
            yield io.BytesIO(self.data)
            return
        with open_input(self.path) as handle:
            yield handle

    def head(self) -> bytes:
        """Return its first 100,000 bytes."""
        with self.open() as handle:
            return handle.read(_HEAD)

    def read(self, most: int = MAX_BYTES) -> bytes:
        """Return all its bytes.

        Raises
        ------
        InputError
            If there are more than `most`, in which case not all are read.
        OSError
            If it cannot be opened or read.
        """
        with self.open() as handle:
            is_big = self.data is None and os.fstat(handle.fileno()).st_size > most
            data = b"" if is_big else handle.read(most + 1)
        if is_big or len(data) > most:
            raise InputError(TOO_BIG)
        return data

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
    """Open a file for reading bytes, or return standard input, which stays open."""
    if not path:  # which Path takes for the current folder
        raise FileNotFoundError
    if path != STDIN:
        with Path(path).open("rb") as handle:
            yield handle
        return
    source: BinaryIO | None = stdin or getattr(sys.stdin, "buffer", None)
    if source is None:
        raise OSError("is closed; give a PATH, or pipe an article into it")
    yield source


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
