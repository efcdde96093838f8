"""OPML, sitemaps, texts of links and bookmarks are links; what is not a link is named."""

import gzip

import pytest
from feeds import LONG, SITE, found, rss, sitemap
from loading import TEXT, one, write

from summarize.errors import InputError
from summarize.inputs import readers
from summarize.inputs.given import MAX_BYTES, Input
from summarize.inputs.records import Skipped
from summarize.inputs.since import first_day

ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]>'


def opml(*outlines):
    return f"<opml version='2.0'><head/><body>{''.join(outlines)}</body></opml>"


def bookmarks(*urls):
    links = "".join(f'<DT><A HREF="{url}" ADD_DATE="1">Ferry</A>\n' for url in urls)
    return (
        f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n{links}</DL><p>"
    )


@pytest.mark.parametrize(
    "line",
    [
        f"{SITE}/1",
        f"  {SITE}/1  ",
        f"<{SITE}/1>",
        f"- {SITE}/1",
        f"* <{SITE}/1>",
        f"12. [Ferry aground]({SITE}/1)",
        f"[Ferry (again)]({SITE}/1)",
    ],
)
def test_a_link_is_written_in_one_of_these_ways(line):
    articles, (link,), skipped = found(f"# Ferry\n\n{line}\n\n", "links.txt")
    assert link == (f"{SITE}/1", "links.txt:3", None)
    assert articles == skipped == []


@pytest.mark.parametrize(
    "text",
    [
        f"Read more:\n{SITE}/1\n",
        f"{SITE}/1 says so.\n",
        f"See [the report]({SITE}/1).\n",
        "# Only a heading\n",
        "ftp://courier.example/1\n",
        TEXT,
    ],
)
def test_a_text_with_anything_else_is_not_a_list(text):
    assert readers.choose(Input("a.txt", text.encode())).name == "text"


def test_a_list_that_is_cut_within_a_line_is_a_list():
    _, links, _ = found(f"{SITE}/1\n" * 3_000 + f"- {SITE}/2\n" * 3_000, "links.txt")
    assert [link.url for link in links] == [f"{SITE}/1", f"{SITE}/2"]


@pytest.mark.parametrize("broken", ["https://", "http://", "https://courier example/2"])
def test_a_broken_link_is_named_and_the_others_are_read(broken):
    _, links, (record,) = found(f"{SITE}/1\n{broken}\n{SITE}/3\n", "links.txt")
    assert [link.url for link in links] == [f"{SITE}/1", f"{SITE}/3"]
    assert record.where == "links.txt, line 2"


def test_a_line_that_is_not_a_link_to_a_page_is_named():
    lines = [f"{SITE}/1", "file:///etc/passwd", "javascript:alert(1)", "www.courier.example/2"]
    _, links, (record,) = found("\n".join(lines), "links.txt")
    assert [link.url for link in links] == [f"{SITE}/1"]
    assert record.where == "links.txt, lines 2, 3, 4"
    assert record.reason.startswith("have no http or https address of a page; ")


def test_opml_gives_its_feeds():
    outlines = [
        "<outline text='News'><outline type='rss' xmlUrl='https://a.example/f?a=1&b=2&eacute;'/>",
        "</outline><outline XMLURL='https://b.example/f'/><outline text='A folder'/>",
        "<outline type='link' url='https://c.example/f'/><outline xmlUrl='file:///etc/passwd'/>",
    ]
    _, links, (record,) = found(opml(*outlines), "feeds.opml")
    assert [link.url for link in links] == [
        "https://a.example/f?a=1&b=2é",
        "https://b.example/f",
        "https://c.example/f",
    ]
    assert {link.where for link in links} == {"feeds.opml"}
    assert record.where == "1 of the 4 feeds of feeds.opml"


def test_the_feeds_of_opml_are_limited_less_than_their_entries():
    outlines = [f"<outline xmlUrl='https://a.example/{n}'/>" for n in range(120)]
    _, links, (record,) = found(opml(*outlines), limit=1)
    assert len(links) == 100
    assert record.where == "20 of the 120 entries of news.xml"
    assert len(found(opml(*outlines), limit=120)[1]) == 120


def test_a_sitemap_gives_its_pages():
    news = (
        '<news:news xmlns:news="n"><news:publication><news:name>Courier</news:name>'
        "</news:publication><news:publication_date>2025-06-11</news:publication_date>"
        "<news:title>Ferry &amp;amp; crew</news:title></news:news>"
    )
    image = f'<image:image xmlns:image="i"><image:loc>{SITE}/x.png</image:loc></image:image>'
    _, (first, second), _ = found(
        sitemap(
            f"<loc>{SITE}/1</loc>{news}{image}",
            f"<loc> {SITE}/2\n</loc><lastmod>2025-06-12T10:00:00Z</lastmod>",
            "<loc>/3</loc>",
        )
    )
    known = first.article
    assert (first.url, known.title, known.source) == (f"{SITE}/1", "Ferry & crew", "Courier")
    assert (known.published, known.text) == ("2025-06-11", "")
    assert (second.url, second.article.published) == (f"{SITE}/2", None)  # changed, not published


