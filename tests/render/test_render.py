"""``python tests/render/test_render.py`` writes the golden outputs; read them before a commit."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from rich.cells import cell_len
from summaries import (
    ALL,
    COPIES,
    CROWD,
    EMPTY,
    EXPLAINED,
    FERRY,
    NOTHING_AT_ALL,
    SCRIPTS,
    SMALL,
    document,
    fill,
    sentence,
)

from summarize import OptionError, __version__
from summarize.model import Headline, SummaryWarning
from summarize.render import FORMS, clean_text, error_line, render
from summarize.render.facts import runs
from summarize.render.markdown import escape

GOLDEN = Path(__file__).parent / "golden"
DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "guide" / "summary.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
MARKUP = "*_`~[]()<>!#+-=|\\&;:/.@^$%{}\"' a1"

GOLDENS = {
    "terminal-40.txt": (FERRY, "terminal", {"width": 40}),
    "terminal-60.txt": (FERRY, "terminal", {"width": 60}),
    "terminal-80.txt": (FERRY, "terminal", {"width": 80}),
    "terminal-120.txt": (FERRY, "terminal", {"width": 120}),
    "terminal-200.txt": (FERRY, "terminal", {"width": 200}),
    "terminal-explain.txt": (EXPLAINED, "terminal", {"width": 60}),
    "terminal-color.txt": (FERRY, "terminal", {"width": 80, "color": True}),
    "terminal-ascii.txt": (FERRY, "terminal", {"width": 80, "ascii_only": True}),
    "terminal-scripts.txt": (SCRIPTS, "terminal", {"width": 60}),
    "terminal-crowd.txt": (CROWD, "terminal", {"width": 80}),
    "terminal-copies.txt": (COPIES, "terminal", {"width": 80}),
    "terminal-empty.txt": (EMPTY, "terminal", {"width": 80}),
    "text.txt": (FERRY, "text", {}),
    "text-explain.txt": (EXPLAINED, "text", {}),
    "markdown-explain.md": (EXPLAINED, "markdown", {}),
    "markdown.md": (FERRY, "markdown", {}),
    "summary.json": (FERRY, "json", {}),
}

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


def golden(name):
    summary, form, look = GOLDENS[name]
    return render(summary, form, **look).replace(f'"{__version__}"', '"VERSION"')


def write_golden():
    for name in GOLDENS:
        (GOLDEN / name).write_text(golden(name), "utf-8", newline="\n")


def is_safe(text):
    return clean_text(text) == text


# --- safe -----------------------------------------------------------------------------------------

# Format characters (category Cf) that words of a script need, or that have a shape.
KEPT = "\u200c\u200d\u180e\u06dd\u070f\u08e2\U000110bd\U000110cd" + "".join(
    map(chr, [*range(0x600, 0x606), 0x890, 0x891, *range(0x13430, 0x13440)])
)
INTRODUCERS = "\x1b\x90\x98\x9b\x9d\x9e\x9f"


def cleaned_by_category(character):
    """Decide by the Unicode database what the written-out ranges decide."""
    category, number = unicodedata.category(character), ord(character)
    if character in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85" or category in {"Zl", "Zp"}:
        return " "
    if category == "Cs" or number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF:
        return "\ufffd"
    if category == "Cc" or (category == "Cf" and character not in KEPT):
        return ""
    if number == 0x2065 or 0xE0000 <= number <= 0xE0FFF:  # reserved for more of the kind
        return ""
    return character


def test_every_character_is_kept_dropped_or_replaced_by_its_category():
    characters = [c for c in map(chr, range(sys.maxunicode + 1)) if c not in INTRODUCERS]
    found = clean_text("x".join(characters)).split("x")
    expected = "x".join(map(cleaned_by_category, characters)).split("x")
    wrong = [(a, b) for a, b in zip(found, expected, strict=True) if a != b]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[38;2;1;2;3mred\x9b0m", "red"),
        ("\x1b]0;new title\x07after", "after"),
        ("\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d0;title\x9cafter", "after"),
        ("\x1bPpayload\x1b\\after", "after"),
        ("\x1b_payload\x9cafter", "after"),
        ("\x1bcreset", "reset"),
        ("\x1b(Bcharset", "charset"),
        ("begun \x1b", "begun "),
        ("begun \x1b[12;", "begun 12;"),
        ("begun \x1b]0;never ended", "begun 0;never ended"),
        ("\x1b]0;one\x1b[31mtwo", "0;onetwo"),
        ("two\r\nlines", "two lines"),
        ("Is\u00adland", "Island"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀 ❤\ufe0f", "👩\u200d🚀 ❤\ufe0f"),
    ],
)
def test_terminal_sequences_go_whole_and_words_stay(text, clean):
    assert clean_text(text) == clean


@given(st.text(st.sampled_from("\x1b\x9b\x9d\x9c\x07[]\\P;0m \na\u202e\ud800\x00")))
def test_nothing_that_commands_a_terminal_survives_cleaning(text):
    clean = clean_text(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e\ud800]", clean)
    assert clean_text(clean) == clean


@pytest.mark.parametrize("part", ["\x1b]", "\x1b[", "\x9d", "\x1bP0", "\x1b[1;", "\x1b ", "\u202e"])
def test_cleaning_a_megabyte_of_begun_sequences_ends(part):
    assert len(clean_text(part * (1_000_000 // len(part)))) <= 1_000_000


# --- all forms ------------------------------------------------------------------------------------


def test_an_unknown_form_names_those_there_are():
    with pytest.raises(OptionError, match=r"'pdf'.*terminal, text, markdown, html, json, jsonl"):
        render(FERRY, "pdf")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_what_it_is(form):
    assert FORMS[form].__doc__


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ALL)
def test_every_form_of_every_summary_ends_in_one_newline(form, name):
    written = render(ALL[name], form)
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("name", GOLDENS)
def test_the_output_is_what_was_agreed_on(name):
    assert golden(name) == (GOLDEN / name).read_text("utf-8")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_any_field_shows_nothing_but_characters(form, text):
    written = render(fill(FERRY, text), form, ascii_only=True)
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
        "for form in ('text', 'markdown', 'json', 'jsonl'): render(FERRY, form)\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'rich']\n"
    )
    tests = Path(__file__).parents[1]
    environ = os.environ | {"PYTHONPATH": str(tests.parent)}
    subprocess.run([sys.executable, "-c", code, tests], check=True, env=environ)


@pytest.mark.parametrize(
    ("numbers", "folded"),
    [
        ([], []),
        ([7], [(7, 7)]),
        ([2, 3, 4, 5], [(2, 2), (3, 3), (4, 4), (5, 5)]),
        ([2, 3, 4, 5, 6], [(2, 6)]),
        ([1, 3, 4, 5, 6, 7, 9], [(1, 1), (3, 7), (9, 9)]),
    ],
)
def test_five_numbers_in_a_row_are_folded(numbers, folded):
    assert runs(numbers) == folded


@given(st.sets(st.integers(1, 60)))
def test_folding_loses_no_number(numbers):
    unfolded = [n for first, last in runs(sorted(numbers)) for n in range(first, last + 1)]
    assert unfolded == sorted(numbers)


# --- terminal -------------------------------------------------------------------------------------


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("copies", 60),
        ("crowd", 40),
        *((name, width) for name in SMALL for width in (24, 31, 40, 60, 80, 100, 120, 200)),
    ],
)
def test_no_line_is_wider_than_the_terminal_or_ends_in_a_space(name, width, ascii_only):
    lines = render(ALL[name], "terminal", width=width, ascii_only=ascii_only).split("\n")
    assert max(map(cell_len, lines)) <= min(width, 100)
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [-1, 0, 1, 10])
def test_a_width_that_cannot_be_is_taken_as_the_narrowest(width):
    assert render(FERRY, "terminal", width=width) == render(FERRY, "terminal", width=24)


@given(
    st.lists(st.text("abcdefgh渡轮é", min_size=1, max_size=40), min_size=1, max_size=20),
    st.integers(24, 110),
)
def test_wrapping_loses_nothing_and_never_leaves_a_number_alone(words, width):
    text = " ".join(words)
    summary = replace(NOTHING_AT_ALL, sentences=(sentence(text, 1),))
    block = render(summary, "terminal", width=width).split("\n\n")[1].split("\n")
    lines = [line for line in block if line]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "") + "[1]"
    assert lines[-1].strip() != "[1]"
    assert max(map(cell_len, lines)) <= width


def test_markup_and_emoji_codes_are_shown_as_they_are():
    text = "[bold]Ferry[/bold] :smile: [/] \\[x] [1]"
    summary = replace(FERRY, headline=Headline(text, 1, None, None), sentences=(sentence(text),))
    assert render(summary, "terminal").count(text) == 2


def test_the_environment_changes_nothing(monkeypatch):
    before = render(FERRY, "terminal", color=True), render(FERRY, "terminal")
    for name, value in {
        "COLUMNS": "33",
        "NO_COLOR": "1",
        "FORCE_COLOR": "1",
        "TERM": "dumb",
    }.items():
        monkeypatch.setenv(name, value)
    assert (render(FERRY, "terminal", color=True), render(FERRY, "terminal")) == before


def test_the_frame_is_ascii_when_asked_and_the_words_stay():
    english = replace(FERRY, sentences=(sentence("A ferry.", 1, (2,)),))
    assert render(english, "terminal", width=30, ascii_only=True).isascii()
    assert SCRIPTS.sentences[0].text in render(SCRIPTS, "terminal", ascii_only=True)


@pytest.mark.parametrize(
    ("n_origins", "corroboration", "meter"),
    [
        (2, 1, "●○ only in 1"),
        (8, 8, "●●●●●●●● also in 2"),
        (9, 9, "●●●●● 9 of 9 · also in 2"),
        (9, 8, "●●●●○ 8 of 9 · also in 2"),
        (40, 12, "●●○○○ 12 of 40 · also in 2"),
        (40, 1, "●○○○○ 1 of 40 · only in 1"),
        (1, 2, "●● also in 2"),
    ],
)
def test_dots_are_full_only_where_all_agree(n_origins, corroboration, meter):
    summary = replace(
        NOTHING_AT_ALL,
        sentences=(sentence("A ferry.", 1, (2,) if corroboration > 1 else (), corroboration),),
        documents=tuple(map(document, range(1, n_origins + 1))),
    )
    assert f" {meter}\n" in render(summary, "terminal")


def test_a_single_article_has_nobody_to_agree_with():
    summary = replace(FERRY, sentences=FERRY.sentences[2:], documents=FERRY.documents[:1])
    shown = render(summary, "terminal")
    assert "only in" not in shown
    assert "independent" not in shown


def test_articles_without_a_sentence_are_not_independent_reports():
    skipped = document(6, "Menu", n_sentences=0, skipped="no sentence found")
    shown = render(replace(FERRY, documents=(*FERRY.documents, skipped)), "terminal")
    assert "6 articles · 4 independent" in shown
    assert "skipped: no sentence found" in shown


def test_many_warnings_are_said_once_each_and_then_counted():
    messages = ["same", "same", "one", "two", "three", "four"]
    warnings = tuple(SummaryWarning("x", message) for message in messages)
    shown = render(replace(FERRY, warnings=warnings), "terminal")
    assert re.findall(r"(?m)^ ! (.*)", shown) == ["same", "one", "two", "and 2 more warnings"]


def test_an_address_that_fills_the_screen_is_cut():
    listed = document(1, "Ferry", url="https://a.example/" + "x" * 5000)
    shown = render(replace(EMPTY, documents=(listed,)), "terminal", width=60)
    assert len(re.findall("x{9,}", shown)) == 2
    assert shown.endswith("…\n")


# --- the list of sources --------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["terminal", "text"])
@pytest.mark.parametrize(
    ("n_uncited", "rest"), [(0, None), (5, None), (6, "and 6 articles that are not cited")]
)
def test_up_to_five_uncited_articles_are_listed(form, n_uncited, rest):
    more = tuple(document(number, f"Uncited {number}") for number in range(6, 6 + n_uncited))
    shown = render(replace(FERRY, documents=FERRY.documents + more), form)
    assert shown.count("Uncited") == (0 if rest else n_uncited)
    assert ("not cited" in shown) == (rest is not None)
    assert (rest or "") in shown


@pytest.mark.parametrize(
    ("n_uncited", "rest"),
    [
        (0, ""),
        (2, "Not cited: Uncited 1; Uncited 2.\n"),
        (6, "Not cited: 1 exact copy; 5 articles.\n"),
    ],
)
def test_markdown_names_or_counts_what_no_footnote_names(n_uncited, rest):
    more = [document(number, f"Uncited {number}") for number in range(1, 1 + n_uncited)]
    more[5:] = [replace(copy, origin=1, copy_of=1) for copy in more[5:]]
    summary = replace(NOTHING_AT_ALL, documents=tuple(more))
    assert render(summary, "markdown").removeprefix(render(NOTHING_AT_ALL, "markdown")).strip(
        "\n"
    ) == rest.strip("\n")


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"title": "T", "source": "S", "published": "2025-03-04"}, "[1] T | S | 2025-03-04"),
        ({"published": "2025-03-04T07:10:00+01:00", "path": "p"}, "[1] p | 2025-03-04"),
        ({"published": "4 March 2025", "id": "i"}, "[1] i | 4 March 2025"),
        ({"title": "T", "path": "p", "url": "u", "id": "i"}, "[1] T | u"),
        ({"title": "T", "path": "p", "id": "i"}, "[1] T | p"),
        ({}, "[1] (untitled)"),
    ],
)
def test_a_source_is_named_by_the_best_that_is_known(fields, line):
    shown = render(replace(NOTHING_AT_ALL, documents=(document(1, **fields),)), "text")
    assert shown.split("\n")[3] == line


def test_a_full_list_counts_what_is_cited_apart_from_what_is_not():
    crowd = replace(CROWD, sentences=CROWD.sentences[:1], documents=CROWD.documents[:82])
    assert "… and 60 more that are cited, 2 that are not\n" in render(crowd, "terminal")


def test_the_articles_that_sentences_come_from_stay_in_a_long_list():
    listed = re.findall(r"(?m)^ +(\d+)  Report", render(CROWD, "terminal"))
    assert listed == [*map(str, range(1, 20)), "81"]


def test_plain_text_gives_the_own_article_first_and_the_others_ascending():
    summary = replace(NOTHING_AT_ALL, sentences=(sentence("A ferry.", 3, (9, 2, 1)),))
    assert render(summary, "text").split("\n")[0] == "A ferry. [3, 1, 2, 9]"


# --- Markdown -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("A plain sentence, with (brackets) and 5%.", "A plain sentence, with (brackets) and 5%."),
        ("*a* _b_ `c` ~~d~~", r"\*a\* \_b\_ \`c\` \~\~d\~\~"),
        ("![x](y) [z] [^1]", r"!\[x\](y) \[z\] \[\^1\]"),
        ("<b>x</b> &lt; AT&T", r"\<b\>x\</b\> \&lt; AT\&T"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("2025. No list.", r"2025\. No list."),
        ("1) no list", r"1\) no list"),
        ("--- no rule", r"\--- no rule"),
        ("> no quotation", r"\> no quotation"),
        ("see http://a.example or WWW.a.example", r"see http\://a.example or WWW\.a.example"),
        ("write to a@b.example", "write to a@&#8288;b.example"),
        ("a | b", r"a \| b"),
        ("$x$ \\", r"\$x\$ \\"),
    ],
)
def test_markup_is_escaped_and_plain_words_are_not(text, escaped):
    assert escape(text) == escaped


@given(st.lists(st.sampled_from([*MARKUP, "http://", "&lt;", "1.", "---", "![a](b)"])).map("".join))
def test_escaped_text_is_one_paragraph_of_nothing_but_its_words(text):
    text = " ".join(text.split())
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escape(text))
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    parts = [part for token in tokens for part in token.children or ()]
    assert {part.type for part in parts} <= {"text", "text_special"}
    assert "".join(part.content for part in parts).replace("\u2060", "") == text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/b?c=1&d=2#e", "[T](https://a.example/b?c=1&d=2#e)"),
        ("HTTP://a.example", "[T](HTTP://a.example)"),
        ("https://a.example/x) [y](z", "[T](https://a.example/x%29%20[y]%28z)"),
        ('https://a.example/<"\\`>', "[T](https://a.example/%3C%22%5C%60%3E)"),
        ("https://a.example/?a=1&lt;=2", "[T](https://a.example/?a=1&amp;lt;=2)"),
        ("https://a.example/é", "[T](https://a.example/%C3%A9)"),
        ("javascript:alert(1)", "T, javascript:alert(1)"),
        ("data:text/html,<b>", r"T, data:text/html,\<b\>"),
        ("https:///no-host", r"T, https\:///no-host"),
        (" https://a.example", r"T, https\://a.example"),
        ("//a.example", "T, //a.example"),
    ],
)
def test_only_an_address_on_the_web_becomes_a_link(url, shown):
    summary = replace(
        NOTHING_AT_ALL, sentences=(sentence("x"),), documents=(document(1, "T", url=url),)
    )
    assert f"[^1]: {shown}\n" in render(summary, "markdown")


def test_every_footnote_that_is_referred_to_exists():
    for summary in ALL.values():
        written = render(summary, "markdown")
        defined = re.findall(r"(?m)^\[\^(\d+)\]: ", written)
        assert set(re.findall(r"\[\^(\d+)\](?!:)", written)) == set(defined)
        assert len(defined) == len(set(defined))


# --- JSON -----------------------------------------------------------------------------------------


def properties(schema):
    """Walk over the properties of a schema and of all schemas in it."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
    if isinstance(schema, dict | list):
        for part in schema.values() if isinstance(schema, dict) else schema:
            yield from properties(part)


