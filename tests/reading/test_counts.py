from math import inf

import pytest

from summarize.languages import load
from summarize.reading.counts import counts

ENGLISH = load()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people were killed", [("12 people were killed", "dead", "")]),
        (
            "killing 12 and injuring 30",
            [("killing 12", "dead", ""), ("injuring 30", "injured", "")],
        ),
        ("12 dead, 30 wounded", [("12 dead", "dead", ""), ("30 wounded", "injured", "")]),
        ("Twelve were killed.", [("Twelve were killed", "dead", "")]),
        ("the deaths of 12 people", [("deaths of 12 people", "dead", "")]),
        ("The toll of the storm rose to 12.", [("toll of the storm rose to 12", "dead", "")]),
        ("The storm claimed 12 lives.", [("12 lives", "dead", "")]),
        ("all 217 people aboard sang", [("217 people", "", "people")]),
        ("12 U.S. soldiers died", [("12 U.S. soldiers died", "dead", "soldier")]),
        ("Police arrested 12 men.", [("arrested 12 men", "arrested", "men")]),
        ("The fire destroyed 12 houses.", [("destroyed 12 houses", "destroyed", "house")]),
        ("It cost $12 million.", [("$12 million", "", "$")]),
        ("It rose 12 percent.", [("12 percent", "", "%")]),
        ("Two bombs killed 12.", [("Two bombs", "", "bomb"), ("killed 12", "dead", "")]),
        ("killed when 12 robbers came", [("12 robbers", "", "robber")]),
        ("killed 12 miles away", [("12 miles", "", "mile")]),
        ("wounded in 12 places", [("12 places", "", "place")]),
        # What is not clear is not read.
        ("another 12 people died", []),
        ("12 more people died", []),
        ("12 of the dead", []),
        ("the first 12 victims", []),
        ("at 12 cents per bag", []),
        ("killed or wounded 12 people", []),
        ("one in 12 people died", []),
        ("three out of 12 people died", []),
        ("12 people were killed or wounded", []),
        ("died 12 days later", []),
        ("a 12-mile march", []),
        ("Flight 12 crashed.", []),
        ("12 in all", []),
    ],
)
def test_what_is_counted(text, expected):
    found = counts(text, ENGLISH)
    assert [(text[each.start : each.end], each.kind, each.noun) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("killed 12", 12, 12),
        ("killed 217", 216.5, 217.5),
        ("killed 1,500", 1450, 1550),
        ("killed at least 12", 12, inf),
        ("killed more than 12", 12, inf),
        ("killed up to 12", 0, 12),
        ("killed about 10", 8, 12),
        ("killed two dozen", 19.2, 28.8),
        ("40 houses", 39, 41),
    ],
)
def test_what_a_count_may_mean(text, least, most):
    (count,) = counts(text, ENGLISH)
    assert (count.least, count.most) == pytest.approx((least, most))
