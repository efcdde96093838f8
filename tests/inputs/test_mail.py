"""E-mails and mailboxes become articles."""

import io
import sys

import pytest
from documents import CAPTAIN, FERRY, LONG, docx, lines, mail, pdf, zipped
from hypothesis import given
from hypothesis import strategies as st
from loading import TEXT, one, reason, write

from summarize.inputs.readers import mbox as reader

HTML = f"<html><body><h1>Ferry aground</h1><p>{FERRY}</p><p>{LONG}</p></body></html>"
PLAIN = f"{LONG}\n\n{CAPTAIN}"


def read(tmp_path, data, name="a.eml"):
    """Read a message; return its articles and the records of what was skipped."""
    return one([write(tmp_path / name, data)])


def test_a_message_is_an_article_with_subject_sender_and_date(tmp_path):
    (found,), skipped = read(tmp_path, mail(PLAIN))
    assert skipped == []
    assert (found.title, found.source) == ("Ferry aground", "Lunde Post")
    assert found.published == "2025-06-11T10:00:00+02:00"
    assert (found.id, found.path) == ("a.eml", str(tmp_path / "a.eml"))
    assert found.extractor is None
    assert " ".join(found.text.split()) == " ".join(PLAIN.split())


def test_a_message_is_recognised_by_its_content(tmp_path):
    (found,), _ = read(tmp_path, mail(PLAIN), "a.txt")
    assert found.title == "Ferry aground"


def test_a_text_with_the_header_of_an_e_mail_is_read_as_text(tmp_path):
    header = "From: Ann <ann@lunde.example>\nSubject: Ferry aground\n\n"
    (found,), _ = read(tmp_path, header + TEXT, "a.txt")
    assert found.text == header + TEXT


def test_the_html_of_a_message_is_read_if_its_text_is_a_stub(tmp_path):
    (found,), _ = read(tmp_path, mail("This message is in HTML.", HTML))
    assert found.text.startswith(f"Ferry aground\n\n{FERRY.strip()}\n\n")
    assert found.extractor
    (found,), _ = read(tmp_path, mail(PLAIN, HTML))
    assert found.extractor is None
    (found,), _ = read(tmp_path, mail("The ferry ran aground off Lunde.", "<p>Ferry</p>"))
    assert found.text == "The ferry ran aground off Lunde."


def test_addresses_in_brackets_are_not_in_the_text(tmp_path):
    links = "The ferry <https://lunde.example/a?b=c> ran (https://lunde.example) aground (again)."
    (found,), _ = read(tmp_path, mail(links))
    assert found.text == "The ferry ran aground (again)."


@pytest.mark.parametrize(
    ("sender", "source"),
    [
        ("Lunde Post <a@lunde.example>", "Lunde Post"),
        ("=?utf-8?q?L=C3=BCnde?= <a@lunde.example>", "Lünde"),
        ("Lünde <a@lunde.example>", "Lünde"),
        ("a@post.lunde.example", "post.lunde.example"),
        ("<a@lunde.example>", "lunde.example"),
        ("nobody", None),
    ],
)
def test_the_sender_is_the_source(tmp_path, sender, source):
    data = mail(PLAIN).replace(b'"Lunde Post" <news@lunde.example>', sender.encode())
    assert read(tmp_path, data)[0][0].source == source


@pytest.mark.parametrize(
    ("subject", "title"),
    [("Fwd: Re: Ferry", "Ferry"), ("Review: Ferry", "Review: Ferry"), ("Re:", None)],
)
def test_a_title_is_the_subject_without_marks_of_replies(tmp_path, subject, title):
    data = mail(PLAIN).replace(b"Subject: Ferry aground", f"Subject: {subject}".encode())
    assert read(tmp_path, data)[0][0].title == title


def test_attached_documents_are_read_and_other_files_are_named(tmp_path):
    attached = [
        ("a.pdf", "application/pdf", pdf(lines(FERRY))),
        ("b.docx", "application/vnd.openxml", docx(CAPTAIN)),
        ("c.zip", "application/zip", zipped({"a.txt": TEXT})),
        ("d.png", "image/png", b"\x89PNG"),
        ("e.pdf", "application/pdf", b"%PDF-1.4"),
    ]
    articles, skipped = read(tmp_path, mail(PLAIN, attached=attached))
    path = str(tmp_path / "a.eml")
    assert [article.id for article in articles] == ["a.eml", "a.eml:a.pdf", "a.eml:b.docx"]
    assert {article.path for article in articles} == {path}
    assert [(record.where, record.reason.split(";")[0]) for record in skipped] == [
        (f"{path}:c.zip", "is attached, and is not read"),
        (f"{path}:e.pdf", "is a broken PDF"),
    ]


