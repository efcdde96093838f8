"""Find the inputs at a PATH.

A PATH is a file, a folder (searched recursively), a link or ``-`` for standard input. In a folder,
hidden files and folders are ignored, links to folders are not followed, and only regular files with
the suffix of a reader are read; one record names the others. What this package wrote is not read
from a folder, and neither is the folder of a page that a browser saved with its pictures. A PATH
itself may be any file that can be read.
"""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.inputs.given import STDIN, display, read_failure
from summarize.inputs.own import is_output, is_part
from summarize.inputs.readers import reader_of
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

DEAD_LINK = "is a link to a file that does not exist; link it again, or delete it"
NOT_REGULAR = "is not a regular file; give a pipe or device as a PATH of its own"
_SAVE = "save what is an article as a .txt file, or give it as a PATH of its own"
_OWN = "are summaries"
_UNKNOWN = "cannot be read"
_MOST_NAMES = 5
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/", re.ASCII)
_BARE = re.compile(
    r"www\.[^/.]+\.|(?:[a-z0-9-]+\.)+(?:com|net|org|info|eu|[a-z]{2})/", re.IGNORECASE
)


def find(path: str) -> Iterator[str | Skipped]:
    """Yield the files at `path`, or `path` if it is a link, and records of what cannot be read."""
    if path == STDIN or is_link(path):
        yield path
        return
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - Path("") is the current folder
    except (OSError, ValueError) as error:  # ValueError: the name contains a NUL character
        yield Skipped(display(path), _no_link(path) or read_failure(error), is_unreadable=True)
        return
    if stat.S_ISDIR(mode):
        yield from _search(path)
    else:
        yield path


def is_link(path: str) -> bool:
    """Return whether a PATH is the address of a page.

    >>> is_link("https://courier.example/ferry"), is_link("ferry.txt")
    (True, False)
    """
    return path[:8].lower().startswith(("http://", "https://"))


def _no_link(path: str) -> str | None:
    """Say what is wrong with a PATH that looks like an address; None if it does not.

    >>> _no_link("htp://courier.example/ferry")
    'is not an address of the web; only http:// and https:// are fetched'
    >>> _no_link("www.courier.example/ferry")
    'does not exist; if it is the address of a page, write https://www.courier.example/ferry'
    """
    if path[:5].lower() == "file:":
        return "is not an address of the web; write the path of the file"
    if _SCHEME.match(path):
        return "is not an address of the web; only http:// and https:// are fetched"
    if _BARE.match(path):
        return f"does not exist; if it is the address of a page, write https://{path}"
    return None


def _search(folder: str) -> Iterator[str | Skipped]:
    """Yield the files of a folder that a reader reads, then what was left out."""
    is_bare = True
    apart: dict[str, list[str]] = {}  # by the reason
    for entry in _entries(folder):
        found: str | Skipped | None = None
        if isinstance(entry, Skipped):
            found = entry
        elif not _is_regular(entry):
            if reader_of(entry.name) is not None:
                found = Skipped(entry.path, _why_not(entry))
        elif reason := _why_apart(entry):
            apart.setdefault(reason, []).append(entry.path)
        else:
            found = entry.path
        if found is not None:
            is_bare = False
            yield found
    yield from _left_out(folder, apart, is_bare=is_bare)


def _why_apart(entry: os.DirEntry[str]) -> str | None:
    """Return why a file is not read from a folder; None if it is."""
    if is_output(entry.path):
        return _OWN
    reader = reader_of(entry.name)
    return _UNKNOWN if reader is None else reader.missing


def _left_out(folder: str, apart: dict[str, list[str]], *, is_bare: bool) -> Iterator[Skipped]:
    """Yield the records of files that are not read, by the reason."""
    own, unknown = apart.pop(_OWN, []), apart.pop(_UNKNOWN, [])
    names = _names(unknown, folder)
    if own:
        yield Skipped(_some(own, folder), f"{_OWN} ({_names(own, folder)})", is_own=True)
    for reason, paths in apart.items():
        yield Skipped(_some(paths, folder), f"each {reason}")
    if is_bare and not apart:
        only = f", only {names}" if unknown else ""
        yield Skipped(folder, f"contains no file that can be read{only}; {_SAVE}")
    elif unknown:
        yield Skipped(_some(unknown, folder), f"{_UNKNOWN} ({names}); {_SAVE}")


def _entries(folder: str) -> Iterator[os.DirEntry[str] | Skipped]:
    """Yield the files in a folder, before those in its sub-folders, in the order of their names."""
    pending = [folder]
    while pending:  # not recursive: folders may be nested more deeply than the stack of Python
        here = pending.pop()
        try:
            with os.scandir(here) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield Skipped(here, read_failure(error), is_unreadable=here == folder)
            continue
        visible.sort(key=lambda entry: entry.name)
        folders = [entry for entry in visible if entry.is_dir(follow_symlinks=False)]
        files = [entry for entry in visible if entry not in folders]
        pending += [entry.path for entry in reversed(folders) if not is_part(entry, files)]
        yield from files


def _some(paths: list[str], folder: str) -> str:
    return f"{len(paths):,} of the files in {folder}"


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
