"""The header of an article, and its date."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import one, write

from summarize.load.header import read_header
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
        ("Author: A\nTitle: B", {}),
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


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_headers(text):
    read_header(f"Date: {text}")