def test_without_the_extra_a_message_in_html_is_named_with_it_and_others_are_read(
    tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert read(tmp_path, mail(PLAIN, HTML))[0][0].text
    assert read(tmp_path, mail("See the page.", HTML))[0][0].text == "See the page."
    only_html = f"Content-Type: text/html\nSubject: x\n\n{HTML}"
    assert "pip install 'summarize[web]'" in read(tmp_path, only_html)[1][0].reason


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nThe ferry ran aground.",
        b"Content-Type: multipart/mixed\n\nThe ferry ran aground.",
        b"Content-Transfer-Encoding: base64\n\n!!!not base64 at all",
        b"Content-Type: text/plain; charset=x-nowhere\nContent-Transfer-Encoding: base64\n\nVGhl",
        b"Subject: =?utf-8?b?////?= =?x?q?=ZZ?=\nContent-Transfer-Encoding: base64\n\nVGhlIGZlcnJ5",
        b'From: "a <<>@,;:\nDate: never\nContent-Transfer-Encoding: base64\n\nVGhlIGZlcnJ5',
        b"Content-Disposition: attachment; filename*=x''%ZZ\nContent-Type: text/html\n\n<p>Ferry",
        b"From: " + b'"' * 50_000 + b"\nContent-Type: text/html" + b"(" * 50_000 + b"\n\nFerry",
        b"Content-Type: multipart/mixed; boundary=x\n" * 3000 + b"\n--x\n" * 3000,
    ],
)
def test_a_broken_message_is_read_or_named(data):
    articles, skipped = one(["-"], stdin=io.BytesIO(data))
    assert len(articles) + len(skipped) == 1


def test_messages_within_messages_are_not_read_without_end():
    data = b"The ferry ran aground."
    for n in range(2000):
        data = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n%s" % (n, n, data)
    articles, skipped = one(["-"], stdin=io.BytesIO(data))
    assert len(articles) + len(skipped) == 1


@given(st.integers(0, 5000), st.binary(max_size=12))
def test_a_message_with_any_damage_is_read_or_named(place, damage):
    whole = mail("See the page.", HTML, attached=[("a.pdf", "application/pdf", pdf(lines(FERRY)))])
    data = whole[:place] + damage + whole[place + len(damage) :]
    articles, skipped = one(["-"], stdin=io.BytesIO(data))
    assert articles or skipped


def box(*messages):
    """Make a mailbox."""
    start = b"From ann@lunde.example Wed Jun 11 10:00:00 2025\n"
    return b"".join(start + message + b"\n\n" for message in messages)


def test_each_message_of_a_mailbox_is_an_article(tmp_path):
    quoted = f"{LONG}\n\nFrom the pier, it was seen.\n\n{CAPTAIN}"
    data = box(
        mail(quoted, subject="One").replace(b"\nFrom the", b"\n>From the"),
        b"Subject: Two\nContent-Type: text/plain\n\n" + CAPTAIN.encode(),
        b"Subject: Three\n\n",
    )
    articles, (skipped,) = read(tmp_path, data, "a.mbox")
    assert [article.title for article in articles] == ["One", "Two"]
    assert [article.id for article in articles] == ["a.mbox:1", "a.mbox:2"]
    assert "\nFrom the pier" in articles[0].text
    assert skipped.where == f"{tmp_path / 'a.mbox'}:3"
    assert skipped.reason == "has no text; save what it says as plain text"


def test_messages_beyond_the_limit_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_MESSAGES", 2)
    articles, (skipped,) = read(tmp_path, box(*[mail(PLAIN)] * 4), "a.mbox")
    assert len(articles) == 2
    assert skipped.where.endswith("a.mbox:3")
    assert "at most 2 messages are read" in skipped.reason


def test_a_mailbox_without_a_message_is_named(tmp_path):
    _, (skipped,) = read(tmp_path, b"\n\n", "a.mbox")
    assert "is a mailbox without a message" in skipped.reason


def test_a_message_without_text_is_named():
    assert reason(b"Subject: x\nContent-Type: text/html\n\n<p></p>")
