"""Feeds give an article for each entry with its text, and a link for each other."""

import json
import sys

import pytest
from feeds import LONG, SENTENCE, SITE, found, rss
from hypothesis import given
from hypothesis import strategies as st
from loading import one, write

from summarize.inputs import readers
from summarize.inputs.given import Input
from summarize.inputs.since import first_day

ENTRY = {
    "title": "Ferry aground",
    "link": f"{SITE}/1",
    "description": LONG,
    "pubDate": "Wed, 11 Jun 2025 10:00:00 +0200",
    "author": "ann@courier.example (Ann Ray)",
}
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="{SITE}/news/">
<title>Lunde Courier</title><entry><title>Ferry aground</title><link href="../1"/><id>1</id>
<author><name>Ann Ray</name></author><updated>2025-06-11T10:00:00+02:00</updated>
<content type="html">{{}}</content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lunde Courier</title></channel>
<item><title>Ferry aground</title><link>{SITE}/1</link><dc:creator>Ann Ray</dc:creator>
<dc:date>2025-06-11T10:00:00+02:00</dc:date><description>{{}}</description></item></rdf:RDF>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Lunde Courier",
    "feed_url": f"{SITE}/news/feed.json",
}
ITEM = {
    "id": "1",
    "url": "../1",
    "title": "Ferry aground",
    "authors": [{"name": "Ann Ray"}],
    "date_published": "2025-06-11T10:00:00+02:00",
}


def json_feed(*items):
    return json.dumps(JSON | {"items": items})


KINDS = {
    "rss": lambda text: rss(ENTRY | {"description": text}),
    "atom": ATOM.format,
    "rdf": RDF.format,
    "json": lambda text: json_feed(ITEM | {"content_html": text}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_with_its_text_is_an_article(kind):
    (article,), links, skipped = found(KINDS[kind](f"&lt;p&gt;{LONG}&lt;/p&gt;"), "news.data")
    assert (article.text, article.title, article.source) == (LONG, "Ferry aground", "Lunde Courier")
    assert (article.url, article.published) == (f"{SITE}/1", "2025-06-11T10:00:00+02:00")
    assert "Ann Ray" in article.author
    assert (article.id, article.path) == ("news.data:1", "news.data")
    assert links == skipped == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_short_entry_is_a_link_with_what_is_known(kind):
    articles, (link,), skipped = found(KINDS[kind](SENTENCE))
    assert (link.url, link.where) == (f"{SITE}/1", "news.xml")
    assert (link.article.text, link.article.title) == (SENTENCE, "Ferry aground")
    assert link.article.published == "2025-06-11T10:00:00+02:00"
    assert articles == skipped == []


@pytest.mark.parametrize(("n", "is_article"), [(79, False), (80, True)])
def test_80_words_are_an_article(n, is_article):
    articles, links, _ = found(rss(ENTRY | {"description": " ".join(["word"] * n)}))
    assert (len(articles), len(links)) == (is_article, not is_article)


def test_a_script_without_spaces_has_words_too():
    articles, _, _ = found(rss(ENTRY | {"description": "フェリーが座礁した。" * 30}))
    assert len(articles) == 1


def test_the_longest_text_of_an_entry_counts():
    item = f'<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">{LONG}</content:encoded>'
    (article,), _, _ = found(rss(f"<description>{SENTENCE}</description>{item}"))
    assert article.text == LONG


def test_a_short_text_without_a_page_is_all_there_is_of_it():
    (article,), links, _ = found(rss({"description": SENTENCE}))
    assert (article.text, article.url, links) == (SENTENCE, None, [])


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "/1",
        "http://[",
        "https://",
        "",
        "https://courier.example/\u200b1",
    ],
)
def test_a_link_to_no_page_is_not_followed(link):
    articles, links, (record,) = found(rss({"link": link, "title": "Ferry"}))
    assert articles == links == []
    assert record.reason.startswith("has neither a text nor a link to a page; ")
    (article,), _, _ = found(rss({"link": link, "description": LONG}))
    assert article.url is None


def test_a_space_in_a_link_is_escaped():
    _, (link,), _ = found(rss({"link": f" {SITE}/a b "}))
    assert link.url == f"{SITE}/a%20b"


def test_links_are_relative_to_the_feed():
    _, (link,), _ = found(rss({"link": "../1"}), url=f"{SITE}/news/feed.xml")
    assert link.url == f"{SITE}/1"
    bare = json.dumps(JSON | {"feed_url": None, "items": [{"url": "1"}]})
    _, (link,), _ = found(bare, url=f"{SITE}/news/feed.json")
    assert link.url == f"{SITE}/news/1"


