"""Several paths: one event, an event each, or inputs that must not be overwritten."""

import io
import os
from pathlib import Path

import pytest
from loading import TEXT, load, write

from summarize import InputError, OptionError
from summarize import load as public_load
from summarize.inputs.events import would_read
from summarize.inputs.records import Skipped
from summarize.model import Cluster


def test_each_makes_every_path_an_event_named_by_it(tmp_path):
    a = write(tmp_path / "a.txt")
    folder = tmp_path / "folder"
    write(folder / "b.txt", f"b {TEXT}")
    write(folder / "c.txt", f"c {TEXT}")
    first, second = load([a, str(folder)], each=True)
    assert (first.id, [article.id for article in first.articles]) == (a, ["a.txt"])
    assert (second.id, [article.id for article in second.articles]) == (
        str(folder),
        ["b.txt", "c.txt"],
    )


def test_with_each_a_path_that_fails_is_exactly_one_lost_event(tmp_path):
    empty = write(tmp_path / "empty.txt", "")
    folder = tmp_path / "folder"
    write(folder / "x.txt", "")
    write(folder / "y.txt", "")
    items = list(load(["nowhere", empty, str(folder), "-"], each=True, stdin=io.BytesIO(b"x")))
    lost = [item for item in items if isinstance(item, Skipped) and item.is_event]
    assert [item.id for item in lost] == ["nowhere", empty, str(folder)]
    assert [item.is_unreadable for item in lost] == [True, False, False]
    assert lost[2].reason.startswith("has no usable article; ")
    assert [item.where for item in items if item not in lost and isinstance(item, Skipped)] == [
        str(folder / "x.txt"),
        str(folder / "y.txt"),
    ]
    assert isinstance(items[-1], Cluster)


def test_an_input_is_recognised_under_another_name(tmp_path, monkeypatch):
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "b.one")
    (tmp_path / "link.txt").symlink_to("in/a.txt")
    monkeypatch.chdir(tmp_path)
    for target in ("in/a.txt", "./in/../in/a.txt", "link.txt"):
        assert would_read(["in"], target)
        assert would_read(["missing", "in/a.txt"], target)
    assert not would_read(["in"], "in/b.one")
    assert not would_read(["in"], "in/new.txt")
    assert not would_read(["-"], "in/a.txt")


def test_standard_input_is_recognised_if_it_is_the_output(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt")
    with Path(path).open() as file:
        monkeypatch.setattr("sys.stdin", file)
        assert would_read(["-"], path)
        assert not would_read(["-"], write(tmp_path / "b.txt"))
    assert not would_read(["-"], path)  # it is closed now
    monkeypatch.setattr("sys.stdin", None)
    assert not would_read(["-"], path)


def test_a_device_may_be_both_input_and_output():
    assert not would_read([os.devnull], os.devnull)


def test_a_path_that_cannot_be_checked_is_not_taken_for_the_output(tmp_path, monkeypatch):
    target = write(tmp_path / "out.txt")
    write(tmp_path / "closed" / "a.txt")
    original = Path.stat

    def stat(path, **options):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return original(path, **options)

    monkeypatch.setattr("pathlib.Path.stat", stat)
    assert not would_read([str(tmp_path / "closed")], target)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", ""),
        ("a.csv", "title,text\n"),
        ("a.json", "[]"),
        ("a.xml", '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'),
        ("a.mbox", ""),
        ("a.txt", ""),
    ],
)
@pytest.mark.parametrize("each", [False, True])
def test_an_input_without_an_article_is_named(tmp_path, name, content, each):
    path = write(tmp_path / name, content)
    (skipped,) = load([path], each=each)
    assert isinstance(skipped, Skipped)
    assert skipped.reason
    with pytest.raises((InputError, OptionError)):
        public_load(path)
