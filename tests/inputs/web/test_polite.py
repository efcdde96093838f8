"""What is not fetched: what robots.txt forbids, private addresses, and what is in the cache."""

import socket
from contextlib import suppress
from threading import Thread
from urllib.parse import urlsplit

import pytest
from servers import SMALL, TEXT, answer, get, reason, redirect, send, serving, slowly

from summarize.errors import InputError
from summarize.inputs.given import Input
from summarize.inputs.web import connect
from summarize.inputs.web.connect import Client

FORBIDDEN = "is not for programs, says the robots.txt of its site; save the page in a browser"
PRIVATE = "is at a private address (127.0.0.1); to fetch it, add --allow-private"


def robots(*lines):
    return "\n".join(["User-agent: *", *lines])


def test_robots_decide_what_is_fetched_and_are_asked_once():
    pages = {"/robots.txt": robots("Disallow: /a", "Allow: /a/b"), "/a": TEXT, "/a/b": TEXT}
    with serving(pages | {"/c?x": TEXT}) as site:
        urls = [f"{site.url}{path}" for path in ("/a", "/a/b", "/c?x", "/b/../a", "/%61")]
        found = get(*urls)
    assert found[0].reason.startswith(FORBIDDEN)
    assert [type(given) for given in found[1:]] == [Input, Input]
    assert site.asked == ["/robots.txt", "/a/b", "/c?x"]


def test_robots_forbid_what_a_redirect_leads_to():
    with serving({"/robots.txt": robots("Disallow: /"), "/b": TEXT}, host="127.0.0.2") as other:
        pages = {"/robots.txt": robots("Disallow: /b"), "/a": redirect("/b"), "/b": TEXT}
        with serving(pages | {"/c": redirect(f"{other.url}/b")}) as site:
            assert reason(f"{site.url}/a").startswith(FORBIDDEN)
            assert reason(f"{site.url}/c").startswith(FORBIDDEN)
    assert (site.pages_asked, other.pages_asked) == (["/a", "/c"], [])


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (answer(status=404), None),
        (answer(status=403), None),
        (answer(status=429), None),  # RFC 9309: as if there were none
        (redirect("/elsewhere"), FORBIDDEN),
        (answer("<html>"), None),
        (answer(status=500), "has a robots.txt that cannot be read (HTTP 500); try again later"),
        (answer(status=503), "has a robots.txt that cannot be read (HTTP 503)"),
        (slowly(2), "took more than 1 seconds"),
        (redirect("/robots.txt"), "redirects in a circle"),
        (answer("#" * 20_001), "is larger than 0.02 MB"),
    ],
)
def test_robots_that_cannot_be_read_are_as_in_rfc_9309(page, expected):
    pages = {"/robots.txt": page, "/elsewhere": robots("Disallow: /a"), "/a": TEXT, "/b": TEXT}
    with serving(pages) as site:
        given, _ = get(f"{site.url}/a", f"{site.url}/b")
    assert site.asked.count("/robots.txt") == 1
    if expected is None:
        assert given.data == TEXT.encode()
    else:
        assert given.reason.startswith(expected)
        assert "/a" not in site.asked


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "[::ffff:127.0.0.1]", "2130706433"]
)
def test_a_private_address_is_not_asked(host):
    with serving({"/a": TEXT}) as site:
        url = site.url.replace("127.0.0.1", host)
        lost = reason(f"{url}/a", allow_private=False)
    assert lost.startswith("is at a private address (")
    assert lost.endswith("); to fetch it, add --allow-private")
    assert site.asked == []


@pytest.fixture
def names(monkeypatch):
    """Let names of hosts lead to addresses; those of `public` pass for public."""
    known = {}
    original = socket.getaddrinfo

    def getaddrinfo(host, port, **options):
        return [original(address, port, **options)[0] for address in known.get(host, [host])]

    monkeypatch.setattr("socket.getaddrinfo", getaddrinfo)
    public = connect.is_public
    monkeypatch.setattr(connect, "is_public", lambda ip: ip == "127.0.0.1" or public(ip))
    return known


