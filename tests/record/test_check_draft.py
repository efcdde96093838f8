"""What of a draft is checked: not the frame of a summary, but sentences, items and rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Article, check
from summarize.model import HIDDEN
from summarize.record.check.frame import hide_frame

ARTICLE = (
    "The ferry Hilda ran aground near Lunde on Tuesday. Rescuers took 32 passengers ashore, said "
    "Anna Berg of the coast guard. “Nobody was hurt,” she said. The company lost $1.5 million, or "
    "12% of its income, on May 6. The harbour was not closed after the accident in the fog."
)


def problems(text, *articles):
    found = check(text, articles or (ARTICLE,))
    return [(each.kind, each.text) for s in found.sentences for each in s.problems]


def statuses(text, *articles):
    return [sentence.status for sentence in check(text, articles or (ARTICLE,)).sentences]


FRAME = """\
Bridge opens [1]
The bridge opened on Monday. [1, 3; similar: 2]
It cost two million. [2, one origin]
 ●●○· 3 of 10 · also in 3, one origin · similar: 2 4 · 2025-06-09
 *. only in 2

3 articles, 2 independent, 2025-06-09
Sources differ: Will it hold? [1]; Was it cheap? [2]
[1] Will the bridge hold? | a.txt
 4  Who paid for it?
    /a/long/path.txt
[2] Was it cheap?
... and 3 more that are cited

Not in the summary:
[3] “Nobody came.”: no room was left for it
"""
FOOTNOTES = """\
# Bridge opens [^1]

The bridge opened on Monday. [^1] [^3] *(2025-06-09, one origin)* similar: [^2]

It cost two million.[^1-2][^1-3]

3 articles, 2 independent, no dates known.

