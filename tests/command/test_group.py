"""--group: the events of a mix, and tomorrow's digest, with the real command."""

import json

import pytest
from commands import EAST, NORTH, SOUTH, Result, command, names
from reports import REPORTS

from summarize import Digest, OptionError, Summarizer, group, load, summarize

BANK = """\
Title: Central Bank Keeps Its Rate at Two Percent
Source: Velm Courier
Date: June 11, 2025

The central bank of Norland kept its interest rate at two percent on Wednesday, as expected.

Governor Ada Brenn said that inflation had slowed to 1.9 percent in May.

The bank will decide about its interest rate again in August.
"""
RATE = """\
Title: Norland's Rate Unchanged
Source: Radio Velm
Date: June 11, 2025

Norland's central bank left its interest rate at two percent on Wednesday.

Inflation slowed to 1.9 percent in May, governor Ada Brenn said in the capital.

Exporters had asked the central bank for a lower interest rate.
"""
LATER = """\
Title: Bank Misjudged the Currency
Source: Velm Courier
Date: June 13, 2025

The central bank of Norland surprised observers on Friday with an interest rate of 1.5 percent.

Governor Ada Brenn apologised: the strength of the currency had been misjudged two days earlier.
"""
MILL = """\
Title: Old Mill Becomes a Museum
Date: June 12, 2025

Volunteers in Vik finished the roof of the old mill, which will be a museum of bread.
"""


@pytest.fixture
def mix(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mix").mkdir()
    texts = {"bank": BANK, "east": EAST, "mill": MILL, "north": NORTH, "rate": RATE, "south": SOUTH}
    for name, text in texts.items():
        (tmp_path / "mix" / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def run(*argv):
    done = command(*argv)
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.usefixtures("mix")
def test_each_event_is_told_once_and_the_rest_is_listed():
    result = run("mix", "--group", "-f", "json")
    data = json.loads(result.out)
    told = [
        {document["id"] for document in each["summary"]["documents"]} for each in data["events"]
    ]
    assert told == [{"east.txt", "north.txt", "south.txt"}, {"bank.txt", "rate.txt"}]
    assert [single["id"] for single in data["singles"]] == ["mill.txt"]
    assert result.code == 0
    assert all(each["is_new"] for each in data["events"])


@pytest.mark.usefixtures("mix")
def test_no_order_of_the_files_changes_a_byte():
    files = [f"mix/{name}" for name in names("mix")]
    outputs = {run(*order, "--group", "-f", "json").out for order in (files, files[::-1])}
    assert len(outputs) == 1


def test_lines_and_two_processes_give_the_same_summaries(mix):
    lines = run("mix", "--group", "-f", "jsonl").out
    assert run("mix", "--group", "-f", "jsonl", "--jobs", "2").out == lines
    run("mix", "--group", "-f", "jsonl", "-o", "day.jsonl")
    assert (mix / "day.jsonl").read_text("utf-8") == lines
    data = json.loads(run("mix", "--group", "-f", "json").out)
    assert [json.loads(line) for line in lines.splitlines()] == [
        e["summary"] for e in data["events"]
    ]


@pytest.mark.usefixtures("mix")
def test_top_and_min_origins_leave_events_out_with_a_note():
    top = json.loads(run("mix", "--group", "--top", "1", "-f", "json").out)
    assert [len(each["summary"]["documents"]) for each in top["events"]] == [3]
    assert top["notes"] == ["1 event left out: after the first 1"]
    weak = json.loads(run("mix", "--group", "--min-origins", "3", "-f", "json").out)
    assert {single["id"] for single in weak["singles"]} == {"bank.txt", "rate.txt", "mill.txt"}
    assert weak["notes"] == ["1 event left out: fewer than 3 independent origins"]


def test_tomorrow_tells_only_what_is_new_under_the_same_id(mix):
    run("mix", "--group", "-f", "json", "-o", "monday.json")
    before = json.loads((mix / "monday.json").read_text("utf-8"))
    (mix / "new").mkdir()
    (mix / "new" / "later.txt").write_text(LATER, "utf-8")
    (mix / "new" / "bank.txt").write_text(BANK, "utf-8")
    data = json.loads(run("new", "--group", "--seen", "monday.json", "-f", "json").out)
    (event,) = data["events"]
    assert event["id"] == before["events"][1]["id"]
    assert not event["is_new"]
    assert "apologised" in event["summary"]["text"]
    assert event["summary"]["headline"]["text"] == "Bank Misjudged the Currency"
    assert "1.9 percent" not in event["summary"]["text"]
    assert data["notes"] == ["1 event of the earlier digest: nothing new"]


@pytest.mark.usefixtures("mix")
def test_the_same_articles_again_are_nothing_new():
    run("mix", "--group", "-f", "json", "-o", "monday.json")
    result = run("mix", "--group", "--seen", "monday.json", "-f", "text")
    assert result.code == 1
    assert result.notes == [
        "nothing could be summarised: 2 events of the earlier digest: nothing new"
    ]
    assert "Old Mill" in result.out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{}", "is not a digest; give one written with --group -f json"),
        ('{"schema": "summarize-digest/0", "events": []}', "regenerate it as summarize-digest/1"),
        ('{"schema": "summarize-digest/1", "events": [{}]}', "is not a complete digest"),
        ('{"schema": "summarize-digest/1"}', "is not a complete digest"),
    ],
)
def test_what_is_no_digest_of_this_version_is_refused(mix, content, words):
    (mix / "seen.json").write_text(content)
    result = run("mix", "--group", "--seen", "seen.json")
    assert (result.code, result.out) == (2, "")
    assert words in result.notes[0]


