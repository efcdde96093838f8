"""What articles of one house share at their ends is not part of any of them."""

import pytest

from summarize.languages import load
from summarize.model import Article, Kind, squeeze
from summarize.reading.read import read
from summarize.reading.shared import RULE

ENGLISH = load()
FIRST = [
    "The harbour council approved the new ferry line on Monday after a long debate.",
    "Two members voted against it, and one said the price was far too high.",
]
SECOND = [
    "Work on the piers of the ferry line begins in May, the mayor said.",
    "The old boats will be sold to a museum in Port Hale.",
]
THIRD = ["Fishermen protest against the ferry line.", "They fear for their nets and their catch."]
FOOTERS = [
    "Disclaimer: opinions expressed above belong to our columnists alone.",
    "Catch Breaking Alerts, Live Market Reports and Daily Quizzes on Hale Chronicle.",
    "Jane Roe writes about ships from Lisbon for Hale Chronicle.",
]


def kept(*bodies, source="Hale Chronicle"):
    sources = source if isinstance(source, list) else [source] * len(bodies)
    articles = [
        Article("\n\n".join(body), source=name) for body, name in zip(bodies, sources, strict=True)
    ]
    documents, sentences = read(articles, ENGLISH)
    for document in documents:
        for block in document.blocks:
            assert block.rule == RULE or block.kind is Kind.BODY
    assert [s.position for s in sentences if s.document == 0] == list(
        range(sum(s.document == 0 for s in sentences))
    )
    return [
        [squeeze(d.article.text[block.start : block.end]) for block in d.body] for d in documents
    ]


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_of_one_house_is_not_body(footer):
    assert kept([*FIRST, footer], [*SECOND, footer], THIRD) == [FIRST, SECOND, THIRD]


def test_a_header_and_several_footers_are_not_body():
    head, *feet = FOOTERS
    assert kept([head, *FIRST, *feet], [head, *SECOND, *feet], THIRD) == [FIRST, SECOND, THIRD]


def test_what_is_shared_word_for_word_needs_not_be_set_alike():
    footer = FOOTERS[0]
    assert kept([*FIRST, footer.upper()], [*SECOND, footer.replace(" ", "  ")]) == [FIRST, SECOND]


def test_without_a_house_two_footers_or_three_articles_are_needed():
    footer = FOOTERS[0]
    bodies = [*FIRST, footer], [*SECOND, footer]
    assert kept(*bodies, source=None) == list(bodies)
    assert kept(*bodies, [*THIRD, footer], source=None) == [FIRST, SECOND, THIRD]
    assert kept([*FIRST, *FOOTERS[:2]], [*SECOND, *FOOTERS[:2]], source=None) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "shared",
    [
        "“Nobody expected such an outcome,” Jane Roe told reporters.",
        "The mayor said that the harbour of Port Hale needs a new line.",
        "Nobody had expected it after 14 refusals.",
    ],
)
def test_quotations_and_sentences_about_the_news_stay(shared):
    bodies = [*FIRST, shared], [*SECOND, shared]
    assert kept(*bodies) == list(bodies)


def test_a_sentence_inside_the_body_stays():
    bodies = [FIRST[0], FOOTERS[0], FIRST[1]], [SECOND[0], FOOTERS[0], SECOND[1]]
    assert kept(*bodies) == list(bodies)


def test_articles_of_two_houses_have_no_common_footer():
    bodies = [*FIRST, FOOTERS[0]], [*SECOND, FOOTERS[0]]
    assert kept(*bodies, source=["Hale Chronicle", "Port Daily"]) == list(bodies)


def test_copies_keep_what_they_share():
    tail = ["Nobody had expected such an outcome.", FOOTERS[0]]
    bodies = [FIRST[0], *THIRD, *SECOND, *tail], [FIRST[1], *THIRD, *SECOND, *tail]
    assert kept(*bodies) == list(bodies)
