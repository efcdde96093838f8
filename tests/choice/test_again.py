import numpy as np
import pytest
from strategies import evidence, sentences

from summarize import summarize
from summarize.choice.select.again import Told
from summarize.languages import load
from summarize.model import Match

ENGLISH = load()
LEAD = "The council of Lunde approved the new bridge over the river on Monday."
ALIKE = "The council approved the bridge over the river, as Ann Poe had asked."
SAME = "It approved the bridge over the river."


def repeat(first, second, *, words, bigrams=None, cited=(), language=ENGLISH, **known):
    """What a candidate repeats after a pick; each is the first sentence of its article."""
    listed = sentences([first], [second])
    rows = np.array(words, float)
    told = Told(
        evidence(listed, rows=rows, weights=rows if bigrams is None else bigrams, **known), language
    )
    told.add(0, [Match(index, 0.5) for index in cited])
    return told.repeat(1, [])


def test_a_second_lead_that_adds_nothing_repeats_the_first():
    found = repeat(LEAD, ALIKE, words=[[1, 1, 1, 0], [1, 1, 0, 1]])
    assert (found.pick, found.adds) == (0, True)  # very alike, with a new name
    found = repeat(LEAD, SAME, words=[[1, 1, 1, 0], [1, 0, 0, 1]])
    assert (found.pick, found.adds) == (0, False)


@pytest.mark.parametrize(
    "second", ["It approved 12 bridges over the river.", "It heard Ann Poe speak of the bridge."]
)
def test_a_new_figure_or_name_is_something_new(second):
    assert repeat(LEAD, second, words=[[1, 1, 1, 1, 0, 0, 0, 0], [1, 0, 0, 0, 1, 1, 1, 1]]) is None


@pytest.mark.parametrize(
    ("code", "lead", "new", "old"),
    [
        ("ru", "Совет одобрил мост через реку.", "О мосте говорила Ольга.", "О мосте говорили."),
        ("el", "Το συμβούλιο ενέκρινε τη γέφυρα.", "Μίλησε η Άννα.", "Μίλησε η δήμαρχος."),
        (
            "cs",
            "Rada schválila most přes řeku.",
            "O mostu mluvil Šimon.",
            "O mostu mluvil starosta.",
        ),
        ("fr", "Le conseil a approuvé le pont.", "Le maire est Émile.", "Le maire est élu."),
    ],
)
def test_a_new_name_begins_with_a_capital_of_any_alphabet(code, lead, new, old):
    words = [[1, 1, 1, 0], [1, 0, 0, 1]]
    assert repeat(lead, new, words=words, language=load(code)).adds is True
    assert repeat(lead, old, words=words, language=load(code)).adds is False


def test_another_report_of_another_day_or_on_other_things_is_no_repeat():
    words = [[1, 1, 1, 0], [1, 0, 0, 1]]
    assert repeat(LEAD, SAME, words=words, day=[1, 9]) is None
    assert repeat(LEAD, SAME, words=[[1, 1, 0, 0], [0, 0, 1, 1]]) is None


def test_what_is_cited_for_a_pick_repeats_it():
    words = [[1, 0, 0], [0, 1, 1]]
    assert repeat(LEAD, "It rained.", words=words) is None
    assert repeat(LEAD, "It rained.", words=words, cited=[1]).adds is False


def test_a_candidate_is_doubted_once():
    listed = sentences([LEAD], [ALIKE])
    rows = np.array([[1, 1, 1, 0], [1, 1, 0, 1]], float)
    told = Told(evidence(listed, rows=rows, weights=rows), ENGLISH)
    told.add(0, [])
    assert told.repeat(1, []).adds
    assert told.repeat(1, []) is None


def test_a_sentence_waits_for_who_it_is_about():
    """A surname is shown only after a sentence that gives the name in full."""
    first = (
        "The old mill by the river in Lunde burned down on Sunday night, police said. Ann Poe, the "
        "owner of the mill, saw the smoke from her kitchen window across the river. Poe said the "
        "old mill by the river in Lunde had no water on Sunday night."
    )
    second = "The old mill by the river in Lunde burned on Sunday night after days of wind."
    for n in range(1, 4):
        texts = [sentence.text for sentence in summarize([first, second], sentences=n).sentences]
        assert not any(t.startswith("Poe") for t in texts) or any("Ann Poe" in t for t in texts)
