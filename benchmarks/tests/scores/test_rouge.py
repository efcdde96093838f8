import random
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.data.sets import tokenizer_for
from benchmarks.scores.beyond import beyond, is_dangling, is_junk, says_again
from benchmarks.scores.rouge import TOKENIZERS, common_subsequence, score, signature
from benchmarks.scores.statistics import interval, p_value
from summarize import Article

SEEDS = Path(__file__).parents[3] / "seeds"
TYPES = ("rouge1", "rouge2", "rougeL")


# Scores


def random_pairs(n):
    """Pairs of texts that share words: mixed pieces of news, with signs that are cut away."""
    words = " ".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")).split()
    words += ["naïve", "U.S.", "3.5%", "—", "don't", "İstanbul", "ﬁnal", "generalizations", "_"]
    draw = random.Random(5)  # noqa: S311 - no secret
    for _ in range(n):
        pool = draw.sample(words, 60)
        yield tuple(" ".join(draw.choices(pool, k=draw.randrange(0, 120))) for _ in range(2))


def test_scores_are_those_of_rouge_score():
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(TYPES, use_stemmer=True)
    for text, reference in random_pairs(200):
        expected = scorer.score(reference, text)
        found = score(text, [reference], words=10_000, tokenizer="ascii")
        for name in TYPES:
            three = [found[name][key] for key in "prf"]
            assert three == pytest.approx(list(expected[name]), abs=1e-5), name


def test_several_references_count_by_their_mean():
    text, references = "a dam broke", ["a dam broke", "no words in common"]
    alone = [score(text, [r], words=9, tokenizer="ascii") for r in references]
    both = score(text, references, words=9, tokenizer="ascii")
    for name, key in product(TYPES, "prf"):
        assert both[name][key] == pytest.approx((alone[0][name][key] + alone[1][name][key]) / 2)


def test_words_beyond_the_limit_do_not_count():
    full = score("a dam broke", ["a dam broke"], words=2, tokenizer="ascii")
    assert full == score("a dam", ["a dam broke"], words=9, tokenizer="ascii")


@pytest.mark.parametrize("tokenizer", TOKENIZERS)
@pytest.mark.parametrize(("text", "reference"), [("", "a dam"), ("a dam", "!"), ("", "")])
def test_texts_without_words_score_nothing(tokenizer, text, reference):
    found = score(text, [reference], words=9, tokenizer=tokenizer)
    assert {value for scores in found.values() for value in scores.values()} == {0.0}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("הסכר נפרץ ביום שני", "הסכר נסגר ביום שלישי"),
        ("बाँध सोमवार को टूट गया", "बाँध मंगलवार को बंद हुआ"),
        ("大坝周一决堤", "大坝周二关闭"),
    ],
)
def test_other_scripts_score_by_what_they_share(text, other):
    assert tokenizer_for([text]) == "unicode"
    same = score(text, [text], words=99, tokenizer="unicode")
    part = score(text, [other], words=99, tokenizer="unicode")
    assert same["rouge2"]["f"] == 1.0
    assert 0 < part["rouge1"]["f"] < 1


def test_combining_marks_belong_to_their_word():
    assert TOKENIZERS["unicode"]("बाँध टूटा।") == ["बाँध", "टूटा"]


def test_the_signature_tells_the_tokenizers_and_the_lengths_apart():
    made = {signature(words=w, tokenizer=t) for w in (100, 250) for t in TOKENIZERS}
    assert len(made) == 4


def slow_common_subsequence(first, second):
    table = np.zeros((len(first) + 1, len(second) + 1), int)
    for i, j in product(range(len(first)), range(len(second))):
        longest = max(table[i, j + 1], table[i + 1, j])
        table[i + 1, j + 1] = table[i, j] + 1 if first[i] == second[j] else longest
    return table[-1, -1]


@given(st.text("abc", max_size=20), st.text("abcd", max_size=20))
def test_the_common_subsequence_is_that_of_the_table(first, second):
    assert common_subsequence(first, second) == slow_common_subsequence(first, second)


# Intervals and tests


def test_the_interval_is_that_of_resampling_one_by_one():
    values = [float(v) for v in np.random.default_rng(3).normal(10, 2, 40)]
    draw = np.random.default_rng(4)
    means = [np.mean(draw.choice(values, len(values))) for _ in range(5_000)]
    assert interval(values) == pytest.approx(np.quantile(means, [0.025, 0.975]), abs=0.1)


def test_a_single_cluster_has_an_interval_without_width():
    assert interval([0.25]) == (0.25, 0.25)


