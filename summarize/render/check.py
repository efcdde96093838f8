"""A check for people, as lines of text, and for programs, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.text import Text

from summarize.render import terminal
from summarize.render.data import dump
from summarize.render.facts import count
from summarize.render.safe import clean_strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.checked import Check, CheckedSentence, Problem
    from summarize.render.lines import Page

_STYLES = {"said": "green", "similar": "yellow", "not found": "red"}
_NEGATION = "the articles negate this, or say what it negates"


def to_check_text(check: Check) -> str:
    """Write a sentence a line, its articles, and its problems; then the articles."""
    return "\n".join(line for line, _ in _lines(clean_strings(check))) + "\n"


def to_check_terminal(check: Check, *, width: int, color: bool, ascii_only: bool) -> str:
    """Draw the same for a terminal of `width` columns."""

    def draw(page: Page) -> Iterator[Text]:
        for line, style in _lines(clean_strings(check)):
            yield from page.wrap(Text(line, style), hang=4)

    return terminal.print_lines(draw, width=width, color=color, ascii_only=ascii_only)


def to_check_json(check: Check) -> str:
    """Write the check as one JSON object; its strings are those of the draft and the articles."""
    return dump(
        {"schema": "summarize/check/1", "n_wrong": check.n_wrong, **asdict(check)}, indent=2
    )


def _lines(check: Check) -> Iterator[tuple[str, str]]:
    """Yield each line with its style."""
    for sentence in check.sentences:
        yield f"{sentence.status}: {sentence.text}{_numbers(sentence)}", _STYLES[sentence.status]
        if sentence.uncited_words:
            yield f"    not in these passages: {', '.join(sentence.uncited_words)}", "dim"
        for problem in sentence.problems:
            yield f"    ! {problem.kind}: {_says(problem)}", "red"
    for text in check.not_checked:
        yield f"not checked: {text}", "dim"
    yield "", ""
    n_found = sum(sentence.status != "not found" for sentence in check.sentences)
    n_right = len(check.sentences) - check.n_wrong
    found = f"{n_found:,} of {count(len(check.sentences), 'sentence')} found"
    yield f"{found}, {n_right:,} without a problem", "bold"
    for article in check.articles:
        parts = (article.title, article.source, article.path)
        listed = " | ".join(part.replace(" | ", " / ") for part in parts if part)
        yield f"[{article.number}] {listed}".rstrip(), "dim"


def _says(problem: Problem) -> str:
    """Say what is wrong."""
    instead = ", ".join(f"“{text}”" for text in problem.instead)
    if problem.kind == "contradiction":
        return f"“{problem.text}”; the articles have {instead}" if instead else _NEGATION
    text = problem.text if problem.kind == "quotation" else f"“{problem.text}”"
    return f"{text} is in no article" + (f"; they have {instead}" if instead else "")


def _numbers(sentence: CheckedSentence) -> str:
    """Write where a sentence is: the number of each article, its span, and how sure it is."""
    places = (
        f"{each.place.document}:{each.place.start}-{each.place.end} ({each.confidence:.2f})"
        for each in sentence.citations
    )
    return f" [{', '.join(places)}]" if sentence.citations else ""
