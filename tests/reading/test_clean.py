"""Cleaning: what is marked as what, on invented news in the shapes that real pages have."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages import load
from summarize.languages.phrases import phrases
from summarize.model import Article, Kind, squeeze
from summarize.reading.clean import clean
from summarize.reading.clean.patterns import closing_note, patterns
from summarize.reading.plain import plain
from summarize.reading.stops import find_stops

ENGLISH = load("en")

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parents[1] / "seeds").glob("*.txt"))
PROSE = "The harbour council approved the new ferry line on Monday after a long debate."
MORE = "Two members voted against it, and one said the price was far too high."
LAST = "Work on the piers begins in May and should end before the winter storms."


def cleaned(article):
    text = plain(article.text)
    return clean(article, text, find_stops(text), ENGLISH)


def marks(text, title=None):
    """One pair of kind and squeezed text a block."""
    document = cleaned(Article(text=text, title=title))
    return [(block.kind.value, squeeze(text[block.start : block.end])) for block in document.blocks]


def bodies(text, title=None):
    return [words for kind, words in marks(text, title) if kind == "body"]


JUNK_LINES = [
    "Menu",
    "|   Politics",
    "• Market Data",
    "Close",
    "Welcome to PortTimes",
    "NEWS DESK",
    "PRESS UPDATE",
    "Advertisement",
    "ADVERTISEMENT Continue reading the main story",
    "Story continues below",
    "Story Continued Below.",
    "Read more",
    "Read more: Ferry line divides the old town.",
    "Related: Who pays for the piers?",
    "RELATED Ferry plan faces a vote on Monday.",
    "More from Port Daily",
    "Sign up for our daily harbour briefing.",
    "Sign up for daily updates for the most important\nstories unfolding in the harbour.",
    "Get breaking news alerts and special reports.",
    "Get the day's top stories in your inbox every morning.",
    "Subscribe to our newsletter.",
    "Thank you for subscribing.",
    "Please verify you're not a robot by clicking the box.",
    "We use cookies to improve your experience on this site.",
    "By continuing to use this site you accept our use of cookies.",
    "Your browser does not support the audio element.",
    "Please enable Javascript to watch this video",
    "Click here to see all pictures of the harbour.",
    "Share this story on Facebook or send it to a friend.",
    "Facebook Twitter Pinterest Email",
    "Follow @portdaily on Twitter.",
    "Follow Ana Lopes on Twitter for more ferry news.",
    "Like Port Daily on Facebook and join the conversation.",
    "Tweet with a location",
    "You can add location information to your Tweets, such as your city. Learn more",
    "The Internet Archive discovers and captures web pages through many different web crawls.",
    "These crawls are part of an effort to archive pages as they are created.",
    "Copyright 2025 Port Daily. All rights reserved.",
    "© 2025 Port Daily.",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "4 min read",
    "12-minute read",
    "Reading time: 3 minutes",
    "Share this with",
    "Share on",
    "FOR IMMEDIATE RELEASE",
    "Press Release",
    "EMBARGOED until June 12, 2025, 9 a.m.",
    "Watch the whole debate of the council (video).",
    "Listen to this article 5 minutes",
    "Terms of Use Privacy Policy",
    "Published 3 hours ago",
    "(Reporting by Ana Lopes; Editing by Tom Hale)",
    "Additional reporting by Ana Lopes and Tom Hale.",
    "Port Daily writer Ana Lopes contributed to this report.",
    "Ana Lopes can be reached at 555-0100.",
    "Contact the newsroom at desk@portdaily.example.",
    "This story was originally published on Monday.",
    "This article has been updated to correct a name.",
    "Editor's note: The price of the piers has been corrected.",
    "Updated 3:14 PM ET",
    "Updated 3:14 p.m. ET, Tuesday.",
    "Tuesday, October 16, 2018",
    "June 11, 2025.",
    "Photo: The new ferry at the pier.",
    "The new ferry leaves the pier on Monday. (AP Photo/Ana Lopes)",
    "FILE - In this May 4, 2021 file photo, a ferry leaves the pier in the harbour.",
    "The ferry at dawn. Photograph: Ana Lopes/Reuters",
    "CLOSE A ferry leaves the pier for the first time. Video by Port Daily",
    "Comments are closed on this story.",
    "Do you have a tip for our reporters? Tell us.",
    "Ferries 3, Bridges 1",
    "PORT 12.40 +0.35 | DOCK 8.10 -1.20 | PIER 3.00",
    "___",
    "* * *",
]

PROSE_LINES = [
    "He died.",
    "“We will appeal,” said the mayor, who had promised the line two years ago.",
    "“Why now?” she asked. “Nobody wanted it.”",
    'The mayor put it like this: "Nobody wanted it."',
    "Asked about the price on Monday, the mayor of the old town said:",
    "“It is a little unsettling when it happens this close to home,” he said",
    "More than 100 people came to the pier.",
    "Share prices fell after the vote.",
    "Follow-up talks are planned for June.",
    "Signs along the pier warn of the tide.",
    "The company sent its privacy policy to the council for review.",
    "A video of the collision was posted on Twitter by a passenger.",
    "Photographs of the pier were shown to the judge.",
    "Click, the owner of the ferry firm, denied the charge.",
    "Related companies paid most of the bill.",
    "Published data show that ferries are late one day in five.",
    "Copies of the contract were leaked to the council.",
    "The report was published online in a journal of engineering.",
    "The site, www.ferryline.example, had crashed under the load.",
    "Barack Obama met Angela Merkel in Berlin.",
    "U.S. Commerce Secretary Jane Roe said the line would open on Jan. 5.",
    "Le conseil a approuvé le projet lundi. « Nous sommes prêts », a dit le maire.",
    "Rada v pondělí schválila novou linku. Práce začnou v květnu.",
    "המועצה אישרה ביום שני את הקו החדש. העבודות יתחילו במאי.",
    "市议会星期一批准了新的渡轮航线。工程将于五月开始。",
]


@pytest.mark.parametrize("line", JUNK_LINES)
def test_what_a_page_says_about_itself_is_not_body(line):
    found = bodies(f"{PROSE}\n\n{MORE}\n\n{line}\n\n{LAST}")
    assert found == [PROSE, MORE, LAST]


@pytest.mark.parametrize("line", JUNK_LINES)
def test_the_same_at_the_end_of_the_page_is_not_body(line):
    assert bodies(f"{PROSE}\n\n{line}") == [PROSE]


@pytest.mark.parametrize("line", PROSE_LINES)
def test_prose_amid_prose_is_body(line):
    assert bodies(f"{PROSE}\n\n{line}\n\n{LAST}") == [PROSE, line, LAST]


@pytest.mark.parametrize("line", ["Get breaking news alerts and special reports.", "Read more."])
def test_a_sentence_of_junk_is_cut_out_of_a_paragraph(line):
    assert marks(f"{PROSE} {line} {MORE}") == [
        ("body", PROSE),
        ("boilerplate", line),
        ("body", MORE),
    ]


def test_what_is_left_in_a_box_of_junk_belongs_to_the_box():
    box = "Invalid email address. Nothing here. Thank you for subscribing. Please try again later."
    assert bodies(f"{PROSE}\n\n{box}") == [PROSE]


DATELINES = [
    "LONDON (Reuters) -",
    "LONDON:",
    "LONDON, June 11 (AP) --",
    "NEW YORK —",
    "PARIS, Nov. 3 (Xinhua) --",
    "PORT HALE, Maine -",
    "(CNN) -",
    "(CNN)",
    "Sycamore, Illinois (CNN)",
    "MOSCOW _",
    "MAPUTO, Mozambique (AP) --",
    "MONDAY, Jan. 25, 2016 (HealthDay News) --",
    "By JANE DOE, Associated Press Writer LONDON (AP) --",
    "SÃO PAULO —",
    "Porto –",
    "Port Hale, Maine —",
    "Port Hale, June 11 --",
    "Porto (LUSA) –",
    "PORT HALE, Maine (WAAA/WBBB) –",
    "PORTO, June 11, 2025 /NewsPost/ --",
    "PORTO, 4:15 p.m. —",
    "Updated 16:15 –",
    "PORTO",
    "PORTO, Portugal",
    "PORT HALE, June 11",
]


@pytest.mark.parametrize("place", DATELINES)
def test_the_body_starts_after_a_dateline(place):
    assert marks(f"{place} {PROSE}") == [("byline", place), ("body", PROSE)]


@pytest.mark.parametrize("place", ["LONDON:", "NEW YORK (AP) --", "CAIRO |"])
def test_a_dateline_may_be_on_a_line_of_its_own(place):
    assert marks(f"{place}\n{PROSE}\n\n{MORE}")[:2] == [("byline", place), ("body", PROSE)]


@pytest.mark.parametrize(
    "sentence",
    [
        "NASA: the final frontier opened on Monday.",
        "Apple — the maker of the phone — said nothing.",
        "NASA — the space agency — said nothing.",
        "Jane Roe (the mayor) opened the pier.",
        "John Hale (D-Maine) said nothing on Monday.",
        "The firm (NYSE: PORT) sold its ferries.",
        "Ana Lopes — a nurse from Porto — said nothing.",
        "Ana Lopes — The nurse of the year — said nothing.",
        "In Porto – The city of bridges said nothing.",
        "WHO In its report said nothing.",
        "PAPERS SEEN BY The Post said nothing.",
        "THE FERRY IS A DANGER TO ALL, the mayor said.",
        "Port Hale and Porto said nothing.",
        "IBM (IBM) -- shares of which fell -- said nothing.",
    ],
)
def test_a_sentence_with_a_colon_dash_or_bracket_has_no_dateline(sentence):
    assert marks(sentence) == [("body", sentence)]


FISHING = "Fishing is the only trade that pays here, and now it is in danger."


@pytest.mark.parametrize(
    ("place", "later", "is_dateline"),
    [
        ("LUNDE", "The mayor of Lunde said nothing.", True),
        ("PORT LUNDE", "The mayor of Port Lunde said nothing.", True),
        ("LUNDE", "The mayor of the town said nothing.", False),  # may be an acronym
        ("NASA", "The head of NASA said nothing.", False),
        ("LUNDE (Norway)", "The mayor of Lunde said nothing.", False),
        ("PORT LUNDE", "The mayor of Lunde said nothing.", False),
    ],
)
def test_a_town_in_capitals_that_the_article_names_again_is_a_dateline(place, later, is_dateline):
    first = cleaned(Article(text=f"{place} {FISHING}\n\n{later}")).blocks[0]
    assert (first.rule == "dateline") == is_dateline


def test_a_name_in_capitals_is_no_dateline_in_the_middle_of_an_article():
    assert marks(f"{PROSE}\n\nLUNDE {FISHING} Lunde said nothing.")[1][1].startswith("LUNDE")


@pytest.mark.parametrize("place", ["PORTO (AP) --", "PORTO, Portugal —", "Porto –"])
def test_a_paragraph_that_ends_in_a_link_has_a_dateline(place):
    assert marks(f"{place} {PROSE} Read More\n\n{MORE}") == [
        ("byline", place),
        ("body", PROSE),
        ("boilerplate", "Read More"),
        ("body", MORE),
    ]


@pytest.mark.parametrize("name", ["Porto", "Ana Lopes", "PORTO"])
def test_a_name_in_the_middle_is_not_a_place_without_capitals_or_sign(name):
    line = (
        f"{name} The line opens in May." if name.isupper() else f"{name} – The line opens in May."
    )
    assert bodies(f"{PROSE}\n\n{line}") == [PROSE, line]


def test_the_time_of_an_update_is_not_a_place():
    assert bodies(f"UPDATED 4:15 p.m. with a word of the mayor.\n\n{PROSE}") == [PROSE]


def test_a_name_in_capitals_in_the_middle_is_a_speaker_not_a_place():
    assert bodies(f"{PROSE}\n\nMAYOR: We will build it in May.") == [
        PROSE,
        "MAYOR: We will build it in May.",
    ]


@pytest.mark.parametrize("note", ["(Reuters)", "(AP)", "-- Reuters", "— Ana Lopes"])
def test_an_agency_mark_after_the_last_sentence_is_not_part_of_it(note):
    assert marks(f"{PROSE}\n\n{MORE} {note}")[1:] == [("body", MORE), ("byline", note)]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Lopes",
        "By ANA LOPES, Associated Press Writer",
        "Ana Lopes, Staff Writer",
        "BY ANA LOPES",
    ],
)
def test_a_byline_is_marked(line):
    assert marks(f"Council Votes for Ferry Line\n{line}\n\n{PROSE}") == [
        ("title", "Council Votes for Ferry Line"),
        ("byline", line),
        ("body", PROSE),
    ]


A, B, C = "Council Votes for Ferry Line", "Ferry Line Wins Vote", "Ferries to Return to Harbour"
HEADINGS = [
    ([A, PROSE], None, A),  # the only one
    ([B, C, A, PROSE], None, A),  # the last of the variants
    ([A, "Members split after hours of talks", PROSE], None, A),  # not the deck under it
    ([A, B, A, C, PROSE], None, A),  # printed twice
    ([B, A, C, PROSE], A, A),  # known
    ([PROSE, A, A, MORE, LAST], None, A),  # below a standfirst, printed twice
    (["Menu", "Menu", A, PROSE], None, A),  # a word is no title
    (["Read more", A, "By Ana Lopes", PROSE], None, A),
    ([PROSE, "A long way", MORE], None, None),  # a heading inside the body is no title
    (["Will the Ferry Line Pay?", PROSE], None, "Will the Ferry Line Pay?"),
    ([f"{A}. Source: T. Hale, Public domain, via Wikimedia Commons", A, PROSE], None, A),
    (["Members split after hours of talks", PROSE], None, "Members split after hours of talks"),
]


@pytest.mark.parametrize(("lines", "known", "title"), HEADINGS)
def test_one_line_is_the_title(lines, known, title):
    document = cleaned(Article(text="\n\n".join(lines), title=known))
    titles = [b for b in document.blocks if b.kind is Kind.TITLE]
    assert [document.article.text[b.start : b.end] for b in titles] == ([title] if title else [])


LABELS = [
    "Top of the morning",
    "MORNING BRIEF NUMBER FIVE",
    "You are here now",
    "Add us as a source",
]


@pytest.mark.parametrize("label", LABELS)
def test_a_line_that_has_no_word_of_the_body_is_not_the_title(label):
    def title(*lines):
        return cleaned(Article("\n\n".join(lines))).title

    assert title(label, PROSE, MORE) is None
    assert title(label, "Harbour line approved", PROSE, MORE) == "Harbour line approved"
    assert title("Harbour line approved", label, PROSE, MORE) == "Harbour line approved"


@pytest.mark.parametrize("line", ["Ferries for Hale", "Debates end at last", "Monday vote: why"])
def test_a_word_of_the_body_in_another_form_is_enough_for_a_title(line):
    assert cleaned(Article(f"{line}\n\n{PROSE}\n\n{MORE}")).title == line


def test_a_sentence_that_ends_in_a_picture_is_not_the_title():
    text = f"The council said that the ferry will be on time 👍\n\n{PROSE}\n\n{MORE}"
    assert cleaned(Article(text)).title is None
    assert cleaned(Article(f"Ferry line approved 👍\n\n{PROSE}")).title == "Ferry line approved 👍"


def test_a_title_that_is_set_like_a_sentence_is_taken_out_where_it_is_known():
    title = "Council approves ferry line."
    assert marks(f"{title}\n{PROSE}", title) == [("title", title), ("body", PROSE)]
    assert marks(f"{title} {PROSE}", title) == [("title", title), ("body", PROSE)]


def test_a_title_that_is_the_whole_text_stays_its_body():
    assert marks(PROSE, PROSE) == [("body", PROSE)]


def test_a_sentence_that_begins_like_the_title_stays_whole():
    assert bodies(PROSE, "The harbour council approved") == [PROSE]


def test_lines_of_data_at_the_top_are_not_body():
    top = f"Title: {A}\nSource: Port Daily\nDate: June 11, 2025\nAuthor: Ana Lopes\n\n"
    assert marks(top + PROSE) == [
        ("boilerplate", "Title:"),
        ("title", A),
        ("boilerplate", "Source: Port Daily"),
        ("boilerplate", "Date: June 11, 2025"),
        ("byline", "Author: Ana Lopes"),
        ("body", PROSE),
    ]


def test_a_body_that_is_printed_again_is_a_repeat():
    text = f"{PROSE} He left.\n{MORE}\n{PROSE.upper()}  He left.\n“{MORE}”\n{LAST}"
    assert [kind for kind, _ in marks(text)] == ["body", "body", "repeat", "repeat", "body"]


@pytest.mark.parametrize("after", [" 🚢", "🚢 🙏", " 👩🏽‍🚒", "[2] ❤️"])
def test_a_line_that_ends_in_a_picture_after_its_stop_is_prose(after):
    assert bodies(f"{PROSE}{after}\n\n{MORE}{after}") == [PROSE + after, MORE + after]
    assert bodies(f"Ferry line approved {after}\n\n{MORE}") == [MORE]


@pytest.mark.parametrize(
    "credit",
    [
        "(Photo: Ana Lopes, Port Daily)",
        "Photo courtesy of the harbour council",
        "[Photo by Getty Images]",
        "Credit: Port Daily",
        "(Associated Press)",
    ],
)
def test_what_is_most_of_an_article_is_body_whatever_credit_follows_it(credit):
    assert bodies(f"{PROSE} {MORE} {credit}") == [f"{PROSE} {MORE}"]
    assert bodies(f"Ferry line approved\n\n{PROSE} {credit}\n\nMenu") == [PROSE]
    assert bodies(f"{PROSE}\n\nThe pier of Port Hale. {credit}\n\n{MORE}") == [PROSE, MORE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("16:15", "9:40"),
        ("16.15", "15.40 –"),
        ("11.05am", "4:15 p.m.:"),
        ("11 a.m.", "9am"),
        ("16:15 GMT", "15:40 CEST -"),
        ("[16:15]", "(9.40 pm)"),
        ("[00:00:04] HOST:", "[00:01:12.500] ANA LOPES, GUEST:"),
        ("45+2'", "90'"),
        ("1.", "2."),
        ("1)", "2)"),
        ("(2)", "(1)"),
        ("#1:", "#2:"),
    ],
)
def test_times_and_numbers_before_paragraphs_are_not_part_of_them(first, second):
    assert bodies(f"{first} {PROSE}\n\n{LAST}\n\n{second} {MORE}") == [PROSE, LAST, MORE]


def test_the_word_after_a_time_stays():
    assert bodies(f"16:15 But {PROSE}\n\n15:40 At {MORE}") == [f"But {PROSE}", f"At {MORE}"]


def test_a_time_in_brackets_is_a_stamp_by_itself():
    assert bodies(f"{PROSE}\n\n[16:15] {MORE}") == [PROSE, MORE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("16:15", ""),
        ("1.", ""),
        ("3.", "4."),
        ("1.", "3."),
        ("16.15 million euros and", "16.40 million euros and"),
        ("1. FC Porto and", ""),
        ("1. Juni:", "2. Juni:"),
        ("10. Juni:", "11. Juni:"),
        ("2024.", "2025."),
        ("The 7.30 report said:", "The 9.30 report said:"),
    ],
)
def test_times_and_numbers_that_may_be_part_of_a_sentence_stay(first, second):
    paragraphs = [f"{first} {PROSE}", f"{second} {MORE}".strip()]
    assert bodies("\n\n".join(paragraphs)) == paragraphs


def test_a_short_sentence_may_be_said_twice():
    assert bodies(f"{PROSE} He left.\n\n{MORE} He left.")[1] == f"{MORE} He left."


WRAPPED = """\
The harbour council approved the new ferry line on Monday after a long
debate about its price. Two members voted against it. The mayor, Jane
Roe, said that work on the piers would begin in May.

   The line is to carry 4,000 people a day, and its owner, the Port
