"""Each word of each list, in a short sentence, is found by the rule that the list is for."""

import pytest

from summarize.choice.disagree import disagree
from summarize.languages import codes, load
from summarize.reading.clean.marks import mark_metadata
from summarize.reading.counts import counts
from summarize.reading.days import iso_date
from summarize.reading.figures import DENSE, JOINED, dates, figures, numbers
from summarize.reading.lean import leans
from summarize.reading.names import begins_with_name
from summarize.reading.times import times

CODES = [code for code in codes() if code != "und"]


def printed(word, language):
    """Write a noun as the language does."""
    return word.capitalize() if language.nouns_capitalised else word


def joined(*words, language):
    return ("" if language.script in DENSE else " ").join(words)


@pytest.mark.parametrize("code", CODES)
def test_scales_and_percents_are_read(code):
    language = load(code)
    for scale, value in language.scales:
        text = joined("3", printed(scale, language), "x", language=language)
        assert [each.value for each in figures(text, language)] == [3 * value], scale
    for percent in language.percents:
        text = joined("12", printed(percent, language), "x", language=language)
        assert [each.unit for each in figures(text, language)] == ["%"], percent


@pytest.mark.parametrize("code", CODES)
def test_number_words_have_their_values(code):
    language = load(code)
    for word, value in language.numbers:
        text = f"{word} xxxx"
        assert [each.value for each in numbers(text, language)] == [value], word


@pytest.mark.parametrize("code", CODES)
def test_a_day_beside_each_month_is_a_date(code):
    language = load(code)
    for number, month in enumerate(language.months, start=1):
        for name in (month, month.capitalize()):
            found = [int(each.value) for each in dates(f"11 {name}", language)]
            assert found == [(number - 1) * 31 + 11], name
        assert (iso_date(f"11 {month} 2025") or "")[5:7] in ("", f"{number:02}"), month


@pytest.mark.parametrize("code", CODES)
def test_each_negation_makes_a_text_disagree(code):
    language = load(code)
    plain = "市长同意" if language.script in DENSE else "xyzzy plugh"
    for word in language.negations:
        negation = f"xy{word[1:]}" if word.startswith("-") else word
        assert disagree(plain, joined(plain, negation, language=language), language), word
    assert not disagree(plain, plain, language)


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_that_opens_with_a_connective_or_pronoun_leans(code):
    language = load(code)
    rest = "市长没有同意" if language.script in DENSE else "Xyzzy plugh"
    for word in language.connectives | language.pronouns:
        assert leans(joined(word, rest, language=language), language), word
    assert not leans(rest, language)


@pytest.mark.parametrize("code", [code for code in CODES if load(code).number_names])
def test_a_number_after_what_it_names_counts_nothing(code):
    language = load(code)
    for word in language.number_names:
        assert list(numbers(f"xyzzy {printed(word, language)} 12", language)) == [], word
    assert [each.value for each in numbers("xyzzy 12", language)] == [12]


@pytest.mark.parametrize("code", CODES)
def test_a_line_of_what_is_known_above_an_article_is_not_body(code):
    language = load(code)
    for key, kind in language.metadata:
        line = f"{key.capitalize()}{'：' if language.script in DENSE else ': '}Xyzzy"
        marks = mark_metadata(line, (0, len(line)), language) or []
        assert [mark[2] for mark in marks][-1:] == [kind], key
    line = "Xyzzy: Plugh"
    assert mark_metadata(line, (0, len(line)), language) is None


@pytest.mark.parametrize("code", [code for code in CODES if load(code).name_prefixes])
def test_a_name_may_begin_with_a_small_letter(code):
    language = load(code)
    for prefix in language.name_prefixes:
        space = "" if prefix.endswith(("-", "'")) else " "
        assert begins_with_name(f"{prefix}{space}Plugh xyzzy", language), prefix
    assert not begins_with_name("xyzzy Plugh xyzzy", language)


def kinds(text, code):
    return [(each.kind, each.value) for each in counts(text, load(code))]


