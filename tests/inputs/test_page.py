"""Web pages become articles: their main text, and what they say of themselves."""

import io
import json
import logging
import os
import subprocess
import sys
from importlib.util import find_spec
from itertools import pairwise

import pytest
from loading import one, write
from pages import PARAGRAPHS, TITLE, page

from summarize.errors import InputError
from summarize.inputs.given import Input
from summarize.inputs.html.charset import decode_page
from summarize.inputs.html.tree import MOST_BYTES, MOST_DEPTH, MOST_ELEMENTS
from summarize.inputs.options import LoadOptions
from summarize.inputs.readers.page import extract_html, read

TEXT = "\n\n".join([TITLE, *PARAGRAPHS])


def article(html, **known):
    data = html if isinstance(html, bytes) else html.encode()
    (found,) = read(Input("ferry.html", data, **known), LoadOptions())
    return found


def meta(name, content, key="property"):
    return f'<meta {key}="{name}" content="{content}">'


def test_the_text_is_that_of_the_article_with_a_blank_line_between_paragraphs():
    found = article(page())
    assert found.text == TEXT
    assert found.title == TITLE
    assert found.extractor.startswith("trafilatura ")
    assert (found.id, found.path) == ("ferry.html", "ferry.html")
    assert (found.source, found.author, found.published, found.url) == (None,) * 4


def test_what_a_page_shows_over_a_word_only_is_not_in_the_sentence():
    popup = '<span class="person-rollover"><b>Ann RayAnn Ray</b>More about Ann Ray</span>'
    emphasis = '<span class="person">Ann Ray</span>'
    link = '<a class="rollover-link" href="/ray">Ann Ray</a>'
    around = f'<span class="rollover-people">{link}{popup}</span>'
    first = PARAGRAPHS[0]
    begin, _, end = first.partition(" ")
    named = f"{begin} Ann Ray {end}"
    for inside, expected in ((popup, f"{begin} {end}"), (emphasis, named), (around, named)):
        html = page().replace(first, f"{begin} {inside} {end}")
        assert inside in html
        assert " ".join(article(html).text.split("\n\n")[1].split()) == expected


LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2025-06-11T08:15:00+02:00",
        "author": {"@type": "Person", "name": "Ann Ray"},
        "publisher": {"@type": "Organization", "name": "Lunde Post"},
    }
)


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (meta("og:site_name", "Lunde Post"), "source", "Lunde Post"),
        (meta("article:publisher", "https://social.example/lundepost"), "source", None),
        ('<link rel="canonical" href="https://www.post.example/ferry">', "source", "post.example"),
        (
            '<link rel="canonical" href="https://post.example/ferry">',
            "url",
            "https://post.example/ferry",
        ),
        ('<link rel="Canonical" href="https://post.example/a">', "url", "https://post.example/a"),
        (meta("og:url", "https://post.example/ferry"), "url", "https://post.example/ferry"),
        (
            '<link rel="canonical" href="https://post.example/a">'
            + meta("og:url", "https://post.example/b"),
            "url",
            "https://post.example/a",
        ),
        ('<link rel="canonical" href="javascript:alert(1)">', "url", None),
        ('<link rel="canonical" href="https://[">', "url", None),
        (
            "<!-- saved from url=(0026)https://post.example/ferry -->",
            "url",
            "https://post.example/ferry",
        ),
        (
            "<!--\n Page saved with SingleFile \n url: https://post.example/ferry \n -->",
            "url",
            "https://post.example/ferry",
        ),
        (meta("author", "Ann Ray", "name"), "author", "Ann Ray"),
        (meta("article:published_time", "2025-06-11T08:15:00Z"), "published", "2025-06-11"),
        (f'<script type="application/ld+json">{LD}</script>', "published", "2025-06-11"),
        (f'<script type="application/ld+json">{LD}</script>', "author", "Ann Ray"),
        (f'<script type="application/ld+json">{LD}</script>', "source", "Lunde Post"),
        ("", "published", None),
    ],
)
def test_what_a_page_says_of_itself_is_used(head, field, value):
    assert getattr(article(page(head=head)), field) == value


def test_the_address_of_a_page_that_was_fetched_is_used_whatever_the_page_says():
    html = page(head='<link rel="canonical" href="https://other.example/x">')
    found = article(html, url="https://www.post.example/ferry")
    assert (found.url, found.source) == ("https://www.post.example/ferry", "post.example")


