"""Which hosts are public: the addresses of machines, however they are written."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")
_UNICAST = IPv6Network("2000::/3")  # all that is given out of IPv6 so far


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public internet.

    >>> is_public("93.184.215.14"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is None:
            return ip in _UNICAST and ip.is_global
        ip = inner
    return ip.is_global and not ip.is_multicast


def is_local(host: str) -> bool:
    """Return whether a host is private by its name alone, without asking for its address.

    >>> is_local("localhost"), is_local("0x7f.1"), is_local("[::1]"), is_local("courier.example")
    (True, True, True, False)
    """
    name = host.strip("[]").rstrip(".").lower()
    try:
        return not is_public(name)
    except ValueError:
        pass
    try:  # as the system reads it: 127.1, 0x7f.1 or 2130706433
        return not is_public(socket.inet_ntoa(socket.inet_aton(name)))
    except (OSError, UnicodeEncodeError):
        private = (".localhost", ".local", ".internal", ".home.arpa")
        return "." not in name or name.endswith(private)