def test_a_name_that_leads_to_a_private_address_is_not_asked(names):
    names["courier.example"] = ["127.0.0.2"]
    with serving({"/a": TEXT}, host="127.0.0.2") as site:
        port = urlsplit(site.url).port
        lost = reason(f"http://courier.example:{port}/a", allow_private=False)
        assert lost == "is at a private address (127.0.0.2); to fetch it, add --allow-private"
        assert site.asked == []
        assert get(f"http://courier.example:{port}/a")[0].data == TEXT.encode()


def test_a_redirect_to_a_private_address_is_not_followed(names):
    names["courier.example"] = ["127.0.0.1"]
    names["inside.example"] = ["127.0.0.2"]
    with serving({"/a": TEXT}, host="127.0.0.2") as inside:
        port = urlsplit(inside.url).port
        pages = {
            "/name": redirect(f"http://inside.example:{port}/a"),
            "/address": redirect(f"{inside.url}/a"),
            "/good": redirect("/b"),
            "/b": TEXT,
        }
        with serving(pages) as site:
            url = f"http://courier.example:{urlsplit(site.url).port}"
            *lost, good = get(f"{url}/name", f"{url}/address", f"{url}/good", allow_private=False)
        assert [record.reason.partition(";")[0] for record in lost] == [
            "is at a private address (127.0.0.2)"
        ] * 2
        assert inside.asked == []
        assert good.data == TEXT.encode()


def test_a_name_is_looked_up_once_for_a_connection(names, monkeypatch):
    """A name that leads to another address each time (rebinding) is asked only once."""
    asked = []
    lookup = socket.getaddrinfo

    def getaddrinfo(host, port, **options):
        asked.append(host)
        names["courier.example"] = ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]
        return lookup(host, port, **options)

    monkeypatch.setattr("socket.getaddrinfo", getaddrinfo)
    with serving({"/a": TEXT}) as site:
        url = f"http://courier.example:{urlsplit(site.url).port}/a"
        client = Client(SMALL, allow_private=False)
        reply = client.get(url, 1)
        assert (reply.body, asked) == (TEXT.encode(), ["courier.example"])
        with pytest.raises(InputError, match=r"private address \(127\.0\.0\.2\)"):
            client.get(url, 1)


def test_the_address_of_the_connection_is_checked_before_anything_is_sent(names, monkeypatch):
    """The system may connect to another address than the one that was looked up."""
    names["courier.example"] = ["127.0.0.1"]
    original = socket.socket.connect

    def to_another(self, address):
        original(self, ("127.0.0.2", address[1]))

    with serving({"/a": TEXT}, host="127.0.0.2") as site:
        monkeypatch.setattr("socket.socket.connect", to_another)
        url = f"http://courier.example:{urlsplit(site.url).port}/a"
        assert reason(url, allow_private=False).startswith("is at a private address (127.0.0.2)")
        assert site.asked == []


def test_the_next_address_of_a_host_is_tried(names):
    names["courier.example"] = ["127.0.0.3", "127.0.0.1"]
    with serving({"/a": TEXT}) as site:
        port = urlsplit(site.url).port
        assert get(f"http://courier.example:{port}/a")[0].data == TEXT.encode()


@pytest.fixture
def proxy(monkeypatch):
    """Run an HTTP proxy that answers itself, and name it in the environment."""
    with serving({}) as site:
        monkeypatch.setenv("http_proxy", site.url.replace("//", "//me:secret@"))
        yield site


def test_a_proxy_of_the_environment_is_used(proxy, monkeypatch):
    logins = []

    def page(handler):
        logins.append(handler.headers["Proxy-Authorization"])
        send(handler, TEXT)

    url = "http://courier.example/a?b"
    proxy.pages[url] = page
    assert get(url, allow_private=False)[0].data == TEXT.encode()
    assert proxy.asked == ["http://courier.example/robots.txt", url]
    assert logins == ["Basic bWU6c2VjcmV0"]
    monkeypatch.setenv("no_proxy", "courier.example")
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        get(f"{url}2")


def test_a_proxy_is_not_asked_for_private_hosts(proxy):
    for url in ("http://localhost/a", "http://10.0.0.1/", "http://intranet/", "http://127.1/"):
        assert reason(url, allow_private=False).startswith("is at a private address (")
    with serving({"/a": TEXT}) as site:
        assert get(f"{site.url}/a")[0].data == TEXT.encode()
    assert proxy.asked == []


