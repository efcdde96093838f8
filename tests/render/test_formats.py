"""What is true of all formats."""

import os
import re
import subprocess
import sys
from inspect import signature
from pathlib import Path

import pytest
from goldens import GOLDEN, GOLDENS, golden
from summaries import (
    ALL,
    FERRY,
    fill,
)

from summarize import OptionError
from summarize.digest import Digest, DigestEvent
from summarize.render import FORMATS, clean_text, render, render_digest

HOSTILE = [
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \x1bc \x1b(B \x1b",
    "a\x00b\x07c\x08d\x7fe\x85f\r\ng\th\u2028i\u2029j",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200e\u200f\u061c",
    "\u200bhid\u2060den\ufeff \U000e0041\U000e007f",
    "lone \ud800 and \udfff, \ufffe and \U0010ffff",
    "[bold]x[/bold] [link=http://evil.example]y[/link] [/] :smile:",
    "# *a* _b_ `c` <script>x</script> ![i](j) [k](l) [^1] &lt; | ~~m~~",
    "javascript:alert(1) http://evil.example/)[x](y",
]


def is_safe(text):
    return clean_text(text) == text


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(OptionError, match=r"'pdf'.*terminal, text, markdown, html, json, jsonl"):
        render(FERRY, "pdf")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_described_and_its_function_takes_its_options(name):
    record = FORMATS[name]
    assert (record.name, bool(record.help)) == (name, True)
    if record.function:
        _, *options = signature(record.load()).parameters
        assert tuple(options) == record.options
    if record.digest:
        _, *options = signature(record.load(is_digest=True)).parameters
        assert set(options) <= set(record.options)


def test_no_two_formats_share_a_suffix():
    suffixes = [record.suffix for record in FORMATS.values() if record.suffix]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("format_name", [name for name in FORMATS if FORMATS[name].function])
@pytest.mark.parametrize("name", ALL)
def test_every_format_of_every_summary_ends_in_one_newline(format_name, name):
    written = render(ALL[name], format_name)
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("name", GOLDENS)
def test_the_output_is_the_golden_one(name):
    assert golden(name) == (GOLDEN / name).read_text("utf-8")


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_any_field_shows_nothing_but_characters(format_name, text):
    summary = fill(FERRY, text)
    if FORMATS[format_name].function:
        written = render(summary, format_name, ascii_only=True)
    else:
        written = render_digest(Digest((DigestEvent("e", summary),)), format_name)
    assert all(map(is_safe, written.split("\n")))
    written.encode("utf-8")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_coloured_terminal_gets_no_sequence_but_its_colours(text):
    written = render(fill(FERRY, text), "terminal", color=True)
    assert all(map(is_safe, re.sub(r"\x1b\[[0-9;]*m", "", written).split("\n")))
    assert set(re.findall(r"\x1b\[[0-9;]*m", written)) == set(
        re.findall(r"\x1b\[[0-9;]*m", render(FERRY, "terminal", color=True))
    )


def test_rich_is_imported_for_the_terminal_only():
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from summaries import FERRY\n"
        "from summarize.render import render\n"
        "for format_name in ('text', 'markdown', 'json', 'jsonl'): render(FERRY, format_name)\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'rich']\n"
    )
    tests = Path(__file__).parents[1]
    environ = os.environ | {"PYTHONPATH": str(tests.parent)}
    subprocess.run([sys.executable, "-c", code, tests], check=True, env=environ)
