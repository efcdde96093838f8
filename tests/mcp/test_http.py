import http.client
import json
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from agents import SEEDS
from commands import NORTH

from summarize import OptionError
from summarize.mcp.http import address, serve_http

PING = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ping"})


def request(served, body, **headers):
    """Send a request with these headers; return the connection."""
    place = urlsplit(served).netloc
    connection = http.client.HTTPConnection(place, timeout=10)
    accepted = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
    connection.request("POST", "/mcp", body, {"Host": place, **accepted, **headers})
    return connection


def status(served, **headers):
    """Return the status of a request with these headers."""
    connection = request(served, PING, **headers)
    found = connection.getresponse().status
    connection.close()
    return found


def test_a_page_of_another_site_cannot_reach_the_server(http):
    _, served = http
    assert status(served) == 200
    assert status(served, Host="evil.example") == 421
    assert status(served, Host="127.0.0.1:1") == 421
    assert status(served, Origin="https://evil.example") == 403


def test_tools_and_resources_are_the_same_over_http(http):
    agent, _ = http
    data = agent.data("summarize", paths=["seeds"], words=60)
    text = agent.ask("read_resource", data["documents"][0]["resource"]).contents[0].text
    assert text in {path.read_text("utf-8") for path in SEEDS.iterdir()}


def test_a_call_that_waits_leaves_with_its_client(http):
    agent, served = http

    def send(title):
        texts = [{"text": f"{title}. {NORTH}", "title": title}]
        call = {"name": "group", "arguments": {"texts": texts}}
        body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
        return request(served, json.dumps(body))

    slow = [{"text": f"{NORTH * 100} {n}"} for n in range(60)]
    with ThreadPoolExecutor(1) as pool:
        busy = pool.submit(agent.data, "summarize", texts=slow)
        time.sleep(0.1)  # until it is being answered
        stays, goes = send("It stays"), send("It goes")
        goes.close()
        assert stays.getresponse().status == 200
        busy.result()
    stays.close()
    agent.data("group", texts=[NORTH])  # what waited before it has been answered
    titles = [each.name for each in agent.ask("list_resources").resources]
    assert "It stays" in titles
    assert "It goes" not in titles


def test_large_calls_get_the_message_of_the_tool(http):
    agent, _ = http
    message = agent.error("summarize", texts=["ab " * 1_700_000])
    assert "more than 5,000,000 characters" in message


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:9/", "http://[::1]:9/", "http://169.254.169.254/latest", "http://10.0.0.1/"],
)
def test_private_addresses_are_refused_where_urls_are_allowed(http, url):
    agent, _ = http
    message = agent.error("summarize", urls=[url])
    assert "is at a private address" in message
    assert message.endswith("it is never fetched; give the text of the page")


@pytest.mark.parametrize(
    "url", ["/etc/passwd", "seeds", "file:///etc/passwd", "-", "ftp://a.example/"]
)
def test_only_links_are_urls(http, url):
    agent, _ = http
    assert "is not a link" in agent.error("summarize", urls=[url], texts=[NORTH])


@pytest.mark.parametrize(
    "given",
    ["8000", "localhost", ":80", "a:b", "127.0.0.1:", "a:70000", "a:" + "9" * 5000],
)
def test_what_is_no_address_is_refused(given):
    with pytest.raises(OptionError, match="give"):
        address(given)


@pytest.mark.parametrize("host", ["192.0.2.1", "no.invalid", "a" * 70, ".", "\udcff", "a..b"])
def test_an_address_that_cannot_be_served_is_named(host):
    with pytest.raises(OptionError, match=f"^--http {host}:0: .*; give another address$"):
        serve_http(None, host, 0)


@pytest.mark.parametrize("host", ["0.0.0.0", "0", "0x0", "0.0", "0000", "::", "::0"])  # noqa: S104
def test_all_addresses_at_once_are_refused(host):
    with pytest.raises(OptionError, match="is all addresses of this machine; give the one"):
        serve_http(None, host, 0)