Company, expects to earn money from the third year on.
   Nobody else made an offer.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_hard_wrapped_lines_are_read_as_paragraphs(end):
    found = bodies(WRAPPED.replace("\n", end))
    assert [words.split()[0] for words in found] == ["The", "The", "Nobody"]
    assert [words.split()[-1] for words in found] == ["May.", "on.", "offer."]


def test_a_line_end_ends_a_paragraph_where_nothing_is_wrapped():
    assert bodies(f"{PROSE}\n{MORE}\nHe died.\n{LAST}") == [PROSE, MORE, "He died.", LAST]


def test_a_headline_is_not_wrapped_into_the_lines_under_it():
    assert marks(f"Council votes for ferry line\n{WRAPPED}")[0] == (
        "title",
        "Council votes for ferry line",
    )


@pytest.mark.parametrize("end", ["\n\n", "\r\n \r\n", "\f", "\u2029"])
def test_a_paragraph_ends_at_a_blank_line_or_what_is_as_good_as_one(end):
    first, second = "The council said on Monday that it", "would vote on the bridge in May."
    assert len(cleaned(Article(first + end + second)).blocks) == 2
    assert len(cleaned(Article(f"{first}\n{second}")).blocks) == 1


@pytest.mark.parametrize("space", ["\t", "\xa0", "\x0b", "\f", "\u3000", " \n \r\n"])
def test_odd_white_space_at_the_ends_is_in_no_block(space):
    assert marks(f"{space}{PROSE}{space}\n{space}{MORE}{space}") == [
        ("body", PROSE),
        ("body", MORE),
    ]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("", []),
        (" \n\n\t", []),
        ("The council approved the plan on Monday.", ["The council approved the plan on Monday."]),
        ("The council approved the plan on Monday", ["The council approved the plan on Monday"]),
        ("Yes.", []),
        ("Council Approves the Plan\n\nMayor Wins a Vote", []),
        ("Council approves plan\nMayor wins vote\nFerry sinks", []),
        ("12 3 4\n\n5-6", []),
    ],
)
def test_short_notes_and_bare_headlines(text, body):
    assert bodies(text) == body


