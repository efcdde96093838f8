import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Article, Summarizer, quoted
from summarize.model import HIDDEN, shown, squeeze
from summarize.reading.plain import plain

# What is in the text, and what a reader sees of it.
SHOWN = {
    # Markdown
    "# The mill burns ##": "The mill burns",
    "> The mill\n> burned.": "The mill burned.",
    "It ==burned== ~~down~~.": "It burned down.",
    '"[We won](a/b), she said."': '"We won, she said."',
    "   ### The mill": "The mill",
    "The [old mill](https://a.example/x_(y)) burned.": "The old mill burned.",
    "The [old mill](<a b> 'The mill'), it burned.": "The old mill, it burned.",
    "See [the part below](#part).": "See the part below.",
    "![The mill, on fire](mill.jpg) It burned.": "It burned.",
    "[![fire](a.png)](b.html)It burned.": "It burned.",
    "![[mill.png]] It burned.": "It burned.",
    "The [[Old Mill|mill]] of [[Ann Ray]] burned.": "The mill of Ann Ray burned.",
    "The [mill][1] burned.\n\n[1]: https://a.example/mill 'x'": "The mill burned.",
    "The mill burned.[^1]": "The mill burned.",
    "**The mill** burned.": "The mill burned.",
    "It was ***not* clear**.": "It was ***not* clear**.",  # not Markdown
    "It was ***not*** clear.": "It was not clear.",
    "It was **quite *sure* then**, she said.": "It was quite sure then, she said.",
    "(**Note:** it _is_ __so__.)": "(Note: it is so.)",
    "**It burned.** She left.": "It burned. She left.",
    "**It\nburned** down.": "It burned down.",
    r"It cost 5\* and \[sic\] more.": "It cost 5* and [sic] more.",
    # notes
    "It burned.[1][2] She left.": "It burned. She left.",
    "It burned.[1]": "It burned.",
    "It burned.[3]:14 She left.": "It burned. She left.",
    "It burned,[4] she left.": "It burned, she left.",
    "The mill[12] burned.": "The mill burned.",
    "It burned.[a] She[who?] left.": "It burned. She left.",
    "“It burned.”[citation needed] She left.": "“It burned.” She left.",
    "It burned.[note 1] She[nb 2] left.": "It burned. She left.",
    "It burned.¹ She left.† He left.* So.(2)": "It burned. She left. He left. So.",
    "It burned.⁷ She left.§ He left.": "It burned. She left. He left.",
    "It burned. [1] She left.": "It burned. She left.",
    "It burned.[1]She left.": "It burned. She left.",
    "It burned.[dubious – discuss] She left.[ii]": "It burned. She left.",
    "It burned.[[2]](#cite_note-2) She left.": "It burned. She left.",
    # signs without width
    "The fer\u00adry left.\ufeff\u200b": "The ferry left.",
    "It burned.\u200bShe left.": "It burned. She left.",
    "Thurs\u00ad\nday it burned.": "Thursday it burned.",
    "no\u2060where \u200b in": "nowhere in",
    # a running report that lost its line ends
    "It burned.3:40 p.m.Police say it did.": "It burned. Police say it did.",
    "It burned!15:40The police say it did.": "It burned! The police say it did.",
    "It burned.3:40 PM Police say.": "It burned. Police say.",
    "Live:11 a.m.A mill burned.": "Live: A mill burned.",
    # words broken at line ends
    "The ever-\ngreen forest": "The ever-green forest",
    "The ever- \r\n  green forest": "The ever-green forest",
}
# What only looks like a mark.
ALL_SHOWN = [
    'He said "It ended." * Ann Ray said "It did." (1) So it ended (late). * An item',
    "5 * 3 * 2 is 30, said the 4* hotel.",
    "It was s***, he said, and f***ing late.",
    "He said [sic] that [the mayor] run[s] he[r mother] and particip[ants].",
    "“[T]he vote” and \"[The man] left\" and '[19] people died'.",
    "In [2019] it was [so] (they say).",
    "a_b_c and @_name_ and http://a.example/_x_/y",
    "The #1 song and #tag; # alone",
    "The vote [word](s) and [a]",
    "* an item\n* another item",
    "It left at 3:40 p.m. Police say so. The ratio is 3:2.",
    "He paid 10.30 to the U.S.A. team at 5pm.",
    "It was 3.40am. 3:40 was early.",
    "A clause - \nand another",
    "``LaTeX'' quotes and `backticks`",
    "[1] The first item.",
    r"It is at http:\\a.example\.b and C:\temp",
    "عادل\u200cها and न\u200dक",
]


@pytest.mark.parametrize(("text", "seen"), SHOWN.items())
def test_marks_are_not_shown(text, seen):
    assert quoted(text, 0, len(text)) == seen


@pytest.mark.parametrize("text", ALL_SHOWN)
def test_what_looks_like_a_mark_is_shown(text):
    assert plain(text) is text
    assert quoted(text, 0, len(text)) == squeeze(text)


PIECES = [*SHOWN, *ALL_SHOWN, "**", "*", "[", "](", "a/b)", "\n", "\n\n", HIDDEN, " ", "A"]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_every_character_has_its_place(text):
    seen = plain(text)
    assert len(seen) == len(text)
    assert all(b in (a, HIDDEN) or b.isspace() for a, b in zip(text, seen, strict=True))
    assert HIDDEN not in shown(seen)
    assert "  " not in shown(seen)


@given(st.text(alphabet="abc .,\n\rÀ", max_size=60))
def test_text_without_marks_is_squeezed(text):
    assert plain(text) is text
    assert shown(text) == squeeze(text)


def test_a_summary_can_be_checked_by_hand():
    text = (
        "# Mill burns down\n\n**The old [mill](https://a.example/mill) by the river burned down on "
        "Sunday night.**[1] Fire crews from *three* towns fought the blaze until noon."
    )
    summary = Summarizer(sentences=2).summarize([Article(text)])
    assert summary.headline.text == "Mill burns down"
    assert [sentence.text for sentence in summary.sentences] == [
        "The old mill by the river burned down on Sunday night.",
        "Fire crews from three towns fought the blaze until noon.",
    ]
    assert all(quoted(text, s.start, s.end) == s.text for s in summary.sentences)
