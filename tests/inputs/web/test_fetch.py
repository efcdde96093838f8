"""Pages are fetched from a real server: in order, within limits, and what fails says why."""

import gzip
import socket
import threading
import time
import zlib
from dataclasses import replace

import pytest
from servers import SMALL, TEXT, Site, answer, get, reason, redirect, send, serving, slowly

from summarize.inputs.given import Input
from summarize.inputs.options import LoadOptions
from summarize.inputs.records import Link, Skipped
from summarize.inputs.web.fetch import fetch
from summarize.model import Article


def test_pages_come_in_the_order_of_their_links():
    pages = {f"/{n}": slowly(0.05 * (5 - n), f"{n}") for n in range(5)}
    with serving(pages) as one, serving(pages, host="127.0.0.2") as two:
        urls = [f"{site.url}/{n}" for n in range(5) for site in (one, two)]
        found = get(*urls)
    assert [(given.path, given.data) for given in found] == [
        (url, url[-1].encode()) for url in urls
    ]


def test_a_page_has_what_the_server_says_of_it():
    pages = {
        "/old": redirect("/new?a=b#c", status=301),
        "/new?a=b": answer("caf\u00e9".encode("cp1250"), Content_Type="Text/HTML; charset=CP1250"),
    }
    with serving(pages) as site:
        (given,) = get(f"{site.url}/old#d")
    new = f"{site.url}/new?a=b"
    assert given == Input(f"{site.url}/old", b"caf\xe9", new, "text/html", "cp1250")
    (agent,) = site.agents
    assert agent.startswith("summarize/")
    assert "http" not in agent


@pytest.mark.parametrize(
    ("header", "body", "expected"),
    [
        ("text/plain", b"a", None),
        ("text/plain; charset=utf-8", b"caf\xe9", None),  # it is not
        ("text/plain; charset=nonsense", b"a", None),
        ("text/plain; charset=base64", b"YQ==", None),
        ('text/plain; charset="\xff"', b"a", None),
        ("text/plain; charset=iso-8859-1", "caf\u00e9".encode(), None),
        ("text/plain; charset=cp1251", "\ufeffcaf\u00e9".encode(), None),
        ("text/plain; charset=cp1251", b"\xcf\xf0", "cp1251"),
        ("text/plain; charset=Shift_JIS", "例".encode("shift_jis"), "shift_jis"),
    ],
)
def test_a_charset_counts_if_the_page_is_in_it(header, body, expected):
    with serving({"/a": answer(body, Content_Type=header)}) as site:
        assert get(f"{site.url}/a")[0].charset == expected


def zipped(data):
    return answer(gzip.compress(data), Content_Encoding="gzip")


def test_a_page_may_be_compressed():
    data = TEXT.encode() * 100
    deflated = answer(zlib.compress(data), Content_Encoding="deflate")
    with serving({"/gzip": zipped(data), "/deflate": deflated}) as site:
        assert [given.data for given in get(f"{site.url}/gzip", f"{site.url}/deflate")] == [
            data
        ] * 2


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


def test_each_host_gets_one_request_at_a_time_and_hosts_are_side_by_side():
    pages = {f"/{n}": slowly(0.05) for n in range(4)}
    with serving(pages) as one, serving(pages, host="127.0.0.2") as two:
        meeting = threading.Barrier(2)
        one.pages["/0"] = two.pages["/0"] = lambda handler: (meeting.wait(5), send(handler, TEXT))
        limits = replace(SMALL, page_seconds=5)
        found = get(*(f"{site.url}/{n}" for site in (one, two) for n in range(4)), limits=limits)
    assert all(isinstance(given, Input) for given in found)
    assert not meeting.broken
    assert (one.most_at_a_time, two.most_at_a_time) == (1, 1)


def test_a_redirect_to_another_host_waits_for_its_turn():
    with serving({f"/{n}": slowly(0.05) for n in range(6)}) as target:
        pages = {f"/{n}": redirect(f"{target.url}/{n + 3}") for n in range(3)}
        with serving(pages, host="127.0.0.2") as site:
            found = get(*(f"{s.url}/{n}" for n in range(3) for s in (site, target)))
    assert all(isinstance(given, Input) for given in found)
    assert target.most_at_a_time == 1


