"""A page that cannot be fetched says why, in bounded time, and whatever the server does."""

import gzip
import socket
import time
from dataclasses import replace
from random import Random

import pytest
from servers import SMALL, TEXT, answer, get, reason, redirect, send, serving, slowly, zipped

from summarize.inputs.given import Input
from summarize.inputs.records import Skipped


def drip(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "10000")
    handler.end_headers()
    while True:
        handler.wfile.write(b"a")
        time.sleep(0.02)


def drip_headers(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-A: b\r\n" if handler.path == "/many" else b"X")
        time.sleep(0.02)


def drip_without_length(handler):
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"a")
        time.sleep(0.02)


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"a" * 1000)


def endless_chunks(handler):
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"1\r\na\r\n")


def cut(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"a" * 50)


SLOW = "took more than 1 seconds; try again later, or save the page"


BIG = "is larger than 0.02 MB; save what is the article and give the file"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (answer(status=404), "was not found (HTTP 404); check the address"),
        (answer(status=410), "no longer exists (HTTP 410)"),
        (answer(status=401), "needs a login (HTTP 401)"),
        (answer(status=403), "is refused to programs (HTTP 403); save the page in a browser"),
        (answer(status=400), "was not sent (HTTP 400); check the address"),
        (answer(status=204), "was not sent (HTTP 204)"),
        (answer(status=302), "was not sent (HTTP 302)"),
        (answer(status=500), "failed on its server (HTTP 500); try again later"),
        (answer(status=503), "failed on its server (HTTP 503)"),
        (answer(status=429), "is refused for now (HTTP 429: too many requests)"),
        (answer(status=429, Retry_After="60"), "is refused for now (HTTP 429"),
        (drip, SLOW),
        (drip_headers, SLOW),
        (drip_without_length, SLOW),
        (slowly(2), SLOW),
        (endless, BIG),
        (endless_chunks, BIG),
        (answer(b"a" * 20_001), BIG),
        (zipped(b"a" * 50_000_000), BIG),
        (answer(b"no gzip", Content_Encoding="gzip"), "cannot be decompressed"),
        (cut, "was not sent completely; try again later"),
        (lambda handler: handler.wfile.write(b"\x00\xff" * 99), "was not sent completely"),
        (lambda _: None, "was not sent completely"),
        (redirect("/page"), "redirects in a circle"),
        (redirect("file:///etc/passwd"), "redirects to what is not an address of the web"),
        (redirect("ftp://a.example/"), "redirects to what is not an address of the web"),
        (redirect("http://me:secret@a.example/"), "redirects to what is not an address"),
        (redirect("http://[/"), "redirects to what is not an address"),
    ],
)
def test_a_page_that_fails_says_why(page, expected):
    with serving({"/page": page, "/good": TEXT}) as site:
        bad, good = get(f"{site.url}/page", f"{site.url}/good")
        assert bad.where == f"{site.url}/page"
        assert bad.reason.startswith(expected)
        assert bad.is_unreadable
        assert "\n" not in bad.reason
        assert good.data == TEXT.encode()


BODY = gzip.compress(TEXT.encode() * 9)


ANSWERS = [
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 4\r\n\r\nabcd",
    b"HTTP/1.1 200 OK\r\nContent-Type: a/b; charset*=utf-8''x\r\nContent-Encoding: gzip\r\n\r\n"
    + BODY,
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nX: y\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: /a/../b?c#d\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 429 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Encoding: deflate, gzip\r\n\r\nabc",
]


PARTS = [
    *(
        b"\r\n",
        b"\n",
        b"\0",
        b"\xff",
        b":",
        b";",
        b'"',
        b"%",
        b"-1",
        b"9" * 20,
        b"charset=\xe9",
        b"br",
    ),
    *(b"Location: http://[::1", b"Location: //", b"Content-Length: ", b"Retry-After: Wed, 99 Foo"),
]


