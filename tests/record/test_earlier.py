import pytest

from summarize import Article, OptionError, Summarizer, summarize

HILDA = (
    "The ferry Hilda ran aground off Lunde on Monday. All 212 people on board were brought ashore. "
    "The coast guard said the hull was tight."
)
FERRY = (
    "A ferry ran aground off the island of Lunde on Monday morning. Lifeboats brought 212 people "
    "ashore from the Hilda."
)
FREE = (
    "The ferry Hilda, which ran aground off Lunde on Monday, is free again. Two tugs pulled the "
    "ship off the sandbank at high water. Divers found a crack in the rudder."
)
DAY_1, DAY_2 = [HILDA, FERRY], [FREE]


def test_only_what_is_new_is_chosen():
    first = summarize(DAY_1, words=60)
    second = summarize(DAY_1 + DAY_2, words=60, seen=first)
    new = {document.number for document in second.documents if document.sha256 == _hash(DAY_2[0])}
    assert {sentence.document for sentence in second.sentences} == new
    told = {sentence.text for sentence in first.sentences}
    assert not told & {sentence.text for sentence in second.sentences}
    assert second.sentences


def _hash(text):
    return Article(text).sha256


def test_it_works_without_the_old_articles_too():
    first = summarize(DAY_1, words=60)
    second = summarize([*DAY_2, DAY_1[0]], words=60, seen=first.to_dict())
    assert not {s.text for s in first.sentences} & {s.text for s in second.sentences}


def test_a_repetition_is_not_new():
    nothing = summarize(DAY_1, seen=summarize(DAY_1))
    assert nothing.sentences == ()
    assert nothing.warnings[0].code == "nothing_left"


@pytest.mark.parametrize("n", range(1, 7))
def test_white_space_does_not_make_a_seen_article_new(n):
    """Whichever of the copies comes first in canonical order."""
    assert not summarize([HILDA, HILDA + "\n" * n], seen=summarize([HILDA])).sentences
    assert not summarize([HILDA + "\n" * n], seen=summarize([HILDA], words=200)).sentences


@pytest.mark.parametrize("articles", [[], [""], ["It was. They were."]])
def test_an_empty_summary_can_be_explained(articles):
    assert summarize(articles, explain=True).differences == ()


def test_a_focus_is_a_factor_of_the_explanation():
    summary = summarize(DAY_2, focus="rudder", explain=True)
    names = [name for name, _ in summary.sentences[0].explanation.factors]
    assert names[-1] == "focus"


def test_what_was_seen_decides_the_signature():
    first = summarize(DAY_1)
    assert "seen:" not in first.signature
    signature = summarize(DAY_2, seen=first).signature
    assert signature == summarize(DAY_2, seen=first.to_dict()).signature
    assert signature != summarize(DAY_2, seen=summarize(DAY_2)).signature


@pytest.mark.parametrize(
    ("seen", "message"),
    [
        ({}, "seen is not a summary"),
        ({"schema": "other/1"}, "seen is not a summary"),
        ({"schema": "summarize/9"}, "seen is a summary of version summarize/9"),
        ({"schema": "summarize/1"}, "seen is not a complete summary"),
        (7, "seen is not a summary"),
    ],
)
def test_anything_but_a_summary_is_refused(seen, message):
    with pytest.raises(OptionError, match=message):
        Summarizer(seen=seen)


def test_an_explanation_names_the_factors_and_the_runner_up():
    summary = summarize(DAY_1 + DAY_2, words=60, explain=True)
    for sentence in summary.sentences:
        names = [name for name, _ in sentence.explanation.factors]
        assert names == ["corroboration", "centroid", "lead", "title", "length", "form"]
    assert "similar to sentence" in str(summary)


def test_nothing_is_explained_unless_requested():
    assert all(sentence.explanation is None for sentence in summarize(DAY_1).sentences)
    assert "explanation" not in summarize(DAY_1).to_json()
