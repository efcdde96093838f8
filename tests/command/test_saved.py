"""Saved summaries: --verify and --seen."""

import json
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
