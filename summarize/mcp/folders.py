"""The folders that the server may read, and the names that agents see of the files in them.

Agents see ``news/a.txt`` for a file in the folder ``/home/ann/news``, and nothing of where that is.
"""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from summarize.errors import InputError, OptionError
from summarize.inputs.find import find, is_link
from summarize.inputs.given import read_failure
from summarize.inputs.records import Skipped
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_SHOWN = 200  # characters of a path in a message
_LEADS_OUT = "leads out of the folders that may be read; copy the file into one of them"


class Folders:
    """The folders that may be read, each under its name.

    Parameters
    ----------
    paths
        Of folders that exist. Of two with one name, the second gets a number.

    Raises
    ------
    OptionError
        If one is not a folder, is the root of the file system, or has a name that agents cannot
        write.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._real: dict[str, str] = {}  # by name
        for path in paths:
            real = _real_folder(path)
            name = first = os.path.basename(os.path.abspath(path))  # noqa: PTH100, PTH119
            if clean_text(name) != name:
                raise OptionError(
                    f"{clean_text(path)[:MOST_SHOWN]} has a name that agents cannot write; rename "
                    "it, or name a link to it"
                )
            number = 1
            while self._real.get(name, real) != real:
                number += 1
                name = f"{first}-{number}"
            self._real[name] = real

    @property
    def names(self) -> tuple[str, ...]:
        """What agents call them."""
        return tuple(self._real)

    def files(self, path: str) -> Iterator[str | Skipped]:
        """Yield the real paths of the files at a path, and records of what is not read.

        Parameters
        ----------
        path
            It begins with the name of a folder. `..` is followed among these names, so it says
            nothing of where the folders are, and symbolic links before it is decided where it is.

        Raises
        ------
        InputError
            If it is not in one of the folders, is hidden, does not exist, or is not regular. What
            is outside of the folders gets the same message whether it exists or not.
        """
        for found in find(self._resolved(path)):
            if isinstance(found, Skipped):
                yield Skipped(
                    self.shown(found.where), self.shown(found.reason), is_own=found.is_own
                )
                continue
            real = os.path.realpath(found)
            if self._is_inside(real):
                yield real
            else:
                yield Skipped(self.shown(found), _LEADS_OUT)

    def shown(self, text: str) -> str:
        """Return a text with each real path as agents see it, where a path may begin.

        The same words may be in the middle of a path, or of an address.

        >>> folders = Folders(["/usr"])
        >>> folders.shown("/usr/a.txt is like https://courier.example/usr/a.txt")
        'usr/a.txt is like https://courier.example/usr/a.txt'
        """
        if is_link(text):
            return text
        for name, real in sorted(self._real.items(), key=lambda item: -len(item[1])):
            text = name.join(re.split(rf"(?<![^\s'\"(“]){re.escape(real)}(?!\w)", text))
        return text

    def _resolved(self, path: str) -> str:
        """Return the real path of what an agent names."""
        given = clean_text(path)[:MOST_SHOWN] or "''"
        if is_link(path):
            raise InputError(f"{given} is the address of a page; give it in urls")
        if not self._real:
            raise InputError(
                f"{given} cannot be read, for no folder was named at start; give the articles in "
                "texts"
            )
        real = self._real_path(path)
        if real is None or not self._is_inside(real):
            raise InputError(
                f"{given} is not in a folder that may be read; give a path that begins with "
                f"{' or '.join(self._real)}"
            )
        try:
            mode = os.stat(real).st_mode  # noqa: PTH116
        except OSError as error:
            raise InputError(f"{given} {read_failure(error)}") from None
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise InputError(f"{given} is neither a file nor a folder; give one of them")
        return real

    def _real_path(self, path: str) -> str | None:
        """Return the real path that a path means, wherever it is; None if it means none."""
        name, _, rest = os.path.normpath(path).replace(os.sep, "/").partition("/")
        try:
            return os.path.realpath(f"{self._real[name]}/{rest}") if name in self._real else None
        except (OSError, ValueError):  # ValueError: it contains a NUL character
            return None

    def _is_inside(self, path: str) -> bool:
        """Return whether a real path is a folder that may be read, or in one and not hidden."""
        for real in self._real.values():
            if path == real:
                return True
            if path.startswith(real + os.sep):
                return os.sep + "." not in path[len(real) :]
        return False


def _real_folder(path: str) -> str:
    shown = clean_text(path)[:MOST_SHOWN] or "''"
    try:
        real = os.path.realpath(path or "\0")
    except (OSError, ValueError):
        real = ""
    if not os.path.isdir(real):  # noqa: PTH112
        raise OptionError(f"{shown} is not a folder; name folders that have articles")
    if os.path.dirname(real) == real:  # noqa: PTH120
        raise OptionError(f"{shown} is the whole file system; name the folders that have articles")
    return real
