"""Inputs that cannot be used: what is said, and the exit code."""

import json
from pathlib import Path

import pytest
from commands import SOUTH, names


def test_quiet_keeps_only_errors(run):
    Path("empty.txt").touch()
    assert run("news", "empty.txt").notes == [
        "skipped empty.txt: is empty; there is nothing to summarise"
    ]
    for flag in ("-q", "--quiet"):
        assert run("news", "empty.txt", flag).notes == []
        assert run("news", "missing.txt", flag).notes == [
            "cannot read missing.txt: does not exist; check the path"
        ]
        assert len(run("empty.txt", flag).notes) == 1


def test_verbose_says_what_was_read(run):
    for flag in ("-v", "--verbose"):
        (note,) = run("news", flag).notes
        assert note.startswith("articles: 3, sentences: 9, signature: rank:corroboration|")


def test_strict_turns_a_skipped_input_into_exit_code_3(run):
    Path("empty.txt").touch()
    Path("title.txt").write_text("Ferry Aground\n")
    assert run("news", "--strict").code == 0
    for name in ("empty.txt", "title.txt"):
        lenient, strict = run("news", name), run("news", name, "--strict")
        assert (lenient.code, strict.code) == (0, 3)
        assert lenient.out == strict.out
        assert lenient.notes[0].startswith(f"skipped {name}: ")


def test_strict_ignores_exact_copies(run):
    Path("news/copy.txt").write_text(SOUTH)
    result = run("news", "--strict")
    assert result.code == 0
    assert len(result.notes) == 1
    assert "exact copy" in result.notes[0]


def test_a_missing_path_is_exit_code_2_and_the_others_are_summarised(run):
    result = run("missing.txt", "news")
    assert result.code == 2
    assert result.notes == ["cannot read missing.txt: does not exist; check the path"]
    assert result.out == run("news").out


def test_a_missing_path_alone_is_one_line(run):
    result = run("missing.txt", "--strict")
    assert (result.code, result.out, len(result.notes)) == (2, "", 1)
    assert run("").notes == ["cannot read '': does not exist; check the path"]
    assert run("", "--each").notes == ["cannot read '': does not exist; check the path"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\x7fELF\0\0", "looks like a binary file"),
        (b"caf\x81", "give its encoding with --encoding"),
        (b"<html><p>The ferry ran aground.</p>", "has no article"),
        (b"Ferry Aground\n\nIsland Waits\n", "no sentence found"),
    ],
)
def test_nothing_to_summarise_is_exit_code_1_and_writes_nothing(run, data, words):
    Path("a.txt").write_bytes(data)
    Path("out.md").write_text("older")
    result = run("a.txt", "-o", "out.md")
    assert (result.code, result.out) == (1, "")
    skipped, failed = result.notes
    assert skipped.startswith("skipped a.txt: ")
    assert words in skipped
    assert failed.startswith("nothing could be summarised; ")
    assert Path("out.md").read_text() == "older"
    assert names() == ["a.txt", "news", "out.md"]
    assert run("a.txt", "news").code == 0


def test_one_event_that_fails_writes_no_line_even_as_jsonl(run):
    Path("empty.txt").touch()
    Path("title.txt").write_text("Ferry Aground\n")
    for argv in (["empty.txt"], ["title.txt"], ["empty.txt", "--each"]):
        result = run(*argv, "-f", "jsonl")
        assert (result.code, result.out) == (1, "")


def test_a_folder_without_articles_is_exit_code_1(run):
    Path("none").mkdir()
    result = run("none")
    assert result.code == 1
    assert result.notes[0].startswith("skipped none: contains no file that can be read;")


def test_a_one_sentence_article_is_its_own_summary(run):
    result = run(
        "-", stdin="The ferry Hilda ran aground off the island of Lunde on Monday morning."
    )
    assert result.code == 0
    assert result.out.startswith("The ferry Hilda ran aground")


def test_a_budget_that_no_sentence_fits_gives_one_and_a_warning(run):
    result = run("news", "-w", "3")
    assert result.code == 0
    assert any("no sentence fits" in note for note in result.notes)


def test_a_thousand_copies_of_an_article_are_one_origin(run):
    Path("many").mkdir()
    for number in range(1_000):
        Path(f"many/{number}.txt").write_text(SOUTH)
    result = run("many", "-f", "json")
    assert (result.code, len(result.notes)) == (0, 2)
    summary = json.loads(result.out)
    assert len(summary["documents"]) == 1_000
    assert {sentence["corroboration"] for sentence in summary["sentences"]} == {1}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("new\nline.txt", "new line.txt"),
        ("\x1b[31mred.txt", "red.txt"),
        ("\u202etxt.exe.txt", "txt.exe.txt"),
        ("caf\udce9.txt", "caf\ufffd.txt"),
    ],
)
def test_a_hostile_file_name_cannot_control_the_terminal(run, name, shown):
    Path(name).touch()
    result = run(name, "missing " + name, "news", "-v")
    assert f"cannot read missing {shown}: does not exist; check the path" in result.notes
    assert any(note.startswith(f"skipped {shown}: is empty") for note in result.notes)
    Path(name).write_text(SOUTH)
    for format_name in ("text", "terminal", "markdown"):
        assert not set(run(name, "-f", format_name).out) & {"\x1b", "\u202e", "\udce9"}
    assert json.loads(run(name, "-f", "json").out)["documents"][0]["path"] == name


def test_an_article_without_a_sentence_is_one_line_and_its_copies_are_none(run):
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text("Ferry Aground\n")
    result = run("news", "a.txt", "b.txt", "c.txt")
    assert result.notes == ["skipped a.txt: no sentence found; give its full text"]
    result = run("a.txt", "news", "--each")
    assert result.notes == [
        "skipped a.txt: no article has a usable sentence; give one with complete sentences"
    ]


def test_an_unknown_language_is_exit_code_2_and_names_the_known_ones(run):
    result = run("news", "--lang", "xx")
    assert (result.code, result.out) == (2, "")
    (note,) = result.notes
    assert note.startswith("lang is 'xx'; choose one of auto, ar, cs, ")


def test_a_language_that_the_articles_are_not_in_is_a_warning(run):
    result = run("news", "--lang", "de", "-f", "json")
    assert result.code == 0
    data = json.loads(result.out)
    assert (data["language"], {each["language"] for each in data["documents"]}) == ("de", {"de"})
    assert "the articles look like English and are read as German" in result.notes[0]
    assert json.loads(run("news", "-f", "json").out)["language"] == "en"
