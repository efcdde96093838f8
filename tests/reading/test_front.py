"""The data above an article: found with their spans, and no part of its body."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages import load
from summarize.model import Article, squeeze
from summarize.reading.clean import clean
from summarize.reading.front import read_front
from summarize.reading.stops import find_stops

ENGLISH = load("en")
BODY = "The old mill by the river burned down on Sunday night, and nobody was hurt."
MATTER = "---\ntitle: 'Mill burns down'\nauthor:\n  - '[[Ann Ray]]'\ndescription: It burned.\n---\n"
MAIL = "From: Ann Ray <a@example.org>\nTo: b@example.org\nSubject: Re: Mill burns down\n\n"


def marks(text, title=None):
    """Return a pair of kind and squeezed text for each block."""
    document = clean(Article(text=text, title=title), text, find_stops(text), ENGLISH)
    return [(block.kind.value, squeeze(text[block.start : block.end])) for block in document.blocks]


FRONTS = [MATTER, f"\n{MATTER}\n\n", MATTER.replace("\n", "\r\n"), MAIL]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("body", [BODY, f"{BODY}\n\n---\n\n{BODY} It was old."])
@pytest.mark.parametrize("title", [None, "Mill burns down"])
def test_the_data_above_an_article_are_not_body_and_give_its_title(front, body, title):
    found = marks(front + body, title)
    titles = [words for kind, words in found if kind == "title"]
    assert titles == ["Mill burns down"]
    bodies = [words for kind, words in found if kind == "body"]
    assert bodies[0] == squeeze(body.partition("\n")[0])
    assert not any("Ann Ray" in words or "It burned." in words for words in bodies)


@pytest.mark.parametrize("front", FRONTS)
def test_no_paragraph_begins_in_the_data_above_an_article_and_ends_below(front):
    text = front + BODY.lower()  # a line that might go on with the one before it
    document = clean(Article(text=text), text, find_stops(text), ENGLISH)
    assert read_front(text).end == len(front)
    assert document.blocks[-1].start == len(front)


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{BODY}\n\n---\n\n{BODY}",
        f"---\ntitle: {BODY}\n\n{BODY}",
        f"---\nMayor: {BODY}\nIt was old.\n---\n{BODY}",
        f"{BODY}\n\n---\ntitle: A\n---\n",
        f"From: Vik, with love. {BODY}\n\n{BODY}",
        f"From: the mayor\nAnswer: {BODY}\n\n{BODY}",
    ],
)
def test_lines_that_look_like_data_are_not_taken_from_an_article(text):
    assert read_front(text) is None
    assert any(kind == "body" for kind, _ in marks(text))


def test_a_title_over_several_lines_has_no_span():
    for text in ("---\ntitle: >\n  Mill\n  burns\n---\n", "Subject: Mill\n burns\nTo: b\n\n"):
        front = read_front(text)
        assert [entry.value for entry in front.entries if entry.key != "to"] == ["Mill burns"]
        assert front.title is None
        assert [kind for kind, _ in marks(text + BODY)] == ["boilerplate", "body"]


@given(st.text("-:\n\r \t#[]|'\"ab", max_size=40), st.text("ab. \n", max_size=20))
def test_values_are_at_their_spans_and_blocks_in_order(value, body):
    for text in (f"---\ntitle: {value}\n---\n{body}", f"From: a\nSubject: {value}\n\n{body}"):
        front = read_front(text)
        for entry in front.entries if front else ():
            assert text[entry.start : entry.end] in {entry.value, ""}
        blocks = clean(Article(text), text, find_stops(text), ENGLISH).blocks
        assert [block for block in blocks if block.end <= block.start] == []
        assert all(a.end <= b.start for a, b in pairwise(blocks))
        assert squeeze("".join(text[b.start : b.end] for b in blocks)).replace(" ", "") == (
            squeeze(text).replace(" ", "")
        )


def test_data_that_never_end_are_not_read_to_the_end_of_a_text():
    assert read_front("---\n" + "a: b\n" * 100_000 + "---\n") is None
    assert read_front("From: a\nTo: b\n" + "X-Note: c\n" * 100_000).end < 30_000
