"""A digest in each format: the events in order, the single articles, nothing that runs."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from summaries import FERRY, SCRIPTS

from summarize.digest import Digest, DigestEvent, Single
from summarize.errors import OptionError
from summarize.render import FORMATS, render, render_digest

SINGLE = Single(
    "s", "A Mill <b>Burns</b>", "Vik Times", "https://vik.example/mill", None, "2025-03-04"
)
BARE = Single("notes.txt", None, None, None, "notes.txt", None)
LURE = Single("x", "Lure", None, "javascript:alert(1)", None, None)
DIGEST = Digest(
    (DigestEvent("ab12", FERRY), DigestEvent("cd34", SCRIPTS, is_new=False)),
    (SINGLE, BARE, LURE),
    ("1 event of the earlier digest has nothing new",),
)
FOR_DIGESTS = [name for name, known in FORMATS.items() if known.digest]
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("name", FOR_DIGESTS)
def test_each_format_has_the_sentences_of_each_event(name):
    shown = render_digest(DIGEST, name, width=100)
    assert shown.endswith("\n")
    assert shown == render_digest(DIGEST, name, width=100)
    assert "14 crossings until Friday." in " ".join(shown.split())


@pytest.mark.parametrize("name", [name for name in FOR_DIGESTS if name not in ("atom", "feed")])
def test_articles_in_no_event_are_listed_and_notes_are_given(name):
    shown = " ".join(render_digest(DIGEST, name, width=100).split())
    assert "A Mill" in shown
    assert "notes.txt" in shown
    assert "has nothing new" in shown


@pytest.mark.parametrize("name", FOR_DIGESTS)
def test_an_empty_digest_is_valid(name):
    shown = render_digest(Digest(()), name)
    if name in ("terminal", "text", "markdown", "html", "mail"):
        assert "No event" in shown


@pytest.mark.parametrize("name", ["html", "mail"])
def test_pages_run_nothing_load_nothing_and_escape(name):
    hostile = replace(FERRY, headline=replace(FERRY.headline, text="<script>alert(1)</script>"))
    shown = render_digest(replace(DIGEST, events=(DigestEvent("x", hostile),)), name)
    assert not re.search(r"<script|=.javascript:|<img|<link|url\(|@import", shown)
    assert "&lt;script&gt;" in shown
    assert "A Mill &lt;b&gt;Burns&lt;/b&gt;" in shown


@pytest.mark.parametrize("name", ["html", "mail"])
def test_each_sentence_and_title_is_marked_with_its_language(name):
    summary = replace(FERRY, language="he")
    shown = render_digest(Digest((DigestEvent("x", summary),)), name).partition("All events")[0]
    assert len(re.findall(r'<h2[^>]* lang="he" dir="auto">', shown)) == 1
    assert len(re.findall(r'<p lang="he" dir="auto">', shown)) == len(summary.sentences)


def test_every_place_on_the_front_page_is_there_once():
    shown = render_digest(DIGEST, "html")
    ids = re.findall(r'\bid="([^"]+)"', shown)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', shown))
    assert targets <= set(ids)
    assert {"e1-top", "e2-card"} <= targets


def test_a_continued_event_is_marked_and_a_new_one_is_not():
    for name in ("terminal", "text", "markdown", "html", "mail"):
        assert render_digest(DIGEST, name).count("continued") == 1


def test_the_feeds_have_one_entry_an_event_with_a_name_that_stays():
    feed = ET.fromstring(render_digest(DIGEST, "atom"))  # noqa: S314 - our own
    ids = [entry.find(f"{ATOM}id").text for entry in feed.iter(f"{ATOM}entry")]
    times = [entry.find(f"{ATOM}updated").text for entry in feed.iter(f"{ATOM}entry")]
    items = json.loads(render_digest(DIGEST, "feed"))["items"]
    assert (
        ids
        == [item["id"] for item in items]
        == [f"urn:summarize:event:{n}" for n in ("ab12", "cd34")]
    )
    assert times == [item["date_published"] for item in items]
    assert times[0] == "2025-03-04T07:10:00Z"


def test_the_json_has_the_json_of_each_summary():
    data = json.loads(render_digest(DIGEST, "json"))
    assert data == DIGEST.to_dict()
    assert [event["summary"] for event in data["events"]] == [FERRY.to_dict(), SCRIPTS.to_dict()]


def test_a_format_holds_summaries_or_digests_or_both():
    with pytest.raises(OptionError, match="holds a digest"):
        render(FERRY, "mail")
    with pytest.raises(OptionError, match="holds no digest"):
        render_digest(DIGEST, "jsonl")
