"""Tables on the command line: summarised with articles, and checked again."""

import csv
import json
from pathlib import Path

from commands import EAST, NORTH, SOUTH


def test_a_table_is_summarised_and_checked_from_its_own_path(run):
    with Path("t.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["Title", "Tale"], ["A", NORTH], ["B", SOUTH], ["C", ""]])
    refused = run("t.csv")
    assert refused.code == 1
    assert "its columns are Title, Tale" in refused.err
    made = run("t.csv", "news/east.txt", "--text-column", "tale", "-o", "s.json")
    assert (made.code, len(made.notes)) == (0, 1)
    assert made.notes[0].startswith("skipped 1 of the 3 rows of t.csv: have no text")
    checked = run("--verify", "s.json", "--text-column", "tale")
    assert checked.code == 0
    assert "against 3 articles" in checked.out
    assert EAST in Path("news/east.txt").read_text()
    Path("t.csv").write_text(Path("t.csv").read_text().replace("212", "213"))
    assert run("--verify", "s.json", "--text-column", "tale").code == 4


def test_a_file_of_articles_gives_one_summary_and_is_checked_from_its_own_path(run):
    lines = [{"headline": "A", "content": NORTH}, {"content": SOUTH}]
    Path("flat.ndjson").write_text("".join(json.dumps(line) + "\n" for line in lines))
    made = run("flat.ndjson", "-f", "jsonl", "-o", "s.json")
    assert (made.code, made.notes) == (0, [])
    assert len(Path("s.json").read_text().splitlines()) == 1
    assert run("--verify", "s.json").code == 0


def test_a_file_of_articles_is_one_event_as_a_folder_is(run):
    lines = [{"content": text} for text in (NORTH, SOUTH, EAST)]
    Path("flat.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    Path("more.txt").write_text("The ferry Hilda ran aground off Lunde on Monday, officials said.")
    alone, mixed = run("flat.jsonl", "-f", "json"), run("flat.jsonl", "more.txt", "-f", "json")
    assert (alone.code, mixed.code) == (0, 0)
    assert len(json.loads(alone.out)["documents"]) == 3
    assert len(json.loads(mixed.out)["documents"]) == 4
    Path("s.json").write_text(mixed.out)
    assert run("--verify", "s.json").code == 0
