import random
from dataclasses import replace

import pytest

import summarize
from benchmarks.data.sets import DataSet, Item
from benchmarks.speed.processes import in_order
from benchmarks.systems import PACKAGES, SYSTEMS
from benchmarks.systems.baselines import sentences
from benchmarks.systems.tasks import plan
from summarize import Article
from summarize.choice.rank import RANKERS

EARLY = "The dam near Oslo broke on Monday. Water ran into forty cellars. Nobody drowned in it."
LATE = "A dam broke near Oslo early this week. The mayor spoke of luck. Repairs will take a year."
ITEM = Item(
    id="dam",
    articles=(Article(LATE, published="2024-05-02"), Article(EARLY, published="2024-05-01")),
    references=("The dam near Oslo broke. Repairs will take a year.",),
    query="How long will repairs take?",
)
OURS = [name for name in SYSTEMS if name not in PACKAGES]


def run_system(name, item=ITEM, words=14, seed=1):
    return SYSTEMS[name](item, words=words, seed=seed)


def test_every_ranker_of_the_package_is_measured():
    named = {name.partition(":")[2] for name in SYSTEMS if name.startswith("summarize:")}
    assert named - {"focus"} == set(RANKERS) - {"corroboration"}


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("words", [7, 14, 30])
def test_systems_give_whole_sentences_within_the_budget(name, words):
    known = {sentence for article in sentences(ITEM) for sentence in article}
    chosen = run_system(name, words=words)
    assert set(chosen) <= known
    assert 0 < sum(len(sentence.split()) for sentence in chosen) <= words
    assert len(set(chosen)) == len(chosen)


def test_lead_takes_the_earliest_article_first_and_passes_over_what_does_not_fit():
    assert run_system("lead-first", words=12) == [
        "The dam near Oslo broke on Monday.",
        "Water ran into forty cellars.",
    ]
    assert run_system("lead-first", words=11) == [
        "The dam near Oslo broke on Monday.",
        "Nobody drowned in it.",
    ]


def test_round_robin_takes_a_sentence_of_each_article_in_turn():
    assert run_system("lead-round-robin", words=20) == [
        "The dam near Oslo broke on Monday.",
        "A dam broke near Oslo early this week.",
        "Water ran into forty cellars.",
    ]


def test_articles_without_a_date_come_last_as_they_are_given():
    item = Item("x", (Article(LATE), Article(EARLY), Article(EARLY, published="2024")), ("x",))
    starts = [article[0].split()[0] for article in sentences(item)]
    assert starts == ["The", "A", "The"]


def test_random_depends_on_its_seed_alone():
    draws = [run_system("random", seed=seed) for seed in (1, 2, 3, 4, 1)]
    random.random()
    assert run_system("random", seed=1) == draws[0] == draws[4]
    assert len({tuple(draw) for draw in draws}) > 1


def test_the_oracle_reads_the_references():
    assert run_system("oracle", words=12) == [
        "The dam near Oslo broke on Monday.",
        "Repairs will take a year.",
    ]


def test_focus_gets_the_query_and_the_default_does_not(monkeypatch):
    seen = []
    real = summarize.Summarizer.summarize

    def spy(self, articles, *, focus=None):
        seen.append(focus)
        return real(self, articles, focus=focus)

    monkeypatch.setattr(summarize.Summarizer, "summarize", spy)
    run_system("summarize")
    run_system("summarize:focus")
    assert seen == [None, ITEM.query]
    with pytest.raises(LookupError, match="no query"):
        run_system("summarize:focus", Item("x", ITEM.articles, ITEM.references))


def test_peers_rank_our_sentences_and_need_no_data():
    for package in set(PACKAGES.values()):
        pytest.importorskip(package, reason="the extra `peers` is not installed")
    text = " ".join(" ".join(article) for article in sentences(ITEM))
    # In a process of their own: their warnings and global state are none of ours.
    for name, chosen in zip(
        PACKAGES, in_order(run_system, PACKAGES, jobs=1, seconds=60), strict=True
    ):
        assert isinstance(chosen, list), name
        assert 0 < sum(len(sentence.split()) for sentence in chosen) <= 14
        assert all(sentence in text for sentence in chosen)


def test_focus_is_run_where_there_is_a_query():
    items = (ITEM, replace(ITEM, id="other", query=None))
    data = DataSet("dams", "", items, words=14, metric="recall", tokenizer="ascii")
    planned = plan([data], ["lead-first", "summarize:focus"], seed=1)
    assert [(task.item.id, task.system) for task in planned] == [
        ("dam", "lead-first"),
        ("dam", "summarize:focus"),
        ("other", "lead-first"),
    ]