def test_a_sitemap_with_a_prefix_is_read_and_its_newest_pages_are_kept():
    urls = [
        f"<s:url><s:loc>{SITE}/{n}</s:loc><s:lastmod>2025-06-{n:02}</s:lastmod></s:url>"
        for n in range(1, 10)
    ]
    data = f'<s:urlset xmlns:s="x">{"".join(urls)}</s:urlset>'
    _, links, skipped = found(data, limit=2, since=first_day("2025-06-04"))
    assert [link.url[-1] for link in links] == ["8", "9"]
    assert [record.where for record in skipped] == [
        "3 of the 9 entries of news.xml",
        "4 of the 9 entries of news.xml",
    ]


@pytest.mark.parametrize("name", ["map.xml.gz", "map"])
def test_a_sitemap_may_be_packed_with_gzip(tmp_path, name, monkeypatch):
    packed = gzip.compress(sitemap(f"<loc>{SITE}/1</loc>").encode())
    _, (link,), _ = found(packed, name)
    assert link.url == f"{SITE}/1"
    monkeypatch.setattr("summarize.inputs.web.fetch.fetch", lambda *_: [])
    assert one([write(tmp_path / name, packed)]) == ((), [])
    cut = gzip.compress(sitemap(*[f"<loc>{SITE}/{n}</loc>" for n in range(999)]).encode())[:-400]
    with pytest.raises(InputError, match="is broken or cut off"):
        found(cut)


def test_a_bomb_of_gzip_is_larger_than_50_mb():
    bomb = gzip.compress(b"<urlset>" + b" " * MAX_BYTES)
    with pytest.raises(InputError, match="is larger than 50 MB"):
        found(bomb)
    assert readers.choose(Input("a.gz", gzip.compress(b"Storm"))).name == "text"


def test_an_index_gives_its_sitemaps_from_the_newest():
    entries = "".join(
        f"<sitemap><loc>{SITE}/{n}.xml</loc><lastmod>2025-06-{n:02}</lastmod></sitemap>"
        for n in range(1, 4)
    )
    _, links, _ = found(f"<sitemapindex>{entries}</sitemapindex>")
    assert links[0] == (f"{SITE}/3.xml", "news.xml", None)
    assert len(links) == 3


def test_bookmarks_are_links():
    _, links, _ = found(
        bookmarks(f"{SITE}/1?a=1&amp;b=2", "javascript:x", "place:folder=1"), "b.html"
    )
    assert [link.url for link in links] == [f"{SITE}/1?a=1&b=2"]


@pytest.mark.parametrize("make", [opml, sitemap])
def test_xml_that_is_cut_gives_what_comes_before(make):
    whole = f"<outline xmlUrl='{SITE}/1'/><loc>{SITE}/1</loc>"
    data = make(whole, whole).partition("</body>")[0].removesuffix("</urlset>")
    _, links, skipped = found(data)
    assert len(links) == 1
    assert skipped[-1].reason.startswith("cannot be read to its end (line 1); ")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (ENTITY + opml(), "declares entities of XML"),
        (ENTITY + sitemap(), "declares entities of XML"),
        (opml("<outline text='x'/>"), "is OPML that has no link to a feed"),
        ("<opml><body", "is OPML that cannot be read (line 1); "),
        (sitemap(), "is a sitemap that has no link to a page"),
        (sitemap("<loc>/x</loc>"), "is a sitemap that has no link to a page"),
        ("<urlset><url" * 50_000, "is a sitemap that cannot be read (line 1); "),
        ("<?xml version='1.0' encoding='x-no'?><urlset/>", "is a sitemap that cannot be read ("),
        (bookmarks("javascript:x"), "has no link to a page; "),
        ("https://[\n", "has no link to a page; "),
    ],
)
def test_a_list_that_cannot_be_used_is_one_line(data, reason):
    with pytest.raises(InputError) as error:
        found(data)
    assert str(error.value).startswith(reason)


class Web:
    """Pages by their addresses, in place of the network."""

    def __init__(self, pages):
        self.pages = pages
        self.asked = []

    def fetch(self, links, _):
        for link in {link.url: link for link in reversed(links)}.values():
            self.asked.append(link.url)
            page = self.pages.get(link.url)
            if page is None:
                yield link, Skipped(link.url, "was not found")
            else:
                yield link, Input(link.url, page.encode(), url=link.url)


