"""Saved summaries: --verify and --seen."""

import json
import os
import re
from pathlib import Path

import pytest
from commands import SOUTH


def test_a_summary_is_verified_against_the_paths_that_it_names(run):
    run("news", "-o", "s.json")
    result = run("--verify", "s.json")
    assert (result.code, result.notes) == (0, [])
    assert re.fullmatch(r"verified \d+ sentences against 3 articles\n", result.out)
    assert run("--verify", "s.json", "news").code == 0
    Path("news/south.txt").write_text(SOUTH.replace("ferry", "fairy", 1))
    changed = run("--verify", "s.json")
    assert (changed.code, changed.out) == (4, "")
    assert "s.json: article" in changed.notes[0]
    assert "(news/south.txt) is missing or was modified" in changed.notes[0]
    Path("news/south.txt").unlink()
    assert run("--verify", "s.json").code == 4


@pytest.mark.parametrize(
    ("written", "note"),
    [
        (None, "cannot read s.json: does not exist; check the path"),
        ("{", "s.json is not complete JSON; give a file written with -f json"),
        ("[1]", "s.json is not a summary; give one written with -f json"),
        (
            '{"schema": "summarize/9"}',
            "s.json is a summary of version summarize/9; regenerate it",
        ),
        ("\\udcff", "s.json is not complete JSON;"),
    ],
)
@pytest.mark.parametrize("flag", ["--verify", "--seen"])
def test_anything_but_a_summary_is_one_clear_line(run, flag, written, note):
    if written is not None:
        Path("s.json").write_text(written)
    result = run("news", flag, "s.json")
    assert (result.code, result.out, len(result.notes)) == (2, "", 1)
    assert result.notes[0].startswith(note)


@pytest.mark.parametrize("depth", [300, 900, 990, 2000, 100_000])
def test_json_that_is_not_ours_is_not_verified(run, depth):
    run("news", "-o", "s.json")
    written = Path("s.json").read_text("utf-8")
    for name, forged in (
        ("deep", written.replace('"0.1.0"', "[" * depth + "]" * depth, 1)),
        ("top", written.replace('"text": ', '"text": "FORGED", "text": ', 1)),
        ("inner", written.replace('"start": ', '"start": 0, "start": ', 1)),
    ):
        assert forged != written
        Path("forged.json").write_text(forged, "utf-8")
        result = run("--verify", "forged.json")
        assert (result.code, result.out, len(result.notes)) == (4, "", 1), name


def test_a_path_that_could_be_waited_for_is_not_read(run, monkeypatch):
    """A summary may name any path; a run without PATHs reads only ordinary files."""
    run("news", "-o", "s.json")
    os.mkfifo("pipe")
    Path("-").write_text("not standard input")
    Path("empty").touch()
    Path("link").symlink_to("pipe")
    monkeypatch.setattr("sys.stdin", None)
    hostile = ["pipe", "-", "empty", "link", "/dev/zero", "/dev/tty", "news", "\0", "x" * 9999, 7]
    written = json.loads(Path("s.json").read_text("utf-8"))
    for path in hostile:
        documents = [document | {"path": path} for document in written["documents"]]
        Path("s.json").write_text(json.dumps(written | {"documents": documents}))
        result = run("--verify", "s.json")
        assert (result.code, len(result.notes)) == (2, 1), path
        assert result.notes[0].startswith("the summary names no file that exists"), path


def test_seen_leaves_only_what_is_new(run):
    Path("later").mkdir()
    Path("later/tugs.txt").write_text(
        "Two tugs pulled the ferry Hilda off the sandbank at high water on Tuesday.\n\nDivers "
        "found a crack in the rudder of the ship, and it will stay in the yard until Friday."
    )
    run("news", "-f", "json", "-o", "day1.json")
    result = run("news", "later", "--seen", "day1.json", "-f", "json")
    summary = json.loads(result.out)
    paths = {document["number"]: document["path"] for document in summary["documents"]}
    assert {paths[s["document"]] for s in summary["sentences"]} == {"later/tugs.txt"}
    again = run("news", "--seen", "day1.json")
    assert (again.code, again.out) == (1, "")
