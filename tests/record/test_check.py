"""A draft is checked sentence by sentence."""

import weakref
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import Article, check, languages, load, summarize
from summarize.record.check.near import Near

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = (
    "The ferry Hilda ran aground near Lunde on Tuesday. Rescuers took 32 passengers ashore, said "
    "Anna Berg of the coast guard. “Nobody was hurt,” she said. The company lost $1.5 million, or "
    "12% of its income, on May 6. The harbour was not closed after the accident in the fog."
)
TALKS = "Negotiators from China and the US agreed on a preliminary framework in London."
QUOTED = (
    "US Commerce Secretary Howard Lutnick said concerns “will be resolved” in the coming phase."
)
TARIFFS = "In May, discussions in Switzerland led to a ceasefire, which lowered US tariffs to 30%."
TRUE = (TALKS, QUOTED, TARIFFS)


def problems(text, *articles):
    found = check(text, articles or (ARTICLE,))
    return [(each.kind, each.text) for s in found.sentences for each in s.problems]


def statuses(text, *articles):
    return [sentence.status for sentence in check(text, articles or (ARTICLE,)).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rescuers took 32 passengers ashore, said Anna Berg.", []),
        ("Rescuers took 33 passengers ashore, said Anna Berg.", [("figure", "33")]),
        ("Rescuers took 32 passengers ashore, said Anna Holm.", [("name", "Holm")]),
        ("The ferry ran aground near Lunde on Friday.", [("figure", "Friday")]),
        ("The company lost $1.5 million on May 7.", [("figure", "May 7")]),
        ("The company lost $1.5 million on 6 May.", []),
        ("The company lost about $1,500,000.", []),
        ("The company lost 13% of its income.", [("figure", "13%")]),
        ("“Nobody was hurt,” she said.", []),
        ("She said that “nobody ... hurt”.", []),
        ("“Nobody was harmed,” she said.", [("quotation", "“Nobody was harmed,”")]),
        ("“Hurt was nobody,” she said.", [("quotation", "“Hurt was nobody,”")]),
        ("“Mr. Holm lost 99,” she said.", [("quotation", "“Mr. Holm lost 99,”")]),
    ],
)
def test_what_no_article_has_is_named(text, expected):
    assert problems(text) == expected


@pytest.mark.parametrize(
    ("article", "draft", "name"),
    [
        (
            "Мэр Ольга Щербакова сказала в понедельник, что мост через реку закрыли.",
            "Мэр Ольга Щукина сказала, что мост через реку закрыли.",
            "Щукина",
        ),
        (
            "Ο δήμαρχος Γιώργος Παπαδάκης είπε τη Δευτέρα ότι η γέφυρα έκλεισε.",
            "Ο δήμαρχος Γιώργος Έξαρχος είπε ότι η γέφυρα έκλεισε.",
            "Έξαρχος",
        ),
        (
            "Starosta Šimon Vondráček řekl v pondělí, že most přes řeku je zavřený.",
            "Starosta Šimon Čapek řekl, že most přes řeku je zavřený.",
            "Čapek",
        ),
        (
            "Le maire Émile Duchenay a dit lundi que le pont sur la rivière est fermé.",
            "Le maire Émile Édouard a dit que le pont sur la rivière est fermé.",
            "Édouard",
        ),
    ],
)
def test_a_name_is_new_in_any_alphabet(article, draft, name):
    assert problems(draft, article) == [("name", name)]
    assert problems(article, article) == []


def test_names_in_letters_with_marks_are_whole():
    assert problems("The mayor met E\u0301mile Berg.", "The mayor met E\u0301mile Berg.") == []


def test_articles_of_the_first_day_of_all_have_no_day_before():
    first = Article(ARTICLE, published="0001-01-01")
    assert problems("Rescuers took 32 passengers ashore on Monday.", first) == []
    assert problems("Rescuers took 32 passengers ashore on Friday.", first) == [
        ("figure", "Friday")
    ]


def test_a_dated_article_may_be_in_no_known_language():
    article = Article("Bwana alisema 12 leo.", published="2025-06-11")
    assert problems("Bwana alisema 12 leo.", article) == []
    assert problems("Bwana alisema 13 leo 2025.", article) == [("figure", "13")]


