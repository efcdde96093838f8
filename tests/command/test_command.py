"""The main job: articles in, one cited summary out."""

import json
from pathlib import Path

from commands import EAST, NORTH, ROOT, SOUTH, command


def test_a_folder_gives_one_cited_summary_in_plain_text(run):
    result = run("news")
    assert (result.code, result.notes) == (0, [])
    headline, *sentences = result.out.split("\n\n")[0].splitlines()
    assert headline.startswith("Ferry Runs Aground Off Lunde [")
    for sentence in sentences:
        text, numbers = sentence.removesuffix("]").rsplit(" [", 1)
        assert any(text in article for article in (NORTH, SOUTH, EAST))
        numbers, *more = numbers.split("; ")
        assert set(numbers.split(", ")) <= {"1", "2", "3", "one origin"}
        similar = [each for each in more if each.startswith("similar: ")]
        assert more == similar + ["2025-06-11"] * (text in NORTH)
    assert "\x1b" not in result.out


def test_files_in_any_order_are_the_same_event(run):
    north, south, east = (f"news/{name}.txt" for name in ("north", "south", "east"))
    first = run(north, south, east, "-f", "json")
    assert first.code == 0
    assert run(east, north, south, "-f", "json") == first
    assert run("news", "-f", "json") == first


def test_python_m_summarize_is_the_command_on_the_seeds(run):
    process = command(str(ROOT / "seeds"), "-f", "json")
    assert (process.returncode, process.stderr) == (0, b"")
    assert process.stdout.decode() == run(str(ROOT / "seeds"), "-f", "json").out
    cited = {s["document"] for s in json.loads(process.stdout)["sentences"]}
    assert len(cited) >= 2


def test_dash_is_one_article_on_standard_input(run):
    result = run("-", "-f", "json", stdin=NORTH)
    (document,) = json.loads(result.out)["documents"]
    assert (document["id"], document["path"]) == ("-", None)
    assert (document["source"], document["published"]) == ("Lunde Post", "2025-06-11")


def test_flags_may_be_between_paths_and_a_double_dash_ends_them(run):
    Path("-odd.txt").write_text(SOUTH)
    result = run("news/north.txt", "-n", "1", "-f", "json", "--", "-odd.txt")
    paths = {document["path"] for document in json.loads(result.out)["documents"]}
    assert paths == {"news/north.txt", "-odd.txt"}
    assert run("--", "-odd.txt").code == 0
    assert run("-w", "20", "--", "-odd.txt", "--").notes == [
        "cannot read --: does not exist; check the path",
        "there is one article: nothing can be corroborated",
    ]
