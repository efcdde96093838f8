"""The command `--check`."""

import json
from pathlib import Path

import pytest
from commands import NORTH


@pytest.mark.parametrize("name", ["s.txt", "s.json"])
def test_a_summary_is_found_in_its_articles(run, name):
    run("news", "-o", name)
    result = run("--check", name, "news")
    assert (result.code, result.notes) == (0, [])
    assert "not found" not in result.out


def test_what_is_not_found_is_named_and_the_exit_code_is_4(run):
    Path("d.md").write_text(f"{NORTH.split('.')[0]}.\n\nPigs flew home \x1b[31mto Bogus in 1876.\n")
    result = run("--check", "d.md", "news")
    assert result.code == 4
    assert "not found: Pigs flew home" in result.out
    assert "! name: “Bogus” is in no article" in result.out
    assert "! figure: “1876” is in no article" in result.out
    assert "\x1b" not in result.out
    data = json.loads(run("--check", "d.md", "news", "-f", "json").out)
    assert data["n_wrong"] == 1
    drawn = run("--check", "d.md", "news", "-f", "terminal", "--width", "40")
    assert drawn.code == 4
    assert max(map(len, drawn.out.splitlines())) <= 40


@pytest.mark.parametrize(
    ("argv", "note"),
    [
        (("--check", "none.md", "news"), "cannot read none.md: does not exist; check the path"),
        (("--check", "news/north.txt"), "--check needs the articles"),
        (("--check", "news/north.txt", "news", "-f", "html"), "--check has no format html"),
        (("--check", "a", "--verify", "b", "news"), "--verify and --check cannot be combined"),
    ],
)
def test_wrong_usage_is_one_line(run, argv, note):
    result = run(*argv)
    assert (result.code, result.out, len(result.notes)) == (2, "", 1)
    assert result.notes[0].startswith(note)


@pytest.mark.parametrize("name", ["d.md", "news/north.txt"])
def test_neither_the_draft_nor_an_article_is_overwritten(run, name):
    Path("d.md").write_text(NORTH)
    before = Path(name).read_bytes()
    result = run("--check", "d.md", "news", "-o", name)
    assert result.code == 2
    assert result.notes == [f"{name} is an input; choose another file for -o"]
    assert Path(name).read_bytes() == before
