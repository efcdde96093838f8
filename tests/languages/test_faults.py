"""What went wrong in a language when it was read by English rules, each with a control."""

import pytest

from summarize import Article, summarize
from summarize.choice.disagree import disagree
from summarize.languages import load
from summarize.reading.figures import dates, figures
from summarize.reading.judge import fault
from summarize.reading.lean import find_words, leans
from summarize.reading.names import name_words


@pytest.mark.parametrize(
    ("code", "text", "denied"),
    [
        ("de", "Der Pilot wurde gefunden.", "Der Pilot wurde nicht gefunden."),
        ("fr", "Le pilote a parlé.", "Le pilote n'a pas parlé."),
        ("es", "El piloto habló ayer.", "El piloto no habló ayer."),
        ("cs", "Pilot byl nalezen.", "Pilot nebyl nalezen."),
        ("ru", "Пилота нашли вчера.", "Пилота не нашли вчера."),
        ("hi", "पायलट मिला।", "पायलट नहीं मिला।"),
        ("ar", "عثر على الطيار.", "لم يعثر على الطيار."),
        ("zh", "飞行员已经找到。", "飞行员没有找到。"),
        ("ja", "操縦士は見つかった。", "操縦士は見つからなかった。"),
        ("he", "הטייס נמצא אתמול.", "הטייס לא נמצא אתמול."),
        ("en", "The pilot was found.", "The pilot wasn’t found."),
    ],
)
def test_a_negation_disagrees(code, text, denied):
    language = load(code)
    assert disagree(text, denied, language)
    assert not disagree(text, text, language)
    assert not disagree(denied, denied, language)


def test_english_negations_are_words_of_no_other_language():
    assert not disagree("Il no. 5 arriva.", "Il numero 5 arriva.", load("de"))
    assert not disagree("Wir reden never.", "Wir reden.", load("de"))
    assert not disagree("No. 5 left.", "Number 5 left.", load())


def test_without_negations_unequal_figures_disagree():
    unknown = load("und")
    assert disagree("kuna meli 5 na watu 12", "kuna meli 5 na watu 15", unknown)
    assert not disagree("kuna meli 5 na watu 12", "kuna watu 12 na meli 5", unknown)
    assert not disagree("kuna watu 12", "kuna watu", unknown)
    assert not disagree("It has 5 ships and 12 men.", "It has 5 ships and 15 flags.", load())


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("de", "Es kostete 1.234,5 Euro.", [1234.5]),
        ("de", "80.000 Menschen flohen.", [80000]),
        ("fr", "Il a coûté 1 234,5 euros.", [1234.5]),
        ("fr", "1\u202f234 euros", [1234]),
        ("en", "It cost 1,234.5 euros.", [1234.5]),
        ("ar", "قتل ١٬٢٣٤ شخصا", [1234]),
        ("hi", "१७२३ लोग मारे गए", [1723]),
        ("zh", "三十五名乘客获救", [35]),
        ("zh", "死者12人", [12]),
        ("zh", "损失3亿元", [300_000_000]),
        ("und", "80,000 · 12", [80000, 12]),
    ],
)
def test_figures_are_read_by_the_convention_of_the_language(code, text, values):
    assert [figure.value for figure in figures(text, load(code))] == values


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "on June 11, 2025", ["June 11"]),
        ("fr", "le 11 juin 2025", ["11 juin"]),
        ("de", "am 11. Juni", ["11. Juni"]),
        ("de", "am 11.06.2025", ["11.06.2025"]),
        ("es", "el 11 de junio de 2025", ["11 de junio"]),
        ("ru", "11 июня 2025 года", ["11 июня"]),
        ("zh", "2025年6月11日", ["2025年6月11日"]),
        ("ja", "6月11日に", ["6月11日"]),
        ("ko", "6월 11일", ["6월 11일"]),
        ("fr", "le 11 janv", []),
        ("de", "3.14.2025", []),
    ],
)
def test_a_month_and_a_day_are_read(code, text, found):
    read = list(dates(text, load(code)))
    assert [text[date.start : date.end] for date in read] == found
    assert {date.value for date in read} <= {5 * 31 + 11}