def test_all_pages_together_have_a_limit():
    with serving({f"/{n}": slowly(0.4) for n in range(9)}) as site:
        limits = replace(SMALL, seconds=0.1, seconds_a_page=0.1)
        started = time.monotonic()
        found = get(*(f"{site.url}/{n}" for n in range(9)), limits=limits)
        assert time.monotonic() - started < 3
        n_asked = len(site.asked)
        time.sleep(0.8)
        assert len(site.asked) <= n_asked + 1  # no further page is begun
    assert isinstance(found[0], Input)
    assert found[-1].reason == (
        "was not fetched in 1 seconds, the limit for all pages; run again: those that were fetched "
        "are in the cache"
    )


def test_a_page_is_fetched_once_under_all_its_addresses():
    told = Article("What the feed says.")
    with serving({"/a": TEXT, "/b": TEXT}) as site:
        links = [
            Link(f"{site.url}/b", "list.txt"),
            Link(f"{site.url}/a#1", "feed.xml", told),
            Link(f"{site.url}/a"),
            Link(f"{site.url}/./a", "list.txt"),
        ]
        found = list(fetch(links, LoadOptions(allow_private=True), SMALL))
    assert [(link.where, link.article, given.path) for link, given in found] == [
        ("list.txt", None, f"{site.url}/b"),
        ("", told, f"{site.url}/a"),
    ]
    assert sorted(site.pages_asked) == ["/a", "/b"]


def test_the_progress_ends_when_all_pages_have_arrived_or_were_given_up():
    calls = []
    with serving({"/a": TEXT, "/slow": slowly(9)}) as site:
        urls = [f"{site.url}/a", f"{site.url}/b", "http://"]
        get(*urls, progress=lambda *call: calls.append(call))
        assert calls == [(0, 2), (1, 2), (2, 2)]
        get(urls[0], progress=lambda *call: calls.append(call))  # from the cache
        assert len(calls) == 3
        limits = replace(SMALL, seconds=0.1, seconds_a_page=0)
        get(f"{site.url}/slow", limits=limits, progress=lambda *call: calls.append(call))
        assert calls[3:] == [(0, 1), (1, 1)]


def test_a_reader_that_stops_ends_the_fetching():
    with serving({f"/{n}": slowly(0.05) for n in range(50)}) as site:
        links = [Link(f"{site.url}/{n}") for n in range(50)]
        pages = fetch(links, LoadOptions(allow_private=True), SMALL)
        next(pages)
        pages.close()
        time.sleep(0.2)
        n_asked = len(site.asked)
        time.sleep(0.2)
        assert len(site.asked) == n_asked < 50


@pytest.mark.parametrize("package", ["urllib3", "idna"])
def test_without_the_extra_it_is_named(monkeypatch, package):
    original = __import__("importlib.util").util.find_spec
    hidden = "summarize.inputs.web.fetch.find_spec"
    monkeypatch.setattr(hidden, lambda name: None if name == package else original(name))
    with serving({"/a": TEXT}) as site:
        expected = "is a link; to fetch it: pip install 'summarize[web]'"
        assert reason(f"{site.url}/a") == expected
        assert site.asked == []


def test_a_busy_server_is_asked_once_more_after_the_time_that_it_names():
    asked = []

    def busy(handler):
        asked.append(time.monotonic())
        is_first = len(asked) == 1
        send(handler, TEXT, status=429 if is_first else 200, Retry_After="1")

    with serving({"/a": busy, "/b": answer(status=503, Retry_After="0")}) as site:
        given, lost = get(f"{site.url}/a", f"{site.url}/b")
    assert given.data == TEXT.encode()
    assert asked[1] - asked[0] >= 1
    assert site.pages_asked == ["/a", "/a", "/b", "/b"]
    assert isinstance(lost, Skipped)


def test_a_date_may_say_when_to_ask_again():
    for date, n_asked in (("Wed, 21 Oct 2015 07:28:00 GMT", 2), ("nonsense", 1), ("9" * 99, 1)):
        with serving({"/a": answer(status=429, Retry_After=date)}) as site:
            reason(f"{site.url}/a")
        assert len(site.pages_asked) == n_asked


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


def test_the_sites_of_these_tests_count_requests_at_a_time():
    with serving({"/a": slowly(0.3)}) as site:
        threads = [threading.Thread(target=get, args=(f"{site.url}/a?{n}",)) for n in range(2)]
        site.pages |= {"/a?0": site.pages["/a"], "/a?1": site.pages["/a"]}
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert isinstance(site, Site)
    assert site.most_at_a_time == 2
