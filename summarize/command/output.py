"""Where summaries go: standard output, or a file that appears complete or not at all.

It knows bytes, not summaries. Nothing here decides what is written.
"""

from __future__ import annotations

import os
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self, TextIO

from summarize.errors import OptionError, SummarizeError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType


class Output:
    """A context that takes text and, for a file, moves it into place at the end.

    Until then a file is written under a hidden temporary name in the same folder, so that an
    output that cannot be written is found out before the work is done. A link is followed; what
    exists and is no regular file, such as ``/dev/null``, is written to directly. A file that is
    replaced hands on its rights.

    Parameters
    ----------
    path
        The file, or None for standard output.
    encoding
        What the text is encoded in; by default UTF-8 for a file, and standard output's own.
        Characters that it lacks are written as escapes.

    Raises
    ------
    OptionError
        On entry, if there is no writing to `path`.
    SummarizeError
        If writing fails later, as on a full disk. `BrokenPipeError` is passed on.
    """

    def __init__(self, path: str | None, *, encoding: str | None = None) -> None:
        own = None if path is not None else getattr(sys.stdout, "encoding", None)
        self.path = path
        self.encoding: str = encoding or own or "utf-8"
        self.is_wanted = False  # set it once something is worth keeping
        self._target: str | None = None
        self._temporary: str | None = None
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        try:
            if self.path is not None:
                self._open(self.path)
            elif sys.stdout is None:
                raise OptionError("standard output is closed; send it to a file or a pipe")
        except OSError as error:
            raise OptionError(f"cannot write {self.path}: {write_failure(error)}") from None
        return self

    def write(self, text: str) -> None:
        """Write text and pass it on at once, so that a reader sees each summary when it is made."""
        data = text.encode(self.encoding, "backslashreplace")
        try:
            file = self._file or getattr(sys.stdout, "buffer", None)
            if file is None:  # a stream of text was put in standard output's place
                sys.stdout.write(data.decode(self.encoding))
            else:
                file.write(data)
                file.flush()
        except OSError as error:
            if self._file is None:
                let_go(sys.stdout)
            if isinstance(error, BrokenPipeError):
                raise
            raise self._failure(error) from None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
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
        """Open the temporary file, or what stands at `path` and cannot be replaced."""
        if not os.path.basename(path):  # noqa: PTH119 - pathlib drops the slash at the end
            raise OptionError(f"cannot write {path!r}: it names no file; give -o a file name")
        target = Path(os.path.realpath(path))
        mode = None
        with suppress(FileNotFoundError):
            mode = Path(path).stat().st_mode
            if stat.S_ISDIR(mode):
                raise IsADirectoryError
            if not stat.S_ISREG(mode):
                self._file = Path(path).open("wb")  # noqa: SIM115 - closed on exit
                return
            if not os.access(path, os.W_OK):  # moving a file into its place asks only the folder
                raise PermissionError
        self._target = str(target)
        temporary = target.with_name(f".summarize-{secrets.token_hex(8)}.tmp")
        self._file = temporary.open("xb")
        self._temporary = str(temporary)
        if mode is not None:
            with suppress(OSError):  # on a file system without rights
                os.fchmod(self._file.fileno(), stat.S_IMODE(mode))

    def _failure(self, error: OSError) -> SummarizeError:
        return SummarizeError(
            f"cannot write {self.path or 'standard output'}: {write_failure(error)}"
        )


class Folder:
    """A context that takes pages and writes each into a folder, and their index at the end.

    Each page appears complete or not at all, as `Output` sees to it.

    Parameters
    ----------
    path
        The folder; it is made if it is not there.
    index
        Makes the index of the pages, each given with its file's name, title and what it holds.

    Raises
    ------
    OptionError
        On entry, if there is no such folder and none can be made.
    SummarizeError
        If writing fails later.
    """

    encoding = "utf-8"

    def __init__(self, path: str, index: Callable[[Sequence[tuple[str, str, str]]], str]) -> None:
        self.path = Path(path)
        self.is_wanted = False
        self._index = index
        self._pages: list[tuple[str, str, str]] = []

    def __enter__(self) -> Self:
        try:
            self.path.mkdir(exist_ok=True)
        except FileExistsError:
            raise OptionError(f"cannot write {self.path}: it is a file; give -o a folder") from None
        except OSError as error:
            raise OptionError(f"cannot write {self.path}: {write_failure(error)}") from None
        return self

    def add(self, text: str, title: str, about: str) -> None:
        """Write one page."""
        name = f"{len(self._pages) + 1}.html"
        self._write(name, text)
        self._pages.append((name, title, about))

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._pages and kind is None:
            self._write("index.html", self._index(self._pages))

    def _write(self, name: str, text: str) -> None:
        with Output(str(self.path / name), encoding=self.encoding) as output:
            output.write(text)
            output.is_wanted = True


def let_go(stream: TextIO) -> None:
    """Send nowhere what a stream still holds, or Python tries again at its end and complains."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def write_failure(error: OSError) -> str:
    """Say what is wrong with an output, and what to do."""
    match error:
        case FileNotFoundError() if error.filename and Path(error.filename).parent.is_dir():
            return "no file can be made in that folder; choose another place"
        case FileNotFoundError():
            return "its folder does not exist; make the folder or choose another"
        case IsADirectoryError():
            return "it is a folder; give -o a file name"
        case PermissionError():
            return "permission denied; choose another place"
        case _:
            return f"{error.strerror or error}; choose another place"