def test_nothing_of_a_check_is_kept_after_it():
    near = Near(["Howard Lutnick was in London.", "Jamieson Greer was not."], languages.load())
    assert list(near.strangers("So Howard Greer was glad.")) == [(3, 15)]
    gone = weakref.ref(near)
    del near
    assert gone() is None


def test_a_changed_negation_is_a_contradiction():
    text = "The harbour was closed after the accident in the fog."
    assert problems(text) == [("contradiction", text)]
    assert problems(text.replace("was", "was not")) == []


STORM = (
    "The storm killed 12 people in Lunde and 4 in Molde on Tuesday. Mayor Anna Berg said the "
    "repairs would cost $3 million. Rescuers saved 40 horses. Governor Erik Holm visited Molde on "
    "Friday with Anna Berg, and promised a loan of $5 million to 9 villages by March."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The storm killed 4 people in Lunde and 4 in Molde on Tuesday.",
            ("killed 4 people", "killed 12 people"),
        ),
        ("The storm killed 12 people in Lunde and 4 in Molde on Friday.", ("Friday", "Tuesday")),
        ("The storm killed 12 people in Holm and 4 in Molde on Tuesday.", ("Holm", "Lunde")),
        ("Mayor Anna Berg said repairs would cost $5 million.", ("5", "3")),
        ("The mayor, who is 40, said 12 of the villages would be rebuilt.", None),
        ("Villagers were glad that rescuers led 9 horses out.", ("9 horses", "40 horses")),
    ],
)
def test_what_another_sentence_has_is_named_with_what_the_articles_have_instead(text, expected):
    found = [each for s in check(text, [STORM]).sentences for each in s.problems]
    assert [(p.kind, p.text, p.instead[0]) for p in found] == (
        [("contradiction", *expected)] if expected else []
    )


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the storm killed 12 people in Lunde and 4 in Molde.",
        "The storm killed twelve people in Lunde and four in Molde on Tuesday.",
        "About 40 horses were saved by rescuers.",
        "Repairs would cost $3 million, mayor Berg said.",
        "On Friday Governor Holm visited Molde with Anna Berg.",
        "Governor Erik Holm promised 9 villages a loan by March.",
    ],
)
def test_what_an_article_has_at_that_place_is_not_named(text):
    assert problems(text, STORM) == []


def test_a_figure_that_one_of_two_articles_has_is_not_named():
    other = STORM.replace("killed 12", "killed 14")
    text = STORM.split(". ", maxsplit=1)[0].replace("12", "14") + " again."
    assert problems(text, STORM) == [("figure", "14")]
    assert problems(text, STORM, other) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A loan was promised by Anna Holm of Molde.", [("name", "Anna Holm")]),
        ("Anna Holm promised a loan.", [("name", "Anna Holm")]),
        ("A loan was promised by Anna and Holm.", []),
        ("A loan was promised by Governor Holm.", []),
        ("A loan was promised by Martin Falk of Molde.", [("name", "Martin Falk")]),
    ],
)
def test_words_of_two_names_are_not_one_name(text, expected):
    assert problems(text, STORM) == expected


def test_a_name_may_have_another_case_ending():
    article = (
        "Starosta Prahy Jan Novotný navštívil ve čtvrtek Švédsko a jednal tam o nové lince, která "
        "má spojit obě země. Podle něj se o tom bude jednat také v Británii, kam se chystá příští "
        "týden spolu s ministrem dopravy, jenž o cestě mluvil už dříve."
    )
    assert problems("O nové lince jednal Novotný na cestě do Švédska.", article) == []
    assert problems("O nové lince jednal Novotný na cestě do Norska.", article) == [
        ("name", "Norska")
    ]


def test_a_german_noun_is_not_a_name():
    article = (
        "Die Fähre Hilda ist am Dienstag bei Lunde auf Grund gelaufen. Rettungskräfte brachten 32 "
        "Passagiere an Land, sagte die Sprecherin Anna Berg von der Küstenwache. Verletzt wurde "
        "niemand. Die Reederei will den Unfall untersuchen lassen, weil das Schiff neu ist."
    )
    assert problems("Am Dienstag brachten Retter 32 Reisende ans Ufer.", article) == []
    assert problems("Das sagte die Sprecherin Anna Holm.", article) == [("name", "Holm")]
    assert problems("Retter brachten 33 Passagiere an Land.", article) == [("figure", "33")]