def test_an_entry_is_read_once():
    first = {"link": f"{SITE}/1", "guid": "a"}
    same = [{"link": f"{SITE}/1#comments"}, {"link": f"{SITE}/2", "guid": "a"}]
    _, links, skipped = found(rss(first, *same, {"link": f"{SITE}/3"}))
    assert ([link.url for link in links], skipped) == ([f"{SITE}/1", f"{SITE}/3"], [])


def test_two_texts_with_one_link_are_two_articles():
    item = {"link": SITE, "description": LONG}
    articles, _, _ = found(rss(item, item | {"description": f"{LONG} Then it left."}, item))
    assert len(articles) == 2


def test_an_aggregator_names_the_source_of_each_entry():
    (article,), _, _ = found(rss({"description": LONG, "source": "Vik Times"}))
    assert article.source == "Vik Times"


def test_since_leaves_out_old_entries_and_keeps_those_without_a_date():
    days = ["Mon, 09 Jun 2025 10:00:00 GMT", "Wed, 11 Jun 2025 09:00:00 GMT", "some day"]
    items = [{"link": f"{SITE}/{n}", "pubDate": when} for n, when in enumerate(days)]
    _, links, (record,) = found(rss(*items), since=first_day("2025-06-11T08:00Z"))
    assert [link.url[-1] for link in links] == ["1", "2"]
    assert (record.where, record.is_asked) == ("1 of the 3 entries of news.xml", True)
    assert record.reason == "is older than --since, 2025-06-11 08:00 UTC"


def test_a_limit_reads_the_newest_entries_in_the_order_of_the_feed():
    days = [9, 12, None, 10, 11]
    items = [
        {"link": f"{SITE}/{n}"} | ({"pubDate": f"{day} Jun 2025 10:00:00 GMT"} if day else {})
        for n, day in enumerate(days)
    ]
    _, links, (record,) = found(rss(*items), limit=2)
    assert [link.url[-1] for link in links] == ["1", "4"]
    assert (record.where, record.is_asked) == ("3 of the 5 entries of news.xml", True)
    assert record.reason == "are not read, only the newest 2 are (--limit)"
    assert found(rss(*items), limit=5)[2] == []


def test_at_most_100_pages_of_a_feed_are_fetched_but_all_texts_are_read():
    pages = [{"link": f"{SITE}/{n}"} for n in range(10_000)]
    texts = [{"description": f"{LONG} {n}"} for n in range(150)]
    articles, links, (record,) = found(rss(*pages, *texts))
    assert (len(articles), len(links), record.is_asked) == (150, 100, False)
    assert record.where == "9,900 of the 10,150 entries of news.xml"
    assert record.reason == "are not fetched, only the first 100 are; for more, give --limit N"
    assert len(found(rss(*pages), limit=200)[1]) == 200


@given(st.lists(st.none() | st.integers(1, 30), max_size=12), st.integers(1, 6))
def test_the_newest_are_what_sorting_gives(days, limit):
    items = [
        ITEM | {"id": str(n), "url": f"{SITE}/{n}", "date_published": d and f"2025-06-{d:02}"}
        for n, d in enumerate(days)
    ]
    if not items:
        return
    _, links, skipped = found(json_feed(*items), "f.json", limit=limit)
    order = sorted(range(len(days)), key=lambda n: (days[n] is None, -(days[n] or 0), n))
    assert [int(link.article.id.split(":")[1]) - 1 for link in links] == sorted(order[:limit])
    assert len(skipped) == (len(days) > limit)


def test_no_markup_is_left_in_what_is_known():
    escaped = "&amp;lt;b&amp;gt;Ferry&amp;lt;/b&amp;gt; &amp;amp; crew"
    _, (link,), _ = found(
        rss(
            {"title": escaped, "author": escaped, "description": escaped, "link": SITE},
            head=f"<title>{escaped}</title>",
        )
    )
    assert {link.article.title, link.article.author, link.article.text, link.article.source} == {
        "Ferry & crew"
    }


def test_without_the_extra_the_message_names_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "feedparser", None)
    path = write(tmp_path / "news.txt", rss(ENTRY))
    articles, (record,) = one([path])
    assert articles == ()
    assert record.reason == "is a feed; to read it: pip install 'summarize[web]'"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", rss(ENTRY)),
        ("a.rss", "\ufeff" + rss(ENTRY)),
        ("a.xml", rss(ENTRY).replace("1.0", "1.0' encoding='utf-16").encode("utf-16")),
        ("a.xml", rss(ENTRY).encode("utf-32")),
        (
            "a",
            "<!-- saved -->\n<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<!-- 2 -->\n<rss><channel/></rss>",
        ),
    ],
)
def test_a_feed_is_recognised(name, data):
    given_ = Input(name, data if isinstance(data, bytes) else data.encode())
    assert readers.choose(given_).name == "feed"
