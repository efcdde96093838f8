import pytest
from strategies import sentences

from summarize.languages import load
from summarize.reading.introduce import introductions, key, keys

ENGLISH = load()


def known(*texts, language=ENGLISH):
    """What the last sentence of an article takes as known."""
    listed = sentences(list(texts))
    return introductions(listed, language)(len(listed) - 1)


@pytest.mark.parametrize(
    ("before", "text", "words"),
    [
        ("The mayor, Ann Lee, met the press.", "Lee said the bridge would open.", {"lee"}),
        ("A ferry ran aground.", "The ferry was built in 1998.", {"ferry"}),
        ("Ann Lee spoke.", "Nobody asked Lee about Berg.", {"lee"}),
        ("Two men were seen near the bank.", "Police arrested the two men.", {"men"}),
        ("The Food Agency closed the plant.", "It is closed, the agency said.", {"agency"}),
    ],
)
def test_what_the_article_has_introduced_is_taken_as_known(before, text, words):
    assert known(before, text) == words
    assert known(text) == frozenset()  # nothing comes before it


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Ann Lee spoke.", "Ann Lee said the bridge would open."),  # given in full again
        ("Ann Lee spoke.", "Lee, a pilot of 40 years, left."),  # says who
        ("Ann Lee spoke.", "Lee is the mayor of Hale."),
        ("A bank was robbed.", "The head of a bank spoke."),
        ("An agency closed it.", "The agency of the city spoke."),  # says which
        ("A law was passed.", "The new law holds."),  # a word of it is new
        ("San Diego Police came.", "Police closed the road, as the police often do here."),
        ("It rained.", "The government fell."),  # nobody introduces it
    ],
)
def test_what_needs_no_introduction_is_not(before, text):
    assert not known(before, text) & {"lee", "bank", "agency", "law", "police", "government"}


@pytest.mark.parametrize(
    ("code", "before", "text", "words"),
    [
        ("el", "Ένα πλοίο προσάραξε.", "Το πλοίο είναι παλιό.", {"πλοίο"}),
        ("el", "Ένα πλοίο προσάραξε.", "Το πλοίο της γραμμής είναι παλιό.", set()),
        ("el", "Ο Άρης Έξαρχος μίλησε.", "Είναι παλιό, είπε ο Έξαρχος.", {"έξαρχος"}),
        ("el", "Ο Άρης Έξαρχος μίλησε.", "Ο Έξαρχος, ο δήμαρχος, είναι εδώ.", set()),
        ("hu", "Egy komp zátonyra futott.", "Régi volt a komp.", {"komp"}),
        ("hu", "Egy komp zátonyra futott.", "Régi volt egy komp.", set()),
        ("ru", "Паром сел на мель.", "Был старым паром.", set()),
    ],
)
def test_nouns_are_introduced_where_a_word_is_the_article(code, before, text, words):
    assert known(before, text, language=load(code)) == words


def test_a_noun_that_is_far_back_is_a_theme():
    far = ["It rained in the hills that week."] * 4
    assert known("A ferry ran aground.", *far, "The ferry was built in 1998.") == frozenset()


def test_articles_do_not_introduce_for_one_another():
    listed = sentences(["Ann Lee met a sailor."], ["It rained.", "Lee saw the sailor."])
    assert introductions(listed, ENGLISH)(2) == frozenset()


def test_keys_fold_case_plural_and_possessive():
    assert keys(["The mayors’ Boss"]) == {"the", "mayor", "boss"}
    assert key("Lee's") == key("LEE") == "lee"