[^1]: Will the bridge hold?
[^1-2]: It was cheap.
"""


@pytest.mark.parametrize("draft", [FRAME, FOOTNOTES])
def test_the_frame_of_a_summary_is_not_checked(draft):
    text = "The bridge opened on Monday. It cost two million."
    found = check(draft, [Article(text, title="It was cheap.", path="a.txt")])
    assert [(each.text, each.status) for each in found.sentences] == [
        ("The bridge opened on Monday.", "said"),
        ("It cost two million.", "said"),
    ]
    listed = " ".join(found.not_checked)
    assert "Will the bridge hold?" in listed
    assert "3 articles" in listed


RAN = "The ferry Hilda ran aground near Lunde on Tuesday."


@pytest.mark.parametrize(
    ("frame", "checked"),
    [
        (" [1, 2-4, one origin; similar: 4, 5; 2025-01-01]", []),
        (" [1, also in 3, 4]", []),
        (" [1, and a dog died of it]", ["[1, and a dog died of it]"]),
        (" [^1] *(2025-01-01, one origin)* similar: [^2]", []),
        ("\n\nSources differ: Hilda [1]; Molde [2]", []),
        ("\n\nSources differ: a dog died.", ["Sources differ: a dog died."]),
        ("\n\nNot cited: Aground. The ferry, a.txt; b.txt, skipped: no sentence found.", []),
        ("\n\nNot cited: 12 articles; 1 exact copy.", []),
        ("\n\nNot cited: a dog died.", ["Not cited: a dog died."]),
        ("\n\n[^1]: Aground. The ferry.", []),
        ("\n\n[^1]: A dog died.", ["[^1]: A dog died."]),
        ("\n\n1  Aground. The ferry.\n2  Aground", []),
        ("\n\n1  A dog died of it.\n2  Aground", ["1 A dog died of it."]),
        ("\n\n[1] A dog died of it.\n[2] Aground", ["A dog died of it."]),
        ("\n\n[1] “Aground.”: no room was left for it\n\nIt ended", []),
        ("\n\n[1] “Aground.”: a dog died.\n\nIt ended", ["“Aground.”: a dog died."]),
        ("\n\n●· only a dog died.", ["· only a dog died."]),
        (" [Aground. The ferry, Post]", []),
        (" [Dogs died of it.]", ["[Dogs died of it.]"]),
    ],
)
def test_a_sentence_in_the_place_of_the_frame_is_checked(frame, checked):
    articles = [
        Article(ARTICLE, title="Aground. The ferry.", path="a.txt"),
        Article("", path="b.txt"),
    ]
    found = check(RAN + frame, articles)
    assert [each.text for each in found.sentences] == [RAN, *checked]


@pytest.mark.parametrize("marks", [" [7].", ". [7]", ".[7]", " [7], [8].", " [7][8].", ". [7][8]"])
def test_marks_of_citations_are_not_figures(marks):
    found = check(
        f"The ferry Hilda ran aground near Lunde{marks} Nobody was hurt, she said.", [ARTICLE]
    )
    assert len(found.sentences) == 2
    assert found.n_wrong == 0
    assert problems("The ferry Hilda ran aground near Lunde 7 times.") == [("figure", "7")]


def test_words_after_the_mark_of_a_footnote_are_checked():
    [sentence] = check("A ferry ran aground. [^1] *(and a dog died)*", [ARTICLE]).sentences
    assert sentence.text == "A ferry ran aground. (and a dog died)"


@pytest.mark.parametrize(
    ("item", "checked"),
    [
        ("- Captain Karl Moe drowned with 900 others", "Captain Karl Moe drowned with 900 others"),
        ("* **Captain Moe** drowned", "Captain Moe drowned"),
        ("• Captain Moe drowned", "Captain Moe drowned"),
        ("1. Captain Moe drowned", "Captain Moe drowned"),
        ("b) Captain Moe drowned", "Captain Moe drowned"),
        ("| Lunde | 900 dead |", "Lunde | 900 dead"),
        ("| Town | Number of the dead |\n|---|:--|\n| Lunde | 9 |", None),
        ("| Town | Number of the dead |\n\n|---|---|\n\n| Lunde | 9 |", None),
        ("- Captain Moe", None),
        ("- The towns of the coast:", None),
        ("- [A ferry ran aground](https://a.example/1), Post", None),
        ("- https://a.example/1 A ferry aground", None),
        ("## 2. The towns of the coast", None),
        ("The towns of the coast", None),
    ],
)
def test_an_item_of_a_list_and_a_row_of_a_table_are_checked(item, checked):
    draft = f"{RAN}\n\n{item}\n"
    found = check(draft, [ARTICLE])
    assert [each.text for each in found.sentences] == [RAN, *filter(None, [checked])]
    assert bool(found.not_checked) == (checked is None)


def test_the_numbers_of_a_list_are_not_read():
    draft = f"1. {RAN}\n2) {RAN}\n\n > 3. **{RAN}**\n"
    found = check(draft, [ARTICLE])
    assert [(each.text.strip("*"), each.problems) for each in found.sentences] == [(RAN, ())] * 3
    assert [draft[each.start : each.end].strip("*") for each in found.sentences] == [RAN] * 3
    [other] = check(f"33. {RAN}", [ARTICLE]).sentences  # not one of several
    assert [each.text for each in other.problems] == ["33"]


def test_marks_without_words_are_not_listed():
    assert check(f"{RAN}\n\n- \n\n***\n", [ARTICLE]).not_checked == ()


def test_problems_of_an_item_of_a_list_are_named():
    draft = f"{RAN}\n\n- Rescuers took 33 passengers ashore, said Anna Falk\n- It lost $1.5 million"
    assert problems(draft) == [("figure", "33"), ("name", "Falk")]
    assert "not found" not in statuses(draft)


@given(st.lists(st.sampled_from([*FRAME.splitlines(), *FOOTNOTES.splitlines(), "It rained."])))
def test_a_frame_is_hidden_place_for_place(lines):
    text = "\n".join(lines)
    hidden, listed = hide_frame(text)
    assert len(hidden) == len(text)
    assert all(a in (b, HIDDEN) for a, b in zip(hidden, text, strict=True))
    assert hidden.count("It rained.") == text.count("It rained.")
    assert hide_frame(hidden)[0].strip(f"{HIDDEN}\n") == hidden.strip(f"{HIDDEN}\n")
    assert all(line and line not in hidden for line in listed)


def test_what_only_looks_like_a_frame_is_checked():
    draft = "[1] articles were lost.\n\n3 articles were stolen.\n\nSources say it rained."
    assert len(check(draft, [ARTICLE]).sentences) == 3
