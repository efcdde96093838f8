"""The list of sources, in every format that has one."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from summaries import (
    CROWD,
    FERRY,
    NOTHING_AT_ALL,
    document,
    sentence,
)

from summarize.render import render
from summarize.render.facts import runs


@pytest.mark.parametrize(
    ("numbers", "folded"),
    [
        ([], []),
        ([7], [(7, 7)]),
        ([2, 3, 4, 5], [(2, 2), (3, 3), (4, 4), (5, 5)]),
        ([2, 3, 4, 5, 6], [(2, 6)]),
        ([1, 3, 4, 5, 6, 7, 9], [(1, 1), (3, 7), (9, 9)]),
    ],
)
def test_five_numbers_in_a_row_are_folded(numbers, folded):
    assert runs(numbers) == folded


@given(st.sets(st.integers(1, 60)))
def test_folding_loses_no_number(numbers):
    unfolded = [n for first, last in runs(sorted(numbers)) for n in range(first, last + 1)]
    assert unfolded == sorted(numbers)


@pytest.mark.parametrize("format_name", ["terminal", "text"])
@pytest.mark.parametrize(
    ("n_uncited", "rest"), [(0, None), (5, None), (6, "and 6 articles that are not cited")]
)
def test_up_to_five_uncited_articles_are_listed(format_name, n_uncited, rest):
    more = tuple(document(number, f"Uncited {number}") for number in range(6, 6 + n_uncited))
    shown = render(replace(FERRY, documents=FERRY.documents + more), format_name)
    assert shown.count("Uncited") == (0 if rest else n_uncited)
    assert ("not cited" in shown) == (rest is not None)
    assert (rest or "") in shown


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"title": "T", "source": "S", "published": "2025-03-04"}, "[1] T | S | 2025-03-04"),
        ({"published": "2025-03-04T07:10:00+01:00", "path": "p"}, "[1] p | 2025-03-04"),
        ({"published": "4 March 2025", "id": "i"}, "[1] i | 4 March 2025"),
        ({"title": "T", "path": "p", "url": "u", "id": "i"}, "[1] T | u"),
        ({"title": "T", "path": "p", "id": "i"}, "[1] T | p"),
        ({}, "[1] (untitled)"),
    ],
)
def test_a_source_is_named_by_the_best_that_is_known(fields, line):
    shown = render(replace(NOTHING_AT_ALL, documents=(document(1, **fields),)), "text")
    assert shown.split("\n")[3] == line


def test_a_full_list_counts_what_is_cited_apart_from_what_is_not():
    crowd = replace(CROWD, sentences=CROWD.sentences[:1], documents=CROWD.documents[:82])
    assert "… and 60 more that are cited, 2 that are not\n" in render(crowd, "terminal")


def test_the_articles_that_sentences_come_from_stay_in_a_long_list():
    listed = re.findall(r"(?m)^ +(\d+)  Report", render(CROWD, "terminal"))
    assert listed == [*map(str, range(1, 20)), "81"]


def test_plain_text_gives_the_own_article_first_and_the_others_ascending():
    summary = replace(NOTHING_AT_ALL, sentences=(sentence("A ferry.", 3, (9, 2, 1)),))
    assert render(summary, "text").split("\n")[0] == "A ferry. [3, 1, 2, 9]"
