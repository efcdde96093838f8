import pytest
from strategies import sentences

from summarize import Article, summarize
from summarize.choice.same import Same
from summarize.evidence.measure import measure
from summarize.languages import codes, load
from summarize.model import Document, Pick
from summarize.report.differences import differences
from summarize.weights import Weights

ENGLISH = load()


def found(first, *others, language=ENGLISH):
    """Differences between a pick, the first sentence of the first article, and other articles.

    An article is one sentence, or a list of sentences.
    """
    listed = [[each] if isinstance(each, str) else each for each in (first, *others)]
    rows, documents = [], []
    for document, told in enumerate(listed):
        text = " ".join(told)
        documents.append(Document(Article(text), text, ()))
        for row in sentences(told):
            start = text.index(row.text)
            rows.append(row._replace(document=document, start=start, end=start + len(row.text)))
    known = measure(documents, rows, language, Weights())
    numbers = {index: index + 1 for index in range(len(documents))}
    return [
        (difference.kind, [value.value for value in difference.values])
        for difference in differences(
            [Pick(0, 1, 0, 1)], Same(known, language), known, documents, numbers, language
        )
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Tariffs rose to 145%.", "Tariffs rose to 30%.", [("number", ["145%", "30%"])]),
        (
            "The storm killed 12 people.",
            "The storm killed 15 people.",
            [("number", ["killed 12 people", "killed 15 people"])],
        ),
        (
            "The storm killed twelve people in Lunde.",
            "In Lunde 15 people died in the storm.",
            [("number", ["killed twelve people", "15 people died"])],
        ),
        (
            "The storm in Lunde left 22 dead.",
            "The death toll of the storm in Lunde rose to twenty-five.",
            [("number", ["22 dead", "toll of the storm in Lunde rose to twenty-five"])],
        ),
        (
            "The storm killed at least 20 people.",
            "The storm killed 12 people.",
            [("number", ["killed at least 20 people", "killed 12 people"])],
        ),
        (
            "The storm damaged 30 houses and killed 12 people.",
            "The storm damaged 50 houses and killed 12 people.",
            [("number", ["damaged 30 houses", "damaged 50 houses"])],
        ),
        (
            "In the storm 12 boats were lost off Lunde.",
            "In the storm off Lunde 20 boats sank.",
            [("number", ["12 boats were lost", "20 boats sank"])],
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
        ("The storm killed at least 10 people.", "The storm killed at least 15 people."),
        ("About 10 people died.", "Twelve people died."),
        ("More than 200 people fled.", "250 people fled."),
        ("Up to 60 people died in the storm.", "In the storm 12 people died."),
        ("It cost $1,020.", "It cost $1,000."),
        ("It cost 2 million dollars.", "It cost 2,000,000 dollars."),
        ("Twelve people died.", "12 people died."),
        ("In 2019 people fled.", "In 2021 people fled."),
        ("The storm killed 12 people.", "The storm damaged 30 houses."),
        ("The storm killed 12 people.", "The storm injured 15 people."),
        ("The storm killed 12 people.", "The storm killed 15 soldiers."),
        ("The storm killed 12 people.", "The storm killed another 15 people."),
        ("The storm killed 12 people.", "The storm killed 15 of the people."),
        ("The storm killed 12 people.", "The storm killed or injured 15 people."),
        ("The storm killed 12 people in 1999.", "The storm killed 15 people."),
        ("12 people died and 30 people fled.", "15 people fled and 12 people died."),
        ("They met on June 5.", "They met on Monday."),
        ("They met on June 5.", "They left on June 7."),
        ("They met on June 5.", "They met on September 7."),
        ("In May 40 people fled.", "By May 41 people had fled."),
        ("Twenty-two people died.", "22 people died."),
        ("10-15 people died.", "12 people died."),
        ("It rose by 5 percentage points.", "It rose by 30 percent."),
        ("COVID-19 patients died.", "30 patients died."),
        ("The Boeing 737 crashed near Lunde.", "The Boeing 102 crashed near Lunde."),
        ("Flight 990 crashed near Lunde.", "Flight 102 crashed near Lunde."),
        ("The 35-year-old died in Lunde.", "The 53-year-old died in Lunde."),
        ("He died two days ago in Lunde.", "He died three days ago in Lunde."),
        ("Lunde is 12 miles away from them.", "Lunde has walls 20 miles away from them."),
        (".5 people died.", "0.5 people died."),
        ("1.000 people died.", "1,000 people died."),
        ("A12 people died.", "B13 people died."),
        ("It was May 0.", "It was May 31."),
    ],
)
def test_what_agrees_or_is_about_something_else_is_not_a_difference(first, second):
    assert found(first, second) == []


