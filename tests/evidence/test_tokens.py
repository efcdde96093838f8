import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evidence.tokens import tokens
from summarize.languages import load
from summarize.model import squeeze

ENGLISH = load()
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[^\W_]|\u0301)*")


def read(*texts):
    found = tokens(texts, ENGLISH)
    return [
        [found.vocabulary[word] for word in found.word[found.row == index]]
        for index in range(len(texts))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. agreed.", ["The", "U.S.", "agreed"]),
        ("(don’t, she said)", ["don", "t", "she", "said"]),
        ("rare-earth A.B.C's 3.5%", ["rare", "earth", "A.B.", "C", "s", "3", "5"]),
        ("snake_case — …", ["snake", "case"]),
        ("the United States of America", ["the", "US"]),
        ("United States, United Nations", ["US", "UN"]),
        ("Reunited States; United Statesman", ["Reunited", "States", "United", "Statesman"]),
        ("the fer\u00adry’s har\u200bbour", ["the", "ferry", "s", "harbour"]),
        ("\ufeffThe U.\u2060S. agreed\u200b.", ["The", "U.S.", "agreed"]),
        ("United\u00ad States", ["US"]),
        ("co-op, non\u2011stop", ["co", "op", "non", "stop"]),
        ("", []),
    ],
)
def test_words(text, words):
    assert read(text) == [words]


@given(st.lists(st.text("aB1.’'_ -é\u0301²(" + "\u3000\x1c", max_size=12)))
def test_equals_one_pattern_on_each_text(texts):
    texts = [squeeze(text) for text in texts]
    found = tokens(texts, ENGLISH)
    assert read(*texts) == [WORD.findall(text) for text in texts]
    assert found.row.tolist() == sorted(found.row.tolist())
    assert list(dict.fromkeys(found.word.tolist())) == list(range(len(found.vocabulary)))


def test_texts_beyond_one_batch_are_counted_on(monkeypatch):
    monkeypatch.setattr("summarize.evidence.tokens.AT_A_TIME", 2)
    assert read("a b", "", "b c", "c d", "a") == [["a", "b"], [], ["b", "c"], ["c", "d"], ["a"]]


def test_the_tokens_of_the_first_texts_keep_the_vocabulary():
    first = tokens(["a b", "", "b c"], ENGLISH).first(2)
    assert (first.vocabulary, first.row.tolist(), first.word.tolist(), first.n) == (
        ["a", "b", "c"],
        [0, 0],
        [0, 1],
        2,
    )
