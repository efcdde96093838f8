"""The language that an input declares is kept, and decides only where the text does not."""

import json
from dataclasses import replace

import pytest
from documents import LONG, epub, mail
from feeds import found, rss
from loading import one, write
from pages import page
from reports import REPORTS

from summarize import Article, summarize
from summarize.inputs.save import as_markdown, save
from summarize.languages.declared import code_of
from summarize.languages.identify import find, identify

GERMAN = REPORTS["de"][0]
SHORT = "Feuer im Hafen: Zwei Verletzte."
NORSE = "En ferje gikk på grunn. En ferge gik på grund. "  # as much Danish as Norwegian


def declared(tmp_path, name, data):
    articles, _ = one([write(tmp_path / name, data)])
    return [article.language for article in articles]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<html lang="pt-BR">', "pt-BR"),
        ('<html xml:lang="zh-Hant">', "zh-Hant"),
        ('<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nb" lang="nb">', "nb"),
        ('<html><meta property="og:locale" content="de_DE">', "de_DE"),
        ('<html><meta http-equiv="Content-Language" content="de">', "de"),
        ('<html lang=""><meta property="og:locale" content="cs_CZ">', "cs_CZ"),
        ('<html><meta http-equiv="content-language" content="de, en">', None),
        ('<html lang="{{ lang }}">', None),
        ("<html>", None),
    ],
)
def test_a_page_declares_its_language(tmp_path, head, expected):
    html = page().replace('<html lang="en">', head)
    assert declared(tmp_path, "a.html", html) == [expected]


@pytest.mark.parametrize(
    ("channel", "item", "expected"),
    [
        ("<language>pt-br</language>", "", "pt-br"),
        ("<dc:language>fr</dc:language>", "", "fr"),
        ("<language>multi, de</language>", "", None),
        ("", "", None),
    ],
)
def test_a_feed_declares_its_language(channel, item, expected):
    head = f"<title>Post</title>{channel}"
    feed = rss(f"<title>Ferry</title><description>{LONG}</description>{item}", head=head)
    feed = feed.replace("<rss ", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" ')
    (article,), _, _ = found(feed)
    assert article.language == expected


def test_an_entry_of_atom_declares_its_language():
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title>'
        f'<entry xml:lang="de"><title>a</title><id>1</id><content>{LONG}</content></entry>'
        f"<entry><title>b</title><id>2</id><content>{LONG} b</content></entry>"
        '<entry xml:lang="da"><title>c</title><id>3</id><link href="https://a.example/c"/></entry>'
        "</feed>"
    )
    articles, links, _ = found(feed)
    assert [article.language for article in articles] == ["de", "en"]
    assert [link.article.language for link in links] == ["da"]


def test_json_feed_declares_its_language():
    items = [{"id": "1", "content_text": LONG}, {"id": "2", "content_text": "b " + LONG}]
    items[0]["language"] = "de"
    feed = {"version": "https://jsonfeed.org/version/1.1", "language": "nb", "items": items}
    articles, _, _ = found(json.dumps(feed), "news.json")
    assert [article.language for article in articles] == ["de", "nb"]


def test_a_book_and_a_message_declare_their_language(tmp_path):
    chapter = f"<html><body><h1>Ferry</h1><p>{LONG}</p></body></html>"
    book = epub(chapter, chapter.replace("<html>", '<html xml:lang="da">').replace("ferry", "boat"))
    assert declared(tmp_path, "a.epub", book) == [None, "da"]
    message = mail(LONG)
    assert declared(tmp_path, "a.eml", message) == [None]
    message = b"Content-Language: de-AT\r\n" + message
    assert declared(tmp_path, "b.eml", message) == ["de-AT"]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"language": "pt-BR"}, "pt-BR"),
        ({"lang": "nb"}, "nb"),
        ({"inLanguage": "German"}, "German"),
        ({"language": ["de"]}, None),
        ({"language": 5, "lang": "de"}, "de"),
        ({"language": "??"}, None),
        ({}, None),
    ],
)
def test_a_record_declares_its_language(tmp_path, record, expected):
    record = {"text": LONG, **record}
    assert declared(tmp_path, "a.json", json.dumps(record)) == [expected]
    assert declared(tmp_path, "a.jsonl", json.dumps(record) + "\n") == [expected]
    assert Article.from_dict(record).language == expected