@pytest.mark.parametrize("code", CODES)
def test_each_word_for_a_kind_of_count_says_what_a_figure_counts(code):
    language = load(code)
    space = "" if language.script in JOINED else " "
    people = printed(min(language.people), language)
    for word, kind in language.counted:
        told = space.join([printed(word, language), "12", people])
        assert kinds(told, code) == [(kind, 12)], word
        if word not in language.people and language.script not in JOINED:
            assert kinds(space.join(["12", people, word]), code) == [(kind, 12)], word
    for other in (["12", people], ["xyzzy", "12", people], ["12", people, "xyzzy"]):
        assert {kind for kind, _ in kinds(space.join(other), code)} <= {""}, other


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "مقتل 12 شخصا وأصيب 30", [("dead", 12), ("injured", 30)]),
        ("cs", "Zahynulo 12 lidí, 30 bylo zraněno", [("dead", 12), ("injured", 30)]),
        ("da", "12 mennesker blev dræbt og 30 såret", [("dead", 12), ("injured", 30)]),
        ("de", "12 Menschen starben, 30 wurden verletzt", [("dead", 12), ("injured", 30)]),
        ("el", "12 άνθρωποι σκοτώθηκαν, 30 τραυματίστηκαν", [("dead", 12), ("injured", 30)]),
        ("fa", "12 نفر کشته و 30 نفر زخمی شدند", [("dead", 12), ("injured", 30)]),
        ("fi", "12 ihmistä kuoli ja 30 loukkaantui", [("dead", 12), ("injured", 30)]),
        ("he", "12 בני אדם נהרגו, 30 נפצעו", [("dead", 12), ("injured", 30)]),
        ("hi", "12 लोगों की मौत हो गई और 30 घायल हुए", [("dead", 12), ("injured", 30)]),
        ("hu", "12 ember meghalt, 30 megsérült", [("dead", 12), ("injured", 30)]),
        ("id", "12 orang tewas dan 30 luka", [("dead", 12), ("injured", 30)]),
        ("ja", "12人が死亡し、30人がけがをした", [("dead", 12), ("injured", 30)]),
        ("ja", "死者は12人に上った", [("dead", 12)]),
        ("ja", "12人が集まった", []),
        ("ko", "12명이 숨지고 30명이 다쳤다", [("dead", 12), ("injured", 30)]),
        ("ko", "사망자는 최소 12명", [("dead", 12)]),
        ("ko", "12명이 모였다", []),
        ("no", "12 personer ble drept og 30 skadd", [("dead", 12), ("injured", 30)]),
        ("pl", "Zginęło 12 osób, a 30 zostało rannych", [("dead", 12), ("injured", 30)]),
        ("ro", "12 persoane au murit și 30 au fost rănite", [("dead", 12), ("injured", 30)]),
        ("ru", "Погибли не менее 12 человек, 30 ранены", [("dead", 12), ("injured", 30)]),
        ("ru", "Полиция задержала 12 человек", [("arrested", 12)]),
        ("sv", "12 personer dödades och 30 skadades", [("dead", 12), ("injured", 30)]),
        ("tr", "12 kişi öldü, 30 kişi yaralandı", [("dead", 12), ("injured", 30)]),
        ("uk", "Загинули 12 людей, 30 поранено", [("dead", 12), ("injured", 30)]),
        ("vi", "12 người chết và 30 người bị thương", [("dead", 12), ("injured", 30)]),
        ("zh", "造成至少12人死亡，30人受伤", [("dead", 12), ("injured", 30)]),
        ("zh", "死者增至12人", [("dead", 12)]),
        ("zh", "12人死亡或受伤", []),
        ("zh", "12人参加", []),
        ("zh", "另有12人死亡", []),
        ("ja", "ほか12人が死亡した", []),
        ("ko", "다른 12명이 숨졌다", []),
        # A day, or a measure.
        ("cs", "Zahynuli 12. června na moři", []),
        ("da", "De døde 12. juni", []),
        ("de", "Es starben 12. Juni", []),
        ("de", "Es starben 12. Und das Meer blieb ruhig", [("dead", 12)]),
        ("fi", "Hän kuoli 12. kesäkuuta", []),
        ("ja", "死亡は6月12日", []),
        ("ko", "사망 6월 12일", []),
        ("pl", "Zginęło 12 lat temu", []),
        ("ru", "Погибли 12 июня", []),
        ("ru", "Погибли 12 часов назад", []),
        ("zh", "死亡6月12日", []),
        # A part of something, or a rate.
        ("en", "12 of the 20 people died", []),
        ("de", "12 der 20 Menschen starben", []),
        ("de", "Einer von 12 Menschen starb", []),
        ("de", "Der Sturm tötete 12 Menschen", [("dead", 12)]),
        ("es", "12 de las 20 personas murieron", []),
        ("es", "Una de cada 12 personas murió", []),
        ("es", "Murieron 12 personas", [("dead", 12)]),
        ("fr", "12 des 20 personnes sont mortes", []),
        ("fr", "Une personne sur 12 est morte", []),
        ("fr", "12 personnes sont mortes", [("dead", 12)]),
        ("it", "12 delle 20 persone sono morte", []),
        ("it", "Una persona su 12 è morta", []),
        ("it", "Sono morte 12 persone", [("dead", 12)]),
        ("nl", "12 van de 20 mensen stierven", []),
        ("nl", "Een op de 12 mensen stierf", []),
        ("nl", "Er stierven 12 mensen", [("dead", 12)]),
        ("pt", "12 das 20 pessoas morreram", []),
        ("pt", "Uma em cada 12 pessoas morreu", []),
        ("pt", "Morreram 12 pessoas", [("dead", 12)]),
        ("ru", "Погибли 12 из 20 человек", []),
    ],
)
def test_a_figure_counts_what_the_words_beside_it_say(code, text, expected):
    assert kinds(text, code) == expected


