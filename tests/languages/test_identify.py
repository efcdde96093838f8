"""Which language articles are in, and what becomes of those in another one."""

import pytest
from reports import REPORTS

from summarize import Article, Summarizer, summarize
from summarize.errors import OptionError
from summarize.languages import codes, load
from summarize.languages.identify import FEWEST_LETTERS, find, identify

ENGLISH = [
    (
        "The ferry that was on its way to the island ran aground on Monday near the harbour. The "
        "coast guard said that all of the 35 passengers were taken off, and that nobody was hurt."
    ),
    (
        "A ferry with 35 passengers ran aground on Monday near the harbour of the island. All of "
        "them were taken off by the coast guard, which said that nobody was hurt in the accident."
    ),
]
# Related languages without a folder are taken for those that they resemble; these are not.
UNKNOWN = {
    "Swahili": "Kivuko kilikwama Jumatatu asubuhi karibu na bandari ya kisiwa na abiria wote "
    "waliokolewa. Nahodha alisema kwamba upepo ulikuwa mkali sana na kwamba meli haikuweza "
    "kusimama kwa wakati. Meya wa jiji alitangaza kwamba kutakuwa na uchunguzi.",
    "Latin": "Quisque nibh elit, varius nec lobortis vel, consequat vitae ante. " * 5,
    "figures": "12 34 56 78 " * 100,
    "emoji": "🚢🌊 " * 200,
    "noise": "tlie fcrrv rnn agrouncl nn Mondny nenr thc harbonr, sald tne coost gnard. " * 4,
    "nothing": "",
}


@pytest.mark.parametrize("code", [code for code in REPORTS if code != "th"])
def test_a_report_is_in_its_language(code):
    assert identify(" ".join(REPORTS[code])) == code


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_in_doubt_no_language_is_named(text):
    assert identify(text) == "und"


def test_a_short_text_is_in_english_or_in_none():
    german = REPORTS["de"][0][: FEWEST_LETTERS // 2]
    assert (identify(ENGLISH[0][:60]), identify(german)) == ("en", "und")


def test_short_articles_are_identified_together():
    sentences = [part + "." for report in REPORTS["de"] for part in report.split(".")[:2]]
    assert [identify(sentence) for sentence in sentences] == ["und"] * len(sentences)
    assert find([*map(Article, sentences)]).main == "de"


def test_every_language_has_what_identification_needs():
    for code in codes()[:-1]:
        language = load(code)
        assert language.script
        assert len(language.common) >= 90


def test_articles_in_another_language_are_listed_and_skipped():
    articles = [*ENGLISH, REPORTS["de"][0], REPORTS["th"][0]]
    summary = summarize(articles)
    assert summary.language == "en"
    assert [each.language for each in summary.documents[:2]] == ["en", "en"]
    assert {(each.language, each.skipped) for each in summary.documents[2:]} == {
        ("de", "in another language: German"),
        ("und", "in another language: an unknown language"),
    }
    assert {sentence.document for sentence in summary.sentences} <= {1, 2}
    (warning,) = (each for each in summary.warnings if each.code == "mixed_language")
    assert warning.message == "articles 3, 4 are not in English, as most are, and are skipped"
    assert summary.verify(articles) == []


def test_the_main_language_is_that_of_most_letters():
    assert find([*map(Article, [ENGLISH[0], *REPORTS["de"]])]).main == "de"
    assert find([*map(Article, [*ENGLISH, REPORTS["ru"][0]])]).others == {2}


def test_the_language_that_is_given_holds_for_all():
    summary = Summarizer(lang="de").summarize(ENGLISH)
    assert (summary.language, {each.language for each in summary.documents}) == ("de", {"de"})
    assert "|lang:de|" in summary.signature
    assert [each.message for each in summary.warnings if each.code == "language"] == [
        "the articles look like English and are read as German"
    ]
    assert summary.verify(ENGLISH) == []


def test_a_language_that_is_not_known_is_a_warning():
    summary = summarize([UNKNOWN["Swahili"]])
    assert summary.language == "und"
    assert "language" in {each.code for each in summary.warnings}
    assert "language" not in {each.code for each in summarize(ENGLISH).warnings}


@pytest.mark.parametrize("lang", ["xx", "", "EN", None, 3])
def test_an_unknown_code_names_the_known_ones(lang):
    with pytest.raises(OptionError, match=r"choose one of auto, ar, cs, da, de, .*, zh, und"):
        Summarizer(lang=lang)


def test_a_signature_has_no_language_unless_one_is_given():
    assert "|lang:" not in Summarizer().signature


@pytest.mark.parametrize(
    "text",
    [
        "🚢🌊" * 50,
        "Die Fähre sank vor der Insel am Montag um acht.",
        f"{ENGLISH[0]} {REPORTS['de'][0]}",
        "Parom sel na mel v ponedelnik utrom, i vse passazhiry byli spaseny, soobshchila okhrana. "
        * 3,
        *UNKNOWN.values(),
    ],
)
def test_bad_input_gives_a_summary_or_a_warning(text):
    summary = summarize([text])
    assert summary.sentences or "empty" in {each.code for each in summary.warnings}
    assert summary.verify([text]) == []
