"""The terminal format: widths, wrapping, dots and colours."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from summaries import (
    ALL,
    EMPTY,
    FERRY,
    NOTHING_AT_ALL,
    SCRIPTS,
    SMALL,
    document,
    sentence,
)

from summarize.render import render
from summarize.result import Headline, SummaryWarning


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("copies", 60),
        ("crowd", 40),
        *((name, width) for name in SMALL for width in (24, 31, 40, 60, 80, 100, 120, 200)),
    ],
)
def test_no_line_is_wider_than_the_terminal_or_ends_in_a_space(name, width, ascii_only):
    lines = render(ALL[name], "terminal", width=width, ascii_only=ascii_only).split("\n")
    assert max(map(cell_len, lines)) <= min(width, 100)
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [-1, 0, 1, 10])
def test_an_impossible_width_becomes_the_narrowest(width):
    assert render(FERRY, "terminal", width=width) == render(FERRY, "terminal", width=24)


@given(
    st.lists(st.text("abcdefgh渡轮é", min_size=1, max_size=40), min_size=1, max_size=20),
    st.integers(24, 110),
)
def test_wrapping_loses_nothing_and_never_leaves_a_number_alone(words, width):
    text = " ".join(words)
    summary = replace(NOTHING_AT_ALL, sentences=(sentence(text, 1),))
    block = render(summary, "terminal", width=width).split("\n\n")[1].split("\n")
    lines = [line for line in block if line]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "") + "[1]"
    assert lines[-1].strip() != "[1]"
    assert max(map(cell_len, lines)) <= width


def test_markup_and_emoji_codes_are_shown_as_they_are():
    text = "[bold]Ferry[/bold] :smile: [/] \\[x] [1]"
    summary = replace(FERRY, headline=Headline(text, 1, None, None), sentences=(sentence(text),))
    assert render(summary, "terminal").count(text) == 2


def test_the_environment_changes_nothing(monkeypatch):
    before = render(FERRY, "terminal", color=True), render(FERRY, "terminal")
    for name, value in {
        "COLUMNS": "33",
        "NO_COLOR": "1",
        "FORCE_COLOR": "1",
        "TERM": "dumb",
    }.items():
        monkeypatch.setenv(name, value)
    assert (render(FERRY, "terminal", color=True), render(FERRY, "terminal")) == before


def test_the_frame_is_ascii_when_asked_and_the_words_stay():
    english = replace(FERRY, sentences=(sentence("A ferry.", 1, (2,)),))
    assert render(english, "terminal", width=30, ascii_only=True).isascii()
    assert SCRIPTS.sentences[0].text in render(SCRIPTS, "terminal", ascii_only=True)


@pytest.mark.parametrize(
    ("n_origins", "corroboration", "meter"),
    [
        (2, 1, "●· only in 1"),
        (8, 8, "●●●●●●●● also in 2"),
        (9, 9, "●●●●● 9 of 9 · also in 2"),
        (9, 8, "●●●●· 8 of 9 · also in 2"),
        (40, 12, "●●··· 12 of 40 · also in 2"),
        (40, 1, "●···· 1 of 40 · only in 1"),
        (1, 2, "●● also in 2"),
    ],
)
def test_dots_are_full_only_where_all_agree(n_origins, corroboration, meter):
    summary = replace(
        NOTHING_AT_ALL,
        sentences=(sentence("A ferry.", 1, (2,) if corroboration > 1 else (), corroboration),),
        documents=tuple(map(document, range(1, n_origins + 1))),
    )
    assert f" {meter}\n" in render(summary, "terminal")


def test_a_single_article_needs_no_agreement():
    summary = replace(FERRY, sentences=FERRY.sentences[2:], documents=FERRY.documents[:1])
    shown = render(summary, "terminal")
    assert "only in" not in shown
    assert "independent" not in shown


def test_articles_without_a_sentence_are_not_independent_reports():
    skipped = document(6, "Menu", n_sentences=0, skipped="no sentence found")
    shown = render(replace(FERRY, documents=(*FERRY.documents, skipped)), "terminal")
    assert "6 articles · 4 independent" in shown
    assert "skipped: no sentence found" in shown


def test_many_warnings_are_listed_once_each_and_then_counted():
    messages = ["same", "same", "one", "two", "three", "four"]
    warnings = tuple(SummaryWarning("x", message) for message in messages)
    shown = render(replace(FERRY, warnings=warnings), "terminal")
    assert re.findall(r"(?m)^ ! (.*)", shown) == ["same", "one", "two", "and 2 more warnings"]


def test_an_address_that_fills_the_screen_is_cut():
    listed = document(1, "Ferry", url="https://a.example/" + "x" * 5000)
    shown = render(replace(EMPTY, documents=(listed,)), "terminal", width=60)
    assert len(re.findall("x{9,}", shown)) == 2
    assert shown.endswith("…\n")