def test_a_table_a_download_and_front_matter_declare_their_language(tmp_path):
    assert declared(tmp_path, "a.csv", f'lang,body\nde,"{LONG}"\n,"{LONG} b"\n') == ["de", None]
    factiva = f"HD\nFerry\n\nLA\nGerman\n\nLP\n{LONG}\n\nTD\n{LONG}\n"
    assert declared(tmp_path, "a.txt", factiva) == ["German"]
    front = f"---\ntitle: Ferry\nlang: de\n---\n\n{LONG}\n"
    assert declared(tmp_path, "a.md", front) == ["de"]
    assert declared(tmp_path, "b.txt", LONG) == [None]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("pt-BR", "pt"),
        ("zh-Hant", "zh"),
        ("zh_TW", "zh"),
        ("nb", "no"),
        ("nn-NO", "no"),
        ("DE", "de"),
        ("deu", "de"),
        ("German", "de"),
        ("iw", "he"),
        ("sw", "und"),
        ("und", "und"),
        ("x-default", "und"),
        ("", "und"),
        (None, "und"),
    ],
)
def test_a_tag_is_read_as_a_code(tag, code):
    assert code_of(tag) == code


@pytest.mark.parametrize(
    ("text", "tag", "code"),
    [
        (GERMAN, "en", "de"),  # a clear vote
        (GERMAN, "nl", "de"),
        (GERMAN, "xx", "de"),
        (SHORT, "de", "de"),
        (SHORT, "de-AT", "de"),
        (SHORT, None, "und"),
        (SHORT, "xx", "und"),
        (SHORT, "ru", "und"),  # another script
        ("The ferry ran aground on Monday.", "de", "en"),  # its words speak against it
        ("De man is in de war", "nl", "nl"),
        ("De man is in de war", None, "en"),
        (NORSE * 5, None, "und"),
        (NORSE * 5, "nb", "no"),
        (NORSE * 5, "da-DK", "da"),
        (NORSE * 5, "fr", "und"),
        ("Quisque nibh elit, varius nec lobortis vel, consequat vitae ante. " * 5, "de", "und"),
        ("東京都港区", "ja", "ja"),
        ("東京都港区", "zh-Hant", "zh"),
        ("東京都港区", None, "und"),
        (REPORTS["zh"][0], "ja", "zh"),
        (REPORTS["ja"][0], "zh", "ja"),
        ("", "de", "und"),
    ],
)
def test_what_is_declared_decides_in_doubt_only(text, tag, code):
    assert identify(text, tag) == code


def test_short_articles_are_in_the_languages_that_are_declared():
    articles = [
        Article(SHORT, language="de"),
        Article("Der Hafen brennt.", language="de"),
        Article("Incendie au port : deux blessés.", language="fr"),
    ]
    assert find(articles).each == ("de", "de", "fr")
    assert find(articles, "nl").each == ("nl",) * 3


def test_the_declared_language_is_in_the_json_and_is_verified(tmp_path):
    articles = [
        Article("Das Feuer im Hafen verletzte am Montag zwei Arbeiter.", language="de-AT"),
        Article("Zwei Arbeiter wurden am Montag bei dem Feuer verletzt."),
    ]
    summary = summarize(articles)
    assert summary.language == "de"
    listed = json.loads(summary.to_json())["documents"]
    assert sorted(each.get("declared_language", "") for each in listed) == ["", "de-AT"]
    assert {each["language"] for each in listed} == {"de"}
    assert summary.verify(articles) == []
    assert summary.verify([replace(articles[0], language="nl"), articles[1]]) != []
    save(articles, tmp_path)
    again, _ = one([str(tmp_path)])
    assert {article.language for article in again} == {"de-AT", None}
    assert summarize(again).language == "de"
    assert 'language: "de-AT"' in as_markdown(articles[0])
