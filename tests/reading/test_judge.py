import pytest
from strategies import sentences

from summarize.languages import load
from summarize.reading.judge import (
    LONGEST,
    MOST_WORDS,
    fault,
    judge,
)

ENGLISH = load()


@pytest.mark.parametrize(
    "text",
    [
        "The council approved the new bridge on Monday.",
        "The index lost 1.4% and ended at 1,310.22 points, the krone slipped 0.6% to 11.65.",
        "She won the final 6-4, 3-6, 7-5 on Sunday at 2:15 p.m.",
        "“We will build the bridge by May,” the mayor said.",
        "The mayor said the bridge will open “as soon as it can.”",
        "Prices rose by 3.5 percent to $4.10 a litre in May.",
        "At least 12 people were hurt, officials said!",
        "iPhone sales rose by a third in May, the firm said.",
        "al-Noor said on Monday that the bridge would open.",
        "d'Arc Street was closed after the flood on Monday.",
        "van der Berg signed the plan for the bridge on Monday.",
        "“de Leon will sign the plan for the bridge,” Reed said.",
        "La ville a approuvé le nouveau pont lundi soir.",
        "המועצה אישרה את הגשר החדש ביום שני בערב.",
        "The deal, signed in 2019, was never put into practice.",
    ],
)
def test_complete_statements_are_usable(text):
    assert fault(text, ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Council Approves New Bridge After Long Debate Over Cost", "no full stop"),
        ("Read more about the plan for the bridge:", "no full stop"),
        ("Will the bridge ever be built by the council?", "a question"),
        ("and the bridge was approved by the council.", "begins in the middle"),
        ("of the Reed plan, the council said on Monday.", "begins in the middle"),
        ("pre-Reed plans for the bridge were found on Monday.", "begins in the middle"),
        ("the mayor Ann Reed said the bridge would open.", "begins in the middle"),
        ("He died on Monday.", "too short"),
        ("word " * (MOST_WORDS + 1) + ".", "too long"),
        ("Council Approves New Bridge In Historic Vote On Monday.", "set as a headline"),
        ("Leeds 3, York 1, Hull 2, Derby 2, Stoke 0, Bury 4.", "a table"),
        ("The report gives the first details of the attack that hit stores and...", "no full stop"),
        ("The report gives the first details of the attack that hit stores…”", "no full stop"),
        ("(The bridge was built for the fair of 1900.)", "an aside in brackets"),
        ("(The bridge was built for the fair of 1900.", "an aside in brackets"),
        ("The bridge went and the whole pier with it,' said Reed.", "half a quotation"),
        ("“The night was dark, and the wind came from the sea.", "half a quotation"),
        ("“The bridge will be safe,” Reed said, “and it will be", "no full stop"),
        ('The bridge will be safe," the mayor said on Monday.', "half a quotation"),
        ("", "too short"),
    ],
)
def test_fragments_headings_questions_and_tables_are_not(text, why):
    assert fault(text, ENGLISH) == why


@pytest.mark.parametrize(
    ("code", "text", "why"),
    [
        ("en", "MAYOR REED: The bridge will be open in May.", "begins with a label"),
        ("ru", "МЭР ЩЕРБАКОВ: Мост через реку откроют в мае.", "begins with a label"),
        ("ru", "Мэр сказал: Мост через реку откроют в мае.", None),
        ("ru", "Мэр: мост через реку откроют только в мае.", None),
        ("cs", "Starosta Šimon: Čekáme na nový most přes řeku.", "begins with a label"),
        ("cs", "Starosta řekl: Čekáme na nový most přes řeku.", None),
        ("ar", "قال العمدة: إن الجسر الجديد سيفتح في مايو.", None),
    ],
)
def test_a_label_has_capitals_in_any_alphabet(code, text, why):
    assert fault(text, load(code)) == why


@pytest.mark.parametrize("n", [ENGLISH.fewest_words, MOST_WORDS])
def test_the_shortest_and_the_longest_allowed_are_usable(n):
    assert fault("The " + " ".join(["bridge"] * (n - 1)) + ".", ENGLISH) is None


def judged(*documents):
    verdict = judge(sentences(*documents), ENGLISH)
    return [verdict(index)[:2] for index in range(sum(map(len, documents)))]


def usable(*documents):
    return [is_usable for is_usable, _ in judged(*documents)]


FULL = "The council approved the new bridge on Monday."
LEANING = "He said it would open in May next year."


def test_a_leaning_sentence_needs_the_one_before_it():
    assert judged([FULL, LEANING, LEANING]) == [(True, -1), (True, 0), (True, 1)]


