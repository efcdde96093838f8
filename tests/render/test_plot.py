"""The matrix of a summary: which cells are filled, how darkly, and what its labels say."""

import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from summaries import COPIES, CROWD, EMPTY, FERRY, SCRIPTS, SMALL, document, sentence

from summarize import OptionError, SummarizeError
from summarize.render.glyphs import fit

matplotlib = pytest.importorskip("matplotlib", reason="plots need the extra plot")
from matplotlib.colors import to_hex  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402


def axes():
    return Figure(layout="constrained").subplots()


def cells(ax):
    """Return the colour of each filled cell, by row and column."""
    boxes = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    return {
        (round(box.get_y() + 0.5), round(box.get_x() + 0.5)): to_hex(box.get_facecolor())
        for box in boxes
    }


def labels(ticks):
    return [label.get_text() for label in ticks]


def lightness(colour):
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_cell_is_filled_where_an_article_says_a_sentence():
    ax = FERRY.plot(ax=axes())
    filled = cells(ax)
    assert sorted(filled) == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 1), (1, 3), (2, 3)]
    assert filled[0, 0] == filled[1, 1] == filled[2, 3]  # its own article
    assert filled[0, 1] == filled[0, 2] == filled[1, 3]  # of one confidence
    assert len(set(filled.values())) == 3
    assert labels(ax.get_xticklabels())[:2] == ["1  Velm Courier", "2  Coast Guard: Hull…"]
    assert labels(ax.get_yticklabels())[2] == "3  The line has cancelled 14 crossings until Friday."
    assert [text.get_text() for text in ax.texts] == ["0.71", "0.71", "0.53", "0.71"]


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"source": "Velm Courier", "title": "Aground"}, "1  Velm Courier"),
        ({"title": "Aground", "path": "a.txt"}, "1  Aground"),
        ({"path": "/a/long/way/to/a.txt"}, "1  a.txt"),
        ({"url": "https://courier.example/ferry/"}, "1  ferry"),
        ({}, "1  (untitled)"),
    ],
)
def test_a_column_is_named_after_the_source_the_title_or_the_file(known, name):
    summary = replace(FERRY, sentences=(), documents=(document(1, **known),))
    assert labels(summary.plot(ax=axes()).get_xticklabels()) == [name]


def test_the_more_probable_the_darker_and_its_own_article_darkest():
    levels = (1.0, 0.9, 0.8, 0.7, 0.69, 0.5)
    first = FERRY.sentences[0]
    citations = tuple(
        replace(first.citations[0], document=at, confidence=level)
        for at, level in enumerate(levels, 2)
    )
    summary = replace(
        FERRY,
        sentences=(replace(first, citations=citations),),
        documents=tuple(document(number, "Report") for number in range(1, 9)),
    )
    found = [lightness(colour) for _, colour in sorted(cells(summary.plot(ax=axes())).items())]
    assert found == sorted(found)
    assert len(set(found)) == 6  # the two that are only similar are alike
    assert all(right - left > 0.03 for left, right in pairwise(found) if left != right)
    assert lightness("#f2f4f7") - found[-1] > 0.2


def test_articles_of_one_origin_are_side_by_side():
    documents = (document(1), document(2), document(3, origin=1), document(4))
    ax = replace(FERRY, documents=documents).plot(ax=axes())
    assert [label.split()[0] for label in labels(ax.get_xticklabels())] == ["1", "3", "2", "4"]
    assert [float(line.get_segments()[0][0][0]) for line in ax.collections] == [1.5, 2.5]
    assert cells(ax)[0, 2] == cells(FERRY.plot(ax=axes()))[0, 1]


def test_of_many_articles_those_are_drawn_that_are_cited():
    ax = CROWD.plot(ax=axes())
    columns = labels(ax.get_xticklabels())
    assert len(columns) == 60
    assert {"1", "2", "81"} <= set(columns)  # from which the sentences are
    assert ax.get_legend().get_title().get_text() == "9,940 more articles not shown"
    assert not ax.texts
    few = replace(COPIES, documents=COPIES.documents[:100]).plot(ax=axes())
    assert labels(few.get_xticklabels()) == ["1  Ferry Runs Aground"]


@pytest.mark.parametrize("name", SMALL)
def test_every_summary_is_drawn_without_a_warning(name, tmp_path):
    figure = Figure(layout="constrained")
    assert SMALL[name].plot(ax=figure.subplots()).figure is figure
    figure.savefig(tmp_path / "plot.png")
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")


def test_without_axes_there_is_a_new_figure():
    matplotlib.use("agg")
    from matplotlib import pyplot as plt

    before = plt.get_fignums()
    many = replace(FERRY, documents=tuple(map(document, range(1, 41))))
    wide, narrow = many.plot(), FERRY.plot()
    assert len(plt.get_fignums()) == len(before) + 2
    assert wide.figure.get_size_inches()[0] > narrow.figure.get_size_inches()[0]
    plt.close(wide.figure)
    plt.close(narrow.figure)


def test_dollars_and_controls_of_an_article_are_text():
    hostile = r"$\frac{1}$ costs $5 \x1b[31m_^{" + "\x1b[31m\u202e"
    summary = replace(
        FERRY, sentences=(sentence(hostile),), documents=(document(1, source=hostile),)
    )
    figure = Figure()
    ax = summary.plot(ax=figure.subplots())
    figure.canvas.draw()
    [row] = labels(ax.get_yticklabels())
    assert row == "1  " + r"$\frac{1}$ costs $5 \x1b[31m_^{"
    assert not any(
        label.get_parse_math() for label in (*ax.get_xticklabels(), *ax.get_yticklabels())
    )


def test_nothing_to_draw_is_said():
    assert [text.get_text() for text in EMPTY.plot(ax=axes()).texts] == [
        "No sentence of these articles could be used."
    ]


def test_letters_that_no_font_has_are_cut():
    assert fit(["1  abc \U0010fffd\U0010fffd, \U0010fffd def", "2  ok"])[0] == [
        "1  abc …def",
        "2  ok",
    ]
    assert fit(["1  abc", "é"]) == (["1  abc", "é"], ["DejaVu Sans"])


def test_letters_that_the_font_lacks_are_drawn_in_another():
    with matplotlib.rc_context({"font.family": "STIXGeneral"}):
        found, families = fit(["1  Паром сел на мель", "2  عبارة"])
    assert found == ["1  Паром сел на мель", "2  عبارة"]
    assert families[0] == "STIXGeneral"
    assert len(families) == 2


def test_a_cut_is_between_words_where_there_are_spaces():
    rows = labels(SCRIPTS.plot(ax=axes()).get_yticklabels())
    assert rows[0].endswith(" הנוסעים…")
    text = "The council of Ruhnau approved the bridge over the river on Monday evening."
    summary = replace(FERRY, sentences=(sentence(text),))
    [row] = labels(summary.plot(ax=axes()).get_yticklabels())
    assert row == "1  The council of Ruhnau approved the bridge over the…"


def test_other_things_than_axes_are_named():
    with pytest.raises(OptionError, match="ax is a Figure; give Axes of matplotlib"):
        FERRY.plot(ax=Figure())


def test_without_matplotlib_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.axes", None)
    with pytest.raises(SummarizeError, match=r"pip install 'summarize\[plot\]'$"):
        FERRY.plot()
