"""Text in another format than prose is named with what to do; prose about formats is prose."""

import io
import json

import pytest
from loading import TEXT, one, reason, write

from summarize.inputs.formats import is_html, other_format
from summarize.inputs.kinds import is_table

STORM = "The storm took the roof off the school in Vik on Sunday night, the mayor said."
REPAIR = "Repairs will take until the end of the autumn, and pupils move to the town hall."

HTML = [
    f"<p>{STORM}</p>",
    f"Storm hits Vik<br><br>{STORM}<br/><br/>{REPAIR}",
    f"Skip to content\n\n<h2>Storm hits Vik</h2>\n<p>{STORM}</p>\n\n<P CLASS=x>{REPAIR}\n",
    f"<article>\n{STORM}\n{REPAIR}\n</article>",
    f'{STORM} <a href="/more">More</a>',
    f"<!-- wp:paragraph -->\n<p>{STORM}</p>\n<!-- /wp:paragraph -->",
    f"<!--[if lt IE 9]> <html class=ie> <![endif]-->\n<html lang=no><head>\n\n{STORM * 9}",
    f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!DOCTYPE html>\n\n{STORM * 9}",
    f"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><p>{STORM}</p></html>",
    f"<ul>\n<li>{STORM}</li>\n<li>{REPAIR}</li>\n</ul>",
]
XML = [
    f"<?xml version='1.0'?>\n<nitf><body><p>{STORM}</p></body></nitf>",
    f"<DOC>\n<DOCNO> VIK-1 </DOCNO>\n<TEXT>\n{STORM}\n</TEXT>\n</DOC>\n<DOC>\n</DOC>\n",
    f"<!-- exported -->\n<newsItem guid='1'>\n<text>{STORM}</text>\n</newsItem>\n",
]
FEEDS = [
    f"<?xml version='1.0'?>\n<rss version='2.0'><channel><title>Vik</title><item>{STORM}",
    f"<rss><channel><item><description>&lt;p&gt;{STORM}</description></item></channel></rss>",
    f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>{STORM}</summary></entry></feed>",
    f'<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<rdf:RDF>\n<item>{STORM}</item>',
]
JSON = [
    json.dumps({"headline": "Storm", "body": STORM}),
    json.dumps([{"body": STORM}, {"body": REPAIR}], indent=2),
    "\n".join(json.dumps({"n": n, "body": STORM}) for n in range(3)),
    json.dumps([STORM, REPAIR]),
    "{'headline': 'Storm', 'body': None}",
    json.dumps({"documents": [{"text": STORM}]}),
]
SUBTITLES = [
    f"WEBVTT\n\n00:01.000 --> 00:04.000\n{STORM}\n",
    f"WEBVTT - sound of the storm\n\n{STORM}",
    f"\n1\r\n00:00:01,000 --> 00:00:04,000\r\n{STORM}\r\n",
    f"Captions by Ann\n\n1\n0:00:01.5 --> 0:00:04.0\n{STORM}\n\n2\n0:00:04.0 --> 0:00:05.0\nYes.",
    f"0:00:01.000,0:00:04.000\n{STORM}\n\n0:00:04.000,0:00:08.000\n{REPAIR}\n",
    f"[Script Info]\nTitle: Vik\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:04.00,,,0,0,0,,{STORM}",
]
WITH_TEXT = [
    f'title,text\nStorm,"{STORM}"\n',
    f'id;date;text\n1;2025-06-11;"{STORM}"\n2;2025-06-12;"{REPAIR}\n\nMore later."\n',
    f"title\ttext\nStorm\t{STORM}\nRepairs\t{REPAIR}\n",
    f'place\ttext\nVik\t"No," she said.\nOs\t"{STORM}\n',
    "id,text\n" + "".join(f'{n},"{STORM}\n{REPAIR}"\n' for n in range(2000)),  # cut within a cell
]
WITHOUT_TEXT = [
    f'2025-06-11,Lunde Post,"{STORM}"\r\n2025-06-12,Vik Times,"{REPAIR}"\r\n',
    "name, town, damage, cost\nA, Vik, roof, 7\nB, Vik, door, 1\nC, Os, car, 9\n",
    "place|wind|gusts\nVik|21|34\nOs|18|29\n",
]
STORIES = [
    f"{STORM} ||||| {REPAIR}\n{REPAIR} ||||| {STORM}\n",
    f"{STORM} NEWLINE_CHAR {REPAIR} story_separator_special_tag {REPAIR}\n",
]
MAILBOXES = [
    f"From ann@example.org Wed Jun 11 10:00:00 2025\nSubject: Storm\n\n{STORM}\n",
    f"From MAILER-DAEMON Wed Jun 11 10:00:00 2025\n\n{STORM}\n\nFrom b Thu Jun 12 1:00:00 2025\n",
    f"From ann@example.org Wed Jun 4 10:00:00 2025\nSubject: Storm\n\n{STORM}\n",
    f"From - Mon Dec  1 08:30:00 2025\nX-Status: 0001\n\n{STORM}\n",
]
MAILS = [
    f"From: a@example.org\nSubject: Storm\nContent-Type: multipart/mixed;\n boundary=x\n\n{STORM}",
    "Received: by x\n\tfor y\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nVGhlIHN0b3",
    f"To: b\nContent-Type: text/html; charset=utf-8\n\n{STORM}",
]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (name, text)
        for name, texts in {
            "XML": XML,
            "subtitles": SUBTITLES,
            "a table (CSV or TSV)": WITHOUT_TEXT,
            "several articles": STORIES,
        }.items()
        for text in texts
    ],
)
def test_another_format_is_named_with_what_to_do(name, text):
    assert reason(text.encode()).startswith(f"is {name}; ")


