"""What a caller gives: plain texts come out of it, or one clear error."""

import json
import math
import re
from dataclasses import fields
from datetime import date

import pytest

from summarize import Article, Cluster, summarize
from summarize.errors import OptionError
from summarize.fields import NAMES
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


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in NAMES.items() for name in names]
)
@pytest.mark.parametrize("written", [str, str.upper, str.title, " {} ".format])
def test_a_dict_is_an_article_under_each_name_in_any_case(field, name, written):
    value = "pt-BR" if field == "language" else "2025-06-11"
    given = {"text": TEXT, written(name): value, "other": [1]}
    if field == "text" and name != "text":
        del given["text"]
    expected = Article(**{"text": TEXT, field: value})
    if field == "text" and written(name) in {"TEXT", "Text", " text "}:
        expected = Article(TEXT)  # the first of two keys with one name counts
    assert as_cluster([given]).articles == (expected,)
    assert Article.from_dict(given) == expected


@pytest.mark.parametrize("absent", [None, "", math.nan])
def test_a_value_that_is_absent_leaves_the_next_name(absent):
    given = {"text": absent, "body": TEXT, "title": absent, "date": date(2025, 6, 11), "id": 7}
    assert as_cluster([given]).articles == (Article(TEXT, published="2025-06-11", id="7"),)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"tale": TEXT, "n": 1}, "its keys are tale, n"),
        ({}, "its keys are none"),
        ({"text": math.nan}, "its keys are text"),
        (dict.fromkeys(map(str, range(1000)), "x"), "7, 8, 9 and 990 more"),
        ({"text": {"en": TEXT}}, "text of an article is a dict; give a string"),
        ({"text": TEXT, "source": ["a"]}, "source of an article is a list; give a string"),
    ],
)
def test_a_dict_that_is_not_an_article_is_an_error_that_names_its_keys(given, words):
    with pytest.raises(OptionError, match=re.escape(words)):
        as_cluster([given])


def test_a_dict_alone_is_not_a_list_of_articles():
    with pytest.raises(OptionError, match="articles is a dict; give a list"):
        as_cluster({"text": TEXT})


def test_dicts_and_articles_give_the_same_summary():
    articles = [Article(TEXT, title="A bridge", source="Lunde Post"), Article(TEXT + " Now.")]
    dicts = [
        {"content": TEXT, "HEADLINE": "A bridge", "publisher": "Lunde Post"},
        {"article": TEXT + " Now."},
    ]
    assert summarize(dicts).to_json() == summarize(articles).to_json()
