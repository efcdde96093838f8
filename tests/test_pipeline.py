import dataclasses
import itertools
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from summarize import Article, Cluster, OptionError, Summarizer, summarize
from summarize.choice.budget import budget
from summarize.choice.rank import RANKERS
from summarize.model import Sentence

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
ARTICLES = [Article(path.read_text(encoding="utf-8"), id=path.name) for path in SEEDS]

BRIDGE = "The council approved the new bridge over the river on Monday."
COST = "The bridge will cost ten million pounds, the mayor of the town said."
PROTEST = "Several hundred people protested against the plan in front of the town hall."


def spans_hold(summary, articles):
    """Every span of the summary, by the rule of the model: squeezed, it is the text."""
    texts = {article.sha256: article.text for article in articles}
    by_number = {document.number: texts[document.sha256] for document in summary.documents}
    headline = summary.headline
    if headline and headline.start is not None:
        span = by_number[headline.document][headline.start : headline.end]
        assert " ".join(span.split()) == headline.text
    for sentence in summary.sentences:
        text = by_number[sentence.document]
        assert " ".join(text[sentence.start : sentence.end].split()) == sentence.text
        for place in sentence.citations:
            assert place.document != sentence.document
            assert by_number[place.document][place.start : place.end].strip()
    return True


def test_the_seeds_give_a_summary_that_a_reader_can_trust():
    """The first sentence reports the event; no boilerplate; four articles cited."""
    summary = summarize(ARTICLES)
    first = summary.sentences[0].text
    assert "China" in first
    assert "London" in first
    assert "agree" in first
    assert 90 <= summary.n_words <= 120
    cited = {s.document for s in summary.sentences}
    cited |= {place.document for s in summary.sentences for place in s.citations}
    assert len(cited) >= 4
    assert sum(s.corroboration >= 3 for s in summary.sentences) >= 2
    furniture = ("Menu", "Search", "Source:", "EconoTimes", "Sign up", "NEWS DESK", "LONDON:")
    assert not any(word in summary.text for word in furniture)
    assert spans_hold(summary, ARTICLES)


def test_the_order_of_the_articles_changes_nothing():
    expected = summarize(ARTICLES).to_json()
    for order in itertools.islice(itertools.permutations(ARTICLES), 0, None, 11):
        assert summarize(list(order)).to_json() == expected


def test_the_order_of_copies_that_differ_in_their_data_changes_nothing():
    twins = [Article(BRIDGE, title="One", url="http://a"), Article(BRIDGE, title="Two")]
    summary = summarize(twins)
    assert summary.to_json() == summarize(twins[::-1]).to_json()
    assert {document.title for document in summary.documents} == {"One", "Two"}


def test_a_given_title_in_other_capitals_is_shown_as_in_the_text():
    text = f"A BRIDGE AT LAST\n\n{BRIDGE}"
    summary = summarize([Article(text, title="A bridge at last")])
    assert summary.headline.text == "A BRIDGE AT LAST"
    assert spans_hold(summary, [Article(text)])


def test_hash_seed_and_threads_change_nothing():
    code = (
        "import pathlib, sys, summarize as s;"
        "texts = [pathlib.Path(p).read_text('utf-8') for p in sys.argv[1:]];"
        "texts += ['. '.join(f'Word{i:x} fell on town{i % 97:x}{i:o} and rose' for i in "
        "range(n, 20_000, 3)) + '.' for n in range(3)];"
        "print(s.summarize(texts, sentences=30).to_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, *SEEDS],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads},
            capture_output=True,
            check=True,
        ).stdout
        for seed, threads in (("0", "1"), ("4242", "2"))
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("option", "measure", "limit"),
    [
        ({"words": 60}, lambda s: s.n_words, 60),
        ({"sentences": 2}, lambda s: len(s.sentences), 2),
        ({"chars": 280}, lambda s: len(s.text), 280),
        ({"percent": 10}, lambda s: s.n_words, 175),
    ],
)
def test_a_budget_is_an_upper_bound_that_is_nearly_met(option, measure, limit):
    summary = summarize(ARTICLES, **option)
    assert 0.6 * limit <= measure(summary) <= limit
    assert not summary.warnings


def test_percent_is_of_the_words_of_all_bodies_with_copies_counted_once():
    once = summarize(ARTICLES, percent=10)
    twice = summarize([*ARTICLES, *ARTICLES], percent=10)
    assert once.n_body_words == twice.n_body_words
    assert once.text == twice.text