def test_half_a_sentence_after_a_page_break_is_not_body():
    torn = "The members of the council could not\n\n\nagree on a price for the new piers. He left."
    assert bodies(f"{PROSE}\n\n{torn}") == [PROSE, "He left."]


def test_a_text_that_breaks_off_keeps_its_whole_sentences():
    assert bodies(f"He left. {PROSE.removesuffix('debate.')}") == ["He left."]


def test_a_question_in_a_list_of_links_is_not_body():
    links = "Why the piers are late\n\nWho will pay for all the new ferries?\n\nSix facts on piers"
    assert bodies(f"{PROSE}\n\n{links}") == [PROSE]


def test_a_bullet_is_not_part_of_its_sentence():
    assert marks(f"• {PROSE}") == [("boilerplate", "•"), ("body", PROSE)]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_the_seeds_are_marked_as_a_reader_would(seed):
    golden = json.loads((HERE / "data" / "cleaning" / "seeds.json").read_text(encoding="utf-8"))
    found = [
        " ".join([kind, *words.split()[:3], "…", *words.split()[-2:]])
        for kind, words in marks(seed.read_text(encoding="utf-8"))
    ]
    assert found == golden[seed.stem[:3]]


PIECES = st.sampled_from(
    [
        PROSE,
        MORE,
        A,
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "LONDON:",
        "By Ana Lopes",
        "Read more.",
        "(AP)",
        "Title: ",
        "•",
        "“",
        "”",
        ".",
        "...",
        "?",
        "A. ",
        "[1]",
        "|",
        "。",
        "�",
        "\x00",
        "\u202e",
        "\x1c",
        "\x0c",
        "İ",
    ]
)
TEXTS = st.one_of(st.text(st.characters()), st.lists(PIECES, max_size=30).map("".join))


