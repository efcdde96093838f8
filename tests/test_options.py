"""Options of the library: what has no meaning is one clear error."""

import pytest

from summarize import OptionError, Summarizer

HUGE = 10**5000


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rank": HUGE}, "rank is too large; choose one of"),
        ({"rank": [HUGE]}, "rank is too large; choose one of"),
        ({"rank": "x" * 999}, f"rank is '{'x' * 59}; choose one of"),
        ({"focus": HUGE}, "focus is too large; give a text"),
        ({"focus": b"a\n"}, "focus is b'a"),
        ({"words": HUGE, "mmr_lambda": HUGE}, "mmr_lambda is too large; give"),
        ({"explain": 1}, "explain is 1; give True or False"),
        ({"explain": None}, "explain is None; give True or False"),
        ({"explain": [1, 2]}, "explain is [1, 2]; give True or False"),
        ({"explain": HUGE}, "explain is too large; give True or False"),
    ],
)
def test_what_is_not_an_option_is_one_line(options, message):
    with pytest.raises(OptionError) as caught:
        Summarizer(**options)
    assert str(caught.value).startswith(message)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("clusters", [None, 7, "text", Summarizer])
def test_clusters_that_are_not_a_list_are_refused_at_once(clusters):
    with pytest.raises(OptionError, match="; give a list of clusters"):
        Summarizer().summarize_many(clusters)