def test_a_draft_in_another_language_has_no_names_to_name():
    draft = (
        "Die Fähre Hilda ist am Dienstag bei Lunde auf Grund gelaufen. Rettungskräfte brachten 33 "
        "Passagiere an Land, sagte die Sprecherin Anna Berg von der Küstenwache. Verletzt wurde "
        "niemand. Die Reederei will den Unfall nun untersuchen lassen und hat um Hilfe gebeten."
    )
    found = check(draft, load(SEEDS))
    assert found.foreign == "de"
    assert {each.kind for s in found.sentences for each in s.problems} == {"figure"}
    assert check("\n\n".join(TRUE), load(SEEDS)).foreign is None


PEOPLE = ("Anna", "Berg", "Holm", "Falk", "met", "twice", "near", "Lunde")


@given(
    st.lists(st.lists(st.sampled_from(PEOPLE), max_size=12), max_size=3),
    st.lists(st.sampled_from(PEOPLE[:4]), min_size=2, max_size=2),
)
def test_words_are_near_one_another_as_a_slow_search_says(texts, pair):
    listed = [[word.lower() for word in words] for words in texts]
    places = [(t, at, word) for t, words in enumerate(listed) for at, word in enumerate(words)]
    first, second = (word.lower() for word in pair)
    is_near = any(
        t == u and abs(a - b) <= 5 and (v, w) == (first, second)
        for t, a, v in places
        for u, b, w in places
    )
    are_known = {first, second} <= {word for _, _, word in places}
    found = list(
        Near([" ".join(words) for words in texts], languages.load()).strangers(
            f"Yesterday, {' '.join(pair)} left."
        )
    )
    assert bool(found) == (are_known and not is_near)


def test_a_part_of_a_sentence_is_not_the_sentence():
    text = "The council denied that the very old bridge of the town was sold."
    assert statuses("The very old bridge of the town was sold.", text) != ["said"]
    assert statuses(text.upper(), text) == ["said"]


def test_spans_are_those_of_the_draft_and_of_the_articles():
    draft = "# A heading\n\n* The *ferry* Hilda ran\naground near Lunde on Tuesday.[1]\n\nPigs fly."

    found = check(draft, [ARTICLE])
    said, lost = found.sentences
    assert (said.status, lost.status) == ("said", "not found")
    place = said.citations[0].place
    assert ARTICLE[place.start : place.end] == "The ferry Hilda ran aground near Lunde on Tuesday"
    assert draft[lost.start : lost.end] == lost.text == "Pigs fly."
    assert "A heading" in found.not_checked[0]
    wrong = check("It is the\n*ferry* Molde in Lunde.", [ARTICLE]).sentences[0].problems[0]
    assert (wrong.text, "It is the\n*ferry* Molde"[wrong.start : wrong.end]) == ("Molde", "Molde")


@settings(max_examples=20)
@given(st.lists(st.sampled_from(ARTICLE.split(". ")), min_size=1, unique=True))
def test_a_sentence_that_is_verbatim_in_an_article_is_always_said(chosen):
    text = "\n\n".join(each.rstrip(".") + "." for each in chosen)
    assert set(statuses(text)) == {"said"}


def test_a_summary_is_found_whole():
    articles = load(SEEDS)
    found = check(summarize(articles, words=400).text, articles)
    assert {each.status for each in found.sentences} == {"said"}
    assert found.n_wrong == 0


def test_a_long_draft_is_checked_in_parts_with_the_same_result():
    parts = [f"Rescuers took 32 passengers ashore on day {n}." for n in range(300)]
    whole = check("\n\n".join(parts), [ARTICLE]).sentences
    alone = [check(part, [ARTICLE]).sentences[0] for part in (parts[0], parts[299])]
    assert [(each.status, each.citations) for each in (whole[0], whole[299])] == [
        (each.status, each.citations) for each in alone
    ]


def test_a_draft_and_articles_may_be_empty():
    assert check("", [ARTICLE]).sentences == ()
    assert statuses("Pigs fly home.", "") == ["not found"]
    assert check(Article("Pigs fly home."), []).n_wrong == 1