@given(TEXTS, st.none() | TEXTS)
def test_blocks_are_in_order_and_cover_all_but_white_space(text, title):
    document, end = cleaned(Article(text=text, title=title)), 0
    text = document.text
    for block in document.blocks:
        assert not text[end : block.start].strip()
        assert block.end > block.start
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        assert block.start >= end
        end = block.end
    assert not text[end:].strip()


@given(TEXTS)
def test_at_most_one_block_is_the_title(text):
    assert sum(block.kind is Kind.TITLE for block in cleaned(Article(text=text)).blocks) <= 1


@given(
    st.lists(st.sampled_from([PROSE, MORE, LAST, f"He died. {PROSE.upper()}", "Menu"]), min_size=1)
)
def test_a_text_printed_twice_has_the_body_of_the_first_printing(paragraphs):
    text = "\n\n".join(paragraphs)
    assert bodies(f"{text}\n\n{text}") == bodies(text)


@given(st.lists(st.sampled_from([PROSE, MORE, LAST, "He died."]), min_size=2, unique=True))
def test_cleaning_what_was_kept_keeps_it_all(paragraphs):
    assert bodies("\n\n".join(bodies("\n\n".join([A, *paragraphs, "Read more"])))) == paragraphs


@pytest.mark.parametrize(
    "piece", ["\n", " ", "|", "A. ", "Ab. ", "(", '"', "?!", "@", "•\n", "for more ", "A\n", "。"]
)
def test_hostile_repeats_are_marked_and_do_not_crash(piece):
    text = piece * 3000
    blocks = cleaned(Article(text=text)).blocks
    assert sum(len(text[b.start : b.end].split()) for b in blocks) == len(text.split())


