import json
import random
import re
from collections import Counter
from itertools import islice

import pytest

from benchmarks.data.generate import Urn, generate, read, read_facts, write_samples

ARTICLES = list(islice(generate(1), 200))


def test_the_first_articles_are_the_same_however_many_are_taken():
    assert list(islice(generate(1), 20)) == ARTICLES[:20]
    assert next(generate(2)) != ARTICLES[0]


def test_generating_neither_reads_nor_changes_the_global_random_state():
    random.seed(1)
    before = random.getstate()
    assert next(generate(1)) == ARTICLES[0]
    assert random.getstate() == before


def test_articles_are_as_long_as_news():
    longest = max(len(fact.split()) for fact in read_facts())
    assert all(410 <= len(text.split()) <= 680 + longest for text in ARTICLES)


def test_the_vocabulary_grows_with_the_text_but_more_slowly():
    few, many = (len(set(re.findall(r"\w+", " ".join(ARTICLES[:n])))) for n in (50, 200))
    assert 1.5 < many / few < 3.5


def test_some_articles_are_copies_and_some_are_nearly():
    n_of = Counter(ARTICLES)
    paragraphs = [set(text.split("\n\n")[1:]) for text in n_of]
    shared = [
        len(paragraphs[i] & paragraphs[j]) / len(paragraphs[i])
        for i in range(len(paragraphs))
        for j in range(i)
    ]
    assert n_of.most_common(1)[0][1] == 2
    assert sum(share > 0.3 for share in shared) >= 5


def test_facts_are_reported_by_many_articles_in_the_same_words():
    n_telling = [sum(fact in text for text in ARTICLES) for fact in read_facts()]
    assert min(n_telling) > 1
    assert max(n_telling) > len(ARTICLES) / 20


@pytest.mark.parametrize("kind", ["name", "number", "word"])
def test_an_urn_gives_few_words_often_and_many_rarely(kind):
    urn = Urn(random.Random(0), kind)
    n_of = Counter(urn.draw() for _ in range(2000))
    assert n_of.most_common(1)[0][1] > 20
    assert sum(n == 1 for n in n_of.values()) > 100


def test_a_size_is_real_where_the_data_suffice_and_generated_where_not(tmp_path):
    data = tmp_path / "set.jsonl"
    documents = [{"text": f"The mayor spoke {n} times. Nobody é answered."} for n in range(4)]
    data.write_text(
        json.dumps({"id": "a", "documents": documents[:2], "references": ["It was so."]})
        + "\n"
        + json.dumps({"id": "b", "documents": documents[2:], "references": ["It was so."]})
    )
    samples = write_samples(str(tmp_path), [3, 6], seed=1, data=str(data))
    assert [(s["n_articles"], s["articles"]) for s in samples] == [(3, "real"), (6, "generated")]
    assert samples[0]["n_sentences"] == 6
    assert samples[0]["n_bytes"] == sum(len(d["text"].encode()) for d in documents[:3])
    assert [a.text for a in read(samples[0]["path"], 3)] == [d["text"] for d in documents[:3]]
    assert [a.text for a in read(samples[1]["path"], 5)] == ARTICLES[:5]
