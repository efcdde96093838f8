"""The addresses of pages: each page under one name, and as messages show it."""

from __future__ import annotations

import re
from importlib.util import find_spec
from urllib.parse import SplitResult, quote, urlsplit

from summarize.errors import InputError

MOST_CHARACTERS = 8_000
MOST_SHOWN = 200  # characters of an address in a message
PORTS = {"http": 80, "https": 443}
NEEDS_EXTRA = "is a link; to fetch it: pip install 'summarize[web]'"
_COMPLETE = "write it in full, such as https://courier.example/ferry"
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile("[A-Za-z0-9._~-]")
_LABEL = "[a-z0-9_-]{1,63}"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*|\[[0-9a-f:.]+\]")
_SAFE = "%/:;=@!$&'*()+,?[]|~"  # all that `quote` leaves as it is in a path or query


def normal(url: str) -> str:
    """Return the one address that is used for a page: in ASCII, without a fragment.

    Raises
    ------
    InputError
        If it is not the complete address of a page of the web.

    Examples
    --------
    >>> normal("HTTPS://Bücher.Example:443/neu/../a b#top")
    'https://xn--bcher-kva.example/a%20b'
    """
    if len(url) > MOST_CHARACTERS:
        raise InputError(f"is longer than {MOST_CHARACTERS:,} characters; shorten it")
    parts = _split(url.strip())
    if parts.username is not None or parts.password is not None:
        raise InputError("has a user name or password in it; save the page and give the file")
    try:
        port = parts.port
    except ValueError:
        raise InputError(f"has no valid port; {_COMPLETE}") from None
    host = _host(parts.hostname or "")
    place = host if port in (None, PORTS[parts.scheme]) else f"{host}:{port}"
    query = f"?{escaped(parts.query)}" if parts.query else ""
    return f"{parts.scheme}://{place}{_without_dots(escaped(parts.path))}{query}"


def name_of(url: str) -> str:
    """Return the one address of a page, or what was given if it is not an address."""
    try:
        return normal(url)
    except InputError:
        return url


def _split(url: str) -> SplitResult:
    """Return the parts of an address that has a scheme of the web and a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise InputError(f"is not an address; {_COMPLETE}") from None
    if parts.scheme not in PORTS:
        raise InputError("is not an address of the web; only http:// and https:// are fetched")
    is_future = "[" in parts.netloc and ":" not in (parts.hostname or "")  # RFC 3986: [v1.x]
    if not parts.hostname or is_future or any(ord(character) < 32 for character in url):
        raise InputError(f"is not a complete address; {_COMPLETE}")
    return parts


def _host(name: str) -> str:
    """Return a host in ASCII and lower case; an IPv6 address is in brackets."""
    host = f"[{name}]" if ":" in name else name.rstrip(".")
    if not host.isascii():
        if not find_spec("idna"):
            raise InputError(NEEDS_EXTRA)
        import idna

        try:
            host = idna.encode(host, uts46=True).decode()
        except idna.IDNAError:
            host = ""
    if not _HOST.fullmatch(host) or len(host) > 253:
        raise InputError(f"has a host that is not valid; {_COMPLETE}")
    return host


def escaped(text: str) -> str:
    """Return a path or query with each character written in one way.

    >>> escaped("/caf\u00e9/%7efoo/%2f")
    '/caf%C3%A9/~foo/%2F'
    """
    return _ESCAPE.sub(_unescape, quote(text, safe=_SAFE))


def _unescape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if _UNRESERVED.fullmatch(character) else match[0].upper()


def _without_dots(path: str) -> str:
    """Return a path without the segments ``.`` and ``..``."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    is_folder = bool(segments) and segments[-1] in {".", ".."}
    return "/" + "/".join([*kept, *[""] * (is_folder and bool(kept))])


def shown(url: str) -> str:
    """Return an address as messages show it: without a password, and not endlessly long.

    >>> shown("https://me:secret@courier.example/a")
    'https://courier.example/a'
    """
    hidden = re.sub(r"(?<=//)[^/?#]*@", "", url)
    return hidden if len(hidden) <= MOST_SHOWN else f"{hidden[:MOST_SHOWN]}..."
