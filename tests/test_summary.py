"""The methods of the result; how the formats look is tested in `tests/render`."""

import json
from io import StringIO

import pytest
from rich.console import Console
from summaries import ALL, EMPTY, FERRY, NOTHING_AT_ALL

from summarize.render import render


def print_with_rich(summary, encoding="utf-8", **options):
    file = StringIO()
    file_options = {"width": 60, "_environ": {}, "legacy_windows": False} | options
    console = Console(file=file, **file_options)
    if encoding != "utf-8":
        console = type("Ascii", (Console,), {"encoding": encoding})(file=file, **file_options)
    console.print(summary)
    return file.getvalue()


def test_the_text_is_the_sentences_and_its_words_are_counted():
    assert FERRY.text.startswith("The ferry Aurora ran")
    assert FERRY.text.endswith(" coast guard. The line has cancelled 14 crossings until Friday.")
    assert FERRY.n_words == 51


def test_a_summary_without_sentences_has_an_empty_text_and_no_words():
    assert (EMPTY.text, EMPTY.n_words) == ("", 0)
    assert (NOTHING_AT_ALL.text, NOTHING_AT_ALL.n_words) == ("", 0)


@pytest.mark.parametrize("name", ALL)
def test_str_is_the_plain_text_without_the_last_newline(name):
    assert str(ALL[name]) + "\n" == render(ALL[name], "text")


def test_the_methods_write_their_formats():
    assert FERRY.to_json() == render(FERRY, "json")
    assert FERRY.to_markdown() == render(FERRY, "markdown")
    assert FERRY.to_dict() == json.loads(FERRY.to_json())
    assert list(FERRY.to_dict()) == list(json.loads(FERRY.to_json()))


@pytest.mark.parametrize("width", [40, 80])
def test_rich_draws_the_terminal_format_at_the_width_of_its_console(width):
    assert print_with_rich(FERRY, width=width) == render(FERRY, "terminal", width=width)


def test_rich_draws_an_ascii_frame_where_the_console_can_show_no_more():
    drawn = print_with_rich(FERRY, encoding="ascii")
    assert drawn == render(FERRY, "terminal", width=60, ascii_only=True)


def test_a_summary_cannot_be_changed():
    with pytest.raises(AttributeError):
        FERRY.id = "other"