@pytest.mark.parametrize("language", ["en", "fr", "cs", "he"])
def test_most_of_real_news_in_four_languages_is_body(language):
    folder = os.environ.get("SUMMARIZE_DATA")
    if not folder:
        pytest.skip("SUMMARIZE_DATA names no folder with MultiLing 2011")
    path = next(Path(folder).rglob(f"multiling2011-{language}.jsonl"))
    kept = total = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        for item in json.loads(line)["documents"]:
            total += len(item["text"].split())
            kept += sum(len(words.split()) for words in bodies(item["text"]))
    assert kept > 0.97 * total


def test_text_above_the_title_is_a_standfirst_only_if_the_article_is_below():
    titles = "Council Votes for New Bridge\n\nCouncil Votes for New Bridge"
    short = "The council voted for a bridge on Monday."
    long = f"{short} It will cost ten million. Work begins in the autumn of next year."
    assert ("standfirst", short) in marks(f"{short}\n\n{titles}\n\n{long}")
    assert ("body", long) in marks(f"{short}\n\n{titles}\n\n{long}")
    assert ("body", long) in marks(f"{long}\n\n{titles}\n\nThe mayor was pleased.")


def test_a_day_that_is_glued_to_the_report_is_a_dateline():
    text = "Tuesday, July 7, 2009Through the night the river rose by a metre."
    assert marks(text) == [
        ("byline", "Tuesday, July 7, 2009"),
        ("body", "Through the night the river rose by a metre."),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "12 of 15 members voted for the plan on Monday, officials said.",
        "Advertisements on television fell by ten percent in a year.",
        "Sponsored by the senator, the bill passed on Monday.",
        "Promoted to captain in May, she led the crew.",
        "Key points of the deal were agreed on Monday.",
        "Loading docks at the port were closed by the strike.",
        "Comments are expected from the minister on Monday.",
        "Copyright law was changed by the parliament on Monday.",
        "Allow your children to walk to school, the mayor said.",
        "Trending downward, the stocks lost a tenth of their value.",
        "Related stories of abuse were told in court on Monday.",
        "More news of the storm reached the capital on Monday.",
        "Join the debate on the budget, the mayor told the council.",
        "Google, Facebook and Twitter were fined on Monday.",
        "Follow him on the trail and the town looks small.",
        "Sources: the deal will be signed on Monday by the two presidents, who meet in Rome.",
        "Photos by the police show that the car was parked in front of the town hall all night.",
    ],
)
def test_news_that_begins_like_page_furniture_stays_body(sentence):
    text = f"The council met on Monday. {sentence} It will meet again in June."
    assert " ".join(bodies(text)) == text


