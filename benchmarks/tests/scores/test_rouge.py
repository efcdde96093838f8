import random
from itertools import product
from pathlib import Path

import pytest

from benchmarks.data.sets import tokenizer_for
from benchmarks.scores.rouge import TOKENIZERS, score, signature

SEEDS = Path(__file__).parents[3] / "seeds"
TYPES = ("rouge1", "rouge2", "rougeL")


def random_pairs(n):
    """Pairs of texts that share words: mixed pieces of news, with signs that are cut away."""
    words = " ".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")).split()
    words += ["naïve", "U.S.", "3.5%", "—", "don't", "İstanbul", "ﬁnal", "generalizations", "_"]
    draw = random.Random(5)
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


def test_the_signature_differs_by_tokenizer_and_length():
    made = {signature(words=w, tokenizer=t) for w in (100, 250) for t in TOKENIZERS}
    assert len(made) == 4
