"""Drafts are made from articles by changing one thing at a time."""

import re

import pytest

from benchmarks.data.drafts import Maker, digits, names
from benchmarks.data.sets import Item
from summarize import Article, languages

TEXT = (
    "The old ferry Hilda ran aground near the small port of Lunde on Tuesday morning. "
    "Rescuers who came by boat brought 32 passengers and 4 dogs ashore in thick fog. "
    "The owner, a company from Molde, lost $3 million and 12% of its yearly income in March. "
    "Officials said on May 6 that the harbour was not closed after the long accident."
)
REFERENCE = "In thick fog the ferry Hilda ran aground near the port of Lunde with 32 passengers."
ITEM = Item("a", (Article(TEXT), Article("The harbour of Lunde has 7 piers.")), (REFERENCE,))


def made(seed=1):
    return list(Maker(ITEM, ("Zorin", "Lunde"), seed).lines())


def test_what_is_drawn_depends_on_the_seed_only():
    assert made() == made()
    assert made() != made(seed=2)


def test_each_line_has_one_thing_changed():
    whole = [line.text for line in made() if line.kind == "nothing"]
    assert len(whole) == 4
    original = None
    for line in made():
        if line.kind == "nothing":
            original = line.text
            continue
        before, after = line.text[: line.start], line.text[line.end :]
        assert line.text != original
        assert original.startswith(before)
        assert original.endswith(after)
        assert len(before) + len(after) <= len(original)


def test_every_kind_of_change_is_made():
    kinds = {(line.kind, line.to) for seed in range(12) for line in made(seed)}
    assert kinds >= {
        ("nothing", ""),
        ("an ordinary word left out", ""),
        ("an ordinary word", "of the cluster"),
        ("name", "new"),
        ("name", "of the cluster"),
        ("other figure", "new"),
        ("other figure", "of the cluster"),
        ("money", "new"),
        ("percentage", "new"),
        ("date", "new"),
        ("weekday", "new"),
        ("month", "new"),
        ("month", "of the cluster"),
        ("negation", "removed"),
    }


def test_what_is_new_is_in_no_article_and_the_rest_is_in_one():
    words = set(re.findall(r"\w+", f"{TEXT} 7"))
    for line in (line for seed in range(12) for line in made(seed)):
        word = line.text[line.start : line.end]
        if line.to in {"new", "of the cluster"}:
            assert (word in words) == (line.to == "of the cluster"), line


def test_the_sentences_of_references_are_changed_too():
    lines = list(Maker(ITEM, ("Zorin",), 1).lines(of_references=True))
    assert lines[0].text == REFERENCE
    assert {line.kind for line in lines} >= {"nothing", "name", "other figure"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It cost $3 million on May 6.", ["money", "date"]),
        ("In 2025 some 12% of 40 villages left.", ["year", "percentage", "other figure"]),
        ("Twelve people left.", []),
    ],
)
def test_figures_have_kinds(text, kinds):
    assert [kind for kind, _, _ in digits(text, languages.load())] == kinds


def test_names_are_capitalised_words_inside_a_sentence():
    text = "Officials of Lunde met Anna Berg on Tuesday."
    assert [word for _, word in names(text, languages.load())] == ["Lunde", "Anna", "Berg"]
    assert not list(names("Die Fähre kam nach Lunde.", languages.load("de")))
