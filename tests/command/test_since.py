"""--since and --limit on the command line: what they leave out is named, and is not an error."""

from pathlib import Path

import pytest
from commands import EAST, NORTH, SOUTH
from feeds import rss


@pytest.fixture
def feed(folder):  # noqa: ARG001 - the feed is in it
    """Write a feed of three articles, each long enough to need no page."""
    items = [
        {"description": text + text.lower(), "pubDate": f"{day} Jun 2025 10:00:00 GMT"}
        for day, text in ((9, NORTH.partition("\n\n")[2]), (10, SOUTH), (11, EAST))
    ]
    Path("news.xml").write_text(rss(*items))
    return "news.xml"


@pytest.mark.parametrize(
    ("flags", "note", "code"),
    [
        ((), None, 0),
        (("--since", "2025-06-10"), "1 of the 3 entries of news.xml: is older than --since", 0),
        (("--limit", "1"), "2 of the 3 entries of news.xml: are not read, only the newest 1", 0),
        (("--since", "1h"), "3 of the 3 entries of news.xml: are older than --since", 1),
    ],
)
def test_what_an_option_leaves_out_is_named_and_not_missing(run, feed, flags, note, code):
    result = run(feed, "--strict", "-f", "markdown", *flags)
    assert result.code == code
    notes = [line for line in result.notes if line.startswith("skipped")]
    assert len(notes) == (note is not None)
    assert all(line.startswith(f"skipped {note}") for line in notes)


def test_an_entry_that_cannot_be_used_is_missing(run, feed):
    Path(feed).write_text(Path(feed).read_text().replace("</item>", "</item><item/>", 1))
    assert run(feed).code == 0
    assert run(feed, "--strict").code == 3


@pytest.mark.parametrize(("flag", "value"), [("--limit", "0"), ("--limit", "x"), ("--since", "x")])
def test_a_value_that_is_not_allowed_is_exit_code_2(run, feed, flag, value):
    result = run(feed, flag, value)
    assert (result.code, result.out, len(result.notes)) == (2, "", 1)
