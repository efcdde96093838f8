"""What a caller gives: plain texts come out of it, or one clear error."""

import json
from dataclasses import fields

import pytest

from summarize import Article, Cluster, summarize
from summarize.reading.gather import as_cluster

TEXT = "The council of Lunde approved the new bridge on Monday after long talks."
OPTIONAL = [field.name for field in fields(Article) if field.name != "text"]


class Live(str):
    """A string that calls itself HTML, as markupsafe's Markup does."""

    __slots__ = ()

    def __html__(self):
        return self


@pytest.mark.parametrize("name", OPTIONAL)
def test_an_empty_string_is_what_is_not_known_in_any_order(name):
    one, other = Article(TEXT), Article(TEXT, **{name: ""})
    assert summarize([one, other]).to_json() == summarize([other, one]).to_json()
    assert as_cluster([other]).articles == (one,)


def test_two_halves_of_a_character_are_one():
    article = Article("The mayor \ud83d\udc00 of Lunde spoke on Monday.", title="\ud83d\udc00")
    summary = summarize([article])
    read_back = json.loads(summary.to_json())
    assert read_back == summary.to_dict()
    assert "\U0001f400" in read_back["text"]
    assert summary.verify([article]) == []


@pytest.mark.parametrize("text", ["\udc00\ud83d", "\ud83d", "a\udcffb", "\U0001f400"])
def test_other_halves_stay(text):
    assert as_cluster([text]).articles[0].text == text


def test_a_subclass_of_str_is_not_taken_for_markup():
    live = "<img src=x onerror=alert(1)>"
    values = {name: Live(live) for name in OPTIONAL}
    article = Article(Live(f"{TEXT} {live}"), **values)
    cluster = as_cluster(Cluster((article,), id=Live(live), focus=Live(live)))
    found = [getattr(cluster.articles[0], field.name) for field in fields(Article)]
    assert {type(text) for text in (*found, cluster.id, cluster.focus)} == {str}
    page = summarize(Cluster((article,), id=Live(live))).to_html()
    assert (page.count("<img"), "&lt;img" in page) == (0, True)
