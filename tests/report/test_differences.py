import pytest
from strategies import evidence, sentences

from summarize import Article, summarize
from summarize.languages import load
from summarize.model import Document
from summarize.report.differences import differences


def found(first, second, *more):
    """Differences between a pick and similar sentences of other articles."""
    texts = [first, second, *more]
    documents = [Document(Article(text), text, ()) for text in texts]
    numbers = {index: index + 1 for index in range(len(texts))}
    alike = {0: range(1, len(texts))}
    known = evidence(sentences(*([text] for text in texts)))
    return [
        (difference.kind, [value.value for value in difference.values])
        for difference in differences(alike, known, documents, numbers, load())
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Tariffs rose to 145%.", "Tariffs rose to 30%.", [("number", ["145%", "30%"])]),
        (
            "The storm killed 12 people.",
            "The storm killed 30 people.",
            [("number", ["12 people", "30 people"])],
        ),
        (
            "The storm killed twelve people.",
            "The storm killed 30 people.",
            [("number", ["twelve people", "30 people"])],
        ),
        ("It cost $2 million.", "It cost $5 million.", [("number", ["$2 million", "$5 million"])]),
        ("They met on June 5.", "They met on June 7.", [("date", ["June 5", "June 7"])]),
    ],
)
def test_figures_and_dates_that_disagree_are_shown(first, second, expected):
    assert found(first, second) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The storm killed at least 10 people.", "The storm killed 12 people."),
        ("About 10 people died.", "Twelve people died."),
        ("More than 200 people fled.", "250 people fled."),
        ("It cost $1,020.", "It cost $1,000."),
        ("It cost 2 million dollars.", "It cost 2,000,000 dollars."),
        ("Twelve people died.", "12 people died."),
        ("In 2019 people fled.", "In 2021 people fled."),
        ("The storm killed 12 people.", "The storm damaged 30 houses."),
        ("12 people died and 30 people fled.", "15 people died."),
        ("They met on June 5.", "They met on Monday."),
        ("In May 40 people fled.", "By May 41 people had fled."),
        ("Twenty-two people died.", "22 people died."),
        ("10-15 people died.", "12 people died."),
        ("It rose by 5 percentage points.", "It rose by 30 percent."),
        ("COVID-19 patients died.", "30 patients died."),
        (".5 people died.", "0.5 people died."),
        ("1.000 people died.", "1,000 people died."),
        ("A12 people died.", "B13 people died."),
        ("It was May 0.", "It was May 31."),
    ],
)
def test_what_agrees_or_is_about_something_else_is_not_a_difference(first, second):
    assert found(first, second) == []


def test_values_that_agree_are_one():
    told = found("12 people died.", "30 people died.", "Thirty people died.", "29 people died.")
    assert told == [("number", ["30 people", "12 people"])]


def test_a_summary_shows_figures_that_cannot_be_cited():
    """Two sentences without a figure in common do not cite one another."""
    text = "The storm killed {} people in the harbour town of Lunde on Monday."
    summary = summarize([text.format(12), text.format(30)])
    assert {value.value for value in summary.differences[0].values} == {"12 people", "30 people"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Minister Li Chenggang spoke.",
            "Trade official Li Changgang left.",
            [("name", ["Li Chenggang", "Li Changgang"])],
        ),
        ("Howard Lutnick spoke.", "Howard Lutnick’s plan failed.", []),
        ("The Foreign Minister spoke.", "The Foreign Ministry spoke.", []),
        ("Mario Olgin spoke.", "Maria Olgin spoke.", []),
        ("Ann Reeds spoke.", "Ann Reads wrote to Ann Reeds.", []),
        ("Peter Jennings spoke.", "Peter Jensen spoke.", []),
    ],
)
def test_spellings_of_a_name(first, second, expected):
    assert found(first, second) == expected


def test_the_places_are_in_the_articles():
    texts = [
        "The two sides agreed on a framework  for trade, and envoy Li  Chenggang praised them.",
        "Trade official Li Changgang praised the talks in London.",
    ]
    summary = summarize([Article(text) for text in texts])
    (difference,) = summary.differences
    by_sha = {document.number: document.sha256 for document in summary.documents}
    of_sha = {Article(text).sha256: text for text in texts}
    for value in difference.values:
        for place in value.places:
            text = of_sha[by_sha[place.document]]
            assert " ".join(text[place.start : place.end].split()) == value.value


def test_the_words_of_the_focus_are_not_words_of_the_articles():
    texts = ["The minister Li Chenggang met the union.", "Later Li Changgang met the press."]
    values = [{value.value for value in d.values} for d in summarize(texts).differences]
    asked = summarize(texts, focus="li chenggang and li changgang").differences
    assert values == [{"Li Chenggang", "Li Changgang"}]
    assert [{value.value for value in d.values} for d in asked] == values
