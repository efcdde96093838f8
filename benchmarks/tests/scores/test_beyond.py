import pytest

from benchmarks.scores.beyond import beyond, is_dangling, is_junk, says_again
from summarize import Article

ARTICLES = [
    Article("The dam\nbroke on  Monday.\n\nIt had stood for 80 years. Nobody was hurt."),
    Article("A dam broke near Oslo. Nobody was hurt. He was not at home on that day."),
]


def measure(*sentences, words=20):
    return beyond(sentences, ARTICLES, words=words)


def test_a_clean_summary_has_no_fault():
    found = measure("The dam broke on Monday.", "It had stood for 80 years.")
    assert found == {
        "verbatim": 1.0,
        "repeated": 0,
        "dangling": 0.0,
        "junk": 0.0,
        "sources": 1,
        "budget_used": 0.55,
    }


@pytest.mark.parametrize(
    ("sentences", "measure_name", "value"),
    [
        (["The dam broke on Monday.", "The dam broke on Tuesday."], "verbatim", 0.5),
        (["Nobody was hurt.", "A dam broke near Oslo.", "NOBODY was hurt!"], "repeated", 1),
        (["It had stood for 80 years.", "A dam broke near Oslo."], "dangling", 0.5),
        (["A dam broke near Oslo.", "It had stood for 80 years."], "dangling", 0.5),
        (["The dam broke on Monday.", "Follow us for more of this."], "junk", 0.5),
        (["The dam broke on Monday.", "A dam broke near Oslo."], "sources", 2),
        ([], "verbatim", 0.0),
        ([], "budget_used", 0.0),
    ],
)
def test_each_fault_is_counted(sentences, measure_name, value):
    assert measure(*sentences)[measure_name] == value


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("One two three four five.", "One two three four, five!", True),
        ("one two three four five", "one two three four six", False),  # 4 of 6 words
        (
            "one two three four five six seven eight nine",
            "one two three four five six seven eight ten",
            True,
        ),
        ("The dam broke.", "The mayor left.", False),
    ],
)
def test_a_repetition_shares_four_words_of_five(first, second, expected):
    assert says_again(first, second) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He left.", True),
        ("“They left,” she said.", True),
        ("However, nobody left.", True),
        ("IN ADDITION, two left.", True),
        ("This week two people left.", False),
        ("This weakness is known.", True),
        ("Hebrew is taught there.", False),
        ("Butter is expensive.", False),
    ],
)
def test_openers_that_point_back(sentence, expected):
    assert is_dangling(sentence, None, []) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Click here to see all of the pictures.",
        "We use cookies to make this site better.",
        "Sign up for our newsletter, free every day.",
        "People watch the water rise. (Photo by Ann Reed)",
        "Ann Reed contributed to this report from Oslo.",
        "By Ann Reed, Staff Writer at the Daily.",
        "By Ann Reed and Tom Hill in the north.",
        "Reporting by Ann Reed; editing by Tom Hill.",
        "© 2024 The Daily, which owns all of it.",
        "Mail the editor at desk@daily.example today, please.",
        "People watch the water rise in Oslo",
        "and so the water rose once more.",
        "THE WATER ROSE ONCE MORE TODAY.",
        "Too short.",
    ],
)
def test_junk_is_seen(sentence):
    assert is_junk(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council approved the bridge on Monday.",
        "“We will rebuild it,” the mayor said, “and soon.”",
        "By Tuesday, the water had gone down again.",
        "By Monday Oslo was dry again at last.",
        "She read more than forty books, some written by Poles.",
        "The company won a million subscribers and baked cookies.",
        "הסכר נפרץ ביום שני בבוקר.",
    ],
)
def test_news_is_not_junk(sentence):
    assert not is_junk(sentence)


@pytest.mark.parametrize("piece", ["By A", "a.", "it ", "@", '"', "“", "(c) ", "\u202e\ud800"])
def test_hostile_sentences_are_measured_without_a_hang(piece):
    long = piece * 200_000
    assert 0 <= beyond([long, long], [Article(long)], words=9)["junk"] <= 1