@pytest.mark.parametrize(
    ("tag", "headings", "title"),
    [
        (f"{TITLE} | Lunde Post", ["Lunde Post", TITLE], TITLE),
        (TITLE, [f"News: {TITLE}"], TITLE),
        (f"{TITLE} - Lunde Post", ["Lunde Post"], TITLE),
        (f"{TITLE} - Lunde Post", [], TITLE),
        ("Lunde Post", [TITLE], TITLE),
        ("", [TITLE], TITLE),
        ("Lunde Post: news", ["Log in", TITLE], "Lunde Post: news"),
    ],
)
def test_the_title_is_the_heading_that_the_page_names(tag, headings, title):
    shown = "".join(f"<h1>{heading}</h1>" for heading in headings)
    site = meta("og:site_name", "Lunde Post")
    html = f"<html><head><title>{tag}</title>{site}</head><body>{shown}<p>{TEXT}</p></body></html>"
    assert article(html).title == title


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b><p>three<br>four<br><br>five", "One two\n\nthree\nfour\n\nfive"),
        ("One <b>two</b>\n\nthree &amp; four", "One two\n\nthree & four"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<table><tr><td>a<td>b</table>", "a\n\nb"),
        ("a <script>b</script><style>c</style><!-- d --> e", "a e"),
        ('a<div style="display: none">b</div><p hidden>c</p>d', "a\n\nd"),
        ("<html><head><title>a</title></head><body>b</body></html>", "b"),
        ("a&nbsp;b &lt;c&gt;", "a b <c>"),
        ("&amp;lt;p>", "&lt;p>"),
        ("a\0b", "a b"),
        ("lone \ud800", "lone ?"),
    ],
)
def test_all_the_text_of_a_piece_of_html_is_kept_in_its_paragraphs(html, text):
    found = extract_html(html, fragment=True)
    assert found.text == text
    assert found.extractor.startswith("lxml ")


@pytest.mark.parametrize("html", ["", " \n", "<br>", "<script>a</script>", "<!-- a -->", "<p></p>"])
def test_a_piece_of_html_without_text_is_refused(html):
    with pytest.raises(InputError, match="; "):
        extract_html(html, fragment=True)


def test_html_is_read_under_any_name_and_on_standard_input(tmp_path):
    for name in ("a.txt", "a", "a.html", "a.md"):
        ((found,), skipped) = one([write(tmp_path / name, page())])
        assert (found.text, found.title, skipped) == (TEXT, TITLE, [])
    ((found,), _) = one(["-"], stdin=io.BytesIO(page().encode()))
    assert (found.text, found.path) == (TEXT, None)


def test_a_header_above_a_piece_of_html_is_read_and_is_not_text(tmp_path):
    header = "Title: Ferry\nSource: Lunde Post\nDate: 11 June 2025"
    ((found,), _) = one([write(tmp_path / "a.txt", f"{header}\n\n<p>{PARAGRAPHS[0]}</p>\n")])
    assert found.text == PARAGRAPHS[0]
    assert (found.title, found.source, found.published) == ("Ferry", "Lunde Post", "2025-06-11")


NORSE = "Fergen gikk på grunn ved Lunde på mandag, sa en mann på Vågsøy. Været var godt."
RUSSIAN = "Паром сел на мель у берега в понедельник утром, сообщила береговая охрана."


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (NORSE.encode(), None, NORSE),
        (NORSE.encode(), "iso-8859-1", NORSE),  # servers often give a wrong one
        (NORSE.encode("cp1252"), None, NORSE),
        (NORSE.encode("cp1252"), "ISO-8859-1", NORSE),
        (b"\xef\xbb\xbf" + NORSE.encode(), "windows-1251", NORSE),
        (NORSE.encode("utf-16"), None, NORSE),
        (NORSE.encode("utf-16-le"), "utf-16-le", NORSE),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (b"<meta charset='koi8-r'>" + RUSSIAN.encode("koi8-r"), None, RUSSIAN),
        (b"<meta charset='koi8-r'>" + RUSSIAN.encode("koi8-r"), "punycode", RUSSIAN),
        (
            b"<meta http-equiv=x content='text/html; charset=gb2312'>" + "渡轮鎔".encode("gbk"),
            None,
            "渡轮鎔",
        ),
        ("船が座礁した".encode("iso2022_jp"), "iso-2022-jp", "船が座礁した"),
        (b"caf\xc3\xa9 \xff", "utf-8", "café \ufffd"),
    ],
)
def test_the_encoding_is_that_of_the_mark_the_text_the_server_or_the_page(data, charset, text):
    assert decode_page(data, None, charset).rpartition(">")[2] == text


