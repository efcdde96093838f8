"""Quotations: what is in marks, and which marks have lost their partner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.reading.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'We will build it,' said the mayor.", ["'We will build it,'"]),
        ("Reed said on Monday: 'We will build it.'", ["'We will build it.'"]),
        ("'The boys' boat is safe,' said Reed.", ["'The boys' boat is safe,'"]),
        ("The 'best' bridge of the year, 'ever.'", ["'best'", "'ever.'"]),
        ("‘We will build it’, said the mayor.", ["‘We will build it’"]),
        (
            "``We will build it,'' said Reed, ``and soon.''",
            ["``We will build it,''", "``and soon.''"],
        ),
        ("« Nous avons peur », dit-elle.", ["« Nous avons peur »"]),
        ("„Wir bauen“, sagte sie, „bald.“", ["„Wir bauen“", "„bald.“"]),
        ("»Wir bauen«, sagte sie.", ["»Wir bauen«"]),
        ("”Vi bygger”, sa hon.", ["”Vi bygger”"]),
        ("‘‘We will build it,’’ said Reed.", ["‘‘We will build it,’’"]),
        ('" We will build it , " said Reed .', ['" We will build it , "']),
        ("' We will build it , ' said Reed .", ["' We will build it , '"]),
        ("“She said ‘no’ to me,” Reed said.", ["“She said ‘no’ to me,”"]),
        ('“We will build it," said Reed.', ['“We will build it,"']),
        ("「雨です」と言った。", ["「雨です」"]),
    ],
)
def test_what_is_quoted(text, quoted):
    found = quotations(text)
    assert [text[start:end] for start, end in found.spans] == quoted
    assert not found.is_torn


@pytest.mark.parametrize(
    "text",
    [
        "The bridge went,' said Reed, who lives there.",
        "The bridge went,’ said Reed, who lives there.",
        "The whole bridge is gone.'",
        "'The night was dark and cold.",
        "‘The night was dark and cold.",
        "Reed said: 'The night was dark.",
        'The bridge went," said Reed, "and I ran."',
        'The bridge went," said Reed.',
        "“The night was dark and cold.",
        "The bridge went,'' said Reed.",
        "'The bridge went,' said Reed, 'and sank in the river.",
        "Reed said that the night 'tore the bridge from its piers.",
        "'[The bridge] went and sank.",
        "Nobody was on the bridge' Reed told reporters.",
        "« Nous avons peur.",
        "Nous avons peur », dit-elle.",
        "„Wir bauen bald.",
        'Reed called it "great and "wonderful" on Monday.',
    ],
)
def test_a_mark_without_its_partner(text):
    assert quotations(text).is_torn


@pytest.mark.parametrize(
    "text",
    [
        "The boys' boats and the girls' boats were lost in '98.",
        "Get 'em while it’s hot, the Lees’ neighbour said.",
        'He is 6\'2" tall, and 5" of snow fell.',
        "The Warner Bros.' studio is in the council's hands.",
        "The rock 'n' roll of the '60s is back.",
        "The 't Hooft prize of 's-Hertogenbosch went to Marx' fans.",
        "'Tis the goin' rate in China' s towns.",
        "He spoke of Jesus' words and of the race of '08.",
    ],
)
def test_apostrophes_abbreviations_and_inches_are_not_torn_quotations(text):
    assert not quotations(text).is_torn


@given(st.text("aB ,.'\"‘’“”„«»`", max_size=40))
def test_spans_are_in_order_and_inside_the_text(text):
    bounds = [0, *(place for span in quotations(text).spans for place in span), len(text)]
    assert bounds == sorted(bounds)
    assert all(end - start > 1 for start, end in quotations(text).spans if end < len(text))
