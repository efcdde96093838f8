"""One HTTP request, to a public address only, that ends in time whatever the server does."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from contextlib import closing, suppress
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError

from summarize import __version__
from summarize.errors import InputError
from summarize.inputs.web.address import PORTS
from summarize.inputs.web.hosts import is_local, is_public
from summarize.inputs.web.proxies import proxy_of
from summarize.inputs.web.robots import PRODUCT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.inputs.web.limits import Limits

PRIVATE = "is at a private address ({}); to fetch it, add --allow-private"
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": f"{PRODUCT}/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_SAVE = "save the page in a browser and give the file"
_NO_NETWORK = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, socket.EAI_AGAIN)
_REASONS = {  # the first that fits
    ssl.SSLCertVerificationError: f"has no valid certificate ({{why}}); if you trust it, {_SAVE}",
    ssl.SSLError: "does not answer with TLS; check whether its address begins with http://",
    TimeoutError: f"took more than {{seconds:g}} seconds; try again later, or {_SAVE}",
    socket.gaierror: "has a host that was not found; check the address",
    ConnectionRefusedError: "refused the connection; check the address",
    DecodeError: f"cannot be decompressed; {_SAVE}",
    Exception: f"was not sent completely; try again later, or {_SAVE}",
}


class Reply(NamedTuple):
    """The answer to a request: its body is decompressed, and empty unless the status is 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float


class _Connection(HTTPConnection):
    """A connection that goes to public addresses only, and that can be ended from outside."""

    allow_private = False
    deadline = 0.0
    is_over = False
    _twin: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        """Connect to the first address of the host that answers.

        The name is looked up once, and the addresses that were checked are those that are used.
        """
        failure: OSError = TimeoutError()
        # TLS puts another object in the place of the socket; its twin still ends the connection.
        for family, kind, protocol, _, address in socket.getaddrinfo(
            self.host, self.port, type=socket.SOCK_STREAM
        ):
            self._check(str(address[0]))
            if (seconds := self.deadline - monotonic()) <= 0:
                break
            connected = socket.socket(family, kind, protocol)
            try:
                connected.settimeout(seconds)
                connected.connect(address)
                self._check(str(connected.getpeername()[0]))
                self._twin = connected.dup()
                if self.is_over:
                    raise TimeoutError
            except OSError as error:
                connected.close()
                failure = error
            except InputError:
                connected.close()
                raise
            else:
                return connected
        raise failure

    def _check(self, address: str) -> None:
        if not self.allow_private and not is_public(address):
            raise InputError(PRIVATE.format(address))

    def end(self) -> None:
        """End the connection now, whatever it waits for."""
        self.is_over = True
        twin = self._twin  # another thread may close it now
        if twin is not None:
            with suppress(OSError):
                twin.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Close the connection; `close` is called when a response begins, and leaves it open."""
        self.close()
        if self._twin is not None:
            self._twin.close()


class _SecureConnection(_Connection, HTTPSConnection):
    """The same with TLS, whose certificate is verified."""


class Client:
    """Requests pages; threads may share it.

    Parameters
    ----------
    limits
        `page_seconds` and `most_bytes` count here.
    allow_private
        Connect to private and loopback addresses too.
    """

    def __init__(self, limits: Limits, *, allow_private: bool) -> None:
        self._limits = limits
        self._allow_private = allow_private
        self._context: ssl.SSLContext | None = None

    def get(self, url: str, seconds: float) -> Reply:
        """Request a page; redirects are not followed.

        Parameters
        ----------
        url
            As from `address.normal`.
        seconds
            From now to the last byte.

        Raises
        ------
        InputError
            If there is no complete answer, with the reason.
        """
        started = monotonic()
        connection, target, headers = self._connection(url)
        connection.timeout = max(seconds, 0.001)
        connection.deadline = started + seconds
        timer = Timer(max(seconds, 0), connection.end)
        timer.daemon = True
        timer.start()
        try:
            connection.request("GET", target, headers=headers, preload_content=False)
            with closing(connection.getresponse()) as response:
                is_page = response.status == 200
                body = _body(response, self._limits.most_bytes) if is_page else b""
            if connection.is_over:  # a page without a length only seems to have ended
                raise TimeoutError
            return Reply(response.status, response.headers, body, monotonic() - started)
        except (OSError, HTTPError, http.client.HTTPException, ValueError) as error:
            is_late = connection.is_over or monotonic() >= connection.deadline
            reason = _reason(TimeoutError() if is_late else error, self._limits.page_seconds)
            raise InputError(reason) from None
        finally:
            timer.cancel()
            connection.release()

    def _connection(self, url: str) -> tuple[_Connection, str, dict[str, str]]:
        """Return a connection that is not open yet, what is requested, and the headers."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = parts.port or PORTS[parts.scheme]
        if is_local(host) and not self._allow_private:  # a proxy must not fetch these either
            raise InputError(PRIVATE.format(host))
        proxy = None if is_local(host) else proxy_of(parts.scheme, host)
        at = (proxy.host, proxy.port) if proxy else (host, port)
        connection = _Connection(*at)
        if parts.scheme == "https":
            self._context = self._context or _verifying()
            connection = _SecureConnection(*at, ssl_context=self._context)
        connection.allow_private = self._allow_private or proxy is not None
        target = urlunsplit(("", "", parts.path, parts.query, ""))
        if proxy is None:
            return connection, target, _HEADERS
        if parts.scheme == "http":
            return connection, url, _HEADERS | proxy.headers
        connection.set_tunnel(host, port, headers=proxy.headers)
        return connection, target, _HEADERS


def _verifying() -> ssl.SSLContext:
    """Return how servers are verified: by the system's certificates, else by those of certifi.

    It takes milliseconds to make.
    """
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        with suppress(ImportError):
            import certifi

            context.load_verify_locations(certifi.where())
    return context


def _body(response: object, most: int) -> bytes:
    """Read a body, as far as it may be long."""
    body = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):  # type: ignore[attr-defined]
        body += chunk
        if len(body) > most:
            raise InputError(
                f"is larger than {most / 1e6:g} MB; save what is the article and give the file"
            )
    return bytes(body)


def _reason(error: Exception, seconds: float) -> str:
    """Say why there is no answer, and what to do."""
    if isinstance(error, OSError) and error.errno in _NO_NETWORK:
        return "cannot be reached; check whether there is a network"
    kinds = (kind for kind in _REASONS if isinstance(error, kind))
    reason = _REASONS[next(kinds)]
    return reason.format(why=getattr(error, "verify_message", ""), seconds=seconds)
