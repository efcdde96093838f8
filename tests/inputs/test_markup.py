"""Texts of feeds have no markup, however often it was escaped."""

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.inputs.readers.markup import has_markup, plain, plain_line

PROSE = [
    "Prices rose 5 < 6 & fell again",
    "AT&T; and R&D are <3",
    "Write to <ann@post.example>",
    "if a <b and c> d",
    "x<y",
]
MARKED = [
    "<p>",
    "</p>",
    "<br/>",
    "<br />",
    "<hr\n>",
    '<a href="/x">',
    "<!-- no",
    "&amp;",
    "&#8217;",
    "&#x27;",
    "&nbsp;",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_signs_stays_as_it_is(text):
    assert not has_markup(text)
    assert plain(text, is_html=False) == text
    assert plain_line(text) == text


@pytest.mark.parametrize("mark", MARKED)
def test_markup_is_recognised(mark):
    assert has_markup(f"Storm {mark} in Vik")


def test_paragraphs_are_set_apart():
    assert plain("<p>One <b>two</b>\nthree.</p><p>Four.<br>Five.</p>").split() == [
        *("One", "two", "three.", "Four.", "Five.")
    ]
    assert "three.\n\nFour." in plain("<p>One <b>two</b>\nthree.</p><p>Four.<br>Five.</p>")
    assert plain("One.\n \nTwo  and\nthree.", is_html=False) == "One.\n\nTwo and\nthree."


@pytest.mark.parametrize("times", range(7))
def test_html_that_is_escaped_often_is_still_html(times):
    content = "<p>Storm in <b>Vik</b> &amp; Os</p>"
    for _ in range(times):
        content = html.escape(content)
    assert plain(content) == "Storm in Vik & Os"
    assert plain_line(content) == "Storm in Vik & Os"


def test_scripts_and_styles_are_not_text():
    page = "<p>Storm.</p><script>alert('x')</script><style>p {color: red}</style><!-- note -->"
    assert plain(page) == "Storm."


def test_only_tags_are_no_text():
    assert plain("<p><img src='x.png'></p>") == ""
    assert plain_line("<b></b>") is None


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*PROSE, *MARKED, "&", "amp;", "lt;", "&lt;", "gt;", "<", ">", " "]))
)
def test_no_markup_is_left(pieces):
    assert not has_markup(plain("".join(pieces)))
    assert not has_markup(plain_line("".join(pieces)) or "")