@pytest.mark.parametrize("unit", ["http://", "www.", "www.a", "https://a."])
def test_an_endless_address_is_read_in_linear_time(unit):
    """At quadratic time this would take minutes."""
    text = "The council met on Monday, see " + unit * 30_000 + " end."
    assert marks(text)


PATTERNS = patterns("en")
LINES = [line for group in phrases("en").starts.values() for line in group.split("\n") if line]


def simple(line):
    """Leave out the possessive repeats, which hypothesis does not know."""
    return re.sub(r"(?<=[*+}])\+", "", PATTERNS.spelled_out(line))


@given(st.sampled_from(LINES).flatmap(lambda line: st.from_regex(rf"\A(?:{simple(line)})")))
def test_the_lines_of_the_table_are_found_together_as_they_are_one_by_one(sentence):
    fits = any(PATTERNS.compiled(line).match(sentence) for line in LINES)
    assert fits == (PATTERNS.start.match(sentence) is not None)
    assert fits == any(PATTERNS.compiled(group).match(sentence) for _, group in PATTERNS.starts)


@given(TEXTS, st.none() | TEXTS)
def test_every_block_but_plain_body_names_the_rule_that_marked_it(text, title):
    for block in cleaned(Article(text=text, title=title)).blocks:
        assert (block.rule is None) == (block.kind is Kind.BODY)


