"""Pages are read from git mirrors, bare or not, and scored."""

import gzip
import json
import subprocess

import pytest

from benchmarks.__main__ import main

PARAGRAPH = (
    "The ferry ran aground off Lunde on Monday with 212 people on board, and all of them were "
    "brought ashore within two hours, the coast guard said in the evening."
)
PAGE = (
    "<!doctype html><html><head><title>Ferry aground</title>"
    '<meta property="article:published_time" content="2025-06-11"></head><body><article>'
    f"<h1>Ferry aground</h1>{f'<p>{PARAGRAPH}</p>' * 2}</article></body></html>"
)


def commit(folder, files):
    """Make a repository with one commit of these files."""
    folder.mkdir(parents=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "a"]):
        subprocess.run(["git", "-C", folder, *arguments], check=True)  # noqa: S607 - any git


@pytest.fixture
def mirror(tmp_path):
    """Return mirrors of both sets with a page each, and a page without an article."""
    texts = {
        "ground-truth.json": json.dumps(
            {"a": {"url": "https://post.example/a", "articleBody": f"{PARAGRAPH}\n\n{PARAGRAPH}"}}
        ).encode(),
        "html/a.html.gz": gzip.compress(PAGE.encode()),
    }
    known = {"title": "Ferry aground", "date": "2025-06-11"}
    chunks = {"with": ["the coast guard"], "without": ["About us"]}
    gold = {
        "tests/evaldata.json": json.dumps(
            {
                "https://post.example/a": {"file": "a.html"} | known | chunks,
                "https://post.example/b": {"file": "b.html"} | known | chunks,
            }
        ).encode(),
        "tests/cache/a.html": PAGE.encode(),
        "tests/eval/b.html": b"<!doctype html><title>Nothing</title>",
    }
    commit(tmp_path / "scrapinghub+article-extraction-benchmark" / "repo", texts)
    commit(tmp_path / "adbar+trafilatura" / "repo", gold)
    return tmp_path


def test_a_page_that_is_refused_counts_as_one_without_text(mirror, capsys):
    assert main(["pages", "--mirror", str(mirror)]) == 0
    rows = [line.strip("| ").split(" | ") for line in capsys.readouterr().out.splitlines()[2:]]
    scores = {name.rpartition(", ")[2]: (n, float(score)) for name, n, score in rows}
    assert scores["precision"][0] == "1"
    assert scores["precision"][1] > 0.8
    assert scores["trafilatura's pages: titles"] == ("2", 0.5)
    assert scores["trafilatura's pages: dates"] == ("2", 0.5)


def test_a_mirror_that_is_missing_is_one_line(tmp_path, capsys):
    assert main(["pages", "--mirror", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("benchmarks: ")
    assert "mirror github.com/scrapinghub/article-extraction-benchmark" in error
    assert error.count("\n") == 1
