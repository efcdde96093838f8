"""What surrounds the sentences of a summary is not checked with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import check
from summarize.model import HIDDEN
from summarize.record.check.frame import hide_frame

FRAME = """\
Bridge opens [1]
The bridge opened on Monday. [1, 3; similar: 2]
It cost two million. [2, one origin]

3 articles, 2 independent, 2025-06-09
Sources differ: Will it hold? [1]; Was it cheap? [2]
[1] Will the bridge hold? | a.txt
 4  Who paid for it?
    /a/long/path.txt
[2] Was it cheap?
... and 1 more article.

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
    found = check(draft, ["The bridge opened on Monday. It cost two million."])
    assert [(each.text, each.status) for each in found.sentences] == [
        ("The bridge opened on Monday.", "said"),
        ("It cost two million.", "said"),
    ]
    listed = " ".join(found.not_checked)
    assert "Will the bridge hold?" in listed
    assert "3 articles" in listed


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
    assert len(check(draft, ["It rained."]).sentences) == 3
