"""The server over streamable HTTP."""

from __future__ import annotations

import socket
import sys
from ipaddress import ip_address
from typing import TYPE_CHECKING

from summarize.errors import OptionError
from summarize.mcp.articles import MOST_CHARACTERS
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from summarize.mcp.articles import Reader

DEFAULT = "127.0.0.1:8000"
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_MOST_BYTES = 4 * MOST_CHARACTERS  # of a request: more than any call may give
_ALL = "all addresses of this machine; give the one that clients use"
_LONGEST_PORT = 5  # digits
_FORM = "give HOST:PORT, such as 127.0.0.1:8000"


def address(given: str) -> tuple[str, int]:
    """Return the host and the port of ``HOST:PORT``; the host may be in square brackets.

    Raises
    ------
    OptionError
        If it is not of this form.

    >>> address("[::1]:8000"), address("localhost:0")
    (('::1', 8000), ('localhost', 0))
    """
    host, colon, port = given.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    shown = clean_text(given)[:100] or "''"
    is_port = port.isascii() and port.isdigit() and len(port) <= _LONGEST_PORT
    if not (host and colon and is_port and int(port) < 2**16):
        raise OptionError(f"--http {shown} is not an address; {_FORM}")
    return host, int(port)


def serve_http(reader: Reader, host: str, port: int) -> None:
    """Serve any number of clients, until the process is interrupted.

    Requests whose Host or Origin is another are refused: a page in a browser cannot reach the
    server by giving its own name this address (DNS rebinding).

    Raises
    ------
    OptionError
        If nothing can be served at the address, or it is all addresses of the machine.
    """
    listening = _listen(host, port)
    import uvicorn
    from mcp.server.transport_security import TransportSecuritySettings

    from summarize.mcp.server import build

    bound = listening.getsockname()
    name = f"[{host}]" if ":" in host else host
    names = {name, *(_LOOPBACK if ip_address(bound[0]).is_loopback else ())}
    hosts = sorted(f"{each}:{bound[1]}" for each in names)
    app = build(reader).streamable_http_app(
        json_response=True,
        stateless_http=True,
        max_request_body_size=_MOST_BYTES,
        transport_security=TransportSecuritySettings(
            allowed_hosts=hosts, allowed_origins=[f"http://{each}" for each in hosts]
        ),
    )
    sys.stderr.write(f"summarize-mcp: serving at http://{name}:{bound[1]}/mcp\n")
    if not ip_address(bound[0]).is_loopback:
        sys.stderr.write(
            "summarize-mcp: there is no password: whoever reaches this address can read\n"
        )
    config = uvicorn.Config(app, log_config=None, access_log=False)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        if ip_address(place[0]).is_unspecified:
            raise OptionError(f"--http {host}:{port} is {_ALL}")
        return socket.create_server(place, family=family)
    except (OSError, UnicodeError) as error:  # UnicodeError: no host may have such a name
        reason = (getattr(error, "strerror", None) or "cannot be used").partition(" (")[0]
        raise OptionError(f"--http {host}:{port}: {reason}; give another address") from None
