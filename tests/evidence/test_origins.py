import numpy as np
import pytest

from summarize import Article, summarize
from summarize.evidence.embed import embed
from summarize.evidence.origins import origins
from summarize.evidence.tokens import tokens
from summarize.languages import load
from summarize.reading.read import read

WIRE = (
    "The ferry Hilda ran aground off the island of Lunde early on Monday with 212 people on board. "
    "Lifeboats brought all of them ashore within three hours, and nobody was hurt in the accident. "
    "The coast guard said that the hull is tight and that a tug will pull the ship free at high "
    "water on Tuesday. The line has cancelled fourteen crossings until the end of the week."
)
OWN = (
    "Hotel owners on Lunde fear for the summer after the only ferry to their island went onto the "
    "rocks. Two hundred guests had to be put up in schools and halls for the night, the mayor "
    "said, while the ship lay on a sandbank in sight of the harbour."
)
MORE = "The island has one other harbour."
OPENINGS = (
    "A ferry with more than two hundred passengers has gone aground near Lunde.",
    "Passengers had to leave a ferry in lifeboats on Monday morning.",
    "There was an accident on the sea off Lunde at the start of the week.",
    "An early trip to the island of Lunde ended on a sandbank.",
)


def found(*texts):
    documents, sentences = read(map(Article, texts), load())
    words = tokens([sentence.text for sentence in sentences], load())
    stems = embed(words, len(sentences), load()).stems
    document = np.array([sentence.document for sentence in sentences], int)
    return origins(documents, document, words.row, stems, load()).tolist()


def test_one_wire_story_with_four_openings_and_a_report_are_two_origins():
    assert found(*(f"{opening} {WIRE}" for opening in OPENINGS), OWN) == [0, 0, 0, 0, 4]


def test_a_short_part_of_a_long_story_is_a_copy_of_it():
    part = WIRE.split(". ", maxsplit=1)[0] + ". " + WIRE.split(". ")[1] + "."
    assert found(f"{WIRE} {OWN}", part) == [0, 0]


def test_earlier_articles_that_quote_a_story_do_not_hide_its_copies():
    first, second, *_ = (f"{part.rstrip('.')}." for part in WIRE.split(". "))
    quoters = f"{first} {OWN}", f"{second} {' '.join(OPENINGS)} {MORE}"
    own = "Nobody on Lunde had seen such an accident since the winter of 1962."
    assert found(*quoters, WIRE, f"{WIRE} {own}") == [0, 1, 2, 2]


def test_a_shared_quotation_does_not_make_a_copy():
    quoted = "“We saw the rocks and we knew at once that this was it,” the captain said."
    assert found(f"{WIRE} {quoted}", f"{OWN} {quoted}") == [0, 1]


@pytest.mark.parametrize(("agency", "copies"), [("(AP) ", [0, 0]), ("", [0, 1])])
def test_articles_that_name_the_same_agency_need_less_in_common(agency, copies):
    """Somewhat less than half of the shorter one is in the other."""
    shared = ". ".join(WIRE.split(". ")[2:4]) + " "
    first, second = (f"LUNDE {agency}- {text}" for text in (f"{WIRE} {MORE}", shared + OWN))
    assert found(first, second) == copies


@pytest.mark.parametrize("texts", [[], [""], ["Rain."], ["Rain fell.", "Rain fell."]])
def test_an_article_that_is_too_short_to_compare_is_its_own_origin(texts):
    assert found(*texts) == list(range(len(texts)))


def test_stretches_of_documents_change_nothing(monkeypatch):
    texts = [*(f"{opening} {WIRE}" for opening in OPENINGS), OWN, f"{OWN} {MORE}", WIRE]
    whole = found(*texts)
    monkeypatch.setattr("summarize.evidence.origins.AT_A_TIME", 7)
    assert found(*texts) == whole == [0, 0, 0, 0, 4, 4, 0]


def test_the_summary_counts_origins():
    summary = summarize([*(f"{opening} {WIRE}" for opening in OPENINGS), OWN], words=60)
    assert len({document.origin for document in summary.documents}) == 2
    assert max(sentence.corroboration for sentence in summary.sentences) <= 2
    (copied,) = {d.origin for d in summary.documents if d.origin != d.number}
    assert [w.message for w in summary.warnings] == [f"3 articles copy much of article {copied}"]
    assert "5 articles, 2 independent" in str(summary)


def test_a_single_origin_is_reported_once():
    summary = summarize([f"{opening} {WIRE}" for opening in OPENINGS])
    assert [w.code for w in summary.warnings] == ["near_copy", "one_origin"]
    assert {sentence.corroboration for sentence in summary.sentences} == {1}


def test_min_origins_leaves_only_what_others_confirm():
    texts = [f"{WIRE} The captain is 61 years old.", f"{OPENINGS[0]} {OWN}", WIRE]
    for sentence in summarize(texts, words=200, min_origins=2).sentences:
        assert sentence.corroboration >= 2
    nothing = summarize(texts, min_origins=3)
    assert nothing.sentences == ()
    assert "nothing_left" in [warning.code for warning in nothing.warnings]
