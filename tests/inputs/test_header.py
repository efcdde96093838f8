"""The header of an article, and its date."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import one, write

from summarize.inputs.header import read_header
from summarize.model import Article


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Title: A\nSource: B\n\nBody", {"title": "A", "source": "B"}),
        ("TITLE : A \r\npublisher:\tB\r\rBody", {"title": "A", "source": "B"}),
        (
            "Date: 2025-06-11\nURL: http://x.org/a?b:c",
            {"published": "2025-06-11", "url": "http://x.org/a?b:c"},
        ),
        (
            "Published: 11 June 2025\nLink: http://x.org\nBody",
            {"published": "2025-06-11", "url": "http://x.org"},
        ),
        ("Title: A\nTitle: B", {"title": "A"}),
        ("Title: A\nBody\nSource: B", {"title": "A"}),
        ("Date: yesterday\nTitle: A", {"title": "A"}),
        ("Title:\nSource: B", {}),
        ("Body\nTitle: A", {}),
        ("\nTitle: A", {}),
        ("Titles: A", {}),
        ("Author: A\nTitle: B", {"title": "B", "author": "A"}),
        (
            "Byline: A\nHeadline: B\nUpdated: now\nSource: C",
            {"title": "B", "author": "A", "source": "C"},
        ),
        ("Reporter: A\nTitle: B", {}),
        ("Title: " + "a" * 2000, {}),
        ("Title A", {}),
        ("", {}),
    ],
)
def test_only_a_block_at_the_very_top_is_a_header(text, fields):
    assert read_header(text) == fields


def test_a_header_is_at_most_ten_lines_long():
    assert read_header("Title: A\n" * 9 + "Source: B") == {"title": "A", "source": "B"}
    assert read_header("Title: A\n" * 10 + "Source: B") == {"title": "A"}


def test_a_header_is_read_and_stays_in_the_text(tmp_path):
    text = "Title: Ferry aground\r\nSource: Lunde Post\r\nDate: June 11, 2025\r\n\r\nThe ferry.\r\n"
    path = write(tmp_path / "a.txt", codecs.BOM_UTF8 + text.encode())
    (article,), _ = one([path])
    assert article == Article(
        text,
        title="Ferry aground",
        source="Lunde Post",
        published="2025-06-11",
        id="a.txt",
        path=path,
    )


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            """---
title: Mill burns: nobody hurt
author: Ann Ray
url: https://example.org/mill
hostname: example.org
description: The old mill by the river
burned down in the night.
sitename: Vik Times
date: 2025-06-11
categories: ['News']
---
The old mill burned down.""",
            {
                "title": "Mill burns: nobody hurt",
                "author": "Ann Ray",
                "source": "Vik Times",
                "url": "https://example.org/mill",
                "published": "2025-06-11",
            },
        ),
        (
            """\r
---\r
title: 'The mill''s end'\r
source: "https://example.org/mill?a=1"\r
author:\r
  - "[[Ann Ray]]"\r
published: [[2025-06-11]]\r
created: 2025-06-12\r
tags:\r
- clippings\r
---\r
\r
The old mill burned down.""",
            {
                "title": "The mill's end",
                "author": "Ann Ray",
                "url": "https://example.org/mill?a=1",
                "published": "2025-06-11",
            },
        ),
        (
            """---
# a comment
layout: post
title: >-
  The mill
  by the river
date: 2025-06-11T10:00:00Z
source: [Vik Times, Os Post]
url:
...
The old mill burned down.""",
            {
                "title": "The mill by the river",
                "source": "Vik Times",
                "published": "2025-06-11T10:00:00+00:00",
            },
        ),
        (
            '---\ntitle: "\\"Gone\\", says miller"\nsite: "[[Times|Vik Times]]"\npublished:\n---\n',
            {"title": '"Gone", says miller', "source": "Vik Times"},
        ),
        ("---\ntitle: null\nhostname: example.org\ndate: soon\n---\n", {"source": "example.org"}),
        ("---\nlayout: post\n---\nTitle: A\n", {}),
        ("---\nThe mill burned down.\n---\nTitle: A", {}),
        ("---\ntitle: A\n\nThe mill burned down.\n\n---\nIt was old.", {}),
        ("---\ntitle: A\nThe mill burned down.", {}),
        ("Mill burns\n---\ntitle: A\n---\n", {}),
        ("---\n---\ntitle: A\n", {}),
    ],
)
def test_front_matter_is_a_header(text, fields):
    assert read_header(text) == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            """From: Ann Ray <ann@example.org>
To: news@example.org
Subject: Re: Fwd: Mill burns
Date: Wed, 11 Jun 2025 10:00:00 +0200
MIME-Version: 1.0
Content-Type: text/plain;
 charset=utf-8

The old mill burned down.""",
            {"title": "Mill burns", "published": "2025-06-11T10:00:00+02:00"},
        ),
        (
            """-----Original Message-----
From: Ann Ray
Sent: Wednesday, June 11, 2025
To: Bo Lee
Subject: Mill burns down and nobody
  is hurt
Importance: High

The old mill burned down.""",
            {"title": "Mill burns down and nobody is hurt", "published": "2025-06-11"},
        ),
        (
            "Received: by a\n\tfor b\nX-Note: 1\nSubject: =?utf-8?Q?Br=C3=A5nd?=\nTo: b\n\nIt.",
            {},
        ),
        ("From: the archive\n\nThe old mill burned down.", {}),
        ("To: the reader\nText: The mill burned down.\nSubject: A", {}),
    ],
)
def test_the_header_of_an_email_is_a_header(text, fields):
    assert read_header(text) == fields


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_headers(text):
    for before in ("Date: ", "---\n", "---\ntitle: ", "From: a\nTo: b\n"):
        read_header(before + text)
        read_header(f"{before}{text}\n---\n")
