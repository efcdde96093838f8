"""Pages that browsers save as MHTML are read: the page, and not its frames and pictures."""

import base64
import quopri

import pytest
from loading import one, reason, write
from pages import PARAGRAPHS, TITLE, page

TEXT = "\n\n".join([TITLE, *PARAGRAPHS])
URL = "https://www.post.example/ferry"


def saved(html, *, encoding="quoted-printable", charset="utf-8", url=URL, kind="text/html"):
    """Return a page as browsers save it, with a picture and a frame."""
    data = html.encode(charset)
    encode = base64.encodebytes if encoding == "base64" else quopri.encodestring
    top = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: Ferry\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        '\tboundary="b1"\r\n\r\n\r\n--b1\r\n'
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n"
        f"Content-Location: {url}\r\n\r\n"
    ).encode()
    rest = (
        b"\r\n--b1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n"
        b"--b1\r\nContent-Type: text/html\r\n\r\n<html><body><p>An advertisement.</p></body></html>"
        b"\r\n--b1--\r\n"
    )
    return top + encode(data) + rest


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("name", ["ferry.mhtml", "ferry.mht", "ferry.txt", "ferry"])
def test_a_saved_page_is_read_by_its_content(tmp_path, encoding, name):
    ((found,), skipped) = one([write(tmp_path / name, saved(page(), encoding=encoding))])
    assert (found.text, found.title, skipped) == (TEXT, TITLE, [])
    assert (found.url, found.source) == (URL, "post.example")
    assert found.extractor.startswith("trafilatura ")


def test_the_encoding_of_the_part_is_used(tmp_path):
    html = page("Паром сел на мель у берега в понедельник утром, сообщила охрана. " * 3)
    data = saved(html, charset="koi8-r", kind="text/html; charset=koi8-r")
    ((found,), _) = one([write(tmp_path / "a.mhtml", data)])
    assert "Паром сел на мель" in found.text


@pytest.mark.parametrize("url", ["cid:frame@mhtml.blink", "file:///home/ann/a.html", ""])
def test_an_address_that_is_not_of_the_web_is_not_used(tmp_path, url):
    ((found,), _) = one([write(tmp_path / "a.mhtml", saved(page(), url=url))])
    assert found.url is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (saved(page()).split(b"\r\n\r\n\r\n")[0] + b"\r\n\r\n", "contains no web page"),
        (
            saved(page(), kind="text/plain").replace(b"text/html\r\n\r\n<", b"text/x\r\n\r\n<"),
            "no web page",
        ),
        (saved("<html></html>"), "has no article"),
        (saved(page()).replace(b"multipart/related", b"multipart/related", 1)[:300], "no web page"),
        (
            b"From: <Saved by Blink>\nContent-Type: multipart/related;\n" + b" x\n" * 9 + b"\n",
            "no web",
        ),
    ],
)
def test_a_saved_page_without_a_page_or_an_article_is_one_line(data, words):
    assert words in reason(data)


def test_parts_within_parts_without_end_are_one_line():
    part = "Content-Type: multipart/related; boundary=b{0}\n\n--b{0}\n"
    data = "From: <Saved by Blink>\n" + "".join(part.format(n) for n in range(3000))
    assert "; " in reason(data.encode()) or "save it again" in reason(data.encode())