def test_the_schema_is_one_and_describes_every_key():
    Draft202012Validator.check_schema(SCHEMA)
    found = list(properties(SCHEMA))
    assert len(found) > 40
    assert [name for name, part in found if len(part.get("description", "")) < 10] == []


@pytest.mark.parametrize("name", SMALL)
def test_json_is_valid_by_its_schema(name):
    VALIDATOR.validate(json.loads(render(SMALL[name], "json")))


@pytest.mark.parametrize("part", [(), ("headline",), ("sentences", 0), ("documents", 0)])
def test_the_schema_refuses_a_key_that_it_does_not_know(part):
    data = json.loads(render(FERRY, "json"))
    place = data
    for key in part:
        place = place[key]
    place["more"] = 1
    assert not VALIDATOR.is_valid(data)


def test_the_keys_stand_in_their_fixed_order():
    data = json.loads(render(FERRY, "json"))
    assert " ".join(data) == (
        "schema version signature id headline text n_words sentences documents differences warnings"
        " digest"
    )
    assert " ".join(data["headline"]) == "text document start end"
    assert " ".join(data["sentences"][0]) == (
        "text document position start end relevance redundancy gain corroboration citations"
    )
    assert " ".join(data["sentences"][0]["citations"][0]) == (
        "document position start end similarity"
    )
    assert " ".join(data["documents"][0]) == (
        "number id title source url path published sha256 n_sentences origin copy_of skipped"
    )
    assert " ".join(data["warnings"][0]) == "code document message"