def test_one_article_and_copies_of_one_are_no_events(mix):
    alone = run("mix/mill.txt", "--group", "-f", "text")
    assert alone.code == 1
    assert "only 1 article was given" in alone.notes[0]
    for n in range(3):
        (mix / f"copy{n}.txt").write_text(NORTH, "utf-8")
    copies = run("copy0.txt", "copy1.txt", "copy2.txt", "--group", "-f", "json")
    (event,) = json.loads(copies.out)["events"]
    assert len(event["summary"]["documents"]) == 3


@pytest.mark.usefixtures("mix")
def test_explain_says_why_articles_are_one_event():
    result = run("mix", "--group", "--explain", "-f", "text")
    assert (
        "Norland's Rate Unchanged: like Central Bank Keeps Its Rate at Two Percent (" in result.out
    )


@pytest.mark.usefixtures("mix")
def test_without_group_a_digest_format_holds_the_one_event():
    result = run("mix/north.txt", "mix/south.txt", "-f", "atom")
    assert result.out.count("<entry>") == 1


def test_in_python_the_digest_is_the_same(mix):
    texts = [(mix / "mix" / name).read_text("utf-8") for name in names("mix")]
    day = Summarizer(words=70).digest(texts)
    assert isinstance(day, Digest)
    assert [len(each.summary.documents) for each in day.events] == [3, 2]
    again = Summarizer(words=70).digest(texts, seen=day)
    assert (again.events, again.notes) == ((), ("2 events of the earlier digest: nothing new",))
    with pytest.raises(OptionError, match="not a digest"):
        Summarizer().digest(texts, seen={"schema": "other"})


def test_two_earlier_events_that_have_become_one_are_both_read(mix):
    texts = [(mix / "mix" / name).read_text("utf-8") for name in names("mix")]
    seen = Summarizer(words=70).digest(texts).to_dict()
    ferry = seen["events"][0]
    for part in (slice(None, 1), slice(1, None)):
        documents = ferry["summary"]["documents"][part]
        summary = {**ferry["summary"], "documents": documents}
        seen["events"].append({**ferry, "id": str(part), "summary": summary})
    del seen["events"][0]
    again = Summarizer(words=70).digest(texts, seen=seen)
    assert (again.events, again.notes) == ((), ("3 events of the earlier digest: nothing new",))


@pytest.mark.parametrize("options", [{"top": 0}, {"least_origins": 1.5}])
def test_what_is_not_a_count_is_refused(options):
    with pytest.raises(OptionError, match="give a whole number of at least 1"):
        Summarizer().digest(["One ferry ran aground."], **options)


def test_an_event_without_a_sentence_to_tell_is_counted(mix):
    texts = [(mix / "mix" / name).read_text("utf-8") for name in names("mix")]
    silent = Summarizer(min_origins=9).digest(texts)
    assert (silent.events, silent.notes) == ((), ("2 events without a sentence to tell",))
    run("mix", "--group", "-f", "json", "-o", "monday.json")
    told = json.loads((mix / "monday.json").read_text("utf-8"))["events"][0]["summary"]["text"]
    (mix / "again.txt").write_text(told, "utf-8")
    result = run("again.txt", "mix/mill.txt", "--group", "--seen", "monday.json", "-f", "json")
    assert "1 event without a sentence to tell" in json.loads(result.out)["notes"]


FEUER = """\
---
title: "Feuer im Hafen von Lunde"
{}date: "2025-06-11"
---

Feuer im Hafen von Lunde: zwei Arbeiter verletzt.
"""
BRAND = """\
---
title: "Zwei Verletzte nach Feuer"
{}date: "2025-06-11"
---

Feuer im Hafen von Lunde, zwei Arbeiter verletzt, Lager zerstört.
"""


def test_a_declared_language_keeps_short_articles_in_events_of_their_own(mix):
    """Two are too short to be identified; three in German are declared to be in English."""
    german = {f"de{number}.md": text for number, text in enumerate(REPORTS["de"])}
    texts = {name: f'---\nlanguage: "en"\n---\n\n{text}\n' for name, text in german.items()}
    for line in ('language: "de-AT"\n', ""):
        texts |= {"brand.md": BRAND.format(line), "feuer.md": FEUER.format(line)}
        for name, text in texts.items():
            (mix / "mix" / name).write_text(text, "utf-8")
        if line:
            result = run("mix", "--group", "-f", "json")
    found = {
        frozenset(document["id"] for document in each["documents"]): each["language"]
        for each in (event["summary"] for event in json.loads(result.out)["events"])
    }
    short = frozenset({"brand.md", "feuer.md"})
    assert found == {
        short: "de",
        frozenset(german): "de",
        frozenset({"bank.txt", "rate.txt"}): "en",
        frozenset({"north.txt", "south.txt", "east.txt"}): "en",
    }
    (undeclared,) = (
        event
        for event in group(load("mix")).events
        if {article.id for article in event.articles} == short
    )
    assert summarize(undeclared.articles).language == "und"
