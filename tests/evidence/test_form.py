import pytest

from summarize.evidence.form import form
from summarize.evidence.tokens import tokens
from summarize.languages import load
from summarize.weights import Weights

ENGLISH, WEIGHTS = load(), Weights()
FULL = "The council approved the new bridge on Monday."


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("The bridge cost 12 million dollars.", WEIGHTS.figure),
        ("The mayor said the bridge was dear.", WEIGHTS.speech),
        ("The mayor said the bridge cost 12 million.", WEIGHTS.figure * WEIGHTS.speech),
        ("The bridge was opened by the mayor.", 1),
    ],
)
def test_figures_count_for_more_and_speech_for_less(text, worth):
    words = tokens([FULL, text, "12 titles said"], ENGLISH)
    assert form(words.first(2), ENGLISH, WEIGHTS).tolist() == pytest.approx([1, worth])