def relay(source, target):
    with suppress(OSError):
        while data := source.recv(10_000):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


def tunnel(listening, port, heads):
    """Be a proxy: connect each client, once it has said where to, with a port of this machine."""
    with suppress(OSError):
        while True:
            client, _ = listening.accept()
            heads.append(b"")
            while not heads[-1].endswith(b"\r\n\r\n"):
                heads[-1] += client.recv(1)
            server = socket.create_connection(("127.0.0.1", port))
            client.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
            Thread(target=relay, args=(client, server), daemon=True).start()
            relay(server, client)
            client.close()
            server.close()


def test_a_secure_page_is_asked_through_a_tunnel(secure, trusted, monkeypatch):
    heads = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        arguments = (listening, urlsplit(secure.url).port, heads)
        Thread(target=tunnel, args=arguments, daemon=True).start()
        at = f"127.0.0.1:{listening.getsockname()[1]}"
        monkeypatch.setenv("https_proxy", f"me:secret@{at}" if trusted else at)
        (found,) = get("https://courier.example/a", allow_private=False)
    assert heads[0].startswith(b"CONNECT courier.example:443 HTTP/1.")
    assert (b"Basic bWU6c2VjcmV0" in heads[0]) is trusted
    if trusted:
        assert found.data == TEXT.encode()
    else:
        assert found.reason.startswith("has no valid certificate (")


@pytest.mark.parametrize("value", ["socks5://127.0.0.1:1", "https://127.0.0.1:1", "http://:1"])
def test_a_proxy_of_another_kind_is_named(monkeypatch, value):
    monkeypatch.setenv("http_proxy", value)
    assert reason("http://courier.example/", allow_private=False).startswith(
        "cannot be fetched: HTTP_PROXY is not the address of an HTTP proxy; correct or unset it"
    )


def test_a_second_run_reads_the_same_bytes_without_a_request(cache):
    with serving({"/a": TEXT, "/b": redirect("/a")}) as site:
        urls = [f"{site.url}/a", f"{site.url}/b"]
        first = get(*urls)
        n_asked = len(site.asked)
        site.pages |= {"/a": "Other text.", "/robots.txt": robots("Disallow: /")}
        assert get(*urls) == first
        assert get(f"{urls[0]}#top", urls[1]) == first
        assert len(site.asked) == n_asked
        del site.pages["/robots.txt"]
        fresh = get(*urls, refresh=True)
        assert [given.data for given in fresh] == [b"Other text."] * 2
        assert get(*urls) == fresh
    assert get(*urls) == fresh  # without a server
    assert len(list(cache.iterdir())) == 2


def test_a_failure_is_not_kept(cache):
    with serving({}) as site:
        assert reason(f"{site.url}/a").startswith("was not found")
        assert not cache.exists()
        site.pages["/a"] = TEXT
        assert get(f"{site.url}/a")[0].data == TEXT.encode()
        del site.pages["/a"]
        assert reason(f"{site.url}/a", refresh=True).startswith("was not found")
        assert get(f"{site.url}/a")[0].data == TEXT.encode()


def test_without_a_cache_pages_are_read_all_the_same(cache):
    cache.parent.parent.mkdir()
    cache.parent.write_text("a file")
    with serving({f"/{n}": f"{n}" for n in range(4)}) as site:
        urls = [f"{site.url}/{n}" for n in range(4)]
        assert [given.data for given in get(*urls)] == [b"0", b"1", b"2", b"3"]


def test_where_only_the_cache_is_read_nothing_is_asked():
    with serving({"/a": TEXT, "/b": TEXT}) as site:
        get(f"{site.url}/a")
        n_asked = len(site.asked)
        kept, lost = get(f"{site.url}/a", f"{site.url}/b", cached_only=True, refresh=True)
        assert len(site.asked) == n_asked
    assert kept.data == TEXT.encode()
    assert lost.reason == (
        "is not in the cache of pages, and the links of a summary are not fetched; give it as a "
        "PATH"
    )
