from itertools import islice

import pytest

from benchmarks.data.generate import generate
from benchmarks.speed import many
from benchmarks.speed.processes import Lost


@pytest.mark.parametrize(
    ("seconds", "counting", "expected"),
    [
        ([[4.0, 4.0, 2.0]], [[1.0, 1.0, 1.0]], [(2, 1, 1), (2, 1, 1), (4, 2, 1)]),
        ([[2.0, 1.0], [2.0, 8.0], [2.0, 4.0]], [[1.0, 2.0]] * 3, [(4, 2, 2), (2, 1, 1)]),
    ],
)
def test_workers_are_compared_with_one_worker_in_each_round(seconds, counting, expected):
    found = many.summed_up(seconds, counting, n_clusters=8, one=1)
    assert [tuple(line[key] for key in ("clusters_s", "ratio", "counting")) for line in found] == (
        expected
    )


def test_all_clusters_are_of_other_articles():
    clusters = many.clusters_of(4, 3, seed=1)
    texts = [article.text for cluster in clusters for article in cluster.articles]
    assert texts == list(islice(generate(1), 12))


def test_what_broke_is_a_row_that_says_why(monkeypatch):
    ended = Lost("timeout", "not done in time")
    monkeypatch.setattr(many, "ask", lambda *_, **__: ended)
    (row,) = many.rows(60, seed=0)
    assert row == {"kind": "lost", "what": "many clusters"} | {
        "status": "timeout",
        "error": "not done in time",
    }
