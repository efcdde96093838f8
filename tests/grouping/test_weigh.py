import math
from collections import Counter

import numpy as np
import pytest

from summarize import Article, languages
from summarize.grouping.copies import origin_of
from summarize.grouping.neighbours import neighbours
from summarize.grouping.weigh import HALF, RARE, TITLE_WEIGHT, counts, weigh
from summarize.grouping.words import words

ENGLISH = languages.load()
ARTICLES = [
    Article("The ferry left Kessock harbour at noon. The ferry was late.", title="Ferry leaves"),
    Article("A ferry left the harbour of Kessock and returned to the harbour."),
    Article("The harbour of Torvik was closed by ice in the morning."),
    Article(""),
]


def read(articles):
    return words(articles, ENGLISH)


def rows_as_dicts(rows, written):
    return [
        {written[c]: v for c, v in zip(row.indices.tolist(), row.data.tolist(), strict=True)}
        for row in (rows[[index]] for index in range(rows.shape[0]))
    ]


def test_words_count_by_their_place_and_those_of_the_title_most():
    found = read(ARTICLES)
    first, _, _, empty = rows_as_dicts(counts(found), found.written)
    stem = {word.lower(): value for word, value in first.items()}
    # The, ferry, left, Kessock, harbour, at, noon, The, ferry: stop words count as places.
    ferry = 1 / (1 + 1 / HALF) + 1 / (1 + 8 / HALF) + TITLE_WEIGHT
    assert stem["ferry"] == pytest.approx(math.sqrt(ferry))
    assert stem["harbour"] == pytest.approx(math.sqrt(1 / (1 + 4 / HALF)))
    assert "the" not in stem
    assert empty == {}


def test_a_title_alone_is_no_article():
    found = read([Article("", title="A ferry ran aground")])
    assert counts(found).nnz == 0


@pytest.mark.parametrize("event", [[0, 1, 2, 3], [0, 0, 1, 2], [0, 0, 0, 0]])
def test_rows_are_weighed_as_the_formula_says(event):
    found = read(ARTICLES)
    counted = counts(found)
    plain = rows_as_dicts(counted, found.written)
    n_articles = Counter(word for row in plain for word in row)
    n_events = Counter(
        word
        for one in set(event)
        for word in set().union(*(row for row, e in zip(plain, event, strict=True) if e == one))
    )
    m = len(set(event))
    weighed = rows_as_dicts(weigh(counted, np.array(event)), found.written)
    for row, wanted in zip(weighed, plain, strict=True):
        value = {
            word: count * (math.log((1 + m) / (1 + n_events[word])) + 1)
            for word, count in wanted.items()
        }
        length = math.hypot(*(v * (RARE if n_articles[w] < 2 else 1) for w, v in value.items()))
        shared = {w: v / length for w, v in value.items() if n_articles[w] > 1}
        assert row == pytest.approx(shared)


def test_weighing_leaves_the_counts_as_they_are():
    counted = counts(read(ARTICLES))
    before = counted.toarray()
    weigh(counted, np.arange(4))
    assert (counted.toarray() == before).all()


def test_batches_give_the_same_words(monkeypatch):
    whole = read(ARTICLES)
    monkeypatch.setattr("summarize.grouping.words.AT_A_TIME", 1)
    parts = read(ARTICLES)
    assert parts.row.tolist() == whole.row.tolist()
    spelled = [[found.written[s] for s in found.stem.tolist()] for found in (whole, parts)]
    assert [w.lower() for w in spelled[0]] == [w.lower() for w in spelled[1]]


LONG = (
    "The reservoir above Ruhnau lost nine metres of water in a dry spring and an early summer.",
    "Engineers of the utility opened the lower gate for the first time in thirty years.",
    "Anglers moved hundreds of trout to the upper lake before the water became too warm.",
)


@pytest.mark.parametrize(
    ("last", "origins"), [(" A reader sent this photograph.", [0, 0]), ("", [0, 1])]
)
def test_lightly_changed_articles_are_copies_and_retold_ones_are_not(last, origins):
    text = " ".join(LONG)
    other = text + last if last else " ".join(" ".join(reversed(s.split())) for s in LONG) + "."
    found = read([Article(text), Article(other)])
    rows = weigh(counts(found), np.arange(2))
    assert origin_of(found, neighbours(rows), ENGLISH).tolist() == origins