def test_floats_are_rounded_and_zero_has_no_sign():
    written = render(FERRY, "json")
    assert '"similarity": 0.7123\n' in written
    assert '"gain": 0.0,' in written
    assert "-0.0" not in written


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_lacks_is_refused_aloud(number):
    broken = replace(FERRY.sentences[0], gain=number)
    with pytest.raises(ValueError, match="not JSON compliant"):
        render(replace(FERRY, sentences=(broken,)), "json")


@given(st.text(st.characters()) | st.text(st.sampled_from("\ud83d\ude00\ud800\x85\u2028\x7fa")))
def test_json_gives_back_the_true_data(text):
    summary = replace(FERRY, signature=text, id=text)
    written = render(summary, "jsonl")
    assert written.count("\n") == 1
    assert len(written.splitlines()) == 1
    # JSON cannot tell a pair of lone surrogates from the character that they spell.
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(written.encode("utf-8"))["id"] == paired


def test_both_forms_of_json_hold_the_same():
    assert json.loads(render(FERRY, "json")) == json.loads(render(FERRY, "jsonl"))
    assert render(FERRY, "json").startswith('{\n  "schema": "summarize/1",\n')


@pytest.mark.parametrize("name", [None, "e7", "\ud800\u202e"])
def test_the_error_line_is_valid_by_its_schema_and_is_no_summary(name):
    line = error_line(name, "line 3 is\nbroken")
    data = json.loads(line)
    assert data == {"schema": "summarize/1", "id": name, "error": "line 3 is\nbroken"}
    assert line.count("\n") == 1
    assert is_safe(line.rstrip("\n"))
    Draft202012Validator({"$ref": "#/$defs/error", "$defs": SCHEMA["$defs"]}).validate(data)
    assert not VALIDATOR.is_valid(data)


def test_the_picture_refers_to_nothing_on_a_network():
    picture = (DOCS / "terminal.svg").read_text("utf-8")
    assert picture.replace('xmlns="http://www.w3.org/2000/svg"', "").count("//") == 0
    assert set(re.findall(r"url\((.)", picture)) == {"#"}
    assert "@" not in picture


if __name__ == "__main__":
    write_golden()