def test_p_is_near_that_of_all_sign_flips():
    values = np.array([0.9, 0.4, 0.8, 0.6, 0.7, 0.2, 0.9, 0.5])
    others = np.array([0.5, 0.5, 0.6, 0.3, 0.7, 0.1, 0.6, 0.6])
    d = values - others
    flips = [
        abs(sum(s * x for s, x in zip(signs, d, strict=True)))
        for signs in product((1, -1), repeat=8)
    ]
    exact = np.mean([f >= abs(d.sum()) - 1e-12 for f in flips])
    assert p_value(values, others) == pytest.approx(exact, abs=0.015)
    assert p_value(others, values) == p_value(values, others)


def test_the_same_numbers_give_the_same_answer_whatever_ran_before():
    before = interval([1.0, 2.0, 4.0]), p_value([1.0, 2.0, 4.0], [0.0, 3.0, 1.0])
    np.random.default_rng().random(10)
    assert (interval([1.0, 2.0, 4.0]), p_value([1.0, 2.0, 4.0], [0.0, 3.0, 1.0])) == before


# Beyond ROUGE

ARTICLES = [
    Article("The dam\nbroke on  Monday.\n\nIt had stood for 80 years. Nobody was hurt."),
    Article("A dam broke near Oslo. Nobody was hurt. He was not at home on that day."),
]


def measure(*sentences, words=20):
    return beyond(sentences, ARTICLES, words=words)


def test_a_clean_summary_has_no_fault():
    found = measure("The dam broke on Monday.", "It had stood for 80 years.")
    assert found == {
        "verbatim": 1.0,
        "repeated": 0,
        "dangling": 0.0,
        "junk": 0.0,
        "sources": 1,
        "budget_used": 0.55,
    }


@pytest.mark.parametrize(
    ("sentences", "measure_name", "value"),
    [
        (["The dam broke on Monday.", "The dam broke on Tuesday."], "verbatim", 0.5),
        (["Nobody was hurt.", "A dam broke near Oslo.", "NOBODY was hurt!"], "repeated", 1),
        (["It had stood for 80 years.", "A dam broke near Oslo."], "dangling", 0.5),
        (["A dam broke near Oslo.", "It had stood for 80 years."], "dangling", 0.5),
        (["The dam broke on Monday.", "Follow us for more of this."], "junk", 0.5),
        (["The dam broke on Monday.", "A dam broke near Oslo."], "sources", 2),
        ([], "verbatim", 0.0),
        ([], "budget_used", 0.0),
    ],
)
def test_each_fault_is_counted(sentences, measure_name, value):
    assert measure(*sentences)[measure_name] == value


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("One two three four five.", "One two three four, five!", True),
        ("one two three four five", "one two three four six", False),  # 4 of 6 words
        (
            "one two three four five six seven eight nine",
            "one two three four five six seven eight ten",
            True,
        ),
        ("The dam broke.", "The mayor left.", False),
    ],
)
def test_a_repetition_shares_four_words_of_five(first, second, expected):
    assert says_again(first, second) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He left.", True),
        ("“They left,” she said.", True),
        ("However, nobody left.", True),
        ("IN ADDITION, two left.", True),
        ("This week two people left.", False),
        ("This weakness is known.", True),
        ("Hebrew is taught there.", False),
        ("Butter is dear.", False),
    ],
)
def test_openers_that_point_back(sentence, expected):
    assert is_dangling(sentence, None, []) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Click here to see all of the pictures.",
        "We use cookies to make this site better.",
        "Sign up for our newsletter, free every day.",
        "People watch the water rise. (Photo by Ann Reed)",
        "Ann Reed contributed to this report from Oslo.",
        "By Ann Reed, Staff Writer at the Daily.",
        "By Ann Reed and Tom Hill in the north.",
        "Reporting by Ann Reed; editing by Tom Hill.",
        "© 2024 The Daily, which owns all of it.",
        "Mail the editor at desk@daily.example today, please.",
        "People watch the water rise in Oslo",
        "and so the water rose once more.",
        "THE WATER ROSE ONCE MORE TODAY.",
        "Too short.",
    ],
)
def test_junk_is_seen(sentence):
    assert is_junk(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council approved the bridge on Monday.",
        "“We will rebuild it,” the mayor said, “and soon.”",
        "By Tuesday, the water had gone down again.",
        "By Monday Oslo was dry again at last.",
        "She read more than forty books, some written by Poles.",
        "The company won a million subscribers and baked cookies.",
        "הסכר נפרץ ביום שני בבוקר.",
    ],
)
def test_news_is_no_junk(sentence):
    assert not is_junk(sentence)


@pytest.mark.parametrize("piece", ["By A", "a.", "it ", "@", '"', "“", "(c) ", "\u202e\ud800"])
def test_hostile_sentences_are_measured_without_a_hang(piece):
    long = piece * 200_000
    assert 0 <= beyond([long, long], [Article(long)], words=9)["junk"] <= 1
