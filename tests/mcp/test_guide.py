"""The page of agents is correct: it shows what is printed, and the limits of the code."""

import json
import re

import pytest
from agents import ROOT

from summarize.mcp import arguments, articles, held
from summarize.mcp.__main__ import build_parser
from summarize.mcp.tools import TOOLS

PAGE = (ROOT / "docs" / "guide" / "agents.md").read_text("utf-8")


def block(language):
    [found] = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return found


def test_the_session_prints_what_the_page_shows(http, capsys):
    agent, _ = http
    names = {"__name__": "session"}
    exec(compile(block("python"), "session", "exec"), names)  # noqa: S102 - it is our own
    assert build_parser().parse_args(names["SERVER"].args).folders == ["seeds"]
    agent.portal.call(names["ask"], agent.client)
    assert capsys.readouterr().out == block("text")


def test_the_configuration_starts_the_server():
    [server] = json.loads(block("json"))["mcpServers"].values()
    assert server["command"] == "summarize-mcp"
    assert build_parser().parse_args(server["args"]).folders == server["args"]


def test_every_tool_is_in_the_table():
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(TOOLS)


@pytest.mark.parametrize(
    "number",
    [
        articles.MOST_ARTICLES,
        articles.MOST_CHARACTERS,
        arguments.MOST_IN_QUOTATION,
        arguments.MOST_IN_DRAFT,
    ],
)
def test_the_limits_are_those_of_the_server(number):
    assert re.search(rf"\b{number:,}\b", PAGE)
    assert f"last {held.MOST_HELD // 10**6} million characters" in PAGE