@pytest.mark.parametrize("code", ["de", "es", "fr", "it", "nl", "pt"])
def test_each_word_for_a_part_or_a_rate_makes_no_count(code):
    language = load(code)
    people, kind = printed(min(language.people), language), printed("xyzzy", language)
    dead = next(word for word, each in language.counted if each == "dead")
    assert kinds(f"{dead} 12 {people}", code) == [("dead", 12)]
    for link in language.part_links:
        assert kinds(f"{dead} 12 {link} 20 {kind}", code) == [], link
    for link in language.rate_links:
        for one in language.ones:
            assert kinds(f"{one} {link} 12 {people} {dead}", code) == [], (one, link)


@pytest.mark.parametrize("code", [code for code in CODES if load(code).measures and code != "en"])
def test_what_is_measured_is_not_counted(code):
    language = load(code)
    dead = next(word for word, each in language.counted if each == "dead")
    for measure in language.measures:
        assert [kind for kind, _ in kinds(f"{dead} 12 {measure}", code) if kind] == [], measure


def test_soldiers_are_not_compared_with_people():
    for code, text, noun in [
        ("de", "12 Soldaten wurden getötet", "soldaten"),
        ("ru", "Погибли 12 солдат", "солдат"),
        ("ru", "Погибли 12 человек", ""),
    ]:
        assert [each.noun for each in counts(text, load(code))] == [noun]


@pytest.mark.parametrize("code", CODES)
def test_words_for_days_and_last_times_are_resolved(code):
    language = load(code)
    friday = 739_415  # 13 June 2025
    dates_of = {-1: "2025-06-12", -2: "2025-06-11", -3: "2025-06-10"}
    dates_of |= {"month": "2025-05", "year": "2024"}
    for word, step in (*language.days, *language.last_times):
        text = joined("xyzzy", word, language=language)
        found = [each.date for each in times(text, friday, language)]
        assert found == ([dates_of[step]] if step else []), word
        if language.script not in DENSE:
            assert list(times(f"xyzzy{word}s", friday, language)) == [], word


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("ja", "一昨日の朝に沈んだ。", ["2025-06-11"]),
        ("ja", "一昨年に沈んだ。", []),
        ("ar", "غرقت العبارة أمس الأول.", ["2025-06-11"]),
        ("vi", "Phà chìm hồi tháng trước.", ["2025-05"]),
        ("vi", "Phà chìm ba tháng trước.", []),
        ("vi", "Phà chìm 3 tháng trước.", []),
        ("id", "Kapal kandas Senin pagi.", ["2025-06-09"]),
        ("id", "Kapal kandas Senin (2/6).", []),
        ("id", "Rapat akan digelar Senin.", []),
        ("el", "Το πλοίο προσάραξε την Τρίτη.", ["2025-06-10"]),
        ("el", "Το πλοίο θα φύγει την Τρίτη.", []),
        ("da", "Færgen gik på grund mandag.", ["2025-06-09"]),
        ("da", "Færgen sejler på mandag.", []),
        ("no", "Fergen gikk på grunn mandag.", ["2025-06-09"]),
        ("no", "Fergen skal seile mandag.", []),
        ("ru", "Паром сел на мель вчера.", ["2025-06-12"]),
        ("ru", "Паром отправится понедельник.", []),  # what lies ahead is not known
    ],
)
def test_a_word_for_a_time_has_a_date_only_if_it_is_certain(code, text, found):
    friday = 739_415  # 13 June 2025
    assert [each.date for each in times(text, friday, load(code))] == found


@pytest.mark.parametrize("code", ["en", "de", "es", "fr", "it", "nl", "pt", "da", "el", "id", "no"])
def test_weekdays_are_resolved_as_the_language_writes_them(code):
    language = load(code)
    friday = 739_415  # 13 June 2025
    for number, day in enumerate(language.weekdays):
        name = day.capitalize() if language.weekdays_capitalised else day
        found = [each.date for each in times(f"Xyzzy plugh {name}.", friday, language)]
        assert found == [f"2025-06-{9 + number if number < 5 else 2 + number:02}"], name


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("de", "Laut Polizei 12 Menschen verletzt", "Laut Polizei 15 Menschen verletzt"),
        ("de", "Er zahlte 3 Millionen Euro", "Er zahlte 3 Milliarden Euro"),
        ("it", "A Roma 12 persone sono morte", "A Roma 15 persone sono morte"),
        ("ru", "Погибли 12 человек", "Погибли 15 человек"),
        ("fr", "En juin 12 personnes sont mortes", "En juin 15 personnes sont mortes"),
    ],
)
def test_figures_that_differ_disagree(code, first, second):
    assert disagree(first, second, load(code))
    assert not disagree(first, first, load(code))


def test_what_is_the_same_in_digits_does_not_disagree():
    assert not disagree("Er zahlte 3 Millionen Euro", "Er zahlte 3.000.000 Euro", load("de"))
    assert not disagree("The firm 华为 moved north.", "The firm 华为 moved up.", load())
