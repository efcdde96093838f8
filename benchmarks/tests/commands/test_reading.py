import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.report import grades as report
from benchmarks.scores import reading

TEXTS = [
    "The council of Lunde approved the new bridge over the river on Monday. It costs 12 million.",
    "A new bridge was approved in Lunde on Monday, the mayor said. Ann Poe voted against the plan.",
]


@pytest.fixture
def data(tmp_path):
    lines = [
        {"id": f"c{n}", "documents": [{"text": t} for t in TEXTS], "references": ["A bridge."]}
        for n in range(3)
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return path


def grades(key, found=(), best="ours", **changed):
    """A line for each cluster: the first sentence of ours has these faults, all else is right."""
    for row in key:
        yield {
            "set": row["set"],
            "cluster": row["cluster"],
            "faults": {
                letter: [list(found) if system == "ours" and not i else [] for i in range(n)]
                for letter, system in row["system_of"].items()
                for n in [row["n_sentences"][letter]]
            },
            "whole": {},
            "rank": {x: 1 + (system != best) for x, system in row["system_of"].items()},
        } | changed


def write(data, out, *options):
    return main(["reading", "--data", str(data), "--words", "20", "--out", str(out), *options])


def written(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return str(path)


def test_a_sheet_is_drawn_graded_and_scored(data, tmp_path, capsys):
    out = tmp_path / "sheet"
    assert (
        main(["reading", "--data", str(data), "--n", "2", "--words", "20", "--out", str(out)]) == 0
    )
    key = json.loads((out / "key.json").read_text("utf-8"))
    sheet = [json.loads(line) for line in (out / "sheet.jsonl").read_text("utf-8").splitlines()]
    page = (out / "sheet.html").read_text("utf-8")
    assert len(key) == len(sheet) == 2
    assert all(set(row["system_of"].values()) == {"ours", "lead", "lexrank"} for row in key)
    assert all("system_of" not in row and "lexrank" not in json.dumps(row) for row in sheet)
    assert "lexrank" not in page
    first = written(tmp_path / "first.jsonl", grades(key, ["told", "opening"]))
    second = written(tmp_path / "second.jsonl", grades(key))
    capsys.readouterr()
    assert main(["reading", "--score", first, second, "--key", str(out / "key.json")]) == 0
    shown = capsys.readouterr().out
    assert "| summaries: opening | 50.0 (50 to 50) | 0.0 (0 to 0) | 0.0 (0 to 0) |" in shown
    assert "ours preferred to lead, equal, not: 2, 0, 0" in shown
    assert "| dangling | 1.00 | 1.00 |" in shown


def test_the_same_seed_draws_the_same_sheet(data, tmp_path):
    for name in ("a", "b"):
        write(data, tmp_path / name)
    assert (tmp_path / "a/sheet.html").read_bytes() == (tmp_path / "b/sheet.html").read_bytes()


@pytest.mark.parametrize(
    "change",
    [{"faults": {}}, {"cluster": "c9"}, {"whole": {"A": ["dull"]}}, {"rank": {}}],
)
def test_grades_that_do_not_fit_are_named(data, tmp_path, capsys, change):
    out = tmp_path / "sheet"
    write(data, out)
    key = json.loads((out / "key.json").read_text("utf-8"))
    path = written(tmp_path / "wrong.jsonl", grades(key, **change))
    assert main(["reading", "--score", path, "--key", str(out / "key.json")]) == 2
    assert "the grades do not fit" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["--score", "a.jsonl"], ["--score", "a.jsonl", "--key", "b.json"]]
)
def test_what_is_missing_is_named(arguments, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["reading", *arguments]) == 2
    assert capsys.readouterr().err.startswith("benchmarks: ")


def test_kappa_of_readers_who_agree_by_chance_is_zero():
    summary = {("s", "c"): {"ours": None}}
    of = lambda *marks: reading.Graded(tuple(map(frozenset, marks)), frozenset(), 1)  # noqa: E731
    first = {name: {"ours": of(["told"], ["told"], [], [])} for name in summary}
    second = {name: {"ours": of(["told"], [], ["told"], [])} for name in summary}
    assert "| told | 0.50 | 0.00 |" in report.agreement(first, second)


def test_the_stored_grades_are_places_and_known_kinds():
    path = Path(reading.__file__).parents[1] / "reading.json"
    clusters = json.loads(path.read_text("utf-8"))["clusters"]
    assert len(clusters) == 40
    for summary in (one for row in clusters for one in row["summaries"].values()):
        for place, *found in summary["sentences"]:
            assert place is None or len(place) == 3
            assert {fault for each in found for fault in each} <= reading.FAULTS.keys()
        assert {fault for each in summary["whole"] for fault in each} <= reading.WHOLE.keys()
