"""``--group-by``: the articles of a table or of JSON are divided into events by a column."""

import csv
import json
from pathlib import Path

import pytest
from commands import EAST, NORTH, SOUTH

from summarize.inputs.records import Row, Skipped
from summarize.inputs.since import first_day, recent
from summarize.model import Article

ROWS = [("ferry", NORTH), ("hotels", EAST), ("ferry", SOUTH), ("", EAST), (" ", EAST)]


def table(path, rows=ROWS):
    """Write rows as a table."""
    with Path(path).open("w", newline="") as file:
        csv.writer(file).writerows([["topic", "text"], *rows])
    return path


def lines(path, rows=ROWS):
    """Write rows as lines of JSON."""
    records = [json.dumps({"topic": topic, "text": text}) for topic, text in rows]
    Path(path).write_text("\n".join(records) + "\n")
    return path


def listed(path, rows=ROWS):
    """Write rows as a list in JSON."""
    Path(path).write_text(json.dumps([{"topic": topic, "text": text} for topic, text in rows]))
    return path


FORMATS = pytest.mark.parametrize(
    ("make", "name", "kind"),
    [
        (table, "t.csv", "rows"),
        (lines, "t.jsonl", "lines"),
        (listed, "t.json", "articles"),
    ],
)


@FORMATS
def test_the_values_of_a_column_are_events_in_the_order_of_first_appearance(run, make, name, kind):
    result = run(make(name), "--group-by", "Topic", "-f", "jsonl")
    events = [json.loads(line) for line in result.out.splitlines()]
    assert [(event["id"], len(event["documents"])) for event in events] == [
        ("ferry", 2),
        ("hotels", 1),
    ]
    if kind == "rows":
        assert result.notes == [
            'skipped 2 of the 5 rows of t.csv: have no value as "Topic"; add it'
        ]
    else:
        assert [note.partition(": ")[0] for note in result.notes] == [
            f"skipped {name}:4",
            f"skipped {name}:5",
        ]


@FORMATS
def test_an_unknown_column_is_a_line_that_lists_those_that_are_known(run, make, name, kind):
    result = run(make(name), "--group-by", "event", "-f", "jsonl")
    assert (result.code, result.out) == (1, "")
    what = "column" if kind == "rows" else "key"
    assert f'has no {what} "event"; its {what}s are topic, text' in result.notes[0]


def test_events_span_files_and_articles_without_a_column_are_skipped(run):
    table("a.csv", [("ferry", NORTH)])
    lines("b.jsonl", [("hotels", EAST), ("ferry", SOUTH)])
    result = run("a.csv", "b.jsonl", "news/south.txt", "--group-by", "topic", "-f", "jsonl")
    events = [json.loads(line) for line in result.out.splitlines()]
    assert [(event["id"], len(event["documents"])) for event in events] == [
        ("ferry", 2),
        ("hotels", 1),
    ]
    assert [note.partition(":")[0] for note in result.notes] == ["skipped news/south.txt"]


def test_the_same_events_in_processes_and_after_an_interruption(run):
    table("t.csv", [(f"event {n}", text) for n in range(4) for text in (NORTH, SOUTH)])
    alone = run("t.csv", "--group-by", "topic", "-f", "jsonl", "-o", "a.jsonl")
    assert (alone.code, alone.notes) == (0, [])
    run("t.csv", "--group-by", "topic", "-f", "jsonl", "-o", "b.jsonl", "--jobs", "2")
    expected = Path("a.jsonl").read_bytes()
    assert Path("b.jsonl").read_bytes() == expected
    assert len(expected.splitlines()) == 4
    Path("c.jsonl.part").write_bytes(b"".join(expected.splitlines(keepends=True)[:2]))
    resumed = run("t.csv", "--group-by", "topic", "-f", "jsonl", "-o", "c.jsonl", "--resume")
    assert resumed.code == 0
    assert Path("c.jsonl").read_bytes() == expected


def test_pages_are_a_folder_with_an_index(run):
    result = run(table("t.csv"), "--group-by", "topic", "-f", "html", "-o", "pages")
    assert result.code == 0
    assert {path.name for path in Path("pages").iterdir()} == {"1.html", "2.html", "index.html"}
    one = run("t.csv", "--group-by", "topic", "-f", "html")
    assert one.notes == ["the pages of a batch need a folder; give -o DIR"]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["b.jsonl"], "'b.jsonl' is a batch of events, which --group-by cannot divide"),
        (["t.csv", "--each"], "--each makes events, which --group-by cannot divide"),
        (["t.csv", "--group"], "--group and --group-by cannot be combined"),
    ],
)
def test_what_has_events_already_is_not_divided(run, argv, words):
    table("t.csv")
    Path("b.jsonl").write_text(json.dumps({"documents": [NORTH]}) + "\n")
    result = run(*argv, "--group-by", "topic")
    assert result.code == 2
    assert words in result.notes[0]


def test_since_leaves_out_rows_too():
    old, new = (Article("A.", published=day) for day in ("2025-06-01", "2025-06-11"))
    rows = [Row(old, "ferry"), Row(new, "ferry")]
    kept, record = recent(rows, first_day("2025-06-10"))
    assert kept == rows[1]
    assert isinstance(record, Skipped)