def rules(*paragraphs, title=None):
    """The rule of each block that is not plain body."""
    blocks = cleaned(Article(text="\n\n".join(paragraphs), title=title)).blocks
    return [block.rule for block in blocks if block.rule is not None]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Tap here for all pictures of the harbour.", "page: orders to the visitor"),
        ("Watch the video of the ferry below.", "page: pictures and sound to look at"),
        ("Like Port Daily on Facebook and join the conversation.", "page: social networks"),
        ("Related: Ferry line divides the old town.", "page: pointers to other pages"),
        ("Story continues below.", "page: furniture"),
        ("We have turned off the feed, see www.portdaily.example/feed.", "page: addresses"),
        ("Copyright 2025 Port Daily.", "page: rights"),
        ("Additional reporting by Ana Lopes and Tom Hale.", "page: notes about the article"),
        ("File photo of the pier.", "page: picture captions"),
        ("|   Politics of the port", "page: a menu"),
        ("CLOSE A ferry leaves the pier for the first time.", "page: a label"),
        ("The ferry at dawn. Photograph: Ana Lopes/Reuters", "caption"),
        ("___", "no letters"),
        ("By Ana Lopes", "by-line"),
        ("NEWS DESK", "line"),
        ("Thank you.\n\nPress update", "a few words alone, line"),
        (PROSE, "repeat"),
    ],
)
def test_a_block_names_its_rule(line, rule):
    found = rules(PROSE, MORE, "News of the port", line, "Menu of the port", LAST)
    assert ", ".join(found) == f"line, {rule}, line"


