"""Each page has one address, and messages show it without secrets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import InputError
from summarize.inputs.web.address import normal, shown


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.example", "http://a.example/"),
        ("HTTP://A.Example:80/B", "http://a.example/B"),
        ("https://a.example:443/b", "https://a.example/b"),
        ("https://a.example:80/b", "https://a.example:80/b"),
        ("http://a.example./b", "http://a.example/b"),
        ("http://a.example/b#c", "http://a.example/b"),
        ("http://a.example/b?c=d#e", "http://a.example/b?c=d"),
        ("http://a.example/b?", "http://a.example/b"),
        ("  http://a.example/b\n", "http://a.example/b"),
        ("http://a.example/b c", "http://a.example/b%20c"),
        ("http://a.example/é?ü", "http://a.example/%C3%A9?%C3%BC"),
        ("http://a.example/%c3%a9%7E%2f", "http://a.example/%C3%A9~%2F"),
        ("http://a.example/a/./b/../../c", "http://a.example/c"),
        ("http://a.example/../../etc", "http://a.example/etc"),
        ("http://a.example/a/..", "http://a.example/"),
        ("http://a.example/a/b/.", "http://a.example/a/b/"),
        ("http://a.example/%2e%2e/b", "http://a.example/b"),
        ("http://a.example//b//c", "http://a.example//b//c"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
        ("http://例え.example/", "http://xn--r8jz45g.example/"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_a_page_has_one_address(url, expected):
    assert normal(url) == expected
    assert normal(expected) == expected


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("htp://x", "is not an address of the web; only http:// and https:// are fetched"),
        ("file:///etc/passwd", "is not an address of the web"),
        ("ftp://a.example/b", "is not an address of the web"),
        ("//a.example/b", "is not an address of the web"),
        ("https://", "is not a complete address; write it in full"),
        ("http:///a", "is not a complete address"),
        ("http://a.example/\x00", "is not a complete address"),
        ("http://a.example:99999/", "has no valid port"),
        ("http://a.example:b/", "has no valid port"),
        ("http://me:secret@a.example/", "has a user name or password in it"),
        ("http://me@a.example/", "has a user name or password in it"),
        ("http://a..example/", "has a host that is not valid"),
        ("http://a b.example/", "has a host that is not valid"),
        ("http://a%20b.example/", "has a host that is not valid"),
        (f"http://{'a' * 64}.example/", "has a host that is not valid"),
        ("http://\u2024.example/", "has a host that is not valid"),
        ("http://[::1", "is not an address"),
        ("http://[v1.x]/", "is not a"),
        (f"http://a.example/{'a' * 8000}", "is longer than 8,000 characters"),
    ],
)
def test_what_is_not_the_address_of_a_page_is_refused(url, reason):
    with pytest.raises(InputError) as raised:
        normal(url)
    assert str(raised.value).startswith(reason)
    assert "secret" not in str(raised.value)


@given(st.text(max_size=30))
def test_what_follows_the_host_gives_one_address_in_ascii(text):
    try:
        url = normal(f"http://a.example/{text}")
    except InputError:
        return
    assert url.isascii()
    assert " " not in url
    assert "#" not in url
    assert normal(url) == url


def test_a_message_shows_no_password_and_no_endless_address():
    assert shown("http://me:secret@a.example/b@c") == "http://a.example/b@c"
    assert shown("http://me:se@cret@a.example/b") == "http://a.example/b"
    assert len(shown("http://a.example/" + "a" * 10_000)) < 250