@pytest.mark.parametrize(
    ("code", "leaning", "plain"),
    [
        ("fr", "Il a expliqué que le vent était fort.", "Le maire a expliqué la décision."),
        ("de", "Er sagte, der Wind sei stark.", "Der Bürgermeister lobte die Helfer."),
        ("es", "Sin embargo, el barco se hundió.", "El barco se hundió el lunes."),
        ("ru", "Он сказал, что ветер был сильным.", "Мэр сказал, что ветер был сильным."),
        ("zh", "但是市长没有同意。", "市长没有同意这个计划。"),
        ("ja", "しかし市長は同意しなかった。", "市長は計画に同意しなかった。"),
        ("it", "Inoltre l'isola era vuota.", "L'isola era vuota dopo il temporale."),
    ],
)
def test_what_leans_on_the_sentence_before(code, leaning, plain):
    language = load(code)
    assert leans(leaning, language)
    assert not leans(plain, language)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Her mit dem Geld, so rief der Mann in der Bank am Montag."),
        ("it", "No al ponte, ha votato il consiglio della città lunedì sera."),
        ("nl", "Me dunkt dat de burgemeester van de stad gelijk heeft gekregen."),
        ("pl", "I tak rada miasta zatwierdziła nowy most w poniedziałek wieczorem."),
    ],
)
def test_english_words_refuse_nothing_in_another_language(code, text):
    assert fault(text, load(code)) is None


def test_elisions_are_words_of_their_own():
    assert find_words("L'homme qu’il voit", load("fr")) == ["L'", "homme", "qu'", "il", "voit"]
    assert find_words("It's the man's", load()) == ["It's", "the", "man's"]


def test_a_capital_is_no_name_where_all_nouns_have_one():
    assert name_words("Der Bürgermeister Lunde traf Anna Berg.", load("de")) == (set(), set())
    assert name_words("The mayor met Anna Berg.", load())[0] == {"Berg"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        # An article of one paragraph whose end is a credit, in scripts with ends of their own.
        (("Լաստանավը երկուշաբթի առավոտյան խրվեց կղզու նավահանգստի մոտ։ Բոլոր ուղևորները փրկվել են, "
         "հայտնել է առափնյա պահպանությունը։ Լուսանկարը՝ ափից"), 2),
        ("ጀልባዋ ሰኞ ጠዋት በደሴቱ ወደብ አቅራቢያ በአሸዋ ላይ ቆመች። ተሳፋሪዎች ሁሉ ድነዋል ብሏል የባህር ጠባቂው። ፎቶ ከባህር", 2),
        (("ကူးတို့သင်္ဘောသည် တနင်္လာနေ့ နံနက်က ကျွန်းဆိပ်ကမ်းအနီးတွင် သောင်တင်ခဲ့သည်။ "
         "ခရီးသည်အားလုံး ဘေးကင်းစွာ ကယ်ဆယ်ခံရသည်။ ဓာတ်ပုံ"), 2),
    ],
)  # fmt: skip
def test_an_article_of_one_paragraph_is_not_thrown_away_for_its_end(text, kept):
    summary = summarize([text])
    assert len(summary.sentences) >= kept


def test_prose_without_stops_is_body_and_a_heading_is_not():
    title = "เรือเฟอร์รีเกยตื้น"
    body = "เรือเฟอร์รีเกยตื้นใกล้ท่าเรือของเกาะเมื่อเช้าวันจันทร์และผู้โดยสารทั้งหมดได้รับการช่วยเหลือ"
    summary = summarize([f"{title}\n\n{body}"])
    assert (summary.headline.text, summary.text) == (title, body)


def test_right_to_left_text_has_its_direction_on_the_page():
    text = "המעבורת עלתה על שרטון סמוך לנמל האי ביום שני בבוקר, וכל הנוסעים חולצו. " * 4
    page = summarize([Article(text, title="המעבורת עלתה על שרטון")], lang="he").to_html()
    assert '<html lang="he">' in page
    assert '<p lang="he" dir="auto">המעבורת' in page
    assert '<h1 lang="he" dir="auto">המעבורת' in page
