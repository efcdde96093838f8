"""Batches: several events in one run."""

import json
import re
from pathlib import Path

from commands import EAST, NORTH, SOUTH, event


def test_pages_of_a_batch_are_a_folder_with_an_index(run):
    Path("b.jsonl").write_text(event(NORTH, SOUTH, id="one") + event(EAST, id="<two>"))
    assert run("b.jsonl", "-f", "html").notes == ["the pages of a batch need a folder; give -o DIR"]
    result = run("b.jsonl", "-f", "html", "-o", "pages")
    assert (result.code, result.out) == (0, "")
    assert sorted(path.name for path in Path("pages").iterdir()) == [
        "1.html",
        "2.html",
        "index.html",
    ]
    index = Path("pages/index.html").read_text("utf-8")
    assert index.count("<li>") == 2
    assert "&lt;two&gt;" in index
    Path("file").write_text("x")
    assert run("b.jsonl", "-f", "html", "-o", "file").notes == [
        "cannot write file: it is a file; give -o a folder"
    ]


def test_each_path_is_an_event_of_its_own(run):
    paths = ("news/north.txt", "news/south.txt")
    lines = run(*paths, "--each", "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == list(paths)
    first, second = (run(path, "--each").out for path in paths)
    assert run(*paths, "--each").out == f"{first}\n{second}"


def test_input_jsonl_reads_events_from_standard_input(run):
    result = run("-", "--input", "jsonl", "-f", "jsonl", stdin=event(NORTH, SOUTH, id="e1"))
    assert json.loads(result.out)["id"] == "e1"


BATCH = (
    event(NORTH, SOUTH, id="one")
    + "{broken\n\n"
    + event("Ferry Aground", id="three")
    + event({"id": "x", "text": 5}, EAST)
)


def test_the_lines_of_a_jsonl_batch_match_its_events(run):
    Path("b.jsonl").write_text(BATCH)
    result = run("b.jsonl", "-f", "jsonl")
    assert result.code == 0
    first, second, third, fourth = map(json.loads, result.out.splitlines())
    assert (first["id"], len(first["documents"])) == ("one", 2)
    assert second["schema"] == third["schema"] == "summarize/1"
    assert (second["id"], third["id"]) == (None, "three")
    assert second["error"].startswith("b.jsonl:2: is not JSON")
    assert third["error"].startswith("b.jsonl:4: no article has a usable sentence")
    assert (fourth["id"], len(fourth["documents"])) == (None, 1)
    assert [note.split(": ")[0] for note in result.notes] == [
        "skipped b.jsonl:2",
        "skipped b.jsonl:4 (three)",
        "skipped b.jsonl:5",
    ]
    assert run("b.jsonl", "-f", "jsonl", "--strict").code == 3


def test_a_batch_in_text_has_one_summary_after_another_and_errors_apart(run):
    Path("b.jsonl").write_text(BATCH)
    Path("one.jsonl").write_text(event(NORTH, SOUTH, id="one"))
    Path("two.jsonl").write_text(event(EAST))
    result = run("b.jsonl")
    assert result.out == run("one.jsonl").out + "\n" + run("two.jsonl").out
    assert "error" not in result.out


def test_a_batch_that_fails_altogether_still_has_its_lines(run):
    result = run("-", "--input", "jsonl", "-f", "jsonl", stdin="5\n[]\n")
    assert (result.code, len(result.out.splitlines())) == (1, 2)
    assert run("-", "--input", "jsonl", "-f", "jsonl", "-o", "x", stdin="5\n").code == 1
    assert not Path("x").exists()


def test_paths_that_fail_under_each_have_their_lines(run):
    Path("empty.txt").touch()
    result = run("missing", "empty.txt", "news", "--each", "-f", "jsonl")
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert [line["id"] for line in lines] == ["missing", "empty.txt", "news"]
    assert ["error" in line for line in lines] == [True, True, False]
    assert result.code == 2


def test_a_dash_is_a_name_like_any_other_in_a_batch(run):
    line = event(NORTH, {"id": "-", "text": "Ferry Aground"})
    Path("b.jsonl").write_text(line)
    assert run("b.jsonl").notes == ["b.jsonl:1: skipped -: no sentence found; give its full text"]


def test_an_events_own_focus_comes_before_the_flag(run):
    line = event(NORTH, SOUTH, EAST, query="hotel owners visitors")
    result = run("-", "--input", "jsonl", "-n", "1", "--focus", "captain steering", stdin=line)
    assert "Hotel owners on Lunde" in result.out
    result = run(
        "-",
        "--input",
        "jsonl",
        "-n",
        "1",
        "--focus",
        "hotel owners visitors",
        stdin=event(NORTH, SOUTH, EAST),
    )
    assert "Hotel owners on Lunde" in result.out


def test_the_footnotes_of_a_batch_do_not_collide(run):
    Path("b.jsonl").write_text(event(NORTH, SOUTH) + event(EAST) + event(NORTH, id="a b"))
    out = run("b.jsonl", "-f", "markdown").out
    labels = re.findall(r"^\[\^([\w-]+)\]:", out, re.MULTILINE)
    assert len(labels) == len(set(labels))
    assert {label.partition("-")[0] for label in labels} == {"1", "2", "3"}
    assert set(re.findall(r"\[\^([\w-]+)\](?!:)", out)) == set(labels)