def test_whatever_a_server_sends_is_a_page_or_a_reason():
    random = Random(16)

    def broken(handler):
        data = bytearray(random.choice(ANSWERS))
        for _ in range(random.randint(1, 4)):
            at = random.randrange(len(data) + 1)
            end = at + random.choice([0, 0, 1, 9])
            data[at:end] = random.choice([*PARTS, b"", random.randbytes(1)])
        handler.wfile.write(data)

    names = [f"/{n}" for n in range(200)]
    with serving(dict.fromkeys(names, broken)) as site:
        found = get(*(site.url + name for name in names), limits=replace(SMALL, seconds=99))
    lost = {given.reason for given in found if isinstance(given, Skipped)}
    assert {type(given) for given in found} == {Input, Skipped}
    assert len(lost) > 3
    assert not any("\n" in reason for reason in lost)


def test_many_headers_end_in_time():
    with serving({"/many": drip_headers}) as site:
        assert reason(f"{site.url}/many").startswith((SLOW, "was not sent completely"))


def test_the_largest_page_that_is_allowed_is_read():
    with serving({"/a": answer(b"a" * 20_000), "/b": zipped(b"a" * 20_000)}) as site:
        assert [len(given.data) for given in get(f"{site.url}/a", f"{site.url}/b")] == [20_000] * 2


def test_a_page_in_a_feed_that_fails_is_not_a_path_that_fails():
    with serving({}) as site:
        (lost,) = get(f"{site.url}/a", where="feed.xml")
    assert not lost.is_unreadable


def test_links_that_are_not_addresses_are_named_as_they_are():
    found = get("htp://x", "https://", "http://me:secret@127.0.0.1/")
    assert [lost.where for lost in found] == ["htp://x", "https://", "http://127.0.0.1/"]
    assert [lost.reason.partition(";")[0] for lost in found] == [
        "is not an address of the web",
        "is not a complete address",
        "has a user name or password in it",
    ]


def closed_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_a_host_that_does_not_answer_is_named():
    refused = reason(f"http://127.0.0.1:{closed_port()}/")
    assert refused.startswith("refused the connection; check the address")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            socket.gaierror(socket.EAI_NONAME, ""),
            "has a host that was not found; check the address",
        ),
        (socket.gaierror(socket.EAI_AGAIN, ""), "cannot be reached; check whether there is a netw"),
        (OSError(101, "Network is unreachable"), "cannot be reached; check whether"),
        (UnicodeError("label too long"), "was not sent completely"),
    ],
)
def test_a_name_that_is_not_found_is_named(monkeypatch, error, expected):
    def getaddrinfo(*_, **__):
        raise error

    monkeypatch.setattr("socket.getaddrinfo", getaddrinfo)
    assert reason("http://courier.example/").startswith(expected)


def test_redirects_are_followed_five_times():
    pages = {f"/{n}": redirect(f"/{n + 1}") for n in range(6)} | {"/6": TEXT}
    with serving(pages) as site:
        good, bad = get(f"{site.url}/1", f"{site.url}/0")
    assert good.url == f"{site.url}/6"
    assert bad.reason.startswith("redirects more than 5 times; ")


def test_the_time_of_a_page_is_that_of_all_its_redirects():
    def on(place):
        return lambda handler: (time.sleep(0.4), send(handler, status=302, Location=place))

    with serving({"/1": on("/2"), "/2": on("/3"), "/3": on("/4"), "/4": TEXT}) as site:
        assert reason(f"{site.url}/1").startswith(SLOW)


def test_a_certificate_must_be_valid(secure, trusted):
    secure.pages["/drip"] = drip
    page, slow = get(f"{secure.url}/a", f"{secure.url}/drip")
    if trusted:
        assert page.data == TEXT.encode()
        assert slow.reason.startswith(SLOW)
    else:
        assert page.reason.startswith("has no valid certificate (self")
        assert secure.asked == []


def test_a_server_without_tls_is_named():
    with serving({"/a": TEXT}) as site:
        lost = reason(site.url.replace("http:", "https:"))
    assert lost.startswith("does not answer with TLS; check whether its address begins with http:/")


def test_a_handshake_that_never_ends_ends_in_time():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        assert reason(f"https://127.0.0.1:{silent.getsockname()[1]}/").startswith(SLOW)