def test_where_no_sentence_fits_the_shortest_is_given_with_a_warning():
    summary = summarize([f"{COST} {BRIDGE}"], words=3)
    assert summary.text == BRIDGE
    assert [warning.code for warning in summary.warnings] == ["over_budget", "one_origin"]


def test_exact_copies_are_one_origin_and_cite_nothing():
    """White space does not make another article."""
    copy = Article(BRIDGE.replace(" ", "\n") + "\n", id="copy")
    summary = summarize([Article(BRIDGE, id="first"), copy, Article(PROTEST, id="other")])
    (skipped,) = (document for document in summary.documents if document.skipped)
    (own,) = (document for document in summary.documents if document.number == skipped.origin)
    assert {skipped.id, own.id} == {"copy", "first"}
    assert [s.corroboration for s in summary.sentences] == [1, 1]
    assert [w.message for w in summary.warnings] == [
        f"1 article is an exact copy of article {own.number}"
    ]


def test_what_two_articles_say_is_said_once_and_cited():
    again = "On Monday the council approved the new bridge over the river, it said."
    summary = summarize([f"{BRIDGE} {COST}", again])
    assert sum("approved" in sentence.text for sentence in summary.sentences) == 1
    approved = next(s for s in summary.sentences if "approved" in s.text)
    assert approved.corroboration == 2
    assert approved.citations[0].is_confident


def test_numbers_are_given_in_reading_order_and_the_headline_comes_first():
    summary = summarize(ARTICLES)
    met = [summary.headline.document]
    for sentence in summary.sentences:
        met += [sentence.document, *(place.document for place in sentence.citations)]
    assert list(dict.fromkeys(met)) == list(range(1, len(set(met)) + 1))
    assert [document.number for document in summary.documents] == [1, 2, 3, 4, 5]


def test_the_headline_is_a_title_word_for_word():
    headline = summarize(ARTICLES).headline
    texts = [article.text[headline.start : headline.end] for article in ARTICLES]
    assert headline.text in texts


def test_a_title_that_only_the_data_give_has_no_span():
    headline = summarize([Article(f"{BRIDGE} {COST}", title="A bridge at last")]).headline
    assert (headline.text, headline.start, headline.end) == ("A bridge at last", None, None)


@pytest.mark.parametrize("articles", [[], [""], ["\n \n"], ["Menu\n\nSearch"]])
def test_where_there_is_no_sentence_the_summary_is_empty_and_says_so(articles):
    summary = summarize(articles)
    assert summary.sentences == ()
    assert "empty" in [warning.code for warning in summary.warnings]


def test_an_article_without_sentences_is_named():
    summary = summarize([Article(BRIDGE), Article("Menu")])
    warning = summary.warnings[0]
    assert warning.code == "no_sentence"
    assert summary.documents[warning.document - 1].skipped == "no sentence found"


@pytest.mark.parametrize("method", RANKERS)
def test_every_ranker_gives_a_summary_and_is_named_in_the_signature(method):
    summary = summarize(ARTICLES, rank=method)
    assert 80 <= summary.n_words <= 120
    assert summary.signature.startswith(f"rank:{method}|lambda:")
    assert spans_hold(summary, ARTICLES)


def test_focus_moves_the_summary_towards_the_query():
    plain, focused = summarize(ARTICLES), summarize(ARTICLES, focus="the tariffs")
    assert focused.text.lower().count("tariff") > plain.text.lower().count("tariff")
    assert 'focus:"the tariffs"' in focused.signature


@pytest.mark.parametrize("published", [None, "", "yesterday", "2025-06", "2025-06-11T10:00:00Z"])
def test_any_date_is_accepted(published):
    articles = [Article(BRIDGE, published=published), Article(PROTEST, published="2025-06-11")]
    assert summarize(articles).n_words


