"""What robots.txt allows: RFC 9309, beside the standard library and a regular expression."""

import re
import urllib.robotparser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.inputs.web.robots import MOST_BYTES, Rule, is_allowed, read_rules


@pytest.mark.parametrize(
    ("lines", "allowed", "forbidden"),
    [
        ("", ["/", "/a"], []),
        ("User-agent: *\nDisallow:", ["/", "/a"], []),
        ("User-agent: *\nDisallow: /", [], ["/", "/a"]),
        ("User-agent: *\nDisallow: /a", ["/", "/b/a", "/A"], ["/a", "/ab", "/a/b", "/a?b"]),
        ("User-agent: other\nDisallow: /", ["/a"], []),
        ("User-agent: summarize\nDisallow: /", [], ["/a"]),
        ("User-agent: Summarize/2.0\nDisallow: /", [], ["/a"]),
        ("User-agent: summarizer\nDisallow: /", ["/a"], []),
        ("User-agent: *\nDisallow: /\nUser-agent: summarize\nDisallow: /a", ["/b"], ["/a"]),
        ("User-agent: summarize\nDisallow:\nUser-agent: *\nDisallow: /", ["/a"], []),
        ("User-agent: x\nUser-agent: summarize\nUser-agent: y\nDisallow: /a", ["/b"], ["/a"]),
        ("User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /b", ["/b"], ["/a"]),
        ("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", ["/c"], ["/a", "/b"]),
        ("User-agent: *\nDisallow: /\nAllow: /news", ["/news", "/news/a"], ["/", "/a"]),
        ("User-agent: *\nAllow: /a\nDisallow: /a", ["/a"], []),
        ("User-agent: *\nDisallow: /*.pdf$", ["/a.pdfx", "/a.html"], ["/a.pdf", "/b/.pdf"]),
        ("User-agent: *\nDisallow: /a*b*c", ["/acb", "/ab"], ["/abc", "/a1b2c3"]),
        ("User-agent: *\nDisallow: /*a$", ["/", "/ab"], ["/a", "/aa", "/ba"]),
        ("User-agent: *\nDisallow: /a$", ["/", "/ab"], ["/a"]),
        ("User-agent: *\nDisallow: /caf\u00e9", ["/cafe"], ["/caf%C3%A9"]),
        ("User-agent: *\nDisallow: /%7ea", ["/a"], ["/~a"]),
        ("user-AGENT : * # all\n disallow : /a # not this", ["/b"], ["/a"]),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", ["/b"], ["/a"]),
        ("Disallow: /a", ["/a"], []),
        ("User-agent: *\nSitemap: /s\nUser-agent: x\nDisallow: /a", ["/b"], ["/a"]),
        ("User-agent: *\nCrawl-delay: 3\nUser-agent: x\nDisallow: /a", ["/a"], []),
        ("Sitemap: /s\nUser-agent: *\nCrawl-delay: 3\nDisallow: /a", ["/s"], ["/a"]),
        ("<html><body>Not found: /</body></html>", ["/a"], []),
    ],
)
def test_robots_allow_and_forbid(lines, allowed, forbidden):
    rules = read_rules(lines.encode())
    assert [path for path in allowed if not is_allowed(path, rules)] == []
    assert [path for path in forbidden if is_allowed(path, rules)] == []


def test_bytes_that_are_not_text_allow_everything():
    assert is_allowed("/a", read_rules(bytes(range(256)) * 10))


def test_what_follows_in_a_huge_file_is_not_read():
    assert not is_allowed("/a", read_rules(b"User-agent: *\n#" + b"x\n#" * 100 + b"\nDisallow: /a"))
    assert is_allowed("/a", read_rules(b"User-agent: *\n" + b"#\n" * MOST_BYTES + b"Disallow: /a"))


PATHS = st.text("ab/", max_size=6).map(lambda text: f"/{text}")


@given(st.lists(st.tuples(st.booleans(), PATHS), max_size=1), PATHS)
def test_one_rule_is_read_as_the_standard_library_reads_it(rules, path):
    lines = ["User-agent: *", *(f"{'A' if a else 'Disa'}llow: {p}" for a, p in rules)]
    official = urllib.robotparser.RobotFileParser()
    official.parse(lines)
    ours = is_allowed(path, read_rules("\n".join(lines).encode()))
    # The library makes one of "//" at the beginning of a path, which is not in RFC 9309.
    if "//" not in path and not any("//" in p for _, p in rules):
        assert ours == official.can_fetch("summarize", f"http://a.example{path}")


@given(st.text("ab*$", max_size=8).map(lambda text: f"/{text}"), st.text("ab$", max_size=8))
def test_wildcards_are_those_of_a_regular_expression(pattern, path):
    path = f"/{path}"
    is_whole = pattern.endswith("$")
    parts = pattern.removesuffix("$").split("*")
    slow = ".*".join(map(re.escape, parts)) + ("$" if is_whole else "")
    assert Rule(pattern, is_allowed=False).matches(path) == bool(re.match(slow, path))
