"""Downloads of Nexis, ProQuest and Factiva become their articles. All samples are made up."""

import pytest
from documents import docx, pdf
from loading import TEXT, one, write

from summarize.inputs.readers.downloads import is_download, split

COUNTED = """


                               1 of 2 DOCUMENTS


                                  Lunde Post

                            June 11, 2025 Wednesday
                              Late Edition - Final

Ferry Runs Aground Off Lunde With 40
People on Board

BYLINE: By ANN BERG

SECTION: Section A; Column 0; National Desk; Pg. 1

LENGTH: 34 words

DATELINE: LUNDE, June 10

BODY:

   The ferry ran aground. It was the worst accident in the
state: nobody was hurt.

   The captain said so.

URL: http://lunde.example

SUBJECT: FERRIES (90%)

LOAD-DATE: June 12, 2025

                  Copyright 2025 The Lunde Post


                               2 of 2 DOCUMENTS


                             Vik Times (Norway)

                                 12 June 2025

Captain questioned

LENGTH: 20 words

The captain was questioned.

LOAD-DATE: June 12, 2025
"""
WRAPPED = """The ferry ran aground. It was the worst accident in the
state: nobody was hurt.

The captain said so."""
ENDED = """User Name: ann
Date and Time: Thursday, June 12, 2025 9:00:00 AM
Documents (2)

1. Ferry Runs Aground Off Lunde

2. Captain

Ferry Runs Aground Off Lunde
Lunde Post
June 11, 2025 Wednesday 10:02 AM GMT

Copyright 2025 Lunde Post All Rights Reserved

Section: NEWS; Version:1
Length: 22 words
Byline: Ann Berg
Body

The ferry ran aground.

Nobody was hurt.

Classification

Language: ENGLISH

Load-Date: June 12, 2025

End of Document

Captain

Vik Times

June 12, 2025

Length: 22 words

Body

The captain was questioned.

Load-Date: June 13, 2025

End of Document
"""
NUMBERED = """____________________________________________________________

Document 1 of 2

Ferry runs aground

Author: Berg, Ann

Publication info: Lunde Post ; Lunde 11 June 2025: A.1.

Full text: The ferry ran aground.

Nobody was hurt.

Publication title: Lunde Post

Publication date: Jun 11, 2025

____________________________________________________________

Document 2 of 2

Captain questioned

Full text: The captain was questioned.

Publication title: Vik Times

Publication date: Jun 12, 2025
"""
CODED = """HD
Ferry runs aground
BY
By Ann Berg
WC
20 words
PD
11 June 2025
SN
Lunde Post
LP
The ferry ran aground.

A man was IN
the water.
TD
Nobody was hurt.

AN
Document LP00000

HD   Captain questioned
WC   12 words
PD   12 June 2025
SN   Vik Times
LP   The captain was
questioned.
AN   Document VT0000
"""
FERRY = ("Lunde Post", "2025-06-11")
CAPTAIN = ("Vik Times", "2025-06-12")


def fields(article, *names):
    return tuple(article[name] for name in names)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "titles", "authors", "bodies"),
    [
        (
            COUNTED.replace(" (Norway)", ""),
            ("Ferry Runs Aground Off Lunde With 40 People on Board", "Captain questioned"),
            ("Ann Berg", None),
            (
                WRAPPED,
                "The captain was questioned.",
            ),
        ),
        (
            ENDED,
            ("Ferry Runs Aground Off Lunde", "Captain"),
            ("Ann Berg", None),
            ("The ferry ran aground.\n\nNobody was hurt.", "The captain was questioned."),
        ),
        (
            NUMBERED,
            ("Ferry runs aground", "Captain questioned"),
            ("Berg, Ann", None),
            ("The ferry ran aground.\n\nNobody was hurt.", "The captain was questioned."),
        ),
        (
            CODED,
            ("Ferry runs aground", "Captain questioned"),
            ("Ann Berg", None),
            (
                "The ferry ran aground.\n\nA man was IN\nthe water.\n\nNobody was hurt.",
                "The captain was\nquestioned.",
            ),
        ),
    ],
    ids=["counted", "ended", "numbered", "coded"],
)
def test_each_article_has_its_fields(text, titles, authors, bodies, newline):
    text = text.replace("\n", newline)
    assert is_download(text)
    found = split(text)
    assert [fields(article, "source", "published") for article in found] == [FERRY, CAPTAIN]
    assert tuple(article["title"] for article in found) == titles
    assert tuple(article["author"] for article in found) == authors
    assert tuple(article["text"] for article in found) == bodies


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "1 of 50 documents that the court released names the ferry.\n\nByline: Ann\n\nLength: 3\n",
        f"Title: Ferry\nAuthor: Ann Berg\n\n{TEXT}",
        f"HD television was on board.\n\nLP records too.\n\n{TEXT}",
        f"{TEXT}\n\nEnd of Document\n",
        f"Document 1 of 50\n\n{TEXT}",
        f"SECTION: A\n\nLENGTH: 3 words\n\n{TEXT}",
    ],
)
def test_another_text_is_not_a_download(text):
    assert not is_download(text)


@pytest.mark.parametrize("text", [COUNTED, ENDED, NUMBERED, CODED])
def test_a_download_is_read_from_a_text_file(tmp_path, text):
    articles, skipped = one([write(tmp_path / "a.txt", text)])
    assert skipped == []
    assert [article.id for article in articles] == ["a.txt:1", "a.txt:2"]
    assert {article.path for article in articles} == {str(tmp_path / "a.txt")}
    assert {article.extractor for article in articles} == {None}


def test_a_download_is_read_from_a_word_document_and_a_pdf(tmp_path):
    data = docx(*filter(None, ENDED.split("\n")))
    articles, _ = one([write(tmp_path / "a.docx", data)])
    assert [(article.source, article.published) for article in articles] == [FERRY, CAPTAIN]
    assert articles[0].text == "The ferry ran aground.\n\nNobody was hurt."
    assert {article.extractor.split()[0] for article in articles} == {"python-docx"}
    page = [(72, 40 + 16 * n, 10, line) for n, line in enumerate(ENDED.split("\n")) if line]
    articles, _ = one([write(tmp_path / "a.pdf", pdf(page))])
    assert [(article.source, article.published) for article in articles] == [FERRY, CAPTAIN]


def test_articles_without_a_text_are_counted(tmp_path):
    path = write(tmp_path / "a.txt", CODED + "\nHD   Third\nLP\nPD   13 June 2025\n")
    articles, (skipped,) = one([path])
    assert len(articles) == 2
    assert skipped.where == f"1 of the 3 articles in {path}"


@pytest.mark.parametrize("sign", ["\n", "HD\n", "Body\n", "1 of 2 DOCUMENTS\n", "Title:", " ", "x"])
def test_no_repeated_sign_breaks_the_rules(sign):
    is_download(sign * 20_000)
    split(sign * 20_000)
