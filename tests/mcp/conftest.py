"""One server over each transport, for all tests here."""

import json
import os
import zipfile
from importlib.util import find_spec

import pytest
from commands import EAST, NORTH, ROOT, SOUTH

collect_ignore_glob = [] if find_spec("mcp_types") else ["test_*.py"]  # the extra is missing
SEEDS = ROOT / "seeds"

PAGE = "The secret of the harbour master is written on a page that no agent may read."
HALF = "The ferry \ud83d Hilda ran aground off the island of Lunde on Monday with 212 people."
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Lunde Post</title>
<item><title>Aground</title><link>http://127.0.0.1:9/aground</link></item></channel></rss>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>http://127.0.0.1:9/aground</loc></url></urlset>"""
ENTITY = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{}">]><rss version="2.0">
<channel><title>Post</title><item><title>A</title><description>{} &x;</description></item>
</channel></rss>"""


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    """A folder ``news`` that may be read, with traps in it, and a secret beside it."""
    place = tmp_path_factory.mktemp("place")
    news = place / "news"
    for folder in ("ferry", "empty", "many", "traps", "hidden/.git", "halves"):
        (news / folder).mkdir(parents=True)
    (place / "secret.txt").write_text(PAGE)
    (place / "newsroom").mkdir()
    (place / "newsroom" / "secret.txt").write_text(PAGE)
    for name, text in (("north", NORTH), ("south", SOUTH), ("east", EAST)):
        (news / "ferry" / f"{name}.txt").write_text(text)
    (news / "hidden" / ".git" / "config.txt").write_text(PAGE)
    (news / "hidden" / ".env.txt").write_text(PAGE)
    for name in (b"caf\xe9.txt", b"caf\xe9.json"):
        (news / "halves" / os.fsdecode(name)).write_text(NORTH if b"txt" in name else "{")
    (news / "halves" / "half.json").write_text(json.dumps({"text": HALF}))
    traps = news / "traps"
    (traps / "out.txt").symlink_to(place / "secret.txt")
    (traps / "up").symlink_to(place)
    (traps / "links.txt").write_text("http://127.0.0.1:9/aground\n")
    (traps / "feed.xml").write_text(FEED)
    (traps / "sitemap.xml").write_text(SITEMAP)
    (traps / "entity.xml").write_text(ENTITY.format(place / "secret.txt", SOUTH * 3))
    os.mkfifo(traps / "pipe.txt")
    with zipfile.ZipFile(traps / "up.zip", "w") as archive:
        archive.writestr("../../secret.txt", NORTH)
        archive.writestr("links.txt", "http://127.0.0.1:9/aground\n")
    return place


@pytest.fixture(scope="session")
def agent(place):
    """A client of a server over standard input and output, which may read ``news``."""
    from agents import over_stdio

    with (place / "errors").open("w+") as errors:
        with over_stdio(place / "news", SEEDS, errlog=errors) as agent:
            yield agent
        assert agent.stray == []  # nothing but the protocol was on standard output
        errors.seek(0)
        assert errors.read() == ""


@pytest.fixture(scope="session")
def http():
    """A client of a server over HTTP, which may read ``seeds`` and fetch, and its address."""
    from agents import over_http

    with over_http(SEEDS, "--allow-urls") as served:
        yield served
