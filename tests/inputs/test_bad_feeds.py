"""Feeds that are broken, hostile, empty or in odd encodings: what cannot be read is one line."""

import json

import pytest
from feeds import LONG, SENTENCE, SITE, found, rss

from summarize.errors import InputError
from summarize.inputs import readers
from summarize.inputs.given import MAX_BYTES, Input
from summarize.inputs.options import LoadOptions

JSON = {"version": "https://jsonfeed.org/version/1.1"}


def json_feed(*items):
    return json.dumps(JSON | {"items": items})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_is_cut_off_is_named(encoding):
    whole = rss({"description": LONG}, {"description": f"{LONG} Then it left."})
    for data, is_cut in ((whole, False), (whole[:-60], True), (whole.replace("Then", "<"), False)):
        _, _, skipped = found(data.encode(encoding))
        assert any("is cut off, " in record.reason for record in skipped) is is_cut


CAFE = "<rss><channel><item><description>Café at the harbour</description></item></channel></rss>"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (CAFE.encode(), None),
        (CAFE.encode(), "iso-8859-1"),  # the server is wrong
        (f"<?xml version='1.0' encoding='iso-8859-1'?>{CAFE}".encode(), None),  # the XML is wrong
        (f"<?xml version='1.0' encoding='iso-8859-1'?>{CAFE}".encode("latin-1"), "utf-8"),
        (f"<?xml version='1.0' encoding='ascii'?>{CAFE}".encode("utf-16"), None),
        (f"<?xml version='1.0'?>{CAFE}".encode("utf-8-sig"), None),
        (CAFE.encode("latin-1"), "iso-8859-1"),
    ],
)
def test_the_encoding_is_what_the_bytes_show(data, charset):
    given_ = Input("f.xml", data, f"{SITE}/f.xml", charset=charset)
    (article,) = readers.read(given_, LoadOptions())
    assert article.text == "Café at the harbour"


def test_an_encoding_that_is_given_counts():
    (article,), _, _ = found(CAFE.encode("cp437"), encoding="cp437")
    assert article.text == "Café at the harbour"


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "data",
    [
        f'<!DOCTYPE rss [<!ENTITY a0 "lol">{BOMB}]>' + rss({"title": "&a11;", "description": LONG}),
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + rss({"title": "&x;", "description": LONG}),
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">' + rss({"description": LONG}),
        rss("<a>" * 20_000, {"description": LONG}),
        rss({"description": LONG})[:-20],
        rss({"description": LONG, "title": "Storm & flood <x"}),
    ],
)
def test_hostile_and_broken_xml_gives_what_can_be_read(data):
    (article,), _, _ = found(data.replace('<?xml version="1.0"?>', ""))
    assert article.text == LONG
    assert len(article.title or "") < 20


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rss(), "is a feed without entries; "),
        ("<rss", "is a feed that cannot be read; "),
        ("<nitf><body>Storm</body></nitf>", "is XML, but not a feed, a sitemap or OPML; "),
        ("<rss>" + "<item/>" * 2_000_001, "has over 2,000,000 tags and entities; "),
        (b"<rss>" + b" " * MAX_BYTES, "is larger than 50 MB; "),
        (json.dumps(JSON), "is a feed without entries; "),
        (json_feed("x")[:-3], "is not JSON: "),
        (json_feed("x")[:-1] + ',"a":' + "[" * 100_000, "is nested too deeply; fix the feed"),
        (json_feed("x").replace('"x"', "9" * 5_000), "has a number with thousands of digits; "),
        (
            json_feed("x")[:-1] + ',"a":[' + "0," * 2_000_001,
            "has over 1,000,000 values; split the feed",
        ),
    ],
)
def test_a_feed_that_cannot_be_used_is_one_line(data, reason):
    with pytest.raises(InputError) as error:
        found(data)
    assert str(error.value).startswith(reason)


def test_a_json_feed_may_have_values_of_any_type():
    odd = {"id": 7, "url": {}, "title": 3, "content_html": [], "date_published": 7, "authors": [1]}
    (article,), links, (record,) = found(json_feed(1, None, odd, {"content_text": SENTENCE}))
    assert (article.text, links) == (SENTENCE, [])
    assert record.where == "3 of the entries of news.xml"


def test_a_parser_that_fails_is_one_line(monkeypatch):
    import feedparser

    def fail(*_, **__):
        raise RuntimeError

    monkeypatch.setattr(feedparser, "parse", fail)
    with pytest.raises(InputError, match="is a feed that cannot be read"):
        found(rss({}))