def test_figures_far_apart_count_different_things_unless_the_sentences_are_nearly_the_same():
    first = "The blasts in Lunde killed 35 people."
    other = "In Lunde, radio reported, {} people were killed by two blasts at a busy market."
    assert found(first, other.format(30)) != []
    assert found(first, other.format(5)) == []
    assert found(first, "The blasts in Lunde killed 5 people.") != []


def test_an_article_that_gives_both_figures_tells_of_two_things():
    first = "Bombs in Lunde killed 12 people at a market."
    second = "In Lunde 15 people were killed by bombs, radio said."
    assert found(first, second) != []
    assert found(first, [second, "At the harbour bombs killed 12 people."]) == []


def test_values_that_agree_are_one():
    told = found("12 people died.", "30 people died.", "They killed 30 people.", "30 people died.")
    assert told == [("number", ["30 people died", "12 people died"])]


def test_values_of_one_difference_are_all_rivals_of_one_another():
    told = found("12 people died.", "15 people died.", "18 people died.")
    assert told == [("number", ["12 people died", "15 people died", "18 people died"])]


def test_counts_of_people_come_before_dates_and_names():
    told = found(
        "Li Chenggang arrived on June 5 after the storm in Lunde killed 12 people.",
        "Li Changgang arrived on June 7 after the storm in Lunde killed 15 people.",
    )
    assert [kind for kind, _ in told] == ["number", "date", "name"]


def test_a_summary_shows_figures_that_cannot_be_cited():
    """Two sentences without a figure in common do not cite one another."""
    text = "The storm killed {} people in the harbour town of Lunde on Monday."
    summary = summarize([text.format(12), text.format(15)])
    values = {value.value for value in summary.differences[0].values}
    assert values == {"killed 12 people", "killed 15 people"}


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


@pytest.mark.parametrize(
    ("code", "first", "second", "names"),
    [
        (
            "ru",
            "Мэр Ольга Щербакова ушла.",
            "Затем Ольга Щорбакова вернулась.",
            ["Ольга Щербакова", "Ольга Щорбакова"],
        ),
        ("ru", "Мэр Ольга Щербакова ушла.", "Все ждут Ольгу Щербакову.", []),
        (
            "el",
            "Ο υπουργός Γιώργος Παπαδάκης έφυγε.",
            "Ο Γιώργος Παππαδάκης γύρισε.",
            ["Γιώργος Παπαδάκης", "Γιώργος Παππαδάκης"],
        ),
        ("el", "Ο Γιώργος Παπαδάκης έφυγε.", "Ο γιος του Γιώργου Παπαδάκη γύρισε.", []),
        (
            "cs",
            "Starosta Šimon Vondráček odešel.",
            "Potom Šimon Vondraček mluvil.",
            ["Šimon Vondráček", "Šimon Vondraček"],
        ),
        ("cs", "Starosta Šimon Vondráček odešel.", "Rada uvítala Šimona Vondráčka.", []),
        (
            "fr",
            "Le maire Émile Duchesnay est parti.",
            "Ensuite Émile Duchesney a parlé.",
            [],  # the ends differ
        ),
        (
            "fr",
            "Le maire Émile Duchenay est parti.",
            "Ensuite Émile Duchonay a parlé.",
            ["Émile Duchenay", "Émile Duchonay"],
        ),
        ("fr", "Le chat élu grandement parle.", "Le chat élu grendement parle.", []),
        (
            "hy",
            "Քաղաքապետ Արամ Սարգսյան մեկնեց։",
            "Հետո Արամ Սարկսյան վերադարձավ։",
            ["Արամ Սարգսյան", "Արամ Սարկսյան"],
        ),
    ],
)
def test_names_begin_with_the_capitals_of_any_alphabet(code, first, second, names):
    language = load(code if code in codes() else "und")
    assert found(first, second, language=language) == ([("name", names)] if names else [])


def test_the_spellings_of_one_person_are_one_difference():
    told = found("Envoy Li Chenggang spoke.", "Then Li Changgang left.", "So Li Chengcang won.")
    (difference,) = told
    assert difference[0] == "name"
    assert set(difference[1]) == {"Li Chenggang", "Li Changgang", "Li Chengcang"}


def test_a_name_of_three_words_is_one_difference():
    told = found("Envoy Anna Bertolini Reed spoke.", "Then Anna Bertollini Reed left.")
    assert told == [("name", ["Anna Bertolini", "Anna Bertollini"])]


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


def test_figures_that_several_picks_give_are_shown_once():
    text = "The storm killed {0} people in Lunde. In Lunde, it said, the storm killed {0} people."
    summary = summarize([text.format(12), text.format(15)])
    assert [difference.kind for difference in summary.differences] == ["number"]