@pytest.mark.parametrize("text", JSON)
def test_json_is_not_the_text_of_an_article(text):
    assert (other_format(text) or "").startswith("is JSON; ")


@pytest.mark.parametrize("text", WITH_TEXT)
def test_a_table_is_not_the_text_of_an_article_and_is_read_by_its_content(text):
    assert (other_format(text) or "").startswith("is a table (CSV or TSV); ")
    assert is_table(b"", text[:100_000])
    articles, skipped = one(["-"], stdin=io.BytesIO(text.encode()))
    assert {article.text.strip('"\n')[:20] for article in articles} >= {STORM[:20]}
    assert skipped == []


@pytest.mark.parametrize("text", [*WITHOUT_TEXT, STORM, "Title, text\n\nOf a play, and more.\n"])
def test_prose_and_a_table_without_a_text_are_not_read_as_a_table(text):
    assert not is_table(b"", text)


SAVED = "From: <Saved by Blink>\nSubject: Vik\ncontent-type: multipart/related; boundary=b\n\n--b\n"


@pytest.mark.parametrize("text", [*HTML, SAVED])
def test_a_page_whose_extra_is_missing_names_the_extra(text, monkeypatch):
    monkeypatch.setattr("summarize.inputs.readers.find_spec", lambda _: None)
    kind = "is a saved page" if text is SAVED else "is HTML"
    assert reason(text.encode()) == f"{kind}; to read it: pip install 'summarize[web]'"


@pytest.mark.parametrize("text", HTML)
def test_a_page_is_html_and_nothing_else_that_holds_a_page_is(text):
    assert is_html(b"", text)
    for outside in (
        f"From: a@example.org\nSubject: Storm\nContent-Type: multipart/mixed; boundary=b\n\n{text}",
        f"From ann@example.org Wed Jun 11 10:00:00 2025\nSubject: Storm\n\n{text}",
        f"<rss>\n<channel>\n<item>\n{text}\n</item></channel></rss>",
        f"WARC/1.0\r\nWARC-Type: response\r\n\r\n{text}",
        json.dumps({"body": text}),
    ):
        assert not is_html(b"", outside), outside


@pytest.mark.parametrize("text", FEEDS)
def test_a_feed_as_the_text_of_an_article_is_named(tmp_path, text):
    event = {"documents": [{"text": TEXT}, {"text": text}]}
    _, (skipped,) = one([write(tmp_path / "a.jsonl", json.dumps(event))])
    assert skipped.reason.startswith("document 2 is an RSS or Atom feed; ")


