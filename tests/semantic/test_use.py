"""A model where it is used: in the command, the library, and the check of a summary."""

import json

import numpy as np
import pytest
from commands import EAST, NORTH, SOUTH, command
from models import write_json, write_model

from summarize import Article, EncoderError, OptionError, Summarizer, summarize
from summarize.semantic.load import load
from summarize.weights import MINILM

ARTICLES = [Article(NORTH), Article(SOUTH), Article(EAST)]


class Fixed:
    """An encoder that gives every text the same rows."""

    def __init__(self, rows):
        self.rows = rows

    def encode(self, texts):
        return np.tile(self.rows, (len(texts), 1)) if isinstance(self.rows, list) else self.rows


@pytest.fixture
def folder(tmp_path):
    return write_model(tmp_path / "model")


@pytest.fixture
def paths(tmp_path):
    for name, text in (("n.txt", NORTH), ("s.txt", SOUTH), ("e.txt", EAST)):
        (tmp_path / name).write_text(text, "utf-8")
    return [str(tmp_path / name) for name in ("n.txt", "s.txt", "e.txt")]


def test_the_command_names_the_model_and_says_that_it_is_not_calibrated(folder, paths, tmp_path):
    saved = str(tmp_path / "summary.json")
    done = command("--encoder", str(folder), "-f", "json", "-o", saved, *paths, text=True)
    assert done.returncode == 0
    assert "BertEncoder@sha256:" in done.stderr
    assert "is not calibrated" in done.stderr
    summary = json.loads((tmp_path / "summary.json").read_text("utf-8"))
    assert f"encoder:{load(folder).__class__.__name__}@sha256:" in summary["signature"]
    assert command("--verify", saved, "--encoder", str(folder), *paths).returncode == 0
    other = command("--verify", saved, *paths, text=True)
    assert other.returncode == 4
    assert "was made with BertEncoder@sha256:" in other.stderr


def test_a_summary_without_a_model_is_not_checked_with_one(folder):
    summary = summarize(ARTICLES)
    assert summary.verify(ARTICLES) == []
    (problem,) = summary.verify(ARTICLES, load(folder))
    assert "made with no model" in problem


@pytest.mark.parametrize(
    "content",
    [{}, *({**MINILM._asdict(), "days": value} for value in ("1", True, float("nan"), 10**400))],
)
def test_a_calibration_that_is_damaged_is_an_error(folder, content):
    write_json(folder / "calibration.json", content)
    with pytest.raises(OptionError, match=r"calibration\.json must have a number for intercept"):
        load(folder)


def test_a_model_with_a_calibration_of_its_own_is_calibrated(folder):
    weights = MINILM._replace(intercept=9.0)
    write_json(folder / "calibration.json", weights._asdict())
    summary = Summarizer(encoder=load(folder)).summarize(ARTICLES)
    assert not [warning for warning in summary.warnings if warning.code == "encoder"]
    assert "9.0" in summary.signature
    assert any(c.is_confident for s in summary.sentences for c in s.citations)


def test_a_model_that_finds_all_alike_cites_more_than_words_do():
    by_words = summarize(ARTICLES)
    by_model = summarize(ARTICLES, encoder=Fixed([1.0, 1.0]))

    def n_citations(summary):
        return sum(len(sentence.citations) for sentence in summary.sentences)

    assert n_citations(by_model) > n_citations(by_words)
    assert "encoder:Fixed" in by_model.signature
    assert by_model.verify(ARTICLES, Fixed([1.0, 1.0])) == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [([np.nan, 1.0], "NaN"), (np.ones((99, 2)), "99 vectors"), (None, "returned")],
)
def test_an_encoder_that_fails_is_one_clear_error(rows, message):
    with pytest.raises(EncoderError, match=message):
        summarize(ARTICLES, encoder=Fixed(rows))


@pytest.mark.parametrize("encoder", ["all-MiniLM-L6-v2", 3, object()])
def test_what_cannot_encode_is_no_encoder(encoder):
    with pytest.raises(OptionError, match=r"^encoder is .*give an object with encode"):
        Summarizer(encoder=encoder)


def test_one_article_needs_no_vector():
    assert summarize([NORTH], encoder=Fixed(None)).sentences
    assert summarize([NORTH, NORTH + " "], encoder=Fixed(None)).sentences


def test_a_model_that_is_not_there_is_one_line(paths):
    done = command("--encoder", "no-such-model", *paths, text=True)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "no-such-model" in line


def test_weights_that_are_no_numbers_are_one_clear_error():
    encoder = Fixed([1.0, 1.0])
    encoder.calibration = MINILM._replace(days=float("nan"))
    with pytest.raises(EncoderError, match="give finite numbers"):
        summarize(ARTICLES, encoder=encoder)


def test_weights_that_decide_everything_are_no_overflow():
    encoder = Fixed([1.0, 1.0])
    encoder.calibration = MINILM._replace(intercept=-1e8)
    assert not any(
        sentence.citations for sentence in summarize(ARTICLES, encoder=encoder).sentences
    )
