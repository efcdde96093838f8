"""A folder's pages are read; our own output in it, and the folders of saved pages, are not."""

import pytest
from loading import TEXT, one, write
from pages import PARAGRAPHS, page

from summarize import Article, summarize
from summarize.inputs.events import would_read
from summarize.inputs.load import load

SUMMARY = summarize([Article(" ".join(PARAGRAPHS)), Article(PARAGRAPHS[0])])


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("page.html", SUMMARY.to_html()),
        ("page.htm", SUMMARY.to_html()),
        ("out.json", SUMMARY.to_json()),
        ("out.jsonl", " ".join(SUMMARY.to_json().split())),
    ],
)
def test_our_own_output_in_a_folder_is_not_read_and_may_be_replaced(tmp_path, name, output):
    path = write(tmp_path / "a.txt")
    target = write(tmp_path / name, output)
    articles, (note,) = one([str(tmp_path)])
    assert [article.path for article in articles] == [path]
    assert (note.where, note.reason) == (f"1 of the files in {tmp_path}", f"are summaries ({name})")
    assert note.is_own
    assert would_read([str(tmp_path)], target) is None
    assert would_read([str(tmp_path)], path) == path
    assert len(load(tmp_path)) == 1  # which warns of nothing


def test_a_page_of_another_generator_is_read(tmp_path):
    html = page(head='<meta name="generator" content="WordPress 6.5">')
    path = write(tmp_path / "page.html", html)
    articles, skipped = one([str(tmp_path)])
    assert ([article.path for article in articles], skipped) == ([path], [])
    assert would_read([str(tmp_path)], path) == path


def test_our_own_page_as_a_path_is_named(tmp_path):
    _, (skipped,) = one([write(tmp_path / "page.html", SUMMARY.to_html())])
    assert skipped.reason == "is a summary that was written with -f html; give its articles"


@pytest.mark.parametrize(
    ("name", "folder", "link"),
    [
        ("ferry.html", "ferry_files", "ferry_files/a.css"),
        ("Ferry aground.htm", "Ferry aground-Dateien", "Ferry%20aground-Dateien/a.css"),
        ("ferry.html", "ferry_fichiers", "./ferry_fichiers/a.css"),
        ("færge.html", "færge_filer", "f%C3%A6rge_filer/a.css"),
    ],
)
def test_the_folder_of_a_saved_page_is_left_out(tmp_path, name, folder, link):
    path = write(tmp_path / name, page(head=f'<link rel="stylesheet" href="{link}">'))
    write(tmp_path / folder / "frame.html", page())
    write(tmp_path / folder / "deep" / "a.png", b"\x89PNG")
    articles, skipped = one([str(tmp_path)])
    assert ([article.path for article in articles], skipped) == ([path], [])


@pytest.mark.parametrize(
    ("folder", "link"),
    [("ferry_files", "other/a.css"), ("ferries", "ferries/a.css"), ("ferry", "ferry/a.css")],
)
def test_another_folder_beside_a_page_is_searched(tmp_path, folder, link):
    write(tmp_path / "ferry.html", page(head=f'<link rel="stylesheet" href="{link}">'))
    write(tmp_path / folder / "a.txt", TEXT)
    assert len(one([str(tmp_path)])[0]) == 2