@pytest.mark.parametrize(
    "text",
    [
        STORM,
        f"{STORM}\n\nThe page was lost because a <p> was never followed by a </p>.\n\n{REPAIR}",
        "Write `<p>` before a paragraph and `</p>` after it, the teacher said.",
        f"{STORM}\n\n{REPAIR}\n\n<iframe src='https://example.org/map'></iframe>\n\n{STORM}",
        f"Ann Ray <ann@example.org> wrote <https://example.org/vik> about it. {STORM}",
        "<3 and >:( were the answers, and 2 < 3 > 1 was on the wall. Nobody was hurt.",
        f"[Ann Ray](https://example.org) was there. {STORM}",
        f"[[Ann Ray]] was there. {STORM}",
        f"{{{STORM}}}",
        f'["No," she said.] {STORM}',
        f"[00:00:04] HOST: {STORM}\n[00:00:12] ANN: {REPAIR}",
        f"10:15 {STORM}\n\n11:20 {REPAIR}",
        f"The subtitle read 00:00:01,000 --> 00:00:04,000, he said. {STORM}",
        "Storm hits Vik, two hurt\n\nA roof fell, police said.\n\nA car burned, they said.",
        "Storm hits Vik, two hurt\nA roof fell, police said.\nA car burned, they said.",
        "A storm, a roof, a car, a town\nRain, wind, hail, snow.\nThen, at last, calm, he said.",
        f"Title:\tStorm\nSource:\tVik Times\n\n{STORM}",
        f"Ann Ray, Bo Lee and Cy Os\n{STORM}\n{REPAIR}",
        "1,310,220\n2,310,220\nThe index fell.",
        f"\t{STORM}\n\t{REPAIR}",
        "From Vik on Wed 11 June at 10:00 to Os in 2025, the storm grew. Nobody was hurt.",
        f"From: a@example.org\nSubject: Storm\nContent-Type: text/plain\n\n{STORM}",
        f"{STORM}\n\nContent-Type: multipart/mixed is what the mail said.",
    ],
)
def test_an_article_that_holds_signs_of_a_format_is_prose(text):
    assert other_format(text) is None
    assert not is_html(b"", text)


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "{", '["', "a,", "a\t", "1\n", "X: y\n ", "<!--", "00:"]
)
def test_no_repeated_sign_breaks_a_rule(piece):
    for text in (piece * 50_000, "content-" + piece * 50_000, f"{piece}\n" * 20_000):
        other_format(text)


@pytest.mark.parametrize(
    ("texts", "name"), [(MAILBOXES, "is a mailbox (mbox); "), (MAILS, "is an e-mail in MIME; ")]
)
def test_messages_as_the_text_of_a_document_are_named(texts, name):
    assert all((other_format(text) or "").startswith(name) for text in texts)


def test_a_document_of_a_batch_in_another_format_is_named(tmp_path):
    event = {"documents": [{"text": HTML[0]}, {"text": TEXT}, SUBTITLES[0]]}
    articles, skipped = one([write(tmp_path / "a.jsonl", json.dumps(event))])
    assert [article.text for article in articles] == [TEXT]
    assert [record.reason.partition(";")[0] for record in skipped] == [
        "document 1 is HTML",
        "document 3 is subtitles",
    ]


def test_all_that_is_in_a_folder_is_read_or_named(tmp_path):
    texts = [*XML, *SUBTITLES, *WITHOUT_TEXT]
    others = [write(tmp_path / f"{n:02}.txt", text) for n, text in enumerate(texts)]
    read = [
        write(tmp_path / "z.md", f"# A storm\n\n**{STORM}**"),
        write(tmp_path / "z.txt", REPAIR),
        *(write(tmp_path / f"p{n:02}.txt", text * 9) for n, text in enumerate(HTML)),
    ]
    for suffix in (".one", ".two", ".three"):
        write(tmp_path / f"z{suffix}", STORM)
    articles, skipped = one([str(tmp_path)])
    assert sorted(article.path for article in articles) == sorted(read)
    *named, rest = sorted(skipped, key=lambda record: record.where.startswith("3 of"))
    assert [record.where for record in named] == others
    assert "z.one, z.three, z.two" in rest.reason
