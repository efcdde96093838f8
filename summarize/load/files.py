"""Find the articles at a PATH, and read them.

A PATH is a file, a folder (searched recursively) or ``-`` for standard input. In a folder, hidden
files and folders are ignored, links to folders are not followed, and only regular files with a
plain-text suffix are read; one record names the others. A PATH itself may be any file that can be
read.
"""

from __future__ import annotations

import os
import stat
import sys
from collections import Counter
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
DEAD_LINK = "is a link to a file that does not exist; link it again, or delete it"
NOT_REGULAR = "is not a regular file; give a pipe or device as a PATH of its own"
_PLAIN = ".txt, .text or .md file"
_READ = ".txt, .text and .md files"
_SAVE = "save what is an article as a .txt file, or give a .jsonl file as a PATH of its own"
_MOST_NAMES = 5
TOO_BIG = "is larger than 50 MB; split it, or remove what is not the article"


def find(path: str) -> Iterator[str | Skipped]:
    """Yield the files at `path`, and records of what cannot be read."""
    if path == STDIN:
        yield path
        return
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - Path("") is the current folder
    except (OSError, ValueError) as error:  # ValueError: the name contains a NUL character
        yield Skipped(display(path), read_failure(error), is_unreadable=True)
        return
    if stat.S_ISDIR(mode):
        yield from _search(path)
    else:
        yield path


def read_article(
    path: str, *, encoding: str | None = None, stdin: BinaryIO | None = None
) -> Article:
    """Read one article, with the header at its top.

    Raises
    ------
    InputError
        If the file is larger than 50 MB, in which case not all is read, or is not an article.
    OSError
        If it cannot be opened or read.
    """
    with open_input(path, stdin) as handle:
        is_big = path != STDIN and os.fstat(handle.fileno()).st_size > MAX_BYTES
        data = b"" if is_big else handle.read(MAX_BYTES + 1)  # a pipe has no size
    if is_big or len(data) > MAX_BYTES:
        raise InputError(TOO_BIG)
    text = decode_article(data, encoding)
    name = STDIN if path == STDIN else Path(path).name
    return Article(text, id=name, path=None if path == STDIN else path, **read_header(text))


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


def _search(folder: str) -> Iterator[str | Skipped]:
    """Yield the articles in a folder, before those in its sub-folders, then what was left out."""
    is_bare = True
    left_out: list[str] = []
    pending = [folder]
    while pending:  # not recursive: folders may be nested more deeply than the stack of Python
        here = pending.pop()
        try:
            with os.scandir(here) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            is_bare = False  # unknown
            yield Skipped(here, read_failure(error), is_unreadable=here == folder)
            continue
        visible.sort(key=lambda entry: entry.name)
        pending += [e.path for e in reversed(visible) if e.is_dir(follow_symlinks=False)]
        for entry in visible:
            if entry.is_dir(follow_symlinks=False):
                continue
            if entry.name.lower().endswith(SUFFIXES):
                is_bare = False
                yield entry.path if _is_regular(entry) else Skipped(entry.path, _why_not(entry))
            elif _is_regular(entry):
                left_out.append(entry.path)
    names = _names(left_out, folder)
    if is_bare and left_out:
        yield Skipped(folder, f"contains no {_PLAIN}, only {names}; {_SAVE}")
    elif is_bare:
        yield Skipped(folder, f"contains no {_PLAIN}; give a .jsonl file as a PATH of its own")
    elif left_out:
        where = f"{len(left_out):,} of the files in {folder}"
        yield Skipped(where, f"only {_READ} are read, not {names}; {_SAVE}")


def _names(paths: list[str], folder: str) -> str:
    """Name a few files by their paths in a folder, and many by how many there are of each kind.

    >>> _names(["news/a.html", "news/old/b.pdf"], "news")
    'a.html, old/b.pdf'
    >>> _names([f"news/{n}.html" for n in range(40)] + ["news/README"], "news")
    '40 .html, 1 without suffix'
    """
    if len(paths) <= _MOST_NAMES:
        return ", ".join(os.path.relpath(path, folder) for path in paths)
    kinds = Counter(Path(path).suffix.lower() or "without suffix" for path in paths).most_common()
    shown = [f"{n:,} {kind}" for kind, n in kinds[:_MOST_NAMES]]
    n_others = sum(n for _, n in kinds[_MOST_NAMES:])
    return ", ".join(shown + [f"{n_others:,} of other kinds"] * bool(n_others))


def _why_not(entry: os.DirEntry[str]) -> str:
    """Say why an entry that is named like an article is not read."""
    return DEAD_LINK if entry.is_symlink() and not Path(entry.path).exists() else NOT_REGULAR


def _is_regular(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry of a folder is a file, or a link to one."""
    try:
        return entry.is_file()
    except OSError:  # a link to itself, or through a folder without permission
        return False
