"""Pages are fetched from a real server: in order, side by side, and once."""

import threading
import time
import zlib
from dataclasses import replace

import pytest
from servers import SMALL, TEXT, Site, answer, get, reason, redirect, send, serving, slowly, zipped

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
        ("text/plain; charset=punycode", b"a" * 20_000, None),
        ("text/plain; charset=unicode_escape", b"\\d", None),
        ("text/plain; charset*=utf-8\0''x", b"a", None),
        ("text/plain; charset = 'UTF-8'", b"a", "utf-8"),
        ('text/plain; charset="\xff"', b"a", None),
        ("text/plain; charset=iso-8859-1", "caf\u00e9".encode(), None),
        ("text/plain; charset=cp1251", "\ufeffcaf\u00e9".encode(), None),
        ("text/plain; charset=cp1251", b"\xcf\xf0", "cp1251"),
        ("text/plain; charset=cp1251", "caf\u00e9".encode(), None),  # it is UTF-8
        ("text/plain; charset=iso-2022-jp", b'\x1b$B$"\x1b(B', "iso2022_jp"),
        ("text/plain; charset=us-ascii", b"a", None),
        ("text/plain; charset=Shift_JIS", "例".encode("shift_jis"), "shift_jis"),
    ],
)
def test_a_charset_counts_if_the_page_is_in_it(header, body, expected):
    with serving({"/a": answer(body, Content_Type=header)}) as site:
        assert get(f"{site.url}/a")[0].charset == expected


def test_a_page_may_be_compressed():
    data = TEXT.encode() * 100
    deflated = answer(zlib.compress(data), Content_Encoding="deflate")
    with serving({"/gzip": zipped(data), "/deflate": deflated}) as site:
        one, two = get(f"{site.url}/gzip", f"{site.url}/deflate")
    assert one.data == two.data == data


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
    with serving({"/0": TEXT} | {f"/{n}": slowly(20) for n in range(1, 9)}) as site:
        limits = replace(SMALL, page_seconds=99, seconds=1.1, seconds_a_page=0.1)
        found = get(*(f"{site.url}/{n}" for n in range(9)), limits=limits)
        assert site.pages_asked == ["/0", "/1"]
    assert isinstance(found[0], Input)
    late = (
        "was not fetched in 2 seconds, the limit for all pages; run again: those that were fetched "
        "are in the cache"
    )
    assert [lost.reason for lost in found[1:]] == [late] * 8


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
