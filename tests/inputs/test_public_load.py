"""Articles in Python: `load`, and what `summarize` takes."""

import datetime as dt
import json
import math
from pathlib import Path

import pytest
from commands import NORTH, SOUTH

from summarize import InputError, OptionError, SkippedWarning, load, summarize


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "north.txt").write_text(NORTH, "utf-8")
    (tmp_path / "south.txt").write_text(SOUTH, "utf-8")
    return tmp_path


def test_load_returns_the_articles_of_paths_of_any_kind(folder):
    by_folder = load(folder)
    assert [article.id for article in by_folder] == ["north.txt", "south.txt"]
    assert load(folder / "north.txt", str(folder / "south.txt")) == by_folder
    assert summarize(by_folder).text == summarize([NORTH, SOUTH]).text


def test_load_warns_of_what_it_leaves_out_and_raises_if_nothing_is_left(folder):
    (folder / "empty.txt").write_text("")
    with pytest.warns(SkippedWarning, match=r"empty\.txt is empty"):
        assert len(load(folder)) == 2
    with pytest.raises(InputError, match="is empty"):
        load(folder / "empty.txt")
    with pytest.raises(InputError, match="does not exist"):
        load(folder / "missing.txt")
    with pytest.raises(InputError, match="no path"):
        load()


def test_a_batch_is_not_one_list_of_articles(folder):
    (folder / "b.jsonl").write_text(json.dumps({"documents": [NORTH]}))
    with pytest.raises(OptionError, match="batch of events"):
        load(folder / "b.jsonl")


def test_summarize_reads_paths(folder):
    paths = [folder / "north.txt", folder / "south.txt"]
    assert summarize(paths).text == summarize([NORTH, SOUTH]).text
    assert summarize([folder]).text == summarize([NORTH, SOUTH]).text
    assert len(summarize([*paths, "The ferry Hilda is old."]).documents) == 3


class Series:
    """Has what is used of a row of pandas."""

    def __init__(self, **fields):
        self.fields = fields

    def to_dict(self):
        return self.fields


class Frame:
    """Has what is used of a table of pandas: iterating gives the names of its columns."""

    columns = ("headline", "body", "date")

    def __init__(self, *rows):
        self.rows = rows

    def __iter__(self):
        return iter(self.columns)

    def to_dict(self, orient):
        assert orient == "records"
        return list(self.rows)


def test_rows_and_tables_of_pandas_are_articles():
    when = dt.datetime(2025, 6, 11, 10, 0)  # noqa: DTZ001 - as tables have it
    rows = [
        {"headline": "Aground", "body": NORTH, "date": when},
        {"headline": math.nan, "body": SOUTH, "date": None},
    ]
    by_row = summarize([Series(**row) for row in rows])
    assert by_row.to_dict() == summarize(Frame(*rows)).to_dict() == summarize(rows).to_dict()
    assert [document.published for document in by_row.documents] == ["2025-06-11T10:00:00", None]


def test_a_path_that_cannot_be_read_is_an_error():
    with pytest.raises(InputError, match="does not exist"):
        summarize([Path("missing.txt")])
