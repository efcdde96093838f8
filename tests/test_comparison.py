"""Summaries of the same articles by different options, side by side."""

import re
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console
from summaries import CROWD, EMPTY, FERRY, document, sentence

from summarize import Article, OptionError, Summarizer, compare, rows

ARTICLES = [
    Article("The ferry Hilda ran aground off Lunde on Monday. All 212 people on board are safe."),
    Article("The ferry Hilda ran aground near Lunde on Monday. A tug came from Torvik at noon."),
    Article("On Monday, a ferry ran aground off Lunde. The mayor thanked the crew of the tug."),
]
SHORT, LONG = (Summarizer(words=n).summarize(ARTICLES) for n in (12, 60))
HOSTILE = "[bold]<script>x</script>[/bold] \x1b[31m{{ 7 * 7 }} [1]"


def of(*texts, **changes):
    """Build a summary with sentences of one article, each at a place that its text decides."""
    found = tuple(replace(sentence(text), start=ord(text[0]), end=999) for text in texts)
    return replace(FERRY, sentences=found, documents=(document(1),), **changes)


def test_each_sentence_is_listed_once_those_of_all_first():
    comparison = compare({"a": of("One.", "Two."), "b": of("Xen.", "Two."), "c": of("Two.")})
    found = [(each.text, each.places) for each in comparison.sentences]
    assert found == [
        ("Two.", (2, 2, 1)),
        ("One.", (1, None, None)),
        ("Xen.", (None, 1, None)),
    ]
    assert [each.text for each in comparison.shared] == ["Two."]
    assert [each.text for each in comparison.only_in("b")] == ["Xen."]
    assert comparison.only_in("c") == ()


def test_the_counts_are_those_of_the_slow_way():
    comparison = compare([SHORT, LONG])
    spans = [
        {(row["article_id"], row["text"], row["start"]) for row in rows(each)}
        for each in (SHORT, LONG)
    ]
    assert len(comparison.shared) == len(spans[0] & spans[1]) > 0
    assert len(comparison.sentences) == len(spans[0] | spans[1]) > len(comparison.shared)
    for at, row in enumerate(comparison.rows()):
        assert row["n_only_here"] == len(spans[at] - spans[1 - at])
        assert row["n_sentences"] == len(spans[at])
        assert (row["n_words"], row["n_origins"]) == ([SHORT, LONG][at].n_words, 3)


def test_numbers_of_articles_are_those_of_the_first_summary():
    lead, rank = (Summarizer(rank=name).summarize(ARTICLES) for name in ("lead", "corroboration"))
    numbers = {each.sha256: each.number for each in lead.documents}
    for each in compare([lead, rank]).sentences:
        for summary, found in zip((lead, rank), each.sentences, strict=True):
            if found:
                assert numbers[summary.documents[found.document - 1].sha256] == each.document


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ([{"words": 12}, {"words": 60}], ("words=12", "words=60")),
        (
            [{"rank": "lead", "sentences": 2}, {"rank": "lexrank", "sentences": 3}],
            ("rank=lead sentences=2", "rank=lexrank sentences=3"),
        ),
        ([{}, {"min_origins": 2}], ("(1)", "min_origins=2")),
        ([{}, {}], ("(1)", "(2)")),
        ([{"words": 12}, {"words": 12}, {"words": 60}], ("words=12", "words=12 (2)", "words=60")),
    ],
)
def test_summaries_are_named_after_the_options_that_differ(options, names):
    assert compare(Summarizer(**each).summarize(ARTICLES) for each in options).names == names


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([FERRY], "summaries has 1; give at least two of the same articles"),
        ({}, "summaries has 0; give at least two"),
        (FERRY, "summaries is a Summary; give a list of summaries"),
        ([FERRY, "text"], "one of the summaries is a str"),
        ({1: FERRY, "1": FERRY}, "two summaries are called '1'; give each another name"),
        ([FERRY, FERRY, CROWD], "summary 3 is of other articles than summary 1"),
    ],
)
def test_what_cannot_be_compared_is_named(given, message):
    with pytest.raises(OptionError, match=message):
        compare(given)


def test_an_unknown_name_is_an_error():
    with pytest.raises(OptionError, match="name is 'c'; choose one of a, b"):
        compare({"a": SHORT, "b": LONG}).only_in("c")


def test_the_table_has_places_and_origins_in_each_format():
    comparison = compare({"short": SHORT, "long": LONG})
    only = comparison.only_in("long")[0]
    cell = f"{only.places[1]} ({only.sentences[1].corroboration})"
    console = Console(file=StringIO(), width=100, color_system=None, _environ={})
    console.print(comparison)
    for shown in (str(comparison), comparison._repr_html_(), console.file.getvalue()):
        assert cell in shown
        assert f"{only.text} [{only.document}]" in shown
        assert "reported by several origins" in shown
    assert str(comparison).splitlines()[1].split() == ["sentence", "short", "long"]
    assert not any(line.endswith(" ") or len(line) > 100 for line in str(comparison).splitlines())


@pytest.mark.parametrize(("n", "width"), [(2, 46), (8, 100), (9, 110), (30, 300)])
def test_sentences_are_shown_where_they_fit(n, width):
    lines = drawn(compare([LONG] * n), width)
    assert lines[1].split() == ["sentence", *(f"({at})" for at in range(1, n + 1))]
    assert [line for line in lines if "The ferry Hilda ran" in line]


@pytest.mark.parametrize(("n", "width"), [(2, 45), (9, 100), (30, 100)])
def test_what_is_too_wide_has_a_row_of_figures_for_each_summary(n, width):
    lines = drawn(compare([LONG] * n), width)
    cells = [str(LONG.n_words), str(len(LONG.sentences)), "0"]
    found = [line.split()[:4] for line in lines if line.strip().startswith("(")]
    assert found == [[f"({at})", *cells] for at in range(1, n + 1)]
    assert max(map(len, lines)) <= width


def drawn(comparison, width):
    """Return the lines of the table on a console of this width."""
    console = Console(file=StringIO(), width=width, color_system=None, _environ={})
    console.print(comparison)
    lines = [line.rstrip() for line in console.file.getvalue().splitlines()]
    assert width != 100 or lines == str(comparison).splitlines()
    return lines


def test_text_of_articles_is_neither_markup_nor_control():
    comparison = compare({HOSTILE: of(HOSTILE), "b": of("One.")})
    page = comparison._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "style>" not in page
    shown = str(comparison)
    assert "\x1b" not in page + shown
    assert "[bold]<script>x</script>[/bold]" in re.sub(r"\s+", " ", shown)


def test_summaries_without_sentences_can_be_compared():
    comparison = compare([EMPTY, EMPTY])
    assert comparison.sentences == ()
    assert comparison.rows()[0]["mean_corroboration"] == 0
    assert "sentence" in str(comparison)
