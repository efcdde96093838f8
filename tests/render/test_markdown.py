"""Markdown: text stays text, and only web addresses become links."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from summaries import (
    ALL,
    NOTHING_AT_ALL,
    document,
    sentence,
)

from summarize.render import render
from summarize.render.markdown import escape

MARKUP = "*_`~[]()<>!#+-=|\\&;:/.@^$%{}\"' a1"


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
        ("see http://a.example or WWW.a.example", r"see http\:/\/a.example or WWW\.a.example"),
        ("write to a@b.example", "write to a@&#8288;b.example"),
        ("a@_b.example, a@-b, @ c", r"a@&#8288;\_b.example, a@&#8288;-b, @ c"),
        ("evil.com/x, 4you.ORG and b.de.", r"evil\.com/x, 4you\.ORG and b\.de."),
        ("a.b.xn--p1ai or x.рф", r"a.b\.xn--p1ai or x\.рф"),
        ("see //evil.example or ///x", r"see /\/evil.example or /\/\/x"),
        (
            "The U.S. gave 1.5 million at 5 p.m. for file.txt",
            "The U.S. gave 1.5 million at 5 p.m. for file.txt",
        ),
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
        ("https:///no-host", r"T, https\:/\/\/no-host"),
        (" https://a.example", r"T, https\:/\/a.example"),
        ("//a.example", r"T, /\/a.example"),
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
