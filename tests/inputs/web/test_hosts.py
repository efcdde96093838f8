"""Private addresses are recognised however they are written."""

import pytest

from summarize.inputs.web.hosts import is_local, is_public

PUBLIC = ("93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808")
PRIVATE = (
    *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1"),  # noqa: S104
    *("169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1"),
    *(
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "::7f00:1",
        "ff02::1",
        "2001:db8::1",
    ),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1"),
)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_other_addresses_are_private(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "LOCALHOST", "a.localhost", "printer.local", "wiki.internal", "intranet"),
        *("127.0.0.1", "127.1", "0x7f.0.0.1", "0177.0.0.1", "2130706433", "[::1]", "localhost."),
        *("[::ffff:10.0.0.1]", "192.168.1.1"),
    ],
)
def test_a_host_may_be_private_by_its_name(host):
    assert is_local(host)


@pytest.mark.parametrize("host", ["courier.example", "8.8.8.8", "[2606:4700::1111]", "134744072"])
def test_other_hosts_are_looked_up(host):
    assert not is_local(host)
