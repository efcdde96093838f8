"""The cache of pages: what was fetched once is read again, byte for byte.

Each page is one private file under the SHA-256 of its address: a line of JSON, then the body. A
file appears completely or not at all, so several runs may use the folder at a time. Nothing in it
expires, and it may be deleted at any time. If it cannot be written, pages are not kept.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from summarize.inputs.web.limits import MOST_BYTES

_MOST_FIELDS = 100_000  # bytes of the line of JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that was fetched.

    Parameters
    ----------
    url
        Its address after redirects.
    body
        Its bytes, decompressed.
    media, charset
        As the server gave them, in lower case; None if it gave none.
    """

    url: str
    body: bytes
    media: str | None = None
    charset: str | None = None


class Cache:
    """The pages that are kept in a folder.

    Parameters
    ----------
    folder
        It is made when a page is kept. None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, url: str) -> Page | None:
        """Return the page at an address; None if it is not kept, or its file is damaged."""
        try:
            with self._path(url).open("rb") as file:
                fields = json.loads(file.readline(_MOST_FIELDS))
                body = file.read(MOST_BYTES + 1)
            digest = fields.pop("sha256")
            page = Page(body=body, **fields)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        return page if sha256(body).hexdigest() == digest and _is_valid(page) else None

    def write(self, url: str, page: Page) -> bool:
        """Keep a page, and return whether that was possible."""
        fields = asdict(page)
        body = fields.pop("body")
        fields["sha256"] = sha256(body).hexdigest()
        try:
            path = self._path(url)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=path.parent, prefix=".")  # its mode is 0600
        except OSError:
            return False
        try:
            with os.fdopen(number, "wb") as file:
                file.write(json.dumps(fields).encode() + b"\n" + body)
            Path(name).replace(path)
        except BaseException as error:
            with suppress(OSError):
                Path(name).unlink()
            if isinstance(error, OSError):
                return False
            raise
        return True

    def _path(self, url: str) -> Path:
        if self._folder is None:
            raise FileNotFoundError
        return self._folder / sha256(url.encode()).hexdigest()


def _is_valid(page: Page) -> bool:
    """Return whether the fields that were read have the right types."""
    texts = (page.media, page.charset)
    are_texts = all(text is None or isinstance(text, str) for text in texts)
    return isinstance(page.url, str) and are_texts


def cache_folder() -> Path | None:
    """Return the folder of the cache for this user; None if the user has no home."""
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    base = os.environ.get(name, "")
    if not Path(base).is_absolute():  # as the XDG specification asks
        try:
            base = str(Path.home() / ".cache")
        except RuntimeError:
            return None
    return Path(base) / "summarize" / "pages"
