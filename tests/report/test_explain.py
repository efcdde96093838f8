import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Article, Kind, summarize

STORM = "A storm tore the roofs off thirty houses in Lunde on Monday night."
AGAIN = "On Monday night a storm tore the roofs off thirty houses in Lunde."
MAYOR = "The mayor promised that the town would pay for new roofs by the summer."
MENU = "Sign up for our newsletter."


def fates(summary):
    """What became of each stretch that is left out, by its text."""
    texts = [source.article.text for source in summary.sources]
    return {
        texts[stretch.document - 1][stretch.start : stretch.end]: stretch
        for stretch in summary.left_out
    }


def test_nothing_is_listed_as_left_out_unless_requested():
    assert summarize([STORM, MAYOR], sentences=1).left_out == ()


@pytest.mark.parametrize(
    ("texts", "options", "left", "fate"),
    [
        ([STORM, AGAIN], {}, {STORM, AGAIN}, "same"),
        ([STORM, MAYOR], {"sentences": 1}, {STORM, MAYOR}, "long"),
        ([f"{STORM} Will it happen again soon in the town?"], {}, {"Will"}, "unusable"),
        ([f"{STORM} {MAYOR}\n\n{MENU}"], {}, {MENU}, "removed"),
        ([f"{STORM} {MAYOR}", STORM], {"min_origins": 2, "words": 100}, {MAYOR}, "refused"),
    ],
)
def test_every_stretch_says_what_became_of_it(texts, options, left, fate):
    found = fates(summarize(texts, explain=True, **options))
    named = {stretch.fate for text, stretch in found.items() if text.startswith(tuple(left))}
    assert fate in named


def test_the_rule_is_named():
    found = fates(summarize([f"{STORM}\n\n{MENU}\n\nWill it happen again soon?"], explain=True))
    assert all(stretch.rule for stretch in found.values())


@given(st.lists(st.sampled_from([STORM, AGAIN, MAYOR, MENU, "He left.", "\n\n"]), max_size=12))
def test_every_stretch_of_an_article_is_in_the_summary_or_left_out(parts):
    summary = summarize([Article(" ".join(parts))], explain=True, words=40)
    (source,) = summary.sources
    chosen = [(s.start, s.end) for s in summary.sentences]
    left = [(stretch.start, stretch.end) for stretch in summary.left_out]
    spans = sorted(chosen + left)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    covered = {at for start, end in spans for at in range(start, end)}
    for block in source.blocks:
        if block.kind is not Kind.TITLE:
            text = source.article.text
            assert all(at in covered or text[at].isspace() for at in range(block.start, block.end))


def test_all_formats_list_what_is_left_out():
    summary = summarize([f"{STORM} {MAYOR}\n\n{MENU}"], sentences=1, explain=True)
    assert "Not in the summary" in summary.to_markdown()
    assert MENU in str(summary)
    assert "Not in the summary, and why" in summary.to_html()
    assert {each["fate"] for each in json.loads(summary.to_json())["left_out"]} >= {"removed"}
    assert summary.verify([f"{STORM} {MAYOR}\n\n{MENU}"]) == []


def test_what_the_reader_has_read_is_refused_and_not_called_unusable():
    earlier = summarize([f"{STORM} {MAYOR}"])
    summary = summarize(
        [f"{STORM} {MAYOR}", f"{AGAIN} Schools stay closed until Friday, it said."],
        seen=earlier,
        explain=True,
    )
    read = summarize([f"{STORM} {MAYOR}"], seen=earlier, explain=True)
    assert {stretch.fate for stretch in read.left_out} == {"refused"}
    assert "refused" in {stretch.fate for stretch in summary.left_out}
