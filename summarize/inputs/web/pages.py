"""Pages, politely: by redirects, as robots.txt allows, and one request at a time to each host."""

from __future__ import annotations

import codecs
import re
import time
from contextlib import suppress
from email.utils import parsedate_to_datetime
from threading import Event, Lock
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit

from summarize.errors import InputError
from summarize.inputs.web.address import normal
from summarize.inputs.web.cache import Page
from summarize.inputs.web.connect import Client, Reply
from summarize.inputs.web.robots import is_allowed, read_rules

if TYPE_CHECKING:
    from summarize.inputs.web.limits import Limits
    from summarize.inputs.web.robots import Rule

_SAVE = "save the page in a browser and give the file"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_REASONS = {
    401: f"needs a login (HTTP 401); {_SAVE}",
    403: f"is refused to programs (HTTP 403); {_SAVE}",
    404: "was not found (HTTP 404); check the address",
    410: "no longer exists (HTTP 410); remove it",
    429: f"is refused for now (HTTP 429: too many requests); try again later, or {_SAVE}",
}
_LONGEST_TYPE = 200  # characters
_MEDIA = re.compile(r"\s*([\w.+-]+/[\w.+-]+)", re.ASCII)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]+)", re.ASCII | re.IGNORECASE)
# Python has others that are not encodings of texts, such as punycode, which is slow. Latin-1 and
# ASCII do not count: servers send them without looking at the page.
_OF_TEXTS = re.compile("utf-?(?:8|16|32)|cp|iso|gb|big5|euc|shift|koi8|mac|hz|johab|tis|kz|ptcp")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Pages:
    """Fetches pages for several threads.

    Parameters
    ----------
    limits
        The limits.
    allow_private
        Fetch from private and loopback addresses too.
    """

    def __init__(self, limits: Limits, *, allow_private: bool) -> None:
        self._limits = limits
        self._client = Client(limits, allow_private=allow_private)
        self._locks: dict[str, Lock] = {}
        self._rules: dict[str, tuple[Rule, ...] | InputError] = {}
        self.is_over = Event()

    def get(self, url: str) -> Page:
        """Fetch a page.

        Raises
        ------
        InputError
            If it cannot be fetched, with the reason.
        """
        url, reply = self._follow(url, is_page=True)
        if reply.status != 200:
            raise InputError(_refusal(reply.status))
        content = reply.headers.get("Content-Type", "")[:_LONGEST_TYPE]
        media = _MEDIA.match(content)
        return Page(
            url=url,
            body=reply.body,
            media=media[1].lower() if media else None,
            charset=_charset(content, reply.body),
        )

    def _follow(self, url: str, *, is_page: bool) -> tuple[str, Reply]:
        """Follow redirects, and return the last address and reply."""
        seconds = self._limits.page_seconds
        visited: set[str] = set()
        while True:
            if is_page and not is_allowed(_path(url), self._rules_of(url)):
                raise InputError(f"is not for programs, says the robots.txt of its site; {_SAVE}")
            visited.add(url)
            reply = self._request(url, seconds)
            seconds -= reply.seconds
            place = reply.headers.get("Location")
            if reply.status not in _REDIRECTS or not place:
                return url, reply
            url = _redirected(url, place)
            if url in visited:
                raise InputError(f"redirects in a circle; {_SAVE}")
            if len(visited) > self._limits.most_redirects:
                most = self._limits.most_redirects
                raise InputError(f"redirects more than {most} times; {_SAVE}")

    def _request(self, url: str, seconds: float) -> Reply:
        """Request an address when no other thread asks its host; once more if the host is busy."""
        with self._locks.setdefault(urlsplit(url).hostname or "", Lock()):
            reply = self._client.get(url, seconds)
            wait = _wait(reply) if reply.status in _BUSY else None
            if wait is None or wait > self._limits.longest_wait or self.is_over.wait(wait):
                return reply
            again = self._client.get(url, seconds - reply.seconds)
            return again._replace(seconds=again.seconds + reply.seconds)

    def _rules_of(self, url: str) -> tuple[Rule, ...]:
        """Return what robots.txt says of a site, which is fetched once.

        RFC 9309: if there is none, all is allowed, and if the server fails, nothing is.
        """
        parts = urlsplit(url)
        site = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        with self._locks.setdefault(site, Lock()):
            if site not in self._rules:
                self._rules[site] = self._fetch_rules(site)
        rules = self._rules[site]
        if isinstance(rules, InputError):
            raise InputError(str(rules))
        return rules

    def _fetch_rules(self, site: str) -> tuple[Rule, ...] | InputError:
        """Fetch a robots.txt; return why that failed, so that it is not asked for again."""
        try:
            reply = self._follow(site, is_page=False)[1]
        except InputError as error:
            return error
        if reply.status >= 500:
            return InputError(
                f"has a robots.txt that cannot be read (HTTP {reply.status}); try again later, "
                f"or {_SAVE}"
            )
        return read_rules(reply.body)


def _path(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(("", "", parts.path, parts.query, ""))


def _redirected(url: str, place: str) -> str:
    """Return the address that a redirect leads to."""
    with suppress(UnicodeError):
        place = place.encode("latin-1").decode("utf-8")  # as servers write what is not ASCII
    try:
        return normal(urljoin(url, place))
    except (InputError, ValueError):
        raise InputError(f"redirects to what is not an address of the web; {_SAVE}") from None


def _refusal(status: int) -> str:
    """Say what a status means, and what to do."""
    if status >= 500:
        return f"failed on its server (HTTP {status}); try again later"
    return _REASONS.get(status, f"was not sent (HTTP {status}); check the address")


def _wait(reply: Reply) -> float | None:
    """Return how many seconds a server asks to wait; None if it does not say."""
    text = reply.headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except (ValueError, OverflowError):
        return None


def _charset(content: str, body: bytes) -> str | None:
    """Return the encoding that a server gave, if it is right and the bytes do not show it."""
    given = _CHARSET.search(content)
    if given is None or body.startswith(_MARKS) or (not body.isascii() and _is(body, "utf-8")):
        return None
    try:
        name = codecs.lookup(given[1]).name
    except LookupError:
        return None
    is_meant = name != "iso8859-1" and _OF_TEXTS.match(name)
    return name if is_meant and _is(body, name) else None


def _is(body: bytes, encoding: str) -> bool:
    """Return whether bytes are in an encoding."""
    try:
        body.decode(encoding)
    except ValueError:
        return False
    return True