def test_the_focus_of_the_call_comes_before_the_clusters_and_the_summarizers():
    summarizer = Summarizer(focus="bridge")
    cluster = Cluster((Article(f"{BRIDGE} {PROTEST}"),), focus="cost")
    assert 'focus:"bridge"' in summarizer.summarize(cluster.articles).signature
    assert 'focus:"cost"' in summarizer.summarize(cluster).signature
    assert 'focus:"people"' in summarizer.summarize(cluster, focus="people").signature


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"words": 0}, "words is 0; give a whole number of at least 1"),
        ({"words": -5}, "words is -5"),
        ({"words": 1.5}, "words is 1.5"),
        ({"words": True}, "words is True"),
        ({"words": "120"}, "words is '120'"),
        ({"sentences": 0}, "sentences is 0"),
        ({"chars": 0}, "chars is 0"),
        ({"percent": 0}, "percent is 0; give a number above 0, at most 100"),
        ({"percent": 101}, "percent is 101"),
        ({"percent": float("nan")}, "percent is nan"),
        ({"words": 10, "chars": 10}, "words and chars are both given"),
        ({"mmr_lambda": 1.1}, "mmr_lambda is 1.1; give a number from 0 to 1"),
        ({"mmr_lambda": "x"}, "mmr_lambda is 'x'"),
        ({"rank": ["page"]}, "rank is "),
        ({"mmr_lambda": 10**5000}, "mmr_lambda is too large"),
        ({"words": -(10**5000)}, "words is too large"),
        ({"percent": 10**5000}, "percent is too large"),
        ({"rank": "page"}, "rank is 'page'; choose one of corroboration, centroid"),
        ({"focus": 3}, "focus is 3; give a string"),
    ],
)
def test_a_wrong_option_is_refused_when_the_summarizer_is_built(options, said):
    with pytest.raises(OptionError, match="^" + said.replace("(", r"\(")):
        Summarizer(**options)


@pytest.mark.parametrize(
    "articles",
    [
        "one text",
        [3],
        None,
        Cluster((3,)),
        Cluster(None),
        [Article(None)],
        [Article(b"x")],
        [Article(BRIDGE, title=5)],
        [Article(BRIDGE, source=b"x")],
    ],
)
def test_anything_but_a_list_of_articles_is_refused(articles):
    with pytest.raises(OptionError, match="article"):
        summarize(articles)


def test_a_budget_beyond_all_numbers_is_no_limit():
    assert summarize([BRIDGE], words=10**5000).text == BRIDGE
    assert summarize([f"{BRIDGE} {COST}"], chars=10**30).text == f"{BRIDGE} {COST}"


def test_percent_is_rounded_down_from_the_exact_number():
    """36.48 percent of 625 words are 228, which binary fractions make 227.99."""
    words = [Sentence(0, i, 0, 0, 1, "a b c d e") for i in range(125)]
    assert budget(words, "percent", 36.48).limit == 228
    assert budget(words, "percent", 36.4).limit == 227


def test_options_that_differ_differ_in_the_signature():
    assert Summarizer(words=1234567).signature != Summarizer(words=1234568).signature
    assert Summarizer(mmr_lambda=0.1234567).signature != Summarizer(mmr_lambda=0.1234568).signature


@pytest.mark.parametrize("wrong", [Cluster((), id=5), Cluster((), focus=5)])
def test_an_id_or_focus_that_is_not_a_string_is_refused(wrong):
    with pytest.raises(OptionError, match="of the cluster is a int; give a string"):
        summarize(wrong)


def test_dates_and_paths_are_taken_as_what_they_are():
    article = Article(BRIDGE, published=date(2025, 6, 11), path=Path("a\x1b[31m.txt"))
    summary = summarize([article, Article(COST, published="2025-06-10")])
    assert {document.published for document in summary.documents} == {"2025-06-11", "2025-06-10"}
    assert "\x1b" not in str(summary)
    assert json.loads(summary.to_json())


def test_the_title_of_an_article_without_sentences_is_not_a_headline():
    summary = summarize([Article("Menu", title="Bridge over the river"), Article(BRIDGE)])
    assert summary.headline is None


def test_options_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Summarizer().words = 3


def test_many_clusters_come_in_order_with_and_without_an_executor():
    clusters = [Cluster((Article(text),), id=text[:5]) for text in (BRIDGE, COST, PROTEST)]
    summarizer = Summarizer(words=50)
    plain = list(summarizer.summarize_many(clusters))
    with ThreadPoolExecutor(2) as executor:
        assert list(summarizer.summarize_many(clusters, executor=executor)) == plain
    assert [summary.text for summary in plain] == [BRIDGE, COST, PROTEST]
    assert [summary.id for summary in plain] == [cluster.id for cluster in clusters]


def test_ten_thousand_copies_are_one_article():
    summary = summarize([Article(BRIDGE)] * 10_000)
    assert summary.text == BRIDGE
    assert summary.n_body_words == 11
    assert summary.warnings[0].message == "9,999 articles are exact copies of article 1"


@hypothesis_settings(max_examples=40)
@given(st.lists(st.text(max_size=80), max_size=4), st.integers(1, 30))
def test_any_texts_give_a_summary_whose_spans_hold(texts, words):
    articles = [Article(text) for text in texts]
    summary = summarize(articles, words=words)
    assert spans_hold(summary, articles)
    assert json.loads(summary.to_json())["n_words"] == summary.n_words
