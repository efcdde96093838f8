"""The word lists of all languages: complete, clean, and distinct enough to tell them apart."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest
import Stemmer
from reports import TIER_A

from summarize.languages import Language, codes, load
from summarize.reading.figures import DENSE
from summarize.reading.lean import leans

FOLDER = Path(__file__).parents[2] / "summarize" / "languages"
SENTENCES = Path(__file__).parents[1] / "reading" / "splits"
CODES = [code for code in codes() if code != "und"]

# What every language has; without a list, its rule is off.
EVERYWHERE = """
stop_words pronouns connectives negations personal months weekdays scales percents vague
lower_bounds upper_bounds people agencies speech_verbs common counted count_links rest
metadata
"""
TIER_A_ONLY = """
abbreviations titles collocations sentence_starters ahead before_other_days reaching part_links
rate_links ones number_names publishing comments time_words time_pronouns headings sentence_words
definite articles complements particles name_prefixes aliases persons last_times
"""
# Words as they are written.
AS_WRITTEN = {"agencies", "aliases", "groups", "abbreviations"}
# Words in the letters of their language, and in no other: a Latin "a" in a Cyrillic word is lost.
IN_OWN_LETTERS = ("stop_words", "pronouns", "connectives", "negations", "months", "common", "days")
LETTERS = {
    "Han": ("CJK", "IDEOGRAPHIC"),
    "Hiragana": ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA"),
}


def raw(code):
    def pairs(items):
        assert len(items) == len({key for key, _ in items})
        return dict(items)

    text = (FOLDER / code / "words.json").read_text(encoding="utf-8")
    return json.loads(text, object_pairs_hook=pairs)


def test_each_language_has_a_folder():
    assert len(CODES) == 28
    assert set(CODES) > TIER_A
    assert raw("und") == {}


@pytest.mark.parametrize("code", CODES)
def test_lists_are_known_and_complete(code):
    lists = raw(code)
    language = load(code)
    known = {field.name for field in fields(Language)} | {"source", "name", "holidays"}
    assert set(lists) <= known - {"calendar", "english_name"}
    needed = EVERYWHERE + (TIER_A_ONLY if code in TIER_A else "")
    assert [key for key in needed.split() if not getattr(language, key)] == []
    # Numerals of Chinese characters are read by their values.
    assert bool(language.numbers) == (language.script not in DENSE)
    assert "copied from no list" in lists["source"]
    assert language.decimal in {",", "."}
    assert language.decimal not in language.groups
    assert language.stemmer in {"", *Stemmer.algorithms()}
    assert len(set(language.months)) == 12
    assert len(set(language.weekdays)) == 7
    assert {step for _, step in language.days} <= {-1, -2, -3}
    assert {unit for _, unit in language.last_times} <= {"month", "year", ""}
    assert set(lists.get("titles", ())).isdisjoint(lists.get("abbreviations", ()))
    assert language.titles <= language.abbreviations
    assert all(value <= 90 for _, value in language.numbers)


@pytest.mark.parametrize("code", CODES)
def test_words_are_in_lower_case_and_given_once(code):
    for key, values in raw(code).items():
        if not isinstance(values, list | dict) or key in AS_WRITTEN:
            continue
        flat = [word for each in values for word in ([each] if isinstance(each, str) else each)]
        if key != "collocations":
            assert [word for word, n in Counter(flat).items() if n > 1] == [], key
        assert [word for word in flat if word != word.lower() or word != word.strip()] == [], key
        assert [word for word in flat if unicodedata.normalize("NFC", word) != word] == [], key


@pytest.mark.parametrize("code", CODES)
def test_words_are_in_the_letters_of_their_language(code):
    language = load(code)
    prefixes = LETTERS.get(language.script, (language.script.upper(),))
    for key in IN_OWN_LETTERS:
        for entry in getattr(language, key):
            word = entry[0] if isinstance(entry, tuple) else entry
            letters = [sign for sign in word if sign.isalpha() and sign != "ー"]
            assert all(unicodedata.name(sign).startswith(prefixes) for sign in letters), word


@pytest.mark.parametrize("code", CODES)
def test_common_words_are_distinct_from_those_of_each_other_language(code):
    """Neighbours such as Danish and Norwegian have many in common, but not all."""
    common = load(code).common
    assert 90 <= len(common) <= 130
    for other in CODES:
        assert other == code or len(common - load(other).common) >= 30, other


@pytest.mark.parametrize("code", CODES)
def test_common_words_recognise_their_language(code):
    """In 20 or 40 labelled sentences, more words are among its own commonest than of any other."""
    text = (SENTENCES / f"{code}.txt").read_text(encoding="utf-8").lower()
    words = [word.strip('.,:;!?"«»„“”') for word in text.split()]
    words = [*"".join(words)] if load(code).script in LETTERS else words
    votes = Counter({each: sum(word in load(each).common for word in words) for each in CODES})
    (best, most), (_, second) = votes.most_common(2)
    assert best == code
    assert most > second


@pytest.mark.parametrize(
    ("code", "text", "leaning"),
    [
        ("de", "Diesen Montag stellte der Rat den Plan vor.", False),
        ("de", "Dabei starben zwei Menschen am Fluss.", True),
        ("es", "Este lunes, el gobierno presentó su plan.", False),
        ("es", "Este plan fue presentado por el gobierno.", True),
        ("fr", "Ce mois-ci, la banque ferme ses portes.", False),
        ("fr", "En outre, la ville paiera le pont.", True),
        ("it", "Questo lunedì il governo ha presentato il piano.", False),
        ("it", "Lui si è dimesso dopo il voto.", True),
        ("nl", "Deze maandag presenteerde de regering het plan.", False),
        ("nl", "Bovendien betaalt de stad de brug.", True),
        ("pt", "Neste ano, a cidade constrói uma ponte.", False),
        ("pt", "Ele renunciou depois da votação.", True),
        ("ru", "В этом году город строит мост.", False),
        ("ru", "По его словам, мост закрыт.", True),
        ("cs", "V tomto roce město staví most.", False),
        ("cs", "Podle něj je most zavřený.", True),
        ("ar", "هذا العام تبني المدينة جسرا.", False),
        ("ar", "ومع ذلك رفض الوزير الخطة.", True),
        ("hi", "इस साल शहर पुल बनाएगा।", False),
        ("hi", "इसके अलावा शहर पैसे देगा।", True),
    ],
)
def test_words_show_which_sentences_lean(code, text, leaning):
    assert leans(text, load(code)) is leaning
