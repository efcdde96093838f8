import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Article, quoted
from summarize.model import squeeze
from summarize.record.quote import MOST_CONTEXT, find_quotation

TEXT = """\
The ferry Hilda ran aground off
Lunde on Monday, “with all 212 people safe,” the
*Lunde Post* said.[1] Prices rose 5.3 percent, to 1,200 kroner. The captain can't sail.
"""


def found(quotation, *texts):
    return find_quotation(quotation, [Article(text) for text in texts or [TEXT]])


@pytest.mark.parametrize(
    "quotation",
    [
        "ran aground off Lunde on Monday",  # over the end of a line
        "ran  aground\noff Lunde",
        "safe,” the Lunde Post said. Prices rose",  # marks that are not shown
        "the *Lunde Post* said.[1]",  # as the resource has it
        "5.3 percent, to 1,200 kroner",
        "5.3",
        "The captain can't sail.",
        squeeze(TEXT),
        "“with",
    ],
)
def test_what_an_article_shows_is_verbatim(quotation):
    match, [passage], changes = found(quotation)
    assert (match, changes) == ("verbatim", ())
    assert quoted(TEXT, passage.start, passage.end) == passage.text


@pytest.mark.parametrize(
    ("quotation", "match", "text"),
    [
        ("rose 5", "cut", "rose 5.3"),
        ("3 percent", "cut", "5.3 percent"),
        ("to 1", "cut", "to 1,200"),
        ("200 kroner", "cut", "1,200 kroner"),
        ("captain can", "cut", "captain can't"),
        ("an aground", "cut", "ran aground"),
        ('with all 212 people safe"', "words", "with all 212 people safe"),
        ("The Ferry Hilda", "words", "The ferry Hilda"),
        ("prices rose 5.3", "words", "Prices rose 5.3"),
        ("with all 312 people safe", "near", "with all 212 people safe"),
        ("Hilda ran aground at Lunde", "near", "Hilda ran aground off Lunde"),
        ("nobody drowned in the harbour", "none", None),
        ("…", "none", None),
    ],
)
def test_what_is_not_there_to_the_character_is_not_verbatim(quotation, match, text):
    result = found(quotation)
    assert result.match == match
    assert [passage.text for passage in result.passages] == ([text] if text else [])


@pytest.mark.parametrize(
    ("quotation", "changes"),
    [
        ("with all 312 people safe", (("312", "212"),)),
        ("Two ferries ran aground off Lunde", (("Two ferries", "ferry Hilda"),)),
        ("The ferry Hilda never ran aground off Lunde", (("never", ""),)),
        ("ferry ran aground off Lunde on Monday", (("", "Hilda"),)),
    ],
)
def test_the_words_that_differ_are_named(quotation, changes):
    assert found(quotation).changes == changes


def test_each_article_that_has_it_is_named_once_and_others_are_not():
    result = found(
        "ran aground", "It ran aground. It ran aground.", "It sank.", "They ran aground!"
    )
    assert [(each.article, each.start) for each in result.passages] == [(0, 3), (2, 5)]


def test_whole_words_elsewhere_count_before_cut_ones():
    result = found("rose 5", "It rose 5.3 percent, then rose 5 more.")
    assert (result.match, result.passages[0].start) == ("verbatim", 26)


@pytest.mark.parametrize(
    ("text", "quotation", "match"),
    [
        ("渡轮于星期一在伦讷岛搁浅。", "星期一在伦讷岛", "verbatim"),
        ("渡轮于星期一在伦讷岛搁浅。", "星期二在伦讷岛搁浅", "near"),
        ("नौका सोमवार को द्वीप पर फँस गई।", "सोमवार को द्वीप", "verbatim"),
        ("नौका सोमवार को द्वीप पर फँस गई।", "द्व", "cut"),
        ("Vi mangler én båt.", "é", "cut"),
        ("Il dit que l'homme dort.", "homme dort", "verbatim"),
        ("Il dit que l'homme dort.", "que l", "cut"),
        ("It was -5 degrees.", "5 degrees", "cut"),
        ("It was −5 degrees.", "−5 degrees", "verbatim"),
        ("In 1995-98 it took 1/2 cup.", "98 it took", "verbatim"),
        ("In 1995-98 it took 1/2 cup.", "2 cup", "cut"),
        ("It left at 10:30 and/or 11.", "It left at 10", "cut"),
        ("It left at 10:30 and/or 11.", "or 11", "verbatim"),
    ],
)
def test_words_are_those_of_any_script(text, quotation, match):
    assert found(quotation, text).match == match


def test_the_nearest_of_several_articles_is_given():
    texts = ["The ferry sailed home.", TEXT, "All people on the ferry slept."]
    assert found("with all 312 people safe", *texts).passages[0].article == 1


@given(st.text("ab5.,' \n*[]1é渡\u200b", max_size=30), st.data())
def test_every_span_is_quoted_as_it_is_given(text, data):
    """What is found is the quotation, and whatever is cut at white space is found."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    result = found(text[start:end], text)
    for passage in result.passages:
        assert quoted(text, passage.start, passage.end) == squeeze(passage.text)
    piece = squeeze(quoted(text, 0, len(text)))
    if any(map(str.isalnum, piece)):
        assert found(piece, text).match == "verbatim"


def test_context_is_what_is_around_it():
    passage = found("on Monday").passages[0]
    assert passage.before == "The ferry Hilda ran aground off Lunde"
    assert passage.after.startswith(", “with all 212 people safe,” the Lunde Post said.")


@pytest.mark.parametrize(("sought", "text"), [("a" * 10, "a" * 20_000), ("1", "1," * 10_000)])
def test_of_a_word_without_end_the_beginning_is_given(sought, text):
    result = found(sought, text)
    assert result.match == "cut"
    assert (result.passages[0].start, result.passages[0].end) == (0, len(sought) + MOST_CONTEXT)
    assert found(sought, f"{text} {sought} ").match == "verbatim"
