import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evidence.tokens import tokens
from summarize.languages import load
from summarize.model import squeeze

ENGLISH = load()
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")


def read(*texts):
    vocabulary, lines, words = tokens(texts, ENGLISH)
    return [
        [vocabulary[word] for word, line in zip(words, lines, strict=True) if line == index]
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
        ("", []),
    ],
)
def test_words(text, words):
    assert read(text) == [words]


@given(st.lists(st.text("aB1.’'_ -é\u0301²(" + "\u3000\x1c", max_size=12)))
def test_equals_one_pattern_on_each_text(texts):
    texts = [squeeze(text) for text in texts]
    vocabulary, lines, words = tokens(texts, ENGLISH)
    assert read(*texts) == [WORD.findall(text) for text in texts]
    assert lines.tolist() == sorted(lines.tolist())
    assert list(dict.fromkeys(words.tolist())) == list(range(len(vocabulary)))


def test_texts_beyond_one_batch_are_counted_on(monkeypatch):
    monkeypatch.setattr("summarize.evidence.tokens._AT_A_TIME", 2)
    assert read("a b", "", "b c", "c d", "a") == [["a", "b"], [], ["b", "c"], ["c", "d"], ["a"]]
