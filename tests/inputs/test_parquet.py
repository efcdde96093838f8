"""Parquet: a row becomes an article; nested columns are named."""

import datetime as dt

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from loading import TEXT, one, write

from summarize.inputs.readers import READERS
from summarize.model import Article


def saved(path, columns, **options):
    """Write a table of these columns, and return its path."""
    pq.write_table(pa.table(columns), path, **options)
    return str(path)


def test_a_row_is_an_article_with_the_fields_of_its_columns(tmp_path):
    day = dt.datetime(2025, 6, 11, 10, tzinfo=dt.UTC)
    columns = {
        "Headline": ["A", None],
        "article_body": [TEXT, "More."],
        "publish_date": [day, None],
        "source": [{"id": 1, "name": "Post"}, None],
        "authors": [["Ann", "Bo"], []],
        "id": [7, None],
        "n": [1, 2],
    }
    path = saved(tmp_path / "t.parquet", columns)
    articles, skipped = one([path])
    assert skipped == []
    assert articles == (
        Article(TEXT, "A", "Post", None, day.isoformat(), "7", path, "Ann, Bo"),
        Article("More.", id="t.parquet:2", path=path),
    )


def test_rows_are_read_in_order_over_row_groups_and_dictionaries(tmp_path):
    texts = [f"{n % 7} {TEXT}" for n in range(500)]
    column = pa.array(texts).dictionary_encode()
    path = saved(tmp_path / "t.parquet", {"text": column}, row_group_size=90)
    articles, _ = one([path])
    assert [article.text for article in articles] == texts
    assert articles[-1].id == "t.parquet:500"


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (
            {"a": ["x"], "b": ["y"]},
            "has no column of text; name it with --text-column; its columns",
        ),
        ({"text": [["x", "y"]], "b": ["y"]}, "has no column of text"),
        ({"text": ["", None]}, "have no text; add it"),
        ({"text": [1, 2]}, 'has a number as "text"; give a string'),
        ({"text": [b"\x00\xff"]}, 'as "text"; give a string'),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_cannot_be_used_is_a_line(tmp_path, columns, words):
    articles, skipped = one([saved(tmp_path / "t.parquet", columns)])
    assert articles == ()
    assert words in skipped[-1].reason


def test_a_nested_column_is_named_and_the_others_count(tmp_path):
    columns = {"text": [TEXT], "title": [["a"]], "words": [[1, 2]]}
    (article,), (skipped,) = one([path := saved(tmp_path / "t.parquet", columns)])
    assert (article.text, article.title) == (TEXT, None)
    assert skipped.where == f'column "title" of {path}'
    assert skipped.reason == "is nested (list<element: string>) and not read; write it as a string"


@pytest.mark.parametrize("end", [4, 12, 200, -1])
def test_a_file_that_is_cut_off_is_one_line(tmp_path, end):
    path = saved(tmp_path / "t.parquet", {"text": [TEXT] * 50})
    with open(path, "rb") as file:  # noqa: PTH123 - as short as it can be
        data = file.read()
    _, (skipped,) = one([write(tmp_path / "cut.parquet", data[:end])])
    assert skipped.reason.startswith("is broken or cut off, and cannot be read as Parquet")


def test_a_file_whose_pages_are_damaged_is_no_traceback(tmp_path):
    path = saved(tmp_path / "t.parquet", {"text": [f"{n} {TEXT}" for n in range(999)]})
    with open(path, "rb") as file:  # noqa: PTH123
        data = bytearray(file.read())
    for place in range(4, len(data) - 8, len(data) // 20):
        broken = data.copy()
        broken[place] ^= 0xFF
        _, skipped = one([write(tmp_path / "broken.parquet", bytes(broken))])
        assert all(record.reason for record in skipped)


def test_the_text_can_be_named(tmp_path):
    path = saved(tmp_path / "t.parquet", {"text": ["short"], "tale": [TEXT]})
    assert one([path], text_column="Tale")[0][0].text == TEXT
    _, (skipped,) = one([path], text_column="story")
    assert skipped.reason == 'has no column "story"; its columns are text, tale'


def test_without_the_extra_the_message_names_it(tmp_path, monkeypatch):
    path = saved(tmp_path / "t.parquet", {"text": [TEXT]})
    monkeypatch.setattr("summarize.inputs.readers.find_spec", lambda _: None)
    _, (skipped,) = one([path])
    assert skipped.reason == "is Parquet; to read it: pip install 'summarize[tables]'"
    assert {reader.extra for reader in READERS if reader.name in {"table", "json"}} == {None}


def test_the_size_of_a_row_group_is_limited(tmp_path, monkeypatch):
    monkeypatch.setattr("summarize.inputs.readers.parquet._MOST_BYTES", 1000)
    path = saved(tmp_path / "t.parquet", {"text": [f"{n} {TEXT}" for n in range(99)]})
    _, (skipped,) = one([path])
    assert skipped.reason.startswith("has a row group larger than 2 GB")
    small = saved(tmp_path / "s.parquet", {"text": ["One."], "n": [TEXT * 99]})
    assert one([small])[0][0].text == "One."