@pytest.fixture
def web(monkeypatch):
    pages = Web({})
    monkeypatch.setattr("summarize.inputs.web.fetch.fetch", pages.fetch)
    return pages


def test_a_list_leads_to_feeds_and_these_to_pages(tmp_path, web):
    web.pages = {
        f"{SITE}/feed": rss({"link": f"{SITE}/1", "title": "Ferry"}, {"description": LONG}),
        f"{SITE}/1": TEXT,
    }
    articles, skipped = one(
        [write(tmp_path / "feeds.opml", opml(f"<outline xmlUrl='{SITE}/feed'/>"))]
    )
    assert [article.text for article in articles] == [LONG, TEXT]
    assert (articles[1].title, articles[1].source) == ("Ferry", "Lunde Courier")
    assert skipped == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [("Vik Times", "Vik Times"), ("courier.example", "Lunde Courier"), ("", "Lunde Courier")],
)
def test_the_feed_names_the_source_where_the_page_has_only_its_host(
    tmp_path, web, source, expected
):
    web.pages = {f"{SITE}/1": f"Title: On the page\nSource: {source}\n\n{TEXT}"}
    feed = rss({"link": f"{SITE}/1", "title": "In the feed"})
    (article,), _ = one([write(tmp_path / "a.xml", feed)])
    assert (article.title, article.source) == ("On the page", expected)


def test_a_feed_that_names_itself_is_fetched_once(tmp_path, web):
    feed = rss({"link": f"{SITE}/feed"}, {"link": f"{SITE}/1"})
    web.pages = {f"{SITE}/feed": feed, f"{SITE}/1": TEXT}
    articles, skipped = one([f"{SITE}/feed", write(tmp_path / "a.xml", feed)])
    assert [article.text for article in articles] == [TEXT]
    assert sorted(web.asked) == [f"{SITE}/1", f"{SITE}/feed"]
    assert skipped == []


def test_an_entry_that_leads_to_another_feed_is_not_followed(tmp_path, web):
    web.pages = {f"{SITE}/2": rss({"link": f"{SITE}/3"})}
    articles, (record,) = one([write(tmp_path / "a.xml", rss({"link": f"{SITE}/2"}))])
    assert articles == ()
    assert (record.where, web.asked) == (f"{SITE}/2", [f"{SITE}/2"])
    assert record.reason.startswith("is a list of links, not an article; ")


def test_what_a_feed_gives_of_a_page_that_is_lost_is_used(tmp_path, web):
    item = {"link": f"{SITE}/1", "description": TEXT.strip()}
    articles, (record,) = one([write(tmp_path / "a.xml", rss(item))])
    assert [article.text for article in articles] == [TEXT.strip()]
    assert (record.where, web.asked) == (f"{SITE}/1", [f"{SITE}/1"])


def test_no_link_is_followed_offline(tmp_path, web):
    web.pages = {f"{SITE}/1": TEXT}
    feed = rss({"link": f"{SITE}/1", "description": TEXT.strip()}, {"link": f"{SITE}/2"})
    paths = [write(tmp_path / "a.xml", feed), write(tmp_path / "b.txt", f"{SITE}/3")]
    articles, skipped = one(paths, offline=True)
    assert [article.text for article in articles] == [TEXT.strip()]  # what the feed gives of it
    assert [record.where for record in skipped] == [f"{SITE}/{n}" for n in (1, 2, 3)]
    assert web.asked == []
    assert one(paths)[0][0].text == TEXT  # where links are followed


def test_lists_in_lists_end(tmp_path, web):
    web.pages = {f"{SITE}/{n}": f"{SITE}/{n + 1}\n{SITE}/x{n}" for n in range(9)}
    _, skipped = one([write(tmp_path / "links.txt", f"{SITE}/0")])
    deep = [record for record in skipped if "is a list in a list in a list" in record.reason]
    assert len(deep) == 2
    assert len(web.asked) == 5


def test_the_date_of_a_page_decides_before_that_of_the_sitemap(tmp_path, web):
    web.pages = {f"{SITE}/1": f"Date: 2025-06-01\n\n{TEXT}", f"{SITE}/2": TEXT}
    entries = [f"<loc>{SITE}/{n}</loc><lastmod>2025-06-20</lastmod>" for n in (1, 2)]
    path = write(tmp_path / "map.xml", sitemap(*entries))
    articles, (record,) = one([path], since=first_day("2025-06-10"))
    assert [article.url for article in articles] == [f"{SITE}/2"]
    assert record.where == "1 article"
