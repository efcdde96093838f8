"""The pieces of text of printed pages become paragraphs in reading order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.inputs.layout.columns import in_order
from summarize.inputs.layout.heads import without_heads
from summarize.inputs.layout.line import Line
from summarize.inputs.layout.paragraphs import Joiner, joined, paragraphs

HEIGHT = 792


def line(text, left=72, top=72, size=10, width=None):
    return Line(text, left, top, left + (width or 5 * len(text)), top + size)


def column(name, n=6, *, left=72, top=72, size=10, width=200):
    """Make the lines of a column, which are named after it and numbered."""
    return [
        line(f"{name} {number} in the column", left, top + 12 * number, size, width)
        for number in range(n)
    ]


def names(regions):
    return [" ".join(line.text.split()[:2]) for region in regions for line in region]


def expected(*columns):
    return [f"{name} {number}" for name, n in columns for number in range(n)]


def test_one_column_is_read_from_top_to_bottom():
    pieces = column("a", 9, width=450)
    assert names(in_order(pieces[::-1])) == expected(("a", 9))


def test_two_and_three_columns_are_read_one_after_the_other():
    pieces = column("a") + column("b", left=300, top=75) + column("c", left=528, top=70)
    assert names(in_order(sorted(pieces, key=lambda p: p.top))) == expected(
        ("a", 6), ("b", 6), ("c", 6)
    )


def test_what_crosses_the_gutter_divides_the_page_into_bands():
    pieces = [line("head 0", 72, 40, 20, 450), *column("a"), *column("b", left=300)]
    pieces += [line("middle 0", 72, 160, 10, 450)]
    pieces += [*column("c", top=180), *column("d", left=300, top=180)]
    assert names(in_order(pieces[::-1])) == [
        "head 0",
        *expected(("a", 6), ("b", 6)),
        "middle 0",
        *expected(("c", 6), ("d", 6)),
    ]


@pytest.mark.parametrize(
    "pieces",
    [
        [
            line(f"{n} {side}", left, 72 + 12 * n)
            for n in range(8)
            for side, left in [("x", 72), ("y", 300)]
        ],
        column("a", 3) + column("b", 3, left=300),
        [
            piece
            for n in range(20)
            for piece in (
                [line(f"a {n} of the whole line", 72, 72 + 12 * n, width=450)]
                if n % 4
                else [
                    line(f"a {n} left in the line", 72, 72 + 12 * n, width=200),
                    line("right of a gap in it", 300, 72 + 12 * n, width=222),
                ]
            )
        ],
    ],
    ids=["cells of a table", "three rows", "gaps in lines of one column"],
)
def test_what_is_not_in_columns_is_read_row_by_row(pieces):
    tops = [piece.top for region in in_order(pieces) for piece in region]
    assert tops == sorted(set(tops))


def test_figures_beside_a_text_are_read_after_it():
    figures = [line(f"{n}.5 %", 400, 72 + 12 * n) for n in range(9)]
    text = column("a", 12)
    regions = in_order(sorted(text + figures, key=lambda piece: piece.top))
    assert [len(region) for region in regions] == [12, 9]


def test_a_drop_cap_begins_the_line_beside_its_top():
    pieces = [line("T", 72, 70, 36, 20), *column("he", 3, left=95), *column("x", 3, top=108)]
    assert in_order(pieces)[0][0].text == "The 0 in the column"


@given(
    st.lists(
        st.builds(
            lambda left, top, size, width: (left, top, size, width),
            *(st.integers(0, 500), st.integers(0, 700), st.integers(4, 40), st.integers(1, 400)),
        ),
        max_size=40,
    )
)
def test_each_piece_is_read_once_wherever_it_is(boxes):
    pieces = [
        Line(f"piece{n}", left, top, left + width, top + size)
        for n, (left, top, size, width) in enumerate(boxes)
    ]
    read = [word for region in in_order(pieces) for row in region for word in row.text.split()]
    assert sorted(read) == sorted(piece.text for piece in pieces)


def test_running_heads_feet_and_page_numbers_are_removed():
    pages = [
        [
            line("Lunde Post" if n % 2 else "News", 72, 30 + n % 3),
            line(f"Page {n + 8} of 12", 300, 760),
            line(str(n + 8), 500, 745),
            line(f"The ferry ran {'abcdef'[n]}", 72, 100 + n),
            line("The ferry.", 72, 300 + n),
        ]
        for n in range(6)
    ]
    kept = without_heads(pages, [HEIGHT] * 6)
    assert [[piece.text for piece in page] for page in kept] == [
        [f"The ferry ran {'abcdef'[n]}", "The ferry."] for n in range(6)
    ]


@pytest.mark.parametrize(
    ("piece", "is_kept"),
    [
        (line("12", 300, 760), False),
        (line("- xii -", 300, 760), False),
        (line("3 / 12", 300, 760), False),
        (line("1989", 300, 30), False),
        (line("12", 300, 400), True),  # in the middle
        (line("12 people", 300, 760), True),
        (line("12", 300, 640), True),  # with text below it
    ],
)
def test_the_number_of_a_single_page_is_above_or_below_all_else(piece, is_kept):
    rest = [line("The ferry", 72, 100), line("ran aground.", 72, 680)]
    (kept,) = without_heads([[*rest, piece]], [HEIGHT])
    assert (piece in kept) == is_kept


def test_numbers_of_lines_are_removed():
    pages = [
        [
            piece
            for n in range(1, 30)
            for piece in (
                line(str(n), 30, 60 + 22 * n),
                line(f"Words {'abc'[page]} and {'x' * n}", 72, 60 + 22 * n),
            )
        ]
        for page in range(3)
    ]
    kept = without_heads(pages, [HEIGHT] * 3)
    assert [len(page) for page in kept] == [29] * 3


def text(*written):
    """Join lines that are set one below the other, each as long as the column."""
    return joined(
        paragraphs([[line(t, 72, 72 + 12 * n, width=400) for n, t in enumerate(written)]])
    ).split("\n\n")


def test_lines_are_joined_to_a_paragraph():
    assert text("The ferry ran", "aground. Nobody", "was hurt.") == [
        "The ferry ran aground. Nobody was hurt."
    ]


@pytest.mark.parametrize(
    "last",
    [
        line("New", 72, 72 + 12 * 5),  # after a gap
        line("New", 84, 72 + 12 * 4),  # indented
        line("New", 72, 72 + 12 * 4, size=14),  # larger
    ],
)
def test_a_paragraph_begins(last):
    body = [line(f"Line {n}.", 72, 72 + 12 * n, width=400) for n in range(4)]
    assert len(paragraphs([[*body, last]])) == 2


def test_a_paragraph_begins_after_a_short_line_only_if_that_ends_a_sentence():
    def body(end):
        return [
            line("Full", width=400),
            line(end, 72, 84, width=200),
            line("New", 72, 96, width=400),
        ]

    assert paragraphs([body("it ended.")]) == [["Full", "it ended."], ["New"]]
    assert paragraphs([body("it went")]) == [["Full", "it went", "New"]]


@pytest.mark.parametrize(
    ("end", "n"),
    [("it ran", 1), ("it ran.", 2), ("it ran.”", 2), ("it ran.[24]", 2), ("in [24]", 1)],
)
def test_a_paragraph_goes_on_in_the_next_column_unless_a_sentence_ended(end, n):
    assert len(paragraphs([[line(end)], [line("aground there", 300)]])) == n


DIVIDING = ["the govern-", "ment and the coun-", "cil met the govern-", "ment on council day"]


@pytest.mark.parametrize(
    ("before", "after", "others", "joined"),
    [
        ("a govern-", "ment", DIVIDING, "a government"),  # nothing says that it has a hyphen
        ("a well-", "known man", [*DIVIDING, "known here"], "a well-known man"),
        ("a co-", "operative man", [*DIVIDING, "this cooperative"], "a cooperative man"),
        ("a long-", "term plan", [*DIVIDING, "a long-term plan"], "a long-term plan"),
        ("a long-", "term plan", [], "a long-term plan"),  # the document does not divide words
        ("the Anglo-", "Saxon", DIVIDING, "the Anglo-Saxon"),
        ("in 2024-", "25 and", DIVIDING, "in 2024-25 and"),
        ("the ferry -", "all of it", DIVIDING, "the ferry - all of it"),
        ("the ferry—", "all of it", DIVIDING, "the ferry—all of it"),
        ("a fer\u00ad", "ry", [], "a ferry"),
        ("the ferry", "ran", [], "the ferry ran"),
        ("渡船", "搁浅", [], "渡船搁浅"),
    ],
)
def test_a_word_that_a_line_end_divides_keeps_its_own_hyphen(before, after, others, joined):
    assert Joiner([before, after, *others])(before, after) == joined
