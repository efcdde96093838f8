import pytest

from summarize.choice.disagree import disagree
from summarize.languages import load

ENGLISH = load()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The bodies were found.", "Neither body was found.", True),
        ("He did not resign.", "He didn’t resign.", False),
        ("They won't pay.", "They will pay.", True),
        ("Tariffs fell to 30%.", "Tariffs peaked at 145%.", True),
        ("Tariffs fell from 145% to 30%.", "Tariffs peaked at 145%.", False),
        ("At least 1,200 died.", "Hundreds died.", False),
        ("It cost 1,200.", "It cost 1.200.", False),
        ("The note was found.", "Notice of it was found.", False),
        ("It was 5. Then it was 3,000, and", "There were 3000 of 5.", False),
        ("It cost 1.5 million.", "It cost 1,500,000.", False),
        ("Twelve people died.", "12 people died.", False),
        ("Six people died.", "Eight people died.", True),
        ("The two sides agreed.", "They met for 5 days.", False),
        ("All 12 aboard, two of them pilots,", "Of the twelve aboard, 3 fled.", False),
        ("He won stage 13 of the Tour of 2007.", "He won stage 15 of the Tour of 2007.", True),
        ("He won stage 13, aged 30.", "He won stage 15, aged 30.", True),
        ("He won stage 13, not stage 12.", "He won stage 12.", True),  # one negates
        ("Flights 12 and 15 left.", "Flight 12 left on page 15.", False),
        ("Flight 12 left on time.", "It is described in chapter 3.", False),
        ("Flight 12 and flight 15 left.", "Flight 15 left.", False),
        ("Twelve people fled, two of them hurt.", "14 people fled, two of them hurt.", True),
        ("About 12 people fled, two of them hurt.", "14 people fled, two of them hurt.", False),
        ("Of 12 boats 3 boats sank on June 5.", "Of 12 boats 4 boats sank on June 5.", False),
        ("Both 12 boats and 3 cars sank.", "The 12 boats and 5 carts sank.", False),
        ("The No. 2 official met them.", "The official met them.", False),
    ],
)
def test_negation_and_figures_decide_whether_two_texts_disagree(first, second, expected):
    assert disagree(first, second, ENGLISH) is expected
    assert disagree(second, first, ENGLISH) is expected