def test_the_order_of_the_questions_does_not_matter():
    verdict = judge(sentences([FULL, LEANING, LEANING, LEANING]), ENGLISH)
    assert [verdict(index)[:2] for index in (3, 0, 2)] == [(True, 2), (True, -1), (True, 1)]


def test_a_thousand_sentences_that_lean_on_one_another_do_not_recurse():
    verdict = judge(sentences([FULL, *[LEANING] * 5_000]), ENGLISH)
    assert verdict(5_000)[:2] == (True, 4_999)


def test_a_leaning_sentence_with_nothing_usable_before_it_is_not_usable():
    assert usable([LEANING, FULL], ["Too short.", LEANING]) == [False, True, False, False]


def test_a_sentence_of_function_words_is_not_usable():
    assert usable([FULL, "There was not what they had been."]) == [True, False]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Whether the bridge will last for long remains to be seen.", False),
        ("The bridge is close to our hearts and to my house.", False),
        ("You can cross the bridge on foot from Monday.", False),
        ("“You can cross our bridge on foot from Monday,” Reed said.", True),
        ("The outlet's editor resigned over the bridge.", True),
        ("The bridge was blown up in World War I and was rebuilt later.", True),
        ("Traffic on I-95 was held up by the bridge.", True),
        ("‘We can cross our bridge on foot,’ Reed said on Monday.", True),
        ("'We can cross our bridge on foot,' Reed said on Monday.", True),
        ("Mayor Reed said on Monday: 'We can cross our bridge on foot.'", True),
        ("``We can cross our bridge on foot,'' Reed said on Monday.", True),
        ("The Reeds' bridge is ours, and the Lees' boats are yours.", False),
        ("The boys' bridge is the 'best' one that we have seen.", False),
        ("Reed said that it “remains to be seen” whether the bridge will last.", True),
    ],
)
def test_the_writers_own_voice_is_not_usable(text, is_told):
    assert usable([FULL, text]) == [True, is_told]


def test_an_article_without_capitals_has_usable_sentences():
    small = [FULL.lower(), "two members of the council voted against the plan in the town hall."]
    assert usable(small, [FULL]) == [True, True, True]
    assert usable([*small, "NATO signed it."], [FULL])[:2] == [True, True]
    assert usable([*small, "Reed signed it.", "Ann left."], [FULL])[:2] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "The coun\u00adcil ap\u00adproved the new bridge on Mon\u00adday.",
        "The council approved the new bridge on Monday.\u200b",
        "\ufeffThe council approved the new bridge on Monday.\u2060",
    ],
)
def test_signs_without_width_do_not_matter(text):
    assert judged([text], [FULL], ["He\u00ad said it would open in May."]) == [
        (True, -1),
        (True, -1),
        (False, -1),
    ]


@pytest.mark.parametrize(
    "after",
    [
        "[1][2]",
        "[citation needed]",
        " [note 4]",
        "[3]:14",
        "[7]:12–15 [8]",
        "[who?]",
        "[b]",
        "¹²",
        "†",
    ],
)
def test_marks_of_notes_after_a_sentence_do_not_matter(after):
    assert usable([FULL + after, LEANING + after]) == [True, True]
    assert usable([FULL, "The council approved the new bridge on Monday" + after]) == [True, False]


@pytest.mark.parametrize("after", ["🎉", " 🚢", " 👍🏽👍", " ❤️", "🇳🇴 ✔"])
def test_pictures_after_a_sentence_do_not_matter(after):
    assert usable([FULL + after, LEANING + after]) == [True, True]
    assert usable([FULL, "The council approved the new bridge on Monday" + after]) == [True, False]


def test_where_nothing_is_usable_everything_is():
    assert judged(["Rain", "Sun?"]) == [(True, -1), (True, -1)]


def test_a_giant_is_never_usable():
    giant = "Inc. " * LONGEST
    assert usable([giant, "Rain"]) == [False, True]
    assert usable([giant]) == [False]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (FULL, None),
        ("The bridge.", "too short"),
        ("There was not what they had been.", "says nothing"),
        ("I think the bridge is a mistake.", "speaks of the writer or to the reader"),
        ("Whether the bridge will open in May remains to be seen.", "comments on the news"),
        (LEANING, "leans on a sentence that is not there"),
    ],
)
def test_a_verdict_names_the_rule_that_refuses(text, reason):
    verdict = judge(sentences([text], [FULL]), ENGLISH)(0)
    assert verdict == (reason is None, -1, reason)


def test_a_verdict_says_that_the_sentence_before_is_not_usable():
    verdict = judge(sentences(["Too short.", LEANING, LEANING], [FULL]), ENGLISH)
    assert [verdict(index).reason for index in (2, 1, 0)] == [
        "leans on a sentence that is not usable",
        "leans on a sentence that is not usable",
        "too short",
    ]
