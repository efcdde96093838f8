import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import DAM, EVENTS, FERRY, MUSEUM, SINGLES, mixed, reworded, told

from summarize import Article, OptionError, group

ARTICLES, EVENT_OF = mixed()


def texts(events):
    return {frozenset(article.text for article in event.articles) for event in events}


def test_a_mix_is_separated_into_its_events_and_singles():
    grouping = group(ARTICLES)
    wanted = {
        frozenset(a.text for a, event in zip(ARTICLES, EVENT_OF, strict=True) if event == k)
        for k in range(len(EVENTS))
    }
    assert texts(grouping.events) == wanted
    assert texts(grouping.singles) == {frozenset([text]) for text in SINGLES}


def test_the_events_are_clusters_to_summarise():
    grouping = group(ARTICLES)
    assert [cluster.articles for cluster in grouping.clusters] == [
        event.articles for event in grouping.events
    ]
    assert len({cluster.id for cluster in grouping.clusters}) == len(EVENTS)


@given(st.randoms(use_true_random=False), st.lists(st.integers(0, 14), max_size=15))
@settings(max_examples=25, deadline=None)
def test_every_article_is_in_one_event_whatever_the_order(draw, chosen):
    articles = [ARTICLES[index] for index in chosen]
    grouping = group(articles)
    held = [a.text for event in (*grouping.events, *grouping.singles) for a in event.articles]
    assert sorted(held) == sorted(article.text for article in articles)
    draw.shuffle(articles)
    assert group(articles) == grouping


@pytest.mark.parametrize("copy", ["", "  ", " The report was updated at noon."])
def test_copies_are_one_origin_and_follow_their_original(copy):
    facts = [*FERRY, *DAM]  # long enough to be compared
    wire = Article(" ".join(facts), id="1")
    articles = [wire, *(Article(" ".join(facts) + copy, id=str(n)) for n in range(2, 9)), *ARTICLES]
    (event,) = [e for e in group(articles).events if wire in e.articles]
    assert len(event.articles) >= 8
    members = {member.article.id: member for member in event.members}
    assert len({members[str(n)].origin for n in range(1, 9)}) == 1
    assert event.n_origins == len(event.articles) - 7


def test_copies_of_one_article_are_one_event_of_one_origin():
    (event,) = group([Article(" ".join(FERRY), source=name) for name in "abcdefgh"]).events
    assert (len(event.members), event.n_origins) == (8, 1)
    assert all(member.nearest == () for member in event.members)


def test_copies_do_not_change_what_is_joined():
    again = [replace(ARTICLES[0], id=str(n)) for n in range(40)]
    assert texts(group([*ARTICLES, *again]).events) == texts(group(ARTICLES).events)


@pytest.mark.parametrize("articles", [[], [Article("")], [Article(" ".join(FERRY))]])
def test_fewer_than_two_articles_are_no_event(articles):
    grouping = group(articles)
    assert grouping.events == ()
    assert len(grouping.singles) == len(articles)


def test_pages_without_a_sentence_are_single_even_if_they_are_the_same():
    pages = [Article("", title="A ferry ran aground"), Article("", title="A dam was rejected")]
    assert len(group([*pages, *ARTICLES]).singles) == len(SINGLES) + 2


def test_events_come_by_what_their_origins_bear_out():
    large, small = told(FERRY, 4), told(DAM, 3)
    copied = [*small, replace(small[0], id="a copy"), replace(small[0], id="another")]
    found = group([*copied, *large]).events
    assert [set(event.articles) for event in found] == [set(large), set(copied)]
    assert [event.n_origins for event in found] == [4, 3]
    assert [event.weight for event in found] == sorted((e.weight for e in found), reverse=True)
    assert found[1].weight == pytest.approx(
        sum(member.nearest[0].cosine ** 2 for member in found[1].members[:3]), abs=0.2
    )