def test_the_encoding_that_the_user_gives_decides():
    assert decode_page(RUSSIAN.encode("cp1251"), "cp1251", "utf-8") == RUSSIAN


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (page() + "<br>" * MOST_ELEMENTS, "more than 50,000 elements"),
        (page(bottom="<div>" * (MOST_DEPTH + 9)), "nested more than 200 deep"),
        (page(bottom="<div>" * 100_000), "nested more than 200 deep"),
        (page("x" * MOST_BYTES), "more than 10 MB"),
    ],
)
def test_a_page_that_is_larger_than_any_article_is_refused_at_once(html, words):
    with pytest.raises(InputError, match=f"{words}; save the text"):
        extract_html(html)


ENTITIES = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in pairwise("abcdefghij"))
PICTURE = f"<img src='data:image/png;base64,{'A' * 11_000_000}'>"


@pytest.mark.parametrize(
    "html",
    [
        page(bottom=PICTURE),
        page(bottom=f"<p class='{'x ' * 100_000}'></p>"),
        page(head=f"<script type='application/ld+json'>{chr(92)}{chr(34) * 100_000}</script>"),
        page(head="<script type='application/ld+json'>" + '\\"' * 100_000 + "</script>"),
        page(head=f"<script type='application/ld+json'>{'[' * 100_000}</script>"),
        page(title=TITLE, head=f"<title>{' - x' * 100_000}</title>"),
        page().replace("<!doctype html>", f"<!doctype html [{ENTITIES}]>", 1),
        page(bottom="<table><tr><td>" * 40),
        page(bottom=f"<time datetime='{'1' * 100_000}'>x</time>"),
    ],
)
def test_what_a_hostile_page_has_besides_its_article_does_no_harm(html):
    assert article(html).text.startswith(f"{TITLE}\n\n{PARAGRAPHS[0]}")


def test_a_page_that_makes_a_library_fail_is_one_line(monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("a bug")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(InputError, match="has no article"):
        article(page())


def test_html_without_the_extra_names_it(monkeypatch):
    monkeypatch.setattr("summarize.inputs.readers.page.find_spec", lambda _: None)
    with pytest.raises(InputError, match=r"pip install 'summarize\[web\]'"):
        extract_html(page())


def test_nothing_is_logged_and_nothing_is_warned_of(capfd, recwarn):
    with pytest.raises(InputError):
        article("<!doctype html><title>x</title>")
    article(page())
    assert capfd.readouterr() == ("", "")
    assert not recwarn.list
    names = ("trafilatura", "htmldate", "courlan", "justext")
    assert all(logging.getLogger(name).hasHandlers() for name in names)


def test_the_same_page_gives_the_same_article_whatever_the_seed_of_hashes():
    code = (
        "import sys; from summarize.inputs.readers.page import extract_html; "
        "print(repr(extract_html(sys.stdin.read())))"
    )
    html = page(head=meta("author", "Ann Ray and Bo Lee", "name") + meta("og:site_name", "Post"))
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=html.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_plain_text_is_summarised_without_any_package_of_an_extra(tmp_path):
    packages = [
        name
        for name in (
            *("trafilatura", "lxml", "htmldate", "feedparser", "warcio", "pypdfium2", "docx"),
            *("pyarrow", "zstandard", "safetensors", "tokenizers", "distributed"),
        )
        if find_spec(name)
    ]
    assert "trafilatura" in packages
    write(tmp_path / "a.txt", TEXT)
    code = (  # scikit-learn imports pandas where that is installed, and pandas imports pyarrow
        "import sys; sys.modules['pandas'] = None; "
        "from summarize.__main__ import main; code = main(); "
        f"found = [name for name in {packages} if name in sys.modules]; "
        "sys.exit(f'imported {found}' if found else code)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=True).stdout