CAPTIONS = [
    "The ferry Hilda leaves the harbour of Lunde in this file photo taken in March.",
    "A man walks past the ferry, in this handout photo taken June 9, 2025.",
    "An aerial view shows the ferry in this picture taken on Monday.",
    "The ferry lies on the rocks in this image from video.",
    "The ferry is seen before the storm in Lunde, June 9, 2025.",
    "Rescue workers carry a passenger ashore in Lunde, June 9, 2025.",
    "Mayor Ann Ray, second from left, shakes hands with the captain on Monday.",
]
REPORTS = [
    "Police released a photo taken in March that shows the man near the ferry.",
    "The photo taken by a passenger shows the captain asleep, the prosecutor said.",
    "“You can see the rocks in this photo taken on Monday,” the captain told the court.",
    "The company has no part in this image problem, the mayor said.",
    "The law is seen as an answer to the accident of June 9, 2025.",
    "The line carried a thousand passengers to Lunde until June 9, 2025.",
    "The mayor left the meeting, right after the captain arrives on Monday.",
    "The party, left and right, takes the blame for the accident.",
]


@pytest.mark.parametrize(
    ("sentence", "is_caption"),
    [*((sentence, True) for sentence in CAPTIONS), *((sentence, False) for sentence in REPORTS)],
)
def test_a_caption_needs_no_credit(sentence, is_caption):
    assert ("page: picture captions" in rules(PROSE, sentence, MORE)) == is_caption


@pytest.mark.parametrize(
    ("lines", "title", "rule"),
    [
        ([A, PROSE], A, "the title that is given"),
        ([A, A, PROSE], None, "printed twice"),
        ([A, PROSE], None, "set as a headline"),
        (["Members split after hours of talks", PROSE], None, "the first line"),
    ],
)
def test_the_title_names_its_rule(lines, title, rule):
    assert rules(*lines, title=title)[0] == rule


def test_parts_of_a_paragraph_name_their_rules():
    assert rules(f"LONDON (AP) -- {PROSE} (Reuters)") == ["dateline", "agency or signature"]
    assert rules(f"• {PROSE}") == ["bullet"]
    assert rules(f"{PROSE} Read more. Tap here. {MORE}") == [
        "page: pictures and sound to look at, page: orders to the visitor"
    ]


@pytest.mark.parametrize(
    ("paragraph", "length"),
    [
        ("The talks go on. – Ann Reed", 10),
        ("Переговоры продолжаются. – Ольга Щербакова", 17),
        ("Jednání pokračují. – Šimon Čapek", 13),
        ("Переговоры продолжаются. – без перерыва", 0),
    ],
)
def test_a_signature_has_the_capitals_of_any_alphabet(paragraph, length):
    assert closing_note(paragraph, load("und")) == length