def test_copies_of_one_article_weigh_nothing_and_what_is_equal_goes_by_date():
    text = told(DAM, 1)[0].text
    early = [Article(text, published="2024-03-09", id=name) for name in "ab"]
    late = [Article(told(MUSEUM, 1)[0].text, published="2024-03-10", id=name) for name in "ab"]
    found = group([*early, *late]).events
    assert [event.weight for event in found] == [0.0, 0.0]
    assert [set(event.articles) for event in found] == [set(late), set(early)]


QUAKE = (
    "An earthquake of magnitude 6.1 shook the coast before dawn and cut the power.",
    "Rescuers searched collapsed houses for survivors of the earthquake.",
    "Aftershocks frightened people who had spent the night in the open.",
    "The government sent tents, water and soldiers to the coast.",
)
MARENGA = (
    "The fishing port of Marenga lost its pier and its cold store.",
    "Mayor Nadia Ferro asked for doctors who can work in the school of Marenga.",
)
DOROSTA = (
    "In Dorosta the old cathedral lost its western tower.",
    "Bishop Anton Lesk prayed with families in the stadium of Dorosta.",
)


def quake(place, published):
    return [
        Article(
            " ".join(reworded(fact, n) for fact in (*place, QUAKE[n], QUAKE[n - 1])),
            published=published,
        )
        for n in range(4)
    ]


@pytest.mark.parametrize(("published", "is_one"), [("2024-01-04", True), ("2025-06-04", False)])
def test_dates_far_apart_keep_like_events_apart(published, is_one):
    background = [replace(a, published=f"2024-0{1 + n % 9}-01") for n, a in enumerate(ARTICLES)]
    quakes = [*quake(MARENGA, "2024-01-02"), *quake(DOROSTA, published)]
    sizes = [len(event.articles) for event in group([*background, *quakes]).events]
    assert (max(sizes) == 8) == is_one


def test_undated_articles_join_dated_ones():
    dated = [replace(a, published=f"2024-05-{n:02}") for n, a in enumerate(told(FERRY, 3), 1)]
    undated = told(FERRY, 6)[3:]
    others = [replace(a, published="2024-04-01") for a in told(DAM, 4)]
    assert max(len(e.articles) for e in group([*dated, *undated, *others]).events) == 6


def test_it_is_said_why_an_article_is_in_its_event():
    for event in group(ARTICLES).events:
        for index, member in enumerate(event.members):
            cosines = [likeness.cosine for likeness in member.nearest]
            assert 1 <= len(cosines) <= 3
            assert cosines == sorted(cosines, reverse=True)
            for likeness in member.nearest:
                assert likeness.member != index
                other = event.articles[likeness.member].text.lower()
                assert likeness.terms
                assert all(term[:4].lower() in other for term in likeness.terms)


def test_it_is_said_what_was_nearly_joined():
    background = [replace(a, published=f"2024-0{1 + n % 9}-01") for n, a in enumerate(ARTICLES)]
    quakes = [*quake(MARENGA, "2024-01-02"), *quake(DOROSTA, "2024-01-20")]
    grouping = group([*background, *quakes])
    (pair,) = grouping.nearly_joined
    events = {event.id: event for event in grouping.events}
    assert {events[pair.first].articles[0], events[pair.second].articles[0]} <= set(quakes)
    assert 0.85 * pair.needed <= pair.score < pair.needed
    assert pair.terms


def test_hundreds_of_articles_of_one_event_are_one_event():
    draw = random.Random(3)
    articles = [
        Article(" ".join(reworded(fact, n) for fact in draw.sample([*FERRY, *DAM, *QUAKE], 9)))
        for n in range(300)
    ]
    (event,) = group(articles).events
    assert len(event.articles) == 300


@pytest.mark.parametrize("wrong", ["a text", 3, [3], [{"title": "no text"}]])
def test_what_is_no_article_is_an_error(wrong):
    with pytest.raises(OptionError):
        group(wrong)
