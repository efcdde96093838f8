"""Every option of a summary reaches it."""

import json
from pathlib import Path

import pytest

from summarize.choice.rank import RANKERS


@pytest.mark.parametrize(
    ("flag", "limit", "measure"),
    [
        ("-w", 40, lambda text, _: len(text.split())),
        ("--words", 20, lambda text, _: len(text.split())),
        ("-n", 2, lambda _, sentences: len(sentences)),
        ("--sentences", 1, lambda _, sentences: len(sentences)),
        ("-c", 280, lambda text, _: len(text)),
        ("--chars", 100, lambda text, _: len(text)),
        ("-p", 30, lambda text, _: len(text.split()) / 1.5),
        ("--percent", 15.5, lambda text, _: len(text.split()) / 1.5),
    ],
)
def test_a_length_is_an_upper_bound(run, flag, limit, measure):
    result = json.loads(run("news", flag, str(limit), "-f", "json").out)
    assert 0 < measure(result["text"], result["sentences"]) <= limit


@pytest.mark.parametrize("name", RANKERS)
def test_every_ranking_can_be_chosen(run, name):
    result = run("news", "--rank", name, "-f", "json")
    assert f"rank:{name}|" in json.loads(result.out)["signature"]


def test_focus_chooses_what_the_text_is_about(run):
    without, with_focus = (
        run("news", "-n", "1", *flags).out for flags in ((), ("--focus", "hotel owners visitors"))
    )
    assert "Hotel owners on Lunde" not in without
    assert "Hotel owners on Lunde" in with_focus


def test_min_origins_and_explain_reach_the_summary(run):
    result = run("news", "--min-origins", "2", "--explain", "-f", "json")
    for sentence in json.loads(result.out)["sentences"]:
        assert sentence["corroboration"] >= 2
        assert set(sentence["explanation"]) == {"factors", "runner_up"}
    assert run("news", "--min-origins", "0").notes == [
        "min_origins is 0; give a whole number of at least 1"
    ]


def test_the_lambda_reaches_the_choice(run):
    result = run("news", "--mmr-lambda", "0.25", "-f", "json")
    assert "lambda:0.25|" in json.loads(result.out)["signature"]


def test_the_encoding_can_be_given(run):
    Path("a.txt").write_bytes(
        "The ferry “Hilda” ran aground off Lunde on Monday.".encode("utf-16-le")
    )
    assert "“Hilda”" in run("a.txt", "--encoding", "utf-16-le").out
    assert run("a.txt").code == 1
