"""The card of a notebook: confidences and differences, in any notebook's colours."""

import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from summaries import CROWD, EMPTY, FERRY, SCRIPTS, SMALL, fill

HOSTILE = "<script>alert(1)</script><style>p{}</style> \" onload='x' {{ 7 * 7 }} \x1b[31m\u202e"


class Tags(HTMLParser):
    """Collects tags and attributes, and checks that every tag is closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.attributes = [], [], []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.append(tag)
        self.attributes += [(tag, *attribute) for attribute in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def card(summary):
    """Return the card without the frame in it."""
    return re.sub("<iframe.*?</iframe>", "", summary._repr_html_(), flags=re.DOTALL)


def words(page):
    return " ".join(html.unescape(re.sub("<[^>]*>", "", page)).split())


def test_each_citation_has_its_confidence():
    shown = words(card(FERRY))
    assert "within three hours. 1 3 of 4 origins, also in 2 0.71 3 0.71 · similar: 4 0.53" in shown
    assert "until Friday. 4 1 of 4 origins Sources differ" in shown


def test_differences_warnings_and_sources_are_shown():
    shown = words(card(FERRY))
    assert "Sources differ Ines Kaldor 2 4 · Ines Kalder 1 ! 1 article is an exact copy" in shown
    assert "4 Line Cancels Crossings after Grounding · exact copy: [5]" in shown
    assert 'href="https://courier.example/news/aurora?id=7&amp;page=1"' in card(FERRY)
    assert 'title="Velm Courier: Ferry Aurora Runs Aground' in card(FERRY)


@pytest.mark.parametrize("name", SMALL)
def test_it_is_a_fragment_without_script_style_sheet_or_id(name):
    found = Tags(SMALL[name]._repr_html_())
    assert set(found.tags) <= {"div", "span", "strong", "a", "details", "summary", "iframe"}
    names = {attribute for _, attribute, _ in found.attributes}
    assert not {"id", "class"} & names
    assert not [attribute for attribute in names if attribute.startswith("on")]
    sandboxes = [value for _, name, value in found.attributes if name == "sandbox"]
    assert sandboxes == ["allow-popups"]


def test_every_element_has_a_style_of_its_own():
    page = card(FERRY)
    assert not re.findall(r"<(?!/)(\w+)(?! style=)[ >]", page)


def test_text_of_articles_is_shown_and_nothing_else():
    summary = replace(fill(replace(FERRY, sources=()), HOSTILE), language="en")
    found = Tags(summary._repr_html_())
    assert {"script", "style"} & set(found.tags) == set()
    shown = card(summary)
    assert "{{ 7 * 7 }}" in words(shown)
    assert not {"\x1b", "\u202e"} & set(shown)


def test_a_link_leads_to_the_web_only():
    first = replace(FERRY.documents[0], url="javascript:alert(1)")
    shown = card(replace(FERRY, documents=(first, *FERRY.documents[1:])))
    assert "href" not in shown


def test_of_many_citations_and_sources_the_first_are_shown():
    page = card(CROWD)
    shown = words(page)
    assert "and 67 more" in shown
    assert re.search(r"and [\d,]+ more that are cited, [\d,]+ that are not", shown)
    assert len(page) < 60_000


def test_nothing_to_show_is_said():
    assert "No sentence of these articles could be used." in words(card(EMPTY))
    assert "probability" not in words(card(EMPTY))


def test_text_has_its_language_and_direction():
    page = card(replace(SCRIPTS, language="he"))
    assert page.count('lang="he" dir="auto"') == 4
