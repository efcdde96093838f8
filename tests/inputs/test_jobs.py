"""Pages are read in several processes: the same articles in the same order, or a line each."""

import os
from pathlib import Path

import pytest
from loading import one, write
from pages import PARAGRAPHS, page

from summarize.inputs import files
from summarize.inputs.files import LEAST, read_files
from summarize.inputs.options import LoadOptions
from summarize.inputs.records import Skipped


@pytest.fixture
def paths(tmp_path):
    """Return a folder of pages, with texts between them, and one that is not a page."""
    for n in range(LEAST + 3):
        write(tmp_path / f"{n:02}.html", page(f"Ferry {n}. {PARAGRAPHS[0]}", *PARAGRAPHS[1:]))
    write(tmp_path / "05a.txt", PARAGRAPHS[0])
    write(tmp_path / "07a.html", "<!doctype html><title>Nothing</title>")
    return [str(tmp_path)]


def test_the_articles_are_the_same_in_the_same_order(paths):
    assert one(paths, jobs=2) == one(paths)
    articles, skipped = one(paths, jobs=2)
    assert len(articles) == LEAST + 4
    assert [record.where for record in skipped] == [f"{paths[0]}/07a.html"]


def crash(task):
    """Read a file, or end the process without a word."""
    if task.path.endswith("03.html"):
        os._exit(9)
    return [task.path]


def test_a_page_that_crashes_its_process_is_one_line_and_the_others_are_read(paths, monkeypatch):
    monkeypatch.setattr(files, "_read_all", crash)
    named = sorted(map(str, Path(paths[0]).glob("*.html")))
    found = [*read_files(named, LoadOptions(jobs=2), None, named)]
    (lost,) = [item for item in found if isinstance(item, Skipped)]
    assert lost.where == named[3]
    assert lost.reason.startswith("cannot be read: it crashed 2 worker processes")
    assert [item for item in found if item is not lost] == named[:3] + named[4:]
