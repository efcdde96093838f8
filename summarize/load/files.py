"""Find the articles that a PATH names, and read them.

A PATH is a file, a folder (searched recursively) or ``-`` for standard input. Hidden files and
folders are left out, links to folders are not followed, and from a folder only regular files
with a suffix of plain text are read. A file that is named may be anything that can be read.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import InputError
from summarize.load.decode import decode_article
from summarize.load.header import read_header
from summarize.load.records import Skipped
from summarize.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"
SUFFIXES = (".txt", ".text", ".md")
MAX_BYTES = 50_000_000
NOT_REGULAR = "is not a regular file; a pipe or device must be named itself"
TOO_BIG = "is over 50 MB; split it, or take out what is not the article"


def find(path: str) -> Iterator[str | Skipped]:
    """Yield the files that `path` stands for, and records of what cannot be looked into."""
    if path == STDIN:
        yield path
        return
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - Path("") is the folder that we are in
    except (OSError, ValueError) as error:  # ValueError: the name holds a NUL character
        yield Skipped(display(path), read_failure(error), is_unreadable=True)
        return
    if stat.S_ISDIR(mode):
        yield from _search(path)
    else:
        yield path


def read_article(
    path: str, *, encoding: str | None = None, stdin: BinaryIO | None = None
) -> Article:
    """Read one article, with what it says about itself at its top.

    Raises
    ------
    InputError
        If the file is over 50 MB, of which not all is read then, or holds no article.
    OSError
        If it cannot be opened or read.
    """
    with open_input(path, stdin) as handle:
        is_big = path != STDIN and os.fstat(handle.fileno()).st_size > MAX_BYTES
        data = b"" if is_big else handle.read(MAX_BYTES + 1)  # a pipe has no size to ask for
    if is_big or len(data) > MAX_BYTES:
        raise InputError(TOO_BIG)
    text = decode_article(data, encoding)
    name = STDIN if path == STDIN else Path(path).name
    return Article(text, id=name, path=None if path == STDIN else path, **read_header(text))


@contextmanager
def open_input(path: str, stdin: BinaryIO | None = None) -> Iterator[BinaryIO]:
    """Open a file, or lend out standard input, for reading bytes."""
    if not path:  # which Path takes for the folder that we are in
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
    """Name a path as messages do."""
    return {STDIN: "standard input", "": "''"}.get(path, path)


def read_failure(error: OSError | ValueError) -> str:
    """Say what is wrong with a path, and what to do, as the rest of a sentence."""
    match error:
        case FileNotFoundError():
            return "does not exist; check the path"
        case PermissionError():
            return "may not be read; check its permissions"
        case IsADirectoryError():
            return "is a folder; name a file"
        case OSError(strerror=str(reason)):
            return f"cannot be read: {reason}; check the path"
        case _:
            return str(error)


def _search(folder: str) -> Iterator[str | Skipped]:
    """Yield the articles in a folder, each folder's own before those of its sub-folders."""
    is_bare = True
    pending = [folder]
    while pending:  # no recursion, for folders may be nested more deeply than Python's stack
        here = pending.pop()
        try:
            with os.scandir(here) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            is_bare = False  # it is not known
            yield Skipped(here, read_failure(error), is_unreadable=here == folder)
            continue
        visible.sort(key=lambda entry: entry.name)
        pending += [e.path for e in reversed(visible) if e.is_dir(follow_symlinks=False)]
        for entry in visible:
            if entry.name.lower().endswith(SUFFIXES) and not entry.is_dir(follow_symlinks=False):
                is_bare = False
                yield entry.path if _is_regular(entry) else Skipped(entry.path, NOT_REGULAR)
    if is_bare:
        yield Skipped(
            folder,
            "no articles in this folder: it holds no .txt, .text or .md file "
            "(a .jsonl file must be named itself)",
        )


def _is_regular(entry: os.DirEntry[str]) -> bool:
    """Tell whether a folder's entry is a file, or a link to one."""
    try:
        return entry.is_file()
    except OSError:  # a link to itself, or through a folder that may not be looked into
        return False
