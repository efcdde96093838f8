"""The proxies that the environment names: HTTP_PROXY, HTTPS_PROXY and NO_PROXY."""

from __future__ import annotations

from base64 import b64encode
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from summarize.errors import InputError


class Proxy(NamedTuple):
    """A proxy, and the headers that it is asked with."""

    host: str
    port: int
    headers: dict[str, str]


def proxy_of(scheme: str, host: str) -> Proxy | None:
    """Return the proxy for a host; None if it is asked directly.

    Raises
    ------
    InputError
        If it is not an HTTP proxy.
    """
    url = getproxies().get(scheme)
    if not url or proxy_bypass(host):
        return None
    parts = urlsplit(url if "://" in url else f"http://{url}")
    try:
        port = parts.port or 80
    except ValueError:
        port = 0
    if parts.scheme != "http" or not parts.hostname or not port:
        name = f"{scheme.upper()}_PROXY"
        raise InputError(
            f"cannot be fetched: {name} is not the address of an HTTP proxy; correct or unset it"
        )
    headers = {}
    if parts.username is not None:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {b64encode(login.encode()).decode()}"
    return Proxy(parts.hostname, port, headers)
