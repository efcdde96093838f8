"""Where summaries go: standard output, or a file that appears complete or not at all.

This module handles bytes, not summaries, and does not decide what is written.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self, TextIO

from summarize.errors import OptionError, SummarizeError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PAGE = re.compile(r"(?:[1-9][0-9]*|index)\.html", re.IGNORECASE)


class Output:
    """A context manager that writes text to standard output or to a file.

    A file is written under a hidden temporary name in the same folder and moved into place at the
    end, so that an output that cannot be written is reported before the work is done. A link is
    followed; an existing path that is not a regular file, such as ``/dev/null``, is written to
    directly. A file that is replaced keeps its permissions.

    Parameters
    ----------
    path
        The file, or None for standard output.
    encoding
        The encoding; by default UTF-8 for a file, and that of standard output otherwise.
        Characters that it lacks are written as escapes.

    Raises
    ------
    OptionError
        On entry, if `path` cannot be written.
    SummarizeError
        If writing fails later, as on a full disk. `BrokenPipeError` is passed on.
    """

    def __init__(self, path: str | None, *, encoding: str | None = None) -> None:
        own = None if path is not None else getattr(sys.stdout, "encoding", None)
        self.path = path
        self.encoding: str = encoding or own or "utf-8"
        self.is_wanted = False  # to be set once there is something to keep
        self._target: str | None = None
        self._temporary: str | None = None
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        try:
            if self.path is not None:
                self._open(self.path)
            elif sys.stdout is None:
                raise OptionError("standard output is closed; redirect it, or give -o FILE")
        except OSError as error:
            raise OptionError(f"cannot write {self.path}: {write_failure(error)}") from None
        return self

    def write(self, text: str) -> None:
        """Write text and flush it, so that a reader sees each summary as soon as it is made."""
        data = text.encode(self.encoding, "backslashreplace")
        try:
            file = self._file or getattr(sys.stdout, "buffer", None)
            if file is None:  # standard output was replaced by a text stream
                sys.stdout.write(data.decode(self.encoding))
            else:
                file.write(data)
                file.flush()
        except OSError as error:
            if self._file is None:
                discard_buffer(sys.stdout)
            if isinstance(error, BrokenPipeError):
                raise
            raise self._failure(error) from None

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if self._file:
                self._file.close()
            if self._temporary and self._target and self.is_wanted and kind is None:
                Path(self._temporary).replace(self._target)
                self._temporary = None
        except OSError as failure:
            if kind is None:
                raise self._failure(failure) from None
        finally:
            if self._temporary:
                with suppress(OSError):
                    Path(self._temporary).unlink()

    def _open(self, path: str) -> None:
        """Open the temporary file, or `path` itself if it is not a regular file."""
        check_name(path)
        target = Path(os.path.realpath(path))
        mode = None
        with suppress(FileNotFoundError):
            mode = Path(path).stat().st_mode
            if stat.S_ISDIR(mode):
                raise IsADirectoryError
            if not stat.S_ISREG(mode):
                self._file = Path(path).open("wb")  # noqa: SIM115 - closed on exit
                return
            if not os.access(path, os.W_OK):  # replacing a file needs the rights of its folder only
                raise PermissionError
        self._target = str(target)
        temporary = target.with_name(f".summarize-{secrets.token_hex(8)}.tmp")
        self._file = temporary.open("xb")
        self._temporary = str(temporary)
        if mode is not None:
            with suppress(OSError):  # on a file system without permissions
                os.fchmod(self._file.fileno(), stat.S_IMODE(mode))

    def _failure(self, error: OSError) -> SummarizeError:
        return SummarizeError(
            f"cannot write {self.path or 'standard output'}: {write_failure(error)}"
        )


class Folder:
    """A context manager that writes pages into a folder, and their index at the end.

    Each page appears complete or not at all; see `Output`.

    Parameters
    ----------
    path
        The folder; it is created if it does not exist.
    index
        Returns the index of the pages, given the file name, title and contents of each.

    Raises
    ------
    OptionError
        On entry, if the folder does not exist and cannot be created.
    SummarizeError
        If writing fails later.
    """

    encoding = "utf-8"

    def __init__(self, path: str, index: Callable[[Sequence[tuple[str, str, str]]], str]) -> None:
        self.path = Path(path)
        self.is_wanted = False
        self._is_named = bool(path)
        self._index = index
        self._pages: list[tuple[str, str, str]] = []

    def __enter__(self) -> Self:
        if not self._is_named:  # which Path takes for the current folder
            raise OptionError("cannot write '': it has no name; give -o a folder")
        try:
            self.path.mkdir(exist_ok=True)
        except FileExistsError:
            raise OptionError(f"cannot write {self.path}: it is a file; give -o a folder") from None
        except (OSError, ValueError) as error:
            raise OptionError(f"cannot write {self.path}: {write_failure(error)}") from None
        return self

    def add(self, text: str, title: str, contents: str) -> None:
        """Write one page."""
        name = f"{len(self._pages) + 1}.html"
        self._write(name, text)
        self._pages.append((name, title, contents))

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._pages and kind is None:
            self._write("index.html", self._index(self._pages))

    def _write(self, name: str, text: str) -> None:
        with Output(str(self.path / name), encoding=self.encoding) as output:
            output.write(text)
            output.is_wanted = True


def pages_in(folder: str) -> list[str]:
    """Return the files of a folder that a `Folder` may replace: those named like its pages."""
    try:
        return [str(path) for path in Path(folder).iterdir() if _PAGE.fullmatch(path.name)]
    except (OSError, ValueError):  # there is none yet, or it cannot be read: see `Folder`
        return []


def discard_buffer(stream: TextIO) -> None:
    """Discard what a stream still holds; otherwise Python writes it at exit, and complains."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def check_name(path: str) -> None:
    """Refuse a path that cannot name a file.

    Raises
    ------
    OptionError
        If it ends with a slash, or is empty.
    """
    if not os.path.basename(path):  # noqa: PTH119 - pathlib drops the slash at the end
        raise OptionError(f"cannot write {path!r}: it has no file name; give -o a file name")


def write_failure(error: OSError | ValueError) -> str:
    """Say what is wrong with an output and what to do."""
    match error:
        case FileNotFoundError() if error.filename and Path(error.filename).parent.is_dir():
            return "no file can be created in that folder; choose another location"
        case FileNotFoundError():
            return "its folder does not exist; create it, or choose another location"
        case IsADirectoryError():
            return "it is a folder; give -o a file name"
        case PermissionError():
            return "permission denied; choose another location"
        case OSError(strerror=str(reason)):
            return f"{reason}; choose another location"
        case _:
            return f"{error}; choose another location"
