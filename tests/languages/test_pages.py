"""What pages say about themselves is found in each language, and what reports say is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.languages import codes, load
from summarize.languages.phrases import phrases
from summarize.reading.clean.datelines import dateline
from summarize.reading.clean.patterns import Detector, closing_note, names_agency, patterns

CODES = [code for code in codes() if code != "und"]
CASES = [
    line.split(" ", 2)
    for line in (Path(__file__).parent / "pages.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("code", "sign", "text"), CASES)
def test_page_phrase(code, sign, text):
    detector = Detector(text, load(code))
    found = detector.page_rule(0, len(text)) or detector.credit_rule(0, len(text))
    assert (found is not None) == (sign == "+")


def test_each_language_has_phrases_and_controls():
    assert {code for code, sign, _ in CASES if sign == "+"} == set(CODES) - {"en"}
    assert {code for code, sign, _ in CASES if sign == "-"} == set(CODES) - {"en"}


@pytest.mark.parametrize("code", CODES)
def test_every_pattern_compiles_and_its_word_can_be_in_a_text(code):
    own = patterns(code)
    for _, pattern in own.starts:
        assert own.compiled(pattern).match("") is None
    for _, word, _, pattern in own.anywhere:
        assert word == word.lower()
        assert own.compiled(pattern).search("") is None
    for pattern in (own.agency_note, own.newsroom, own.byline):
        assert own.compiled(pattern).search("") is None


@pytest.mark.parametrize("code", CODES)
def test_agencies_are_known_in_datelines_and_after_reports(code):
    """In brackets before and after a report, by the long and by the short name."""
    language = load(code)
    for name, _ in language.agencies:
        if name.endswith(".") or len(name.lower()) > len(name):  # "İ" is two in lower case
            continue
        assert names_agency(name, language), name
        assert closing_note(f"The talks go on. ({name})", language) == len(name) + 2
    assert not names_agency("NYSE", language)


def test_language_without_phrases_has_none():
    assert phrases("und") == phrases("xx")
    assert Detector("Alle Rechte vorbehalten.", load("und")).page_rule(0, 24) is None


HOSTILE = ["a ", "lesen sie ", "photo : ", "(foto ", "www.", "© ", "publié le 1 ", "abonnez-vous "]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("code", ["de", "es", "fr", "it", "nl", "pt", "zh"])
def test_hostile_sentences_are_matched(code, unit):
    """No repeat in a pattern is without a bound: these are only text."""
    text = unit * (20_000 // len(unit))
    detector = Detector(text, load(code))
    detector.page_rule(0, len(text))
    detector.credit_rule(0, len(text))


@pytest.mark.parametrize(
    ("code", "head", "report"),
    [
        ("es", "Madrid, 11 jun (EFE).- ", "El gobierno presentó su plan."),
        ("fr", "PARIS, 11 juin (Reuters) - ", "Le maire a démissionné."),
        ("pt", "Lisboa, 11 jun 2025 (Lusa) – ", "O governo apresentou o plano."),
        ("de", "Berlin (dpa) - ", "Der Rat stellte den Plan vor."),
        ("cs", "Praha (ČTK) - ", "Vláda schválila plán."),
        ("ar", "القاهرة (رويترز) - ", "أعلن الرئيس الخطة."),
        ("es", "", "El plan de mayo (EFE) salió."),
        ("fr", "", "Le plan du maire (AFP) a échoué."),
    ],
)
def test_datelines_with_agencies_and_months_of_the_language(code, head, report):
    text = head + report
    assert dateline(text, 0, len(text), load(code), is_first=True) == len(head)
