"""A file of lines that is written as ``FILE.part`` and renamed when it is complete.

However a run ends, the finished lines stay in ``FILE.part``, and a later run can continue after
them. This module handles lines, not summaries.
"""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from summarize.command.output import check_name, write_failure
from summarize.errors import OptionError, SummarizeError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Part:
    """A context manager that writes a file of lines.

    Parameters
    ----------
    path
        The file.
    resume
        Keep the lines of an earlier run, to be read with `finished` before anything is written.

    Raises
    ------
    OptionError
        At once, if the path has no file name or is too long; on entry, if the file cannot be
        written, or another run is writing it.
    SummarizeError
        If writing fails later, as on a full disk.
    """

    encoding = "utf-8"

    def __init__(self, path: str, *, resume: bool) -> None:
        check_name(path)
        try:
            self.target = Path(os.path.realpath(path))
            self._part = self.target.with_name(f"{self.target.name}.part")
            self.path = str(self._part) if Path(path).is_symlink() else f"{path}.part"
        except (OSError, ValueError) as error:  # too long, or the current folder was deleted
            raise OptionError(f"cannot write {path}: {write_failure(error)}") from None
        self.is_wanted = False  # to be set once there is something to keep
        self.n_lines = 0  # read or written
        self._resume = resume
        self._start = 0  # of the line that was read last
        self._is_copy = False  # whether it only repeats a complete file
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        try:
            self._file = self._open()
        except BlockingIOError:
            raise OptionError(f"another run is writing {self.path}; choose another -o") from None
        except OSError as error:
            raise OptionError(f"cannot write {self.path}: {write_failure(error)}") from None
        return self

    def _open(self) -> BinaryIO:
        """Open ``FILE.part``, and change it only once it is locked."""
        if self.target.is_dir():
            raise IsADirectoryError
        if self.target.exists() and not os.access(self.target, os.W_OK):
            raise PermissionError
        if self._resume and not self._part.exists() and not _ends_with_line(self.target):
            raise OptionError(f"{self.target} was not written by summarize; choose another -o")
        with ExitStack() as stack:
            file = stack.enter_context(open(self._part, "r+b", opener=_or_create))
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OptionError(f"cannot write {self.path}: it is not a regular file; remove it")
            lock(file)
            if not self._is_current(file):
                raise BlockingIOError  # another run has just moved it into place
            if not self._resume and self._part.stat().st_size:
                raise OptionError(
                    f"{self.path} holds the finished events of an earlier run; continue with "
                    "--resume, or remove it"
                )
            if self.target.exists():
                mode = stat.S_IMODE(self.target.stat().st_mode)
                with suppress(OSError):  # on a file system without permissions
                    os.fchmod(file.fileno(), mode)
            if self._resume and self.target.exists() and not self._part.stat().st_size:
                self._is_copy = True
                with self.target.open("rb") as complete:
                    shutil.copyfileobj(complete, file)
                file.seek(0)
            stack.pop_all()  # it stays open until this context ends
        return file

    def _is_current(self, file: BinaryIO) -> bool:
        with suppress(FileNotFoundError):
            return os.path.samestat(os.fstat(file.fileno()), self._part.stat())
        return False

    def finished(self) -> Iterator[bytes]:
        """Yield the complete lines of an earlier run; `write` continues after the last."""
        file = self._opened()
        while True:
            start = file.tell()
            line = file.readline()
            if not line.endswith(b"\n"):
                file.truncate(start)
                file.seek(start)
                return
            self.n_lines += 1
            self._start = start
            yield line

    def cut(self) -> None:
        """Drop the line that `finished` yielded last, and all after it; `write` continues there."""
        file = self._opened()
        file.truncate(self._start)
        file.seek(self._start)
        self.n_lines -= 1

    def write(self, text: str) -> None:
        """Add a line; the operating system has it when this returns."""
        file = self._opened()
        try:
            file.write(text.encode(self.encoding, "backslashreplace"))
            file.flush()
        except OSError as error:
            raise SummarizeError(f"cannot write {self.path}: {write_failure(error)}") from None
        self.n_lines += 1
        self._is_copy = False

    def _opened(self) -> BinaryIO:
        if self._file is None:
            raise ValueError("the file is not open; use it in a with statement")
        return self._file

    def is_kept(self) -> bool:
        """Return whether lines will be kept if the run ends now."""
        return not self._is_copy and os.fstat(self._opened().fileno()).st_size > 0

    def count_kept(self) -> int:
        """Count the complete lines in the file: a signal may come between a line and `n_lines`."""
        with self._part.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        file = self._opened()
        try:
            if kind is None and self.is_wanted:
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
                if os.name == "nt":  # where an open file cannot be moved, and there is no lock
                    file.close()
                self._part.replace(self.target)
            elif kind is None or not self.is_kept():
                self._part.unlink(missing_ok=True)
        except OSError as failure:
            raise SummarizeError(f"cannot write {self.target}: {write_failure(failure)}") from None
        finally:
            with suppress(OSError):  # a failure to flush has been reported already
                file.close()


def _or_create(path: str, flags: int) -> int:
    """Open or create a file, but never follow a link: its target must not be overwritten."""
    no_link = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # nor wait for a pipe
    return os.open(path, flags | os.O_CREAT | no_link, 0o666)


def _ends_with_line(path: Path) -> bool:
    """Return whether a file ends with a complete line, or is empty or missing."""
    if not path.exists() or not path.stat().st_size:
        return True
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def can_grow(path: str) -> bool:
    """Return whether a path is a regular file, or can become one."""
    is_name = bool(os.path.basename(path))  # noqa: PTH119 - pathlib drops the slash at the end
    return is_name and (os.path.isfile(path) or not os.path.exists(path))  # noqa: PTH110, PTH113


def lock(file: BinaryIO) -> None:
    """Lock the file against other runs until it is closed, where the system supports it."""
    try:
        import fcntl
    except ImportError:  # on Windows
        return
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
