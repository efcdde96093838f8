"""The command `--check`."""

import json
import re
import shutil
from pathlib import Path

import pytest
from commands import NORTH, ROOT
from jsonschema import Draft202012Validator, ValidationError

from summarize.render import FORMATS

SEEDS = ROOT / "seeds"
GUIDE = (ROOT / "docs" / "guide" / "check.md").read_text("utf-8")
SCHEMA = json.loads((ROOT / "docs" / "guide" / "check.schema.json").read_text("utf-8"))
GERMAN = (
    "Die Fähre Hilda ist am Dienstag bei Lunde auf Grund gelaufen. Die Retter brachten alle "
    "Passagiere an Land, sagte die Sprecherin Anna Berg von der Küstenwache. Verletzt wurde "
    "niemand. Die Reederei will den Unfall nun untersuchen lassen und hat um Hilfe gebeten.\n"
)


NAMES = {
    "text": "s.txt",
    "terminal": "s.txt",
    "markdown": "s.md",
    "html": "s.html",
    "mail": "s.htm",
}
NAMES |= {"json": "s.json", "jsonl": "s.jsonl", "atom": "s.xml", "feed": "feed.json"}


@pytest.mark.parametrize(
    ("name", "options"),
    [
        *((name, ()) for name in FORMATS),
        *((name, ("--group",)) for name in ("json", "html", "text")),
    ],
)
def test_a_summary_is_found_in_its_articles_whatever_its_format(run, name, options):
    text = run(str(SEEDS), *options, "-f", name, "--quiet").out
    Path(NAMES[name]).write_text(text)
    result = run("--check", NAMES[name], str(SEEDS), "-f", "json")
    assert (result.code, result.notes) == (0, [])
    found = json.loads(result.out)
    assert len(found["sentences"]) >= 3
    assert all(sentence["citations"][0]["confidence"] for sentence in found["sentences"])
    assert {1.0} <= {c["confidence"] for s in found["sentences"] for c in s["citations"]}


def test_the_example_of_the_guide_names_five_errors_and_nothing_else(run):
    shutil.copytree(SEEDS, "seeds")
    [draft] = re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    Path("draft.md").write_text(draft)
    result = run("--check", "draft.md", "seeds/")
    assert (result.code, result.notes) == (4, [])
    named = re.findall(r"^    ! (\w+): ", result.out, re.MULTILINE)
    assert named == ["quotation", "figure", "name", "contradiction"]
    assert result.out.count("\nnot found: ") == 1
    assert "\n8 of 9 sentences found, 4 without a problem\n" in result.out


def test_the_json_of_a_check_matches_its_schema(run):
    Draft202012Validator.check_schema(SCHEMA)
    Path("d.md").write_text("Bad “news”.\n\n# A heading\n\nPigs flew home to Bogus in 1876.\n")
    for argv in (("d.md", "news"), ("news/north.txt", "news")):
        data = json.loads(run("--check", *argv, "-f", "json").out)
        Draft202012Validator(SCHEMA).validate(data)
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(data | {"more": 1})


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (b"", "cannot read d.md: is empty"),
        (b"\x00\x01\x02" * 99, "cannot read d.md: looks like a binary file"),
        (b"# Only a heading\n", "d.md has no sentence to check; give its text"),
        (GERMAN.encode(), "d.md is in German and no article is; nothing can be found across"),
    ],
)
def test_a_draft_that_cannot_be_checked_is_named(run, content, note):
    Path("d.md").write_bytes(content)
    result = run("--check", "d.md", str(SEEDS))
    assert result.code != 0
    assert len(result.notes) == 1
    assert result.notes[0].startswith(note)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("s.json", '{"schema": "summarize/1"}'),
        ("s.json", '{"schema": "summarize/1", "sentences": [3]}'),
        ("s.json", '{"schema": "summarize/1", "sentences": 5}'),
        ("s.json", '{"schema": "summarize/1", "sentences": {}}'),
        ("s.json", '{"schema": "summarize/1", "sentences": "It sank."}'),
        ("s.json", '{"schema": "summarize/1", "sentences": [{"text": null}]}'),
        ("s.json", '{"schema": "summarize/1", "sentences": [{"text": ["It sank."]}]}'),
        ("s.jsonl", '{"schema": "summarize/1", "sentences": []}\n{'),
        ("s.jsonl", '{"schema": "summarize/1", "sentences": []}\n[]'),
    ],
)
def test_what_is_not_a_whole_summary_is_refused(run, name, content):
    Path(name).write_text(content)
    result = run("--check", name, "news")
    assert (result.code, result.out) == (2, "")
    assert result.notes == [f"{name} is not a complete summary; give it as it was written"]


@pytest.mark.parametrize("name", ["s.json", "d.txt"])
def test_a_control_code_in_a_draft_is_not_a_figure(run, name):
    text = f"{NORTH.split('.')[0]}, \x1b[31mall of it."
    summary = {"schema": "summarize/1", "sentences": [{"text": text}]}
    Path(name).write_text(json.dumps(summary) if name == "s.json" else text)
    result = run("--check", name, "news", "-f", "json")
    assert [s["problems"] for s in json.loads(result.out)["sentences"]] == [[]]


def test_a_draft_may_come_from_standard_input(run):
    result = run("--check", "-", "news", stdin=f"{NORTH.split('.')[0]}.\n")
    assert (result.code, result.notes) == (0, [])
    assert "1 of 1 sentence found, 1 without a problem" in result.out


def test_the_language_of_the_articles_may_be_named(run):
    Path("a.txt").write_text("Das Schiff lief am Dienstag bei Lunde auf Grund.")  # too short
    Path("d.md").write_text("Der Dampfer lief am Dienstag bei Lunde auf Grund.")
    assert "name: “Der Dampfer” is in no article" in run("--check", "d.md", "a.txt").out
    assert "name" not in run("--check", "d.md", "a.txt", "--lang", "de").out


def test_an_article_is_found_in_itself(run):
    for path in sorted(SEEDS.iterdir())[:2]:
        result = run("--check", str(path), str(SEEDS))
        assert (result.code, result.notes) == (0, [])


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


@pytest.mark.parametrize("form", ["text", "terminal"])
def test_words_that_no_passage_has_are_below_the_sentence_and_before_its_problems(run, form):
    Path("a.txt").write_text("All 212 people on board the ferry Hilda are safe.")
    Path("d.txt").write_text("All 213 people on board the ferry Hilda are dead.")
    lines = [line.strip() for line in run("--check", "d.txt", "a.txt", "-f", form).out.splitlines()]
    assert lines[1:3] == [
        "not in these passages: 213, dead",
        "! figure: “213” is in no article",
    ]


@pytest.mark.parametrize(
    ("argv", "note"),
    [
        (("--check", "none.md", "news"), "cannot read none.md: does not exist; check the path"),
        (("--check", "news/north.txt"), "--check needs the articles"),
        (("--check", "news/north.txt", "news", "-f", "html"), "--check has no format html"),
        (("--check", "news/north.txt", "news", "--lang", "xx"), "lang is 'xx'; choose one of"),
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
